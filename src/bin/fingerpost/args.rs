//! The command line as types; the comments are the help texts.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};
use fingerpost::model::{ConfirmedBy, Date, Month};

mod values;

pub use values::{BulletinFormat, Colour, MessageFormat, Only, ReviewBy, ReviewFormat, TableFormat};
use values::{confirmed_by, date, month, workbook};

/// Turn listing files into a printed booklet and a website
#[derive(Parser)]
#[command(name = "fingerpost", version, arg_required_else_help = true, max_term_width = 100)]
pub struct Arguments {
    #[command(flatten)]
    pub global: Global,
    #[command(subcommand)]
    pub command: Command,
}

/// What every command understands.
#[derive(Args)]
pub struct Global {
    /// The project's folder, with content/ in it
    #[arg(long, short, global = true, default_value = ".", env = "FINGERPOST_ROOT", value_name = "DIR")]
    pub root: PathBuf,
    /// Where the output goes; output/ in the project's folder unless you say otherwise
    #[arg(long, short, global = true, env = "FINGERPOST_OUTPUT", value_name = "DIR")]
    pub output: Option<PathBuf>,
    /// When to use colour
    #[arg(long, global = true, default_value = "auto", value_name = "WHEN")]
    pub color: Colour,
    /// Say only what is wrong
    #[arg(long, short, global = true, conflicts_with = "verbose")]
    pub quiet: bool,
    /// Say how long each step took
    #[arg(long, short, global = true)]
    pub verbose: bool,
}

impl Global {
    /// The folder that takes the output.
    pub fn output(&self) -> PathBuf {
        let beside = || if self.root.as_os_str() == "." { PathBuf::from("output") } else { self.root.join("output") };
        self.output.clone().unwrap_or_else(beside)
    }
}

#[derive(Subcommand)]
pub enum Command {
    /// Begin something new: a month's issue, a listing
    New(New),
    /// Check the content, then write the booklet and the website
    Build(Build),
    /// Check the content and write nothing
    Check(Check),
    /// Say where the pages of each edition go and how to save some; write nothing
    Pages(Pages),
    /// Say what a rule is about, with examples
    Explain(Explain),
    /// Say what has changed since an earlier issue, as a page to send on
    Changes(Changes),
    /// Say what there is of each kind in each place, and what is missing
    Coverage(Coverage),
    /// Say what has to be asked of providers before the issue, oldest first
    Review(Review),
    /// Say who may be published where, on what ground and until when
    Ledger(Ledger),
    /// Write down that providers have confirmed their entries
    Confirm(Confirm),
    /// Take out a listing whose provider has asked for it, and keep it out
    Withdraw(Withdraw),
    /// Write down what a month's issue says, so that the next can tell what has changed
    Close(Close),
    /// Put a few listings on one large sheet, for one person
    Shortlist(Shortlist),
    /// Remove what build has written, and nothing else
    Clean,
}

#[derive(Args)]
pub struct New {
    #[command(subcommand)]
    pub what: What,
}

#[derive(Subcommand)]
pub enum What {
    /// Begin a month: write content/issues/<MONTH>.toml with what is known already
    Issue(NewIssue),
    /// Begin a listing: write its file with every part to fill in
    Listing(NewListing),
}

#[derive(Args)]
pub struct NewIssue {
    /// The month, such as 2027-01; the one after the newest issue unless you say otherwise
    #[arg(value_name = "MONTH", value_parser = month)]
    pub month: Option<Month>,
    /// Allow a month before the newest issue, or more than a year after it
    #[arg(long, requires = "month")]
    pub any_month: bool,
}

#[derive(Args)]
pub struct NewListing {
    /// Its category, by the id in categories.toml
    #[arg(value_name = "CATEGORY")]
    pub category: String,
    /// What it is called, in quotes
    #[arg(value_name = "NAME")]
    pub name: String,
}

/// Which month, and how findings are shown.
#[derive(Args)]
pub struct Judging {
    /// The month to publish, such as 2026-12; the newest issue unless you say otherwise
    #[arg(long, short, value_name = "MONTH", value_parser = month)]
    pub month: Option<Month>,
    /// Treat warnings as errors
    #[arg(long)]
    pub deny_warnings: bool,
    /// How findings are written
    #[arg(long, default_value = "human", value_name = "FORMAT")]
    pub message_format: MessageFormat,
}

#[derive(Args)]
pub struct Build {
    #[command(flatten)]
    pub judging: Judging,
    /// Write one part only
    #[arg(long, value_name = "PART")]
    pub only: Option<Only>,
    /// Make one edition only, by its id; give it again for more
    #[arg(long = "edition", value_name = "ID")]
    pub editions: Vec<String>,
    /// Leave faulty listings out instead of stopping
    #[arg(long)]
    pub keep_going: bool,
}

#[derive(Args)]
pub struct Check {
    #[command(flatten)]
    pub judging: Judging,
}

#[derive(Args)]
pub struct Pages {
    /// The month, such as 2026-12; the newest issue unless you say otherwise
    #[arg(long, short, value_name = "MONTH", value_parser = month)]
    pub month: Option<Month>,
    /// Look at one edition only, by its id; give it again for more
    #[arg(long = "edition", value_name = "ID")]
    pub editions: Vec<String>,
}

