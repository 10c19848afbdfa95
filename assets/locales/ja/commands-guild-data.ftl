### The names of what a server's owner does with its data.

cmd-guild-data = サーバーデータ
    .description = このサーバーのデータ（オーナー用）：受け取る、削除する
cmd-guild-data-export = エクスポート
    .description = このサーバーについて保存されているすべてをファイルで
cmd-guild-data-delete = 削除
    .description = このサーバーについて保存されているすべてを削除（確認あり）
