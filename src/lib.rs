//! Fingerpost turns a tree of TOML listing files into an accessible, printable booklet and a website.
//!
//! One way for data, each step a room of its own:
//!
//! ```text
//! content/ -read-> ContentTree -load-> Draft -check-> Checked -group-> Catalogue -plan(month)-> Issue -view-> views -render-> Artefacts -publish-> output/
//! ```
//!
//! Findings travel beside it in [`diag::Diagnostics`]. [`pipeline`] is this picture in code. `ARCHITECTURE.md` is the map.
#![deny(missing_docs, clippy::print_stdout, clippy::print_stderr, clippy::exit)]
#![forbid(unsafe_code)]

pub mod diag;
pub mod source;

pub mod model;

pub mod content;
pub mod load;

pub mod check;

pub mod catalogue;
pub mod issue;

pub mod theme;
pub mod view;

pub mod render;

pub mod publish;

pub mod pipeline;
