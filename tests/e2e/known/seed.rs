//! A club with a history, written as saving and correcting write it.

use chrono::Weekday;
use discord_standin::{Guild, Member};
use slimy_domain::club::{Week, names::name_key};
use slimy_store::{
    Db, Id, Timestamp,
    club::{
        self, AliasSource, Metric, NewAlias, NewAnalysis, NewCorrection, NewMember, NewMetric,
        NewPower, NewSaved, Source,
    },
    guilds, users,
};

use crate::bot::Scene;

/// The club of a scene's guild.
pub(crate) struct Club {
    db: Db,
    guild: Id,
    user: Id,
}

impl Club {
    /// The club of ana's guild, once the bot knows both.
    pub(crate) async fn of(scene: &Scene) -> Self {
        Self::at(scene, &scene.guild, &scene.ana).await
    }

    /// The club of another guild, by somebody there.
    pub(crate) async fn at(scene: &Scene, guild: &Guild, by: &Member) -> Self {
        let status = by.types("/status").send().await;
        status.sees("Slimy is up").await;
        let db = scene.test.db.clone();
        let guild = guilds::find_by_discord_id(&db, &guild.id().to_string()).await;
        let user = users::find_by_discord_id(&db, &by.id().to_string()).await;
        Self {
            guild: guild.unwrap().expect("the guild is known").id,
            user: user.unwrap().expect("they are known").id,
            db,
        }
    }

    /// The guild's key.
    pub(crate) fn guild(&self) -> &Id {
        &self.guild
    }

    /// Saves what the members had in a week, two days after it began; gives the analysis's id.
    pub(crate) async fn saves(
        &self,
        week: &str,
        metric: Metric,
        rows: &[(&str, Option<i64>)],
    ) -> Id {
        let when = saved_at(week);
        let mut tx = self.db.begin().await.unwrap();
        club::hold_history(&mut tx, &self.guild).await.unwrap();
        let mut powers = Vec::new();
        for (name, power) in rows {
            let member = NewMember {
                guild_id: self.guild.clone(),
                name: (*name).to_owned(),
                name_key: name_key(name),
                display_name: None,
            };
            let member = club::create_member(&mut tx, member, when).await.unwrap();
            powers.push(NewPower {
                member: (*name).to_owned(),
                member_id: Some(member.row.id),
                metric,
                power: *power,
                last_seen: Some("2h ago".to_owned()),
                confidence: 0.97,
                name_certain: true,
                corrected: false,
                seen_in: Vec::new(),
            });
        }
        let members = u32::try_from(rows.len()).unwrap();
        let new = NewAnalysis {
            guild_id: self.guild.clone(),
            user_id: self.user.clone(),
            channel_id: None,
            title: Some(format!("Roster of {week}")),
            metric,
            source: Source::Screenshots,
            saved: NewSaved {
                summary: format!("{members} members at 100% of {}", metric.as_str()),
                confidence: 0.97,
                images: Vec::new(),
                metrics: vec![NewMetric {
                    name: "totalMembers".to_owned(),
                    value: f64::from(members),
                    unit: "count".to_owned(),
                    category: "membership".to_owned(),
                }],
                powers,
                week: Some(week.to_owned()),
                approved_by: None,
            },
        };
        let id = club::create(&mut tx, new, when).await.unwrap().id;
        club::refresh_members(&mut tx, &self.guild, when)
            .await
            .unwrap();
        tx.commit().await.unwrap();
        id
    }

    /// Gives a member another spelling.
    pub(crate) async fn spells(&self, name: &str, alias: &str) {
        let alias = NewAlias {
            guild_id: self.guild.clone(),
            member_id: self.member(name).await,
            alias: alias.to_owned(),
            alias_key: name_key(alias),
            source: AliasSource::Command,
            created_by: Some(self.user.clone()),
        };
        let mut tx = self.db.begin().await.unwrap();
        let added = club::add_alias(&mut tx, alias, saved_at("2026-W47")).await;
        added.unwrap();
        tx.commit().await.unwrap();
    }

    /// Corrects a value.
    pub(crate) async fn corrects(&self, name: &str, week: &str, metric: Metric, value: i64) {
        let correction = NewCorrection {
            guild_id: self.guild.clone(),
            member_id: self.member(name).await,
            metric,
            week: week.to_owned(),
            value,
            reason: Some("the *screenshot* was cut".to_owned()),
            created_by: self.user.clone(),
        };
        let mut tx = self.db.begin().await.unwrap();
        let set = club::set_correction(&mut tx, correction, saved_at(week)).await;
        set.unwrap();
        club::refresh_members(&mut tx, &self.guild, saved_at(week))
            .await
            .unwrap();
        tx.commit().await.unwrap();
    }

    /// A member's id.
    pub(crate) async fn member(&self, name: &str) -> Id {
        let found = club::find_member_by_key(&self.db, &self.guild, &name_key(name)).await;
        found.unwrap().expect("the member is there").id
    }
}

fn saved_at(week: &str) -> Timestamp {
    let week = Week::parse(week).unwrap();
    let days = i64::from(week.date(Weekday::Fri).to_epoch_days()) + 2;
    Timestamp::from_micros(days * 86_400_000_000).unwrap()
}
