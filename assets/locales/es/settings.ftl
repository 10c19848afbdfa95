### The settings of a server: what each is for, and what is said about them.

setting-language = El idioma de las respuestas que todos ven.
    .name = Idioma
setting-timezone = La zona horaria en la que empiezan los días y se muestran las horas.
    .name = Zona horaria
setting-features-clubAnalytics = Si aquí se leen y guardan las listas del club.
    .name = Análisis del club
setting-features-chatBot = Si aquí se puede chatear con el bot.
    .name = Chat
setting-club-managerRoles = Los roles cuyos miembros pueden hacer lo que hacen los gestores del club.
    .name = Roles de gestor
setting-club-week-day = El día en que empieza la semana del club.
    .name = Semana: día
setting-club-week-time = La hora de ese día en que empieza la semana del club.
    .name = Semana: hora
setting-club-week-timezone = La zona horaria en la que empieza la semana del club.
    .name = Semana: zona horaria
setting-club-guards-jumpPercent = Una lista necesita una segunda aprobación cuando el poder de un miembro cambia en este porcentaje; 0 es desactivado.
    .name = Control: salto
setting-club-guards-volatilePercent = Un miembro cuyo poder cambia en este porcentaje es variable; 0 es desactivado.
    .name = Control: variación
setting-club-guards-volatileMembers = Una lista necesita una segunda aprobación cuando hay más miembros variables que estos.
    .name = Control: miembros variables
setting-club-guards-missingPercent = Una lista necesita una segunda aprobación cuando falta este porcentaje de los miembros de la anterior; 0 es desactivado.
    .name = Control: ausentes
setting-club-guards-overHeader = Si una lista con más miembros de los que cuenta el encabezado del juego necesita una segunda aprobación.
    .name = Control: más que el encabezado
setting-club-alerts-channel = El canal en que se cuentan las novedades del club; sin él no se cuentan.
    .name = Novedades: canal
setting-club-alerts-members = Si se cuenta quién ha entrado y quién ha salido.
    .name = Novedades: miembros
setting-club-alerts-changePercent = Se cuenta de quién ha cambiado el poder en este porcentaje; 0 es desactivado.
    .name = Novedades: poder
setting-club-alerts-scanDue = Si se recuerda en el canal cuando toca el escaneo de la semana.
    .name = Novedades: escaneo pendiente
setting-club-visionReading = Si un modelo de visión, donde el anfitrión lo haya configurado, lee las capturas junto al lector integrado.
    .name = Lectura con visión
setting-chat-channels = Los canales en que se puede chatear con el bot; si no hay ninguno, son todos.
    .name = Canales
setting-chat-roles = Los roles cuyos miembros pueden chatear con el bot; si no hay ninguno, son todos.
    .name = Roles
setting-chat-persona = Quién es el bot cuando chatea aquí, en lugar de su propio personaje.
    .name = Personaje
setting-chat-channelPersonas = Quién es el bot en algunos canales, en lugar del personaje del servidor.
    .name = Personajes por canal
setting-chat-budget-personDay = El máximo de tokens que cada persona puede usar aquí al día, dentro del límite del anfitrión; 0 lo deja al anfitrión.
    .name = Presupuesto: persona, día
setting-chat-budget-personMonth = El máximo de tokens que cada persona puede usar aquí al mes, dentro del límite del anfitrión; 0 lo deja al anfitrión.
    .name = Presupuesto: persona, mes
setting-chat-budget-guildDay = El máximo de tokens que todos pueden usar aquí al día, dentro del límite del anfitrión; 0 lo deja al anfitrión.
    .name = Presupuesto: servidor, día
setting-chat-budget-guildMonth = El máximo de tokens que todos pueden usar aquí al mes, dentro del límite del anfitrión; 0 lo deja al anfitrión.
    .name = Presupuesto: servidor, mes
setting-chat-streaming = Si las respuestas se muestran mientras el modelo las escribe, o solo cuando están listas.
    .name = Transmisión
setting-audit-channel = El canal en el que se reflejan las entradas del registro de auditoría; sin él no se reflejan.
    .name = Canal espejo
setting-audit-actions = Las acciones cuyas entradas se reflejan; una que acaba en punto vale por todas las que empiezan así.
    .name = Acciones reflejadas
setting-retention-chatDays = Durante cuántos días se guardan aquí las conversaciones; 0 es para siempre.
    .name = Chat: días guardados

settings-topic =
    { $topic ->
        [language] Idioma
        [timezone] Zona horaria
        [features] Funciones
        [club] Club
        [chat] Chat
        [audit] Registro de auditoría
        [retention] Conservación
       *[other] { $topic }
    }
settings-weekday =
    { $day ->
        [mon] lunes
        [tue] martes
        [wed] miércoles
        [thu] jueves
        [fri] viernes
        [sat] sábado
        [sun] domingo
       *[other] { $day }
    }
