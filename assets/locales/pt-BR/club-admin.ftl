### What the commands for a club’s managers say.

## What managers are refused.

club-admin-no-such-member = Nenhum membro se chama "{ $name }" aqui.
club-admin-no-such-member-perhaps = Nenhum membro se chama "{ $name }" aqui; talvez { $like }.
club-admin-not-a-name = Um nome precisa de pelo menos uma letra, um número ou um sinal, e de no máximo { $max } caracteres.
club-admin-is-a-member = "{ $spelling }" é o nome de um membro: se for o mesmo que { $member }, use { CMD("club-admin members merge") }.
club-admin-means-another = "{ $spelling }" já indica { $other }: remova-o antes com { CMD("club-admin aliases remove") }.
club-admin-no-such-alias = "{ $alias }" não é um apelido aqui: { CMD("club-admin aliases list") } mostra os que existem.
club-admin-full = Um clube guarda no máximo { $max } apelidos: remova alguns antes.
club-admin-same-member = É o mesmo membro: escolha dois.
club-admin-not-linked = { $name } não está vinculado a ninguém no Discord.
club-admin-week-to-come = A semana { $week } ainda não começou: o clube está em { $now }.
club-admin-too-high = Não existe poder de { $max } ou mais: confira o valor.
club-admin-reason-too-long = Um motivo pode ter no máximo { $max } caracteres.
club-admin-no-such-correction = Essa correção não vale (mais): { CMD("club-admin corrections list") } mostra as que valem.
club-admin-nothing-to-roll-back =
    Não há nada salvo de { $metric ->
        [sim] Sim Power
       *[total] Total Power
    } que possa ser revertido.
club-admin-nothing-to-roll-back-in =
    Não há nada salvo de { $metric ->
        [sim] Sim Power
       *[total] Total Power
    } em { $week } que possa ser revertido.
club-admin-no-longer-current = Isso não é mais o que vale: alguém salvou ou reverteu nesse meio-tempo. Use { CMD("club-admin rollback") } de novo.
club-admin-nothing-to-undo = Não há mais nada a desfazer: já foi desfeito, ou a análise foi excluída.
club-admin-nothing-to-change = Indique pelo menos uma coisa para mudar.
club-admin-cannot-post = O bot não consegue postar lá ({ $why }): dê a ele "Ver canal", "Enviar mensagens" e "Inserir links" nesse canal e tente de novo.
club-admin-fetch-host = Não foi possível baixar o arquivo: o link leva a um servidor não permitido; envie o arquivo ao próprio Discord.
club-admin-fetch-too-large = Não foi possível baixar o arquivo: ele tem mais de 10 MiB; envie a captura original em PNG ou JPEG.
club-admin-fetch-gone = Não foi possível baixar o arquivo: o Discord não o tem mais (o link expirou); envie-o de novo.
club-admin-fetch-broke-off = Não foi possível baixar o arquivo: o download foi interrompido; tente de novo daqui a pouco.
club-admin-fetch-too-slow = Não foi possível baixar o arquivo: o download demorou demais; tente de novo daqui a pouco.
club-admin-file-changed = O arquivo não é o que foi mostrado a você: importe-o de novo.
club-admin-import-over = Esta importação foi confirmada, cancelada ou expirou: use { CMD("club-admin import") } de novo.
club-admin-import-changed = Isto mudou desde que a aprovação foi pedida: use { CMD("club-admin import") } de novo.
club-admin-nothing-asked = Ninguém está pedindo aprovação aqui (não mais): use { CMD("club-admin import") } de novo.
club-admin-nothing-new = Nada mudaria: tudo o que este arquivo tem já é conhecido.

## Words that several answers have.

club-admin-off = desativado
club-admin-on = ativado
club-admin-choice-also = { $name } (também { $alias })
club-admin-undo = Desfazer

## /club-admin alerts

club-admin-alerts-off-title = Avisos desativados
club-admin-alerts-off = As novidades do clube não são mais anunciadas em lugar nenhum.
club-admin-alerts-title = Avisos
club-admin-alerts-set-title = Avisos definidos
club-admin-alerts-in = As novidades do clube são anunciadas em { $channel }.
club-admin-alerts-nowhere = As novidades do clube não são anunciadas em lugar nenhum: escolha um canal com { CMD("club-admin alerts set") }.
club-admin-alerts-change = de { $percent }% ou mais
club-admin-alerts-members = Entradas e saídas
club-admin-alerts-changes = Mudanças
club-admin-alerts-scan-due = Leitura pendente
club-admin-alerts-trouble = Não entregue
club-admin-alerts-trouble-waits = { $at }: { $why }. Será tentado de novo; veja as permissões do bot nesse canal.
club-admin-alerts-trouble-over = { $at }: { $why }. O envio foi abandonado.

## /club-admin aliases

