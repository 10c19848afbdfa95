### Why a file cannot be written or read, and what of it was left out.

files-nothing-to-export = Il n’y a encore rien à exporter : enregistrez d’abord une analyse.
files-too-many-to-export = Cela fait plus de { $max } lignes, le maximum d’un fichier : exportez moins de semaines.
files-too-large-to-export = Cela donne un fichier de plus de { $mib } Mio : exportez en XLSX ou moins de semaines.

## Why a file cannot be imported.

files-too-large = Ce fichier dépasse { $mib } Mio : divisez-le par semaines.
files-empty = Ce fichier est vide : il faut une ligne d’en-têtes et une ligne pour chaque valeur.
files-utf16 = Ce fichier est en UTF-16 ou n’est pas un texte : enregistrez-le en « CSV UTF-8 », en .xlsx ou en JSON.
files-not-utf8 = La ligne { $line } de ce fichier n’est pas en UTF-8 : enregistrez-le en « CSV UTF-8 », en .xlsx ou en JSON.
files-old-spreadsheet = C’est un ancien fichier .xls ou un fichier avec mot de passe : enregistrez-le en .xlsx sans mot de passe.
files-broken = Cette feuille de calcul ne s’ouvre pas : enregistrez-la à nouveau en .xlsx ou en CSV UTF-8.
files-bomb = Cette feuille de calcul, une fois décompressée, dépasse de loin l’historique d’un club : exportez-la en CSV UTF-8.
files-broken-json = Ce n’est pas du JSON valide : l’erreur est à la ligne { $line }, colonne { $column }.
files-other-json = Ce JSON n’a pas de liste d’enregistrements : il faut { "{" }"records": [...]{ "}" }.
files-missing-columns = La première ligne doit nommer les colonnes ; il manque : { $missing }. Sont connues { $known }.
files-two-columns = La colonne { $column } est là deux fois : gardez-en une.
files-too-many = Ce fichier a plus de { $max } lignes : divisez-le par semaines.
files-no-rows = Ce fichier a des en-têtes mais aucune ligne.

## What is wrong with a row; a reason goes on behind it.

files-row = Ligne { $row }, { $column } : { $reason }
files-more-rows = … et { $count } de plus.
files-week-missing = il manque la semaine : il faut une semaine comme 2026-W47.
files-not-a-week = « { $text } » n’est pas une semaine : il faut une semaine comme 2026-W47.
files-metric-missing = il manque la métrique : il faut sim ou total.
files-not-a-metric = « { $text } » n’est pas une métrique : il faut sim ou total.
files-name-missing = il manque le nom.
files-long-name = « { $name } » est plus long qu’un nom, qui a au plus { $most } caractères.
files-not-exact = « { $text } » n’est pas un nombre entier qu’une feuille de calcul garde exactement.
files-below-zero = une puissance est zéro ou plus.
files-not-a-share = « { $text } » n’est pas une part : il faut un nombre de 0 à 1, comme 0.95.
files-neither-yes-nor-no = « { $text } » n’est ni yes ni no.
files-a-list = une liste n’est pas attendue ici.
files-too-much = il y a ici plus de { $kib } Kio : aucun texte d’un club n’est aussi long.
files-a-formula = les formules ne sont pas évaluées : collez la valeur à la place.
files-odd-date = un contenu de type date n’est pas attendu ici : écrivez-le en texte.
files-odd-duration = un contenu de type durée n’est pas attendu ici : écrivez-le en texte.
files-odd-error = un contenu en erreur n’est pas attendu ici : écrivez-le en texte.
files-odd-list = un contenu de liste autre que du texte n’est pas attendu ici : écrivez-le en texte.
files-odd-object = un objet n’est pas attendu ici : écrivez-le en texte.
files-twice = la valeur de ce membre pour cette semaine est aussi à la ligne { $row }.
files-no-object = l’enregistrement n’est pas un objet.
files-nothing-there = l’enregistrement est vide.

## What was left out.

files-ignored-columns = Colonnes laissées de côté : { $headings }.
files-left-out-aliases = Les alias qui désignent quelqu’un d’autre, ou qui ne peuvent être gardés, sont laissés de côté : { $aliases }.

## What of a file does not fit what is known.

files-unprintable-name = Le nom « { $start } » contient un saut de ligne ou un caractère de contrôle.
files-unprintable-last-seen = Le « vu pour la dernière fois » « { $start } » contient un saut de ligne ou un caractère de contrôle.
files-unprintable-alias = L’alias « { $start } » contient un saut de ligne ou un caractère de contrôle.
files-name-too-long = Le nom « { $start }… » a plus de { $most } caractères.
files-blank-name = Le nom « { $start } » ne contient rien de visible.
files-too-high = { $name }, { $week } : aucune puissance n’atteint { $power }.
files-week-to-come = { $name } : la semaine { $week } n’a pas encore commencé ; le club est en { $now }.
files-no-such-week = { $name } : { $fault }
files-long-roster = { $week }, { $metric } : { $members } membres ; aucun club n’en a plus de { $most }.
files-same-member = { $week }, { $metric } : « { $one } » et « { $other } » sont ici le même membre.
files-too-many-members = Avec ce fichier, le club aurait { $all } membres ; le maximum est { $most }.
files-too-many-corrections = Plus de { $most } valeurs de ce fichier seraient des corrections : importez-le en plusieurs parties.
