//! Somebody who deletes what is stored about them while an answer to them is on its way.

use discord_standin::model::{Outcome, Pace, Reply};
use slimy_store::{chat as store, on_both_engines};

use super::{
    super::MessageStatus,
    room::{end, room, says},
};
use crate::privacy;

on_both_engines! {
    async fn an_answer_on_its_way_is_stopped_before_its_person_is_deleted(test: TestDb) {
        let room = room(&test).await;
        let pace = Pace::new();
        room.model.answers(Reply::says("one two three").paced(&pace));
        let mut turn = room.ask(&room.ana, "Count.").await;
        pace.releases(2);
        says(&mut turn, "two").await;
        let gone = privacy::delete(&room.services, &room.ana, "DELETE", "DELETE").await.unwrap();
        assert_eq!(gone.discord_id.as_deref(), Some("11"));
        let draft = end(&mut turn).await;
        assert_eq!(draft.end().unwrap().status, MessageStatus::Stopped);
        assert_eq!(room.model.ended(1).await.outcome, Outcome::Cancelled);
        assert_eq!(store::find_message(&test.db, &turn.answer).await.unwrap(), None);
        let entries = room.audited(&turn.answer).await;
        assert_eq!(entries.len(), 1, "how it ended is on record");
        assert_eq!(entries[0].user_id, None);
        // Others are answered as before.
        room.model.usually(|_| "Here.".into());
        room.answered(&room.bob, "Are you there?").await;
    }
}
