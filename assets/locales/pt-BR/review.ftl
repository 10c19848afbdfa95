### A draft as people decide on it.

## Its standing, below the table.

review-no-rows = Esta revisão não tem (mais) linhas: analise as capturas de novo.
review-not-saved = **Ainda não foi salvo.** Salvar guarda como semana { $week }, Descartar joga fora; expira em { $at }.
review-somebody = Alguém
review-this = isto
review-the-sim = o Sim Power
review-the-total = o Total Power
review-waiting = **Ainda não foi salvo: aguardando aprovação.** { $who } quer salvar { $what } como semana { $week }; por causa do que está em "{ $field }", outro gestor precisa pressionar Aprovar. Expira em { $at }.
review-waiting-on-tab = **Ainda não foi salvo: aguardando aprovação.** { $who } quer salvar { $what } como semana { $week }; por causa do que está em "{ $field }" na aba { $tabs }, outro gestor precisa pressionar Aprovar. Expira em { $at }.
review-withdrawn = O pedido de aprovação foi retirado porque a revisão mudou: pressione Salvar para pedir de novo.
review-moved-title = Esta revisão continua
review-moved = Capturas foram adicionadas: uma mensagem mais nova mostra toda esta revisão, com seus botões.
review-gone-title = Descartado
review-gone = Esta prévia não foi salva. Analise as capturas de novo para obter outra.

## Its buttons, at most 80 characters each.

review-approve = Aprovar
review-save = Salvar
review-save-both = Salvar ambos
review-save-sim = Salvar só Sim
review-save-total = Salvar só Total
review-fix = Corrigir
review-discard = Descartar

## The select that asks who a row is, at most 150 characters, and its choices, at most 100.

review-ask = Quem é { $name }?
review-ask-open = Quem é { $name }? ({ $count } a responder)
# A row's name with its power.
review-ask-with-power = { $name }, { $power }
review-offer-new = Um membro novo
review-offer-new-why = Alguém que não estava nos registros do clube
review-offer-member-why = Um membro conhecido; a grafia é lembrada
review-offer-row-why = O mesmo membro desta linha: as duas viram uma

## The notes below the table: their heads, and what stands in them.

review-note-second-manager = Precisa de um segundo gestor
review-note-who = Quem é quem?
review-note-other-tab = Na outra aba
review-note-compared = Comparação
review-note-first = É a primeira lista deste tipo salva aqui: ainda não há com o que comparar.
review-note-suspicious = Suspeitos
review-note-new = Novos
review-note-missing = Ausentes
review-note-vision = O modelo de visão lê
review-note-lost = Corrigidos antes, mas não são mais linhas
review-note-more = e mais { $count }
review-tab-guarded = { $tab }: precisa de um segundo gestor.
review-tab-asks = { $tab }: pergunta quem é quem ({ $count }).
review-tab-both = { $tab }: precisa de um segundo gestor e pergunta quem é quem ({ $count }).
review-or = { $first } ou { $second }
review-question-renamed = { $row }: talvez renomeado: era { $names }?
review-question-ambiguous = { $row }: é { $names }?
review-question-twin = { $row }: é o mesmo membro que { $names }?
review-vision-other = { $row }: { $seen }, onde o bot lê { $read }
review-vision-only = { $row }: { $seen }, onde o bot não lê nada com certeza
review-vision-name = { $row }: o nome { $seen }
review-vision-seen-with = { $row } com { $power }, que o bot não vê
review-vision-seen = { $row }, que o bot não vê

## The form, whose title and labels have at most 45 characters.

review-form-sim = Corrigir o Sim Power
review-form-total = Corrigir o Total Power
review-form-values = Valores: Nome = 1.2M, um por linha
review-form-values-left = Valores: Nome = 1.2M (faltam { $count } linhas)
review-form-values-hint = Vale qualquer linha, uma por linha: Stone = 298,297,518
review-form-renames = Renomear: velho > novo, um por linha
review-form-same = Mesma pessoa: fica = outra, uma por linha
review-form-drops = Remover: um nome por linha
review-form-drops-hint = Uma linha que não é um membro
# Behind a value in the form; it is ignored when the form is sent.
review-form-offer = o modelo de visão lê { $power }
review-told-none =
    { $count ->
        [one] { $count } linha não foi aplicada
       *[other] { $count } linhas não foram aplicadas
    }, e nada mudou:
review-told-some =
    { $good ->
        [one] { $good } aplicada
       *[other] { $good } aplicadas
    }; { $count ->
        [one] { $count } linha
       *[other] { $count } linhas
    } não:
review-line-value = escreva como Nome = valor
review-line-rename = escreva como velho > novo
review-line-same = escreva como fica = outra
review-line-too-high = nenhum poder é tão alto
review-line-nothing-to-see = o novo nome não tem nada visível
review-line-too-long =
    um nome tem no máximo { $max ->
        [one] { $max } caractere
       *[other] { $max } caracteres
    }
review-line-another-row = { $new } é outra linha: se ambas são um só membro, escreva { $new } = { $old } em "Mesma pessoa"
review-line-one-row = isso já é uma só linha
review-line-nobody = não há nenhuma linha nem membro chamado { $name }
review-line-no-name = falta o nome
review-line-no-row = não há nenhuma linha chamada { $name }, ou há mais de uma

## Why a second manager has to look.

review-guard-jump = O poder mudou { $percent }% ou mais: { $members }.
# A member, and by how much the power has changed.
review-guard-jumped = { $name } ({ $percent })
review-guard-volatile =
    { $members } de { $of } membros { $members ->
        [one] mudou
       *[other] mudaram
    } { $percent }% ou mais, e mais de { $most } é incomum.