settings-title = Ajustes
settings-title-topic = Ajustes: { $topic }
settings-list-footer = En negrita está lo ajustado aquí; lo demás es lo predeterminado. { CMD("settings get") } con una clave dice para qué sirve.
settings-value-set = **{ $value }** (ajustado aquí)
settings-value-default = **{ $value }** (por defecto)
settings-may-be = Se admite: { $accepted }. Por defecto: { $default }.
settings-was-set = Cambiado
settings-was-reset = Restablecido
settings-is-now = `{ $key }` es ahora: **{ $value }**
settings-on = sí
settings-off = no
settings-none = ninguno
settings-own-persona = el propio del bot
settings-everywhere = en todas partes
settings-everybody = todos
settings-nowhere = en ninguna parte
settings-zero-host = 0, solo el límite del anfitrión
settings-zero-forever = 0, para siempre
settings-zero-off = 0, desactivado
settings-default = lo predeterminado
settings-accepts-switch = sí o no (on, off)
settings-accepts-number = un número entero de { $from } a { $to }
settings-accepts-text = texto de 1 a { $most } caracteres
settings-accepts-choice = uno de { $choices }
settings-accepts-zone = una zona horaria IANA como Europe/Berlin
settings-accepts-time = una hora de 00:00 a 23:59 como 04:30
settings-accepts-channel = un canal, como #canal
settings-accepts-ids = hasta { $most } canales o roles separados por espacios, o none para ninguno
settings-accepts-actions = hasta { $most } acciones del registro de auditoría separadas por espacios, o none para ninguna; una que acaba en punto vale por todas las que empiezan así
settings-accepts-texts = un canal y su texto de { $most } caracteres como máximo, como `#canal texto`, para hasta { $channels } canales uno tras otro; el canal solo quita su texto
settings-json-switch = true o false
settings-json-id = un id de Discord como "123456789012345678"
settings-json-ids = una lista de { $most } ids de Discord como máximo
settings-json-actions = una lista de { $most } acciones como máximo
settings-json-texts = un objeto con { $channels } ids de canales como máximo, cada uno con texto de 1 a { $most } caracteres
settings-fault = { $path }: { $problem }
settings-fault-whole = Los ajustes: { $problem }
settings-unknown = no existe ese ajuste
settings-not-offered = no existe ese ajuste: elige uno de los que se ofrecen
settings-no-object = debe ser un objeto con ajustes dentro
settings-must-be = debe ser { $what }
settings-not-mentioned = debe ser un #canal o un @rol como los ofrece Discord al escribir, o su id
settings-no-action = debe ser una acción como club.analysis.save, o club. para todas las que empiezan así
settings-not-under-channel = debe estar bajo un id de Discord como "123456789012345678"
settings-too-large = Ese archivo es demasiado grande: los ajustes tienen { $max } KiB como máximo.
settings-not-fetched = No se pudo descargar el archivo: súbelo de nuevo.
settings-no-json = Ese archivo no es JSON: mira la línea { $line }, columna { $column }.
settings-nothing-new = No cambiaría nada: lo que dice el archivo ya está ajustado.
settings-over = Esto ya se respondió o esperó más de 15 minutos: empieza de nuevo.
settings-no-such-revision = Ese cambio ya no consta: { CMD("settings history") } muestra lo que hay.
settings-nothing-to-revert = No hay nada que deshacer: todo está como antes de ese cambio.
settings-too-much = Aquí se cambió demasiado en un solo día: cada cambio se conserva { $days } días. Inténtalo de nuevo en unas horas.
settings-choose-topic = Elige un tema
settings-choose-setting = Elige un ajuste
settings-choose-value = Elige un valor
settings-choose-channel = Elige un canal
settings-choose-channels = Elige canales
settings-choose-roles = Elige roles
settings-choose-actions = Elige acciones
settings-choose-text-channel = Elige el canal cuyo texto escribir
settings-choose-first = Elige abajo qué cambiar.
settings-turn-on = Sí
settings-turn-off = No
settings-edit = Cambiar…
settings-back-to-default = Por defecto
settings-leave-empty = Vacío devuelve el valor por defecto
settings-clash-title = Otra persona ha cambiado esto
settings-clash-by = { $who } ha cambiado **{ $name }** desde que se te mostró. ¿Cuál de los dos debe valer?
settings-clash = **{ $name }** ha cambiado desde que se te mostró. ¿Cuál de los dos debe valer?
settings-clash-theirs = Como está ahora
settings-clash-mine = Como tú lo quieres
settings-use-mine = Usar el mío
settings-keep-theirs = Dejar el suyo
settings-history-title = Cambios de los ajustes
settings-history-empty = Aquí aún no se ha cambiado nada.
settings-somebody = alguien
settings-entry = **#{ $number }** · { $who } · { $when }
settings-entry-reverts = deshace #{ $number }
settings-entry-import = de un archivo
settings-more-changes =
    { $count ->
        [one] … y { $count } cambio más
       *[other] … y { $count } cambios más
    }
settings-texts-of-channels =
    { $count ->
        [one] el texto de { $count } canal
       *[other] los textos de { $count } canales
    }
settings-take-back = Deshacer #{ $number }
settings-taken-back = Se deshizo #{ $number }.
settings-newer = Más recientes
settings-older = Más antiguos
settings-revert-title = ¿Deshacer #{ $number }?
settings-revert-conflict = Lo marcado con ⚠ se ha cambiado otra vez desde entonces. Aún no se ha deshecho nada.
settings-revert-anyway = Deshacer de todos modos
settings-cancel = Cancelar
settings-import-title = ¿Importar { $file }?
settings-import-hint = Aún no ha cambiado nada. Después estará ajustado lo que dice el archivo y nada más. Esto espera 15 minutos.
settings-import-moved = Los ajustes han cambiado entretanto: esta es la diferencia ahora.
settings-apply = Aplicar
settings-imported = Importado
settings-cancelled = Cancelado
settings-nothing-changed = No se ha cambiado nada.
settings-exported = Lo que está ajustado aquí. { CMD("settings import") } lo vuelve a tomar, aquí o en otro servidor.
