cmd-help = ヘルプ
    .description = ボットでできることと使い方
opt-help-command = コマンド
    .description = コマンド名（省略時：ここで使えるものすべて）
