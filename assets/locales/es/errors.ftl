### What is refused, and what went wrong.

errors-denied-audit = Solo quien tiene el permiso «Gestionar servidor» puede usar el registro de auditoría.
errors-denied-guild-data = Solo quien es propietario de este servidor puede exportar o eliminar sus datos.
errors-denied-not-yours = Eso es de otra persona: solo ella puede usarlo.
errors-denied-host = Solo quienes alojan el bot pueden ver esto.
errors-denied-here = No puedes usar esto aquí.
errors-denied-no-such-command = Ese comando no existe o no puedes usarlo aquí: elige uno de los que se ofrecen.
errors-ours = Algo ha fallado en el bot. Inténtalo de nuevo en un momento; si sigue igual, dale esta referencia a quien aloja el bot: { $reference }.
errors-not-in-guild = Usa esto en un servidor: un mensaje directo no tiene club.
errors-may-not-analyze = Solo quienes tienen el permiso «Gestionar servidor» o un rol de gestor del club pueden analizar una lista.
errors-may-not-decide = Solo quienes tienen el permiso «Gestionar servidor» o un rol de gestor del club pueden cambiar, guardar o descartar esta vista previa.
errors-may-not-change = Solo quien hizo este análisis o un gestor del club puede renombrarlo o eliminarlo.
errors-may-not-manage = Solo quienes tienen el permiso «Gestionar servidor» o un rol de gestor del club pueden usar { CMD("club-admin") }.
errors-may-not-approve = Solo quienes tienen el permiso «Gestionar servidor» o un rol de gestor del club pueden aprobar.
errors-may-not-change-settings = Solo quienes tienen el permiso «Gestionar servidor» pueden cambiar los ajustes.
errors-no-images = Aquí no hay ninguna imagen: adjunta de una a diez capturas de Club > Manage Members.
errors-not-used = { $file }: { $reason }
errors-title-too-long =
    Ese título es demasiado largo: puede tener como máximo { $max ->
        [one] { $max } carácter
       *[other] { $max } caracteres
    }.
errors-title-empty = Un título necesita al menos una letra o un número: escribe otro.
errors-draft-expired = Esta vista previa caducó a las 24 horas y no se guardó: analiza las capturas de nuevo.
errors-already-saved = Esta vista previa ya está guardada: mírala con { CMD("club show") }.
errors-already-discarded = Esta vista previa ya se descartó: analiza las capturas de nuevo para obtener otra.
errors-analysis-not-found = Ese análisis no está (o ya no está) en este servidor: { CMD("club list") } muestra los que hay.
errors-no-analysis-yet = Aquí todavía no hay ningún análisis guardado: empieza con { CMD("club analyze") }.
errors-still-reading = Tus últimas capturas aún se están leyendo: espera primero esa respuesta.
errors-took-too-long = El bot está muy ocupado y no pudo leer tus capturas a tiempo: inténtalo de nuevo en unos minutos.
errors-too-many-members =
    Estas capturas muestran más de { $max ->
        [one] { $max } miembro
       *[other] { $max } miembros
    }, y ningún club tiene tantos: envía las de un solo club.
errors-busy = Demasiadas personas están cambiando esta revisión a la vez: inténtalo de nuevo en un momento.
errors-open-questions = Di primero quién es { $names }: elige debajo de la tabla o usa Corregir.
errors-already-answered = Esa pregunta ya está respondida: la tabla muestra lo que queda por responder.
errors-name-taken = { $name } es el nombre de alguien de este club: elige quién es, o da otro nombre a la fila con Corregir.
errors-too-many-edits =
    Esta revisión ya tiene { $max ->
        [one] { $max } cambio
       *[other] { $max } cambios
    }: guárdala, o descártala y analiza de nuevo.
errors-club-full =
    Este club tiene { $max ->
        [one] { $max } miembro registrado
       *[other] { $max } miembros registrados
    }, que es el máximo: primero fusiona o renombra algunos.
errors-awaits-approval = Esto espera una aprobación: otro gestor tiene que pulsar Aprobar.
errors-own-approval = Esta aprobación la pediste tú: otro gestor tiene que pulsar Aprobar.
errors-approval-stale = Esto ha cambiado desde que se pidió la aprobación: pulsa Guardar para pedirla de nuevo.
errors-nothing-to-approve = Aquí nadie pide (o ya nadie pide) una aprobación: pulsa Guardar.
errors-review-moved = Se añadieron capturas a esta revisión: un mensaje más reciente la muestra entera. Usa los botones de allí.
errors-stale-button = Este botón ya no se entiende: usa el comando de nuevo.

