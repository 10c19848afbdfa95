### What the commands about a club say.

## Words that its sentences have in common.

# In the middle of a sentence.
club-power-sim = Sim Power
club-power-total = Total Power
# As a heading or a label.
club-metric-sim = Sim Power
club-metric-total = Total Power
club-metric-both = Sim e Total Power
club-no-name = (sem nome)
# What the star behind a value means.
club-star = \* corrigido por um gestor
club-days = { $from } a { $to }
club-taken = { $week } ({ $days }), salva em { $moment }
club-compared-with-none = Não há uma semana anterior para comparar.
club-compared-with = Comparada com { $taken }.
club-compared-gap =
    Nenhum { $power } foi salvo { $gap ->
        [one] da semana
       *[other] das { $gap } semanas
    } entre elas.
# A change and what it is in percent.
club-changed = { $change } ({ $percent })
club-members-count =
    { $count ->
        [one] { $count } membro
       *[other] { $count } membros
    }
club-changed-of = { $changed }, { $members }
club-not-known = desconhecido
# The heads of fields that several answers have.
club-field-members = Membros
club-field-total = Total
club-field-change-of-total = Mudança do total
club-field-alike = De membros conhecidos nas duas vezes
club-field-new = Novos ({ $count })
club-field-departed = Saíram ({ $count })
club-field-missing = Ausentes ({ $count })

## A summary, as it is kept with an analysis.

club-summary = { $parts }.
club-summary-and-unread = { $parts }. { $unread }
club-summary-between = { ", " }
club-summary-sim = { $total } de Sim Power
club-summary-total = { $total } de poder
club-summary-average = média { $average }
club-summary-median = mediana { $median }
club-summary-top = no topo { $name } com { $power }
club-summary-unread =
    { $count ->
        [one] { $count } valor não pôde ser lido
       *[other] { $count } valores não puderam ser lidos
    }.

## Titles that analyses have where nobody gives one.

club-title = { $what }, { $day }

## /club show

club-sheet-fixed = \* definido por uma pessoa, não lido
club-sheet-metric = Tipo
club-sheet-values = Valores
club-sheet-confidence = Confiança da leitura
club-sheet-screenshots = Capturas
club-sheet-check = Verifique, por favor
club-sheet-saved-too = { $metric }, salvo também
club-sheet-found = { $found } encontrados
club-sheet-found-of = { $found } de { $all } encontrados
club-sheet-found-missing =
    { $found } de { $all } encontrados, { $missing ->
        [one] falta
       *[other] faltam
    } { $missing }
club-sheet-read = { $read } de { $all } lidos
# A value in short, and with all its digits.
club-whole = { $short } ({ $exact })
club-sheet-not-saved = **Ainda não foi salvo.**
club-sheet-saved = Salvo em { $moment }.
club-sheet-doubts-more = e mais { $count }, marcados com { $mark } na tabela
club-sheet-doubt-power-name = { $name }: poder e nome incertos
club-sheet-doubt-power = { $name }: poder incerto
club-sheet-doubt-name = { $name }: nome incerto
club-sheet-doubt-seen = { $name }: última visita incerta

## /club list

club-list-title = Análises salvas
# In completions: an analysis and the day on which it was saved.
club-choice-analysis = { $title } ({ $day })
club-choice-week = { $week } · { $days }
club-choice-also = { $name } (também { $alias })
club-choice-departed = { $name } – saiu

## /club stats

club-stats-title = { $metric } · { $week }
club-stats-with-value = Com valor
club-stats-known = { $known } de { $all }
club-stats-known-share = { $known } de { $all } ({ $share })
club-stats-average = Média
club-stats-median = Mediana
club-stats-top = Topo

## /club leaderboard

club-leaderboard-new = novo

## /club movers

club-movers-rising = Em alta · { $metric }
club-movers-falling = Em queda · { $metric }
club-movers-volatile = Oscilantes · { $metric }
club-movers-none-more = Nenhum dos { $known } membros tem mais que antes.
club-movers-none-less = Nenhum dos { $known } membros tem menos que antes.
club-movers-more =
    { $count } de { $known } membros { $count ->
        [one] tem
       *[other] têm
    } mais que antes.
club-movers-less =
    { $count } de { $known } membros { $count ->
        [one] tem
       *[other] têm
    } menos que antes.
# In a table of fixed width.
club-movers-changes =
    { $count ->
        [one] { $count } mudança
       *[other] { $count } mudanças
    }
club-movers-swings =
    { $weeks } semanas: de { $from } a { $taken }.
    Quanto as mudanças de um membro diferem entre si de semana a semana (o desvio padrão delas): crescimento constante dá zero.
club-movers-nobody-swings = O poder de ninguém oscila; são necessárias três semanas seguidas para saber.

## /club member

