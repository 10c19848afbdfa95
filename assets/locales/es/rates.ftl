### Who asks too often.

rates-too-fast =
    Vas demasiado rápido: inténtalo de nuevo en { $seconds ->
        [one] { $seconds } segundo.
       *[other] { $seconds } segundos.
    }
rates-server-too-fast =
    Este servidor le pide demasiado al bot a la vez: inténtalo de nuevo en { $seconds ->
        [one] { $seconds } segundo.
       *[other] { $seconds } segundos.
    }