## What is asked of a club and has no answer.

errors-known-nothing-yet = Aún no se sabe nada de este club: lee una lista con { CMD("club analyze") } y guárdala.
errors-known-nothing-of = Aquí aún no se ha guardado { $power }: analiza capturas que lo muestren.
errors-known-no-such-week = No se guardó { $power } para { $week }: la semana más reciente es { $newest }.
errors-known-not-a-week = Eso no es una semana: elige una de la lista o escríbela como 2026-W47.
errors-known-neither = Eso no es ni una semana ni un análisis de este servidor: elige algo de la lista.
errors-known-one-week = Solo hay una semana de { $power } guardada: con la siguiente habrá algo que comparar.
errors-known-too-few-weeks = Hacen falta al menos tres semanas de { $power } para decir de quién oscila el poder.
errors-known-no-value = De esa semana no se conoce con certeza ningún { $power }.
errors-known-metrics-differ = Uno es Sim Power y el otro Total Power: elige dos del mismo tipo.
errors-known-same-sides = Los dos son el mismo: elige dos semanas o análisis distintos.
errors-known-no-such-member = Nadie en este club tiene ese nombre: escribe unas letras y elige de la lista.
errors-known-perhaps-member = Nadie en este club tiene ese nombre: quizá quieres decir { $names }.
errors-or = { $first } o { $second }
errors-known-empty-search = Escribe al menos una letra o un número para buscar.
errors-known-long-search =
    Eso es demasiado largo para buscarlo: como máximo { $max ->
        [one] { $max } carácter
       *[other] { $max } caracteres
    }.
errors-known-nothing-to-export = Aún no hay nada que exportar: guarda primero una semana con { CMD("club analyze") }.
errors-known-may-not-export = Solo quienes tienen el permiso «Gestionar servidor» o un rol de gestor del club pueden exportar el historial del club.
errors-known-may-not-confirm = Solo quienes tienen el permiso «Gestionar servidor» o un rol de gestor del club pueden confirmar quién es alguien.
errors-known-may-not-unlink = Solo la propia persona o un gestor del club puede quitar este vínculo.
errors-known-not-linked = Aún no eres miembro de este club: usa { CMD("club me") } con tu nombre en el juego.
errors-known-member-taken = Otra persona ya es ese miembro: un gestor del club puede quitar su vínculo.
errors-known-already-linked = Ya eres otro miembro: pulsa primero Desvincular en { CMD("club me") }.
errors-known-claim-over = Eso ya se confirmó, se rechazó o se retiró.

## What is typed and is none: weeks and numbers.

errors-week = «{ $text }» no es una semana: escribe el año y el número de la semana, como 2026-W47.
errors-number-empty = Falta un número: escríbelo como 298,297,518 o 4.1M.
errors-number-unknown = «{ $text }» no es un número por culpa de «{ $found }»: escríbelo como 298,297,518 o 4.1M.
errors-number-separators = «{ $text }» tiene un separador en el lugar equivocado: escríbelo como 298,297,518 o 4.1M.
errors-number-two-ways = «{ $text }» se puede leer de dos maneras: escribe { $whole } si son millares, o un decimal con menos de tres cifras.
errors-number-not-whole = «{ $text }» no es un número entero: escribe menos decimales, o K, M o B detrás.
errors-number-too-large = «{ $text }» es demasiado grande: el máximo es { $most }.
errors-number-negative = «{ $text }» es menor que cero: un poder es cero o más.

## Why a file was not used.

errors-fetch-host = su enlace lleva a un servidor que no está permitido; sube el archivo directamente a Discord
errors-fetch-too-large = ocupa más de 10 MiB; envía la captura original como PNG o JPEG
errors-fetch-gone = Discord ya no lo tiene (el enlace ha caducado); súbelo de nuevo
errors-fetch-broke-off = su descarga se interrumpió; inténtalo de nuevo en un momento
errors-fetch-too-slow = su descarga tardó demasiado; inténtalo de nuevo en un momento
