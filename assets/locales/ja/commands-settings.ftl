### The names of the settings' commands.

cmd-settings = 設定
    .description = このサーバーの設定: 機能、クラブ、チャット
cmd-settings-open = 開く
    .description = すべての設定をメニューとボタン付きのメッセージで開く
cmd-settings-get = 表示
    .description = 設定を1つ、またはすべて見る
opt-settings-get-key = キー
    .description = どの設定か (省略時: すべて)
cmd-settings-set = 変更
    .description = 設定を変更する
opt-settings-set-key = キー
    .description = どの設定か
opt-settings-set-value = 値
    .description = これからの値。使える値は /設定 表示 でわかります
cmd-settings-reset = リセット
    .description = 設定を既定値に戻す
opt-settings-reset-key = キー
    .description = どの設定か
cmd-settings-history = 履歴
    .description = 誰がいつ何を変えたかを見て、変更を取り消す
cmd-settings-export = エクスポート
    .description = このサーバーの設定をファイルにする
cmd-settings-import = インポート
    .description = ファイルの設定を取り込む。先に変更点を表示します
opt-settings-import-file = ファイル
    .description = /設定 エクスポート で作ったファイル
