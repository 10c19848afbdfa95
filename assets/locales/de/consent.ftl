### Ob behalten wird, was jemand dem Bot sagt: der Hinweis, was gilt, und warum etwas nicht getan wird.

## Was gilt.

consent-title = Deine Chats
consent-is-unasked = **Von deinen Chats wird nichts gespeichert**, weil du dem noch nicht zugestimmt hast.
consent-is-accepted = **Deine Chats werden gespeichert**, wie du es am { $day } gewählt hast.
consent-is-declined = **Von deinen Chats wird nichts gespeichert**, wie du es am { $day } gewählt hast.
consent-without = Auch ohne deine Zustimmung antworte ich genauso und vergesse jede Frage samt Antwort.
consent-still-kept = Früher Gespeichertes ist noch da: Lösche es unten oder sieh es dir mit { CMD("conversations list") } an.
consent-is-forgotten =
    { $count ->
        [0] Es war nichts mehr zu löschen.
        [one] 1 Gespräch ist endgültig gelöscht, mit allem, was gesagt und angehängt wurde.
       *[other] { $count } Gespräche sind endgültig gelöscht, mit allem, was gesagt und angehängt wurde.
    }

## Der Hinweis.

consent-notice-title = Darf ich unsere Chats speichern?
consent-notice = Ich habe dir geantwortet, ohne etwas zu speichern. Wenn du zustimmst, werden deine Chats ab deiner nächsten Frage gespeichert.
consent-what = Was gespeichert wird
consent-what-it-is = Deine Fragen mit angehängten Bildern und Texten, die Nachrichten, nach denen du fragst, und meine Antworten: So weiß ich noch, was gesagt wurde, und du kannst es nachlesen.
consent-where = Wohin es geht
consent-where-it-goes = Mit jeder Frage, gespeichert oder nicht, geht an den Anbieter des Modells ({ $model }), was ich für die Antwort brauche. Gespeichertes liegt beim Betreiber dieses Bots und wird niemand anderem gezeigt.
consent-how-long = Wie lange
consent-how-long-it-is = Bis du es löschst, oder solange die Admins des Servers es erlauben. Was du gelöscht hast, ist nach spätestens 30 Tagen weg.
consent-rights = Es bleibt deins
consent-rights-are = { CMD("conversations list") } zeigt es, { CMD("conversations export") } gibt es dir, { CMD("conversations delete") } löscht es. Mit { CMD("privacy consent") } kannst du es dir jederzeit anders überlegen.
consent-noted = Notiert. { CMD("privacy consent") } zeigt, was für dich gilt, und ändert es.

## Knöpfe.

consent-accept = Meine Chats speichern
consent-decline = Nichts speichern
consent-forget = Gespeichertes löschen
consent-about = Warum wird nichts gespeichert?

## Unter einer Antwort, von der nichts gespeichert wird.

consent-note = Hiervon wird nichts gespeichert, daher geht es damit nicht weiter, und es gibt keine andere Antwort.
consent-note-interrupted = Der Bot wurde mittendrin neu gestartet: Frag noch einmal, dann kommt die ganze Antwort.
consent-note-failed = Es kam keine Antwort: Frag noch einmal.
consent-note-silent = Das Modell hat ohne ein Wort geantwortet: Frag noch einmal.
consent-note-cut-off = Die Antwort brach mittendrin ab: Frag noch einmal, dann kommt eine andere.
consent-note-nonsense = Das Modell hat nichts geschickt, was sich zeigen lässt: Frag noch einmal.
consent-note-too-long = Das ist zu lang für das Modell: Kürze deine Frage.

## Warum etwas nicht getan wird.

consent-not-kept = Damit würde mehr von einem Gespräch gespeichert, dessen Besitzer dem nicht zugestimmt hat: Das geht mit { CMD("privacy consent") }.
consent-nothing-kept = Du hast keine Gespräche, weil deine Chats nicht gespeichert werden: { CMD("privacy consent") } ändert das.
consent-not-yours = Diese Frage gilt jemand anderem: { CMD("privacy consent") } zeigt, was für dich gilt.
consent-over = Diese Antwort ist zu Ende, und nichts davon wurde gespeichert: Frag noch einmal, wenn du mehr brauchst.
