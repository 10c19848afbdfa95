//! Club rosters: from screenshots to a draft, from a draft to an analysis, and back to people.

mod analyze;
mod change;
mod draft;
mod intake;
mod measure;
mod reading;
mod sheet;
mod view;

pub use analyze::{Analyzed, MAX_TITLE, analyze};
pub use change::{Changeable, Renamed, changeable, delete, rename};
pub use draft::{discard, expire_drafts, save};
pub use intake::{MAX_IMAGES, Upload};
pub use measure::{Measures, measure, summary};
pub use reading::{ReadFault, Reading, ReadingRoom};
pub use sheet::{Row, Sheet, State, ranked};
pub use slimy_roster::{Capacity, Metric, Rejected, Warning, WarningKind};
pub use view::{From, List, Listed, list, sheet, show, suggest};
