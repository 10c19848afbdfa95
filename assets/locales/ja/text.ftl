### What sentences of all topics are put together from.

text-and-more = { $names }、ほか{ $count }件
text-list-between = 、
text-list-end = { $first }、{ $last }
text-list-or = { $first }または{ $last }
text-percent = { $number }%
# A thousand, a million and a billion (10⁹), behind a number.
text-unit-thousand = K
text-unit-million = M
text-unit-billion = B

# CLDR's medium and short patterns. The month is a number, the year is text.
text-day =
    { $year }/{ $month }/{ $day }
text-day-of-year =
    { $month }月{ $day }日
text-moment = { $day } { $time }

text-page = { $pages }ページ中{ $page }ページ目
text-page-previous = 前へ
text-page-next = 次へ
text-page-newer = 新しい方へ
text-page-older = 古い方へ

text-table-name = 名前
text-table-power = パワー
text-table-seen = 最終確認
