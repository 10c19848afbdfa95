### Who asks too often.

rates-too-fast =
    Vous allez trop vite : réessayez dans { $seconds ->
        [one] { $seconds } seconde.
       *[other] { $seconds } secondes.
    }
rates-server-too-fast =
    Ce serveur en demande trop au bot à la fois : réessayez dans { $seconds ->
        [one] { $seconds } seconde.
       *[other] { $seconds } secondes.
    }
