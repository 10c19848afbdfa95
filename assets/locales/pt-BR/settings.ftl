### The settings of a server: what each is for, and what is said about them.

setting-language = O idioma das respostas que todos veem.
    .name = Idioma
setting-timezone = O fuso horário em que os dias começam e as horas são mostradas.
    .name = Fuso horário
setting-features-clubAnalytics = Se as listas do clube são lidas e guardadas aqui.
    .name = Análise do clube
setting-features-chatBot = Se é possível conversar com o bot aqui.
    .name = Chat
setting-club-managerRoles = Os cargos cujos membros podem fazer o que os gestores do clube fazem.
    .name = Cargos de gestor
setting-club-week-day = O dia em que a semana do clube começa.
    .name = Semana: dia
setting-club-week-time = A hora desse dia em que a semana do clube começa.
    .name = Semana: hora
setting-club-week-timezone = O fuso horário em que a semana do clube começa.
    .name = Semana: fuso horário
setting-club-guards-jumpPercent = Uma lista precisa de uma segunda aprovação quando o poder de um membro muda nesta porcentagem; 0 desativa.
    .name = Proteção: salto
setting-club-guards-volatilePercent = Um membro cujo poder muda nesta porcentagem é instável; 0 desativa.
    .name = Proteção: variação
setting-club-guards-volatileMembers = Uma lista precisa de uma segunda aprovação quando há mais membros instáveis do que isto.
    .name = Proteção: membros instáveis
setting-club-guards-missingPercent = Uma lista precisa de uma segunda aprovação quando falta esta porcentagem dos membros da anterior; 0 desativa.
    .name = Proteção: ausentes
setting-club-guards-overHeader = Se uma lista com mais membros do que o cabeçalho do jogo conta precisa de uma segunda aprovação.
    .name = Proteção: mais que o cabeçalho
setting-club-alerts-channel = O canal em que as novidades do clube são contadas; sem um, não são.
    .name = Novidades: canal
setting-club-alerts-members = Se é contado quem entrou e quem saiu.
    .name = Novidades: membros
setting-club-alerts-changePercent = É contado de quem o poder mudou nesta porcentagem; 0 desativa.
    .name = Novidades: poder
setting-club-alerts-scanDue = Se o canal é lembrado quando a leitura da semana está pendente.
    .name = Novidades: leitura pendente
setting-club-visionReading = Se um modelo de visão, onde o anfitrião o configurou, lê as capturas junto do leitor embutido.
    .name = Leitura por visão
setting-chat-channels = Os canais em que se pode conversar com o bot; sem nenhum listado, são todos.
    .name = Canais
setting-chat-roles = Os cargos cujos membros podem conversar com o bot; sem nenhum listado, todos podem.
    .name = Cargos
setting-chat-persona = Quem o bot é quando conversa aqui, em lugar da sua própria persona.
    .name = Persona
setting-chat-channelPersonas = Quem o bot é em alguns canais, em lugar da persona do servidor.
    .name = Personas dos canais
setting-chat-budget-personDay = O máximo de tokens que cada pessoa pode usar aqui por dia, dentro do limite do anfitrião; 0 deixa com ele.
    .name = Orçamento: pessoa, dia
setting-chat-budget-personMonth = O máximo de tokens que cada pessoa pode usar aqui por mês, dentro do limite do anfitrião; 0 deixa com ele.
    .name = Orçamento: pessoa, mês
setting-chat-budget-guildDay = O máximo de tokens que todos podem usar aqui por dia, dentro do limite do anfitrião; 0 deixa com ele.
    .name = Orçamento: servidor, dia
setting-chat-budget-guildMonth = O máximo de tokens que todos podem usar aqui por mês, dentro do limite do anfitrião; 0 deixa com ele.
    .name = Orçamento: servidor, mês
setting-chat-streaming = Se as respostas são mostradas enquanto o modelo as escreve, ou só quando estão prontas.
    .name = Exibição contínua
setting-audit-channel = O canal em que as entradas do log de auditoria são espelhadas; sem um, não são.
    .name = Canal espelho
setting-audit-actions = As ações cujas entradas são espelhadas; a que termina em ponto vale por todas que começam com ela.
    .name = Ações espelhadas
setting-retention-chatDays = Por quantos dias as conversas são guardadas aqui; 0 é para sempre.
    .name = Chat: dias guardados

settings-topic =
    { $topic ->
        [language] Idioma
        [timezone] Fuso horário
        [features] Recursos
        [club] Clube
        [chat] Chat
        [audit] Log de auditoria
        [retention] Retenção
       *[other] { $topic }
    }
settings-weekday =
    { $day ->
        [mon] segunda-feira
        [tue] terça-feira
        [wed] quarta-feira
        [thu] quinta-feira
        [fri] sexta-feira
        [sat] sábado
        [sun] domingo
       *[other] { $day }
    }
