//! Bank holidays, against the dates that gov.uk published.

use fingerpost::model::{Date, Region, Weekday, bank_holidays};

use crate::days::site;
use crate::support::Fixture;

/// What <https://www.gov.uk/bank-holidays> lists for 2019 to 2028: year, then month and day of each.
type Table = [(i16, &'static str); 10];

const ENGLAND_AND_WALES: Table = [
    (2019, "0101 0419 0422 0506 0527 0826 1225 1226"),
    (2020, "0101 0410 0413 0508 0525 0831 1225 1228"),
    (2021, "0101 0402 0405 0503 0531 0830 1227 1228"),
    (2022, "0103 0415 0418 0502 0602 0603 0829 0919 1226 1227"),
    (2023, "0102 0407 0410 0501 0508 0529 0828 1225 1226"),
    (2024, "0101 0329 0401 0506 0527 0826 1225 1226"),
    (2025, "0101 0418 0421 0505 0526 0825 1225 1226"),
    (2026, "0101 0403 0406 0504 0525 0831 1225 1228"),
    (2027, "0101 0326 0329 0503 0531 0830 1227 1228"),
    (2028, "0103 0414 0417 0501 0529 0828 1225 1226"),
];

const SCOTLAND: Table = [
    (2019, "0101 0102 0419 0506 0527 0805 1202 1225 1226"),
    (2020, "0101 0102 0410 0508 0525 0803 1130 1225 1228"),
    (2021, "0101 0104 0402 0503 0531 0802 1130 1227 1228"),
    (2022, "0103 0104 0415 0502 0602 0603 0801 0919 1130 1226 1227"),
    (2023, "0102 0103 0407 0501 0508 0529 0807 1130 1225 1226"),
    (2024, "0101 0102 0329 0506 0527 0805 1202 1225 1226"),
    (2025, "0101 0102 0418 0505 0526 0804 1201 1225 1226"),
    (2026, "0101 0102 0403 0504 0525 0615 0803 1130 1225 1228"),
    (2027, "0101 0104 0326 0503 0531 0802 1130 1227 1228"),
    (2028, "0103 0104 0414 0501 0529 0807 1130 1225 1226"),
];

const NORTHERN_IRELAND: Table = [
    (2019, "0101 0318 0419 0422 0506 0527 0712 0826 1225 1226"),
    (2020, "0101 0317 0410 0413 0508 0525 0713 0831 1225 1228"),
    (2021, "0101 0317 0402 0405 0503 0531 0712 0830 1227 1228"),
    (2022, "0103 0317 0415 0418 0502 0602 0603 0712 0829 0919 1226 1227"),
    (2023, "0102 0317 0407 0410 0501 0508 0529 0712 0828 1225 1226"),
    (2024, "0101 0318 0329 0401 0506 0527 0712 0826 1225 1226"),
    (2025, "0101 0317 0418 0421 0505 0526 0714 0825 1225 1226"),
    (2026, "0101 0317 0403 0406 0504 0525 0713 0831 1225 1228"),
    (2027, "0101 0317 0326 0329 0503 0531 0712 0830 1227 1228"),
    (2028, "0103 0317 0414 0417 0501 0529 0712 0828 1225 1226"),
];

fn is_weekend(date: Date) -> bool {
    matches!(Weekday::of(date), Weekday::Saturday | Weekday::Sunday)
}

#[test]
fn they_are_those_that_were_published() {
    for (region, table) in
        [(Region::EnglandAndWales, ENGLAND_AND_WALES), (Region::Scotland, SCOTLAND), (Region::NorthernIreland, NORTHERN_IRELAND)]
    {
        for (year, expected) in table {
            let days = bank_holidays(region, year).into_iter().map(|holiday| holiday.date).filter(|date| !is_weekend(*date));
            let days: Vec<String> = days.map(|date| format!("{:02}{:02}", date.month(), date.day())).collect();
            assert_eq!(days.join(" "), expected, "{} {year}", region.name());
        }
    }
}

/// Names of a stretch of a year, as they are printed.
fn named(region: Region, year: i16, from: &str, to: &str) -> Vec<String> {
    let days = bank_holidays(region, year).into_iter().map(|holiday| (holiday.date.to_string(), holiday.name));
    days.filter(|(date, _)| (from..=to).contains(&&date[5..])).map(|(date, name)| format!("{} {name}", &date[5..])).collect()
}

#[test]
fn a_day_that_falls_on_a_weekend_is_named_and_has_its_substitute() {
    let england = |year| named(Region::EnglandAndWales, year, "12-20", "12-31");
    assert_eq!(england(2026), ["12-25 Christmas Day", "12-26 Boxing Day", "12-28 Boxing Day (substitute day)"]);
    assert_eq!(
        england(2027),
        ["12-25 Christmas Day", "12-26 Boxing Day", "12-27 Christmas Day (substitute day)", "12-28 Boxing Day (substitute day)"]
    );
    assert_eq!(england(2022), ["12-25 Christmas Day", "12-26 Boxing Day", "12-27 Christmas Day (substitute day)"]);
    assert_eq!(
        named(Region::Scotland, 2023, "01-01", "01-10"),
        ["01-01 New Year's Day", "01-02 2nd January", "01-03 New Year's Day (substitute day)"]
    );
    assert_eq!(named(Region::Scotland, 2026, "06-01", "06-30"), ["06-15 World Cup bank holiday"]);
    assert_eq!(named(Region::NorthernIreland, 2026, "07-01", "07-31"), ["07-13 Battle of the Boyne (Orangemen's Day) (substitute day)"]);
}

/// Easter's earliest and latest dates of this century, and what each year must have.
#[test]
fn every_year_of_the_century_has_its_days() {
    for (year, monday) in [(2008, "03-24"), (2035, "03-26"), (2038, "04-26"), (2076, "04-20"), (2079, "04-24"), (2095, "04-25")] {
        let days = bank_holidays(Region::EnglandAndWales, year);
        let found = days.iter().find(|holiday| holiday.name == "Easter Monday").expect("Easter Monday");
        assert_eq!(&found.date.to_string()[5..], monday, "{year}");
    }
    for year in 2000..=2099 {
        for (region, least) in [(Region::EnglandAndWales, 8), (Region::Scotland, 8), (Region::NorthernIreland, 10)] {
            let days = bank_holidays(region, year);
            let weekdays = days.iter().filter(|holiday| !is_weekend(holiday.date)).count();
            assert!(weekdays >= least, "{} {year}: {days:?}", region.name());
            assert!(days.windows(2).all(|pair| pair[0].date < pair[1].date), "{} {year} is in order", region.name());
        }
    }
}

const MONDAYS: &str = "session = [{ days = [\"monday\"], from = \"12:00\", to = \"14:00\" }]\n";

fn listing_page(booklet: &str, closures: &str) -> String {
    let fixture = Fixture::good().listing(MONDAYS).overlaid("booklet.toml", booklet).without("closures.toml");
    let fixture = if closures.is_empty() { fixture } else { fixture.with("closures.toml", closures) };
    crate::agree::words_of(&site(&fixture)["site/listing/riverside-table.html"])
}

#[test]
fn a_session_stays_away_on_them_and_says_why() {
    let page = listing_page("", "");
    assert!(page.contains("No session on Monday 28 December: bank holiday, Boxing Day (substitute day)"), "{page}");
}

#[test]
fn closures_add_them_rename_them_and_take_them_away() {
    let may =
        "[[bank_holiday]]\ndate = 2026-12-14\nname = \"Harbour bank holiday\"\n\n[[bank_holiday]]\ndate = 2026-12-28\ncancelled = true\n";
    let page = listing_page("", may);
    assert!(page.contains("No session on Monday 14 December: Harbour bank holiday"), "what its name says is not said twice: {page}");
    let added = "[[bank_holiday]]\ndate = 2026-12-14\nname = \"Harbour Day\"\n";
    assert!(listing_page("", added).contains("bank holidays"), "two in a month share a line");
    let renamed = "[[bank_holiday]]\ndate = 2026-12-28\nname = \"Our own day\"\n";
    assert!(listing_page("", renamed).contains("No session on Monday 28 December: bank holiday, Our own day"));
    let cancelled = "[[bank_holiday]]\ndate = 2026-12-28\ncancelled = true\n";
    let page = listing_page("", cancelled);
    assert!(!page.contains("No session") && page.contains("Monday 28 December"), "{page}");
}

#[test]
fn the_region_decides() {
    let november = "date = 2026-11-02\ntitle = \"November\"\n";
    let page = |region: &str| {
        let fixture = Fixture::good().listing(MONDAYS).overlaid("booklet.toml", &format!("region = \"{region}\"\n"));
        let files = site(&fixture.without("issues/2026-12.toml").with("issues/2026-11.toml", november));
        crate::agree::words_of(&files["site/listing/riverside-table.html"])
    };
    assert!(page("scotland").contains("No session on Monday 30 November: bank holiday, St Andrew’s Day"));
    assert!(!page("northern-ireland").contains("No session"));
}
