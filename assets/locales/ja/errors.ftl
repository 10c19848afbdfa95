### What is refused, and what went wrong.

errors-denied-audit = 監査ログを使えるのは「サーバー管理」の権限を持つ人だけです。
errors-denied-guild-data = このサーバーのデータを書き出したり削除したりできるのは、サーバーの所有者だけです。
errors-denied-not-yours = それは他の人のものです。本人だけが使えます。
errors-denied-host = これを見られるのはボットの運営者だけです。
errors-denied-here = ここでは使えません。
errors-ours = ボット側で問題が発生しました。少し待ってからもう一度お試しください。続く場合は、ボットの運営者にこの番号を伝えてください：{ $reference }