#[derive(Args)]
pub struct Changes {
    /// The month to publish, such as 2026-12; the newest issue unless you say otherwise
    #[arg(long, short, value_name = "MONTH", value_parser = month)]
    pub month: Option<Month>,
    /// The earlier month; the last one that was closed unless you say otherwise
    #[arg(long, value_name = "MONTH", value_parser = month)]
    pub since: Option<Month>,
    /// How it is written
    #[arg(long, default_value = "text", value_name = "FORMAT")]
    pub format: BulletinFormat,
}

#[derive(Args)]
pub struct Coverage {
    /// The month, such as 2026-12; the newest issue unless you say otherwise
    #[arg(long, short, value_name = "MONTH", value_parser = month)]
    pub month: Option<Month>,
    /// How it is written
    #[arg(long, default_value = "text", value_name = "FORMAT")]
    pub format: TableFormat,
}

#[derive(Args)]
pub struct Ledger {
    /// The month, such as 2026-12; the newest issue unless you say otherwise
    #[arg(long, short, value_name = "MONTH", value_parser = month)]
    pub month: Option<Month>,
    /// How it is written
    #[arg(long, default_value = "text", value_name = "FORMAT")]
    pub format: TableFormat,
}

#[derive(Args)]
pub struct Shortlist {
    /// Listings by their ids, or the address of a list made on the website
    #[arg(value_name = "LISTING", required_unless_present_any = ["place", "kind", "day", "with"], conflicts_with_all = ["place", "kind", "day", "with"])]
    pub listings: Vec<String>,
    /// All listings of a place, by its id
    #[arg(long, value_name = "ID")]
    pub place: Option<String>,
    /// And of the places next to it
    #[arg(long, requires = "place")]
    pub nearby: bool,
    /// All listings of a category, by its id
    #[arg(long, value_name = "ID")]
    pub kind: Option<String>,
    /// All listings on a day of the week, such as tuesday
    #[arg(long, value_name = "DAY")]
    pub day: Option<String>,
    /// All listings with something else: free, step-free, morning, at-home; give it again for more
    #[arg(long, value_name = "CHOICE")]
    pub with: Vec<String>,
    /// Who it is for; a line to write on unless you say
    #[arg(long = "for", value_name = "NAME")]
    pub name: Option<String>,
    /// The file to write
    #[arg(long, value_name = "FILE", default_value = "shortlist.pdf")]
    pub to: PathBuf,
    /// The month, such as 2026-12; the newest issue unless you say otherwise
    #[arg(long, short, value_name = "MONTH", value_parser = month)]
    pub month: Option<Month>,
}

#[derive(Args)]
pub struct Review {
    /// The month, such as 2026-12; the newest issue unless you say otherwise
    #[arg(long, short, value_name = "MONTH", value_parser = month)]
    pub month: Option<Month>,
    /// Put the rows together by what
    #[arg(long, value_name = "WHAT")]
    pub by: Option<ReviewBy>,
    /// Ask about insurance that ends within so many weeks of the issue date
    #[arg(long, value_name = "WEEKS", default_value_t = 8, value_parser = clap::value_parser!(u8).range(0..=52))]
    pub weeks: u8,
    /// How it is written
    #[arg(long, default_value = "text", value_name = "FORMAT")]
    pub format: ReviewFormat,
    /// Write it as a workbook for Excel too; it has private details, so not into output/
    #[arg(long, value_name = "FILE", value_parser = workbook)]
    pub xlsx: Option<PathBuf>,
    /// Write letters to post, messages to send and a list to ring into a folder; not into output/
    #[arg(long, value_name = "DIR")]
    pub letters: Option<PathBuf>,
    /// Write to every provider, and not only to those of whom something is due
    #[arg(long, requires = "letters")]
    pub all: bool,
    /// By when letters ask for an answer; a week before the issue date unless you say otherwise
    #[arg(long, requires = "letters", value_name = "DATE", value_parser = date)]
    pub reply_by: Option<Date>,
}

#[derive(Args)]
pub struct Confirm {
    /// The listings, by their ids
    #[arg(value_name = "ID", required = true)]
    pub ids: Vec<String>,
    /// How they were asked: phone, email, visit or form
    #[arg(long, value_name = "HOW", value_parser = confirmed_by)]
    pub by: ConfirmedBy,
    /// The day of the answer, such as 2026-12-01
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub on: Date,
}

#[derive(Args)]
pub struct Withdraw {
    /// The listing, by its id
    #[arg(value_name = "ID")]
    pub id: String,
    /// The day on which the provider asked for it, such as 2026-12-01
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub on: Date,
    /// Do it; without this it is only said what would be done
    #[arg(long)]
    pub yes: bool,
}

#[derive(Args)]
pub struct Close {
    /// The month, such as 2026-12
    #[arg(value_name = "MONTH", value_parser = month)]
    pub month: Month,
    /// Write the record anew though the month was closed before and says something else now
    #[arg(long)]
    pub again: bool,
}

#[derive(Args)]
pub struct Explain {
    /// The rule's name, as findings show it in brackets; all rules without one
    pub rule: Option<String>,
}
