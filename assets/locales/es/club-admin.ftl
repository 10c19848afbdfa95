### What the commands for a club’s managers say.

## What managers are refused.

club-admin-no-such-member = Aquí ningún miembro se llama «{ $name }».
club-admin-no-such-member-perhaps = Aquí ningún miembro se llama «{ $name }»; quizá { $like }.
club-admin-not-a-name = Un nombre necesita al menos una letra, un número o un signo, y como máximo { $max } caracteres.
club-admin-is-a-member = «{ $spelling }» es el nombre de un miembro: si es el mismo que { $member }, usa { CMD("club-admin members merge") }.
club-admin-means-another = «{ $spelling }» ya designa a { $other }: quítalo primero con { CMD("club-admin aliases remove") }.
club-admin-no-such-alias = «{ $alias }» no es un alias aquí: { CMD("club-admin aliases list") } muestra los que hay.
club-admin-full = Un club guarda como máximo { $max } alias: quita antes algunos.
club-admin-same-member = Es el mismo miembro: elige dos.
club-admin-not-linked = { $name } no tiene vínculo con nadie en Discord.
club-admin-week-to-come = La semana { $week } aún no ha empezado: el club está en { $now }.
club-admin-too-high = No existe un poder de { $max } o más: revisa el valor.
club-admin-reason-too-long = Un motivo puede tener como máximo { $max } caracteres.
club-admin-no-such-correction = Esa corrección no cuenta (o ya no): { CMD("club-admin corrections list") } muestra las que sí.
club-admin-nothing-to-roll-back =
    No hay nada guardado de { $metric ->
        [sim] Sim Power
       *[total] Total Power
    } que se pueda revertir.
club-admin-nothing-to-roll-back-in =
    No hay nada guardado de { $metric ->
        [sim] Sim Power
       *[total] Total Power
    } en { $week } que se pueda revertir.
club-admin-no-longer-current = Eso ya no es lo que cuenta: alguien ha guardado o revertido entretanto. Usa { CMD("club-admin rollback") } de nuevo.
club-admin-nothing-to-undo = Ya no hay nada que deshacer: se deshizo antes o se eliminó el análisis.
club-admin-nothing-to-change = Indica al menos una cosa que cambiar.
club-admin-cannot-post = El bot no puede publicar ahí ({ $why }): dale en ese canal «Ver canal», «Enviar mensajes» e «Insertar enlaces», e inténtalo de nuevo.
club-admin-fetch-host = No se pudo descargar el archivo: su enlace lleva a un servidor no permitido; sube el archivo a Discord.
club-admin-fetch-too-large = No se pudo descargar el archivo: pesa más de 10 MiB; envía la captura original como PNG o JPEG.
club-admin-fetch-gone = No se pudo descargar el archivo: Discord ya no lo tiene (el enlace ha caducado); súbelo de nuevo.
club-admin-fetch-broke-off = No se pudo descargar el archivo: la descarga se cortó; inténtalo de nuevo en un momento.
club-admin-fetch-too-slow = No se pudo descargar el archivo: la descarga tardó demasiado; inténtalo de nuevo en un momento.
club-admin-file-changed = El archivo no es el que se te mostró: impórtalo de nuevo.
club-admin-import-over = Esta importación se confirmó, se canceló o caducó: usa { CMD("club-admin import") } de nuevo.
club-admin-import-changed = Esto ha cambiado desde que se pidió la aprobación: usa { CMD("club-admin import") } de nuevo.
club-admin-nothing-asked = Aquí nadie pide (o ya nadie pide) una aprobación: usa { CMD("club-admin import") } de nuevo.
club-admin-nothing-new = No cambiaría nada: todo lo que tiene este archivo ya se conoce.

## Words that several answers have.

club-admin-off = desactivado
club-admin-on = activado
club-admin-choice-also = { $name } (también { $alias })
club-admin-undo = Deshacer

## /club-admin alerts

club-admin-alerts-off-title = Avisos desactivados
club-admin-alerts-off = Las novedades del club ya no se anuncian en ninguna parte.
club-admin-alerts-title = Avisos
club-admin-alerts-set-title = Avisos configurados
club-admin-alerts-in = Las novedades del club se anuncian en { $channel }.
club-admin-alerts-nowhere = Las novedades del club no se anuncian en ninguna parte: elige un canal con { CMD("club-admin alerts set") }.
club-admin-alerts-change = de un { $percent } % o más
club-admin-alerts-members = Entradas y salidas
club-admin-alerts-changes = Cambios
club-admin-alerts-scan-due = Escaneo pendiente
club-admin-alerts-trouble = Sin entregar
club-admin-alerts-trouble-waits = { $at }: { $why }. Se intentará de nuevo; revisa los permisos del bot en ese canal.
club-admin-alerts-trouble-over = { $at }: { $why }. Se desistió.

## /club-admin aliases

