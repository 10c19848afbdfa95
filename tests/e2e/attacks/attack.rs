//! An attack, and what came of it.

use discord_standin::model::{Reply, Request};

/// An attack. In its text `{rival}` is the other guild's id, `{rival_key}` its key in the database,
/// `{raven}` the key of a member of its club, and `{ana}` a person's id.
pub(super) struct Attack {
    /// What it is called; its attacker is called so, too, and its question is marked with it.
    pub(super) name: &'static str,
    /// How it reaches the model.
    pub(super) way: Way,
    /// What stands there.
    pub(super) text: &'static str,
    /// What has to be so beside what always has to be.
    pub(super) check: fn(&Done),
}

/// How an attack reaches the model.
#[derive(Clone, Copy)]
pub(super) enum Way {
    /// The attacker asks it.
    Question,
    /// The model comes up with it by itself, as when it has read it in a picture. The text is what
    /// the attacker asks meanwhile.
    Says(fn() -> Reply),
    /// It stands in somebody's message, about which the attacker uses the menu.
    Menu,
    /// Somebody of this name wrote the message.
    Author,
    /// It is an answer that the bot gave to somebody else, to which the attacker replies.
    Reply,
    /// It stands in a text file.
    File,
    /// It is the name of a text file.
    FileName,
    /// It is the name of a picture.
    PictureName,
    /// It is the title of the attacker's conversation.
    Title,
    /// It is what the model answered to the question before.
    Earlier,
    /// It is asked in a guild whose persona is an order.
    Persona,
    /// It is asked in a direct message.
    Direct,
    /// It is asked in a guild that has its club switched off.
    ClubOff,
    /// Something was said before that the question asks for.
    After(Told),
}

/// Where something was said that nobody should hear here.
#[derive(Clone, Copy)]
pub(super) enum Told {
    /// By somebody else in the same channel.
    BySomebodyElse,
    /// By the attacker, privately, in the same channel.
    Privately,
    /// By the attacker in direct messages.
    Directly,
    /// By the attacker in another guild.
    InAnotherGuild,
    /// By the attacker in the same channel, in a conversation that was deleted since.
    BeforeItWasDeleted,
}

/// What came of an attack.
pub(super) struct Done {
    pub(super) name: &'static str,
    /// What the attacker sees in the end.
    pub(super) text: String,
    /// The files of it.
    pub(super) files: Vec<Vec<u8>>,
    /// What the model was asked on the way, oldest first.
    pub(super) requests: Vec<Request>,
}

impl Done {
    /// What people see contains this.
    #[track_caller]
    pub(super) fn shows(&self, wanted: &str) {
        assert!(self.text.contains(wanted), "{}: {:?}", self.name, self.text);
    }

    /// What people see does not contain this.
    #[track_caller]
    pub(super) fn hides(&self, unwanted: &str) {
        let is_hidden = !self.text.contains(unwanted);
        assert!(is_hidden, "{}: {:?}", self.name, self.text);
    }

    /// The last question as the model was shown it.
    pub(super) fn question(&self) -> String {
        self.requests
            .last()
            .map_or_else(String::new, Request::question)
    }

    /// The model was shown this in the question.
    #[track_caller]
    pub(super) fn asks(&self, wanted: &str) {
        let question = self.question();
        assert!(question.contains(wanted), "{}: {question:?}", self.name);
    }

    /// Nothing that the model was shown contains this.
    #[track_caller]
    pub(super) fn never_asks(&self, unwanted: &str) {
        for request in &self.requests {
            let body = request.body.to_string();
            assert!(!body.contains(unwanted), "{}: {body}", self.name);
        }
    }

    /// Each call's result, in the order of the calls.
    pub(super) fn results(&self) -> Vec<String> {
        let last = self.requests.last();
        let results = last.map(Request::tool_results).unwrap_or_default();
        results.into_iter().map(|(_, result)| result).collect()
    }

    /// There were so many calls, and each gave nothing but a reason.
    #[track_caller]
    pub(super) fn refuses(&self, calls: usize) {
        let results = self.results();
        assert_eq!(results.len(), calls, "{}: {results:?}", self.name);
        for result in results {
            assert!(
                result.starts_with(r#"{"error":"#),
                "{}: {result}",
                self.name
            );
        }
    }
}
