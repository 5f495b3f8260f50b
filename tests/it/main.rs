//! The one integration-test binary (each further one would link Typst again).

mod agree;
mod bad;
mod cli;
mod contract;
mod editions;
mod hostile;
mod interrupted;
mod page_rules;
mod pdf_text;
mod publish;
mod reference;
mod rules;
mod same_twice;
mod sample;
mod structure;
mod support;
mod theme;
mod tidy;
mod wording;
