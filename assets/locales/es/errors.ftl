### What is refused, and what went wrong.

errors-ours = Algo ha fallado en el bot. Inténtalo de nuevo en un momento; si sigue igual, dale esta referencia a quien aloja el bot: { $reference }.
