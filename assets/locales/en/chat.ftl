### Talking to the bot: answers, what is said of them, and why there is none.

## What stands above an answer.

chat-about-message = -# About [a message](<{ $link }>) of { $name }
chat-about = -# About a message of { $name }

## While an answer comes.

chat-thinking = Thinking…
chat-goes-on = It goes on: all of it will come as a file.
chat-using-roster = Looking at the club's roster…
chat-using-stats = Looking at the club's figures…
chat-using-movers = Looking at who has changed…
chat-using-member = Looking at a member's weeks…
chat-using-something = Looking something up…

## What is said below an answer that is over; the buttons are named as below.

chat-which = Answer { $index } of { $count }.
chat-answered-by = Answered by { $model }.
chat-left-out =
    { $count ->
        [one] 1 older message was left out.
       *[other] { $count } older messages were left out.
    }
chat-cut = It is as long as an answer may be: ask for the rest.
chat-closed = Your next question begins a new conversation.
chat-stopped = Stopped.
chat-interrupted = The bot was restarted in the middle of this: press Again for a whole answer.
chat-no-answer = There was no answer: press Again.
chat-wordless = The model answered without a word: press Again.

## Buttons.

chat-stop = Stop
chat-again = Again
chat-new = New

## What somebody is told who mentions the bot and says nothing.

chat-help = Ask me something: write it behind the mention, reply to one of my answers, or use { CMD("chat") }. { CMD("chat-info") } says what I am.
# Of a message that Discord does not show to the bot.
chat-unreadable = Discord does not show me what that message says. Put its words behind the mention, or choose Apps > { $menu } in its menu.

## The words of a question that has none: they are kept, and the model reads them.

chat-what-of-quote = What do you say to this message?
chat-what-of-file = What is this?
chat-quoted-bot = the assistant, to somebody else
chat-quoted-somebody = somebody
chat-quoted-unkept = (What they wrote or attached was shown for one answer only and is not kept, because they have not agreed to that.)
chat-file-dropped = (This file was attached long ago and is no longer kept.)
chat-quoted-unshown = (Discord does not show the bot what this message says. Say so.)
# What a conversation is called whose first question has no words.
chat-untitled = Conversation

## Who answers, as whom, where and for whom.

chat-info-title = Chat
chat-info-model = Model
chat-info-second = { $first }; when it is overloaded or silent: { $second }
chat-info-images = Images
chat-info-sees = It sees what you attach.
chat-info-blind = It reads text only.
chat-info-limits = Limits
chat-info-tokens = It is shown up to { $context } tokens of a conversation, and answers with up to { $answer }.
chat-info-cooldown =
    { $seconds ->
        [0] You may ask again at once.
        [1] You may ask again after a second.
       *[other] You may ask again after { $seconds } seconds.
    }
chat-info-you = You: { $budget }.
chat-info-guild = This server: { $budget }.
chat-info-a-day =
    { $count ->
        [one] { $count } token a day
       *[other] { $count } tokens a day
    }
chat-info-a-month =
    { $count ->
        [one] { $count } token a month
       *[other] { $count } tokens a month
    }
chat-info-no-limit = no limit
chat-info-who-in-channel = Who it is in this channel
chat-info-who-in-guild = Who it is in this server
chat-info-who = Who it is
chat-info-where = Where
chat-info-everywhere = Every channel
chat-info-whom = For whom
chat-info-everybody = Everybody
chat-info-looks = It may look at
chat-info-looks-at-nothing = Nothing but what you show it.
chat-info-roster = the club's roster
chat-info-stats = its figures
chat-info-movers = who has changed
chat-info-member = a member's weeks

## What is left.

