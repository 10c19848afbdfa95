### A draft as people decide on it.

## Its standing, below the table.

review-no-rows = Esta revisión no tiene (o ya no tiene) filas: analiza las capturas de nuevo.
review-not-saved = **Todavía no está guardado.** Guardar lo conserva como semana { $week }, Descartar lo tira; caduca el { $at }.
review-somebody = Alguien
review-this = esto
review-the-sim = el Sim Power
review-the-total = el Total Power
review-waiting = **Todavía no está guardado: espera aprobación.** { $who } quiere guardar { $what } como semana { $week }; por lo que pone en «{ $field }», otro gestor tiene que pulsar Aprobar. Caduca el { $at }.
review-waiting-on-tab = **Todavía no está guardado: espera aprobación.** { $who } quiere guardar { $what } como semana { $week }; por lo que pone en «{ $field }» en la pestaña { $tabs }, otro gestor tiene que pulsar Aprobar. Caduca el { $at }.
review-withdrawn = La petición de aprobación se retiró porque la revisión ha cambiado: pulsa Guardar para pedirla de nuevo.
review-moved-title = Esta revisión continúa
review-moved = Se añadieron capturas: un mensaje más reciente muestra toda esta revisión, con sus botones.
review-gone-title = Descartado
review-gone = Esta vista previa no se guardó. Analiza las capturas de nuevo para obtener otra.

## Its buttons, at most 80 characters each.

review-approve = Aprobar
review-save = Guardar
review-save-both = Guardar ambos
review-save-sim = Guardar solo Sim
review-save-total = Guardar solo Total
review-fix = Corregir
review-discard = Descartar

## The select that asks who a row is, at most 150 characters, and its choices, at most 100.

review-ask = ¿Quién es { $name }?
review-ask-open = ¿Quién es { $name }? ({ $count } por responder)
# A row's name with its power.
review-ask-with-power = { $name }, { $power }
review-offer-new = Un miembro nuevo
review-offer-new-why = Alguien que no estaba en los registros del club
review-offer-member-why = Un miembro conocido; se recuerda la grafía
review-offer-row-why = El mismo miembro que esta fila: las dos se unen

## The notes below the table: their heads, and what stands in them.

review-note-second-manager = Necesita un segundo gestor
review-note-who = ¿Quién es quién?
review-note-other-tab = En la otra pestaña
review-note-compared = Comparación
review-note-first = Es la primera lista de este tipo que se guarda aquí: aún no hay nada con que compararla.
review-note-suspicious = Sospechosos
review-note-new = Nuevos
review-note-missing = Faltan
review-note-vision = El modelo de visión lee
review-note-lost = Corregidos antes, pero ya no son filas
review-note-more = y { $count } más
review-tab-guarded = { $tab }: necesita un segundo gestor.
review-tab-asks = { $tab }: pregunta quién es quién ({ $count }).
review-tab-both = { $tab }: necesita un segundo gestor y pregunta quién es quién ({ $count }).
review-or = { $first } o { $second }
review-question-renamed = { $row }: quizá se renombró: ¿era { $names }?
review-question-ambiguous = { $row }: ¿es { $names }?
review-question-twin = { $row }: ¿es el mismo miembro que { $names }?
review-vision-other = { $row }: { $seen }, donde el bot lee { $read }
review-vision-only = { $row }: { $seen }, donde el bot no lee nada con certeza
review-vision-name = { $row }: el nombre { $seen }
review-vision-seen-with = { $row } con { $power }, a quien el bot no ve
review-vision-seen = { $row }, a quien el bot no ve

## The form, whose title and labels have at most 45 characters.

review-form-sim = Corregir el Sim Power
review-form-total = Corregir el Total Power
review-form-values = Valores: Nombre = 1.2M, uno por línea
review-form-values-left = Valores: Nombre = 1.2M (faltan { $count } filas)
review-form-values-hint = Vale cualquier fila, una por línea: Stone = 298,297,518
review-form-renames = Renombrar: viejo > nuevo, uno por línea
review-form-same = Misma persona: queda = otra, una por línea
review-form-drops = Quitar: un nombre por línea
review-form-drops-hint = Una fila que no es un miembro
# Behind a value in the form; it is ignored when the form is sent.
review-form-offer = el modelo de visión lee { $power }
review-told-none =
    { $count ->
        [one] { $count } línea no se aplicó
       *[other] { $count } líneas no se aplicaron
    }, y nada cambió:
review-told-some =
    { $good ->
        [one] { $good } aplicada
       *[other] { $good } aplicadas
    }; { $count ->
        [one] { $count } línea
       *[other] { $count } líneas
    } no:
review-line-value = escríbelo como Nombre = valor
review-line-rename = escríbelo como viejo > nuevo
review-line-same = escríbelo como queda = otra
review-line-too-high = ningún poder es tan alto
review-line-nothing-to-see = en el nombre nuevo no se ve nada
review-line-too-long =
    un nombre tiene como máximo { $max ->
        [one] { $max } carácter
       *[other] { $max } caracteres
    }
review-line-another-row = { $new } es otra fila: si ambas son un mismo miembro, escribe { $new } = { $old } en «Misma persona»
review-line-one-row = eso ya es una sola fila
review-line-nobody = no hay ninguna fila ni miembro llamado { $name }
review-line-no-name = falta el nombre
review-line-no-row = no hay ninguna fila llamada { $name }, o hay más de una

## Why a second manager has to look.

