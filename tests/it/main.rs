//! The one integration-test binary (each further one would link Typst again).

mod agree;
mod bad;
mod cli;
mod contract;
mod days;
mod editions;
mod feeds;
mod hostile;
mod interrupted;
mod months;
mod page_rules;
mod paper;
mod pdf_text;
mod pictures;
mod print;
mod publish;
mod reference;
mod rules;
mod same_twice;
mod sample;
mod shortlist;
mod structure;
mod support;
mod theme;
mod tidy;
mod wording;
