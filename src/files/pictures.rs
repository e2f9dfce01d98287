//! Drawing pictures anew without starving everything else.

use std::{sync::Arc, time::Duration};

use tokio::{sync::Semaphore, task, time};

use crate::{
    error::{Error, Reason},
    formats::picture::{Picture, Shape},
};

/// How many are drawn at the same time: a large one takes a core, and some 400 MB for a moment.
const PERMITS: usize = 2;
/// How long one waits for a permit before the node is too busy.
const PATIENCE: Duration = Duration::from_secs(20);

/// Draws pictures, two at a time, on threads that may block.
#[derive(Clone, Debug)]
pub struct Pictures {
    permits: Arc<Semaphore>,
}

impl Default for Pictures {
    fn default() -> Self {
        Self { permits: Arc::new(Semaphore::new(PERMITS)) }
    }
}

impl Pictures {
    /// The picture that came as `field` of a form, drawn anew in `shape`.
    ///
    /// # Errors
    /// Those of [`Picture::redraw`]; [`Error::Busy`] when no permit came free in time.
    pub async fn redraw(&self, raw: Vec<u8>, shape: Shape, field: &str) -> Result<Picture, Error> {
        let permit = time::timeout(PATIENCE, Arc::clone(&self.permits).acquire_owned());
        let permit = permit.await.map_err(|_| Error::Busy)?.map_err(Error::internal)?;
        let named = field.to_owned();
        let drawn = task::spawn_blocking(move || {
            let drawn = Picture::redraw(&raw, shape, &named);
            drop(permit);
            drawn
        });
        drawn.await.unwrap_or_else(|stumble| {
            // A decoder that stumbles is a fault, but the picture is to blame: sending it again would not help.
            tracing::error!(%stumble, "a picture could not be drawn");
            Err(Error::field(field, Reason::new("file_damaged").with("kind", "JPEG, PNG, WebP")))
        })
    }
}
