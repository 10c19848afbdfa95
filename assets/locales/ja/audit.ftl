### /audit が示すもの、監査チャンネルに投稿されるもの。

audit-title = 監査ログ
audit-none = そのような記録はありません。
audit-nobody = 名前なし
audit-failed = 失敗：{ $reason }
audit-newer = 新しいもの
audit-older = 古いもの
audit-by = 実行者 { $person }
audit-action = 操作 { $action }
audit-about = 対象 { $kind }
audit-only-worked = 成功したもののみ
audit-only-failed = 失敗したもののみ
audit-from = { $day }から
audit-to = { $day }まで
audit-more = ほか{ $count }件
audit-head = 最新の記録：{ $head }
audit-posted = 監査チャンネルに最後に投稿され、照合されたもの：{ $head }

audit-stats-title = 監査ログの統計
audit-stats-none = この期間の記録はありません。
audit-stats-total = { $days }日間に{ $count }件の記録、成功率は{ $rate }です。
audit-stats-failed = { $count }件失敗
audit-stats-actions = 操作別
audit-stats-people = 人別
audit-chart-title = 日ごとの監査ログ
audit-chart-count = 記録
audit-chart-rate = 成功
audit-chart-alt = 日ごとの記録の件数と、そのうち成功した割合のグラフ。

audit-export-all = 新しい順に{ $count }件の記録です。
audit-export-first = 新しい順の最初のファイル：{ $count }件。続きがあります。
audit-export-part = ファイル{ $number }：{ $count }件。
audit-export-last = ファイル{ $number }（最後）：{ $count }件。
audit-export-cut = これより古い記録は入りきりませんでした。最初の日と最後の日のオプションで指定してください。
audit-export-unsent = ファイル{ $number }と、それに続くものを送れませんでした。少し待ってからもう一度試すか、日数を減らしてください。

audit-verify-title-whole = 監査ログに改ざんはありません
audit-verify-title-found = 監査ログに異常があります
audit-verify-whole = { $count }件の記録はすべて書かれたときのままです。
audit-verify-found = 書かれたときと違うものが{ $count }件あります：
audit-verify-looked-at = { $count }件の記録を調べました。
audit-verify-archived = 古い記録{ $count }件はアーカイブされています。
audit-verify-before = { $count }件は連鎖が始まる前の記録です。存在することだけが確かめられます。
audit-found-changed = 変更された、または前の記録につながらない：{ $number }番、{ $entry }
audit-found-removed = 削除された：{ $number }番、{ $id }
audit-found-gone = 削除された：{ $first }番から{ $last }番
audit-found-gone-from-before = 削除された（連鎖が始まる前の記録）：{ $id }
audit-found-inserted = 手作業または古いバージョンにより追加された：{ $entry }
audit-found-cut = 末尾が切り取られた：{ $last }番で終わっているが、{ $head }番まであった
audit-found-head = 最新の、または投稿された記録が、{ $number }番にあるものと一致しない
audit-found-before = 連鎖が始まる前の記録は{ $expected }件だったが、{ $found }件とされている
audit-found-archived = 連鎖が始まる前の記録のうち{ $said }件がアーカイブ済みとされているが、アーカイブされたのは{ $taken }件
audit-found-number = 記録は{ $found }件あるが、把握されているのは{ $known }件：二重に数えられているか、読み取れない記録がある

audit-mirror-head = 照合用
audit-mirror-missed = 以前の記録{ $count }件はここに投稿できませんでした。

audit-no-day = { $typed } は日付ではありません。2026-11-22 のように入力してください。
audit-backwards = 最後の日（{ $to }）が最初の日（{ $from }）より前です。
audit-name-too-long = 操作や種類は最大{ $max }文字です。候補から選んでください。
audit-gone = この一覧の対象はもうありません。もう一度 { CMD("audit list") } を使ってください。
audit-busy = このサーバーの監査ログはすでに読み込み中です。まずその返事をお待ちください。
