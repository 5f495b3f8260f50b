//! Pages and texts as findings name them.

/// A text is named by so many of its letters.
const NAMED: usize = 40;

/// The first words of a text.
pub(super) fn shortened(text: &str) -> String {
    let text = text.trim().replace('\u{a0}', " ");
    match text.char_indices().nth(NAMED) {
        Some((end, _)) => format!("{} ...", text[..end].trim_end()),
        None => text,
    }
}

/// "page 3", "pages 3, 5 and 7 to 12".
pub(super) fn page_list(pages: &[usize]) -> String {
    let runs: Vec<String> = pages
        .chunk_by(|a, b| a + 1 == *b)
        .flat_map(|run| match run {
            [first, .., last] if run.len() > 2 => vec![format!("{first} to {last}")],
            run => run.iter().map(usize::to_string).collect(),
        })
        .collect();
    let word = if pages.len() == 1 { "page" } else { "pages" };
    match runs.split_last() {
        Some((last, [])) => format!("{word} {last}"),
        Some((last, others)) if others.len() < 6 => format!("{word} {} and {last}", others.join(", ")),
        Some(_) => format!("{} pages, the first of them {}", pages.len(), pages[0]),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::page_list;

    #[test]
    fn pages_are_listed_in_words() {
        assert_eq!(page_list(&[3]), "page 3");
        assert_eq!(page_list(&[3, 4]), "pages 3 and 4");
        assert_eq!(page_list(&[3, 5, 7, 8, 9]), "pages 3, 5 and 7 to 9");
        assert_eq!(page_list(&[1, 3, 5, 7, 9, 11, 13, 15]), "8 pages, the first of them 1");
    }
}
