### A server's data, in its owner's hands.

guild-data-export-done =
    Aquí está todo lo que hay guardado de este servidor: { $records ->
        [one] { $records } registro
       *[other] { $records } registros
    }. Lo que la gente le dijo al bot es suyo y no está incluido.
guild-data-export-readme =
    # Todo lo que hay guardado de un servidor

    - `json/`: cada tabla en JSON, para programas
    - `csv/`: lo mismo en CSV, para hojas de cálculo

    Las horas están en UTC. Lo que la gente le dijo al bot es suyo: está en la exportación de cada cual, y no aquí.
guild-data-delete-title = ¿Borrar todo lo de este servidor?
guild-data-delete-stays = **Esto se queda:**
guild-data-delete-why = El registro de auditoría se queda porque nadie debe borrar lo que hizo, tampoco el propietario; nombra a las personas solo hasta que se borran ellas mismas. Una pregunta en curso a un modelo aún se contabiliza, sin el nombre del servidor.
guild-data-delete-hint = Antes puedes llevártelo con { CMD("guild-data export") }. Para irte no hace falta borrar nada: cuando se quita el bot de un servidor, sus datos se guardan 30 días por si vuelve y luego se borran solos. Aviso al propietario por mensaje directo si Discord todavía lo permite, para lo que hace falta otro servidor en común.
guild-data-delete-modal = Borrar todo lo de este servidor
guild-data-delete-input = Escribe el nombre del servidor
guild-data-delete-done = Todo lo que había guardado de este servidor ya no está, salvo el registro de auditoría. El bot empieza de cero aquí con el próximo comando:
guild-data-left = Me han quitado de **{ $name }**. Lo que tengo guardado se conserva hasta el { $until }, por si vuelvo, y luego se borra para siempre. Si vuelvo antes, todo sigue como estaba.
