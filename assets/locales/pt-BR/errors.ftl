### What is refused, and what went wrong.

errors-denied-audit = Só quem tem a permissão "Gerenciar servidor" pode usar o registro de auditoria.
errors-denied-guild-data = Só o dono deste servidor pode exportar ou excluir os dados dele.
errors-denied-not-yours = Isso é de outra pessoa: só ela pode usar.
errors-denied-host = Só quem hospeda o bot pode ver isto.
errors-denied-here = Você não pode usar isto aqui.
errors-denied-no-such-command = Esse comando não existe ou você não pode usá-lo aqui: escolha um dos oferecidos.
errors-ours = Algo deu errado do lado do bot. Tente de novo daqui a pouco; se continuar, informe esta referência a quem hospeda o bot: { $reference }.
errors-not-in-guild = Use isto em um servidor: uma mensagem direta não tem clube.
errors-may-not-analyze = Só quem tem a permissão "Gerenciar servidor" ou um cargo de gestor do clube pode analisar uma lista.
errors-may-not-decide = Só quem tem a permissão "Gerenciar servidor" ou um cargo de gestor do clube pode alterar, salvar ou descartar esta prévia.
errors-may-not-change = Só quem fez esta análise ou um gestor do clube pode renomeá-la ou excluí-la.
errors-may-not-manage = Só quem tem a permissão "Gerenciar servidor" ou um cargo de gestor do clube pode usar { CMD("club-admin") }.
errors-may-not-approve = Só quem tem a permissão "Gerenciar servidor" ou um cargo de gestor do clube pode aprovar.
errors-may-not-change-settings = Só quem tem a permissão "Gerenciar servidor" pode alterar as configurações.
errors-no-images = Não há nenhuma imagem aqui: anexe de uma a dez capturas de Club > Manage Members.
errors-not-used = { $file }: { $reason }
errors-title-too-long =
    Esse título é longo demais: pode ter no máximo { $max ->
        [one] { $max } caractere
       *[other] { $max } caracteres
    }.
errors-title-empty = Um título precisa de pelo menos uma letra ou número: digite outro.
errors-draft-expired = Esta prévia expirou após 24 horas e não foi salva: analise as capturas de novo.
errors-already-saved = Esta prévia já foi salva: veja-a com { CMD("club show") }.
errors-already-discarded = Esta prévia já foi descartada: analise as capturas de novo para obter outra.
errors-analysis-not-found = Essa análise não está (mais) neste servidor: { CMD("club list") } mostra as que existem.
errors-no-analysis-yet = Nenhuma análise foi salva aqui ainda: comece com { CMD("club analyze") }.
errors-still-reading = Suas últimas capturas ainda estão sendo lidas: espere primeiro por essa resposta.
errors-took-too-long = O bot está muito ocupado e não conseguiu ler suas capturas a tempo: tente de novo em alguns minutos.
errors-too-many-members =
    Estas capturas mostram mais de { $max ->
        [one] { $max } membro
       *[other] { $max } membros
    }, e nenhum clube tem tantos: envie as de um só clube.
errors-busy = Gente demais está alterando esta revisão ao mesmo tempo: tente de novo daqui a pouco.
errors-open-questions = Primeiro diga quem é { $names }: escolha abaixo da tabela ou use Corrigir.
errors-already-answered = Essa pergunta já foi respondida: a tabela mostra o que ainda está em aberto.
errors-name-taken = { $name } é o nome de alguém deste clube: escolha quem é, ou dê outro nome à linha com Corrigir.
errors-too-many-edits =
    Esta revisão já tem { $max ->
        [one] { $max } alteração
       *[other] { $max } alterações
    }: salve-a, ou descarte-a e analise de novo.
errors-club-full =
    Este clube tem { $max ->
        [one] { $max } membro registrado
       *[other] { $max } membros registrados
    }, que é o máximo: primeiro una ou renomeie alguns.
errors-awaits-approval = Isto está aguardando aprovação: outro gestor precisa pressionar Aprovar.
errors-own-approval = Foi você quem pediu esta aprovação: outro gestor precisa pressionar Aprovar.
errors-approval-stale = Isto mudou desde que a aprovação foi pedida: pressione Salvar para pedir de novo.
errors-nothing-to-approve = Ninguém está pedindo aprovação aqui (não mais): pressione Salvar.
errors-review-moved = Capturas foram adicionadas a esta revisão: uma mensagem mais nova a mostra por inteiro. Use os botões de lá.
errors-stale-button = Este botão não é mais entendido: use o comando de novo.

