### One's own data: seen, taken away and deleted.

privacy-show-title = Lo que hay guardado sobre ti
privacy-show-head = Todo lo que el bot guarda sobre ti: de este servidor, de otros y de los mensajes directos.
privacy-show-goes = **Tuyo** – { CMD("privacy delete") } lo borra
privacy-show-freed = **En el registro o de otros** – se queda, y { CMD("privacy delete") } quita tu nombre
privacy-show-foot = { CMD("privacy export") } te lo da todo en un archivo. El chat de los mensajes directos se guarda hasta que lo borres; los administradores de un servidor pueden hacer que el chat antiguo de allí se borre solo.
privacy-export-done =
    Aquí está todo lo que hay guardado sobre ti: { $records ->
        [one] { $records } registro
       *[other] { $records } registros
    }, entre ellos { $messages ->
        [one] { $messages } mensaje
       *[other] { $messages } mensajes
    } y { $files ->
        [one] { $files } archivo
       *[other] { $files } archivos
    }.
privacy-export-parts = Es demasiado grande para un mensaje, así que llega en { $count } partes. Cada una es un archivo zip independiente.
privacy-export-part = Parte { $part } de { $count }.
privacy-export-unsent =
    { $count ->
        [one] No se pudo enviar { $count } parte
       *[other] No se pudieron enviar { $count } partes
    }. Inténtalo de nuevo en un momento; en un mensaje directo con el bot cabe lo mismo que en un servidor.
privacy-export-readme =
    # Todo lo que hay guardado sobre ti

    - `conversations/`: tus conversaciones con el bot, para leer
    - `files/`: las imágenes y archivos de texto de tus preguntas
    - `json/`: cada tabla en JSON, para programas
    - `csv/`: lo mismo en CSV, para hojas de cálculo

    Las horas están en UTC. En `audit_logs` está lo que hiciste y lo que se te hizo; quién más tuvo que ver se omite.
privacy-delete-title = ¿Borrar todo lo tuyo?
privacy-delete-goes = **Esto se borra, ahora y para siempre:**
privacy-delete-freed = **Esto se queda, sin tu nombre:**
privacy-delete-why = Se queda porque el registro de auditoría debe decir qué pasó en los servidores, y porque lo que corregiste o aprobaste para un club es del club. Lo que el bot escribió en Discord también se queda allí. El bot no alcanza las entradas que quien lo aloja ya haya pasado a un archivo aparte.
privacy-delete-hint = Antes puedes llevártelo con { CMD("privacy export") }. Si después vuelves a usar el bot, empiezas de cero.
privacy-delete-button = Borrar todo
privacy-delete-keep = Conservar
privacy-delete-kept-title = Conservado
privacy-delete-kept = No se borró nada.
privacy-delete-modal = Borrar todo lo tuyo
privacy-delete-word = BORRAR
privacy-delete-input = Escribe { $word } para confirmar
privacy-delete-done-title = Borrado
privacy-delete-done = Todo lo que había guardado sobre ti ya no está, y lo que se queda ya no dice quién eres:
privacy-fault-still-exporting = Tu última exportación aún se está preparando: espera primero esa respuesta.
privacy-fault-many-exporting = Ahora mismo se están preparando muchas exportaciones: inténtalo de nuevo en unos minutos.
privacy-fault-other-word = No se borró nada: escribe { $word } para confirmarlo.
privacy-fault-other-name = No se borró nada: escribe el nombre del servidor, { $name }, para confirmarlo.

# What is stored, by kind. Each stands in a list of its own lines.
privacy-kind-person = tu id. de Discord, tus nombres y tu foto
privacy-kind-sessions =
    { $rows ->
        [one] { $rows } sesión
       *[other] { $rows } sesiones
    }
privacy-kind-memberships =
    { $rows ->
        [one] { $rows } pertenencia a un servidor
       *[other] { $rows } pertenencias a servidores
    }
privacy-kind-consent = si se pueden guardar tus chats
privacy-kind-conversations =
    { $rows ->
        [one] { $rows } conversación con el bot
       *[other] { $rows } conversaciones con el bot
    }
privacy-kind-messages =
    { $rows ->
        [one] { $rows } pregunta o respuesta en ellas
       *[other] { $rows } preguntas y respuestas en ellas
    }
privacy-kind-posts =
    { $rows ->
        [one] { $rows } nota de dónde está una respuesta en Discord
       *[other] { $rows } notas de dónde están las respuestas en Discord
    }
privacy-kind-files =
    { $rows ->
        [one] { $rows } imagen o archivo de texto de una pregunta
       *[other] { $rows } imágenes y archivos de texto de preguntas
    }
privacy-kind-usage =
    { $rows ->
        [one] { $rows } suma de tokens de chat de un día o mes
       *[other] { $rows } sumas de tokens de chat de días y meses
    }
privacy-kind-reservations =
    { $rows ->
        [one] { $rows } pregunta en curso al modelo
       *[other] { $rows } preguntas en curso al modelo
    }
privacy-kind-analyses =
    { $rows ->
        [one] { $rows } análisis de club o borrador
       *[other] { $rows } análisis de club y borradores
    }
privacy-kind-images =
    { $rows ->
        [one] { $rows } dato sobre una captura en ellos
       *[other] { $rows } datos sobre capturas en ellos
    }
privacy-kind-metrics =
    { $rows ->
        [one] { $rows } cifra de un club entero en ellos
       *[other] { $rows } cifras de clubes enteros en ellos
    }
privacy-kind-powers =
    { $rows ->
        [one] { $rows } poder de un miembro en ellos
       *[other] { $rows } poderes de miembros en ellos
    }
privacy-kind-reviews =
    { $rows ->
        [one] { $rows } análisis aprobado o revertido
       *[other] { $rows } análisis aprobados o revertidos
    }
privacy-kind-club-members =
    { $rows ->
        [one] { $rows } miembro de un club
       *[other] { $rows } miembros de clubes
    }
privacy-kind-aliases =
    { $rows ->
        [one] { $rows } otra grafía del nombre de un miembro
       *[other] { $rows } otras grafías de nombres de miembros
    }
privacy-kind-corrections =
    { $rows ->
        [one] { $rows } valor corregido de un club
       *[other] { $rows } valores corregidos de clubes
    }
privacy-kind-alerts =
    { $rows ->
        [one] { $rows } noticia del club
       *[other] { $rows } noticias del club
    }
privacy-kind-guild = el nombre del servidor, su id. de Discord y sus ajustes
privacy-kind-settings-revisions =
    { $rows ->
        [one] { $rows } cambio de los ajustes de un servidor
       *[other] { $rows } cambios de los ajustes de un servidor
    }
privacy-kind-settings-proposals =
    { $rows ->
        [one] { $rows } cambio de ajustes que espera tu confirmación
       *[other] { $rows } cambios de ajustes que esperan tu confirmación
    }
privacy-kind-audit-entries =
    { $rows ->
        [one] { $rows } entrada del registro de auditoría
       *[other] { $rows } entradas del registro de auditoría
    }
privacy-kind-audit-counts =
    { $rows ->
        [one] { $rows } recuento diario de esas entradas
       *[other] { $rows } recuentos diarios de esas entradas
    }
