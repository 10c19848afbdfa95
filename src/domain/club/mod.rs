//! Club rosters: from screenshots to a draft, from a draft to an analysis, and back to people.

mod analyze;
mod change;
pub mod compare;
mod draft;
pub mod files;
pub mod guards;
mod intake;
pub mod known;
mod measure;
pub mod names;
mod reading;
mod sheet;
pub mod statistics;
mod view;
pub mod vision;
pub mod week;

pub use analyze::{Analyzed, MAX_TITLE, analyze};
pub use change::{Changeable, Renamed, changeable, delete, rename};
pub use compare::{Change, Percent, Standing};
pub use draft::{discard, expire_drafts, save};
pub use guards::{Guard, Guards};
pub use intake::{MAX_IMAGES, Upload};
pub use measure::{Measures, measure, summary};
pub use reading::{ReadFault, Reading, ReadingRoom};
pub use sheet::{Row, Sheet, State, ranked};
pub use slimy_roster::{Capacity, Metric, Rejected, Warning, WarningKind};
pub use view::{From, List, Listed, list, sheet, show, suggest};
pub use week::{Anchor, Week};
