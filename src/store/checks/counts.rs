//! Numbers that contradict the rows that they are about.

use super::walk::{step, walk};
use super::{Kind, Report};
use crate::engine::{Query, sql};
use crate::{Db, StoreError};

/// Where, what would be wrong there, and the statement that looks for it.
fn rules() -> [(&'static str, &'static str, Query); 8] {
    [
        (
            "club_metrics.value",
            "totalMembers is not the number of member rows",
            sql(step!(
                "club_analyses",
                "id",
                "t.status = 'saved' AND EXISTS (SELECT 1 FROM club_metrics m
                     WHERE m.analysis_id = t.id AND m.name = 'totalMembers' AND m.value <>
                         (SELECT count(*) FROM club_powers p
                          WHERE p.analysis_id = t.id AND p.metric = t.metric))"
            )),
        ),
        (
            "club_analyses.id",
            "is saved and has no numbers",
            sql(step!(
                "club_analyses",
                "id",
                "t.status = 'saved'
                 AND NOT EXISTS (SELECT 1 FROM club_metrics m WHERE m.analysis_id = t.id)"
            )),
        ),
        (
            "club_analyses.status",
            "is not saved and has numbers, images or members",
            sql(step!(
                "club_analyses",
                "id",
                "t.status <> 'saved' AND (
                     EXISTS (SELECT 1 FROM club_metrics m WHERE m.analysis_id = t.id)
                     OR EXISTS (SELECT 1 FROM club_analysis_images i WHERE i.analysis_id = t.id)
                     OR EXISTS (SELECT 1 FROM club_powers p WHERE p.analysis_id = t.id))"
            )),
        ),
        // A member is read from at least one image, and may be seen in several. Those whom a
        // person put in or changed by hand need not be in any.
        (
            "club_analysis_images.members_found",
            "the images of an analysis show fewer members than were read",
            sql(step!(
                "club_analyses",
                "id",
                "EXISTS (SELECT 1 FROM club_analysis_images i WHERE i.analysis_id = t.id)
                 AND (SELECT SUM(i.members_found) FROM club_analysis_images i
                      WHERE i.analysis_id = t.id)
                     < (SELECT count(*) FROM club_powers p
                        WHERE p.analysis_id = t.id AND p.corrected = FALSE)"
            )),
        ),
        (
            "club_powers.member_id",
            "is a member of another guild",
            sql(step!(
                "club_powers",
                "id",
                "t.member_id IS NOT NULL AND EXISTS (SELECT 1 FROM club_members m
                     WHERE m.id = t.member_id AND m.guild_id <> t.guild_id)"
            )),
        ),
        (
            "chat_conversations.last_position",
            "is not the place of the newest message",
            sql(step!(
                "chat_conversations",
                "id",
                "t.last_position <> COALESCE((SELECT MAX(m.position) FROM chat_messages m
                     WHERE m.conversation_id = t.id AND m.position > 0), 0)"
            )),
        ),
        (
            "chat_attachments.size",
            "is not the number of bytes",
            sql(step!("chat_attachments", "id", "t.size <> length(t.bytes)")),
        ),
        (
            "chat_usage_models.used",
            "of all models is less than what is reserved",
            sql(step!(
                "chat_usage_models",
                "id",
                "t.model = '' AND t.used < (SELECT COALESCE(SUM(r.tokens), 0)
                     FROM chat_reservations r WHERE r.day = t.period OR r.month = t.period)"
            )),
        ),
    ]
}

pub(super) async fn check(db: &Db, report: &mut Report) -> Result<(), StoreError> {
    for (place, what, statement) in rules() {
        let seen = walk(db, statement).await?;
        report.note(Kind::Disagreement, place, what, seen);
    }
    Ok(())
}
