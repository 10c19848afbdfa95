//! Chat: what is asked, what the model is shown of it, and what becomes of its answer.