club-admin-aliases-title = Alias
club-admin-aliases-none = Ningún miembro tiene aún otra grafía: añade una con { CMD("club-admin aliases add") } o corrige un nombre antes de guardar.
club-admin-aliases-of = { $member }: { $spellings }
club-admin-alias-source =
    { $alias } ({ $source ->
        [fix] corregido
        [command] añadido
        [import] importado
       *[rename] nombre anterior
    })
club-admin-alias-known-title = Ya se conoce
club-admin-alias-known = { $alias } ya designa a { $member }.
club-admin-alias-added-title = Alias añadido
club-admin-alias-added = { $alias } designa a { $member } desde el próximo escaneo.
club-admin-alias-removed-title = Alias quitado
club-admin-alias-removed = { $alias } ya no designa a { $member }. Lo guardado se queda como está.

## /club-admin corrections

club-admin-correction =
    { $member } · { $metric ->
        [sim] Sim Power
       *[total] Total Power
    } · { $week }: { $value }\*
club-admin-correction-reason = Motivo: { $reason }
club-admin-correction-replaces = Sustituye a la corrección { $value }\* del { $at }.
club-admin-correction-replaces-because = Sustituye a la corrección { $value }\* del { $at }. Su motivo: { $reason }
club-admin-correction-until-now = Hasta ahora: { $value }, que se conserva.
club-admin-correction-until-now-nothing = Hasta ahora no se sabía nada.
club-admin-correction-no-roster =
    Aún no se ha guardado { $metric ->
        [sim] Sim Power
       *[total] Total Power
    } de { $week }: contará en cuanto se guarde.
club-admin-correction-imported = Importado
club-admin-corrected-title = Corregido
club-admin-corrections-title = Correcciones
club-admin-corrections-none = No hay nada corregido: todos los valores son como se leyeron.
club-admin-correction-removed-title = Corrección quitada
club-admin-correction-removed = Vuelve a contar lo que se leyó.
club-admin-choice-correction =
    { $member } · { $metric ->
        [sim] Sim Power
       *[total] Total Power
    } · { $week } · { $value }

## /club-admin guards

club-admin-guards-title = Controles
club-admin-guards-set-title = Controles fijados
club-admin-guards-when = Una lista necesita la aprobación de un segundo gestor cuando…
club-admin-guard-jump = Salto
club-admin-guard-volatile = Variación
club-admin-guard-missing = Ausentes
club-admin-guard-header = Por encima del encabezado
club-admin-guard-jump-when = el poder de un miembro cambia un { $percent } % o más
club-admin-guard-volatile-when =
    más de { $most ->
        [one] { $most } miembro cambia
       *[other] { $most } miembros cambian
    } un { $percent } % o más
club-admin-guard-missing-when = falta un { $percent } % o más de los miembros de la última lista
club-admin-guard-header-when = hay más miembros de los que cuenta el encabezado del juego

## /club-admin import

club-admin-import-title = Importación
club-admin-import-cancelled-title = Cancelado
club-admin-import-cancelled = No se importó nada.
club-admin-import-refused-title = Este archivo no se puede importar
club-admin-import-refused = No se importó nada. Lo que falla en el archivo está en { $file }; corrígelo e impórtalo de nuevo.
club-admin-import-question-title = ¿Importar { $file }?
club-admin-import-question = Aún no ha cambiado nada.
club-admin-import-question-guarded = Aún no ha cambiado nada. Importar pide la aprobación de un segundo gestor.
club-admin-import-confirm = Importar
club-admin-import-cancel = Cancelar
club-admin-import-approve = Aprobar
club-admin-import-asking-title = ¿Aprobar la importación de { $file }?
club-admin-import-asking = Aún no ha cambiado nada: otro gestor distinto del que lo pidió tiene que pulsar Aprobar.
club-admin-import-asked-title = Aprobación pedida para { $file }
club-admin-import-asked = Otro gestor tiene que pulsar Aprobar debajo del mensaje de este canal.
club-admin-import-asked-unseen = Otro gestor tiene que aprobarlo, pero no se pudo publicar el mensaje en este canal: cancélalo importando de nuevo donde el bot pueda publicar.
club-admin-imported-title = { $file } importado
club-admin-import-undone-title = Importación deshecha
club-admin-import-undone =
    { $rosters ->
        [one] { $rosters } lista revertida
       *[other] { $rosters } listas revertidas
    }: lo que contaba antes vuelve a contar. Los miembros y alias que trajo el archivo siguen siendo conocidos. Para recuperarlo, importa el archivo de nuevo.
club-admin-import-undone-corrections =
    { $rosters ->
        [one] { $rosters } lista revertida
       *[other] { $rosters } listas revertidas
    } y { $corrections ->
        [one] { $corrections } corrección quitada
       *[other] { $corrections } correcciones quitadas
    }: lo que contaba antes vuelve a contar. Los miembros y alias que trajo el archivo siguen siendo conocidos. Para recuperarlo, importa el archivo de nuevo.
