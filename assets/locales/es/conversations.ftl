### What a person keeps of their conversations with the bot, and looks after.

## How a conversation is named.

conversations-untitled = Sin título
conversations-untitled-aside = (sin título)
conversations-direct = mensajes directos
conversations-here = este servidor
conversations-private = privada
conversations-messages =
    { $count ->
        [one] 1 mensaje
       *[other] { $count } mensajes
    }
conversations-files =
    { $count ->
        [one] 1 archivo
       *[other] { $count } archivos
    }

## The list.

conversations-list-title = Tus conversaciones
conversations-list-pick = Abrir una conversación
conversations-all = Todas las conversaciones

## One that is open.

conversations-open = Abrir
conversations-about = { $about } · empezada el { $when }
conversations-empty = Todavía no se ha dicho nada en ella.
# Export is the button below.
conversations-long = Los mensajes largos se cortan aquí; «Exportar» los tiene enteros.
conversations-you = Tú
conversations-answer = Respuesta
conversations-program = Programa
conversations-which = respuesta { $answer } de { $answers }
conversations-attached = Adjunto: { $files }
conversations-coming-in = aún llegando
conversations-stopped = detenida
conversations-failed = fallida
conversations-interrupted = interrumpida
conversations-continue = Continuar aquí
conversations-rename = Renombrar
conversations-export = Exportar
conversations-delete = Borrar

## Going on with one here.

conversations-continued = Continúa aquí
conversations-continued-how = Lo próximo que preguntes en este canal continúa { $title }.
# What Discord calls the values of a switch is not ours.
conversations-continued-privately = Lo que preguntes en este canal con `{ CMD("chat") }` y `{ $option }: True` continúa { $title }.

## Another title.

conversations-rename-title = Renombrar una conversación
conversations-new-title = Título nuevo
conversations-renamed = Renombrada
conversations-renamed-to = { $before } ahora se llama { $after }.

## A search.

conversations-search-title = Buscar en tus conversaciones
conversations-search-nothing = Ningún título ni mensaje tuyo contiene { $term }.
conversations-search-found = Lo que contiene { $term }:
conversations-search-shorter = Se encontró más de lo que cabe aquí: busca un fragmento más corto para pasar páginas.
conversations-search-pick = Abrir donde está
conversations-search-in-title = título

## An export, in parts where it is large.

conversations-export-files = { $messages } y { $files }
conversations-export-all = Todo de { $title }: { $what }.
conversations-export-first = La primera parte de { $title }: { $what }. Continúa con **Parte siguiente**.
conversations-export-part = Parte { $part } de { $title }: { $what }. Continúa con **Parte siguiente**.
conversations-export-last = Parte { $part } de { $title }, que es la última: { $what }.
conversations-export-next = Parte siguiente
conversations-export-json = Como JSON
conversations-export-markdown = Como Markdown

## In the file. Times in it are in UTC, as in the one for programs.

conversations-file-title = Conversación
conversations-file-part = Parte { $part }
conversations-file-held = Mantenida en: { $place }
conversations-file-held-privately = Mantenida en: { $place }, privada
conversations-file-begun = Empezada { $begun }, último cambio { $changed }
conversations-file-deleted = Borrada { $deleted }, se guarda por un tiempo
conversations-file-id = Id { $id }
conversations-file-answer = respuesta { $answer }
conversations-file-not-chosen = no elegida

## Deleting one.

conversations-delete-title = ¿Borrar esta conversación?
conversations-delete-soft = **Borrar** la quita de todo lo que ves aquí, y tras 30 días desaparece para siempre.
conversations-delete-hard = **Borrar para siempre** la elimina ahora, con sus archivos. Nadie puede recuperarla.
conversations-delete-forever = Borrar para siempre
conversations-keep = Conservar
conversations-kept = Conservada
conversations-kept-all = No se ha borrado nada.
conversations-deleted = Borrada
conversations-deleted-before = Ya no está.
conversations-deleted-until = { $title } ya no está en ninguna lista ni búsqueda, y desaparecerá para siempre el { $when }.
conversations-deleted-forever = { $title } se ha borrado para siempre, con todo lo dicho y adjuntado.

## Why something cannot be done to one.

conversations-fault-not-found = Esa conversación no está (o ya no está) entre las tuyas: { CMD("conversations list") } muestra lo que hay.
conversations-fault-nothing-yet = Todavía no tienes ninguna conversación: empieza una con { CMD("chat") }.
conversations-fault-empty-search = Escribe al menos un carácter para buscar.
conversations-fault-long-search = Eso es demasiado largo para buscar: como máximo { $max } caracteres.
conversations-fault-of-another-server = Esa conversación es de otro servidor: continúala allí.
conversations-fault-of-direct-messages = Esa conversación es de tus mensajes directos con el bot: continúala allí.
