//! What each step promises about the rows that were there before it.

use slimy_store::audit::{self, Scope};
use slimy_store::chat::Transcript;
use slimy_store::chat::usage::{self, Used};
use slimy_store::guilds::{self, GuildFilter};
use slimy_store::testing::TestDb;
use slimy_store::{Engine, PageRequest, chat, club};

use crate::rows;

/// Holds a database that was brought up to date from the step `version` to all of them.
pub(super) async fn hold(test: &TestDb, version: i64) {
    references_point_at_rows(test).await;
    daily_counts_equal_a_recount(test).await;
    analyses_are_found_by_any_substring(test).await;
    guilds_are_found_by_any_substring(test).await;
    // The fourth step gives the rows before it their places; who writes later gives them.
    if version < 4 {
        messages_have_their_places(test).await;
    } else {
        an_answer_still_has_its_alternatives(test).await;
    }
    saved_analyses_wait_for_their_weeks(test).await;
    // The fifth step brings members, and whoever writes later those.
    if version < 5 {
        nobody_is_a_member_before_that(test).await;
    } else {
        a_club_still_has_its_members_and_what_was_corrected(test).await;
    }
    // The sixth step closes nothing, and counts nothing that nobody counted.
    if version < 6 {
        conversations_are_open_and_the_books_are_empty(test).await;
    } else {
        the_books_and_what_was_attached_are_still_there(test).await;
    }
    // The seventh step decides for nobody.
    if version < 7 {
        nobody_has_said_that_chat_may_be_kept(test).await;
    }
    if version < 8 {
        entries_from_before_the_chain_are_known(test).await;
    }
}

async fn references_point_at_rows(test: &TestDb) {
    if test.engine() == Engine::Sqlite {
        let broken = rows::of(test, "PRAGMA foreign_key_check").await;
        assert_eq!(broken, Vec::<Vec<String>>::new());
        let whole = rows::of(test, "PRAGMA integrity_check").await;
        assert_eq!(whole, [["integrity_check=\"ok\""]]);
    }
}

async fn daily_counts_equal_a_recount(test: &TestDb) {
    let (day, failed) = match test.engine() {
        Engine::Sqlite => ("\"timestamp\" / 86400000000", "sum(NOT success)"),
        Engine::Postgres => (
            "floor(extract(epoch FROM \"timestamp\") / 86400)::bigint",
            "count(*) FILTER (WHERE NOT success)",
        ),
    };
    for (table, keys, values) in [
        (
            "audit_daily_actions",
            "action, resource_type",
            "action, resource_type",
        ),
        (
            "audit_daily_users",
            "user_id",
            "coalesce(user_id, '') AS user_id",
        ),
    ] {
        let counted = format!(
            "SELECT guild_id, day, {keys}, CAST(sum(total) AS BIGINT) AS total,
                 CAST(sum(failed) AS BIGINT) AS failed
             FROM {table} GROUP BY guild_id, day, {keys} ORDER BY guild_id, day, {keys}"
        );
        let entries = |guild: &str, which: &str| {
            format!(
                "SELECT {guild} AS guild_id, {day} AS day, {values}, success FROM audit_logs {which}"
            )
        };
        let recounted = format!(
            "SELECT guild_id, day, {keys}, count(*) AS total, {failed} AS failed
             FROM ({} UNION ALL {}) AS entries
             GROUP BY guild_id, day, {keys} ORDER BY guild_id, day, {keys}",
            entries("'*'", ""),
            entries("guild_id", "WHERE guild_id IS NOT NULL"),
        );
        let counted = rows::of(test, &counted).await;
        assert!(!counted.is_empty());
        assert_eq!(counted, rows::of(test, &recounted).await, "{table}");
    }
}

async fn analyses_are_found_by_any_substring(test: &TestDb) {
    for (term, expected) in [
        ("TÉ 100%", &["canalysis1"][..]),
        ("%_", &["canalysis1"]),
        ("i: é", &["canalysis1"]),
        ("zahl", &["canalysis2"]),
        ("R", &["canalysis2", "canalysis1"]),
        ("elsewhere", &[]),
    ] {
        let found = club::search_saved(&test.db, &"cguild1".into(), term, 10)
            .await
            .unwrap();
        let found: Vec<&str> = found.iter().map(|line| line.id.as_str()).collect();
        assert_eq!(found, expected, "{term}");
    }
}

async fn guilds_are_found_by_any_substring(test: &TestDb) {
    for (term, expected) in [("té ÜBER", "cguild1"), ("DROP table", "cguild2")] {
        let filter = GuildFilter {
            search: Some(term.to_owned()),
            present: None,
        };
        let page = guilds::list(&test.db, &filter, &PageRequest::first(5))
            .await
            .unwrap();
        let found: Vec<&str> = page.items.iter().map(|guild| guild.id.as_str()).collect();
        assert_eq!(found, [expected], "{term}");
    }
}

