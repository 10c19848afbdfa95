### What the commands about a club say.

## Words that its sentences have in common.

# In the middle of a sentence.
club-power-sim = Sim Power
club-power-total = Total Power
# As a heading or a label.
club-metric-sim = Sim Power
club-metric-total = Total Power
club-metric-both = Sim Power と Total Power
club-no-name = (名前なし)
# What the star behind a value means.
club-star = \* 管理者が修正した値
club-days = { $from }〜{ $to }
club-taken = { $week } ({ $days })、{ $moment } に保存
club-compared-with-none = 比べられる前の週はありません。
club-compared-with = 比較対象: { $taken }。
club-compared-gap = その間の{ $gap }週間の { $power } は保存されていません。
# A change and what it is in percent.
club-changed = { $change } ({ $percent })
club-members-count = { $count }人
club-changed-of = { $changed }、{ $members }
club-not-known = 不明
# The heads of fields that several answers have.
club-field-members = メンバー
club-field-total = 合計
club-field-change-of-total = 合計の変化
club-field-alike = 両方で分かっているメンバー
club-field-new = 新規 ({ $count })
club-field-departed = 脱退 ({ $count })
club-field-missing = 見当たらない ({ $count })

## A summary, as it is kept with an analysis.

club-summary = { $parts }。
club-summary-and-unread = { $parts }。{ $unread }
club-summary-between = 、
club-summary-sim = Sim Power { $total }
club-summary-total = パワー { $total }
club-summary-average = 平均 { $average }
club-summary-median = 中央値 { $median }
club-summary-top = 首位 { $name } { $power }
club-summary-unread = { $count }件の値は読み取れませんでした。

## Titles that analyses have where nobody gives one.

club-title = { $what }, { $day }

## /club show

club-sheet-fixed = \* 人が入力した値(読み取りではない)
club-sheet-metric = 種類
club-sheet-values = 値
club-sheet-confidence = 読み取りの確かさ
club-sheet-screenshots = スクリーンショット
club-sheet-check = ご確認ください
club-sheet-saved-too = { $metric }(これも保存済み)
club-sheet-found = { $found }人を確認
club-sheet-found-of = { $all }人中{ $found }人を確認
club-sheet-found-missing = { $all }人中{ $found }人を確認、{ $missing }人不足
club-sheet-read = { $all }件中{ $read }件を読み取り
# A value in short, and with all its digits.
club-whole = { $short } ({ $exact })
club-sheet-not-saved = **まだ保存されていません。**
club-sheet-saved = { $moment } に保存しました。
club-sheet-doubts-more = ほか{ $count }件(表に { $mark } の印)
club-sheet-doubt-power-name = { $name }: パワーと名前が不確か
club-sheet-doubt-power = { $name }: パワーが不確か
club-sheet-doubt-name = { $name }: 名前が不確か
club-sheet-doubt-seen = { $name }: 最終ログインが不確か

## /club list

club-list-title = 保存された分析
# In completions: an analysis and the day on which it was saved.
club-choice-analysis = { $title } ({ $day })
club-choice-week = { $week } · { $days }
club-choice-also = { $name } (別表記: { $alias })
club-choice-departed = { $name } – 脱退

## /club stats

club-stats-title = { $metric } · { $week }
club-stats-with-value = 値あり
club-stats-known = { $all }人中{ $known }人
club-stats-known-share = { $all }人中{ $known }人 ({ $share })
club-stats-average = 平均
club-stats-median = 中央値
club-stats-top = 首位

## /club leaderboard

club-leaderboard-new = 新規

## /club movers

club-movers-rising = 増加 · { $metric }
club-movers-falling = 減少 · { $metric }
club-movers-volatile = 不安定 · { $metric }
club-movers-none-more = { $known }人のうち、前より増えた人はいません。
club-movers-none-less = { $known }人のうち、前より減った人はいません。
club-movers-more = { $known }人のうち{ $count }人が前より増えています。
club-movers-less = { $known }人のうち{ $count }人が前より減っています。
# In a table of fixed width.
club-movers-changes = { $count }回の変化
club-movers-swings =
    { $weeks }週間: { $from } から { $taken }。
    メンバーの週ごとの変化がどれだけばらつくか(標準偏差)を示します。一定の成長ならゼロです。
club-movers-nobody-swings = パワーが揺れている人はいません。判断には3週連続の記録が必要です。

## /club member