settings-title = Configurações
settings-title-topic = Configurações: { $topic }
settings-list-footer = Em negrito está o que foi definido aqui; o resto é o padrão. { CMD("settings get") } com uma chave diz para que serve.
settings-value-set = **{ $value }** (definido aqui)
settings-value-default = **{ $value }** (padrão)
settings-may-be = Pode ser: { $accepted }. O padrão é: { $default }.
settings-was-set = Definido
settings-was-reset = Redefinido
settings-is-now = `{ $key }` agora é: **{ $value }**
settings-on = ligado
settings-off = desligado
settings-none = nenhum
settings-own-persona = a do próprio bot
settings-everywhere = em todo lugar
settings-everybody = todos
settings-nowhere = em lugar nenhum
settings-zero-host = 0, apenas o limite do anfitrião
settings-zero-forever = 0, para sempre
settings-zero-off = 0, desativado
settings-default = o padrão
settings-accepts-switch = ligado ou desligado (on, off)
settings-accepts-number = um número inteiro de { $from } a { $to }
settings-accepts-text = texto de 1 a { $most } caracteres
settings-accepts-choice = um de { $choices }
settings-accepts-zone = um fuso horário IANA como Europe/Berlin
settings-accepts-time = uma hora de 00:00 a 23:59 como 04:30
settings-accepts-channel = um canal, como #canal
settings-accepts-ids = até { $most } canais ou cargos separados por espaços, ou none para nenhum
settings-accepts-actions = até { $most } ações do log de auditoria separadas por espaços, ou none para nenhuma; a que termina em ponto vale por todas que começam com ela
settings-accepts-texts = um canal e o seu texto de no máximo { $most } caracteres, como `#canal texto`, para até { $channels } canais um após o outro; o canal sozinho retira o seu texto
settings-json-switch = true ou false
settings-json-id = um id do Discord como "123456789012345678"
settings-json-ids = uma lista de no máximo { $most } ids do Discord
settings-json-actions = uma lista de no máximo { $most } ações
settings-json-texts = um objeto com no máximo { $channels } ids de canais, cada um com texto de 1 a { $most } caracteres
settings-fault = { $path }: { $problem }
settings-fault-whole = As configurações: { $problem }
settings-unknown = não existe essa configuração
settings-not-offered = não existe essa configuração: escolha uma das oferecidas
settings-no-object = deve ser um objeto com configurações dentro
settings-must-be = deve ser { $what }
settings-not-mentioned = deve ser um #canal ou @cargo como o Discord oferece ao digitar, ou o seu id
settings-no-action = deve ser uma ação como club.analysis.save, ou club. para todas que começam com ela
settings-not-under-channel = deve estar sob um id do Discord como "123456789012345678"
settings-too-large = Esse arquivo é grande demais: configurações têm no máximo { $max } KiB.
settings-not-fetched = Não foi possível baixar o arquivo: envie-o de novo.
settings-no-json = Esse arquivo não é JSON: veja a linha { $line }, coluna { $column }.
settings-nothing-new = Nada mudaria: o que o arquivo diz já está definido.
settings-over = Isto já foi respondido ou esperou mais de 15 minutos: comece de novo.
settings-no-such-revision = Essa mudança não está mais registrada: { CMD("settings history") } mostra o que há.
settings-nothing-to-revert = Não há nada a desfazer: tudo está como antes dessa mudança.
settings-too-much = Mudou-se demais aqui em um só dia: cada mudança é guardada por { $days } dias. Tente de novo daqui a algumas horas.
settings-choose-topic = Escolha um assunto
settings-choose-setting = Escolha uma configuração
settings-choose-value = Escolha um valor
settings-choose-channel = Escolha um canal
settings-choose-channels = Escolha canais
settings-choose-roles = Escolha cargos
settings-choose-actions = Escolha ações
settings-choose-text-channel = Escolha o canal cujo texto escrever
settings-choose-first = Escolha abaixo o que mudar.
settings-turn-on = Ligar
settings-turn-off = Desligar
settings-edit = Alterar…
settings-back-to-default = Padrão
settings-leave-empty = Vazio devolve o padrão
settings-clash-title = Outra pessoa mudou isto
settings-clash-by = { $who } mudou **{ $name }** desde que foi mostrado a você. Qual dos dois deve valer?
settings-clash = **{ $name }** mudou desde que foi mostrado a você. Qual dos dois deve valer?
settings-clash-theirs = Como está agora
settings-clash-mine = Como você quer
settings-use-mine = Usar o meu
settings-keep-theirs = Manter o deles
settings-history-title = Mudanças das configurações
settings-history-empty = Nada foi mudado aqui ainda.
settings-somebody = alguém
settings-entry = **#{ $number }** · { $who } · { $when }
settings-entry-reverts = desfaz #{ $number }
settings-entry-import = de um arquivo
settings-more-changes =
    { $count ->
        [one] … e mais { $count } mudança
       *[other] … e mais { $count } mudanças
    }
settings-texts-of-channels =
    { $count ->
        [one] o texto de { $count } canal
       *[other] os textos de { $count } canais
    }
settings-take-back = Desfazer #{ $number }
settings-taken-back = #{ $number } foi desfeita.
settings-newer = Mais recentes
settings-older = Mais antigas
settings-revert-title = Desfazer #{ $number }?
settings-revert-conflict = O que está marcado com ⚠ foi mudado de novo desde então. Nada foi desfeito ainda.
settings-revert-anyway = Desfazer mesmo assim
settings-cancel = Cancelar
settings-import-title = Importar { $file }?
settings-import-hint = Nada mudou ainda. Depois estará definido o que o arquivo diz, e nada mais. Isto espera 15 minutos.
settings-import-moved = As configurações mudaram nesse meio-tempo: esta é a diferença agora.
settings-apply = Aplicar
settings-imported = Importado
settings-cancelled = Cancelado
settings-nothing-changed = Nada foi mudado.
settings-exported = O que está definido aqui. { CMD("settings import") } traz de volta, aqui ou em outro servidor.