review-guard-missing =
    { $members ->
        [one] Falta
       *[other] Faltam
    } { $members } dos { $of } membros anteriores, o que é { $percent }% ou mais.
review-guard-over-header = Há { $members } membros aqui, mas o cabeçalho do jogo conta { $header }.
review-guard-taken-away = Em comparação com o que foi revertido, excluído ou corrigido há pouco: { $guards }

## What a person should know about the reading.

review-warning-more = { $found } de { $counted } encontrados: mais membros do que o cabeçalho conta; compare a lista com o jogo.
review-warning-fewer = { $found } de { $counted } encontrados: envie as capturas que faltam, cada uma sobrepondo a anterior.
review-warning-counts-differ = { $found } encontrados: o número de membros do cabeçalho difere entre as capturas.
review-warning-count-unreadable = { $found } encontrados: não foi possível ler o número de membros do cabeçalho.
review-warning-rows = { $rows } linhas, e o jogo conta { $counted } membros.
review-warning-power = O número de { $name } está coberto ou não é certo: compare-o com o jogo.
review-warning-conflict = { $name } foi lido com números diferentes, { $values }: compare com o jogo.
review-warning-name = O nome { $name } não é certo: compare-o com o jogo.
review-and = { $first } e { $second }

## What people are told of a vision model that failed.

review-model-setting = O modelo de visão não pôde ser consultado porque suas configurações estão erradas: quem hospeda o bot pode resolver. As capturas foram lidas sem ele.
review-model-quota = O modelo de visão não foi consultado: a conta dele está sem saldo. As capturas foram lidas sem ele.
review-model-busy = O modelo de visão está ocupado demais agora. As capturas foram lidas sem ele.
review-model-silent = O modelo de visão não respondeu. As capturas foram lidas sem ele.
review-model-unusable = O modelo de visão não deu uma resposta útil. As capturas foram lidas sem ele.

## How far the reading is.

review-added =
    Adicionado à sua revisão de { $count ->
        [one] { $count } captura
       *[other] { $count } capturas
    }, que ainda não foi salva: isto é tudo.
review-reading = Lendo { $number } de { $of }…
review-next = Aguardando: suas capturas são as próximas…
review-waiting-clubs =
    Aguardando: há { $count ->
        [one] { $count } outro clube
       *[other] { $count } outros clubes
    } antes de você…

## Why an image was not used; it goes on from its file's name.

review-image-too-many-bytes = o arquivo tem { $has } MiB e no máximo { $most } MiB são lidos; envie a própria captura, em PNG, JPEG ou WebP
review-image-too-many-pixels = a imagem de { $width }×{ $height } pixels é grande demais, no máximo { $most } megapixels de 8 bits por cor são lidos; envie a captura como seu celular a fez
review-image-none = isto não é uma imagem PNG, JPEG ou WebP; abra { $open } e envie a captura inteira
review-image-broken = a imagem está danificada ou incompleta; envie a captura mais uma vez
review-image-too-small = a imagem é pequena demais para ler ({ $width }×{ $height } pixels); envie a captura inteira no tamanho original
review-image-no-cards = esta imagem não mostra cartões de membros; abra { $open } e envie a captura inteira
review-image-cut-off = a lista de membros está cortada nesta imagem; abra { $open } e envie a captura inteira
# What a list may bear to be read, as the game shows it, and the language of the game on it.
review-image-text = "{ $text }"
review-image-accepted =
    { $texts } ({ $language ->
        [English] inglês
        [German] alemão
        [Spanish] espanhol
        [French] francês
        [Japanese] japonês
        [Portuguese] português
       *[other] { $language }
    })
# Where a screen is, and of which game.
review-image-screen = { $open } ({ $game })
review-image-other-screen = o título desta lista é "{ $seen }", e só { $accepted } é aceito; abra { $open } e envie a captura inteira
review-image-unread-screen = o título desta lista não pode ser lido, e só { $accepted } é aceito; abra { $open } e envie a captura inteira
review-image-other-label = o rótulo destes cartões é "{ $seen }", e só { $accepted } é aceito; abra { $open }, mude a lista para isso e envie a captura inteira
review-image-unread-label = o rótulo destes cartões não pode ser lido, e só { $accepted } é aceito; abra { $open }, mude a lista para isso e envie a captura inteira
review-image-no-members = nenhum membro desta lista está totalmente visível; role a lista um pouco e envie a captura inteira
review-image-reader-failed = o leitor falhou nesta imagem; envie-a mais uma vez e avise quem hospeda o bot se não adiantar
review-image-other-metric = mostra { $shown }, enquanto as outras capturas mostram { $kept }; envie-a em uma análise própria
review-image-other-game = é do jogo { $shown }, enquanto as outras capturas são de { $kept }; envie um jogo por vez
review-image-other-club = mostra o clube { $shown }, enquanto as outras capturas mostram { $kept }; envie um clube por vez
review-image-too-many-at-once =
    uma chamada aceita no máximo { $max ->
        [one] { $max } captura
       *[other] { $max } capturas
    }; envie-a na próxima, que se soma a esta revisão
review-image-duplicate = é a mesma imagem que { $name }, que já está lá
review-image-review-full =
    uma revisão aceita no máximo { $max ->
        [one] { $max } captura
       *[other] { $max } capturas
    }; salve-a ou descarte-a primeiro
