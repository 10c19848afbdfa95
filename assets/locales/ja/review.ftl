### A draft as people decide on it.

## Its standing, below the table.

review-no-rows = この確認には行がありません。スクリーンショットをもう一度分析してください。
review-not-saved = **まだ保存されていません。** 「保存」で週 { $week } として残し、「破棄」で捨てます。期限は { $at } です。
review-somebody = 誰か
review-this = これ
review-the-sim = Sim Power
review-the-total = Total Power
review-waiting = **まだ保存されていません(承認待ち)。** { $who } さんが{ $what }を週 { $week } として保存しようとしています。「{ $field }」にある理由により、別の管理者が「承認」を押す必要があります。期限は { $at } です。
review-waiting-on-tab = **まだ保存されていません(承認待ち)。** { $who } さんが{ $what }を週 { $week } として保存しようとしています。{ $tabs } のタブの「{ $field }」にある理由により、別の管理者が「承認」を押す必要があります。期限は { $at } です。
review-withdrawn = 確認の内容が変わったため、承認の依頼は取り下げられました。もう一度求めるには「保存」を押してください。
review-moved-title = この確認は続いています
review-moved = スクリーンショットが追加されました。全体とボタンは新しいメッセージにあります。
review-gone-title = 破棄しました
review-gone = このプレビューは保存されませんでした。新しく作るには、スクリーンショットをもう一度分析してください。

## Its buttons, at most 80 characters each.

review-approve = 承認
review-save = 保存
review-save-both = 両方を保存
review-save-sim = Simのみ保存
review-save-total = Totalのみ保存
review-fix = 修正
review-discard = 破棄

## The select that asks who a row is, at most 150 characters, and its choices, at most 100.

review-ask = { $name } は誰ですか？
review-ask-open = { $name } は誰ですか？(残り{ $count }件)
# A row's name with its power.
review-ask-with-power = { $name }、{ $power }
review-offer-new = 新しいメンバー
review-offer-new-why = これまでクラブの記録になかった人
review-offer-member-why = 既知のメンバー(この表記を覚えます)
review-offer-row-why = この行と同じメンバー(2つを1つにします)

## The notes below the table: their heads, and what stands in them.

review-note-second-manager = 2人目の管理者が必要
review-note-who = 誰が誰ですか？
review-note-other-tab = もう一方のタブ
review-note-compared = 比較
review-note-first = この種類の名簿がここに保存されるのは初めてなので、比べるものがまだありません。
review-note-suspicious = 要注意
review-note-new = 新規
review-note-missing = 見当たらない
review-note-vision = 画像モデルの読み取り
review-note-lost = 修正済みだが、もう行がないもの
review-note-more = ほか{ $count }件
review-tab-guarded = { $tab }: 2人目の管理者が必要です。
review-tab-asks = { $tab }: 誰が誰かの質問があります ({ $count })。
review-tab-both = { $tab }: 2人目の管理者が必要で、誰が誰かの質問もあります ({ $count })。
review-or = { $first } か { $second }
review-question-renamed = { $row }: 名前を変えたかもしれません。以前は { $names } でしたか？
review-question-ambiguous = { $row }: { $names } ですか？
review-question-twin = { $row }: { $names } と同じメンバーですか？
review-vision-other = { $row }: { $seen }(ボットの読み取りは { $read })
review-vision-only = { $row }: { $seen }(ボットは確実に読み取れず)
review-vision-name = { $row }: 名前は { $seen }
review-vision-seen-with = { $row }、{ $power }(ボットには見えません)
review-vision-seen = { $row }(ボットには見えません)

## The form, whose title and labels have at most 45 characters.

review-form-sim = Sim Power を修正
review-form-total = Total Power を修正
review-form-values = 値: 名前 = 1.2M、1行に1つ
review-form-values-left = 値: 名前 = 1.2M(ほか{ $count }行は省略)
review-form-values-hint = どの行も入力できます(1行に1つ): Stone = 298,297,518
review-form-renames = 改名: 古い名前 > 新しい名前、1行に1つ
review-form-same = 同じ人: 残す方 = もう一方、1行に1つ
review-form-drops = 削除: 1行に名前1つ
review-form-drops-hint = メンバーではない行
# Behind a value in the form; it is ignored when the form is sent.
review-form-offer = 画像モデルの読み取りは { $power }
review-told-none = { $count }行を適用できず、何も変わっていません。
review-told-some = { $good }行を適用しました。{ $count }行は適用できませんでした。
review-line-value = 「名前 = 値」の形で書いてください
review-line-rename = 「古い名前 > 新しい名前」の形で書いてください
review-line-same = 「残す方 = もう一方」の形で書いてください
review-line-too-high = そこまで高いパワーはありません
review-line-nothing-to-see = 新しい名前に見える文字がありません
review-line-too-long = 名前は最大{ $max }文字です
review-line-another-row = { $new } は別の行です。同じメンバーなら「同じ人」に { $new } = { $old } と書いてください
review-line-one-row = それはすでに1つの行です
review-line-nobody = { $name } という行もメンバーもありません
review-line-no-name = 名前がありません
review-line-no-row = { $name } という行がないか、2つ以上あります

## Why a second manager has to look.