# What an import changes, a line for each kind.
club-admin-import-week = { $format } · { $week }
club-admin-import-weeks = { $format } · { $first } a { $last }
club-admin-import-saved =
    Se guarda: { $rosters ->
        [one] { $rosters } lista
       *[other] { $rosters } listas
    } con { $values ->
        [one] { $values } valor
       *[other] { $values } valores
    }.
club-admin-import-superseded =
    En lugar de lo que cuenta hasta ahora: { $rosters ->
        [one] { $rosters } lista
       *[other] { $rosters } listas
    } de estas. Lo que hay ahora se conserva y se puede recuperar con una reversión.
club-admin-import-unchanged =
    Ya conocidas tal cual, y sin tocar: { $rosters ->
        [one] { $rosters } lista
       *[other] { $rosters } listas
    }.
club-admin-import-known = Miembros conocidos: { $count }.
club-admin-import-new = Miembros nuevos: { $count }: { $names }.
club-admin-import-aliases = Alias nuevos: { $count }.
club-admin-import-corrections =
    Guardado como corrección (\*): { $count ->
        [one] { $count } valor
       *[other] { $count } valores
    }.
club-admin-import-guarded =
    Control: { $week }, { $metric ->
        [sim] Sim Power
       *[total] Total Power
    }: { $guard }
club-admin-import-more-guards = … y { $count } más.

## /club-admin members

club-admin-members-kept-title = Se quedan
club-admin-members-kept = Siguen siendo dos miembros.
club-admin-merge-title = ¿Unir a estos dos en uno?
club-admin-merge-question =
    { $other } pasa a ser otra grafía de { $keep }: todos los valores, correcciones y alias de ambos serán de { $keep }. Donde una lista tenga a los dos, cuenta el valor de { $keep }.

    Esto no se puede deshacer.
club-admin-merge = Fusionar
club-admin-merge-keep-both = Mantener los dos
club-admin-merged-title = Fusionado
club-admin-merged = { $other } designa ahora a { $keep }. Valores trasladados: { $values }.
club-admin-merged-doubled =
    { $other } designa ahora a { $keep }. Valores trasladados: { $values }. { $doubled ->
        [one] { $doubled } ya no cuenta
       *[other] { $doubled } ya no cuentan
    }, porque { $keep } también tenía uno ahí.
club-admin-renamed-title = Renombrado
club-admin-renamed = { $before } ahora es { $after }; el nombre anterior sigue designando al mismo miembro.
club-admin-unlinked-title = Desvinculado
club-admin-unlinked = { $name } ya no tiene vínculo con nadie.

## /club-admin rollback

club-admin-rollback-title = ¿Revertir?
club-admin-rollback-none = Ahí ya no cuenta nada que se pueda revertir.
club-admin-rollback-question =
    Ahora cuenta: { $now }
    Después contará: { $before }

    No se pierde nada: se puede deshacer.
club-admin-rollback-question-last =
    Ahora cuenta: { $now }
    Después ya no habrá { $metric ->
        [sim] Sim Power
       *[total] Total Power
    } en { $week }.

    No se pierde nada: se puede deshacer.
club-admin-rollback-undoable = Última reversión: { $last }
club-admin-rollback-confirm = Revertir
club-admin-rollback-undo = Deshacer la última reversión
club-admin-rollback-keep = Conservar
club-admin-rollback-kept-title = Se conserva
club-admin-rollback-kept = No se revirtió nada.
# A saved roster: its week and power, its title and its members come before these.
club-admin-roster =
    { $week } · { $metric ->
        [sim] Sim Power
       *[total] Total Power
    }
club-admin-roster-members =
    { $count ->
        [one] { $count } miembro
       *[other] { $count } miembros
    }
club-admin-roster-saved = guardada el { $at }
club-admin-roster-imported = importada el { $at }
club-admin-rolled-back-title = Revertido
club-admin-rolled-back =
    Ya no cuenta: { $gone }
    Ahora cuenta: { $now }
club-admin-rolled-back-last =
    Ya no cuenta: { $gone }
    No había otra antes, así que { $week } ya no tiene { $metric ->
        [sim] Sim Power
       *[total] Total Power
    }.
club-admin-undone-title = Deshecho
club-admin-undone = Vuelve a contar: { $back }
club-admin-undone-superseded = Ha vuelto, pero entretanto se guardó una posterior y esa es la que cuenta: { $back }

## /club-admin week

club-admin-week-begins =
    Las semanas empiezan { $day ->
        [mon] los lunes
        [tue] los martes
        [wed] los miércoles
        [thu] los jueves
        [fri] los viernes
        [sat] los sábados
       *[sun] los domingos
    } a las { $time } ({ $zone }).
club-admin-week-title = La semana del club
club-admin-week-runs = Está en curso { $week }: empezó el { $began } y termina el { $next }.
club-admin-week-set-title = Semana fijada
club-admin-week-set = Vale desde ahora: está en curso { $week }, como si hubiera empezado el { $began }, y la próxima semana empieza el { $next }. Las listas guardadas conservan sus semanas.
