### The names of the settings' commands.

cmd-settings = ajustes
    .description = Configura este servidor: funciones, club y chat
cmd-settings-open = abrir
    .description = Todos los ajustes en un mensaje con menús y botones
cmd-settings-get = ver
    .description = Ver un ajuste o todos
opt-settings-get-key = clave
    .description = Cuál (por defecto: todos)
cmd-settings-set = cambiar
    .description = Cambiar un ajuste
opt-settings-set-key = clave
    .description = Cuál
opt-settings-set-value = valor
    .description = Lo que vale desde ahora; /ajustes ver dice qué se admite
cmd-settings-reset = restablecer
    .description = Devolver a un ajuste su valor por defecto
opt-settings-reset-key = clave
    .description = Cuál
cmd-settings-history = historial
    .description = Quién cambió qué y cuándo, y deshacer un cambio
cmd-settings-export = exportar
    .description = Lo que está ajustado aquí, como archivo
cmd-settings-import = importar
    .description = Tomar ajustes de un archivo; antes muestra qué cambia
opt-settings-import-file = archivo
    .description = Un archivo como el que hace /ajustes exportar
