### Talking to the bot: answers, what is said of them, and why there is none.

## What stands above an answer.

chat-about-message = -# Sobre [un mensaje](<{ $link }>) de { $name }
chat-about = -# Sobre un mensaje de { $name }

## While an answer comes.

chat-thinking = Pensando…
chat-goes-on = Continúa: todo llegará como archivo.
chat-using-roster = Mirando la lista de miembros del club…
chat-using-stats = Mirando las cifras del club…
chat-using-movers = Mirando quién ha cambiado…
chat-using-member = Mirando las semanas de un miembro…
chat-using-something = Buscando algo…

## What is said below an answer that is over; the buttons are named as below.

chat-which = Respuesta { $index } de { $count }.
chat-answered-by = Respondió { $model }.
chat-left-out =
    { $count ->
        [one] Se omitió 1 mensaje anterior.
       *[other] Se omitieron { $count } mensajes anteriores.
    }
chat-cut = Es tan larga como puede ser una respuesta: pide el resto.
chat-closed = Tu próxima pregunta empieza una conversación nueva.
chat-stopped = Detenida.
chat-interrupted = El bot se reinició a mitad de esto: pulsa «Otra vez» para recibir una respuesta entera.
chat-no-answer = No hubo respuesta: pulsa «Otra vez».
chat-wordless = El modelo respondió sin una palabra: pulsa «Otra vez».

## Buttons.

chat-stop = Parar
chat-again = Otra vez
chat-new = Nueva

## What somebody is told who mentions the bot and says nothing.

chat-help = Pregúntame algo: escríbelo detrás de la mención, responde a una de mis respuestas o usa { CMD("chat") }. { CMD("chat-info") } dice qué soy.
# Of a message that Discord does not show to the bot.
chat-unreadable = Discord no me muestra lo que dice ese mensaje. Pon su texto detrás de la mención o elige Aplicaciones > { $menu } en su menú.

## The words of a question that has none: they are kept, and the model reads them.

chat-what-of-quote = ¿Qué dices de este mensaje?
chat-what-of-file = ¿Qué es esto?
chat-quoted-bot = el asistente, a otra persona
chat-quoted-somebody = alguien
chat-quoted-unkept = (Lo que escribió o adjuntó se mostró solo para una respuesta y no se guarda, porque no ha dado su consentimiento.)
chat-file-dropped = (Este archivo se adjuntó hace mucho y ya no se guarda.)
chat-quoted-unshown = (Discord no le muestra al bot lo que dice este mensaje. Dilo.)
# What a conversation is called whose first question has no words.
chat-untitled = Conversación

## Who answers, as whom, where and for whom.

chat-info-title = Chat
chat-info-model = Modelo
chat-info-second = { $first }; cuando está saturado o calla: { $second }
chat-info-images = Imágenes
chat-info-sees = Ve lo que adjuntas.
chat-info-blind = Solo lee texto.
chat-info-limits = Límites
chat-info-tokens = Se le muestran hasta { $context } tokens de una conversación, y responde con hasta { $answer }.
chat-info-cooldown =
    { $seconds ->
        [0] Puedes volver a preguntar enseguida.
        [1] Puedes volver a preguntar tras un segundo.
       *[other] Puedes volver a preguntar tras { $seconds } segundos.
    }
chat-info-you = Tú: { $budget }.
chat-info-guild = Este servidor: { $budget }.
chat-info-a-day =
    { $count ->
        [one] { $count } token al día
       *[other] { $count } tokens al día
    }
chat-info-a-month =
    { $count ->
        [one] { $count } token al mes
       *[other] { $count } tokens al mes
    }
chat-info-no-limit = sin límite
chat-info-who-in-channel = Quién es en este canal
chat-info-who-in-guild = Quién es en este servidor
chat-info-who = Quién es
chat-info-where = Dónde
chat-info-everywhere = Todos los canales
chat-info-whom = Para quién
chat-info-everybody = Todos
chat-info-looks = Puede mirar
chat-info-looks-at-nothing = Nada más que lo que le muestres.
chat-info-roster = la lista de miembros del club
chat-info-stats = sus cifras
chat-info-movers = quién ha cambiado
chat-info-member = las semanas de un miembro

## What is left.

chat-usage-title = Lo que queda del chat
chat-usage-in-tokens = En tokens: unos cuatro por cada tres palabras, tanto de preguntas como de respuestas. El día empieza a medianoche UTC, el mes el día 1.
chat-usage-you = Tú
chat-usage-guild = Este servidor
chat-usage-all = Todo el bot
chat-usage-today = Hoy: { $left }
chat-usage-month = Este mes: { $left }
chat-usage-left = quedan **{ $left }** de { $limit } ({ $used } usados)
chat-usage-no-limit = sin límite ({ $used } usados)
chat-usage-cost = Coste: { $day } hoy, { $month } este mes
chat-usage-of-model =
    { $calls ->
        [one] { $model }: 1 llamada, { $prompt } tokens de entrada, { $completion } de salida, { $cost }
       *[other] { $model }: { $calls } llamadas, { $prompt } tokens de entrada, { $completion } de salida, { $cost }
    }
