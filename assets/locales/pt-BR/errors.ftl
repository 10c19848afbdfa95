### What is refused, and what went wrong.

errors-denied-audit = Só quem tem a permissão "Gerenciar servidor" pode usar o registro de auditoria.
errors-denied-guild-data = Só o dono deste servidor pode exportar ou excluir os dados dele.
errors-denied-not-yours = Isso é de outra pessoa: só ela pode usar.
errors-denied-host = Só quem hospeda o bot pode ver isto.
errors-denied-here = Você não pode usar isto aqui.
errors-ours = Algo deu errado do lado do bot. Tente de novo daqui a pouco; se continuar, informe esta referência a quem hospeda o bot: { $reference }.
