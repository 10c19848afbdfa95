### Si ce que quelqu’un dit au bot est conservé : l’avis, ce qui vaut, et pourquoi quelque chose n’est pas fait.

## Ce qui vaut.

consent-title = Vos discussions
consent-is-unasked = **Rien de vos discussions n’est conservé**, car vous ne l’avez pas encore autorisé.
consent-is-accepted = **Vos discussions sont conservées**, comme vous l’avez choisi le { $day }.
consent-is-declined = **Rien de vos discussions n’est conservé**, comme vous l’avez choisi le { $day }.
consent-without = Sans votre accord, je réponds tout pareil, et j’oublie chaque question avec sa réponse.
consent-still-kept = Ce qui a été conservé avant est toujours stocké : supprimez-le ci-dessous, ou consultez-le avec { CMD("conversations list") }.
consent-is-forgotten =
    { $count ->
        [0] Il ne restait rien à supprimer.
        [one] { $count } conversation est supprimée pour de bon, avec tout ce qui a été dit et joint.
       *[other] { $count } conversations sont supprimées pour de bon, avec tout ce qui a été dit et joint.
    }

## L’avis.

consent-notice-title = Puis-je conserver nos discussions ?
consent-notice = Je vous ai répondu sans rien conserver. Si vous acceptez, vos discussions seront conservées à partir de votre prochaine question.
consent-what = Ce qui est conservé
consent-what-it-is = Vos questions avec les images et les textes que vous joignez, les messages sur lesquels vous m’interrogez, et mes réponses : ainsi je me souviens de ce qui a été dit, et vous pouvez le relire.
consent-where = Où cela va
consent-where-it-goes = Avec chaque question, conservée ou non, ce qu’il me faut pour répondre part chez le fournisseur du modèle ({ $model }). Ce qui est conservé est stocké par l’hébergeur de ce bot, et n’est montré à personne d’autre.
consent-how-long = Combien de temps
consent-how-long-it-is = Jusqu’à ce que vous le supprimiez, ou aussi longtemps que les admins du serveur le permettent. Ce que vous avez supprimé disparaît au plus tard après 30 jours.
consent-rights = Cela reste à vous
consent-rights-are = { CMD("conversations list") } le montre, { CMD("conversations export") } vous le remet, { CMD("conversations delete") } le supprime. Vous pouvez changer d’avis à tout moment avec { CMD("privacy consent") }.
consent-noted = C’est noté. { CMD("privacy consent") } montre ce qui vaut pour vous, et le change.

## Boutons.

consent-accept = Conserver mes discussions
consent-decline = Ne rien conserver
consent-forget = Supprimer ce qui est stocké
consent-about = Pourquoi rien n’est conservé ?

## Sous une réponse dont rien n’est conservé.

consent-note = Rien de ceci n’est conservé : on ne peut donc ni le poursuivre ni avoir une autre réponse.
consent-note-interrupted = Le bot a été redémarré en plein milieu : reposez votre question pour avoir la réponse entière.
consent-note-failed = Il n’y a pas eu de réponse : reposez votre question.
consent-note-silent = Le modèle a répondu sans un mot : reposez votre question.
consent-note-cut-off = La réponse s’est interrompue en plein milieu : reposez votre question pour en avoir une autre.
consent-note-nonsense = Le modèle n’a rien envoyé qui puisse être montré : reposez votre question.
consent-note-too-long = C’est trop long pour le modèle : raccourcissez votre question.

## Pourquoi quelque chose n’est pas fait.

consent-not-kept = Cela conserverait davantage d’une conversation dont le propriétaire ne l’a pas accepté : { CMD("privacy consent") } sert à cela.
consent-nothing-kept = Vous n’avez aucune conversation, car vos discussions ne sont pas conservées : { CMD("privacy consent") } change cela.
consent-not-yours = Cette question s’adresse à quelqu’un d’autre : { CMD("privacy consent") } montre ce qui vaut pour vous.
consent-over = Cette réponse est terminée, et rien n’en a été conservé : reposez votre question s’il vous en faut plus.
