### What a club’s channel is told.

news-title = Novedades del club · { $week }
news-saved = Se guardó una lista: { $powers }.
# In the middle of a sentence.
news-power =
    { $metric ->
        [sim] Sim Power
       *[total] Total Power
    }
news-joined = Se unieron ({ $count })
news-left = Se fueron ({ $count })
news-changed = Cambiaron ({ $count })
news-changed-by = Cambiaron un { $percent } % o más ({ $count })
# A member whose power has changed, and of which power where there are two.
news-mover = { $name }: { $before } → { $now }
news-mover-percent = { $name }: { $before } → { $now } ({ $percent })
news-mover-of =
    { $name } { $metric ->
        [sim] Sim Power
       *[total] Total Power
    }
news-more = y { $count } más
news-due-title = Toca el escaneo semanal
news-due = { $week } empezó el { $began } y aún no se ha guardado: { $powers }. Usa { CMD("club analyze") }.
news-guards-title = Controles relajados
news-guards = Desde ahora una lista necesita menos veces la aprobación de un segundo gestor. Las revisiones ya empezadas conservan los controles con los que empezaron. Quién lo cambió consta en el registro de auditoría.
news-guard-changed = { $before } → { $after }

## What a channel is told when it is chosen.

news-trial-title = Novedades del club
news-trial = Desde ahora se anuncian aquí las novedades de este club: quién entra y sale, a quién le cambia mucho el poder y cuándo toca un escaneo.

## Why news did not arrive; no full stop behind it.

news-fault-no-channel = el canal no es de Discord
news-fault-another-server = el canal pertenece a otro servidor
news-fault-unreadable = el aviso no se puede leer
news-fault-guild-gone = el servidor ya no existe
