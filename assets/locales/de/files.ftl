### Why a file cannot be written or read, and what of it was left out.

files-nothing-to-export = Es gibt noch nichts zu exportieren: Speichere zuerst eine Analyse.
files-too-many-to-export = Das sind mehr als { $max } Zeilen, so viele hat eine Datei höchstens: Exportiere weniger Wochen.
files-too-large-to-export = Das ergibt eine Datei von mehr als { $mib } MiB: Exportiere als XLSX oder weniger Wochen.

## Why a file cannot be imported.

files-too-large = Diese Datei ist größer als { $mib } MiB: Teile sie nach Wochen auf.
files-empty = Diese Datei ist leer: Sie braucht eine Zeile mit Überschriften und eine Zeile für jeden Wert.
files-utf16 = Diese Datei ist UTF-16 oder kein Text: Speichere sie als „CSV UTF-8“, als .xlsx oder als JSON.
files-not-utf8 = Zeile { $line } dieser Datei ist nicht UTF-8: Speichere sie als „CSV UTF-8“, als .xlsx oder als JSON.
files-old-spreadsheet = Das ist eine alte .xls-Datei oder eine mit Passwort: Speichere sie als .xlsx ohne Passwort.
files-broken = Diese Tabelle lässt sich nicht öffnen: Speichere sie noch einmal als .xlsx oder als CSV UTF-8.
files-bomb = Diese Tabelle ist entpackt viel größer als der Verlauf eines Clubs: Exportiere sie als CSV UTF-8.
files-broken-json = Das ist kein gültiges JSON: Der Fehler ist in Zeile { $line }, Spalte { $column }.
files-other-json = Dieses JSON hat keine Liste von Datensätzen: Es braucht { "{" }"records": [...]{ "}" }.
files-missing-columns = Die erste Zeile muss die Spalten nennen; es fehlen: { $missing }. Bekannt sind { $known }.
files-two-columns = Die Spalte { $column } gibt es zweimal: Behalte eine der beiden.
files-too-many = Diese Datei hat mehr als { $max } Zeilen: Teile sie nach Wochen auf.
files-no-rows = Diese Datei hat Überschriften, aber keine Zeilen.

## What is wrong with a row; a reason goes on behind it.

files-row = Zeile { $row }, { $column }: { $reason }
files-more-rows = … und { $count } weitere.
files-week-missing = die Woche fehlt: es muss eine Woche wie 2026-W47 sein.
files-not-a-week = „{ $text }“ ist keine Woche: es muss eine Woche wie 2026-W47 sein.
files-metric-missing = die Metrik fehlt: es muss sim oder total sein.
files-not-a-metric = „{ $text }“ ist keine Metrik: es muss sim oder total sein.
files-name-missing = der Name fehlt.
files-long-name = „{ $name }“ ist länger als ein Name, der höchstens { $most } Zeichen hat.
files-not-exact = „{ $text }“ ist keine ganze Zahl, die eine Tabelle genau aufnimmt.
files-below-zero = eine Power ist null oder mehr.
files-not-a-share = „{ $text }“ ist kein Anteil: Es muss eine Zahl von 0 bis 1 sein, wie 0.95.
files-neither-yes-nor-no = „{ $text }“ ist weder yes noch no.
files-a-list = eine Liste wird hier nicht erwartet.
files-too-much = hier stehen mehr als { $kib } KiB: Kein Text eines Clubs ist so lang.
files-a-formula = Formeln werden nicht ausgewertet: Füge stattdessen den Wert ein.
files-odd-date = ein Datum wird hier nicht erwartet: Schreib es als Text.
files-odd-duration = eine Dauer wird hier nicht erwartet: Schreib es als Text.
files-odd-error = ein Fehlerwert wird hier nicht erwartet: Schreib es als Text.
files-odd-list = eine Liste, in der anderes als Text steht, wird hier nicht erwartet: Schreib es als Text.
files-odd-object = ein Objekt wird hier nicht erwartet: Schreib es als Text.
files-twice = der Wert dieses Mitglieds in dieser Woche steht auch in Zeile { $row }.
files-no-object = der Datensatz ist kein Objekt.
files-nothing-there = der Datensatz ist leer.

## What was left out.

files-ignored-columns = Weggelassene Spalten: { $headings }.
files-left-out-aliases = Aliasnamen, die jemand anderen meinen oder nicht behalten werden können, werden weggelassen: { $aliases }.

## What of a file does not fit what is known.

files-unprintable-name = Der Name „{ $start }“ enthält einen Zeilenumbruch oder ein Steuerzeichen.
files-unprintable-last-seen = „Zuletzt gesehen“ „{ $start }“ enthält einen Zeilenumbruch oder ein Steuerzeichen.
files-unprintable-alias = Der Aliasname „{ $start }“ enthält einen Zeilenumbruch oder ein Steuerzeichen.
files-name-too-long = Der Name „{ $start }…“ hat mehr als { $most } Zeichen.
files-blank-name = Im Namen „{ $start }“ ist nichts zu sehen.
files-too-high = { $name }, { $week }: Keine Power ist so hoch wie { $power }.
files-week-to-come = { $name }: Die Woche { $week } hat noch nicht begonnen; der Club ist in { $now }.
files-no-such-week = { $name }: { $fault }
files-long-roster = { $week }, { $metric }: { $members } Mitglieder; kein Club hat mehr als { $most }.
files-same-member = { $week }, { $metric }: „{ $one }“ und „{ $other }“ sind hier dasselbe Mitglied.
files-too-many-members = Mit dieser Datei hätte der Club { $all } Mitglieder; höchstens { $most } sind möglich.
files-too-many-corrections = Mehr als { $most } Werte dieser Datei wären Korrekturen: Importiere sie in Teilen.