review-guard-jump = El poder ha cambiado un { $percent } % o más: { $members }.
# A member, and by how much the power has changed.
review-guard-jumped = { $name } ({ $percent })
review-guard-volatile =
    { $members } de { $of } miembros { $members ->
        [one] ha
       *[other] han
    } cambiado un { $percent } % o más, y más de { $most } no es habitual.
review-guard-missing =
    { $members ->
        [one] Falta
       *[other] Faltan
    } { $members } de los { $of } miembros anteriores, lo que es un { $percent } % o más.
review-guard-over-header = Aquí hay { $members } miembros, pero el encabezado del juego cuenta { $header }.
review-guard-taken-away = Frente a lo que se revirtió, eliminó o corrigió hace poco: { $guards }

## What a person should know about the reading.

review-warning-more = { $found } de { $counted } encontrados: más miembros de los que cuenta el encabezado; compara la lista con el juego.
review-warning-fewer = { $found } de { $counted } encontrados: envía las capturas que faltan, cada una solapada con la anterior.
review-warning-counts-differ = { $found } encontrados: el número de miembros del encabezado difiere entre las capturas.
review-warning-count-unreadable = { $found } encontrados: no se pudo leer el número de miembros del encabezado.
review-warning-rows = { $rows } filas, y el juego cuenta { $counted } miembros.
review-warning-power = El número de { $name } está tapado o no es seguro: compáralo con el juego.
review-warning-conflict = { $name } se leyó con números distintos, { $values }: compáralo con el juego.
review-warning-name = El nombre { $name } no es seguro: compáralo con el juego.
review-and = { $first } y { $second }

## What people are told of a vision model that failed.

review-model-setting = No se pudo consultar al modelo de visión porque su configuración es incorrecta: quien aloja el bot puede arreglarlo. Las capturas se leyeron sin él.
review-model-quota = No se consultó al modelo de visión: su cuenta no tiene saldo. Las capturas se leyeron sin él.
review-model-busy = El modelo de visión tiene demasiado que hacer ahora mismo. Las capturas se leyeron sin él.
review-model-silent = El modelo de visión no respondió. Las capturas se leyeron sin él.
review-model-unusable = El modelo de visión no dio una respuesta utilizable. Las capturas se leyeron sin él.

## How far the reading is.

review-added =
    Añadido a tu revisión de { $count ->
        [one] { $count } captura
       *[other] { $count } capturas
    }, que aún no está guardada: esto es todo.
review-reading = Leyendo { $number } de { $of }…
review-next = En espera: tus capturas son las siguientes…
review-waiting-clubs =
    En espera: hay { $count ->
        [one] { $count } club
       *[other] { $count } clubs
    } antes que tú…

## Why an image was not used; it goes on from its file's name.

review-image-too-many-bytes = el archivo ocupa { $has } MiB y se leen como máximo { $most } MiB; envía la propia captura, en PNG, JPEG o WebP
review-image-too-many-pixels = la imagen de { $width }×{ $height } píxeles es demasiado grande, se leen como máximo { $most } megapíxeles de 8 bits por color; envía la captura tal como la hizo tu móvil
review-image-none = esto no es una imagen PNG, JPEG o WebP; abre { $open } y envía la captura completa
review-image-broken = la imagen está dañada o incompleta; envía la captura otra vez
review-image-too-small = la imagen es demasiado pequeña para leerla ({ $width }×{ $height } píxeles); envía la captura completa en su tamaño original
review-image-no-cards = esta imagen no muestra tarjetas de miembros; abre { $open } y envía la captura completa
review-image-cut-off = la lista de miembros está cortada en esta imagen; abre { $open } y envía la captura completa
# What a list may bear to be read, as the game shows it, and the language of the game on it.
review-image-text = «{ $text }»
review-image-accepted =
    { $texts } ({ $language ->
        [English] inglés
        [German] alemán
        [Spanish] español
        [French] francés
        [Japanese] japonés
        [Portuguese] portugués
       *[other] { $language }
    })
# Where a screen is, and of which game.
review-image-screen = { $open } ({ $game })
review-image-other-screen = el título de esta lista es «{ $seen }» y solo se acepta { $accepted }; abre { $open } y envía la captura completa
review-image-unread-screen = el título de esta lista no se puede leer y solo se acepta { $accepted }; abre { $open } y envía la captura completa
review-image-other-label = la etiqueta de estas tarjetas es «{ $seen }» y solo se acepta { $accepted }; abre { $open }, cambia la lista a eso y envía la captura completa
review-image-unread-label = la etiqueta de estas tarjetas no se puede leer y solo se acepta { $accepted }; abre { $open }, cambia la lista a eso y envía la captura completa
review-image-no-members = ningún miembro de esta lista se ve entero; desplaza un poco la lista y envía la captura completa
review-image-reader-failed = el lector falló con esta imagen; envíala otra vez y avisa a quien aloja el bot si no sirve
review-image-other-metric = muestra { $shown }, mientras que las demás capturas muestran { $kept }; envíala en un análisis aparte
review-image-other-game = es del juego { $shown }, mientras que las demás capturas son de { $kept }; envía un juego cada vez
review-image-other-club = muestra el club { $shown }, mientras que las demás capturas muestran { $kept }; envía un club cada vez
review-image-too-many-at-once =
    una llamada admite como máximo { $max ->
        [one] { $max } captura
       *[other] { $max } capturas
    }; envíala en la siguiente, que se añade a esta revisión
review-image-duplicate = es la misma imagen que { $name }, que ya está
review-image-review-full =
    una revisión admite como máximo { $max ->
        [one] { $max } captura
       *[other] { $max } capturas
    }; guárdala o descártala primero
