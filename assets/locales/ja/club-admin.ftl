### What the commands for a club’s managers say.

## What managers are refused.

club-admin-no-such-member = 「{ $name }」という名前のメンバーはここにいません。
club-admin-no-such-member-perhaps = 「{ $name }」という名前のメンバーはここにいません。もしかして: { $like }
club-admin-not-a-name = 名前には文字・数字・記号が1つ以上必要で、最大{ $max }文字です。
club-admin-is-a-member = 「{ $spelling }」はメンバーの名前です。{ $member } と同じ人なら { CMD("club-admin members merge") } を使ってください。
club-admin-means-another = 「{ $spelling }」はすでに { $other } を指しています。先に { CMD("club-admin aliases remove") } で削除してください。
club-admin-no-such-alias = 「{ $alias }」という別名はここにありません。{ CMD("club-admin aliases list") } で一覧を見られます。
club-admin-full = クラブの別名は最大{ $max }件です。先にいくつか削除してください。
club-admin-same-member = 同じメンバーです。2人を選んでください。
club-admin-not-linked = { $name } はDiscordの誰とも紐付いていません。
club-admin-week-to-come = { $week } の週はまだ始まっていません。クラブの今週は { $now } です。
club-admin-too-high = { $max } 以上のパワーはありません。値を確認してください。
club-admin-reason-too-long = 理由は最大{ $max }文字です。
club-admin-no-such-correction = その修正は有効ではありません。{ CMD("club-admin corrections list") } で有効なものを見られます。
club-admin-nothing-to-roll-back =
    ロールバックできる { $metric ->
        [sim] Sim Power
       *[total] Total Power
    } の保存はありません。
club-admin-nothing-to-roll-back-in =
    { $week } にロールバックできる { $metric ->
        [sim] Sim Power
       *[total] Total Power
    } の保存はありません。
club-admin-no-longer-current = それはもう有効ではありません。その間に誰かが保存またはロールバックしました。{ CMD("club-admin rollback") } をもう一度使ってください。
club-admin-nothing-to-undo = 元に戻すものがもうありません。すでに元に戻したか、分析が削除されました。
club-admin-nothing-to-change = 変更する項目を1つ以上指定してください。
club-admin-cannot-post = ボットはそこに投稿できません({ $why })。そのチャンネルで「チャンネルを見る」「メッセージを送信」「埋め込みリンク」を許可してから、もう一度お試しください。
club-admin-fetch-host = ファイルをダウンロードできませんでした。リンク先のホストは許可されていません。Discordに直接アップロードしてください。
club-admin-fetch-too-large = ファイルをダウンロードできませんでした。10 MiBを超えています。元のスクリーンショットをPNGかJPEGで送ってください。
club-admin-fetch-gone = ファイルをダウンロードできませんでした。Discordにもうありません(リンクの期限切れ)。もう一度アップロードしてください。
club-admin-fetch-broke-off = ファイルをダウンロードできませんでした。ダウンロードが途中で切れました。少し待ってからもう一度お試しください。
club-admin-fetch-too-slow = ファイルをダウンロードできませんでした。時間がかかりすぎました。少し待ってからもう一度お試しください。
club-admin-file-changed = 表示されたファイルと違います。もう一度インポートしてください。
club-admin-import-over = このインポートは確定済み、キャンセル済み、または期限切れです。{ CMD("club-admin import") } をもう一度使ってください。
club-admin-import-changed = 承認を求めてから内容が変わりました。{ CMD("club-admin import") } をもう一度使ってください。
club-admin-nothing-asked = ここで承認を求めている人はいません。{ CMD("club-admin import") } をもう一度使ってください。
club-admin-nothing-new = 何も変わりません。このファイルの内容はすべて登録済みです。

## Words that several answers have.

club-admin-off = オフ
club-admin-on = オン
club-admin-choice-also = { $name } (別表記: { $alias })
club-admin-undo = 元に戻す

## /club-admin alerts

club-admin-alerts-off-title = 通知オフ
club-admin-alerts-off = クラブのニュースはもうどこにも通知されません。
club-admin-alerts-title = 通知
club-admin-alerts-set-title = 通知を設定しました
club-admin-alerts-in = クラブのニュースは { $channel } に通知されます。
club-admin-alerts-nowhere = クラブのニュースはどこにも通知されていません。{ CMD("club-admin alerts set") } でチャンネルを選んでください。
club-admin-alerts-change = { $percent }%以上
club-admin-alerts-members = 加入と脱退
club-admin-alerts-changes = 変化
club-admin-alerts-scan-due = スキャンの時期
club-admin-alerts-trouble = 届いていません
club-admin-alerts-trouble-waits = { $at }: { $why }。もう一度試します。そのチャンネルでのボットの権限を確認してください。
club-admin-alerts-trouble-over = { $at }: { $why }。送信をあきらめました。

