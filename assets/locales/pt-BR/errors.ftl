### What is refused, and what went wrong.

errors-ours = Algo deu errado do lado do bot. Tente de novo daqui a pouco; se continuar, informe esta referência a quem hospeda o bot: { $reference }.
