### One's own data: seen, taken away and deleted.

privacy-show-title = O que está guardado sobre você
privacy-show-head = Tudo o que o bot guarda sobre você: deste servidor, de outros e das mensagens diretas.
privacy-show-goes = **Seu** – { CMD("privacy delete") } apaga
privacy-show-freed = **No registro ou de outros** – fica, e { CMD("privacy delete") } tira seu nome
privacy-show-foot = { CMD("privacy export") } entrega tudo em um arquivo. O chat das mensagens diretas fica guardado até você apagar; os admins de um servidor podem fazer com que o chat antigo de lá seja apagado sozinho.
privacy-export-done =
    Aqui está tudo o que está guardado sobre você: { $records ->
        [one] { $records } registro
       *[other] { $records } registros
    }, entre eles { $messages ->
        [one] { $messages } mensagem
       *[other] { $messages } mensagens
    } e { $files ->
        [one] { $files } arquivo
       *[other] { $files } arquivos
    }.
privacy-export-parts = É grande demais para uma mensagem, por isso vem em { $count } partes. Cada uma é um arquivo zip completo.
privacy-export-part = Parte { $part } de { $count }.
privacy-export-unsent =
    { $count ->
        [one] { $count } parte não pôde ser enviada
       *[other] { $count } partes não puderam ser enviadas
    }. Tente de novo daqui a pouco; uma mensagem direta com o bot aceita tanto quanto um servidor.
privacy-export-readme =
    # Tudo o que está guardado sobre você

    - `conversations/`: suas conversas com o bot, para ler
    - `files/`: as imagens e os arquivos de texto das suas perguntas
    - `json/`: cada tabela em JSON, para programas
    - `csv/`: o mesmo em CSV, para planilhas

    Os horários estão em UTC. Em `audit_logs` está o que você fez e o que foi feito com você; quem mais teve a ver com isso fica de fora.
privacy-delete-title = Apagar tudo sobre você?
privacy-delete-goes = **Isto é apagado, agora e para sempre:**
privacy-delete-freed = **Isto fica, sem o seu nome:**
privacy-delete-why = Fica porque o log de auditoria precisa dizer o que aconteceu nos servidores, e porque o que você corrigiu ou aprovou para um clube é do clube. O que o bot escreveu no Discord também fica lá. O bot não alcança os registros que quem o hospeda já moveu para um arquivo à parte.
privacy-delete-hint = Antes, leve tudo com { CMD("privacy export") }. Se depois você usar o bot de novo, começa do zero.
privacy-delete-button = Apagar tudo
privacy-delete-keep = Manter
privacy-delete-kept-title = Mantido
privacy-delete-kept = Nada foi apagado.
privacy-delete-modal = Apagar tudo sobre você
privacy-delete-word = APAGAR
privacy-delete-input = Digite { $word } para confirmar
privacy-delete-done-title = Apagado
privacy-delete-done = Tudo o que estava guardado sobre você se foi, e o que fica não diz mais quem você é:
privacy-fault-still-exporting = Sua última exportação ainda está sendo feita: espere primeiro essa resposta.
privacy-fault-many-exporting = Há muitas exportações sendo feitas agora: tente de novo em alguns minutos.
privacy-fault-other-word = Nada foi apagado: digite { $word } para confirmar.
privacy-fault-other-name = Nada foi apagado: digite o nome do servidor, { $name }, para confirmar.

# What is stored, by kind. Each stands in a list of its own lines.
privacy-kind-person = seu ID do Discord, seus nomes e sua foto
privacy-kind-sessions =
    { $rows ->
        [one] { $rows } sessão
       *[other] { $rows } sessões
    }
privacy-kind-memberships =
    { $rows ->
        [one] { $rows } participação em um servidor
       *[other] { $rows } participações em servidores
    }
privacy-kind-consent = se seus chats podem ser guardados
privacy-kind-conversations =
    { $rows ->
        [one] { $rows } conversa com o bot
       *[other] { $rows } conversas com o bot
    }
privacy-kind-messages =
    { $rows ->
        [one] { $rows } pergunta ou resposta nelas
       *[other] { $rows } perguntas e respostas nelas
    }
privacy-kind-posts =
    { $rows ->
        [one] { $rows } anotação de onde uma resposta está no Discord
       *[other] { $rows } anotações de onde as respostas estão no Discord
    }
privacy-kind-files =
    { $rows ->
        [one] { $rows } imagem ou arquivo de texto de uma pergunta
       *[other] { $rows } imagens e arquivos de texto de perguntas
    }
privacy-kind-usage =
    { $rows ->
        [one] { $rows } soma de tokens de chat de um dia ou mês
       *[other] { $rows } somas de tokens de chat de dias e meses
    }
privacy-kind-reservations =
    { $rows ->
        [one] { $rows } pergunta em andamento ao modelo
       *[other] { $rows } perguntas em andamento ao modelo
    }
privacy-kind-analyses =
    { $rows ->
        [one] { $rows } análise de clube ou rascunho
       *[other] { $rows } análises de clube e rascunhos
    }
privacy-kind-images =
    { $rows ->
        [one] { $rows } dado sobre uma captura de tela nelas
       *[other] { $rows } dados sobre capturas de tela nelas
    }
privacy-kind-metrics =
    { $rows ->
        [one] { $rows } número de um clube inteiro nelas
       *[other] { $rows } números de clubes inteiros nelas
    }
privacy-kind-powers =
    { $rows ->
        [one] { $rows } poder de um membro nelas
       *[other] { $rows } poderes de membros nelas
    }
privacy-kind-reviews =
    { $rows ->
        [one] { $rows } análise aprovada ou revertida
       *[other] { $rows } análises aprovadas ou revertidas
    }
privacy-kind-club-members =
    { $rows ->
        [one] { $rows } membro de um clube
       *[other] { $rows } membros de clubes
    }
privacy-kind-aliases =
    { $rows ->
        [one] { $rows } outra grafia do nome de um membro
       *[other] { $rows } outras grafias de nomes de membros
    }
privacy-kind-corrections =
    { $rows ->
        [one] { $rows } valor corrigido de um clube
       *[other] { $rows } valores corrigidos de clubes
    }
privacy-kind-alerts =
    { $rows ->
        [one] { $rows } notícia do clube
       *[other] { $rows } notícias do clube
    }
privacy-kind-guild = o nome do servidor, seu ID do Discord e suas configurações
privacy-kind-settings-revisions =
    { $rows ->
        [one] { $rows } mudança das configurações de um servidor
       *[other] { $rows } mudanças das configurações de um servidor
    }
privacy-kind-settings-proposals =
    { $rows ->
        [one] { $rows } mudança de configurações que espera a sua confirmação
       *[other] { $rows } mudanças de configurações que esperam a sua confirmação
    }
privacy-kind-audit-entries =
    { $rows ->
        [one] { $rows } registro no log de auditoria
       *[other] { $rows } registros no log de auditoria
    }
privacy-kind-audit-counts =
    { $rows ->
        [one] { $rows } contagem diária desses registros
       *[other] { $rows } contagens diárias desses registros
    }