club-admin-aliases-title = Apelidos
club-admin-aliases-none = Nenhum membro tem outra grafia ainda: adicione uma com { CMD("club-admin aliases add") } ou corrija um nome antes de salvar.
club-admin-aliases-of = { $member }: { $spellings }
club-admin-alias-source =
    { $alias } ({ $source ->
        [fix] corrigido
        [command] adicionado
        [import] importado
       *[rename] nome anterior
    })
club-admin-alias-known-title = Já conhecido
club-admin-alias-known = { $alias } já indica { $member }.
club-admin-alias-added-title = Apelido adicionado
club-admin-alias-added = { $alias } indica { $member } a partir da próxima leitura.
club-admin-alias-removed-title = Apelido removido
club-admin-alias-removed = { $alias } não indica mais { $member }. O que está salvo fica como está.

## /club-admin corrections

club-admin-correction =
    { $member } · { $metric ->
        [sim] Sim Power
       *[total] Total Power
    } · { $week }: { $value }\*
club-admin-correction-reason = Motivo: { $reason }
club-admin-correction-replaces = Ela substitui a correção { $value }\* de { $at }.
club-admin-correction-replaces-because = Ela substitui a correção { $value }\* de { $at }. O motivo dela: { $reason }
club-admin-correction-until-now = Até agora: { $value }, que é mantido.
club-admin-correction-until-now-nothing = Até agora nada era conhecido.
club-admin-correction-no-roster =
    Ainda não há { $metric ->
        [sim] Sim Power
       *[total] Total Power
    } de { $week } salvo: ela vale assim que houver.
club-admin-correction-imported = Importado
club-admin-corrected-title = Corrigido
club-admin-corrections-title = Correções
club-admin-corrections-none = Nada está corrigido: todos os valores estão como foram lidos.
club-admin-correction-removed-title = Correção removida
club-admin-correction-removed = O que foi lido volta a valer.
club-admin-choice-correction =
    { $member } · { $metric ->
        [sim] Sim Power
       *[total] Total Power
    } · { $week } · { $value }

## /club-admin guards

club-admin-guards-title = Proteções
club-admin-guards-set-title = Proteções definidas
club-admin-guards-when = Uma lista precisa da aprovação de um segundo gestor quando…
club-admin-guard-jump = Salto
club-admin-guard-volatile = Variação
club-admin-guard-missing = Ausentes
club-admin-guard-header = Acima do cabeçalho
club-admin-guard-jump-when = o poder de um membro muda { $percent }% ou mais
club-admin-guard-volatile-when =
    mais de { $most ->
        [one] { $most } membro muda
       *[other] { $most } membros mudam
    } { $percent }% ou mais
club-admin-guard-missing-when = { $percent }% ou mais dos membros da última lista estão ausentes
club-admin-guard-header-when = há mais membros do que o cabeçalho do jogo conta

## /club-admin import

club-admin-import-title = Importação
club-admin-import-cancelled-title = Cancelado
club-admin-import-cancelled = Nada foi importado.
club-admin-import-refused-title = Este arquivo não pode ser importado
club-admin-import-refused = Nada foi importado. O que há de errado no arquivo está em { $file }; corrija-o e importe-o de novo.
club-admin-import-question-title = Importar { $file }?
club-admin-import-question = Nada mudou ainda.
club-admin-import-question-guarded = Nada mudou ainda. Importar pede a aprovação de um segundo gestor.
club-admin-import-confirm = Importar
club-admin-import-cancel = Cancelar
club-admin-import-approve = Aprovar
club-admin-import-asking-title = Aprovar a importação de { $file }?
club-admin-import-asking = Nada mudou ainda: outro gestor, que não seja quem pediu, precisa pressionar Aprovar.
club-admin-import-asked-title = Aprovação pedida para { $file }
club-admin-import-asked = Outro gestor precisa pressionar Aprovar abaixo da mensagem neste canal.
club-admin-import-asked-unseen = Outro gestor precisa aprovar, mas a mensagem não pôde ser postada neste canal: cancele importando de novo onde o bot possa postar.
club-admin-imported-title = { $file } importado
club-admin-import-undone-title = Importação desfeita
club-admin-import-undone =
    { $rosters ->
        [one] { $rosters } lista revertida
       *[other] { $rosters } listas revertidas
    }: o que valia antes volta a valer. Membros e apelidos que o arquivo trouxe continuam conhecidos. Para ter tudo de volta, importe o arquivo de novo.
club-admin-import-undone-corrections =
    { $rosters ->
        [one] { $rosters } lista revertida
       *[other] { $rosters } listas revertidas
    } e { $corrections ->
        [one] { $corrections } correção removida
       *[other] { $corrections } correções removidas
    }: o que valia antes volta a valer. Membros e apelidos que o arquivo trouxe continuam conhecidos. Para ter tudo de volta, importe o arquivo de novo.
