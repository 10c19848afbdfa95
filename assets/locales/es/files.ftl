### Why a file cannot be written or read, and what of it was left out.

files-nothing-to-export = Aún no hay nada que exportar: guarda antes un análisis.
files-too-many-to-export = Son más de { $max } filas, el máximo de un archivo: exporta menos semanas.
files-too-large-to-export = Eso da un archivo de más de { $mib } MiB: exporta como XLSX o menos semanas.

## Why a file cannot be imported.

files-too-large = Este archivo pesa más de { $mib } MiB: divídelo por semanas.
files-empty = Este archivo está vacío: necesita una fila de encabezados y una fila por cada valor.
files-utf16 = Este archivo es UTF-16 o no es un texto: guárdalo como «CSV UTF-8», como .xlsx o como JSON.
files-not-utf8 = La línea { $line } de este archivo no es UTF-8: guárdalo como «CSV UTF-8», como .xlsx o como JSON.
files-old-spreadsheet = Es un archivo .xls antiguo o con contraseña: guárdalo como .xlsx sin contraseña.
files-broken = Esta hoja de cálculo no se puede abrir: guárdala de nuevo como .xlsx o como CSV UTF-8.
files-bomb = Esta hoja de cálculo ocupa descomprimida mucho más que el historial de un club: expórtala como CSV UTF-8.
files-broken-json = No es JSON válido: falla en la línea { $line }, columna { $column }.
files-other-json = Este JSON no tiene una lista de registros: necesita { "{" }"records": [...]{ "}" }.
files-missing-columns = La primera fila debe nombrar las columnas; faltan: { $missing }. Se conocen { $known }.
files-two-columns = La columna { $column } está dos veces: deja una de las dos.
files-too-many = Este archivo tiene más de { $max } filas: divídelo por semanas.
files-no-rows = Este archivo tiene encabezados pero ninguna fila.

## What is wrong with a row; a reason goes on behind it.

files-row = Fila { $row }, { $column }: { $reason }
files-more-rows = … y { $count } más.
files-week-missing = falta la semana: debe ser una semana como 2026-W47.
files-not-a-week = «{ $text }» no es una semana: debe ser una semana como 2026-W47.
files-metric-missing = falta la métrica: debe ser sim o total.
files-not-a-metric = «{ $text }» no es una métrica: debe ser sim o total.
files-name-missing = falta el nombre.
files-long-name = «{ $name }» es más largo que un nombre, que tiene como máximo { $most } caracteres.
files-not-exact = «{ $text }» no es un número entero que una hoja de cálculo guarde con exactitud.
files-below-zero = un poder es cero o más.
files-not-a-share = «{ $text }» no es una proporción: debe ser un número de 0 a 1, como 0.95.
files-neither-yes-nor-no = «{ $text }» no es ni yes ni no.
files-a-list = aquí no se espera una lista.
files-too-much = aquí hay más de { $kib } KiB: ningún texto de un club es tan largo.
files-a-formula = las fórmulas no se evalúan: pega el valor en su lugar.
files-odd-date = un valor de fecha no se espera aquí: escríbelo como texto.
files-odd-duration = un valor de duración no se espera aquí: escríbelo como texto.
files-odd-error = un valor de error no se espera aquí: escríbelo como texto.
files-odd-list = un contenido de lista que no es texto no se espera aquí: escríbelo como texto.
files-odd-object = un objeto no se espera aquí: escríbelo como texto.
files-twice = el valor de este miembro en esta semana está también en la fila { $row }.
files-no-object = el registro no es un objeto.
files-nothing-there = el registro está vacío.

## What was left out.

files-ignored-columns = Columnas omitidas: { $headings }.
files-left-out-aliases = Se omiten los alias que designan a otra persona o que no se pueden guardar: { $aliases }.

## What of a file does not fit what is known.

files-unprintable-name = El nombre «{ $start }» contiene un salto de línea o un carácter de control.
files-unprintable-last-seen = El «visto por última vez» «{ $start }» contiene un salto de línea o un carácter de control.
files-unprintable-alias = El alias «{ $start }» contiene un salto de línea o un carácter de control.
files-name-too-long = El nombre «{ $start }…» tiene más de { $most } caracteres.
files-blank-name = En el nombre «{ $start }» no hay nada que ver.
files-too-high = { $name }, { $week }: ningún poder llega a { $power }.
files-week-to-come = { $name }: la semana { $week } aún no ha empezado; el club está en { $now }.
files-no-such-week = { $name }: { $fault }
files-long-roster = { $week }, { $metric }: { $members } miembros; ningún club tiene más de { $most }.
files-same-member = { $week }, { $metric }: «{ $one }» y «{ $other }» son aquí el mismo miembro.
files-too-many-members = Con este archivo el club tendría { $all } miembros; el máximo es { $most }.
files-too-many-corrections = Más de { $most } valores de este archivo serían correcciones: impórtalo por partes.
