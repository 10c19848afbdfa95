### The names of what one does with one's own data.

cmd-privacy = privacidade
    .description = Seus próprios dados: ver, levar, apagar
cmd-privacy-show = ver
    .description = O que está guardado sobre você, contado
cmd-privacy-export = exportar
    .description = Tudo o que está guardado sobre você, em um arquivo
cmd-privacy-delete = apagar
    .description = Apagar tudo o que está guardado sobre você; pergunta de novo
cmd-privacy-consent = consentimento
    .description = Se suas conversas com o bot são guardadas: ver e mudar
