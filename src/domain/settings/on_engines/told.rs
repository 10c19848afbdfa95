//! What the audit log is told of a change.

use serde_json::json;
use slimy_store::{
    audit::{self, Finding, Scope},
    on_both_engines,
};

use super::room;
use crate::settings::history;

on_both_engines! {
    async fn a_change_of_long_texts_is_short_in_the_audit_log_and_whole_in_its_revision(test: TestDb) {
        let room = room(&test).await;
        let (old, new) = ("🐌".repeat(2_000), "🦀".repeat(2_000));
        room.update(&json!({"chat": {"persona": old}})).await.unwrap();
        room.update(&json!({"chat": {"persona": new}})).await.unwrap();

        let entries = room.audited().await;
        assert_eq!(entries.len(), 2);
        let details = &entries[0].details.as_ref().unwrap().0;
        assert!(details.to_string().len() < 512, "{details}");
        let told = &details["chat.persona"];
        for (side, letter) in [("before", "🐌"), ("after", "🦀")] {
            assert_eq!(told[side]["begins"], letter.repeat(15));
            assert_eq!(told[side]["characters"], 2_000);
        }
        let revision = history(&room.services, &room.admin, None).await.unwrap().entries.remove(0);
        let change = &revision.differences[0];
        assert_eq!((&change.before, &change.after), (&json!(old), &json!(new)));

        let mut findings: Vec<Finding> = Vec::new();
        let scope = Scope::Guild(room.guild_id.clone());
        let verified = audit::verify(&test.db, &scope, &[], &mut |one| findings.push(one)).await;
        assert_eq!((verified.unwrap().entries, findings), (2, vec![]));
    }
}