## /club-admin aliases

club-admin-aliases-title = 別名
club-admin-aliases-none = 別の表記を持つメンバーはまだいません。{ CMD("club-admin aliases add") } で追加するか、保存する前に名前を直してください。
club-admin-aliases-of = { $member }: { $spellings }
club-admin-alias-source =
    { $alias } ({ $source ->
        [fix] 直した表記
        [command] 追加
        [import] インポート
       *[rename] 以前の名前
    })
club-admin-alias-known-title = 登録済み
club-admin-alias-known = { $alias } はすでに { $member } を指しています。
club-admin-alias-added-title = 別名を追加しました
club-admin-alias-added = { $alias } は次のスキャンから { $member } を指します。
club-admin-alias-removed-title = 別名を削除しました
club-admin-alias-removed = { $alias } はもう { $member } を指しません。保存済みのものはそのままです。

## /club-admin corrections

club-admin-correction =
    { $member } · { $metric ->
        [sim] Sim Power
       *[total] Total Power
    } · { $week }: { $value }\*
club-admin-correction-reason = 理由: { $reason }
club-admin-correction-replaces = { $at } の修正 { $value }\* を置き換えます。
club-admin-correction-replaces-because = { $at } の修正 { $value }\* を置き換えます。その理由: { $reason }
club-admin-correction-until-now = これまで: { $value }(残してあります)。
club-admin-correction-until-now-nothing = これまでは何も分かっていませんでした。
club-admin-correction-no-roster =
    { $week } の { $metric ->
        [sim] Sim Power
       *[total] Total Power
    } はまだ保存されていません。保存されると有効になります。
club-admin-correction-imported = インポート
club-admin-corrected-title = 修正しました
club-admin-corrections-title = 修正
club-admin-corrections-none = 修正はありません。すべて読み取ったままの値です。
club-admin-correction-removed-title = 修正を削除しました
club-admin-correction-removed = 読み取った値が再び有効になります。
club-admin-choice-correction =
    { $member } · { $metric ->
        [sim] Sim Power
       *[total] Total Power
    } · { $week } · { $value }

## /club-admin guards

club-admin-guards-title = ガード
club-admin-guards-set-title = ガードを設定しました
club-admin-guards-when = 次のとき、名簿には別の管理者の承認が必要です。
club-admin-guard-jump = 急変
club-admin-guard-volatile = 変動
club-admin-guard-missing = 不在
club-admin-guard-header = ヘッダー超過
club-admin-guard-jump-when = メンバーのパワーが{ $percent }%以上変化したとき
club-admin-guard-volatile-when = { $most }人を超えるメンバーが{ $percent }%以上変化したとき
club-admin-guard-missing-when = 前回の名簿のメンバーの{ $percent }%以上がいないとき
club-admin-guard-header-when = ゲームのヘッダーの人数よりメンバーが多いとき

## /club-admin import

club-admin-import-title = インポート
club-admin-import-cancelled-title = キャンセルしました
club-admin-import-cancelled = 何もインポートしていません。
club-admin-import-refused-title = このファイルはインポートできません
club-admin-import-refused = 何もインポートしていません。ファイルの問題点は { $file } にあります。直してからもう一度インポートしてください。
club-admin-import-question-title = { $file } をインポートしますか？
club-admin-import-question = まだ何も変わっていません。
club-admin-import-question-guarded = まだ何も変わっていません。「インポート」を押すと、別の管理者に承認を求めます。
club-admin-import-confirm = インポート
club-admin-import-cancel = キャンセル
club-admin-import-approve = 承認
club-admin-import-asking-title = { $file } のインポートを承認しますか？
club-admin-import-asking = まだ何も変わっていません。依頼した人とは別の管理者が「承認」を押す必要があります。
club-admin-import-asked-title = { $file } の承認を求めました
club-admin-import-asked = 別の管理者が、このチャンネルのメッセージの「承認」を押す必要があります。
club-admin-import-asked-unseen = 別の管理者の承認が必要ですが、このチャンネルに依頼のメッセージを投稿できませんでした。ボットが投稿できる場所でインポートし直してください。
club-admin-imported-title = { $file } をインポートしました
club-admin-import-undone-title = インポートを元に戻しました
club-admin-import-undone = 名簿{ $rosters }件をロールバックしました。以前のものが再び有効になります。ファイルで加わったメンバーと別名は残ります。取り戻すには、もう一度インポートしてください。
club-admin-import-undone-corrections = 名簿{ $rosters }件をロールバックし、修正{ $corrections }件を削除しました。以前のものが再び有効になります。ファイルで加わったメンバーと別名は残ります。取り戻すには、もう一度インポートしてください。
# What an import changes, a line for each kind.
club-admin-import-week = { $format } · { $week }
club-admin-import-weeks = { $format } · { $first }〜{ $last }
club-admin-import-saved = 保存: 名簿{ $rosters }件、値{ $values }件。
club-admin-import-superseded = うち名簿{ $rosters }件は、今まで有効だったものに代わります。今あるものは残り、ロールバックで戻せます。
club-admin-import-unchanged = 登録済みと同じでそのままにするもの: 名簿{ $rosters }件。
club-admin-import-known = 登録済みのメンバー: { $count }人。
club-admin-import-new = 新しいメンバー: { $count }人: { $names }。
club-admin-import-aliases = 新しい別名: { $count }件。
club-admin-import-corrections = 修正として残すもの (\*): 値{ $count }件。
club-admin-import-guarded =
    ガード: { $week }、{ $metric ->
        [sim] Sim Power
       *[total] Total Power
    }: { $guard }
