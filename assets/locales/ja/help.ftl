### The help.

help-topic-club = クラブ
help-topic-club-admin = クラブの管理
help-topic-chat = ボットとの会話
help-topic-server = このサーバー
help-topic-own = あなたのデータとボットについて
help-topics = 知りたいことを選んでください
help-menu = メッセージのメニューの「アプリ」にあります
help-more = { CMD("help") }にコマンド名を付けると、そのコマンドの詳しい説明が見られます。
help-options = オプション
help-required = （必須）
help-who = 使える人
help-limits = 制限
help-examples = 例
help-limit = 続けて使えるのは{ $most }回まで、その後は{ $seconds }秒ごとに1回です。サーバー全体では続けて{ $all }回までです。
help-who-managers = 「サーバー管理」の権限またはクラブ管理者のロールを持つ人
help-who-makers = 作成した人、および「サーバー管理」の権限またはクラブ管理者のロールを持つ人
help-who-admins = 「サーバー管理」の権限を持つ人
help-who-owner = サーバーの所有者
help-who-self = 全員（自分のものについて）
help-who-members = サーバーの全員
help-who-hosts = ボットの運営者
help-who-everybody = 全員
