### The settings of a server: what each is for, and what is said about them.

setting-language = 全員に見える返答の言語。
    .name = 言語
setting-timezone = 1日の始まりと時刻の表示に使うタイムゾーン。
    .name = タイムゾーン
setting-features-clubAnalytics = ここでクラブの名簿を読み取り、保存するかどうか。
    .name = クラブ分析
setting-features-chatBot = ここでボットとチャットできるかどうか。
    .name = チャット
setting-club-managerRoles = クラブのマネージャーと同じことができるロール。
    .name = マネージャーのロール
setting-club-week-day = クラブの週が始まる曜日。
    .name = 週: 曜日
setting-club-week-time = その曜日にクラブの週が始まる時刻。
    .name = 週: 時刻
setting-club-week-timezone = クラブの週の始まりに使うタイムゾーン。
    .name = 週: タイムゾーン
setting-club-guards-jumpPercent = メンバーの戦力がこの割合 (%) 変わったら、名簿に2人目の承認が必要になります。0でオフ。
    .name = ガード: 急変
setting-club-guards-volatilePercent = 戦力がこの割合 (%) 変わったメンバーを「変動」とみなします。0でオフ。
    .name = ガード: 変動
setting-club-guards-volatileMembers = 変動したメンバーがこの人数を超えると、名簿に2人目の承認が必要になります。
    .name = ガード: 変動メンバー数
setting-club-guards-missingPercent = 前回の名簿のメンバーのうちこの割合 (%) がいないと、2人目の承認が必要になります。0でオフ。
    .name = ガード: 不足
setting-club-guards-overHeader = ゲームのヘッダーの人数より多い名簿に2人目の承認を求めるかどうか。
    .name = ガード: ヘッダー超過
setting-club-alerts-channel = クラブのお知らせを投稿するチャンネル。なければ投稿しません。
    .name = お知らせ: チャンネル
setting-club-alerts-members = 加入者と脱退者を知らせるかどうか。
    .name = お知らせ: メンバー
setting-club-alerts-changePercent = 戦力がこの割合 (%) 変わったメンバーを知らせます。0でオフ。
    .name = お知らせ: 戦力
setting-club-alerts-scanDue = その週のスキャンの時期をチャンネルに知らせるかどうか。
    .name = お知らせ: スキャン時期
setting-club-visionReading = ホストが用意している場合、内蔵リーダーに加えてビジョンモデルもスクリーンショットを読むかどうか。
    .name = ビジョン読み取り
setting-chat-channels = ボットとチャットできるチャンネル。指定がなければすべて。
    .name = チャンネル
setting-chat-roles = ボットとチャットできるロール。指定がなければ全員。
    .name = ロール
setting-chat-persona = ここでチャットするときのボットの人格。ボット本来のものの代わりになります。
    .name = ペルソナ
setting-chat-channelPersonas = 一部のチャンネルでのボットの人格。サーバーのものの代わりになります。
    .name = チャンネル別ペルソナ
setting-chat-budget-personDay = 1人がここで1日に使えるトークンの上限 (ホストの上限内)。0ならホストに任せます。
    .name = 予算: 1人・1日
setting-chat-budget-personMonth = 1人がここで1か月に使えるトークンの上限 (ホストの上限内)。0ならホストに任せます。
    .name = 予算: 1人・1か月
setting-chat-budget-guildDay = 全員がここで1日に使えるトークンの上限 (ホストの上限内)。0ならホストに任せます。
    .name = 予算: サーバー・1日
setting-chat-budget-guildMonth = 全員がここで1か月に使えるトークンの上限 (ホストの上限内)。0ならホストに任せます。
    .name = 予算: サーバー・1か月
setting-chat-streaming = モデルが書いている途中から返答を表示するか、完成してから表示するか。
    .name = 逐次表示
setting-audit-channel = 監査ログの記録を写すチャンネル。なければ写しません。
    .name = ミラー先チャンネル
setting-audit-actions = 記録を写す操作。ピリオドで終わるものは、それで始まるすべてを指します。
    .name = ミラーする操作
setting-retention-chatDays = ここでの会話を何日保存するか。0なら無期限。
    .name = チャット: 保存日数

settings-topic =
    { $topic ->
        [language] 言語
        [timezone] タイムゾーン
        [features] 機能
        [club] クラブ
        [chat] チャット
        [audit] 監査ログ
        [retention] 保存期間
       *[other] { $topic }
    }
settings-weekday =
    { $day ->
        [mon] 月曜日
        [tue] 火曜日
        [wed] 水曜日
        [thu] 木曜日
        [fri] 金曜日
        [sat] 土曜日
        [sun] 日曜日
       *[other] { $day }
    }
