//! The controls that are tried.

use slimy_domain::{UserError, club::Metric};

use crate::{
    Error,
    answer::Answer,
    check::Request,
    component::{Begins, Channels, Control, Filled, Options, Roles, Users},
    modal::{Modal, TextInput},
};

control! {
    /// Leaves text in place of embed and files.
    pub(crate) struct Turn("test.turn") {}
}

impl Control for Turn {
    type Input = ();
    type Outcome = Answer;
    const IS_AUDITED: bool = false;

    async fn perform(self, _: &Request<'_>, (): ()) -> Result<Answer, Error> {
        Ok(Answer::text("Turned."))
    }
}

control! {
    pub(crate) struct Pick("test.pick") {}
}

impl Control for Pick {
    type Input = Options<Metric>;
    type Outcome = Answer;
    const BEGINS: Begins = Begins::Quietly;

    async fn perform(self, _: &Request<'_>, chosen: Options<Metric>) -> Result<Answer, Error> {
        Ok(Answer::text(format!("Chosen: {:?}", chosen.0)))
    }
}

control! {
    pub(crate) struct PickUsers("test.users") {}
}

impl Control for PickUsers {
    type Input = Users;
    type Outcome = Answer;

    async fn perform(self, _: &Request<'_>, chosen: Users) -> Result<Answer, Error> {
        Ok(Answer::text(format!("Chosen: {:?}", chosen.0)))
    }
}

control! {
    pub(crate) struct PickRoles("test.roles") {}
}

impl Control for PickRoles {
    type Input = Roles;
    type Outcome = Answer;

    async fn perform(self, _: &Request<'_>, chosen: Roles) -> Result<Answer, Error> {
        Ok(Answer::text(format!("Chosen: {:?}", chosen.0)))
    }
}

control! {
    pub(crate) struct PickChannels("test.channels") {}
}

impl Control for PickChannels {
    type Input = Channels;
    type Outcome = Answer;

    async fn perform(self, _: &Request<'_>, chosen: Channels) -> Result<Answer, Error> {
        Ok(Answer::text(format!("Chosen: {:?}", chosen.0)))
    }
}

control! {
    /// Opens a modal, or refuses to.
    pub(crate) struct Ask("test.ask") { on: bool }
}

impl Control for Ask {
    type Input = ();
    type Outcome = Modal;

    async fn perform(self, _: &Request<'_>, (): ()) -> Result<Modal, Error> {
        if !self.on {
            return Err(UserError::NoImages.into());
        }
        let rows = TextInput::paragraph("rows", "Name = value")
            .placeholder("Stone = 4.1M")
            .value(&"Stone = 1\n".repeat(1_000));
        let why = TextInput::line("why", "Reason").optional();
        Ok(
            Modal::of(&Tell {}, "Fix what could not be read for certain, in rows")
                .input(rows)
                .input(why),
        )
    }
}

control! {
    /// What was filled in, in place of the message.
    pub(crate) struct Tell("test.tell") {}
}

impl Control for Tell {
    type Input = Filled;
    type Outcome = Answer;

    async fn perform(self, _: &Request<'_>, filled: Filled) -> Result<Answer, Error> {
        let (rows, why) = (filled.text("rows")?, filled.text("why")?);
        if rows == "another" {
            filled.text("another")?;
        }
        Ok(Answer::text(format!("{rows:?} because {why:?}")))
    }
}

control! {
    /// Would have answered for all to see.
    pub(crate) struct Refuse("test.refuse") {}
}

impl Control for Refuse {
    type Input = ();
    type Outcome = Answer;
    const BEGINS: Begins = Begins::Openly;
    const IS_AUDITED: bool = false;

    async fn perform(self, _: &Request<'_>, (): ()) -> Result<Answer, Error> {
        Err(UserError::NoImages.into())
    }
}

control! {
    /// A new message for all to see.
    pub(crate) struct Openly("test.openly") {}
}

impl Control for Openly {
    type Input = ();
    type Outcome = Answer;
    const BEGINS: Begins = Begins::Openly;

    async fn perform(self, _: &Request<'_>, (): ()) -> Result<Answer, Error> {
        Ok(Answer::text("Said to all."))
    }
}