# US dollars.
chat-usage-dollars = { $amount } US$

## Why there is no answer: one sentence, what is wrong and what to do.

chat-fault-not-set-up = El chat no está configurado en este bot: quien lo aloja tiene que indicar un modelo (OPENAI_API_KEY y CHAT_MODEL).
chat-fault-switched-off = El chat está desactivado en este servidor: sus administradores pueden cambiarlo con { CMD("settings") }.
chat-fault-not-in-this-channel = El chat no está permitido en este canal: { CMD("chat-info") } muestra dónde lo está.
chat-fault-not-with-these-roles = Aquí el chat es para ciertos roles y no tienes ninguno: { CMD("chat-info") } muestra cuáles.
chat-fault-cooling-down =
    { $seconds ->
        [1] Qué rapidez: vuelve a preguntar en un segundo.
       *[other] Qué rapidez: vuelve a preguntar en { $seconds } segundos.
    }
chat-fault-still-answering = Tu última pregunta aún se está respondiendo: espera o pulsa «Parar» allí.
chat-fault-restarting = Me estoy reiniciando: vuelve a preguntar en un minuto.
chat-fault-heard-elsewhere = Ese mensaje ya se está respondiendo.
chat-fault-too-long = Esa pregunta es demasiado larga para el modelo: acórtala o hazla por partes.
chat-fault-empty = No hay nada que responder: escribe una pregunta.
chat-fault-too-many-files = Son demasiados archivos: adjunta como máximo { $max } a una pregunta.
chat-fault-unreadable-file = { $name } no se puede leer: adjunta imágenes PNG, JPEG o WebP y archivos de texto UTF-8 de 1 MiB como máximo.
chat-fault-cannot-see = El modelo de aquí no puede ver imágenes: pregunta con palabras o adjunta un archivo de texto.
chat-fault-not-yours = Eso solo puede hacerlo quien preguntó o quien gestiona los mensajes aquí.
chat-fault-gone = Esa conversación ya no existe: empieza una nueva con { CMD("chat") }.
chat-fault-nothing-to-stop = Esa respuesta ya ha terminado: no hay nada que parar.
chat-fault-too-many-answers =
    { $max ->
        [one] Esta pregunta ya tiene { $max } respuesta, que es el máximo: hazla de nuevo.
       *[other] Esta pregunta ya tiene { $max } respuestas, que es el máximo: hazla de nuevo.
    }

## Whose budget is spent, of which time.

chat-spent-person-day = Has agotado tu presupuesto de chat de hoy: se renueva a medianoche UTC, y { CMD("chat-usage") } lo muestra.
chat-spent-person-month = Has agotado tu presupuesto de chat de este mes: se renueva el día 1 (UTC), y { CMD("chat-usage") } lo muestra.
chat-spent-guild-day = Este servidor ha agotado su presupuesto de chat de hoy: se renueva a medianoche UTC, y { CMD("chat-usage") } lo muestra.
chat-spent-guild-month = Este servidor ha agotado su presupuesto de chat de este mes: se renueva el día 1 (UTC), y { CMD("chat-usage") } lo muestra.
chat-spent-host-day = Este bot ha agotado su presupuesto de chat de hoy: inténtalo después de medianoche UTC.
chat-spent-host-month = Este bot ha agotado su presupuesto de chat de este mes: inténtalo después del día 1 (UTC).

## What became of the model's answer.

chat-model-key-refused = El modelo no acepta la clave de este bot: quien lo aloja tiene que revisarlo.
chat-model-out-of-quota = La cuenta de este bot con el modelo está agotada: quien lo aloja tiene que revisarlo.
chat-model-limit-reached = El modelo no acepta más preguntas de este bot por el momento: inténtalo en unos minutos.
chat-model-overloaded = El modelo está saturado: inténtalo en unos minutos.
chat-model-timeout = El modelo no respondió a tiempo: inténtalo de nuevo.
chat-model-unreachable = No se puede contactar con el modelo: inténtalo más tarde; si no ayuda, avisa a quien aloja el bot.
chat-model-refused-content = El proveedor del modelo se niega a responder a esto: pregúntalo de otra forma.
chat-model-too-long = Esta conversación se ha vuelto demasiado larga para el modelo: pulsa «Nueva» o acorta tu pregunta.
chat-model-wrong-setting = El modelo no acepta las peticiones de este bot: quien lo aloja tiene que revisar CHAT_MODEL y OPENAI_BASE_URL.
chat-model-cut-off = La respuesta se cortó a la mitad: pulsa «Otra vez» para recibir otra.
chat-model-nonsense = El modelo no envió nada que se pueda mostrar: pulsa «Otra vez».
