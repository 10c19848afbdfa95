//! Lists of the record: every filter, both ways, compared with a plain sieve.

use slimy_store::audit::{self, AuditFilter, NewAuditEntry};
use slimy_store::testing::TestDb;
use slimy_store::{Id, PageRequest, on_both_engines};

use crate::support::{Dice, at, person_in_guild, some};

const ACTIONS: [&str; 6] = [
    "club",
    "club.list",
    "club.list.all",
    "club-admin.alias",
    "clubs",
    "chat.message",
];

/// Entries with few different values, several at the same moment.
fn entries(user: &Id, guild: &Id) -> Vec<NewAuditEntry> {
    let dice = Dice::new(7);
    let entry = |n: i64| NewAuditEntry {
        user_id: dice.of(2).then(|| user.clone()),
        guild_id: dice.of(2).then(|| guild.clone()),
        request_id: dice.of(2).then(|| format!("r{}", dice.below(3))),
        success: !dice.of(4),
        ..NewAuditEntry::new(
            dice.pick(&ACTIONS),
            dice.pick(&["command", "user"]),
            dice.pick(&["1", "2", "3"]),
            at(n / 3),
        )
    };
    (0..180).map(entry).collect()
}

/// The filters with at most three of these conditions.
fn filters(user: &Id, guild: &Id) -> Vec<AuditFilter> {
    let conditions: [&dyn Fn(&mut AuditFilter); 10] = [
        &|filter| filter.user_id = Some(user.clone()),
        &|filter| filter.guild_id = Some(guild.clone()),
        &|filter| filter.action = some("Club.List"),
        &|filter| filter.action_prefix = some("club."),
        &|filter| filter.request_id = some("r1"),
        &|filter| filter.resource_type = some("User"),
        &|filter| filter.resource_id = some("2"),
        &|filter| filter.success = Some(false),
        &|filter| filter.from = Some(at(11)),
        &|filter| filter.until = Some(at(47)),
    ];
    let chosen = (0..1_u32 << conditions.len()).filter(|set| set.count_ones() <= 3);
    let filter = |set: u32| {
        let mut filter = AuditFilter::default();
        for (number, condition) in conditions.iter().enumerate() {
            if set & (1 << number) != 0 {
                condition(&mut filter);
            }
        }
        filter
    };
    chosen.map(filter).collect()
}

fn fits(entry: &NewAuditEntry, filter: &AuditFilter) -> bool {
    fn same<T: PartialEq>(wanted: Option<&T>, got: Option<&T>) -> bool {
        wanted.is_none() || wanted == got
    }
    let lower = |name: &Option<String>| name.as_deref().map(str::to_lowercase);
    same(filter.user_id.as_ref(), entry.user_id.as_ref())
        && same(filter.guild_id.as_ref(), entry.guild_id.as_ref())
        && same(lower(&filter.action).as_ref(), Some(&entry.action))
        && (filter.action_prefix.is_none() || ACTIONS[..3].contains(&entry.action.as_str()))
        && same(filter.request_id.as_ref(), entry.request_id.as_ref())
        && same(
            lower(&filter.resource_type).as_ref(),
            Some(&entry.resource_type),
        )
        && same(filter.resource_id.as_ref(), Some(&entry.resource_id))
        && same(filter.success.as_ref(), Some(&entry.success))
        && filter.from.is_none_or(|from| entry.timestamp >= from)
        && filter.until.is_none_or(|until| entry.timestamp < until)
}

/// The keys on all pages, asked for one after the other; the way back must give the
/// same pages.
async fn read(test: &TestDb, filter: &AuditFilter, size: usize) -> Vec<Id> {
    let mut ids = Vec::new();
    let mut request = PageRequest::first(size);
    let mut last = None;
    loop {
        let page = audit::list(&test.db, filter, &request).await.unwrap();
        if let Some(last) = last.take() {
            let back = PageRequest::before(size, page.previous.clone().unwrap());
            let back = audit::list(&test.db, filter, &back).await.unwrap();
            assert_eq!(back.items, last, "{filter:?}");
        }
        ids.extend(page.items.iter().map(|entry| entry.id.clone()));
        let Some(next) = page.next else { return ids };
        request = PageRequest::after(size, next);
        last = Some(page.items);
    }
}

