### What a person keeps of their conversations with the bot, and looks after.

## How a conversation is named.

conversations-untitled = 無題
conversations-untitled-aside = （無題）
conversations-direct = ダイレクトメッセージ
conversations-here = このサーバー
conversations-private = 非公開
conversations-messages =
    { $count ->
       *[other] { $count } 件のメッセージ
    }
conversations-files =
    { $count ->
       *[other] { $count } 個のファイル
    }

## The list.

conversations-list-title = あなたの会話
conversations-list-pick = 会話を開く
conversations-all = すべての会話

## One that is open.

conversations-open = 開く
conversations-about = { $about } · { $when }に開始
conversations-empty = まだ何も話されていません。
# Export is the button below.
conversations-long = 長いメッセージは途中まで表示しています。全文は「書き出し」で得られます。
conversations-you = あなた
conversations-answer = 答え
conversations-program = プログラム
conversations-which = 答え { $answer }/{ $answers }
conversations-attached = 添付：{ $files }
conversations-coming-in = 受信中
conversations-stopped = 停止済み
conversations-failed = 失敗
conversations-interrupted = 中断
conversations-continue = ここで続ける
conversations-rename = 名前を変更
conversations-export = 書き出し
conversations-delete = 削除

## Going on with one here.

conversations-continued = ここで続きます
conversations-continued-how = このチャンネルでの次の質問は { $title } の続きになります。
# What Discord calls the values of a switch is not ours.
conversations-continued-privately = このチャンネルで `{ CMD("chat") }` に `{ $option }: True` を付けて質問すると、{ $title } の続きになります。

## Another title.

conversations-rename-title = 会話の名前を変更
conversations-new-title = 新しいタイトル
conversations-renamed = 名前を変更しました
conversations-renamed-to = { $before } は { $after } になりました。

## A search.

conversations-search-title = 会話を検索
conversations-search-nothing = { $term } を含むタイトルやメッセージはありません。
conversations-search-found = { $term } を含むもの：
conversations-search-shorter = ここに収まらないほど見つかりました。ページをめくるには、もっと短い語で検索してください。
conversations-search-pick = その場所で開く
conversations-search-in-title = タイトル

## An export, in parts where it is large.

conversations-export-files = { $messages }と{ $files }
conversations-export-all = { $title } の全体：{ $what }。
conversations-export-first = { $title } の最初の部分：{ $what }。続きは **次の部分** で得られます。
conversations-export-part = { $title } の第 { $part } 部：{ $what }。続きは **次の部分** で得られます。
conversations-export-last = { $title } の第 { $part } 部（最後）：{ $what }。
conversations-export-next = 次の部分
conversations-export-json = JSON で
conversations-export-markdown = Markdown で

## In the file. Times in it are in UTC, as in the one for programs.

conversations-file-title = 会話
conversations-file-part = 第 { $part } 部
conversations-file-held = 場所：{ $place }
conversations-file-held-privately = 場所：{ $place }、非公開
conversations-file-begun = 開始 { $begun }、最終更新 { $changed }
conversations-file-deleted = 削除 { $deleted }、しばらく保管中
conversations-file-id = ID { $id }
conversations-file-answer = 答え { $answer }
conversations-file-not-chosen = 未選択

## Deleting one.

conversations-delete-title = この会話を削除しますか？
conversations-delete-soft = **削除** を押すと、ここに表示されるすべてから消え、30 日後に完全になくなります。
conversations-delete-hard = **完全に削除** を押すと、ファイルも含めて今すぐなくなります。誰も元に戻せません。
conversations-delete-forever = 完全に削除
conversations-keep = 残す
conversations-kept = 残しました
conversations-kept-all = 何も削除していません。
conversations-deleted = 削除しました
conversations-deleted-before = もうありません。
conversations-deleted-until = { $title } は一覧にも検索にも出なくなり、{ $when }に完全になくなります。
conversations-deleted-forever = { $title } を、発言や添付ファイルも含めて完全に削除しました。

## Why something cannot be done to one.

conversations-fault-not-found = その会話はあなたの会話の中に（もう）ありません。{ CMD("conversations list") } で確認できます。
conversations-fault-nothing-yet = まだ会話がありません。{ CMD("chat") } で始めてください。
conversations-fault-empty-search = 検索する文字を 1 文字以上入力してください。
conversations-fault-long-search = 検索するには長すぎます。{ $max } 文字までにしてください。
conversations-fault-of-another-server = その会話は別のサーバーのものです。そちらで続けてください。
conversations-fault-of-direct-messages = その会話はボットとのダイレクトメッセージのものです。そちらで続けてください。
