cmd-help = ayuda
    .description = Qué puede hacer el bot por ti y cómo
opt-help-command = comando
    .description = Un comando (por defecto: todos los que puedes usar aquí)
