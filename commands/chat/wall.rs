//! The messages in which one answer stands, and what each of them shows.

use std::time::Duration;

use poise::serenity_prelude::MessageId;
use slimy_domain::chat::Posted;
use tokio::time::sleep;

use crate::{
    answer::Answer,
    reply::{Place, Stand, Trouble},
};

/// How often what is to stay is tried to be shown, with doubled waits between: two minutes in all.
pub(super) const TRIES: u32 = 8;
/// The first of these waits.
pub(super) const FIRST_WAIT: Duration = Duration::from_secs(1);

/// The messages of one answer, from the first to the last.
#[derive(Debug)]
pub(super) struct Wall {
    stand: Stand,
    posts: Vec<Post>,
    /// Whether nothing but "thinking…" was there to begin with.
    is_blank: bool,
    recorded: Vec<Posted>,
}

#[derive(Debug)]
struct Post {
    place: Place,
    /// What it shows; none where that is not known.
    shows: Option<Shown>,
}

/// What a message shows, as far as it can differ from what it should.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Shown {
    content: String,
    rows: String,
    files: usize,
}

impl Shown {
    fn of(answer: &Answer) -> Self {
        Self {
            content: answer.content.clone(),
            rows: serde_json::to_string(&answer.rows).unwrap_or_default(),
            files: answer.files.len(),
        }
    }
}

impl Wall {
    /// Where nothing stands yet but "thinking…", if that.
    pub(super) fn blank(stand: Stand, thinking: Option<Place>) -> Self {
        let mut wall = Self::standing(stand, thinking.into_iter().collect());
        wall.is_blank = true;
        wall
    }

    /// Where an answer stands already.
    pub(super) fn standing(stand: Stand, places: Vec<Place>) -> Self {
        let post = |place| Post { place, shows: None };
        Self {
            stand,
            posts: places.into_iter().map(post).collect(),
            is_blank: false,
            recorded: Vec::new(),
        }
    }

    /// The way to the messages.
    pub(super) fn stand(&self) -> &Stand {
        &self.stand
    }

    /// Whether nothing was shown yet.
    pub(super) fn is_blank(&self) -> bool {
        self.is_blank
    }

    /// Whether people see just this.
    pub(super) fn shows(&self, wanted: &[Answer]) -> bool {
        let is_shown =
            |(post, answer): (&Post, &Answer)| post.shows.as_ref() == Some(&Shown::of(answer));
        self.posts.len() == wanted.len() && self.posts.iter().zip(wanted).all(is_shown)
    }

    /// Whether people see the first part of this.
    pub(super) fn shows_first(&self, wanted: &[Answer]) -> bool {
        let shown = self.posts.first().and_then(|post| post.shows.as_ref());
        shown == wanted.first().map(Shown::of).as_ref()
    }

    /// Leaves what stands there as it is: the answer comes below it.
    pub(super) fn go_below(&mut self) {
        self.posts.clear();
    }

    /// Shows just this: changes what differs, adds what is missing, takes away what is too much.
    /// What fails leaves the rest as it is, and can be tried again.
    pub(super) async fn show(&mut self, wanted: Vec<Answer>) -> Result<(), Trouble> {
        let count = wanted.len();
        for (index, answer) in wanted.into_iter().enumerate() {
            self.set(index, answer).await?;
        }
        while self.posts.len() > count {
            let Some(surplus) = self.posts.last() else {
                break;
            };
            self.stand.remove(surplus.place).await?;
            self.posts.pop();
        }
        Ok(())
    }

    /// The same, and does not give up soon.
    pub(super) async fn insist(&mut self, wanted: &[Answer]) -> Result<(), Trouble> {
        let mut wait = FIRST_WAIT;
        for tried in 1..TRIES {
            match self.show(wanted.to_vec()).await {
                Err(Trouble::Passing(why)) => {
                    tracing::debug!(%why, tried, "an answer is tried to be shown again");
                    sleep(wait).await;
                    wait *= 2;
                }
                other => return other,
            }
        }
        self.show(wanted.to_vec()).await
    }

    async fn set(&mut self, index: usize, answer: Answer) -> Result<(), Trouble> {
        let wanted = Shown::of(&answer);
        if let Some(post) = self.posts.get(index) {
            if post.shows.as_ref() == Some(&wanted) {
                return Ok(());
            }
            match self.stand.put(post.place, answer.clone()).await {
                Ok(place) => {
                    self.keep(index, place, wanted);
                    return Ok(());
                }
                // What cannot be changed any more stays, and the answer goes on below it.
                Err(Trouble::Frozen) => self.posts.truncate(index),
                Err(Trouble::Lapsed) if self.stand.lapse() => {
                    let has_id = self.posts[index].place.id().is_some();
                    if has_id {
                        return Box::pin(self.set(index, answer)).await;
                    }
                    self.posts.truncate(index);
                }
                Err(Trouble::Lasting(why)) if self.stand.goes_around(post.place) => {
                    tracing::debug!(%why, "an answer goes on beside what cannot be changed");
                    self.go_around(index);
                    return Box::pin(self.set(index, answer)).await;
                }
                Err(trouble) => return Err(trouble),
            }
        }
        let added = match self.stand.add(answer.clone()).await {
            Err(Trouble::Lapsed) if self.stand.lapse() => self.stand.add(answer).await?,
            other => other?,
        };
        self.keep(index, added, wanted);
        Ok(())
    }

    /// Leaves what the channel does not let the bot change as it is, from `index` on. The message
    /// with the pressed button stays: it is reached through the press.
    fn go_around(&mut self, index: usize) {
        let rest = self.posts.split_off(index);
        let stand = &self.stand;
        let reached = rest
            .into_iter()
            .filter(|post| !stand.goes_around(post.place));
        self.posts.extend(reached);
    }

    fn keep(&mut self, index: usize, place: Place, shows: Shown) {
        let post = Post {
            place,
            shows: Some(shows),
        };
        self.is_blank = false;
        match self.posts.get_mut(index) {
            Some(known) => *known = post,
            None => self.posts.push(post),
        }
    }

    /// Where the answer stands for all to see, when that was not written down yet.
    pub(super) fn unrecorded(&self) -> Option<Vec<Posted>> {
        let channel_id = self.stand.open_channel_id()?;
        let ids = self.posts.iter().filter_map(|post| post.place.id());
        let posted = |id: MessageId| Posted {
            channel_id: channel_id.clone(),
            discord_message_id: id.to_string(),
        };
        let posts: Vec<Posted> = ids.map(posted).collect();
        (!posts.is_empty() && posts != self.recorded).then_some(posts)
    }

    /// That was written down.
    pub(super) fn recorded(&mut self, posts: Vec<Posted>) {
        self.recorded = posts;
    }
}
