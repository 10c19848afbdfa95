### What a club’s channel is told.

news-title = クラブのニュース · { $week }
news-saved = 名簿が保存されました: { $powers }。
# In the middle of a sentence.
news-power =
    { $metric ->
        [sim] Sim Power
       *[total] Total Power
    }
news-joined = 加入 ({ $count })
news-left = 脱退 ({ $count })
news-changed = 変化 ({ $count })
news-changed-by = { $percent }%以上の変化 ({ $count })
# A member whose power has changed, and of which power where there are two.
news-mover = { $name }: { $before } → { $now }
news-mover-percent = { $name }: { $before } → { $now } ({ $percent })
news-mover-of =
    { $name } { $metric ->
        [sim] Sim Power
       *[total] Total Power
    }
news-more = ほか{ $count }人
news-due-title = 今週のスキャンの時期です
news-due = { $week } は { $began } に始まりましたが、{ $powers } がまだ保存されていません。{ CMD("club analyze") } を使ってください。
news-guards-title = ガードが緩められました
news-guards = 今後、名簿に別の管理者の承認が必要になることが少なくなります。始まっている確認には、開始時のガードがそのまま使われます。誰が変えたかは監査ログにあります。
news-guard-changed = { $before } → { $after }

## What a channel is told when it is chosen.

news-trial-title = クラブのニュース
news-trial = これから、このクラブのニュースをここで知らせます。加入と脱退、大きなパワーの変化、スキャンの時期です。

## Why news did not arrive; no full stop behind it.

news-fault-no-channel = そのチャンネルはDiscordのものではありません
news-fault-another-server = そのチャンネルは別のサーバーのものです
news-fault-unreadable = 通知を読み取れません
news-fault-guild-gone = サーバーがなくなりました
