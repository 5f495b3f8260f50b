//! The one integration-test binary (each further one would link Typst again).

mod rules;
mod support;
mod wording;
