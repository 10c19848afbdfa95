### Talking to the bot: answers, what is said of them, and why there is none.

## What stands above an answer.

chat-about-message = -# { $name }さんの[メッセージ](<{ $link }>)について
chat-about = -# { $name }さんのメッセージについて

## While an answer comes.

chat-thinking = 考えています…
chat-goes-on = まだ続きます。全文はファイルで届きます。
chat-using-roster = クラブのメンバーを見ています…
chat-using-stats = クラブの数字を見ています…
chat-using-movers = 誰が変わったかを見ています…
chat-using-member = メンバーの週ごとの記録を見ています…
chat-using-something = 調べています…

## What is said below an answer that is over; the buttons are named as below.

chat-which = 答え { $index }/{ $count }。
chat-answered-by = { $model } が答えました。
chat-left-out =
    { $count ->
       *[other] 古いメッセージ { $count } 件は含まれていません。
    }
chat-cut = 答えの長さの上限に達しました。続きは質問してください。
chat-closed = 次の質問から新しい会話が始まります。
chat-stopped = 停止しました。
chat-interrupted = 途中でボットが再起動しました。「もう一度」を押すと全文が得られます。
chat-no-answer = 答えがありませんでした。「もう一度」を押してください。
chat-wordless = モデルは何も言わずに答えを終えました。「もう一度」を押してください。

## Buttons.

chat-stop = 停止
chat-again = もう一度
chat-new = 新しい会話

## What somebody is told who mentions the bot and says nothing.

chat-help = 何か聞いてください。メンションの後ろに書くか、私の答えに返信するか、{ CMD("chat") } を使います。{ CMD("chat-info") } で私について分かります。
# Of a message that Discord does not show to the bot.
chat-unreadable = そのメッセージの内容は Discord から見せてもらえません。メンションの後ろに本文を書くか、メニューの アプリ > { $menu } を選んでください。

## The words of a question that has none: they are kept, and the model reads them.

chat-what-of-quote = このメッセージについてどう思いますか？
chat-what-of-file = これは何ですか？
chat-quoted-bot = アシスタント（別の人への返答）
chat-quoted-somebody = メンバー
chat-quoted-unkept = （この人が書いた、または添付した内容は一度の回答のためにだけ表示され、本人の同意がないため保存されていません。）
chat-file-dropped = （このファイルは以前に添付されたもので、もう保存されていません。）
chat-quoted-unshown = （このメッセージの内容は Discord からボットに表示されません。そのことを伝えてください。）
# What a conversation is called whose first question has no words.
chat-untitled = 会話

## Who answers, as whom, where and for whom.

chat-info-title = チャット
chat-info-model = モデル
chat-info-second = { $first }（混雑時や応答がないときは { $second }）
chat-info-images = 画像
chat-info-sees = 添付したものが見えます。
chat-info-blind = テキストだけを読みます。
chat-info-limits = 制限
chat-info-tokens = 会話のうち最大 { $context } トークンを読み、最大 { $answer } トークンで答えます。
chat-info-cooldown =
    { $seconds ->
        [0] すぐに次の質問ができます。
       *[other] { $seconds } 秒後に次の質問ができます。
    }
chat-info-you = あなた：{ $budget }。
chat-info-guild = このサーバー：{ $budget }。
chat-info-a-day =
    { $count ->
       *[other] 1 日 { $count } トークン
    }
chat-info-a-month =
    { $count ->
       *[other] 1 か月 { $count } トークン
    }
chat-info-no-limit = 無制限
chat-info-who-in-channel = このチャンネルでの役柄
chat-info-who-in-guild = このサーバーでの役柄
chat-info-who = 役柄
chat-info-where = 場所
chat-info-everywhere = すべてのチャンネル
chat-info-whom = 対象
chat-info-everybody = 全員
chat-info-looks = 調べられるもの
chat-info-looks-at-nothing = あなたが見せたものだけです。
chat-info-roster = クラブのメンバー一覧
chat-info-stats = クラブの数字
chat-info-movers = 変化のあったメンバー
chat-info-member = メンバーの週ごとの記録

## What is left.

chat-usage-title = チャットの残り
chat-usage-in-tokens = 単位はトークンです。質問も答えも含め、英語なら 3 語で約 4 トークンです。1 日は UTC の午前 0 時に、1 か月は 1 日に始まります。
chat-usage-you = あなた
chat-usage-guild = このサーバー
chat-usage-all = ボット全体
chat-usage-today = 今日：{ $left }
chat-usage-month = 今月：{ $left }
chat-usage-left = { $limit } のうち残り **{ $left }**（使用済み { $used }）
chat-usage-no-limit = 無制限（使用済み { $used }）
chat-usage-cost = 費用：今日 { $day }、今月 { $month }
chat-usage-of-model =
    { $calls ->
       *[other] { $model }：呼び出し { $calls } 回、入力 { $prompt } トークン、出力 { $completion } トークン、{ $cost }
    }