## What is asked of a club and has no answer.

errors-known-nothing-yet = Ainda não se sabe nada deste clube: leia uma lista com { CMD("club analyze") } e salve-a.
errors-known-nothing-of = Nenhum { $power } foi salvo aqui ainda: analise capturas que o mostrem.
errors-known-no-such-week = Nenhum { $power } foi salvo para { $week }: a semana mais recente é { $newest }.
errors-known-not-a-week = Isso não é uma semana: escolha uma da lista ou escreva-a como 2026-W47.
errors-known-neither = Isso não é nem uma semana nem uma análise deste servidor: escolha algo da lista.
errors-known-one-week = Só há uma semana de { $power } salva: com a próxima haverá o que comparar.
errors-known-too-few-weeks = São necessárias pelo menos três semanas de { $power } para dizer de quem o poder oscila.
errors-known-no-value = Dessa semana nenhum { $power } é conhecido com certeza.
errors-known-metrics-differ = Um é Sim Power e o outro Total Power: escolha dois do mesmo tipo.
errors-known-same-sides = Os dois são iguais: escolha duas semanas ou análises diferentes.
errors-known-no-such-member = Ninguém neste clube tem esse nome: digite algumas letras e escolha da lista.
errors-known-perhaps-member = Ninguém neste clube tem esse nome: talvez você queira dizer { $names }.
errors-or = { $first } ou { $second }
errors-known-empty-search = Digite pelo menos uma letra ou um número para buscar.
errors-known-long-search =
    Isso é longo demais para buscar: no máximo { $max ->
        [one] { $max } caractere
       *[other] { $max } caracteres
    }.
errors-known-nothing-to-export = Ainda não há nada para exportar: salve primeiro uma semana com { CMD("club analyze") }.
errors-known-may-not-export = Só quem tem a permissão "Gerenciar servidor" ou um cargo de gestor do clube pode exportar o histórico do clube.
errors-known-may-not-confirm = Só quem tem a permissão "Gerenciar servidor" ou um cargo de gestor do clube pode confirmar quem é alguém.
errors-known-may-not-unlink = Só a própria pessoa ou um gestor do clube pode remover este vínculo.
errors-known-not-linked = Você ainda não é membro deste clube: use { CMD("club me") } com seu nome no jogo.
errors-known-member-taken = Outra pessoa já é esse membro: um gestor do clube pode remover o vínculo dela.
errors-known-already-linked = Você já é outro membro: pressione primeiro Desvincular em { CMD("club me") }.
errors-known-claim-over = Isso já foi confirmado, recusado ou retirado.

## What is typed and is none: weeks and numbers.

errors-week = "{ $text }" não é uma semana: escreva o ano e o número da semana, como 2026-W47.
errors-number-empty = Falta um número: escreva-o como 298,297,518 ou 4.1M.
errors-number-unknown = "{ $text }" não é um número por causa de "{ $found }": escreva-o como 298,297,518 ou 4.1M.
errors-number-separators = "{ $text }" tem um separador no lugar errado: escreva-o como 298,297,518 ou 4.1M.
errors-number-two-ways = "{ $text }" pode ser lido de duas maneiras: escreva { $whole } se são milhares, ou um decimal com menos de três dígitos.
errors-number-not-whole = "{ $text }" não é um número inteiro: escreva menos decimais, ou K, M ou B depois dele.
errors-number-too-large = "{ $text }" é grande demais: o máximo é { $most }.
errors-number-negative = "{ $text }" é menor que zero: um poder é zero ou mais.

## Why a file was not used.

errors-fetch-host = o link leva a um host que não é permitido; envie o arquivo diretamente ao Discord
errors-fetch-too-large = tem mais de 10 MiB; envie a captura original como PNG ou JPEG
errors-fetch-gone = o Discord não o tem mais (o link expirou); envie-o de novo
errors-fetch-broke-off = o download foi interrompido; tente de novo daqui a pouco
errors-fetch-too-slow = o download demorou demais; tente de novo daqui a pouco