# The heads of a table of fixed width.
club-member-week = Semana
club-member-sim = Sim
club-member-total = Total
club-member-known-as = Conhecido aqui como { $name }.
club-member-departed = Saiu: não estava mais em { $week }.
club-member-nothing = Nada foi salvo deles em nenhuma semana que conte.
club-member-never = nunca
club-member-first-seen = Visto pela primeira vez
club-member-last-seen = Visto pela última vez
club-member-in-discord = No Discord
club-member-spellings = Outras grafias
club-member-corrections = Correções
club-member-confirmed = { $person }, confirmado por um gestor
club-member-unconfirmed = { $person }, ainda não confirmado
club-member-reason = { $week } { $power }: { $value } ({ $why })
club-member-no-reason = nenhum motivo informado
club-member-unlink = Desvincular

## /club me

club-me-not-linked-title = Sem vínculo
club-me-not-linked = { $person } e { $member } não estão vinculados.
club-me-settled = Resolvido
club-me-title = Quem é quem
club-me-question =
    { $person } diz: eu sou { $member }.
    Um gestor do clube pode confirmar.
club-me-question-rival =
    { $person } diz: eu sou { $member }.
    Um gestor do clube pode confirmar. Outra pessoa diz o mesmo: confirmar uma recusa a outra.
club-me-confirm = Confirmar
club-me-decline = Recusar
club-me-confirmed-title = Confirmado
club-me-confirmed = { $person } é { $member }.
club-me-confirmed-declined = { $person } é { $member }. O pedido de { $rival } foi recusado.

## /club compare

club-compare-title = Comparação de { $metric }
club-compare-sides =
    De { $from }
    a { $to }
club-compare-week = { $taken }.
club-compare-analysis = { $title } como foi lida, salva em { $moment }.
club-compare-analysis-of-week = { $title } de { $week } como foi lida, salva em { $moment }.
club-compare-smaller = e mais { $count } com uma mudança menor
club-compare-look-twice = Olhe duas vezes ({ $count })
club-compare-counts = { $changed } mudaram, { $same } iguais, { $unknown } não conhecidos nas duas vezes
club-compare-ten-times = { $name }: cerca de dez vezes o que era
club-compare-a-tenth = { $name }: cerca de um décimo do que era
club-compare-jump = { $name }: um grande salto

## /club chart

club-chart-sim = O Sim Power do clube
club-chart-total = O Total Power do clube
club-chart-both = O Total Power e o Sim Power do clube
club-chart-weeks =
    { $weeks ->
        [one] Uma semana
       *[other] { $weeks } semanas
    } com uma lista salva; uma lacuna é uma semana sem lista.
club-chart-corrected = Uma semana com estrela contém um valor que foi corrigido.
club-chart-top = O topo de { $week }
club-chart-distribution = A distribuição de { $week }
club-chart-distribution-of =
    { $taken }.
    { $known } de { $all } membros { $known ->
        [one] tem
       *[other] têm
    } um valor conhecido.
# In pictures, and for those who cannot see them.
club-picture-corrected = corrigido
club-picture-total = O total do clube
club-picture-span = de { $first } a { $last }
club-picture-in-week = em { $week }
club-picture-total-alt = Um gráfico de linhas do total do clube { $span }.
club-picture-member-alt = Um gráfico de linhas do poder de { $name } { $span }.
club-picture-top = Top { $count }
club-picture-top-alt = Um gráfico de barras de { $metric } em { $week }: { $names }.
club-picture-of-week = { $metric }, { $week } ({ $days })
club-picture-distribution = Membros por poder
club-picture-distribution-alt = Quantos membros têm quanto { $metric } em { $week }.

## /club search

club-search-title = Busca
club-search-nothing = Nenhum membro e nenhuma análise contém { $query }.
club-search-found = O que contém { $query }:
club-search-members = Membros ({ $count })
club-search-more = e mais { $count }
club-search-analyses = Análises
club-search-more-analyses = e mais: { CMD("club list") } mostra todas
club-search-also = { $name } (também { $alias })
club-search-departed = { $name }, saiu

## /club export

club-export-counts = { $values } de { $members } em { $weeks }, com as correções aplicadas.
club-export-values =
    { $count ->
        [one] { $count } valor
       *[other] { $count } valores
    }
club-export-members =
    { $count ->
        [one] { $count } membro
       *[other] { $count } membros
    }
club-export-weeks =
    { $count ->
        [one] { $count } semana
       *[other] { $count } semanas
    }
club-export-first = { $counts } Vem em { $files } arquivos; este é o primeiro.
club-export-part = Arquivo { $part } de { $files }.

## /club rename and /club delete

club-rename-modal = Renomear uma análise
club-rename-title = Novo título
club-renamed = Renomeada
club-renamed-to = { $before } agora é { $after }.
club-delete-title = Excluir esta análise?
club-delete-question = Os valores vão junto, e ninguém pode trazê-la de volta.
club-delete = Excluir
club-keep = Manter
club-deleted = Excluída
club-deleted-title = { $title } não está mais em nenhuma lista nem em nenhum número.
club-deleted-before = Ela já tinha sido excluída.
club-kept = Mantida
club-kept-all = Nada foi excluído.
