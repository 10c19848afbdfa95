### Whether what somebody says to the bot is kept: the notice, what holds, and why something is not done.

## What holds.

consent-title = Your chats
consent-is-unasked = **Nothing of your chats is kept**, because you have not said yet that it may be.
consent-is-accepted = **Your chats are kept**, as you chose on { $day }.
consent-is-declined = **Nothing of your chats is kept**, as you chose on { $day }.
consent-without = Without it I answer just the same, and forget each question together with its answer.
consent-still-kept = What was kept before is still stored: delete it below, or look at it with { CMD("conversations list") }.
consent-is-forgotten =
    { $count ->
        [0] There was nothing left to delete.
        [one] 1 conversation is gone for good, with all that was said and attached.
       *[other] { $count } conversations are gone for good, with all that was said and attached.
    }

## The notice.

consent-notice-title = May I keep our chats?
consent-notice = I answered you without keeping anything. If you accept, your chats are kept from your next question on.
consent-what = What is kept
consent-what-it-is = Your questions with the pictures and texts you attach, the messages you ask about, and my answers: so I remember what was said, and you can read it again.
consent-where = Where it goes
consent-where-it-goes = With each question, kept or not, what I need for the answer goes to the provider of the model ({ $model }). What is kept is stored by the host of this bot, and shown to nobody else.
consent-how-long = How long
consent-how-long-it-is = Until you delete it, or for as long as the server’s admins allow. What you have deleted is gone after 30 days at the latest.
consent-rights = It stays yours
consent-rights-are = { CMD("conversations list") } shows it, { CMD("conversations export") } hands it to you, { CMD("conversations delete") } deletes it. You can change your mind at any time with { CMD("privacy consent") }.
consent-noted = Noted. { CMD("privacy consent") } shows what holds for you, and changes it.

## Buttons.

consent-accept = Keep my chats
consent-decline = Keep nothing
consent-forget = Delete what is stored
consent-about = Why is nothing kept?

## Below an answer of which nothing is kept.

consent-note = Nothing of this is kept, so it cannot be gone on with or answered anew.
consent-note-interrupted = The bot was restarted in the middle of this: ask again for a whole answer.
consent-note-failed = There was no answer: ask again.
consent-note-silent = The model answered without a word: ask again.
consent-note-cut-off = The answer broke off in the middle: ask again for another one.
consent-note-nonsense = The model sent nothing that can be shown: ask again.
consent-note-too-long = That is too long for the model: shorten your question.

## Why something is not done.

consent-not-kept = This would keep more of a conversation whose owner has not agreed to that: { CMD("privacy consent") } is where one does.
consent-nothing-kept = You have no conversations, because your chats are not kept: { CMD("privacy consent") } changes that.
consent-not-yours = That question is for somebody else: { CMD("privacy consent") } shows what holds for you.
consent-over = That answer is over, and nothing of it was kept: ask again if you need more.
