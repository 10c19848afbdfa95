### O que /audit mostra e o que é publicado no canal de auditoria.

audit-title = Registro de auditoria
audit-none = Não há nenhuma entrada assim.
audit-nobody = ninguém em particular
audit-failed = falhou: { $reason }
audit-newer = Mais recentes
audit-older = Mais antigas
audit-by = de { $person }
audit-action = ação { $action }
audit-about = sobre { $kind }
audit-only-worked = só o que deu certo
audit-only-failed = só o que falhou
audit-from = a partir de { $day }
audit-to = até { $day }
audit-more =
    { $count ->
        [one] e mais uma
       *[other] e mais { $count }
    }
audit-head = Entrada mais recente: { $head }
audit-posted = Última publicada no canal de auditoria, e reencontrada: { $head }

audit-stats-title = O registro de auditoria em números
audit-stats-none = Nada foi registrado nesse período.
audit-stats-total =
    { $count ->
        [one] { $count } entrada
       *[other] { $count } entradas
    } em { $days ->
        [one] um dia
       *[other] { $days } dias
    }; { $rate } deram certo.
audit-stats-failed =
    { $count ->
        [one] { $count } falhou
       *[other] { $count } falharam
    }
audit-stats-actions = Por ação
audit-stats-people = Por pessoa
audit-chart-title = Registro de auditoria por dia
audit-chart-count = Entradas
audit-chart-rate = Deu certo
audit-chart-alt = Um gráfico das entradas de cada dia e da parte delas que deu certo.

audit-export-all =
    { $count ->
        [one] { $count } entrada, a mais recente primeiro.
       *[other] { $count } entradas, as mais recentes primeiro.
    }
audit-export-first =
    { $count ->
        [one] A primeira parte, o mais recente primeiro: { $count } entrada. Seguem mais partes.
       *[other] A primeira parte, o mais recente primeiro: { $count } entradas. Seguem mais partes.
    }
audit-export-part =
    { $count ->
        [one] Parte { $number }: { $count } entrada.
       *[other] Parte { $number }: { $count } entradas.
    }
audit-export-last =
    { $count ->
        [one] Parte { $number }, a última: { $count } entrada.
       *[other] Parte { $number }, a última: { $count } entradas.
    }
audit-export-cut = As entradas mais antigas não couberam: peça-as com as opções do primeiro e do último dia.
audit-export-unsent = A parte { $number } não pôde ser enviada, nem o que viria depois: tente de novo daqui a pouco ou peça menos dias.

audit-verify-title-whole = O registro de auditoria está íntegro
audit-verify-title-found = O registro de auditoria não está íntegro
audit-verify-whole =
    { $count ->
        [one] { $count } entrada verificada: ela é o que foi escrito.
       *[other] Todas as { $count } entradas são o que foi escrito.
    }
audit-verify-found =
    { $count ->
        [one] Uma coisa não está como foi escrita:
       *[other] { $count } coisas não estão como foram escritas:
    }
audit-verify-looked-at =
    { $count ->
        [one] { $count } entrada foi examinada.
       *[other] { $count } entradas foram examinadas.
    }
audit-verify-archived =
    { $count ->
        [one] { $count } entrada mais antiga foi arquivada.
       *[other] { $count } entradas mais antigas foram arquivadas.
    }
audit-verify-before =
    { $count ->
        [one] { $count } entrada é de antes de o registro ser encadeado: ela está lá, e nada mais se pode dizer dela.
       *[other] { $count } entradas são de antes de o registro ser encadeado: elas estão lá, e nada mais se pode dizer delas.
    }
audit-found-changed = Alterada, ou não segue a anterior: número { $number }, { $entry }
audit-found-removed = Removida: número { $number }, { $id }
audit-found-gone = Removidas: do número { $first } ao { $last }
audit-found-gone-from-before = Removida, de antes de o registro ser encadeado: { $id }
audit-found-inserted = Adicionada à mão ou por uma versão anterior: { $entry }
audit-found-cut = Cortado: o registro termina no número { $last } e ia até o { $head }
audit-found-head = A entrada mais recente, ou a publicada, não é o que está no número { $number }
audit-found-before = De antes de o registro ser encadeado havia { $expected } entradas, e constam { $found }
audit-found-archived = De antes de o registro ser encadeado, constam { $said } entradas como arquivadas, e { $taken } foram arquivadas
audit-found-number = Há { $found } entradas, e { $known } são conhecidas: alguma conta duas vezes ou não pode ser lida

audit-mirror-head = Para comparar
audit-mirror-missed =
    { $count ->
        [one] Uma entrada anterior não pôde ser publicada aqui.
       *[other] { $count } entradas anteriores não puderam ser publicadas aqui.
    }

audit-no-day = { $typed } não é um dia: digite-o como 2026-11-22.
audit-backwards = O último dia, { $to }, é anterior ao primeiro, { $from }.
audit-name-too-long = Uma ação ou um tipo tem no máximo { $max } caracteres: escolha um dos oferecidos.
audit-gone = Aquilo de que esta lista tratava não existe mais: use { CMD("audit list") } de novo.
audit-busy = O registro de auditoria deste servidor já está sendo lido: espere primeiro essa resposta.
