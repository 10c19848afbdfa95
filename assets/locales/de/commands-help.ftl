cmd-help = hilfe
    .description = Was der Bot für dich tun kann, und wie
opt-help-command = befehl
    .description = Ein Befehl (sonst alle, die du hier benutzen darfst)