review-guard-jump = パワーが{ $percent }%以上変わりました: { $members }。
# A member, and by how much the power has changed.
review-guard-jumped = { $name } ({ $percent })
review-guard-volatile = { $of }人中{ $members }人が{ $percent }%以上変わりました。{ $most }人を超えるのは異例です。
review-guard-missing = 前回の{ $of }人のうち{ $members }人({ $percent }%以上)が見当たりません。
review-guard-over-header = ここには{ $members }人いますが、ゲームの見出しでは{ $header }人です。
review-guard-taken-away = 最近取り消し、削除、または修正されたものと比べると: { $guards }

## What a person should know about the reading.

review-warning-more = { $counted }人中{ $found }人: 見出しの人数より多いので、一覧をゲームと見比べてください。
review-warning-fewer = { $counted }人中{ $found }人: 足りないスクリーンショットを、前のものと重なるように送ってください。
review-warning-counts-differ = { $found }人を確認: 見出しの人数がスクリーンショットによって違います。
review-warning-count-unreadable = { $found }人を確認: 見出しの人数を読み取れませんでした。
review-warning-rows = { $rows }行ありますが、ゲームでは{ $counted }人です。
review-warning-power = { $name } の数値は隠れているか不確かです。ゲームと見比べてください。
review-warning-conflict = { $name } は異なる数値で読み取られました({ $values })。ゲームと見比べてください。
review-warning-name = { $name } という名前は不確かです。ゲームと見比べてください。
review-and = { $first } と { $second }

## What people are told of a vision model that failed.

review-model-setting = 画像モデルの設定に誤りがあり、問い合わせできませんでした(ボットの運営者が直せます)。スクリーンショットはモデルなしで読み取りました。
review-model-quota = 画像モデルには問い合わせませんでした(アカウントの残高がありません)。スクリーンショットはモデルなしで読み取りました。
review-model-busy = 画像モデルが混み合っています。スクリーンショットはモデルなしで読み取りました。
review-model-silent = 画像モデルから返答がありませんでした。スクリーンショットはモデルなしで読み取りました。
review-model-unusable = 画像モデルの返答は使えませんでした。スクリーンショットはモデルなしで読み取りました。

## How far the reading is.

review-added = まだ保存していない確認({ $count }枚)に追加しました。これが全体です。
review-reading = { $of }枚中{ $number }枚目を読み取り中…
review-next = 待機中: 次はあなたのスクリーンショットです…
review-waiting-clubs = 待機中: ほかの{ $count }クラブが先です…

## Why an image was not used; it goes on from its file's name.

review-image-too-many-bytes = ファイルは{ $has } MiBあり、読めるのは最大{ $most } MiBです。スクリーンショットそのものをPNG、JPEG、WebPで送ってください
review-image-too-many-pixels = { $width }×{ $height }ピクセルの画像は大きすぎます(最大{ $most }メガピクセル、1色8ビットまで)。スマートフォンで撮ったままのスクリーンショットを送ってください
review-image-none = PNG、JPEG、WebPの画像ではありません。{ $open } を開き、画面全体のスクリーンショットを送ってください
review-image-broken = 画像が壊れているか、途中で切れています。もう一度スクリーンショットを送ってください
review-image-too-small = 画像が小さすぎて読めません({ $width }×{ $height }ピクセル)。元のサイズのまま画面全体を送ってください
review-image-no-cards = この画像にはメンバーのカードがありません。{ $open } を開き、画面全体のスクリーンショットを送ってください
review-image-cut-off = この画像ではメンバー一覧が切れています。{ $open } を開き、画面全体のスクリーンショットを送ってください
# What a list may bear to be read, as the game shows it, and the language of the game on it.
review-image-text = 「{ $text }」
review-image-accepted =
    { $texts } ({ $language ->
        [English] 英語
        [German] ドイツ語
        [Spanish] スペイン語
        [French] フランス語
        [Japanese] 日本語
        [Portuguese] ポルトガル語
       *[other] { $language }
    })
# Where a screen is, and of which game.
review-image-screen = { $open } ({ $game })
review-image-other-screen = この一覧の見出しは「{ $seen }」ですが、使えるのは { $accepted } だけです。{ $open } を開き、画面全体のスクリーンショットを送ってください
review-image-unread-screen = この一覧の見出しを読み取れません。使えるのは { $accepted } だけです。{ $open } を開き、画面全体のスクリーンショットを送ってください
review-image-other-label = カードの表示は「{ $seen }」ですが、使えるのは { $accepted } だけです。{ $open } を開き、一覧をそれに切り替えて、画面全体のスクリーンショットを送ってください
review-image-unread-label = カードの表示を読み取れません。使えるのは { $accepted } だけです。{ $open } を開き、一覧をそれに切り替えて、画面全体のスクリーンショットを送ってください
review-image-no-members = この一覧には全体が見えているメンバーがいません。少しスクロールして、画面全体のスクリーンショットを送ってください
review-image-reader-failed = この画像の読み取りに失敗しました。もう一度送り、それでもだめならボットの運営者に伝えてください
review-image-other-metric = これは { $shown } ですが、ほかのスクリーンショットは { $kept } です。別の分析として送ってください
review-image-other-game = これは { $shown } というゲームですが、ほかのスクリーンショットは { $kept } です。ゲームは1つずつ送ってください
review-image-other-club = これはクラブ { $shown } ですが、ほかのスクリーンショットは { $kept } です。クラブは1つずつ送ってください
review-image-too-many-at-once = 1回に送れるのは最大{ $max }枚です。次の回で送れば、この確認に追加されます
review-image-duplicate = すでにある { $name } と同じ画像です
review-image-review-full = 1つの確認に入れられるのは最大{ $max }枚です。先に保存するか破棄してください
