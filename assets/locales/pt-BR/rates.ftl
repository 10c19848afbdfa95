### Who asks too often.

rates-too-fast =
    Você está indo rápido demais: tente de novo em { $seconds ->
        [one] { $seconds } segundo.
       *[other] { $seconds } segundos.
    }
rates-server-too-fast =
    Este servidor está pedindo demais ao bot de uma vez: tente de novo em { $seconds ->
        [one] { $seconds } segundo.
       *[other] { $seconds } segundos.
    }
