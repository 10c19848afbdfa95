//! What somebody attached, as the rules take it.

use poise::serenity_prelude::Attachment;
use slimy_domain::club::Upload;

/// The file behind an attachment; nothing is downloaded yet.
pub(crate) fn upload(attachment: Attachment) -> Upload {
    Upload {
        name: attachment.filename,
        url: attachment.url,
        size: u64::from(attachment.size),
    }
}