# The heads of a table of fixed width.
club-member-week = 週
club-member-sim = Sim
club-member-total = Total
club-member-known-as = ここでの呼び名は { $name } です。
club-member-departed = 脱退: { $week } にはもういません。
club-member-nothing = 有効な週には、この人の記録がありません。
club-member-never = なし
club-member-first-seen = 最初の記録
club-member-last-seen = 最後の記録
club-member-in-discord = Discordでは
club-member-spellings = 別の表記
club-member-corrections = 修正
club-member-confirmed = { $person }(管理者が確認済み)
club-member-unconfirmed = { $person }(まだ確認されていません)
club-member-reason = { $week } { $power }: { $value } ({ $why })
club-member-no-reason = 理由の記載なし
club-member-unlink = 紐付けを外す

## /club me

club-me-not-linked-title = 紐付けなし
club-me-not-linked = { $person } と { $member } は紐付いていません。
club-me-settled = 対応済み
club-me-title = 誰が誰か
club-me-question =
    { $person } さん「私は { $member } です」
    クラブ管理者が確認できます。
club-me-question-rival =
    { $person } さん「私は { $member } です」
    クラブ管理者が確認できます。同じことを言っている人がほかにもいます。一方を確認すると、もう一方は却下されます。
club-me-confirm = 確認する
club-me-decline = 却下する
club-me-confirmed-title = 確認済み
club-me-confirmed = { $person } さんは { $member } です。
club-me-confirmed-declined = { $person } さんは { $member } です。{ $rival } さんの申し出は却下されました。

## /club compare

club-compare-title = { $metric } の比較
club-compare-sides =
    前: { $from }
    後: { $to }
club-compare-week = { $taken }。
club-compare-analysis = { $title }(読み取ったまま)、{ $moment } に保存。
club-compare-analysis-of-week = { $week } の { $title }(読み取ったまま)、{ $moment } に保存。
club-compare-smaller = ほか{ $count }人は変化がより小さいため省略
club-compare-look-twice = 要確認 ({ $count })
club-compare-counts = 変化あり{ $changed }人、同じ{ $same }人、両方では分からない{ $unknown }人
club-compare-ten-times = { $name }: 以前の約10倍
club-compare-a-tenth = { $name }: 以前の約10分の1
club-compare-jump = { $name }: 大きな変化

## /club chart

club-chart-sim = クラブの Sim Power
club-chart-total = クラブの Total Power
club-chart-both = クラブの Total Power と Sim Power
club-chart-weeks = 名簿を保存した週は{ $weeks }週です。途切れている所は保存のない週です。
club-chart-corrected = 星印の週には、修正された値が含まれています。
club-chart-top = { $week } の上位
club-chart-distribution = { $week } の分布
club-chart-distribution-of =
    { $taken }。
    { $all }人のうち{ $known }人の値が分かっています。
# In pictures, and for those who cannot see them.
club-picture-corrected = 修正済み
club-picture-total = クラブの合計
club-picture-span = { $first } から { $last }
club-picture-in-week = { $week }
club-picture-total-alt = クラブの合計の折れ線グラフ({ $span })。
club-picture-member-alt = { $name } のパワーの折れ線グラフ({ $span })。
club-picture-top = 上位{ $count }人
club-picture-top-alt = { $week } の { $metric } の棒グラフ: { $names }。
club-picture-of-week = { $metric }、{ $week } ({ $days })
club-picture-distribution = パワー別のメンバー数
club-picture-distribution-alt = { $week } に、どれだけの { $metric } を持つメンバーが何人いるか。

## /club search

club-search-title = 検索
club-search-nothing = { $query } を含むメンバーも分析もありません。
club-search-found = { $query } を含むもの:
club-search-members = メンバー ({ $count })
club-search-more = ほか{ $count }人
club-search-analyses = 分析
club-search-more-analyses = ほかにもあります。{ CMD("club list") } ですべて見られます
club-search-also = { $name }(別表記: { $alias })
club-search-departed = { $name }、脱退

## /club export

club-export-counts = { $weeks }・{ $members }・{ $values }(修正を反映済み)。
club-export-values = { $count }件の値
club-export-members = { $count }人
club-export-weeks = { $count }週間分
club-export-first = { $counts } { $files }個のファイルに分かれています。これは最初のファイルです。
club-export-part = { $files }個中{ $part }個目のファイルです。

## /club rename and /club delete

club-rename-modal = 分析のタイトルを変更
club-rename-title = 新しいタイトル
club-renamed = 変更しました
club-renamed-to = { $before } は { $after } になりました。
club-delete-title = この分析を削除しますか？
club-delete-question = 値も一緒に消え、誰にも元に戻せません。
club-delete = 削除
club-keep = 残す
club-deleted = 削除しました
club-deleted-title = { $title } は一覧からも集計からもなくなりました。
club-deleted-before = すでに削除されていました。
club-kept = 残しました
club-kept-all = 何も削除していません。
