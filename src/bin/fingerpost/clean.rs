//! `fingerpost clean`.

use crate::args::Global;
use crate::report;
use crate::ui::Ui;

/// Removes what builds have written.
pub fn run(global: &Global, ui: &Ui) -> u8 {
    let output = global.output();
    let (content, themes) = (global.root.join("content"), global.root.join("themes"));
    match fingerpost::publish::clean(&output, &[&global.root, &content, &themes]) {
        Ok(0) => ui.mention(&format!("There was nothing to remove in {}.", output.display())),
        Ok(files) => ui.mention(&format!("Removed {} from {}.", report::count(files, "file"), output.display())),
        Err(error) => {
            ui.say(&format!("error: {error}"));
            return if error.is_refusal() { 3 } else { 4 };
        }
    }
    0
}