settings-title = 設定
settings-title-topic = 設定: { $topic }
settings-list-footer = 太字はここで設定されたもの、残りは既定値です。{ CMD("settings get") } にキーを付けると説明が出ます。
settings-value-set = **{ $value }** (ここで設定)
settings-value-default = **{ $value }** (既定値)
settings-may-be = 使える値: { $accepted }。既定値: { $default }。
settings-was-set = 変更しました
settings-was-reset = リセットしました
settings-is-now = `{ $key }` は現在: **{ $value }**
settings-on = オン
settings-off = オフ
settings-none = なし
settings-own-persona = ボット本来のもの
settings-everywhere = すべて
settings-everybody = 全員
settings-nowhere = なし
settings-zero-host = 0 (ホストの上限のみ)
settings-zero-forever = 0 (無期限)
settings-zero-off = 0 (オフ)
settings-default = 既定値
settings-accepts-switch = オンかオフ (on, off)
settings-accepts-number = { $from }から{ $to }までの整数
settings-accepts-text = 1〜{ $most }文字のテキスト
settings-accepts-choice = { $choices } のいずれか
settings-accepts-zone = Europe/Berlin のような IANA タイムゾーン
settings-accepts-time = 00:00〜23:59 の時刻 (例: 04:30)
settings-accepts-channel = チャンネル (#チャンネル の形)
settings-accepts-ids = チャンネルまたはロールを空白区切りで{ $most }個まで、なしなら none
settings-accepts-actions = 監査ログの操作を空白区切りで{ $most }個まで、なしなら none。ピリオドで終わるものは、それで始まるすべてを指します
settings-accepts-texts = チャンネルと{ $most }文字までのテキストを `#チャンネル テキスト` の形で、1つずつ{ $channels }チャンネルまで。チャンネルだけならテキストを消します
settings-json-switch = true または false
settings-json-id = "123456789012345678" のような Discord の ID
settings-json-ids = { $most }個までの Discord の ID のリスト
settings-json-actions = { $most }個までの操作のリスト
settings-json-texts = { $channels }個までのチャンネル ID と、それぞれ1〜{ $most }文字のテキストを持つオブジェクト
settings-fault = { $path }: { $problem }
settings-fault-whole = 設定全体: { $problem }
settings-unknown = そのような設定はありません
settings-not-offered = そのような設定はありません。候補から選んでください
settings-no-object = 設定を含むオブジェクトでなければなりません
settings-must-be = { $what } でなければなりません
settings-not-mentioned = 入力中に Discord が候補に出す #チャンネル か @ロール、またはその ID でなければなりません
settings-no-action = club.analysis.save のような操作か、club. のように始まりを表すものでなければなりません
settings-not-under-channel = "123456789012345678" のような Discord の ID の下に置かなければなりません
settings-too-large = ファイルが大きすぎます。設定は{ $max } KiBまでです。
settings-not-fetched = ファイルをダウンロードできませんでした。もう一度アップロードしてください。
settings-no-json = このファイルは JSON ではありません。{ $line }行目、{ $column }列目を確認してください。
settings-nothing-new = 何も変わりません。ファイルの内容はすでに設定されています。
settings-over = すでに回答済みか、15分以上たちました。最初からやり直してください。
settings-no-such-revision = その変更の記録はもうありません。{ CMD("settings history") } で確認できます。
settings-nothing-to-revert = 取り消すものがありません。すべてその変更の前の状態です。
settings-too-much = ここでは1日の変更が多すぎます。変更はすべて{ $days }日間保存されます。数時間後にもう一度お試しください。
settings-choose-topic = 項目を選ぶ
settings-choose-setting = 設定を選ぶ
settings-choose-value = 値を選ぶ
settings-choose-channel = チャンネルを選ぶ
settings-choose-channels = チャンネルを選ぶ (複数可)
settings-choose-roles = ロールを選ぶ (複数可)
settings-choose-actions = 操作を選ぶ (複数可)
settings-choose-text-channel = テキストを書くチャンネルを選ぶ
settings-choose-first = 下から変更するものを選んでください。
settings-turn-on = オン
settings-turn-off = オフ
settings-edit = 変更…
settings-back-to-default = 既定値に戻す
settings-leave-empty = 空にすると既定値に戻ります
settings-clash-title = ほかの人が変更しました
settings-clash-by = 表示してから { $who } が **{ $name }** を変更しました。どちらを有効にしますか?
settings-clash = 表示してから **{ $name }** が変更されました。どちらを有効にしますか?
settings-clash-theirs = 現在の値
settings-clash-mine = あなたの値
settings-use-mine = 自分の値にする
settings-keep-theirs = 今の値を残す
settings-history-title = 設定の変更履歴
settings-history-empty = ここではまだ何も変更されていません。
settings-somebody = 誰か
settings-entry = **#{ $number }** · { $who } · { $when }
settings-entry-reverts = #{ $number } を取り消し
settings-entry-import = ファイルから
settings-more-changes = …ほか{ $count }件の変更
settings-texts-of-channels = { $count }個のチャンネルのテキスト
settings-take-back = #{ $number } を取り消す
settings-taken-back = #{ $number } を取り消しました。
settings-newer = 新しい変更
settings-older = 古い変更
settings-revert-title = #{ $number } を取り消しますか?
settings-revert-conflict = ⚠ の付いたものはその後さらに変更されています。まだ何も取り消していません。
settings-revert-anyway = それでも取り消す
settings-cancel = キャンセル
settings-import-title = { $file } をインポートしますか?
settings-import-hint = まだ何も変わっていません。適用すると、ファイルの内容だけが設定されます。15分間有効です。
settings-import-moved = その間に設定が変更されました。現在の差分はこちらです。
settings-apply = 適用
settings-imported = インポートしました
settings-cancelled = キャンセルしました
settings-nothing-changed = 何も変更されませんでした。
settings-exported = ここの設定です。{ CMD("settings import") } で、ここでも別のサーバーでも取り込めます。
