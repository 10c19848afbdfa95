### Who asks too often.

rates-too-fast =
    You are doing that too fast: try again in { $seconds ->
        [one] { $seconds } second.
       *[other] { $seconds } seconds.
    }
rates-server-too-fast =
    This server is asking too much of the bot at once: try again in { $seconds ->
        [one] { $seconds } second.
       *[other] { $seconds } seconds.
    }
