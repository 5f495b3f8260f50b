//! What staff see: transcripts in `tests/cli/`, which are also the manual's examples.

#[test]
fn transcripts_are_true() {
    trycmd::TestCases::new()
        .register_bin("fingerpost", std::path::Path::new(env!("CARGO_BIN_EXE_fingerpost")))
        .env("COLUMNS", "100")
        .case("tests/cli/*.trycmd");
}
