### Lo que muestra /audit y lo que se publica en el canal de auditoría.

audit-title = Registro de auditoría
audit-none = No hay ninguna entrada así.
audit-nobody = nadie en concreto
audit-failed = falló: { $reason }
audit-newer = Más recientes
audit-older = Más antiguas
audit-by = de { $person }
audit-action = acción { $action }
audit-about = sobre { $kind }
audit-only-worked = solo lo que funcionó
audit-only-failed = solo lo que falló
audit-from = desde { $day }
audit-to = hasta { $day }
audit-more =
    { $count ->
        [one] y una más
       *[other] y { $count } más
    }
audit-head = Entrada más reciente: { $head }
audit-posted = Lo último publicado en el canal de auditoría, encontrado de nuevo: { $head }

audit-stats-title = El registro de auditoría en cifras
audit-stats-none = No se registró nada en ese tiempo.
audit-stats-total =
    { $count ->
        [one] Una entrada
       *[other] { $count } entradas
    } en { $days ->
        [one] un día
       *[other] { $days } días
    }; funcionó el { $rate }.
audit-stats-failed =
    { $count ->
        [one] { $count } falló
       *[other] { $count } fallaron
    }
audit-stats-actions = Por acción
audit-stats-people = Por persona
audit-chart-title = Registro de auditoría por día
audit-chart-count = Entradas
audit-chart-rate = Funcionó
audit-chart-alt = Un gráfico de las entradas de cada día y de la parte que funcionó.

audit-export-all =
    { $count ->
        [one] Una entrada, la más reciente primero.
       *[other] { $count } entradas, las más recientes primero.
    }
audit-export-first =
    { $count ->
        [one] La primera parte, lo más reciente primero: una entrada. Siguen más partes.
       *[other] La primera parte, lo más reciente primero: { $count } entradas. Siguen más partes.
    }
audit-export-part =
    { $count ->
        [one] Parte { $number }: una entrada.
       *[other] Parte { $number }: { $count } entradas.
    }
audit-export-last =
    { $count ->
        [one] Parte { $number }, la última: una entrada.
       *[other] Parte { $number }, la última: { $count } entradas.
    }
audit-export-cut = Las entradas más antiguas no cabían: pídelas con las opciones del primer y del último día.
audit-export-unsent = No se pudo enviar la parte { $number } ni lo que vendría después: inténtalo de nuevo en un momento o pide menos días.

audit-verify-title-whole = El registro de auditoría está íntegro
audit-verify-title-found = El registro de auditoría no está íntegro
audit-verify-whole =
    { $count ->
        [one] La única entrada es lo que se escribió.
       *[other] Las { $count } entradas son lo que se escribió.
    }
audit-verify-found =
    { $count ->
        [one] Una cosa no es como se escribió:
       *[other] { $count } cosas no son como se escribieron:
    }
audit-verify-looked-at =
    { $count ->
        [one] Se revisó una entrada.
       *[other] Se revisaron { $count } entradas.
    }
audit-verify-archived =
    { $count ->
        [one] Se archivó una entrada más antigua.
       *[other] Se archivaron { $count } entradas más antiguas.
    }
audit-verify-before =
    { $count ->
        [one] Una entrada es de antes de encadenar el registro: está ahí, y no se puede decir más de ella.
       *[other] { $count } entradas son de antes de encadenar el registro: están ahí, y no se puede decir más de ellas.
    }
audit-found-changed = Cambiada, o no sigue a la anterior: número { $number }, { $entry }
audit-found-removed = Eliminada: número { $number }, { $id }
audit-found-gone = Eliminadas: del número { $first } al { $last }
audit-found-gone-from-before = Eliminada, de antes de encadenar el registro: { $id }
audit-found-inserted = Añadida a mano o por una versión anterior: { $entry }
audit-found-cut = Cortado: el registro termina en el número { $last } y llegaba hasta el { $head }
audit-found-head = La entrada más reciente, o la publicada, no es lo que hay en el número { $number }
audit-found-before = De antes de encadenar el registro había { $expected } entradas, y figuran { $found }
audit-found-archived = De antes de encadenar el registro figuran { $said } entradas como archivadas, y se archivaron { $taken }
audit-found-number = Hay { $found } entradas y se conocen { $known }: alguna cuenta dos veces o no se puede leer

audit-mirror-head = Para comparar
audit-mirror-missed =
    { $count ->
        [one] Una entrada anterior no se pudo publicar aquí.
       *[other] { $count } entradas anteriores no se pudieron publicar aquí.
    }

audit-no-day = { $typed } no es un día: escríbelo como 2026-11-22.
audit-backwards = El último día, { $to }, es anterior al primero, { $from }.
audit-name-too-long = Una acción o un tipo tiene como máximo { $max } caracteres: elige uno de los ofrecidos.
audit-gone = Aquello de lo que trataba esta lista ya no está: usa { CMD("audit list") } otra vez.
audit-busy = El registro de auditoría de este servidor ya se está leyendo: espera primero esa respuesta.
