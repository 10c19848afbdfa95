### The names of what one does with one's own data.

cmd-privacy = privacidad
    .description = Tus propios datos: verlos, llevártelos, borrarlos
cmd-privacy-show = ver
    .description = Lo que hay guardado sobre ti, contado
cmd-privacy-export = exportar
    .description = Todo lo que hay guardado sobre ti, en un archivo
cmd-privacy-delete = borrar
    .description = Borrar todo lo que hay guardado sobre ti; pregunta otra vez
cmd-privacy-consent = consentimiento
    .description = Si se guardan tus chats con el bot: verlo y cambiarlo
