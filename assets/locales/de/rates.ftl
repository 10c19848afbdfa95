### Who asks too often.

rates-too-fast =
    Das geht zu schnell: Versuch es in { $seconds ->
        [one] { $seconds } Sekunde
       *[other] { $seconds } Sekunden
    } noch einmal.
rates-server-too-fast =
    Dieser Server verlangt gerade zu viel vom Bot: Versuch es in { $seconds ->
        [one] { $seconds } Sekunde
       *[other] { $seconds } Sekunden
    } noch einmal.
