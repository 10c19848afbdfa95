### Why a file cannot be written or read, and what of it was left out.

files-nothing-to-export = エクスポートできるものがまだありません。先に分析を保存してください。
files-too-many-to-export = 1つのファイルの上限の{ $max }行を超えています。週を減らしてエクスポートしてください。
files-too-large-to-export = ファイルが{ $mib } MiBを超えます。XLSXでエクスポートするか、週を減らしてください。

## Why a file cannot be imported.

files-too-large = このファイルは{ $mib } MiBを超えています。週ごとに分けてください。
files-empty = このファイルは空です。見出しの行と、値ごとの行が必要です。
files-utf16 = このファイルはUTF-16か、テキストではありません。「CSV UTF-8」、.xlsx、またはJSONで保存してください。
files-not-utf8 = このファイルの{ $line }行目はUTF-8ではありません。「CSV UTF-8」、.xlsx、またはJSONで保存してください。
files-old-spreadsheet = 古い.xls形式か、パスワード付きのファイルです。パスワードなしの.xlsxで保存してください。
files-broken = この表計算ファイルは開けません。.xlsxまたはCSV UTF-8で保存し直してください。
files-bomb = この表計算ファイルは、展開するとクラブの履歴よりはるかに大きくなります。CSV UTF-8でエクスポートしてください。
files-broken-json = 正しいJSONではありません。{ $line }行{ $column }列目に誤りがあります。
files-other-json = このJSONには記録のリストがありません。{ "{" }"records": [...]{ "}" } が必要です。
files-missing-columns = 1行目には列の名前が必要です。足りない列: { $missing }。使える列: { $known }。
files-two-columns = 列 { $column } が2つあります。どちらか1つにしてください。
files-too-many = このファイルは{ $max }行を超えています。週ごとに分けてください。
files-no-rows = このファイルには見出しだけがあり、行がありません。

## What is wrong with a row; a reason goes on behind it.

files-row = { $row }行目、{ $column }: { $reason }
files-more-rows = …ほか{ $count }件。
files-week-missing = 週がありません。2026-W47 のような週を書いてください。
files-not-a-week = 「{ $text }」は週ではありません。2026-W47 のような週を書いてください。
files-metric-missing = 指標がありません。sim か total を書いてください。
files-not-a-metric = 「{ $text }」は指標ではありません。sim か total を書いてください。
files-name-missing = 名前がありません。
files-long-name = 「{ $name }」は長すぎます。名前は最大{ $most }文字です。
files-not-exact = 「{ $text }」は、表計算で正確に扱える整数ではありません。
files-below-zero = パワーは0以上です。
files-not-a-share = 「{ $text }」は割合ではありません。0.95 のような0から1までの数を書いてください。
files-neither-yes-nor-no = 「{ $text }」は yes でも no でもありません。
files-a-list = ここにリストは書けません。
files-too-much = ここには{ $kib } KiBを超える文字があります。クラブのテキストはそれほど長くありません。
files-a-formula = 数式は計算されません。代わりに値を貼り付けてください。
files-odd-date = 日付はここに書けません。テキストで書いてください。
files-odd-duration = 時間の長さはここに書けません。テキストで書いてください。
files-odd-error = エラー値はここに書けません。テキストで書いてください。
files-odd-list = テキスト以外を含むリストはここに書けません。テキストで書いてください。
files-odd-object = オブジェクトはここに書けません。テキストで書いてください。
files-twice = このメンバーのこの週の値は{ $row }行目にもあります。
files-no-object = この記録はオブジェクトではありません。
files-nothing-there = この記録は空です。

## What was left out.

files-ignored-columns = 読み飛ばした列: { $headings }。
files-left-out-aliases = ほかの人を指す別名や保存できない別名は取り込みません: { $aliases }。

## What of a file does not fit what is known.

files-unprintable-name = 名前「{ $start }」に改行または制御文字が含まれています。
files-unprintable-last-seen = 最終確認「{ $start }」に改行または制御文字が含まれています。
files-unprintable-alias = 別名「{ $start }」に改行または制御文字が含まれています。
files-name-too-long = 名前「{ $start }…」は{ $most }文字を超えています。
files-blank-name = 名前「{ $start }」には見える文字がありません。
files-too-high = { $name }、{ $week }: { $power } ほど高いパワーはありません。
files-week-to-come = { $name }: { $week } の週はまだ始まっていません。クラブの今週は { $now } です。
files-no-such-week = { $name }: { $fault }
files-long-roster = { $week }、{ $metric }: メンバーが{ $members }人います。クラブの上限は{ $most }人です。
files-same-member = { $week }、{ $metric }:「{ $one }」と「{ $other }」はここでは同じメンバーです。
files-too-many-members = このファイルを取り込むとクラブのメンバーが{ $all }人になります。上限は{ $most }人です。
files-too-many-corrections = このファイルの値のうち{ $most }件を超えるものが修正になります。分けてインポートしてください。
