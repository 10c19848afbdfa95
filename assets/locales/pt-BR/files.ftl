### Why a file cannot be written or read, and what of it was left out.

files-nothing-to-export = Ainda não há nada para exportar: salve uma análise primeiro.
files-too-many-to-export = São mais de { $max } linhas, o máximo de um arquivo: exporte menos semanas.
files-too-large-to-export = Isso dá um arquivo de mais de { $mib } MiB: exporte como XLSX ou menos semanas.

## Why a file cannot be imported.

files-too-large = Este arquivo tem mais de { $mib } MiB: divida-o por semanas.
files-empty = Este arquivo está vazio: ele precisa de uma linha de títulos e de uma linha para cada valor.
files-utf16 = Este arquivo é UTF-16 ou não é um texto: salve-o como "CSV UTF-8", como .xlsx ou como JSON.
files-not-utf8 = A linha { $line } deste arquivo não é UTF-8: salve-o como "CSV UTF-8", como .xlsx ou como JSON.
files-old-spreadsheet = Este é um arquivo .xls antigo ou com senha: salve-o como .xlsx sem senha.
files-broken = Esta planilha não pode ser aberta: salve-a de novo como .xlsx ou como CSV UTF-8.
files-bomb = Descompactada, esta planilha é muito maior que o histórico de um clube: exporte-a como CSV UTF-8.
files-broken-json = Isto não é JSON válido: o erro está na linha { $line }, coluna { $column }.
files-other-json = Este JSON não tem uma lista de registros: ele precisa de { "{" }"records": [...]{ "}" }.
files-missing-columns = A primeira linha deve nomear as colunas; faltam: { $missing }. São conhecidas { $known }.
files-two-columns = A coluna { $column } aparece duas vezes: mantenha uma das duas.
files-too-many = Este arquivo tem mais de { $max } linhas: divida-o por semanas.
files-no-rows = Este arquivo tem títulos, mas nenhuma linha.

## What is wrong with a row; a reason goes on behind it.

files-row = Linha { $row }, { $column }: { $reason }
files-more-rows = … e mais { $count }.
files-week-missing = falta a semana: deve ser uma semana como 2026-W47.
files-not-a-week = "{ $text }" não é uma semana: deve ser uma semana como 2026-W47.
files-metric-missing = falta a métrica: deve ser sim ou total.
files-not-a-metric = "{ $text }" não é uma métrica: deve ser sim ou total.
files-name-missing = falta o nome.
files-long-name = "{ $name }" é mais longo que um nome, que tem no máximo { $most } caracteres.
files-not-exact = "{ $text }" não é um número inteiro que uma planilha guarde com exatidão.
files-below-zero = um poder é zero ou mais.
files-not-a-share = "{ $text }" não é uma proporção: deve ser um número de 0 a 1, como 0.95.
files-neither-yes-nor-no = "{ $text }" não é nem yes nem no.
files-a-list = uma lista não é esperada aqui.
files-too-much = há mais de { $kib } KiB aqui: nenhum texto de um clube é tão longo.
files-a-formula = fórmulas não são calculadas: cole o valor no lugar.
files-odd-date = um valor de data não é esperado aqui: escreva como texto.
files-odd-duration = um valor de duração não é esperado aqui: escreva como texto.
files-odd-error = um valor de erro não é esperado aqui: escreva como texto.
files-odd-list = um conteúdo de lista que não é texto não é esperado aqui: escreva como texto.
files-odd-object = um objeto não é esperado aqui: escreva como texto.
files-twice = o valor deste membro nesta semana está também na linha { $row }.
files-no-object = o registro não é um objeto.
files-nothing-there = o registro está vazio.

## What was left out.

files-ignored-columns = Colunas deixadas de fora: { $headings }.
files-left-out-aliases = Apelidos que indicam outra pessoa, ou que não podem ser mantidos, ficam de fora: { $aliases }.

## What of a file does not fit what is known.

files-unprintable-name = O nome "{ $start }" contém uma quebra de linha ou um caractere de controle.
files-unprintable-last-seen = O "visto por último" "{ $start }" contém uma quebra de linha ou um caractere de controle.
files-unprintable-alias = O apelido "{ $start }" contém uma quebra de linha ou um caractere de controle.
files-name-too-long = O nome "{ $start }…" tem mais de { $most } caracteres.
files-blank-name = O nome "{ $start }" não tem nada visível.
files-too-high = { $name }, { $week }: nenhum poder chega a { $power }.
files-week-to-come = { $name }: a semana { $week } ainda não começou; o clube está em { $now }.
files-no-such-week = { $name }: { $fault }
files-long-roster = { $week }, { $metric }: { $members } membros; nenhum clube tem mais de { $most }.
files-same-member = { $week }, { $metric }: "{ $one }" e "{ $other }" são o mesmo membro aqui.
files-too-many-members = Com este arquivo o clube teria { $all } membros; o máximo é { $most }.
files-too-many-corrections = Mais de { $most } valores deste arquivo seriam correções: importe-o em partes.
