//! What a service costs.

use super::words::words;

/// An amount in whole pence, up to £100,000.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Money(u32);

/// Why a number is no price.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MoneyFault {
    /// Less than nothing.
    Negative,
    /// More than two decimals.
    FractionOfPenny,
    /// Over £100,000, or not a number at all.
    OutOfRange,
}

impl Money {
    /// An amount in pounds, as listing files write it (`5.00`, `7.5`, `12`).
    pub fn from_pounds(text: &str) -> Result<Money, MoneyFault> {
        let text = text.replace('_', "");
        if text.starts_with('-') {
            return Err(MoneyFault::Negative);
        }
        let text = text.trim_start_matches('+');
        let (pounds, pence) = text.split_once('.').unwrap_or((text, "0"));
        let pence = pence.trim_end_matches('0');
        if pence.len() > 2 {
            return Err(MoneyFault::FractionOfPenny);
        }
        let pounds: u32 = pounds.parse().map_err(|_| MoneyFault::OutOfRange)?;
        let pence: u32 = if pence.is_empty() { 0 } else { format!("{pence:0<2}").parse().map_err(|_| MoneyFault::OutOfRange)? };
        if pounds > 100_000 { Err(MoneyFault::OutOfRange) } else { Ok(Money(pounds * 100 + pence)) }
    }

    /// Whole pence.
    pub fn pence(self) -> u32 {
        self.0
    }
}

words! {
    /// What an amount is for.
    Per {
        /// One session.
        Session = "session",
        /// One hour.
        Hour = "hour",
        /// Half a day.
        HalfDay = "half_day",
        /// A day.
        Day = "day",
        /// A meal.
        Meal = "meal",
        /// A week.
        Week = "week",
        /// A month.
        Month = "month",
        /// A school term.
        Term = "term",
        /// A visit.
        Visit = "visit",
        /// A job.
        Job = "job",
        /// A year.
        Year = "year",
        /// A mile.
        Mile = "mile",
        /// A person.
        Person = "person",
    }
}

/// One price.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cost {
    /// For what or for whom: "Lunch".
    pub option: Option<String>,
    /// How much.
    pub amount: Option<Money>,
    /// For what.
    pub per: Option<Per>,
    /// Words instead of an amount, or beside it: "Donations welcome".
    pub text: Option<String>,
    /// Whether council direct payments are taken.
    pub direct_payments: bool,
}
