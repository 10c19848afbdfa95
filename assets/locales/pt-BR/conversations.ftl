### What a person keeps of their conversations with the bot, and looks after.

## How a conversation is named.

conversations-untitled = Sem título
conversations-untitled-aside = (sem título)
conversations-direct = mensagens diretas
conversations-here = este servidor
conversations-private = privada
conversations-messages =
    { $count ->
        [one] { $count } mensagem
       *[other] { $count } mensagens
    }
conversations-files =
    { $count ->
        [one] { $count } arquivo
       *[other] { $count } arquivos
    }

## The list.

conversations-list-title = Suas conversas
conversations-list-pick = Abrir uma conversa
conversations-all = Todas as conversas

## One that is open.

conversations-open = Abrir
conversations-about = { $about } · começou em { $when }
conversations-empty = Nada foi dito nela ainda.
# Export is the button below.
conversations-long = Mensagens longas são cortadas aqui; “Exportar” tem todas inteiras.
conversations-you = Você
conversations-answer = Resposta
conversations-program = Programa
conversations-which = resposta { $answer } de { $answers }
conversations-attached = Anexo: { $files }
conversations-coming-in = ainda chegando
conversations-stopped = parada
conversations-failed = falhou
conversations-interrupted = interrompida
conversations-continue = Continuar aqui
conversations-rename = Renomear
conversations-export = Exportar
conversations-delete = Apagar

## Going on with one here.

conversations-continued = Continua aqui
conversations-continued-how = O que você perguntar a seguir neste canal continua { $title }.
# What Discord calls the values of a switch is not ours.
conversations-continued-privately = O que você perguntar neste canal com `{ CMD("chat") }` e `{ $option }: True` continua { $title }.

## Another title.

conversations-rename-title = Renomear uma conversa
conversations-new-title = Novo título
conversations-renamed = Renomeada
conversations-renamed-to = { $before } agora se chama { $after }.

## A search.

conversations-search-title = Buscar nas suas conversas
conversations-search-nothing = Nenhum título nem mensagem seus contém { $term }.
conversations-search-found = O que contém { $term }:
conversations-search-shorter = Foi encontrado mais do que cabe aqui: busque um trecho mais curto para virar as páginas.
conversations-search-pick = Abrir onde está
conversations-search-in-title = título

## An export, in parts where it is large.

conversations-export-files = { $messages } e { $files }
conversations-export-all = Tudo de { $title }: { $what }.
conversations-export-first = A primeira parte de { $title }: { $what }. Continua com **Próxima parte**.
conversations-export-part = Parte { $part } de { $title }: { $what }. Continua com **Próxima parte**.
conversations-export-last = Parte { $part } de { $title }, que é a última: { $what }.
conversations-export-next = Próxima parte
conversations-export-json = Como JSON
conversations-export-markdown = Como Markdown

## In the file. Times in it are in UTC, as in the one for programs.

conversations-file-title = Conversa
conversations-file-part = Parte { $part }
conversations-file-held = Feita em: { $place }
conversations-file-held-privately = Feita em: { $place }, privada
conversations-file-begun = Começou { $begun }, última mudança { $changed }
conversations-file-deleted = Apagada { $deleted }, guardada por um tempo
conversations-file-id = Id { $id }
conversations-file-answer = resposta { $answer }
conversations-file-not-chosen = não escolhida

## Deleting one.

conversations-delete-title = Apagar esta conversa?
conversations-delete-soft = **Apagar** a tira de tudo o que você vê aqui, e depois de 30 dias ela some de vez.
conversations-delete-hard = **Apagar para sempre** a remove agora, com os arquivos. Ninguém pode trazê-la de volta.
conversations-delete-forever = Apagar para sempre
conversations-keep = Manter
conversations-kept = Mantida
conversations-kept-all = Nada foi apagado.
conversations-deleted = Apagada
conversations-deleted-before = Ela não está mais aqui.
conversations-deleted-until = { $title } não está mais em nenhuma lista nem busca e some de vez em { $when }.
conversations-deleted-forever = { $title } foi apagada de vez, com tudo o que foi dito e anexado.

## Why something cannot be done to one.

conversations-fault-not-found = Essa conversa não está (ou não está mais) entre as suas: { CMD("conversations list") } mostra o que há.
conversations-fault-nothing-yet = Você ainda não tem nenhuma conversa: comece uma com { CMD("chat") }.
conversations-fault-empty-search = Digite pelo menos um caractere para buscar.
conversations-fault-long-search = Isso é longo demais para buscar: no máximo { $max } caracteres.
conversations-fault-of-another-server = Essa conversa é de outro servidor: continue-a lá.
conversations-fault-of-direct-messages = Essa conversa é das suas mensagens diretas com o bot: continue-a lá.