async fn messages_have_their_places(test: &TestDb) {
    let mut transcript = Transcript::of("cconversation1".into(), "cuser1".into());
    let said = transcript.next(&test.db).await.unwrap();
    let places: Vec<_> = said
        .iter()
        .map(|one| (one.id.as_str(), one.position, one.chosen))
        .collect();
    let expected = [
        ("cmessage1", 1, true),
        ("cmessage2", 2, true),
        ("cmessage3", 3, true),
        ("cmessage4", 4, true),
    ];
    assert_eq!(places, expected);
}

async fn an_answer_still_has_its_alternatives(test: &TestDb) {
    let mut transcript = Transcript::of("cconversation3".into(), "cuser2".into());
    let said = transcript.next(&test.db).await.unwrap();
    let said: Vec<_> = said
        .iter()
        .map(|one| (one.id.as_str(), one.position))
        .collect();
    let expected = [("cmessage6", 1), ("cmessage7", 2), ("cmessage8", 2)];
    assert_eq!(said, expected);
}

/// Those of releases without weeks: nothing of them counts before they are adopted, and each
/// can be.
async fn saved_analyses_wait_for_their_weeks(test: &TestDb) {
    let waiting = club::list_without_week(&test.db, None, 100).await.unwrap();
    let waiting: Vec<_> = waiting.iter().map(|one| one.id.as_str()).collect();
    assert_eq!(waiting, ["canalysis2", "canalysis6"]);
    for guild in ["cguild1", "cguild2"] {
        let members = club::list_members(&test.db, &guild.into()).await.unwrap();
        assert!(members.is_empty(), "{members:?}");
    }
}

async fn nobody_is_a_member_before_that(test: &TestDb) {
    let unknown = "SELECT id, member_id FROM club_powers WHERE member_id IS NOT NULL";
    assert_eq!(rows::of(test, unknown).await, Vec::<Vec<String>>::new());
    let imported = "SELECT id FROM club_analyses WHERE source <> 'screenshots'";
    assert_eq!(rows::of(test, imported).await, Vec::<Vec<String>>::new());
}

async fn a_club_still_has_its_members_and_what_was_corrected(test: &TestDb) {
    let guild = "cguild5".into();
    let members = club::list_members(&test.db, &guild).await.unwrap();
    let members: Vec<_> = members.iter().map(|one| one.id.as_str()).collect();
    assert_eq!(members, ["cclubmember2", "cclubmember1"]);
    let zoe = club::find_member_by_key(&test.db, &guild, "zoe 🐌").await;
    let zoe = zoe.unwrap().unwrap();
    assert_eq!(zoe.user_id, Some("cuser1".into()));
    assert_eq!(
        (zoe.first_seen_week, zoe.departed_week),
        (Some("2025-W05".to_owned()), None)
    );
    let filter = club::CorrectionFilter::default();
    let page = PageRequest::first(5);
    let corrections = club::list_corrections(&test.db, &guild, &filter, &page).await;
    let corrections = corrections.unwrap().items;
    let corrections: Vec<_> = corrections.iter().map(|one| one.value).collect();
    assert_eq!(corrections, [70]);
    let due = "2026-01-01T00:00:00Z";
    let due = serde_json::from_value(due.into()).unwrap();
    let due = club::due_alerts(&test.db, due, 5).await.unwrap();
    let due: Vec<_> = due.iter().map(|one| one.id.as_str()).collect();
    assert_eq!(due, ["calert1"]);
}

async fn conversations_are_open_and_the_books_are_empty(test: &TestDb) {
    let found = chat::find_current(&test.db, &"cuser1".into(), "777", false).await;
    assert_eq!(found.unwrap().unwrap().id, "cconversation1".into());
    let streaming = chat::find_streaming(&test.db, &"cconversation1".into()).await;
    assert_eq!(streaming.unwrap().unwrap().id, "cmessage4".into());
    let used = usage::of_host(&test.db, "2025-02").await.unwrap();
    assert_eq!(used, Used::default());
    let counted = "SELECT id FROM chat_messages WHERE tokens IS NOT NULL OR left_out IS NOT NULL";
    assert_eq!(rows::of(test, counted).await, Vec::<Vec<String>>::new());
}

async fn the_books_and_what_was_attached_are_still_there(test: &TestDb) {
    let used = usage::of_host(&test.db, "2025-02").await.unwrap();
    assert_eq!((used.used, used.calls), (150, 1));
    let closed = "SELECT id FROM chat_conversations WHERE closed_at IS NOT NULL";
    assert_eq!(rows::texts(test, closed).await, ["cconversation4"]);
    let bytes = chat::attachment_bytes(&test.db, &"cattachment1".into()).await;
    assert_eq!(bytes.unwrap(), b"a snail");
}

async fn nobody_has_said_that_chat_may_be_kept(test: &TestDb) {
    let said = chat::consent::find(&test.db, &"cuser1".into()).await;
    assert_eq!(said.unwrap(), None);
}

async fn entries_from_before_the_chain_are_known(test: &TestDb) {
    let mut findings = Vec::new();
    let mut sink = |finding| findings.push(finding);
    let verified = audit::verify(&test.db, &Scope::All, &[], &mut sink).await;
    let entries = rows::of(test, "SELECT id FROM audit_logs").await.len();
    assert_eq!(verified.unwrap().before_chain, entries as u64);
    assert_eq!(findings, []);
}
