//! What the terminal can do, and talking to it. Data goes to stdout, talk to stderr.

use std::io::IsTerminal;
use std::time::Instant;

use anstream::ColorChoice;
use fingerpost::diag::text::TextOptions;
use fingerpost::pipeline::Progress;

use crate::args::{Colour, Global};

/// The terminal.
pub struct Ui {
    quiet: bool,
    verbose: bool,
    colour: bool,
    terminal: bool,
}

impl Ui {
    /// Looks at the terminal and the command line.
    pub fn new(global: &Global) -> Ui {
        match global.color {
            Colour::Auto => {}
            Colour::Always => ColorChoice::Always.write_global(),
            Colour::Never => ColorChoice::Never.write_global(),
        }
        let colour = !matches!(anstream::AutoStream::choice(&std::io::stderr()), ColorChoice::Never);
        Ui { quiet: global.quiet, verbose: global.verbose, colour, terminal: std::io::stderr().is_terminal() }
    }

    /// Says something to the person.
    pub fn say(&self, text: &str) {
        anstream::eprintln!("{text}");
    }

    /// Says something that may be left unsaid.
    pub fn mention(&self, text: &str) {
        if !self.quiet {
            self.say(text);
        }
    }

    /// How findings are drawn.
    pub fn text_options(&self) -> TextOptions {
        TextOptions { colour: self.colour, width: 120 }
    }

    /// Shows each step with its time: on a terminal, or when asked for.
    pub fn progress(&self) -> impl FnMut(Progress) + '_ {
        #[expect(clippy::disallowed_methods, reason = "how long a step took is for the eye only and goes into no output")]
        let now = Instant::now;
        let mut since = now();
        move |step| {
            if self.quiet || !(self.terminal || self.verbose) {
                return;
            }
            let took = since.elapsed();
            since = now();
            let what = match step {
                Progress::Read(files) => format!("read {files} files"),
                Progress::Checked(listings) => format!("checked {listings} listings"),
                Progress::Booklet(edition, pages) => format!("laid out {edition}, {pages} pages"),
                Progress::Site(pages) => format!("made the website, {pages} pages"),
                Progress::Published(written, unchanged) => format!("wrote {written} files, {unchanged} were the same"),
            };
            self.say(&format!("  {what:<44} {:>7.3} s", took.as_secs_f64()));
        }
    }
}
