### The names of the chat's commands.

cmd-chat = チャット
    .description = ボットと話します。このチャンネルで話したことを覚えています
opt-chat-message = メッセージ
    .description = 伝えたいこと、または聞きたいこと
opt-chat-image = 画像
    .description = 一緒に送る画像またはテキストファイル
opt-chat-new = 新規
    .description = 新しい会話を始める
opt-chat-private = 非公開
    .description = 答えはあなただけに表示されます
cmd-ask-slimy = Slimyに聞く
cmd-chat-info = チャット情報
    .description = このチャンネルで誰が、何者として、どこで、誰に答えるか
cmd-chat-usage = チャット使用量
    .description = 今日と今月のチャットのトークンの残り
