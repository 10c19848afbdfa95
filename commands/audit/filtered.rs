//! Commands that say which entries are meant: each has the same options for it.

/// A command with options of its own and those of every filter. Its body is given `asked`, what
/// they say.
macro_rules! filtered {
    (
        $(#[$about:meta])*
        async fn $name:ident($ctx:ident, $asked:ident $(, $($own:tt)+)?) $body:block
    ) => {
        $(#[$about])*
        pub(super) async fn $name(
            $ctx: $crate::Context<'_>,
            $($($own)+,)?
            #[description = "Who did it"] person: Option<poise::serenity_prelude::User>,
            #[description = "Which action, or what several begin with"]
            #[autocomplete = "super::typing::action"]
            #[max_length = 80]
            action: Option<String>,
            #[description = "What kind of thing it was done to"]
            #[autocomplete = "super::typing::resource"]
            #[max_length = 80]
            resource: Option<String>,
            #[description = "Only what worked, or only what failed"] success: Option<bool>,
            #[description = "The first day, like 2026-11-22"]
            #[autocomplete = "super::typing::day"]
            #[max_length = 40]
            from: Option<String>,
            #[description = "The last day, like 2026-11-22"]
            #[autocomplete = "super::typing::day"]
            #[max_length = 40]
            to: Option<String>,
        ) -> Result<(), $crate::Error> {
            let $asked = slimy_domain::audit::Asked {
                person: person.map(|person| person.id.to_string()),
                action,
                resource,
                success,
                from,
                to,
            };
            $body
        }
    };
}
