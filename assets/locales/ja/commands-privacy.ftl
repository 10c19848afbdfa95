### The names of what one does with one's own data.

cmd-privacy = プライバシー
    .description = 自分のデータを見る、受け取る、削除する
cmd-privacy-show = 表示
    .description = あなたについて保存されているものの件数
cmd-privacy-export = エクスポート
    .description = あなたについて保存されているすべてをファイルで
cmd-privacy-delete = 削除
    .description = あなたについて保存されているすべてを削除（確認あり）
cmd-privacy-consent = 同意
    .description = ボットとのチャットを保存するかどうかを確認し、変更します
