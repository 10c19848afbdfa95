### What is refused, and what went wrong.

errors-ours = ボット側で問題が発生しました。少し待ってからもう一度お試しください。続く場合は、ボットの運営者にこの番号を伝えてください：{ $reference }
