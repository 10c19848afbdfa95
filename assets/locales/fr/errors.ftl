### What is refused, and what went wrong.

errors-ours = Un problème est survenu du côté du bot. Réessayez dans un instant ; si cela persiste, donnez cette référence à l’hébergeur du bot : { $reference }.
