mod named;
mod on_engines;
