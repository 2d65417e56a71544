//! The grammar of dates: from "July 8", "last month", "Friday" to a day on the calendar.

use std::borrow::Cow;

use jiff::civil::{Date, Weekday};
use jiff::{Span, ToSpan};

use crate::model::{DatePrecision, DateSource, When};
use crate::text::{Kind, Token};

/// A date as it is written, before the article's date and the tense decide the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateExpr {
    Day {
        year: Option<i16>,
        month: i8,
        day: i8,
        to: Option<(i8, i8)>,
    },
    Month {
        year: Option<i16>,
        month: i8,
    },
    /// "June last year".
    MonthOf {
        month: i8,
        years: i16,
    },
    /// "Dec. 31 last year".
    DayOf {
        month: i8,
        day: i8,
        years: i16,
    },
    /// "the 9th of this month": months from the article's.
    InMonth {
        months: i32,
        day: i8,
        to: Option<i8>,
    },
    /// "on the 15th", "from the 12th to the 17th".
    Nth {
        day: i8,
        to: Option<i8>,
    },
    Year(i16),
    Quarter {
        year: Option<i16>,
        quarter: i8,
    },
    /// "last summer", "in the spring of 2015": the quarter of the season, and which way from the article's.
    Season {
        year: Option<i16>,
        quarter: i8,
        shift: i8,
    },
    Weekday {
        day: Weekday,
        shift: Shift,
    },
    /// Days from the article's date.
    Days(i32),
    Weeks(i32),
    Months(i32),
    Years(i32),
    /// "that day", "the same day": the date last named.
    Same(i32),
    /// "Thursday of next week"
    InWeek {
        weeks: i32,
        day: Weekday,
    },
    /// "in the past four days".
    PastDays(i32),
    /// "over the weekend": the last one of what is past, the next one of what is ahead.
    Weekend,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shift {
    Plain,
    Next,
    Last,
    This,
    /// "later Thursday": today, if today is Thursday.
    Later,
}

/// Which way from the article a tense looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    Past,
    Future,
    /// A present tense: whichever is nearer.
    Nearest,
}

fn month(w: &str) -> Option<i8> {
    Some(match w {
        "january" | "jan" => 1,
        "february" | "feb" => 2,
        "march" | "mar" => 3,
        "april" | "apr" => 4,
        "may" => 5,
        "june" | "jun" => 6,
        "july" | "jul" => 7,
        "august" | "aug" => 8,
        "september" | "sep" | "sept" => 9,
        "october" | "oct" => 10,
        "november" | "nov" => 11,
        "december" | "dec" => 12,
        _ => return None,
    })
}

fn weekday(w: &str) -> Option<Weekday> {
    Some(match w {
        "monday" => Weekday::Monday,
        "tuesday" => Weekday::Tuesday,
        "wednesday" => Weekday::Wednesday,
        "thursday" => Weekday::Thursday,
        "friday" => Weekday::Friday,
        "saturday" => Weekday::Saturday,
        "sunday" => Weekday::Sunday,
        _ => return None,
    })
}

/// "last", "this", "next" week, month or year: how many from now.
fn from_now(w: &str) -> Option<i32> {
    match w {
        "last" => Some(-1),
        "this" => Some(0),
        "next" => Some(1),
        _ => None,
    }
}

fn season(w: &str) -> Option<i8> {
    Some(match w {
        "winter" => 1,
        "spring" => 2,
        "summer" => 3,
        "autumn" | "fall" => 4,
        _ => return None,
    })
}

/// "a", "two", "12"
pub(crate) fn small_number(w: &str) -> Option<i32> {
    Some(match w {
        "a" | "an" | "one" => 1,
        "two" => 2,
        "three" => 3,
        "four" => 4,
        "five" => 5,
        "six" => 6,
        "seven" => 7,
        "eight" => 8,
        "nine" => 9,
        "ten" => 10,
        "twelve" => 12,
        _ => return w.parse().ok().filter(|n| (1..=400).contains(n)),
    })
}

/// Words that say a day or a month themselves: the lexicon marks them.
#[rustfmt::skip]
pub const OPENERS: &[&str] = &[
    "january", "jan", "february", "feb", "march", "mar", "april", "apr", "may", "june", "jun", "july", "jul",
    "august", "aug", "september", "sep", "sept", "october", "oct", "november", "nov", "december", "dec",
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    "today", "yesterday", "tomorrow", "tonight", "spring", "summer", "autumn", "winter",
];

/// Words that begin a date where an opener, a number or a word of [`FOLLOWERS`] comes next: every other "the" is
/// passed with one look.
#[rustfmt::skip]
pub const LEADS: &[&str] = &[
    "last", "next", "this", "earlier", "later", "that", "the", "same", "past", "coming", "following", "previous",
    "early", "late", "mid", "a", "an", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve",
];

/// What may stand second.
#[rustfmt::skip]
pub const FOLLOWERS: &[&str] = &[
    "day", "days", "week", "weeks", "weekend", "month", "months", "year", "years", "same", "very", "on", "in",
    "first", "second", "third", "fourth",
    "night", "morning", "afternoon", "evening", "past", "coming", "fall", "previous",
];

/// A date expression and the token behind it.
type Found = (DateExpr, usize);

