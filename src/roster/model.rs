//! The recognition model: a line of text as pixels in, a probability for each letter at each step out.

use std::sync::Arc;

use rten::{Model, NodeId, RunOptions, ThreadPool};
use rten_tensor::prelude::*;
use rten_tensor::{NdTensor, NdTensorView};
use thiserror::Error;

use crate::layout::LayoutError;

/// PP-OCRv6-small recognition, unmodified; see `assets/models/README.md` for its source and licence.
static MODEL: &[u8] = include_bytes!("../../assets/models/PP-OCRv6_rec_small.onnx");

/// The height in pixels that the model reads lines at.
pub(crate) const LINE_HEIGHT: usize = 48;

/// Why there is no reader. Only a damaged build or a layout of one's own can cause it.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum ReaderError {
    /// The file is no model that the runtime knows.
    #[error("the embedded recognition model cannot be loaded")]
    Model(#[source] rten::LoadError),
    /// The file is a model, but not the expected one.
    #[error("the embedded recognition model is not the expected one: {0}")]
    Unexpected(&'static str),
    /// A layout is not as it has to be.
    #[error(transparent)]
    Layout(#[from] LayoutError),
}

/// The model and its dictionary.
pub(crate) struct Recogniser {
    model: Model,
    input: NodeId,
    output: NodeId,
    /// Class 0 is the blank, then one entry a class, then a space.
    dictionary: Vec<Box<str>>,
}

impl Recogniser {
    pub(crate) fn load() -> Result<Self, ReaderError> {
        let model = Model::load_static_slice(MODEL).map_err(ReaderError::Model)?;
        let letters = model
            .metadata()
            .get("character")
            .ok_or(ReaderError::Unexpected("it has no dictionary"))?;
        // Only '\n' separates: the dictionary holds other line separators of Unicode as entries, and losing one would
        // shift every class behind it.
        let dictionary = std::iter::once("")
            .chain(letters.split('\n'))
            .chain([" "])
            .map(Box::from)
            .collect();
        let input = *model
            .input_ids()
            .first()
            .ok_or(ReaderError::Unexpected("it has no input"))?;
        let output = *model
            .output_ids()
            .first()
            .ok_or(ReaderError::Unexpected("it has no output"))?;
        Ok(Self {
            model,
            input,
            output,
            dictionary,
        })
    }

    /// What class `class` stands for.
    pub(crate) fn letter(&self, class: usize) -> &str {
        self.dictionary.get(class).map_or("", |letter| letter)
    }

    /// The classes of these letters, each once, or the first letter that has none.
    pub(crate) fn classes(&self, letters: &str) -> Result<Vec<usize>, char> {
        let mut classes = Vec::new();
        for letter in letters.chars() {
            let class = self
                .dictionary
                .iter()
                .position(|entry| entry.chars().eq(std::iter::once(letter)))
                .ok_or(letter)?;
            if !classes.contains(&class) {
                classes.push(class);
            }
        }
        Ok(classes)
    }

    /// The model on one thread of its own, so that threads do not wait for each other.
    pub(crate) fn session(&self) -> Session<'_> {
        let options =
            RunOptions::default().with_thread_pool(Some(Arc::new(ThreadPool::with_num_threads(1))));
        Session {
            recogniser: self,
            options,
        }
    }
}

/// The model in the hands of one thread.
pub(crate) struct Session<'a> {
    pub(crate) recogniser: &'a Recogniser,
    options: RunOptions,
}

impl Session<'_> {
    /// Probabilities, steps by classes, of a line prepared as 1×3×48×width, or none when the runtime fails.
    pub(crate) fn probabilities(
        &self,
        line: &NdTensorView<'_, f32, 4>,
    ) -> Option<NdTensor<f32, 2>> {
        let inputs = vec![(self.recogniser.input, line.as_dyn().into())];
        let [output] = self
            .recogniser
            .model
            .run_n(inputs, [self.recogniser.output], Some(self.options.clone()))
            .ok()?;
        let output: NdTensor<f32, 3> = output.try_into().ok()?;
        let [_, steps, classes] = output.shape();
        (classes == self.recogniser.dictionary.len()).then(|| output.into_shape([steps, classes]))
    }
}
