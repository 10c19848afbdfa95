### What a club’s channel is told.

news-title = Novidades do clube · { $week }
news-saved = Uma lista foi salva: { $powers }.
# In the middle of a sentence.
news-power =
    { $metric ->
        [sim] Sim Power
       *[total] Total Power
    }
news-joined = Entraram ({ $count })
news-left = Saíram ({ $count })
news-changed = Mudaram ({ $count })
news-changed-by = Mudaram { $percent }% ou mais ({ $count })
# A member whose power has changed, and of which power where there are two.
news-mover = { $name }: { $before } → { $now }
news-mover-percent = { $name }: { $before } → { $now } ({ $percent })
news-mover-of =
    { $name } { $metric ->
        [sim] Sim Power
       *[total] Total Power
    }
news-more = e mais { $count }
news-due-title = Está na hora da leitura semanal
news-due = { $week } começou em { $began } e ainda não foi salvo: { $powers }. Use { CMD("club analyze") }.
news-guards-title = Proteções afrouxadas
news-guards = A partir de agora, uma lista precisa com menos frequência da aprovação de um segundo gestor. Revisões já iniciadas mantêm as proteções com que começaram. Quem mudou isto está no registro de auditoria.
news-guard-changed = { $before } → { $after }

## What a channel is told when it is chosen.

news-trial-title = Novidades do clube
news-trial = A partir de agora, as novidades deste clube são anunciadas aqui: quem entra e sai, de quem o poder muda muito e quando está na hora de uma leitura.

## Why news did not arrive; no full stop behind it.

news-fault-no-channel = o canal não é do Discord
news-fault-another-server = o canal pertence a outro servidor
news-fault-unreadable = o aviso não pode ser lido
news-fault-guild-gone = o servidor não existe mais