/// Reads a date expression at token `i`; gives it with the token after it.
pub fn read<'a>(word: &dyn Fn(usize) -> Option<Cow<'a, str>>, tokens: &[Token], i: usize, end: usize) -> Option<Found> {
    let first = if i < end { word(i) } else { None }?;
    let lead = first.clone();
    let mut scan = Scan { word, tokens, end, i, first, k: i, lead };
    if let Some(hit) = scan.near_day() {
        return Some(hit);
    }
    if let Some(hit) = scan.lead()? {
        return Some(hit);
    }
    if matches!(&*scan.lead, "last" | "next" | "this" | "past" | "coming" | "previous" | "following") {
        let hit = scan.next_or_last();
        if hit.is_some() || scan.k == i {
            return hit;
        }
    }
    if let Some(hit) = scan.ago() {
        return Some(hit);
    }
    if let Some(day) = weekday(&scan.lead).filter(|_| scan.k < end && tokens[scan.k].cap) {
        return Some(scan.weekday_first(day));
    }
    // What stands behind "the 27th" and is no date there is a name.
    let ordinal = |x: &str| x.starts_with(|c: char| c.is_ascii_digit()) && x.ends_with("th");
    let numbered = scan.k == i && i > 0 && word(i - 1).is_some_and(|x| ordinal(&x));
    // "on september 21": a day beside it makes a small letter a month's, too.
    let small = |m: i8| !matches!(m, 3 | 5) && scan.day_number(scan.k + 1).is_some();
    if let Some(m) = month(&scan.lead).filter(|m| (tokens[scan.k].cap || small(*m)) && !numbered) {
        return scan.month_first(m);
    }
    // "summer 2015", "the spring of 2015"
    if let Some(quarter) = season(&scan.lead) {
        let of = usize::from(scan.w(scan.k + 1).as_deref() == Some("of"));
        let year = scan.year_number(scan.k + 1 + of)?;
        return Some((DateExpr::Season { year: Some(year), quarter, shift: 0 }, scan.k + 2 + of));
    }
    // "2016-07-08"
    if let (Some(year), Some(m), Some(day)) = (scan.year_number(i), scan.number(i + 2), scan.day_number(i + 4)) {
        if scan.dash(i + 1) && scan.dash(i + 3) && (1..=12).contains(&m) {
            return Some((DateExpr::Day { year: Some(year), month: m as i8, day, to: None }, i + 5));
        }
    }
    // "the 9th of July"
    let first_day = if &*scan.lead == "the" { scan.k + 1 } else { i };
    if let Some(day) = scan.day_number(first_day) {
        if let Some(hit) = scan.day_first(day, first_day) {
            return hit;
        }
    }
    scan.year()
}

/// The words at which a date may begin.
struct Scan<'f, 'a> {
    word: &'f dyn Fn(usize) -> Option<Cow<'a, str>>,
    tokens: &'f [Token],
    /// First token behind the sentence.
    end: usize,
    i: usize,
    first: Cow<'a, str>,
    /// The word that says what kind of date it is, behind "earlier", "the" and the like.
    k: usize,
    lead: Cow<'a, str>,
}