chat-usage-title = What is left of the chat
chat-usage-in-tokens = In tokens: about four for every three words, of questions and answers alike. A day begins at midnight UTC, a month on the 1st.
chat-usage-you = You
chat-usage-guild = This server
chat-usage-all = All of the bot
chat-usage-today = Today: { $left }
chat-usage-month = This month: { $left }
chat-usage-left = **{ $left }** left of { $limit } ({ $used } used)
chat-usage-no-limit = no limit ({ $used } used)
chat-usage-cost = Cost: { $day } today, { $month } this month
chat-usage-of-model =
    { $calls ->
        [one] { $model }: 1 call, { $prompt } tokens in, { $completion } out, { $cost }
       *[other] { $model }: { $calls } calls, { $prompt } tokens in, { $completion } out, { $cost }
    }
# US dollars.
chat-usage-dollars = ${ $amount }

## Why there is no answer: one sentence, what is wrong and what to do.

chat-fault-not-set-up = Chat is not set up on this bot: its host has to name a model (OPENAI_API_KEY and CHAT_MODEL).
chat-fault-switched-off = Chat is switched off in this server: its admins can change that with { CMD("settings") }.
chat-fault-not-in-this-channel = Chat is not allowed in this channel: { CMD("chat-info") } shows where it is.
chat-fault-not-with-these-roles = Chat is for certain roles here, and you have none of them: { CMD("chat-info") } shows which.
chat-fault-cooling-down =
    { $seconds ->
        [1] That was quick: ask again in a second.
       *[other] That was quick: ask again in { $seconds } seconds.
    }
chat-fault-still-answering = Your last question is still being answered: wait for it, or press Stop there.
chat-fault-restarting = I am restarting: ask again in a minute.
chat-fault-heard-elsewhere = That message is being answered already.
chat-fault-too-long = That question is too long for the model: shorten it, or ask it in parts.
chat-fault-empty = There is nothing to answer: write a question.
chat-fault-too-many-files = That is too many files: attach at most { $max } to one question.
chat-fault-unreadable-file = { $name } cannot be read: attach PNG, JPEG or WebP images and UTF-8 text files of at most 1 MiB.
chat-fault-cannot-see = The model here cannot see images: ask in words, or attach a text file.
chat-fault-not-yours = Only the person who asked, or somebody who manages messages here, can do that.
chat-fault-gone = That conversation is gone: start a new one with { CMD("chat") }.
chat-fault-nothing-to-stop = That answer has ended already: there is nothing to stop.
chat-fault-too-many-answers =
    { $max ->
        [one] This question has { $max } answer already, which is the most: ask it anew.
       *[other] This question has { $max } answers already, which is the most: ask it anew.
    }

## Whose budget is spent, of which time.

chat-spent-person-day = You have used up your chat budget for today: it starts anew at midnight UTC, and { CMD("chat-usage") } shows it.
chat-spent-person-month = You have used up your chat budget for this month: it starts anew on the 1st (UTC), and { CMD("chat-usage") } shows it.
chat-spent-guild-day = This server has used up its chat budget for today: it starts anew at midnight UTC, and { CMD("chat-usage") } shows it.
chat-spent-guild-month = This server has used up its chat budget for this month: it starts anew on the 1st (UTC), and { CMD("chat-usage") } shows it.
chat-spent-host-day = This bot has used up its chat budget for today: try again after midnight UTC.
chat-spent-host-month = This bot has used up its chat budget for this month: try again after the 1st (UTC).

## What became of the model's answer.

chat-model-key-refused = The model does not accept this bot's key: its host has to look at that.
chat-model-out-of-quota = This bot's account with the model is used up: its host has to look at that.
chat-model-limit-reached = The model takes no more questions from this bot for the moment: try again in a few minutes.
chat-model-overloaded = The model is overloaded: try again in a few minutes.
chat-model-timeout = The model did not answer in time: try again.
chat-model-unreachable = The model cannot be reached: try again later; if that does not help, tell the bot's host.
chat-model-refused-content = The model's provider refuses to answer this: ask it in another way.
chat-model-too-long = This conversation has become too long for the model: press New, or shorten your question.
chat-model-wrong-setting = The model does not take this bot's requests: its host has to check CHAT_MODEL and OPENAI_BASE_URL.
chat-model-cut-off = The answer broke off in the middle: press Again for another one.
chat-model-nonsense = The model sent nothing that can be shown: press Again.
