mod named;
mod on_engines;
mod silenced;
