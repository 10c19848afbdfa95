### Si se guarda lo que alguien le dice al bot: el aviso, lo que vale y por qué algo no se hace.

## Lo que vale.

consent-title = Tus chats
consent-is-unasked = **No se guarda nada de tus chats**, porque todavía no has dicho que se pueda.
consent-is-accepted = **Tus chats se guardan**, como elegiste el { $day }.
consent-is-declined = **No se guarda nada de tus chats**, como elegiste el { $day }.
consent-without = Sin tu permiso respondo igual, y olvido cada pregunta junto con su respuesta.
consent-still-kept = Lo que se guardó antes sigue almacenado: bórralo aquí abajo o míralo con { CMD("conversations list") }.
consent-is-forgotten =
    { $count ->
        [0] Ya no quedaba nada que borrar.
        [one] Se ha borrado para siempre 1 conversación, con todo lo dicho y adjuntado.
       *[other] Se han borrado para siempre { $count } conversaciones, con todo lo dicho y adjuntado.
    }

## El aviso.

consent-notice-title = ¿Puedo guardar nuestros chats?
consent-notice = Te he respondido sin guardar nada. Si aceptas, tus chats se guardarán a partir de tu próxima pregunta.
consent-what = Qué se guarda
consent-what-it-is = Tus preguntas con las imágenes y textos que adjuntes, los mensajes por los que preguntes y mis respuestas: así recuerdo lo dicho y tú puedes volver a leerlo.
consent-where = Adónde va
consent-where-it-goes = Con cada pregunta, se guarde o no, lo que necesito para responder va al proveedor del modelo ({ $model }). Lo guardado lo almacena quien aloja este bot y no se muestra a nadie más.
consent-how-long = Cuánto tiempo
consent-how-long-it-is = Hasta que lo borres, o el tiempo que permitan los administradores del servidor. Lo que hayas borrado desaparece en 30 días como máximo.
consent-rights = Sigue siendo tuyo
consent-rights-are = { CMD("conversations list") } lo muestra, { CMD("conversations export") } te lo entrega, { CMD("conversations delete") } lo borra. Puedes cambiar de opinión cuando quieras con { CMD("privacy consent") }.
consent-noted = Anotado. { CMD("privacy consent") } muestra lo que vale para ti y lo cambia.

## Botones.

consent-accept = Guardar mis chats
consent-decline = No guardar nada
consent-forget = Borrar lo guardado
consent-about = ¿Por qué no se guarda nada?

## Debajo de una respuesta de la que no se guarda nada.

consent-note = De esto no se guarda nada, así que no se puede continuar ni responder de nuevo.
consent-note-interrupted = El bot se reinició a mitad de esto: vuelve a preguntar para recibir la respuesta entera.
consent-note-failed = No hubo respuesta: vuelve a preguntar.
consent-note-silent = El modelo respondió sin una palabra: vuelve a preguntar.
consent-note-cut-off = La respuesta se cortó a la mitad: vuelve a preguntar para recibir otra.
consent-note-nonsense = El modelo no envió nada que se pueda mostrar: vuelve a preguntar.
consent-note-too-long = Eso es demasiado largo para el modelo: acorta tu pregunta.

## Por qué algo no se hace.

consent-not-kept = Esto guardaría más de una conversación cuyo dueño no lo ha aceptado: para eso está { CMD("privacy consent") }.
consent-nothing-kept = No tienes conversaciones, porque tus chats no se guardan: { CMD("privacy consent") } lo cambia.
consent-not-yours = Esa pregunta es para otra persona: { CMD("privacy consent") } muestra lo que vale para ti.
consent-over = Esa respuesta ha terminado y no se guardó nada de ella: vuelve a preguntar si necesitas más.
