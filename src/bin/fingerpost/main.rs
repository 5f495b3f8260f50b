//! The command line: reads the environment, runs one command, answers with an exit code.
//!
//! | code | meaning |
//! |---|---|
//! | 0 | done |
//! | 1 | the content needs attention; nothing was written |
//! | 2 | wrong command line |
//! | 3 | configuration or theme |
//! | 4 | could not read or write |
//! | 70 | our fault |

mod args;
mod build;
mod changes;
mod check;
mod clean;
mod close;
mod confirm;
mod coverage;
mod explain;
mod ledger;
mod new;
mod pages;
mod report;
mod review;
mod shortlist;
mod ui;
mod withdraw;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::ExitCode;

use clap::Parser;

use args::{Arguments, Command};
use ui::Ui;

/// Typst allocates millions of small things, and this allocator is quicker at that than the system's.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let arguments = Arguments::parse(); // answers wrong command lines itself, with code 2
    let ui = Ui::new(&arguments.global);
    std::panic::set_hook(Box::new(|panic| {
        anstream::eprintln!("fingerpost has a fault of its own. Nothing was written.\n{panic}");
        anstream::eprintln!("Please report this, with the lines above and the content that caused it. Your files are not to blame.");
    }));
    let run = || match &arguments.command {
        Command::Build(command) => build::run(command, &arguments.global, &ui),
        Command::Check(command) => check::run(command, &arguments.global, &ui),
        Command::Pages(command) => pages::run(command, &arguments.global, &ui),
        Command::Explain(command) => explain::run(command, &ui),
        Command::Changes(command) => changes::run(command, &arguments.global, &ui),
        Command::Coverage(command) => coverage::run(command, &arguments.global, &ui),
        Command::Review(command) => review::run(command, &arguments.global, &ui),
        Command::Ledger(command) => ledger::run(command, &arguments.global, &ui),
        Command::Confirm(command) => confirm::run(command, &arguments.global, &ui),
        Command::New(command) => new::run(command, &arguments.global, &ui),
        Command::Withdraw(command) => withdraw::run(command, &arguments.global, &ui),
        Command::Close(command) => close::run(command, &arguments.global, &ui),
        Command::Shortlist(command) => shortlist::run(command, &arguments.global, &ui),
        Command::Clean => clean::run(&arguments.global, &ui),
    };
    let code = catch_unwind(AssertUnwindSafe(run)).unwrap_or(report::OUR_FAULT);
    ExitCode::from(code)
}