# US dollars.
chat-usage-dollars = ${ $amount }

## Why there is no answer: one sentence, what is wrong and what to do.

chat-fault-not-set-up = このボットではチャットが設定されていません。運営者がモデルを指定する必要があります（OPENAI_API_KEY と CHAT_MODEL）。
chat-fault-switched-off = このサーバーではチャットがオフになっています。管理者は { CMD("settings") } で変更できます。
chat-fault-not-in-this-channel = このチャンネルではチャットは使えません。使える場所は { CMD("chat-info") } で確認できます。
chat-fault-not-with-these-roles = ここでのチャットは特定のロール向けで、あなたはそのどれも持っていません。対象は { CMD("chat-info") } で確認できます。
chat-fault-cooling-down =
    { $seconds ->
       *[other] 少し早すぎます。{ $seconds } 秒後にもう一度質問してください。
    }
chat-fault-still-answering = 前の質問にまだ答えています。待つか、そこで「停止」を押してください。
chat-fault-restarting = 再起動中です。1 分後にもう一度質問してください。
chat-fault-heard-elsewhere = そのメッセージにはもう答えています。
chat-fault-too-long = その質問はモデルには長すぎます。短くするか、分けて質問してください。
chat-fault-empty = 答えるものがありません。質問を書いてください。
chat-fault-too-many-files = ファイルが多すぎます。1 つの質問に添付できるのは { $max } 個までです。
chat-fault-unreadable-file = { $name } を読めません。PNG・JPEG・WebP の画像か、1 MiB までの UTF-8 のテキストファイルを添付してください。
chat-fault-cannot-see = ここのモデルは画像を見られません。言葉で質問するか、テキストファイルを添付してください。
chat-fault-not-yours = それができるのは、質問した本人か、ここでメッセージを管理している人だけです。
chat-fault-gone = その会話はもうありません。{ CMD("chat") } で新しい会話を始めてください。
chat-fault-nothing-to-stop = その答えはもう終わっています。停止するものはありません。
chat-fault-too-many-answers =
    { $max ->
       *[other] この質問にはすでに上限の { $max } 個の答えがあります。新しく質問してください。
    }

## Whose budget is spent, of which time.

chat-spent-person-day = 今日のあなたのチャットの予算を使い切りました。UTC の午前 0 時に元に戻ります。{ CMD("chat-usage") } で確認できます。
chat-spent-person-month = 今月のあなたのチャットの予算を使い切りました。1 日（UTC）に元に戻ります。{ CMD("chat-usage") } で確認できます。
chat-spent-guild-day = 今日のこのサーバーのチャットの予算を使い切りました。UTC の午前 0 時に元に戻ります。{ CMD("chat-usage") } で確認できます。
chat-spent-guild-month = 今月のこのサーバーのチャットの予算を使い切りました。1 日（UTC）に元に戻ります。{ CMD("chat-usage") } で確認できます。
chat-spent-host-day = 今日のこのボットのチャットの予算を使い切りました。UTC の午前 0 時を過ぎてから試してください。
chat-spent-host-month = 今月のこのボットのチャットの予算を使い切りました。1 日（UTC）を過ぎてから試してください。

## What became of the model's answer.

chat-model-key-refused = モデルがこのボットのキーを受け付けません。運営者の確認が必要です。
chat-model-out-of-quota = このボットのモデルの利用枠を使い切りました。運営者の確認が必要です。
chat-model-limit-reached = モデルは今このボットからの質問を受け付けていません。数分後にもう一度試してください。
chat-model-overloaded = モデルが混み合っています。数分後にもう一度試してください。
chat-model-timeout = モデルが時間内に答えませんでした。もう一度試してください。
chat-model-unreachable = モデルに接続できません。後でもう一度試し、それでもだめならボットの運営者に知らせてください。
chat-model-refused-content = モデルの提供元がこの質問への答えを拒否しました。別の聞き方をしてください。
chat-model-too-long = この会話はモデルには長くなりすぎました。「新しい会話」を押すか、質問を短くしてください。
chat-model-wrong-setting = モデルがこのボットのリクエストを受け付けません。運営者が CHAT_MODEL と OPENAI_BASE_URL を確認する必要があります。
chat-model-cut-off = 答えが途中で切れました。「もう一度」を押すと別の答えが得られます。
chat-model-nonsense = モデルから表示できるものが届きませんでした。「もう一度」を押してください。