impl<'a> Scan<'_, 'a> {
    fn w(&self, k: usize) -> Option<Cow<'a, str>> {
        if k < self.end { (self.word)(k) } else { None }
    }

    fn number(&self, k: usize) -> Option<i32> {
        let t = self.w(k)?;
        let digits: String = t.chars().take_while(char::is_ascii_digit).collect();
        if digits.is_empty()
            || !matches!(&t[digits.len()..], "" | "st" | "nd" | "rd" | "th")
            || !t.starts_with(|c: char| c.is_ascii_digit())
        {
            return None;
        }
        digits.parse().ok()
    }

    fn day_number(&self, k: usize) -> Option<i8> {
        self.number(k).filter(|n| (1..=31).contains(n)).map(|n| n as i8)
    }

    fn year_number(&self, k: usize) -> Option<i16> {
        let four = |k: usize| k < self.end && self.tokens[k].end - self.tokens[k].start == 4;
        self.number(k).filter(|n| (1800..=2100).contains(n) && four(k)).map(|n| n as i16)
    }

    fn dot(&self, k: usize) -> bool {
        k < self.end && self.tokens[k].kind == Kind::Period && self.tokens[k].glued
    }

    fn comma(&self, k: usize) -> bool {
        k < self.end && self.tokens[k].kind == Kind::Comma
    }

    fn dash(&self, k: usize) -> bool {
        k < self.end && matches!(self.tokens[k].kind, Kind::Hyphen | Kind::Dash)
    }

    /// "today", "that day", "the day before", "the following day".
    fn near_day(&self) -> Option<Found> {
        let i = self.i;
        match &*self.first {
            "today" | "tonight" => return Some((DateExpr::Days(0), i + 1)),
            "yesterday" => return Some((DateExpr::Days(-1), i + 1)),
            "tomorrow" => return Some((DateExpr::Days(1), i + 1)),
            _ => {}
        }
        // "that day", "the same day", "the day before", "the following day", "this day"; agencies leave the article out.
        let mut k = self.i;
        // "the next morning", "the same evening", "the previous night"
        let hours = |w: Option<&str>| matches!(w, Some("morning" | "afternoon" | "evening" | "night"));
        if matches!(&*self.first, "next" | "following") && self.w(k + 1).as_deref() == Some("day") {
            return Some((DateExpr::Same(1), k + 2));
        }
        if &*self.first == "the" || &*self.first == "that" || &*self.first == "this" || &*self.first == "on" {
            k += 1;
            if matches!(self.w(k).as_deref(), Some("same" | "very")) {
                k += 1;
            }
            let of_the_day = self.w(k).as_deref() == Some("day") || k > i + 1 && &*self.first == "the" && hours(self.w(k).as_deref());
            if of_the_day && (k > i + 1 || &*self.first != "the") {
                return Some((DateExpr::Same(0), k + 1));
            }
            if &*self.first == "the" {
                match (self.w(k).as_deref(), self.w(k + 1).as_deref()) {
                    (Some("day"), Some("before")) if self.w(k + 2).as_deref() == Some("yesterday") => {
                        return Some((DateExpr::Days(-2), k + 3));
                    }
                    (Some("day"), Some("after")) if self.w(k + 2).as_deref() == Some("tomorrow") => {
                        return Some((DateExpr::Days(2), k + 3));
                    }
                    (Some("day"), Some("before")) => return Some((DateExpr::Same(-1), k + 2)),
                    // "the night before", and not "the night before X came"
                    (Some(part), Some(way @ ("before" | "after"))) if hours(Some(part)) && self.w(k + 2).is_none() => {
                        return Some((DateExpr::Same(if way == "after" { 1 } else { -1 }), k + 2));
                    }
                    (Some("previous"), part) if part == Some("day") || hours(part) => return Some((DateExpr::Same(-1), k + 2)),
                    (Some("following" | "next"), part) if part == Some("day") || hours(part) => return Some((DateExpr::Same(1), k + 2)),
                    _ => {}
                }
            }
        }
        None
    }

    /// "earlier this week", "this past Friday", "the coming month": sets the word that leads; nothing where a word is missing.
    fn lead(&mut self) -> Option<Option<Found>> {
        if matches!(&*self.first, "earlier" | "later" | "early" | "late" | "mid") {
            self.k += 1;
            if self.dash(self.k) {
                self.k += 1;
            }
            self.lead = self.w(self.k)?;
            if &*self.lead == "on" || &*self.lead == "in" {
                self.k += 1;
                self.lead = self.w(self.k)?;
            }
            // "earlier in the week"
            if &*self.lead == "the" && matches!(&*self.first, "earlier" | "later") {
                match self.w(self.k + 1).as_deref() {
                    Some("day") => return Some(Some((DateExpr::Same(0), self.k + 2))),
                    Some("week") => return Some(Some((DateExpr::Weeks(0), self.k + 2))),
                    Some("month") => return Some(Some((DateExpr::Months(0), self.k + 2))),
                    Some("year") => return Some(Some((DateExpr::Years(0), self.k + 2))),
                    _ => {}
                }
            }
        }
        // "this past Friday", "this coming week"
        if &*self.lead == "this" && matches!(self.w(self.k + 1).as_deref(), Some("past" | "coming")) {
            self.k += 1;
            self.lead = self.w(self.k)?;
        }
        match (&*self.lead, self.w(self.k + 1).as_deref()) {
            ("the", Some("weekend")) => return Some(Some((DateExpr::Weekend, self.k + 2))),
            ("last", Some("night" | "evening")) => return Some(Some((DateExpr::Days(-1), self.k + 2))),
            ("this", Some("morning" | "afternoon" | "evening")) => return Some(Some((DateExpr::Days(0), self.k + 2))),
            _ => {}
        }
        if &*self.lead == "the" && matches!(self.w(self.k + 1).as_deref(), Some("past" | "last" | "coming" | "next" | "previous")) {
            self.k += 1;
            self.lead = self.w(self.k)?;
        }
        Some(None)
    }

    /// "next week on Thursday", "last May", "this summer".
    fn next_or_last(&self) -> Option<Found> {
        let Scan { i, k, .. } = *self;
        let sign = match &*self.lead {
            "last" | "past" | "previous" => -1,
            "this" => 0,
            _ => 1,
        };
        let unit = self.w(k + 1)?;
        match &*unit {
            "week" => {
                // "next week on Thursday"
                let on = k + 2 + usize::from(self.w(k + 2).as_deref() == Some("on"));
                if let Some(day) = self.w(on).as_deref().and_then(weekday).filter(|_| self.tokens[on].cap) {
                    return Some((DateExpr::InWeek { weeks: sign, day }, on + 1));
                }
                return Some((DateExpr::Weeks(sign), k + 2));
            }
            "weekend" => return Some((DateExpr::Weeks(sign), k + 2)),
            "month" => return Some((DateExpr::Months(sign), k + 2)),
            "year" => return Some((DateExpr::Years(sign), k + 2)),
            _ => {}
        }
        if let Some(day) = weekday(&unit) {
            let shift = match sign {
                -1 => Shift::Last,
                0 => Shift::This,
                _ => Shift::Next,
            };
            // "this Thursday, July 28"
            if self.comma(k + 2) && self.w(k + 3).is_some_and(|m| month(&m).is_some()) {
                if let Some(day @ (DateExpr::Day { .. }, _)) = read(self.word, self.tokens, k + 3, self.end) {
                    return Some(day);
                }
            }
            return Some((DateExpr::Weekday { day, shift }, k + 2));
        }
        if let Some(quarter) = season(&unit) {
            let year = self.year_number(k + 2);
            return Some((DateExpr::Season { year, quarter, shift: sign as i8 }, k + 2 + usize::from(year.is_some())));
        }
        if let Some(m) = month(&unit).filter(|_| self.tokens[k + 1].cap) {
            let year = self.year_number(k + 2);
            if self.day_number(k + 2).is_none() {
                return Some((DateExpr::Month { year, month: m }, k + 2 + usize::from(year.is_some())));
            }
        }
        if let (Some(n), Some(u)) = (small_number(&unit), self.w(k + 2)) {
            if sign < 0 && matches!(&*u, "day" | "days") && k > i {
                return Some((DateExpr::PastDays(n), k + 3));
            }
        }
        None
    }

    /// "a day earlier", "two years ago".
    fn ago(&self) -> Option<Found> {
        let i = self.i;
        // "a day earlier", "two days later"
        if let (Some(n), Some("day" | "days")) = (small_number(&self.first), self.w(i + 1).as_deref()) {
            match self.w(i + 2).as_deref() {
                Some("earlier") => return Some((DateExpr::Same(-n), i + 3)),
                Some("later") => return Some((DateExpr::Same(n), i + 3)),
                _ => {}
            }
        }
        // "two years ago"
        if let Some(n) = small_number(&self.first) {
            if let (Some(u), Some("ago")) = (self.w(i + 1), self.w(i + 2).as_deref()) {
                let e = match &*u {
                    "day" | "days" => Some(DateExpr::Days(-n)),
                    "week" | "weeks" => Some(DateExpr::Weeks(-n)),
                    "month" | "months" => Some(DateExpr::Months(-n)),
                    "year" | "years" => Some(DateExpr::Years(-n)),
                    _ => None,
                };
                if let Some(e) = e {
                    return Some((e, i + 3));
                }
            }
        }
        None
    }

    /// "Monday, July 8", "Thursday of next week".
    fn weekday_first(&self, day: Weekday) -> Found {
        let k = self.k;
        // "Monday, July 8", "Monday evening, July 8": the number says more.
        let hour = usize::from(matches!(self.w(k + 1).as_deref(), Some("morning" | "afternoon" | "evening" | "night")));
        let at = if self.comma(k + 1 + hour) { k + 2 + hour } else { k + 1 };
        if at < self.end && self.w(at).as_deref().and_then(month).is_some() {
            if let Some(hit) = read(self.word, self.tokens, at, self.end) {
                return hit;
            }
        }
        // "Thursday of next week"
        let of = k + 1 + usize::from(self.w(k + 1).as_deref() == Some("of"));
        let weeks = self.w(of).and_then(|w| from_now(&w));
        if let Some(weeks) = weeks.filter(|_| self.w(of + 1).as_deref() == Some("week")) {
            return (DateExpr::InWeek { weeks, day }, of + 2);
        }
        let shift = if &*self.first == "later" { Shift::Later } else { Shift::Plain };
        (DateExpr::Weekday { day, shift }, k + 1)
    }

    /// "last year", "of this year": how many years from the article's, and where it ends.
    fn year_said(&self, at: usize) -> Option<(i16, usize)> {
        let at = at + usize::from(self.w(at).as_deref() == Some("of"));
        let years = i16::try_from(from_now(&self.w(at)?)?).ok()?;
        (self.w(at + 1).as_deref() == Some("year")).then_some((years, at + 2))
    }

    /// "June Juche 77 (1988)": North Korea counts from 1912.
    fn juche(&self, at: usize) -> Option<(i16, usize)> {
        let n = self.number(at + 1).filter(|n| (1..=200).contains(n) && self.w(at).as_deref() == Some("juche"))?;
        Some((i16::try_from(1911 + n).ok()?, at + 2))
    }

    /// "July 8, 2024", "May 16 to 18", "June last year".
    fn month_first(&self, m: i8) -> Option<Found> {
        let Scan { i, k, .. } = *self;
        let mut at = k + 1;
        if self.dot(at) {
            at += 1;
        }
        if let Some(day) = self.day_number(at).filter(|_| {
            !(at + 1 < self.end
                && self.dash(at + 1)
                && self.tokens[at + 1].glued
                && self.w(at + 2).is_some_and(|x| !x.starts_with(|c: char| c.is_ascii_digit()) && month(&x).is_none()))
        }) {
            at += 1;
            let mut to = None;
            let joined = self.dash(at) || matches!(self.w(at).as_deref(), Some("to" | "until" | "through" | "and"));
            if joined {
                if let (Some(d2), Some(m2)) = (self.day_number(at + 1), self.w(at + 2).as_deref().and_then(month)) {
                    // "May 26 to 4 June"
                    to = Some((m2, d2));
                    at += 3;
                } else if let Some(d2) = self.day_number(at + 1).filter(|d| *d > day || self.dash(at)) {
                    to = Some((m, d2));
                    at += 2;
                } else if let (Some(m2), Some(d2)) = (self.w(at + 1).as_deref().and_then(month), self.day_number(at + 2)) {
                    to = Some((m2, d2));
                    at += 3;
                }
            }
            let mut year = self.year_number(at);
            if year.is_some() {
                at += 1;
            } else if self.comma(at) && self.year_number(at + 1).is_some() {
                year = self.year_number(at + 1);
                at += 2;
            } else if let Some((y, after)) = self.juche(at + usize::from(self.comma(at))) {
                year = Some(y);
                at = after;
            }
            if let Some((years, end)) = self.year_said(at).filter(|_| year.is_none() && to.is_none()) {
                return Some((DateExpr::DayOf { month: m, day, years }, end));
            }
            return Some((DateExpr::Day { year, month: m, day, to }, at));
        }
        if let Some((years, end)) = self.year_said(at) {
            return Some((DateExpr::MonthOf { month: m, years }, end));
        }
        let mut year = self.year_number(at);
        let mut after = at + usize::from(year.is_some());
        // "November, 2020", "November of 2020"
        let parted = self.comma(at) || self.w(at).as_deref() == Some("of");
        if year.is_none() && parted && self.year_number(at + 1).is_some() {
            year = self.year_number(at + 1);
            after = at + 2;
        }
        if let Some((y, end)) = self.juche(at + usize::from(self.comma(at))).filter(|_| year.is_none()) {
            year = Some(y);
            after = end;
        }
        // "Ambassador Jan Example", "Ms June Example": given names.
        let titled = i > 0 && self.tokens[i - 1].kind == Kind::Word && self.tokens[i - 1].cap;
        // "the foreign minister, Jan Example, is on his way"
        let aside = i > 0 && self.tokens[i - 1].kind == Kind::Comma && &*self.lead == "jan";
        let given =
            matches!(&*self.lead, "jan" | "april" | "june" | "august") && k == i && (titled || aside || i == 0 && &*self.lead == "jan");
        if given && year.is_none() && after < self.end && self.tokens[after].kind == Kind::Word && self.tokens[after].cap {
            return None;
        }
        // "(APR)", "the MAR": a party's letters, and no month.
        if self.tokens[k].caps && self.lead.len() <= 4 && year.is_none() && k == i && !matches!(&*self.lead, "may" | "june" | "july") {
            return None;
        }
        // "May" and "March" are words too.
        let named = year.is_some()
            || k > i
            || !matches!(&*self.lead, "may" | "march" | "mar")
            || (i > 0
                && matches!(
                    (self.word)(i - 1).as_deref(),
                    Some("in" | "since" | "of" | "by" | "until" | "from" | "during" | "for" | "before" | "after")
                ));
        named.then_some((DateExpr::Month { year, month: m }, after))
    }

    /// "8 July 2024", "5-7 May", "on the 15th"; the inner nothing where it is no date whatever follows.
    fn day_first(&self, day: i8, first_day: usize) -> Option<Option<Found>> {
        let i = self.i;
        // "8 July 2024", "5-7 May"
        let mut at = first_day + 1;
        let mut to_day = None;
        if (self.dash(at) || matches!(self.w(at).as_deref(), Some("to" | "and"))) && self.day_number(at + 1).is_some_and(|d| d > day) {
            to_day = self.day_number(at + 1);
            at += 2;
        }
        if to_day.is_none() && self.w(at).as_deref() == Some("to") && self.w(at + 1).as_deref() == Some("the") {
            if let Some(d) = self.day_number(at + 2).filter(|d| *d > day) {
                to_day = Some(d);
                at += 3;
            }
        }
        if self.w(at).as_deref() == Some("of") {
            at += 1;
            let months = self.w(at).and_then(|w| from_now(&w));
            if let Some(months) = months.filter(|_| self.w(at + 1).as_deref() == Some("month")) {
                return Some(Some((DateExpr::InMonth { months, day, to: to_day }, at + 2)));
            }
        }
        if let Some(m) = self.w(at).as_deref().and_then(month).filter(|_| self.tokens[at].cap) {
            let mut year = self.year_number(at + 1);
            let mut after = at + 1 + usize::from(year.is_some());
            if year.is_none() && self.comma(at + 1) && self.year_number(at + 2).is_some() {
                year = self.year_number(at + 2);
                after = at + 3;
            }
            // "to attend the 27th April Spring Festival": its name.
            let the = first_day.wrapping_sub(1);
            let named = the < first_day
                && the > 0
                && (self.word)(the).as_deref() == Some("the")
                && !matches!((self.word)(the - 1).as_deref(), Some("on" | "by" | "until" | "from" | "since"))
                && after < self.end
                && self.tokens[after].cap;
            return Some((!named).then_some((DateExpr::Day { year, month: m, day, to: to_day.map(|d| (m, d)) }, after)));
        }
        // "on the 15th held talks", "from the 12th to the 17th", and no "15th session"
        let nth = first_day == i + 1
            && self.w(first_day).is_some_and(|x| x.ends_with("th") || x.ends_with("st") || x.ends_with("nd") || x.ends_with("rd"));
        let hour = |w: &str| matches!(w, "morning" | "afternoon" | "evening" | "night");
        let of_hour = i > 1 && (self.word)(i - 1).as_deref() == Some("of") && (self.word)(i - 2).as_deref().is_some_and(hour);
        let led = of_hour || i > 0 && matches!((self.word)(i - 1).as_deref(), Some("on" | "from" | "between"));
        let ends = at >= self.end
            || self.tokens[at].kind != Kind::Word
            || self.w(at).is_some_and(|x| {
                matches!(
                    &*x,
                    "to" | "in"
                        | "at"
                        | "for"
                        | "with"
                        | "and"
                        | "by"
                        | "from"
                        | "that"
                        | "when"
                        | "where"
                        | "after"
                        | "before"
                        | "but"
                        | "as"
                        | "during"
                        | "held"
                        | "met"
                        | "left"
                        | "sent"
                        | "said"
                        | "told"
                        | "had"
                        | "spoke"
                ) || x.len() > 4 && x.ends_with("ed")
            });
        if nth && led && ends {
            return Some(Some((DateExpr::Nth { day, to: to_day }, at)));
        }
        None
    }

    /// "in 2019", "the year 2000", "the first quarter of 2024".
    fn year(&self) -> Option<Found> {
        let i = self.i;
        if let Some(y) = self.year_number(i) {
            let before = if i > 0 { (self.word)(i - 1) } else { None };
            // "dates back to 1983"
            if i > 1 && before.as_deref() == Some("to") && (self.word)(i - 2).as_deref() == Some("back") {
                return Some((DateExpr::Year(y), i + 1));
            }
            let follows = self.w(i + 1);
            let noun_follows = follows
                .as_deref()
                .is_some_and(|f| matches!(f, "people" | "troops" | "soldiers" | "tons" | "tonnes" | "olympics" | "world"));
            if before.as_deref().is_some_and(|b| {
                matches!(b, "in" | "since" | "of" | "from" | "until" | "by" | "during" | "early" | "late" | "mid" | "around" | "between")
            }) && !noun_follows
            {
                return Some((DateExpr::Year(y), i + 1));
            }
        }
        // "in the year 2000"
        if &*self.first == "the" && self.w(i + 1).as_deref() == Some("year") {
            if let Some(y) = self.year_number(i + 2) {
                return Some((DateExpr::Year(y), i + 3));
            }
        }
        // "the first quarter of 2024"
        if &*self.first == "the" {
            let q = match self.w(i + 1).as_deref() {
                Some("first") => 1,
                Some("second") => 2,
                Some("third") => 3,
                Some("fourth" | "last") => 4,
                _ => 0,
            };
            if q > 0 && self.w(i + 2).as_deref() == Some("quarter") {
                let of = self.w(i + 3).as_deref() == Some("of");
                let year = if of { self.year_number(i + 4) } else { None };
                return Some((DateExpr::Quarter { year, quarter: q }, if year.is_some() { i + 5 } else { i + 3 }));
            }
        }
        None
    }
}

