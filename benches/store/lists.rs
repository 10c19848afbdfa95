//! Each list's first and hundredth page.

use bench_seed::{END, conversation_id, guild_id, user_id};
use slimy_store::{
    Db, Id, Timestamp,
    audit::{self, AuditFilter},
    chat::{self, ConversationFilter},
    club,
    guilds::{self, GuildFilter},
    members,
};

use crate::{
    measure::{PAGE, pages},
    report::Report,
};

const DAY: i64 = 86_400_000_000;

/// There are a thousand guilds, so a hundred pages of ten.
const GUILD_PAGE: usize = 10;

/// Measures them where most is: the largest guild, the busiest person.
pub(crate) async fn measure(db: &Db, report: &mut Report) {
    let guild = Id::from(guild_id(0));
    let user = Id::from(user_id(0));
    for (what, filter) in audit_filters(&guild, &user) {
        let list = async |page: &_| audit::list(db, &filter, page).await;
        report.pages(what, pages(PAGE, list).await);
    }
    let list = async |page: &_| club::list_saved(db, &guild, page).await;
    report.pages("analyses of a guild", pages(PAGE, list).await);
    let list = async |page: &_| club::list_by_user(db, &user, page).await;
    report.pages("analyses of a person", pages(PAGE, list).await);

    let filter = ConversationFilter::of(user.clone());
    let list = async |page: &_| chat::list_conversations(db, &filter, page).await;
    report.pages("conversations of a person", pages(PAGE, list).await);
    let conversation = Id::from(conversation_id(0));
    let list = async |page: &_| chat::messages(db, &conversation, &user, page).await;
    report.pages("messages of a conversation", pages(PAGE, list).await);

    let list = async |page: &_| members::list_of_guild(db, &guild, page).await;
    report.pages("members of a guild", pages(PAGE, list).await);
    let list = async |page: &_| members::list_guilds_of_user(db, &user, page).await;
    report.pages("guilds of a person", pages(PAGE, list).await);
    for (what, present) in [("guilds", None), ("guilds where the bot is", Some(true))] {
        let filter = GuildFilter {
            present,
            ..GuildFilter::default()
        };
        let list = async |page: &_| guilds::list(db, &filter, page).await;
        report.pages(what, pages(GUILD_PAGE, list).await);
    }
}

fn audit_filters(guild: &Id, user: &Id) -> Vec<(&'static str, AuditFilter)> {
    let all = AuditFilter::default;
    let text = |text: &str| Some(text.to_owned());
    let guild_too = || AuditFilter {
        guild_id: Some(guild.clone()),
        ..all()
    };
    vec![
        ("audit, everything", all()),
        ("audit of a guild", guild_too()),
        (
            "audit of a person",
            AuditFilter {
                user_id: Some(user.clone()),
                ..all()
            },
        ),
        (
            "audit of an action",
            AuditFilter {
                action: text("club.analysis.save"),
                ..all()
            },
        ),
        (
            "audit of an action in a guild",
            AuditFilter {
                action: text("club.analysis.save"),
                ..guild_too()
            },
        ),
        (
            "audit of a prefix of actions",
            AuditFilter {
                action_prefix: text("club"),
                ..all()
            },
        ),
        (
            "audit of a prefix in a guild",
            AuditFilter {
                action_prefix: text("club"),
                ..guild_too()
            },
        ),
        (
            "audit of a kind of resource",
            AuditFilter {
                resource_type: text("club_analysis"),
                ..all()
            },
        ),
        (
            "audit of one resource",
            AuditFilter {
                resource_type: text("guild"),
                resource_id: text(guild.as_str()),
                ..all()
            },
        ),
        (
            "audit of failures",
            AuditFilter {
                success: Some(false),
                ..all()
            },
        ),
        (
            "audit of failures in a guild",
            AuditFilter {
                success: Some(false),
                ..guild_too()
            },
        ),
        (
            "audit of 30 days",
            AuditFilter {
                from: time(END - 60 * DAY),
                until: time(END - 30 * DAY),
                ..all()
            },
        ),
        (
            "audit of 30 days in a guild",
            AuditFilter {
                from: time(END - 60 * DAY),
                until: time(END - 30 * DAY),
                ..guild_too()
            },
        ),
    ]
}

/// A moment of the seeded year.
pub(crate) fn time(micros: i64) -> Option<Timestamp> {
    Timestamp::from_micros(micros)
}
