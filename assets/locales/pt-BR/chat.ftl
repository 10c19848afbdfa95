### Talking to the bot: answers, what is said of them, and why there is none.

## What stands above an answer.

chat-about-message = -# Sobre [uma mensagem](<{ $link }>) de { $name }
chat-about = -# Sobre uma mensagem de { $name }

## While an answer comes.

chat-thinking = Pensando…
chat-goes-on = Continua: tudo virá como arquivo.
chat-using-roster = Olhando os membros do clube…
chat-using-stats = Olhando os números do clube…
chat-using-movers = Olhando quem mudou…
chat-using-member = Olhando as semanas de um membro…
chat-using-something = Consultando algo…

## What is said below an answer that is over; the buttons are named as below.

chat-which = Resposta { $index } de { $count }.
chat-answered-by = Respondido por { $model }.
chat-left-out =
    { $count ->
        [one] { $count } mensagem mais antiga ficou de fora.
       *[other] { $count } mensagens mais antigas ficaram de fora.
    }
chat-cut = Uma resposta não pode ser mais longa: peça o resto.
chat-closed = Sua próxima pergunta começa uma conversa nova.
chat-stopped = Parada.
chat-interrupted = O bot foi reiniciado no meio disto: toque em “De novo” para receber uma resposta inteira.
chat-no-answer = Não houve resposta: toque em “De novo”.
chat-wordless = O modelo respondeu sem uma palavra: toque em “De novo”.

## Buttons.

chat-stop = Parar
chat-again = De novo
chat-new = Nova

## What somebody is told who mentions the bot and says nothing.

chat-help = Pergunte algo: escreva depois da menção, responda a uma das minhas respostas ou use { CMD("chat") }. { CMD("chat-info") } diz o que eu sou.
# Of a message that Discord does not show to the bot.
chat-unreadable = O Discord não me mostra o que essa mensagem diz. Coloque o texto dela depois da menção ou escolha Apps > { $menu } no menu dela.

## The words of a question that has none: they are kept, and the model reads them.

chat-what-of-quote = O que você diz sobre esta mensagem?
chat-what-of-file = O que é isto?
chat-quoted-bot = o assistente, para outra pessoa
chat-quoted-somebody = alguém
chat-quoted-unkept = (O que essa pessoa escreveu ou anexou foi mostrado só para uma resposta e não é guardado, porque ela não concordou com isso.)
chat-file-dropped = (Este arquivo foi anexado há muito tempo e não é mais guardado.)
chat-quoted-unshown = (O Discord não mostra ao bot o que esta mensagem diz. Diga isso.)
# What a conversation is called whose first question has no words.
chat-untitled = Conversa

## Who answers, as whom, where and for whom.

chat-info-title = Chat
chat-info-model = Modelo
chat-info-second = { $first }; quando está sobrecarregado ou calado: { $second }
chat-info-images = Imagens
chat-info-sees = Ele vê o que você anexa.
chat-info-blind = Ele só lê texto.
chat-info-limits = Limites
chat-info-tokens = Ele vê até { $context } tokens de uma conversa e responde com até { $answer }.
chat-info-cooldown =
    { $seconds ->
        [0] Você pode perguntar de novo na hora.
        [1] Você pode perguntar de novo depois de um segundo.
       *[other] Você pode perguntar de novo depois de { $seconds } segundos.
    }
chat-info-you = Você: { $budget }.
chat-info-guild = Este servidor: { $budget }.
chat-info-a-day =
    { $count ->
        [one] { $count } token por dia
       *[other] { $count } tokens por dia
    }
chat-info-a-month =
    { $count ->
        [one] { $count } token por mês
       *[other] { $count } tokens por mês
    }
chat-info-no-limit = sem limite
chat-info-who-in-channel = Quem ele é neste canal
chat-info-who-in-guild = Quem ele é neste servidor
chat-info-who = Quem ele é
chat-info-where = Onde
chat-info-everywhere = Todos os canais
chat-info-whom = Para quem
chat-info-everybody = Todos
chat-info-looks = Pode consultar
chat-info-looks-at-nothing = Nada além do que você mostrar.
chat-info-roster = a lista de membros do clube
chat-info-stats = os números dele
chat-info-movers = quem mudou
chat-info-member = as semanas de um membro

## What is left.

chat-usage-title = O que resta do chat
chat-usage-in-tokens = Em tokens: cerca de quatro a cada três palavras, de perguntas e respostas. O dia começa à meia-noite UTC, o mês no dia 1º.
chat-usage-you = Você
chat-usage-guild = Este servidor
chat-usage-all = O bot inteiro
chat-usage-today = Hoje: { $left }
chat-usage-month = Neste mês: { $left }
chat-usage-left = restam **{ $left }** de { $limit } ({ $used } usados)
chat-usage-no-limit = sem limite ({ $used } usados)
chat-usage-cost = Custo: { $day } hoje, { $month } neste mês
chat-usage-of-model =
    { $calls ->
        [one] { $model }: { $calls } chamada, { $prompt } tokens de entrada, { $completion } de saída, { $cost }
       *[other] { $model }: { $calls } chamadas, { $prompt } tokens de entrada, { $completion } de saída, { $cost }
    }
