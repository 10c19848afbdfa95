//! Of a club's history.

use slimy_store::club::{self, NewAlert, NewAlias, NewMember};
use slimy_store::{Db, Id};

use super::super::values::{alert, alias, correction, member};
use super::Said;
use crate::support::at;

pub(super) async fn of(db: &Db, person: &Id, guild: &Id, text: &str) -> Vec<Said> {
    let mut tx = db.begin().await.unwrap();
    let made = club::create_member(&mut tx, member(guild, "fine"), at(0)).await;
    let known = made.unwrap().row.id;
    club::queue_alert(&mut tx, alert(guild, "fine"), at(0))
        .await
        .unwrap();
    tx.commit().await.unwrap();
    let waits = club::due_alerts(db, at(9), 1).await.unwrap().remove(0).id;
    let odd = || text.to_owned();
    let mut said = Vec::new();
    for (column, new) in [
        (
            "club_members.name",
            NewMember {
                name: odd(),
                ..member(guild, "n")
            },
        ),
        (
            "club_members.name_key",
            NewMember {
                name_key: odd(),
                ..member(guild, "n")
            },
        ),
        (
            "club_members.display_name",
            NewMember {
                display_name: Some(odd()),
                ..member(guild, "n")
            },
        ),
    ] {
        let mut tx = db.begin().await.unwrap();
        said.push((column, club::create_member(&mut tx, new, at(0)).await.err()));
    }
    for (column, new) in [
        (
            "club_aliases.alias",
            NewAlias {
                alias: odd(),
                ..alias(guild, &known, "a")
            },
        ),
        (
            "club_aliases.alias_key",
            NewAlias {
                alias_key: odd(),
                ..alias(guild, &known, "a")
            },
        ),
    ] {
        let mut tx = db.begin().await.unwrap();
        said.push((column, club::add_alias(&mut tx, new, at(0)).await.err()));
    }
    let mut tx = db.begin().await.unwrap();
    let new = correction(guild, &known, person, text);
    said.push((
        "club_corrections.reason",
        club::set_correction(&mut tx, new, at(0)).await.err(),
    ));
    drop(tx);
    let mut tx = db.begin().await.unwrap();
    let renamed = club::rename_member(&mut tx, guild, &known, (text, "key"), None, at(0)).await;
    said.push(("club_members.name, renamed", renamed.err()));
    drop(tx);
    let called = club::set_display_name(db, guild, &known, Some(text), at(0)).await;
    said.push(("club_members.display_name, set", called.err()));
    for (column, new) in [
        (
            "club_alerts.kind",
            NewAlert {
                kind: odd(),
                ..alert(guild, "k")
            },
        ),
        (
            "club_alerts.key",
            NewAlert {
                key: odd(),
                ..alert(guild, "k")
            },
        ),
        (
            "club_alerts.payload",
            NewAlert {
                payload: alert(guild, text).payload,
                ..alert(guild, "k")
            },
        ),
    ] {
        said.push((column, club::queue_alert(db, new, at(0)).await.err()));
    }
    let failed = club::alert_failed(db, &waits, text, None, at(0)).await;
    said.push(("club_alerts.last_error", failed.err()));
    said
}
