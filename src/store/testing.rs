//! A fresh, migrated database per test, on either engine.