# US dollars.
chat-usage-dollars = US$ { $amount }

## Why there is no answer: one sentence, what is wrong and what to do.

chat-fault-not-set-up = O chat não está configurado neste bot: quem o hospeda precisa indicar um modelo (OPENAI_API_KEY e CHAT_MODEL).
chat-fault-switched-off = O chat está desligado neste servidor: os administradores podem mudar isso com { CMD("settings") }.
chat-fault-not-in-this-channel = O chat não é permitido neste canal: { CMD("chat-info") } mostra onde é.
chat-fault-not-with-these-roles = Aqui o chat é para certos cargos, e você não tem nenhum deles: { CMD("chat-info") } mostra quais.
chat-fault-cooling-down =
    { $seconds ->
        [1] Essa foi rápida: pergunte de novo em um segundo.
       *[other] Essa foi rápida: pergunte de novo em { $seconds } segundos.
    }
chat-fault-still-answering = Sua última pergunta ainda está sendo respondida: espere ou toque em “Parar” lá.
chat-fault-restarting = Estou reiniciando: pergunte de novo em um minuto.
chat-fault-heard-elsewhere = Essa mensagem já está sendo respondida.
chat-fault-too-long = Essa pergunta é longa demais para o modelo: encurte-a ou faça-a em partes.
chat-fault-empty = Não há nada para responder: escreva uma pergunta.
chat-fault-too-many-files = São arquivos demais: anexe no máximo { $max } a uma pergunta.
chat-fault-unreadable-file = { $name } não pode ser lido: anexe imagens PNG, JPEG ou WebP e arquivos de texto UTF-8 de no máximo 1 MiB.
chat-fault-cannot-see = O modelo daqui não vê imagens: pergunte com palavras ou anexe um arquivo de texto.
chat-fault-not-yours = Só quem perguntou, ou alguém que gerencia as mensagens aqui, pode fazer isso.
chat-fault-gone = Essa conversa não existe mais: comece uma nova com { CMD("chat") }.
chat-fault-nothing-to-stop = Essa resposta já terminou: não há nada para parar.
chat-fault-too-many-answers =
    { $max ->
        [one] Esta pergunta já tem { $max } resposta, que é o máximo: pergunte outra vez.
       *[other] Esta pergunta já tem { $max } respostas, que é o máximo: pergunte outra vez.
    }

## Whose budget is spent, of which time.

chat-spent-person-day = Você usou todo o seu orçamento de chat de hoje: ele recomeça à meia-noite UTC, e { CMD("chat-usage") } o mostra.
chat-spent-person-month = Você usou todo o seu orçamento de chat deste mês: ele recomeça no dia 1º (UTC), e { CMD("chat-usage") } o mostra.
chat-spent-guild-day = Este servidor usou todo o seu orçamento de chat de hoje: ele recomeça à meia-noite UTC, e { CMD("chat-usage") } o mostra.
chat-spent-guild-month = Este servidor usou todo o seu orçamento de chat deste mês: ele recomeça no dia 1º (UTC), e { CMD("chat-usage") } o mostra.
chat-spent-host-day = Este bot usou todo o seu orçamento de chat de hoje: tente de novo depois da meia-noite UTC.
chat-spent-host-month = Este bot usou todo o seu orçamento de chat deste mês: tente de novo depois do dia 1º (UTC).

## What became of the model's answer.

chat-model-key-refused = O modelo não aceita a chave deste bot: quem o hospeda precisa ver isso.
chat-model-out-of-quota = A conta deste bot com o modelo está esgotada: quem o hospeda precisa ver isso.
chat-model-limit-reached = O modelo não aceita mais perguntas deste bot por enquanto: tente de novo em alguns minutos.
chat-model-overloaded = O modelo está sobrecarregado: tente de novo em alguns minutos.
chat-model-timeout = O modelo não respondeu a tempo: tente de novo.
chat-model-unreachable = Não dá para alcançar o modelo: tente mais tarde; se não adiantar, avise quem hospeda o bot.
chat-model-refused-content = O provedor do modelo se recusa a responder a isto: pergunte de outro jeito.
chat-model-too-long = Esta conversa ficou longa demais para o modelo: toque em “Nova” ou encurte sua pergunta.
chat-model-wrong-setting = O modelo não aceita os pedidos deste bot: quem o hospeda precisa verificar CHAT_MODEL e OPENAI_BASE_URL.
chat-model-cut-off = A resposta parou no meio: toque em “De novo” para receber outra.
chat-model-nonsense = O modelo não enviou nada que se possa mostrar: toque em “De novo”.
