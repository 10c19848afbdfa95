### One's own data: seen, taken away and deleted.

privacy-show-title = あなたについて保存されているもの
privacy-show-head = このサーバー、ほかのサーバー、ダイレクトメッセージから、ボットがあなたについて保存しているすべてです。
privacy-show-goes = **あなたのもの** – { CMD("privacy delete") } で削除されます
privacy-show-freed = **記録やほかの人のもの** – 残りますが、{ CMD("privacy delete") } であなたの名前は消えます
privacy-show-foot = { CMD("privacy export") } ですべてをファイルで受け取れます。ダイレクトメッセージのチャットは、あなたが削除するまで保存されます。サーバーの古いチャットは、管理者の設定で自動的に削除されることがあります。
privacy-export-done = あなたについて保存されているすべてです：{ $records } 件の記録（うちメッセージ { $messages } 件、ファイル { $files } 件）。
privacy-export-parts = 1 つのメッセージには大きすぎるため、{ $count } 個に分かれています。それぞれが独立した zip ファイルです。
privacy-export-part = { $count } 個中 { $part } 個目です。
privacy-export-unsent = { $count } 個を送れませんでした。少し待ってからもう一度試してください。ボットとのダイレクトメッセージでも同じ大きさまで送れます。
privacy-export-readme =
    # あなたについて保存されているすべて

    - `conversations/`：ボットとの会話（読むため）
    - `files/`：質問に添えた画像とテキストファイル
    - `json/`：各テーブルの JSON（プログラム用）
    - `csv/`：同じ内容の CSV（表計算ソフト用）

    時刻は UTC です。`audit_logs` には、あなたがしたことと、あなたに対してされたことがあります。ほかに誰が関わったかは含まれません。
privacy-delete-title = あなたに関するすべてを削除しますか？
privacy-delete-goes = **今すぐ完全に削除されるもの：**
privacy-delete-freed = **あなたの名前を消して残るもの：**
privacy-delete-why = 監査ログはサーバーで何が起きたかを示す必要があり、クラブのために訂正・承認したことはクラブのものなので残ります。ボットが Discord に書いたメッセージもそのまま残ります。ボットの運営者がすでにアーカイブファイルに移した記録には、ボットからは手が届きません。
privacy-delete-hint = 先に { CMD("privacy export") } で受け取っておけます。その後またボットを使うと、最初からになります。
privacy-delete-button = すべて削除
privacy-delete-keep = 残す
privacy-delete-kept-title = 残しました
privacy-delete-kept = 何も削除されていません。
privacy-delete-modal = あなたに関するすべてを削除
privacy-delete-word = 削除
privacy-delete-input = 確認のため「{ $word }」と入力
privacy-delete-done-title = 削除しました
privacy-delete-done = あなたについて保存されていたものはすべてなくなり、残るものからあなたが誰かは分からなくなりました：
privacy-fault-still-exporting = 前回のエクスポートをまだ作成しています。先にその回答をお待ちください。
privacy-fault-many-exporting = 現在多くのエクスポートを作成中です。数分後にもう一度お試しください。
privacy-fault-other-word = 何も削除されていません。確認のため「{ $word }」と入力してください。
privacy-fault-other-name = 何も削除されていません。確認のためサーバー名 { $name } を入力してください。

# What is stored, by kind. Each stands in a list of its own lines.
privacy-kind-person = Discord の ID、名前、アイコン
privacy-kind-sessions = セッション { $rows } 件
privacy-kind-memberships = サーバーへの所属 { $rows } 件
privacy-kind-consent = チャットを保存してよいかどうか
privacy-kind-conversations = ボットとの会話 { $rows } 件
privacy-kind-messages = その中の質問と回答 { $rows } 件
privacy-kind-posts = 回答が Discord のどこにあるかの記録 { $rows } 件
privacy-kind-files = 質問に添えられた画像とテキストファイル { $rows } 件
privacy-kind-usage = 日ごと・月ごとのチャットトークンの合計 { $rows } 件
privacy-kind-reservations = モデルに問い合わせ中の質問 { $rows } 件
privacy-kind-analyses = クラブ分析と下書き { $rows } 件
privacy-kind-images = その中のスクリーンショットの情報 { $rows } 件
privacy-kind-metrics = その中のクラブ全体の数値 { $rows } 件
privacy-kind-powers = その中のメンバーの戦力 { $rows } 件
privacy-kind-reviews = 承認または取り消しをした分析 { $rows } 件
privacy-kind-club-members = クラブのメンバー { $rows } 人
privacy-kind-aliases = メンバー名の別表記 { $rows } 件
privacy-kind-corrections = クラブの修正された値 { $rows } 件
privacy-kind-alerts = クラブのお知らせ { $rows } 件
privacy-kind-guild = サーバーの名前、Discord の ID、設定
privacy-kind-settings-revisions = サーバー設定の変更 { $rows } 件
privacy-kind-settings-proposals = 確認待ちの設定変更 { $rows } 件
privacy-kind-audit-entries = 監査ログの記録 { $rows } 件
privacy-kind-audit-counts = その記録の日ごとの件数 { $rows } 件
