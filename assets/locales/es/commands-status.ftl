cmd-status = estado
    .description = Cómo está el bot: versión, latencia y base de datos
