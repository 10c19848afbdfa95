### What is refused, and what went wrong.

errors-denied-audit = 監査ログを使えるのは「サーバー管理」の権限を持つ人だけです。
errors-denied-guild-data = このサーバーのデータを書き出したり削除したりできるのは、サーバーの所有者だけです。
errors-denied-not-yours = それは他の人のものです。本人だけが使えます。
errors-denied-host = これを見られるのはボットの運営者だけです。
errors-denied-here = ここでは使えません。
errors-denied-no-such-command = そのコマンドはないか、ここでは使えません。候補から選んでください。
errors-ours = ボット側で問題が発生しました。少し待ってからもう一度お試しください。続く場合は、ボットの運営者にこの番号を伝えてください：{ $reference }
errors-not-in-guild = サーバー内で使ってください。ダイレクトメッセージにはクラブがありません。
errors-may-not-analyze = 名簿を分析できるのは、「サーバー管理」の権限またはクラブ管理者のロールを持つ人だけです。
errors-may-not-decide = このプレビューを変更、保存、破棄できるのは、「サーバー管理」の権限またはクラブ管理者のロールを持つ人だけです。
errors-may-not-change = この分析の名前を変えたり削除したりできるのは、作成した人かクラブ管理者だけです。
errors-may-not-manage = { CMD("club-admin") } を使えるのは、「サーバー管理」の権限またはクラブ管理者のロールを持つ人だけです。
errors-may-not-approve = 承認できるのは、「サーバー管理」の権限またはクラブ管理者のロールを持つ人だけです。
errors-may-not-change-settings = 設定を変更できるのは、「サーバー管理」の権限を持つ人だけです。
errors-no-images = 画像がありません。Club > Manage Members のスクリーンショットを1〜10枚添付してください。
errors-not-used = { $file }: { $reason }
errors-title-too-long = そのタイトルは長すぎます。最大{ $max }文字です。
errors-title-empty = タイトルには文字か数字が1つ以上必要です。別のタイトルを入力してください。
errors-draft-expired = このプレビューは24時間で期限切れになり、保存されませんでした。スクリーンショットをもう一度分析してください。
errors-already-saved = このプレビューはもう保存されています。{ CMD("club show") } で見られます。
errors-already-discarded = このプレビューはもう破棄されています。新しく作るには、スクリーンショットをもう一度分析してください。
errors-analysis-not-found = その分析はこのサーバーにありません(なくなった可能性もあります)。{ CMD("club list") } で一覧を見られます。
errors-no-analysis-yet = ここにはまだ分析が保存されていません。{ CMD("club analyze") } から始めてください。
errors-still-reading = 前のスクリーンショットをまだ読み取っています。先にその返答をお待ちください。
errors-took-too-long = ボットが混み合っていて、スクリーンショットを時間内に読み取れませんでした。数分後にもう一度お試しください。
errors-too-many-members = このスクリーンショットには{ $max }人を超えるメンバーが写っています。そのようなクラブはないので、1つのクラブのものだけを送ってください。
errors-busy = 同時に変更している人が多すぎます。少ししてからもう一度お試しください。
errors-open-questions = まず { $names } が誰かを教えてください。表の下で選ぶか、「修正」を使ってください。
errors-already-answered = その質問にはもう答えがあります。まだ残っているものは表に出ています。
errors-name-taken = { $name } はこのクラブの誰かの名前です。誰かを選ぶか、「修正」でその行に別の名前を付けてください。
errors-too-many-edits = この確認にはもう{ $max }件の変更があります。保存するか、破棄して分析し直してください。
errors-club-full = このクラブには上限の{ $max }人が記録されています。先に何人かを統合するか、名前を変えてください。
errors-awaits-approval = 承認待ちです。別の管理者が「承認」を押す必要があります。
errors-own-approval = この承認はあなた自身が求めたものです。別の管理者が「承認」を押す必要があります。
errors-approval-stale = 承認を求めた後に内容が変わりました。もう一度求めるには「保存」を押してください。
errors-nothing-to-approve = ここで承認を求めている人はいません。「保存」を押してください。
errors-review-moved = この確認にスクリーンショットが追加されました。全体は新しいメッセージにあります。そちらのボタンを使ってください。
errors-stale-button = このボタンはもう使えません。コマンドをもう一度使ってください。

