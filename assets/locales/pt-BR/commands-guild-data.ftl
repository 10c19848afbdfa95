### The names of what a server's owner does with its data.

cmd-guild-data = dados-servidor
    .description = Os dados deste servidor, para o dono: levar, apagar
cmd-guild-data-export = exportar
    .description = Tudo o que está guardado deste servidor, em um arquivo
cmd-guild-data-delete = apagar
    .description = Apagar tudo o que está guardado deste servidor; pergunta de novo
