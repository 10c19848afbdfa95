### The names of the settings' commands.

cmd-settings = configurações
    .description = Configure este servidor: recursos, clube e chat
cmd-settings-open = abrir
    .description = Todas as configurações em uma mensagem com menus e botões
cmd-settings-get = ver
    .description = Ver uma configuração ou todas
opt-settings-get-key = chave
    .description = Qual (padrão: todas)
cmd-settings-set = definir
    .description = Alterar uma configuração
opt-settings-set-key = chave
    .description = Qual
opt-settings-set-value = valor
    .description = O que vale a partir de agora; /configurações ver diz o que pode ser
cmd-settings-reset = redefinir
    .description = Devolver a uma configuração o seu padrão
opt-settings-reset-key = chave
    .description = Qual
cmd-settings-history = histórico
    .description = Quem mudou o quê e quando, e desfazer uma mudança
cmd-settings-export = exportar
    .description = O que está definido aqui, como arquivo
cmd-settings-import = importar
    .description = Trazer configurações de um arquivo; antes mostra o que muda
opt-settings-import-file = arquivo
    .description = Um arquivo como o que /configurações exportar faz
