### ボットに話した内容を保存するかどうか：お知らせ、現在の状態、できない理由。

## 現在の状態。

consent-title = あなたのチャット
consent-is-unasked = **チャットの内容は何も保存されていません**。保存への同意をまだいただいていないためです。
consent-is-accepted = **チャットの内容は保存されます**（{ $day }に選択）。
consent-is-declined = **チャットの内容は何も保存されません**（{ $day }に選択）。
consent-without = 同意がなくても同じようにお答えし、質問と答えはその都度忘れます。
consent-still-kept = 以前に保存された内容はまだ残っています。下のボタンで削除するか、{ CMD("conversations list") } でご覧ください。
consent-is-forgotten =
    { $count ->
        [0] 削除するものは残っていませんでした。
       *[other] { $count } 件の会話を、発言や添付ファイルも含めて完全に削除しました。
    }

## お知らせ。

consent-notice-title = チャットを保存してもよいですか？
consent-notice = 今回は何も保存せずにお答えしました。同意していただくと、次の質問からチャットの内容を保存します。
consent-what = 保存されるもの
consent-what-it-is = 質問と添付した画像やテキスト、質問の対象になったメッセージ、そして私の答えです。これで私は話の内容を覚えていられ、あなたは後から読み返せます。
consent-where = 送られる先
consent-where-it-goes = 保存の有無にかかわらず、質問のたびに、答えるのに必要な内容がモデル（{ $model }）の提供元に送られます。保存された内容はこのボットの運営者のもとに置かれ、ほかの誰にも表示されません。
consent-how-long = 保存期間
consent-how-long-it-is = あなたが削除するまで、またはサーバーの管理者が許す期間です。削除したものは遅くとも 30 日後に完全に消えます。
consent-rights = あなたのものです
consent-rights-are = { CMD("conversations list") } で表示、{ CMD("conversations export") } で書き出し、{ CMD("conversations delete") } で削除できます。{ CMD("privacy consent") } でいつでも変更できます。
consent-noted = 承知しました。{ CMD("privacy consent") } で現在の状態を確認し、変更できます。

## ボタン。

consent-accept = チャットを保存する
consent-decline = 何も保存しない
consent-forget = 保存済みの内容を削除
consent-about = なぜ保存されないのですか？

## 何も保存されない答えの下に。

consent-note = この内容は何も保存されないため、続きや答え直しはできません。
consent-note-interrupted = 途中でボットが再起動しました。全文が必要なら、もう一度質問してください。
consent-note-failed = 答えがありませんでした。もう一度質問してください。
consent-note-silent = モデルは何も言わずに答えを終えました。もう一度質問してください。
consent-note-cut-off = 答えが途中で切れました。もう一度質問すると別の答えが得られます。
consent-note-nonsense = モデルから表示できるものが届きませんでした。もう一度質問してください。
consent-note-too-long = モデルには長すぎます。質問を短くしてください。

## できない理由。

consent-not-kept = 会話の持ち主が保存に同意していないため、これ以上は保存できません。同意は { CMD("privacy consent") } でできます。
consent-nothing-kept = チャットが保存されていないため、会話はありません。{ CMD("privacy consent") } で変更できます。
consent-not-yours = その質問はほかの人に向けたものです。あなたの状態は { CMD("privacy consent") } で確認できます。
consent-over = その答えはもう終わっていて、何も保存されていません。必要なら、もう一度質問してください。
