cmd-status = ステータス
    .description = ボットの状態：バージョン、遅延、データベース
