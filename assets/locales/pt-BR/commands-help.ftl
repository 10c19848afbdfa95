cmd-help = ajuda
    .description = O que o bot pode fazer por você e como
opt-help-command = comando
    .description = Um comando (padrão: todos os que você pode usar aqui)
