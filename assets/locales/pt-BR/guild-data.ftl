### A server's data, in its owner's hands.

guild-data-export-done =
    Aqui está tudo o que está guardado deste servidor: { $records ->
        [one] { $records } registro
       *[other] { $records } registros
    }. O que as pessoas disseram ao bot é delas e não está incluído.
guild-data-export-readme =
    # Tudo o que está guardado de um servidor

    - `json/`: cada tabela em JSON, para programas
    - `csv/`: o mesmo em CSV, para planilhas

    Os horários estão em UTC. O que as pessoas disseram ao bot é delas: está na exportação de cada uma, e não aqui.
guild-data-delete-title = Apagar tudo deste servidor?
guild-data-delete-stays = **Isto fica:**
guild-data-delete-why = O log de auditoria fica porque ninguém deve apagar o que fez, nem o dono; ele nomeia as pessoas só até que elas mesmas se apaguem. Uma pergunta em andamento a um modelo ainda é contabilizada, sem o nome do servidor.
guild-data-delete-hint = Antes, leve tudo com { CMD("guild-data export") }. Para sair não é preciso apagar nada: quando o bot é removido de um servidor, os dados ficam guardados por 30 dias, caso ele volte, e depois são apagados sozinhos. Aviso o dono por mensagem direta se o Discord ainda permitir, o que exige outro servidor em comum.
guild-data-delete-modal = Apagar tudo deste servidor
guild-data-delete-input = Digite o nome do servidor para confirmar
guild-data-delete-done = Tudo o que estava guardado deste servidor se foi, exceto o log de auditoria. O bot recomeça aqui com o próximo comando:
guild-data-left = Fui removido de **{ $name }**. O que guardei de lá fica até { $until }, caso eu volte, e depois é apagado para sempre. Se eu voltar antes disso, tudo estará como era.