## What is asked of a club and has no answer.

errors-known-nothing-yet = このクラブについてはまだ何も分かっていません。{ CMD("club analyze") } で名簿を読み取り、保存してください。
errors-known-nothing-of = ここにはまだ { $power } が保存されていません。それが写ったスクリーンショットを分析してください。
errors-known-no-such-week = { $week } の { $power } は保存されていません。最新は { $newest } です。
errors-known-not-a-week = それは週ではありません。一覧から選ぶか、2026-W47 のように書いてください。
errors-known-neither = それは週でも、このサーバーの分析でもありません。一覧から選んでください。
errors-known-one-week = { $power } は1週間分しか保存されていません。次の週があれば比べられます。
errors-known-too-few-weeks = 誰のパワーが揺れているかを知るには、{ $power } が3週間分以上必要です。
errors-known-no-value = その週の { $power } で確実に分かっているものはありません。
errors-known-metrics-differ = 片方は Sim Power、もう片方は Total Power です。同じ種類のものを2つ選んでください。
errors-known-same-sides = どちらも同じです。異なる週または分析を2つ選んでください。
errors-known-no-such-member = このクラブにその名前の人はいません。数文字入力して一覧から選んでください。
errors-known-perhaps-member = このクラブにその名前の人はいません。もしかして: { $names }
errors-or = { $first }、または { $second }
errors-known-empty-search = 検索する文字か数字を1つ以上入力してください。
errors-known-long-search = 検索するには長すぎます。最大{ $max }文字です。
errors-known-nothing-to-export = エクスポートできるものがまだありません。先に { CMD("club analyze") } で1週間分を保存してください。
errors-known-may-not-export = クラブの履歴をエクスポートできるのは、「サーバー管理」の権限またはクラブ管理者のロールを持つ人だけです。
errors-known-may-not-confirm = 誰がどのメンバーかを確認できるのは、「サーバー管理」の権限またはクラブ管理者のロールを持つ人だけです。
errors-known-may-not-unlink = この紐付けを外せるのは、本人かクラブ管理者だけです。
errors-known-not-linked = あなたはまだこのクラブのメンバーになっていません。{ CMD("club me") } にゲーム内の名前を入れてください。
errors-known-member-taken = そのメンバーはすでに別の人に紐付いています。クラブ管理者がその紐付けを外せます。
errors-known-already-linked = あなたはすでに別のメンバーです。先に { CMD("club me") } の「紐付けを外す」を押してください。
errors-known-claim-over = それはすでに確認、却下、または取り消されています。

## What is typed and is none: weeks and numbers.

errors-week = 「{ $text }」は週ではありません。2026-W47 のように、年と週の番号を書いてください。
errors-number-empty = 数がありません。298,297,518 や 4.1M のように書いてください。
errors-number-unknown = 「{ $text }」は「{ $found }」があるため数ではありません。298,297,518 や 4.1M のように書いてください。
errors-number-separators = 「{ $text }」は区切り記号の位置が違います。298,297,518 や 4.1M のように書いてください。
errors-number-two-ways = 「{ $text }」は2通りに読めます。千の区切りなら { $whole } と書くか、小数は2桁までで書いてください。
errors-number-not-whole = 「{ $text }」は整数ではありません。小数を減らすか、後ろに K、M、B を付けてください。
errors-number-too-large = 「{ $text }」は大きすぎます。最大は { $most } です。
errors-number-negative = 「{ $text }」はゼロより小さい値です。パワーはゼロ以上です。

## Why a file was not used.

errors-fetch-host = リンク先のホストは許可されていません。ファイルをDiscordに直接アップロードしてください
errors-fetch-too-large = 10 MiBを超えています。元のスクリーンショットをPNGかJPEGで送ってください
errors-fetch-gone = Discordにもうありません(リンクの期限切れ)。もう一度アップロードしてください
errors-fetch-broke-off = ダウンロードが途中で切れました。少ししてからもう一度お試しください
errors-fetch-too-slow = ダウンロードに時間がかかりすぎました。少ししてからもう一度お試しください