on_both_engines! {
    async fn every_combination_of_filters_finds_what_a_sieve_does(test: TestDb) {
        let (user, guild) = person_in_guild(&test.db).await;
        let mut entries = entries(&user, &guild);
        audit::create_many(&test.db, &entries).await.unwrap();
        entries.sort_by(|a, b| (b.timestamp, &b.id).cmp(&(a.timestamp, &a.id)));
        let mut found = 0;
        for filter in filters(&user, &guild) {
            let wanted: Vec<Id> = entries
                .iter()
                .filter(|entry| fits(entry, &filter))
                .map(|entry| entry.id.clone())
                .collect();
            assert_eq!(read(&test, &filter, 15).await, wanted, "{filter:?}");
            found += wanted.len();
        }
        assert!(found > 2_000, "{found}");
    }

    async fn a_prefix_is_an_action_and_all_below_it_however_it_is_written(test: TestDb) {
        let names = ["club", "club.a", "club.a.b", "clubs", "club-x", "club.", "CLUB/c", "clu"];
        let entries: Vec<_> = (0..)
            .zip(names)
            .map(|(n, name)| NewAuditEntry::new(name, "t", name, at(n)))
            .collect();
        audit::create_many(&test.db, &entries).await.unwrap();
        for (prefix, wanted) in [
            ("club", vec!["CLUB/c", "club.", "club.a.b", "club.a", "club"]),
            (" Club. ", vec!["CLUB/c", "club.", "club.a.b", "club.a", "club"]),
            ("club.a", vec!["club.a.b", "club.a"]),
            ("club%", vec![]),
            ("c", vec![]),
        ] {
            let filter = AuditFilter { action_prefix: some(prefix), ..Default::default() };
            let page = audit::list(&test.db, &filter, &PageRequest::first(9)).await.unwrap();
            let got: Vec<_> = page.items.iter().map(|entry| &entry.resource_id[..]).collect();
            assert_eq!(got, wanted, "{prefix}");
        }
    }

    async fn more_actions_than_lists_are_merged_are_read_all_the_same(test: TestDb) {
        let (_, guild) = person_in_guild(&test.db).await;
        let mut entries = Vec::new();
        for n in 0..60 {
            let entry = NewAuditEntry {
                guild_id: Some(guild.clone()),
                ..NewAuditEntry::new(format!("many.{}", n % 50), format!("type{n}"), "thing", at(n))
            };
            entries.extend([entry, NewAuditEntry::new("other", "t", "1", at(n))]);
        }
        audit::create_many(&test.db, &entries).await.unwrap();
        let prefix = AuditFilter { action_prefix: some("many"), ..Default::default() };
        for filter in [
            AuditFilter { guild_id: Some(guild), ..prefix.clone() },
            prefix,
            AuditFilter { resource_id: some("thing"), ..Default::default() },
        ] {
            let ids = read(&test, &filter, 7).await;
            let newest_first = entries.iter().rev().filter(|entry| entry.action != "other");
            let wanted: Vec<Id> = newest_first.map(|entry| entry.id.clone()).collect();
            assert_eq!(ids, wanted, "{filter:?}");
        }
    }

    async fn a_range_that_ends_before_it_begins_is_empty_both_ways(test: TestDb) {
        let entries = [1, 2, 3].map(|n| NewAuditEntry::new("a.b", "t", "1", at(n)));
        audit::create_many(&test.db, &entries).await.unwrap();
        let filter = AuditFilter { from: Some(at(3)), until: Some(at(1)), ..Default::default() };
        let all = audit::list(&test.db, &AuditFilter::default(), &PageRequest::first(1)).await.unwrap();
        let cursor = all.next.unwrap();
        for page in [PageRequest::first(5), PageRequest::after(5, cursor.clone()), PageRequest::before(5, cursor)] {
            assert!(audit::list(&test.db, &filter, &page).await.unwrap().items.is_empty());
        }
    }
}