club-admin-import-more-guards = …ほか{ $count }件。

## /club-admin members

club-admin-members-kept-title = そのままにしました
club-admin-members-kept = 2人のメンバーのままです。
club-admin-merge-title = この2人を1人にまとめますか？
club-admin-merge-question =
    { $other } は { $keep } の別の表記になり、2人の値・修正・別名はすべて { $keep } のものになります。名簿に両方がある場合は { $keep } の値が有効です。

    これは元に戻せません。
club-admin-merge = 統合
club-admin-merge-keep-both = 両方残す
club-admin-merged-title = 統合しました
club-admin-merged = { $other } は { $keep } を指すようになりました。移した値: { $values }件。
club-admin-merged-doubled = { $other } は { $keep } を指すようになりました。移した値: { $values }件。{ $keep } にもあった{ $doubled }件は無効になりました。
club-admin-renamed-title = 名前を変えました
club-admin-renamed = { $before } は { $after } になりました。以前の名前でも同じメンバーを指します。
club-admin-unlinked-title = 紐付けを外しました
club-admin-unlinked = { $name } はもう誰とも紐付いていません。

## /club-admin rollback

club-admin-rollback-title = ロールバックしますか？
club-admin-rollback-none = ロールバックできる有効なものはもうありません。
club-admin-rollback-question =
    現在有効: { $now }
    ロールバック後: { $before }

    何も失われません。元に戻せます。
club-admin-rollback-question-last =
    現在有効: { $now }
    ロールバック後、{ $week } の { $metric ->
        [sim] Sim Power
       *[total] Total Power
    } はなくなります。

    何も失われません。元に戻せます。
club-admin-rollback-undoable = 最後のロールバック: { $last }
club-admin-rollback-confirm = ロールバック
club-admin-rollback-undo = 最後のロールバックを元に戻す
club-admin-rollback-keep = そのままにする
club-admin-rollback-kept-title = そのままにしました
club-admin-rollback-kept = ロールバックしていません。
# A saved roster: its week and power, its title and its members come before these.
club-admin-roster =
    { $week } · { $metric ->
        [sim] Sim Power
       *[total] Total Power
    }
club-admin-roster-members = { $count }人
club-admin-roster-saved = { $at } に保存
club-admin-roster-imported = { $at } にインポート
club-admin-rolled-back-title = ロールバックしました
club-admin-rolled-back =
    無効になったもの: { $gone }
    現在有効: { $now }
club-admin-rolled-back-last =
    無効になったもの: { $gone }
    以前のものはないため、{ $week } の { $metric ->
        [sim] Sim Power
       *[total] Total Power
    } はなくなりました。
club-admin-undone-title = 元に戻しました
club-admin-undone = 再び有効: { $back }
club-admin-undone-superseded = 元に戻しましたが、その間に新しいものが保存され、そちらが有効です: { $back }

## /club-admin week

club-admin-week-begins =
    週は{ $day ->
        [mon] 月曜日
        [tue] 火曜日
        [wed] 水曜日
        [thu] 木曜日
        [fri] 金曜日
        [sat] 土曜日
       *[sun] 日曜日
    }の{ $time }に始まります({ $zone })。
club-admin-week-title = クラブの週
club-admin-week-runs = 今は { $week } です。{ $began } に始まり、{ $next } に終わります。
club-admin-week-set-title = 週を設定しました
club-admin-week-set = 今から有効です。{ $began } に始まったものとして { $week } になり、次の週は { $next } に始まります。保存済みの名簿の週はそのままです。