impl DateExpr {
    /// Does it name one day, as the calendar or the week has it?
    pub fn one_day(&self) -> bool {
        matches!(self, DateExpr::Day { to: None, .. } | DateExpr::Weekday { .. } | DateExpr::Days(_))
    }
}

fn first_of_week(d: Date) -> Date {
    d.saturating_sub(Span::new().days(i64::from(d.weekday().to_monday_zero_offset())))
}

/// Puts an expression on the calendar. `article` is the article's date, `named` the date last named in the text.
pub fn resolve(e: DateExpr, article: Date, direction: Direction, named: Option<When>) -> Option<When> {
    let when = |start: Date, precision| Some(When { start, end: None, precision, source: DateSource::Text });
    let past = direction != Direction::Future;
    match e {
        DateExpr::Day { year, month, day, to } => {
            let pick = |y: i16| Date::new(y, month, day).ok();
            let start = match year {
                Some(y) => pick(y)?,
                None => {
                    // The nearest in the direction of the tense; a week of slack for loose tenses.
                    let all = [article.year() - 1, article.year(), article.year() + 1].into_iter().filter_map(pick);
                    // "made on August 20-24, 2002. He met X on August 23": of the year of the days named before.
                    let within = |w: When| {
                        let days = w.start..=w.end?;
                        pick(w.start.year()).filter(|d| w.precision == DatePrecision::Day && days.contains(d))
                    };
                    let slack = 7;
                    let ok: Vec<Date> = all
                        .clone()
                        .filter(|d| {
                            let ahead = (*d - article).get_days();
                            if direction == Direction::Nearest {
                                true
                            } else if past {
                                ahead <= slack.min(1)
                            } else {
                                ahead >= -slack.min(1)
                            }
                        })
                        .collect();
                    // "would meet on April 26", told on April 28: it was two days ago, and is not in a year.
                    let just_gone = all.clone().find(|d| !past && (-14..0).contains(&(*d - article).get_days()));
                    // "riots against the April 17 visit", told on April 15: it is two days ahead, and was not a year ago.
                    let just_ahead = all.clone().find(|d| past && (2..=14).contains(&(*d - article).get_days()));
                    let far = ok.iter().all(|d| (*d - article).get_days().abs() > 300);
                    named
                        .and_then(within)
                        .or(just_gone.or(just_ahead).filter(|_| far))
                        .or_else(|| ok.into_iter().min_by_key(|d| (*d - article).get_days().abs()))
                        .or_else(|| all.min_by_key(|d| (*d - article).get_days().abs()))?
                }
            };
            let end = to.and_then(|(m, d)| Date::new(start.year() + i16::from(m < start.month()), m, d).ok()).filter(|e| *e >= start);
            Some(When { start, end, precision: DatePrecision::Day, source: DateSource::Text })
        }
        DateExpr::Month { year, month } => {
            let y = year.unwrap_or_else(|| {
                let now = article.month();
                // "travels to Peru in December", told in November: the present tense looks ahead.
                let soon = direction == Direction::Nearest && (month - now).rem_euclid(12) <= 5;
                if past && !soon {
                    if month <= now { article.year() } else { article.year() - 1 }
                } else if month >= now {
                    article.year()
                } else {
                    article.year() + 1
                }
            });
            when(Date::new(y, month, 1).ok()?, DatePrecision::Month)
        }
        DateExpr::MonthOf { month, years } => when(Date::new(article.year() + years, month, 1).ok()?, DatePrecision::Month),
        DateExpr::DayOf { month, day, years } => when(Date::new(article.year() + years, month, day).ok()?, DatePrecision::Day),
        DateExpr::InMonth { months, day, to } => {
            let first = article.first_of_month().checked_add(months.months()).ok()?;
            let start = Date::new(first.year(), first.month(), day).ok()?;
            let end = to.and_then(|d| Date::new(first.year(), first.month(), d).ok());
            Some(When { start, end, precision: DatePrecision::Day, source: DateSource::Text })
        }
        DateExpr::Nth { day, to } => {
            let months: i32 = match past {
                true if day > article.day() => -1,
                false if day < article.day() => 1,
                _ => 0,
            };
            resolve(DateExpr::InMonth { months, day, to }, article, direction, named)
        }
        DateExpr::Year(y) => when(Date::new(y, 1, 1).ok()?, DatePrecision::Year),
        DateExpr::Quarter { year, quarter } => {
            when(Date::new(year.unwrap_or(article.year()), quarter * 3 - 2, 1).ok()?, DatePrecision::Quarter)
        }
        DateExpr::Season { year, quarter, shift } => {
            let y = year.unwrap_or_else(|| {
                let gone = quarter * 3 < article.month();
                article.year()
                    + match shift {
                        -1 if !gone => -1,
                        1 if quarter * 3 - 2 <= article.month() => 1,
                        _ => 0,
                    }
            });
            when(Date::new(y, quarter * 3 - 2, 1).ok()?, DatePrecision::Quarter)
        }
        DateExpr::Weekday { day, shift } => {
            let ahead = i64::from(day.to_monday_zero_offset() - article.weekday().to_monday_zero_offset());
            let days = match shift {
                Shift::Plain if direction == Direction::Nearest => {
                    // "leaves for Peru on Monday": on the next, unless today or yesterday was one.
                    let back = if ahead > 0 { ahead - 7 } else { ahead };
                    if back < -1 { back + 7 } else { back }
                }
                Shift::Plain if past => {
                    if ahead > 0 {
                        ahead - 7
                    } else {
                        ahead
                    }
                }
                // "is due to arrive on Thursday", written on a Thursday: the same day.
                Shift::Plain => {
                    if ahead < 0 {
                        ahead + 7
                    } else {
                        ahead
                    }
                }
                // "arrived this Sunday", written on a Monday
                Shift::This if past && ahead > 0 => ahead - 7,
                Shift::This => ahead,
                Shift::Later if past => {
                    if ahead > 0 {
                        ahead - 7
                    } else {
                        ahead
                    }
                }
                // "is to arrive later on Friday", printed on the Saturday: the day before.
                Shift::Later => {
                    if ahead < -1 {
                        ahead + 7
                    } else {
                        ahead
                    }
                }
                // "next Thursday", written on a Wednesday, is not tomorrow.
                Shift::Next => {
                    if ahead <= 1 {
                        ahead + 7
                    } else {
                        ahead
                    }
                }
                Shift::Last => {
                    if ahead >= 0 {
                        ahead - 7
                    } else {
                        ahead
                    }
                }
            };
            when(article.checked_add(days.days()).ok()?, DatePrecision::Day)
        }
        DateExpr::Days(n) => when(article.checked_add(i64::from(n).days()).ok()?, DatePrecision::Day),
        // "will travel to Peru this week", said on a Sunday: in the week that begins.
        DateExpr::Weeks(0) if direction == Direction::Future && article.weekday() == Weekday::Sunday => {
            when(article.tomorrow().ok()?, DatePrecision::Week)
        }
        DateExpr::Weeks(n) => when(first_of_week(article.checked_add((i64::from(n) * 7).days()).ok()?), DatePrecision::Week),
        DateExpr::InWeek { weeks, day } => {
            let monday = first_of_week(article.checked_add((i64::from(weeks) * 7).days()).ok()?);
            when(monday.checked_add(i64::from(day.to_monday_zero_offset()).days()).ok()?, DatePrecision::Day)
        }
        DateExpr::Months(n) => when(article.checked_add(i64::from(n).months()).ok()?.first_of_month(), DatePrecision::Month),
        DateExpr::Years(n) => when(Date::new(article.year() + n as i16, 1, 1).ok()?, DatePrecision::Year),
        DateExpr::Weekend => {
            let saturday_gone = article.weekday() == Weekday::Saturday || article.weekday() == Weekday::Sunday;
            let weeks = i32::from(past && !saturday_gone);
            resolve(DateExpr::Weeks(-weeks), article, Direction::Past, named)
        }
        // "the same day" is no more exact than the day it points at.
        DateExpr::Same(n) => {
            // "in August ... the previous day": no day has been named.
            let named = named.filter(|w| n == 0 || w.precision == DatePrecision::Day);
            // "called on X the next morning", of what has been: the morning after a day that nobody named.
            if named.is_none() && n > 0 && past {
                return None;
            }
            let day = named.map_or(article, |w| w.start).checked_add(i64::from(n).days()).ok()?;
            when(day, named.map_or(DatePrecision::Day, |w| w.precision))
        }
        DateExpr::PastDays(n) => {
            when(article.checked_sub(i64::from(n).days()).ok()?, if n <= 7 { DatePrecision::Week } else { DatePrecision::Month })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{fold, tokenize};

    fn at(text: &str, direction: Direction) -> Option<String> {
        let mut tokens = Vec::new();
        tokenize(text, &mut tokens);
        let word = |k: usize| {
            let t: &Token = tokens.get(k)?;
            let mut s = String::new();
            fold(&text[t.start as usize..t.end as usize], &mut s);
            matches!(t.kind, Kind::Word | Kind::Number).then_some(Cow::Owned(s))
        };
        let article = Date::constant(2024, 7, 9);
        (0..tokens.len())
            .find_map(|i| read(&word, &tokens, i, tokens.len()))
            .and_then(|(e, _)| resolve(e, article, direction, None))
            .map(|w| format!("{}{} {}", w.start, w.end.map(|e| format!("..{e}")).unwrap_or_default(), w.precision))
    }

    #[test]
    fn expressions() {
        use Direction::{Future, Past};
        for (text, direction, want) in [
            ("left on July 8", Past, "2024-07-08 day"),
            ("on Dec. 27", Past, "2023-12-27 day"),
            ("on Dec. 27", Future, "2024-12-27 day"),
            ("8 July 2019", Past, "2019-07-08 day"),
            ("on Monday", Past, "2024-07-08 day"),
            ("on Tuesday", Past, "2024-07-09 day"),
            ("on Tuesday", Future, "2024-07-09 day"),
            ("last month", Past, "2024-06-01 month"),
            ("in June", Past, "2024-06-01 month"),
            ("in September", Past, "2023-09-01 month"),
            ("this week", Future, "2024-07-08 week"),
            ("from March 16 to 21", Past, "2024-03-16..2024-03-21 day"),
            ("from March 28 to April 2, 2023", Past, "2023-03-28..2023-04-02 day"),
            ("yesterday", Past, "2024-07-08 day"),
            ("two years ago", Past, "2022-01-01 year"),
            ("signed in 1961", Past, "1961-01-01 year"),
            ("in the first quarter of 2023", Past, "2023-01-01 quarter"),
            ("earlier this month", Past, "2024-07-01 month"),
            ("next Friday", Future, "2024-07-12 day"),
            ("in June last year", Past, "2023-06-01 month"),
            ("in June of last year", Past, "2023-06-01 month"),
            ("on Dec. 31 last year", Past, "2023-12-31 day"),
            ("last night", Past, "2024-07-08 day"),
            ("the day after tomorrow", Future, "2024-07-11 day"),
            ("the day before yesterday", Past, "2024-07-07 day"),
            ("earlier in the week", Past, "2024-07-08 week"),
            ("this past Friday", Past, "2024-07-05 day"),
            ("last spring", Past, "2024-04-01 quarter"),
            ("last autumn", Past, "2023-10-01 quarter"),
            ("in the summer of 2015", Past, "2015-07-01 quarter"),
            ("on 8th and 9th of July", Past, "2024-07-08..2024-07-09 day"),
            ("on October 3, Juche 90 (2001)", Past, "2001-10-03 day"),
            ("in May Juche 77 (1988)", Past, "1988-05-01 month"),
            ("on 2016-07-05", Past, "2016-07-05 day"),
            ("on Thursday of next week", Future, "2024-07-18 day"),
            ("next week on Thursday", Future, "2024-07-18 day"),
            ("on Monday last week", Past, "2024-07-01 day"),
            ("dates back to 1983", Past, "1983-01-01 year"),
            ("on September 3 - Kremlin", Future, "2024-09-03 day"),
            ("over the weekend", Past, "2024-07-01 week"),
            ("at the weekend", Future, "2024-07-08 week"),
            ("earlier in the day", Past, "2024-07-09 day"),
        ] {
            assert_eq!(at(text, direction).as_deref(), Some(want), "{text}");
        }
        assert_eq!(at("they may go", Past), None);
        assert_eq!(at("troops march on", Past), None);
    }
}