# What an import changes, a line for each kind.
club-admin-import-week = { $format } · { $week }
club-admin-import-weeks = { $format } · { $first } a { $last }
club-admin-import-saved =
    Salvo: { $rosters ->
        [one] { $rosters } lista
       *[other] { $rosters } listas
    } com { $values ->
        [one] { $values } valor
       *[other] { $values } valores
    }.
club-admin-import-superseded =
    No lugar do que vale até agora: { $rosters ->
        [one] { $rosters } lista
       *[other] { $rosters } listas
    } destas. O que está lá agora é mantido, e uma reversão traz de volta.
club-admin-import-unchanged =
    Já conhecidas como estão, e deixadas assim: { $rosters ->
        [one] { $rosters } lista
       *[other] { $rosters } listas
    }.
club-admin-import-known = Membros conhecidos: { $count }.
club-admin-import-new = Membros novos: { $count }: { $names }.
club-admin-import-aliases = Apelidos novos: { $count }.
club-admin-import-corrections =
    Mantido como correção (\*): { $count ->
        [one] { $count } valor
       *[other] { $count } valores
    }.
club-admin-import-guarded =
    Proteção: { $week }, { $metric ->
        [sim] Sim Power
       *[total] Total Power
    }: { $guard }
club-admin-import-more-guards = … e mais { $count }.

## /club-admin members

club-admin-members-kept-title = Mantidos
club-admin-members-kept = Eles continuam sendo dois membros.
club-admin-merge-title = Unir estes dois em um só?
club-admin-merge-question =
    { $other } passa a ser outra grafia de { $keep }: todos os valores, correções e apelidos dos dois serão de { $keep }. Onde uma lista tiver os dois, vale o valor de { $keep }.

    Isto não pode ser desfeito.
club-admin-merge = Unir
club-admin-merge-keep-both = Manter os dois
club-admin-merged-title = Unidos
club-admin-merged = { $other } agora indica { $keep }. Valores movidos: { $values }.
club-admin-merged-doubled =
    { $other } agora indica { $keep }. Valores movidos: { $values }. { $doubled ->
        [one] { $doubled } não vale mais
       *[other] { $doubled } não valem mais
    }, porque { $keep } também tinha um ali.
club-admin-renamed-title = Renomeado
club-admin-renamed = { $before } agora é { $after }; o nome antigo ainda indica o mesmo membro.
club-admin-unlinked-title = Desvinculado
club-admin-unlinked = { $name } não está mais vinculado a ninguém.

## /club-admin rollback

club-admin-rollback-title = Reverter?
club-admin-rollback-none = Não há mais nada valendo ali que possa ser revertido.
club-admin-rollback-question =
    Agora vale: { $now }
    Depois vale: { $before }

    Nada se perde: pode ser desfeito.
club-admin-rollback-question-last =
    Agora vale: { $now }
    Depois não há mais { $metric ->
        [sim] Sim Power
       *[total] Total Power
    } em { $week }.

    Nada se perde: pode ser desfeito.
club-admin-rollback-undoable = Última reversão: { $last }
club-admin-rollback-confirm = Reverter
club-admin-rollback-undo = Desfazer a última reversão
club-admin-rollback-keep = Manter
club-admin-rollback-kept-title = Mantido
club-admin-rollback-kept = Nada foi revertido.
# A saved roster: its week and power, its title and its members come before these.
club-admin-roster =
    { $week } · { $metric ->
        [sim] Sim Power
       *[total] Total Power
    }
club-admin-roster-members =
    { $count ->
        [one] { $count } membro
       *[other] { $count } membros
    }
club-admin-roster-saved = salva em { $at }
club-admin-roster-imported = importada em { $at }
club-admin-rolled-back-title = Revertido
club-admin-rolled-back =
    Não vale mais: { $gone }
    Agora vale: { $now }
club-admin-rolled-back-last =
    Não vale mais: { $gone }
    Não havia outra antes, então { $week } não tem mais { $metric ->
        [sim] Sim Power
       *[total] Total Power
    }.
club-admin-undone-title = Desfeito
club-admin-undone = Volta a valer: { $back }
club-admin-undone-superseded = Voltou, mas uma posterior foi salva nesse meio-tempo e é ela que vale: { $back }

## /club-admin week

club-admin-week-begins =
    As semanas começam { $day ->
        [mon] às segundas-feiras
        [tue] às terças-feiras
        [wed] às quartas-feiras
        [thu] às quintas-feiras
        [fri] às sextas-feiras
        [sat] aos sábados
       *[sun] aos domingos
    }, às { $time } ({ $zone }).
club-admin-week-title = A semana do clube
club-admin-week-runs = { $week } está em curso: começou em { $began } e termina em { $next }.
club-admin-week-set-title = Semana definida
club-admin-week-set = Isto vale a partir de agora: { $week } está em curso, como se tivesse começado em { $began }, e a próxima semana começa em { $next }. As listas salvas mantêm suas semanas.
