//! `fingerpost explain`.

use fingerpost::check::registry;
use fingerpost::diag::Level;

use crate::args::Explain;
use crate::ui::Ui;

/// Prints a rule's explanation, or the list of all rules.
pub fn run(command: &Explain, ui: &Ui) -> u8 {
    let Some(name) = &command.rule else {
        for rule in registry::RULES {
            let level = match rule.level {
                Level::Error => "error",
                Level::Warning => "warning",
                Level::Note => "note",
            };
            anstream::println!("{:<22} {level:<8} {}", rule.name, rule.explain.lines().next().unwrap_or_default());
        }
        return 0;
    };
    if let Some(rule) = registry::find(name) {
        anstream::println!("{} ({})\n\n{}", rule.name, rule.level.word(), rule.explain.trim_end());
        if rule.fixed {
            anstream::println!("\nThis rule cannot be switched off or lowered.");
        }
        return 0;
    }
    let near = registry::nearest(name).map(|near| format!(" Did you mean {near}?")).unwrap_or_default();
    ui.say(&format!("error: there is no rule called {name:?}.{near} `fingerpost explain` lists them all."));
    2
}
