//! `/conversations`: what a person keeps of their conversations, and looks after.
