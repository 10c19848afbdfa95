//! The page of `slimy demo` in a real browser, used with its mouse, keyboard and files.

mod analyze;
mod everything;
mod forms;
mod keyboard;
mod looks;
mod people;
mod phone;
mod pictures;
mod scene;
mod window;
