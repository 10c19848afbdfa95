### The names of what a server's owner does with its data.

cmd-guild-data = datos-servidor
    .description = Los datos de este servidor, para su propietario: llevárselos, borrarlos
cmd-guild-data-export = exportar
    .description = Todo lo que hay guardado de este servidor, en un archivo
cmd-guild-data-delete = borrar
    .description = Borrar todo lo que hay guardado de este servidor; pregunta otra vez
