cmd-status = status
    .description = Como está o bot: versão, latência e banco de dados
