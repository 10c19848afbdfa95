### Se o que alguém diz ao bot é guardado: o aviso, o que vale e por que algo não é feito.

## O que vale.

consent-title = Suas conversas comigo
consent-is-unasked = **Nada das suas conversas é guardado**, porque você ainda não disse que pode ser.
consent-is-accepted = **Suas conversas são guardadas**, como você escolheu em { $day }.
consent-is-declined = **Nada das suas conversas é guardado**, como você escolheu em { $day }.
consent-without = Sem isso eu respondo do mesmo jeito e esqueço cada pergunta junto com a resposta.
consent-still-kept = O que foi guardado antes continua armazenado: apague abaixo ou veja com { CMD("conversations list") }.
consent-is-forgotten =
    { $count ->
        [0] Não havia mais nada para apagar.
        [one] { $count } conversa foi apagada de vez, com tudo o que foi dito e anexado.
       *[other] { $count } conversas foram apagadas de vez, com tudo o que foi dito e anexado.
    }

## O aviso.

consent-notice-title = Posso guardar nossas conversas?
consent-notice = Respondi sem guardar nada. Se você aceitar, suas conversas serão guardadas a partir da sua próxima pergunta.
consent-what = O que é guardado
consent-what-it-is = Suas perguntas com as imagens e os textos que você anexar, as mensagens sobre as quais perguntar e as minhas respostas: assim eu lembro o que foi dito, e você pode ler de novo.
consent-where = Para onde vai
consent-where-it-goes = Com cada pergunta, guardada ou não, o que preciso para responder vai para o provedor do modelo ({ $model }). O que é guardado fica com quem hospeda este bot e não é mostrado a mais ninguém.
consent-how-long = Por quanto tempo
consent-how-long-it-is = Até você apagar, ou pelo tempo que os administradores do servidor permitirem. O que você apagou some em no máximo 30 dias.
consent-rights = Continua sendo seu
consent-rights-are = { CMD("conversations list") } mostra, { CMD("conversations export") } entrega a você, { CMD("conversations delete") } apaga. Você pode mudar de ideia quando quiser com { CMD("privacy consent") }.
consent-noted = Anotado. { CMD("privacy consent") } mostra o que vale para você e permite mudar.

## Botões.

consent-accept = Guardar minhas conversas
consent-decline = Não guardar nada
consent-forget = Apagar o que está guardado
consent-about = Por que nada é guardado?

## Abaixo de uma resposta da qual nada é guardado.

consent-note = Nada disto é guardado, então não dá para continuar nem pedir outra resposta.
consent-note-interrupted = O bot foi reiniciado no meio disto: pergunte de novo para receber a resposta inteira.
consent-note-failed = Não houve resposta: pergunte de novo.
consent-note-silent = O modelo respondeu sem uma palavra: pergunte de novo.
consent-note-cut-off = A resposta parou no meio: pergunte de novo para receber outra.
consent-note-nonsense = O modelo não enviou nada que se possa mostrar: pergunte de novo.
consent-note-too-long = Isso é longo demais para o modelo: encurte sua pergunta.

## Por que algo não é feito.

consent-not-kept = Isto guardaria mais de uma conversa cujo dono não aceitou isso: { CMD("privacy consent") } serve para isso.
consent-nothing-kept = Você não tem conversas, porque elas não são guardadas: { CMD("privacy consent") } muda isso.
consent-not-yours = Essa pergunta é para outra pessoa: { CMD("privacy consent") } mostra o que vale para você.
consent-over = Essa resposta já terminou, e nada dela foi guardado: pergunte de novo se precisar de mais.
