//! Writes a made-up project to a folder, for measuring the program as a whole process:
//! `cargo bench --bench generate -- 1000 FOLDER`.

mod generator;

use std::path::Path;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let [number, folder] = arguments.as_slice() else {
        println!("say how many listings, and where: cargo bench --bench generate -- 1000 FOLDER");
        return;
    };
    let Ok(number) = number.parse() else {
        println!("{number:?} is not a number of listings");
        return;
    };
    for (path, text) in generator::project(number) {
        let path = Path::new(folder).join("content").join(path);
        let written = path.parent().map_or(Ok(()), std::fs::create_dir_all).and_then(|()| std::fs::write(&path, text));
        if let Err(error) = written {
            println!("could not write {}: {error}", path.display());
            return;
        }
    }
    println!("wrote {number} listings to {folder}");
}
