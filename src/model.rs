//! What a mention and an exchange are: the codebook's fields and values, defined once.
//!
//! The frames, the stubs and the documentation take names, order and meaning from here.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Declares an enumeration of the codebook in rank order with its names in the frames.
macro_rules! codebook_enum {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $text:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $name { $($(#[$vdoc])* #[serde(rename = $text)] $variant),+ }

        impl $name {
            /// All values, in rank order.
            pub const ALL: &'static [$name] = &[$($name::$variant),+];
            /// The names of all values, in rank order.
            pub const NAMES: &'static [&'static str] = &[$($text),+];

            /// The name that stands in the frames.
            pub fn as_str(self) -> &'static str {
                match self { $($name::$variant => $text),+ }
            }

            /// The value of a name, if it is one of the codebook's.
            pub fn parse(text: &str) -> Option<Self> {
                match text { $($text => Some($name::$variant),)+ _ => None }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }
    };
}

codebook_enum! {
    /// What kind of contact an exchange is.
    ExchangeType {
        Visit = "visit", Meeting = "meeting", Call = "call", Message = "message", Agreement = "agreement",
        Exercise = "exercise", Transfer = "transfer", Accreditation = "accreditation", Delegation = "delegation",
    }
}
codebook_enum! {
    /// Rank of the heads; a lower value is a higher rank.
    Level {
        Leader = "leader", DeputyLeader = "deputy_leader", Minister = "minister", DeputyMinister = "deputy_minister",
        Director = "director", Working = "working", Unofficial = "unofficial",
    }
}
codebook_enum! {
    /// What an exchange is mainly about.
    Sector {
        Politics = "politics", Military = "military", Security = "security", Economy = "economy", Energy = "energy",
        Transport = "transport", Science = "science", Education = "education", Culture = "culture", Sport = "sport",
        Health = "health", Agriculture = "agriculture", Environment = "environment", Parliament = "parliament",
        Party = "party", Law = "law", Humanitarian = "humanitarian", Tourism = "tourism",
    }
}
codebook_enum! {
    /// Whether it happened, as the article tells it.
    Status {
        Occurred = "occurred", Ongoing = "ongoing", Planned = "planned", Proposed = "proposed",
        Alleged = "alleged", Denied = "denied", Cancelled = "cancelled",
    }
}
codebook_enum! {
    /// How exact a date is.
    DatePrecision { Day = "day", Week = "week", Month = "month", Quarter = "quarter", Year = "year", None = "none" }
}
codebook_enum! {
    /// Where a date comes from.
    DateSource { Text = "text", Dateline = "dateline", Article = "article" }
}

impl ExchangeType {
    /// False where the codebook ignores the order of the two countries.
    pub fn directed(self) -> bool {
        !matches!(self, Self::Meeting | Self::Agreement | Self::Exercise)
    }
}

/// A date as the text gives it, on a scale of precision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct When {
    /// First day of the day, week, month, quarter or year meant.
    pub start: Date,
    /// Last day of a stated span ("from March 16 to 21").
    pub end: Option<Date>,
    /// How exact `start` is.
    pub precision: DatePrecision,
    /// Which kind of statement it rests on.
    pub source: DateSource,
}

/// One exchange as one article tells it: a row of the mentions frame.
#[derive(Clone, Debug, PartialEq)]
pub struct Mention {
    pub kind: ExchangeType,
    /// ISO 3166-1 alpha-3 of who travels, sends, calls or acts first.
    pub source: &'static str,
    /// ISO 3166-1 alpha-3 of who is visited, receives or is called.
    pub target: &'static str,
    pub when: Option<When>,
    pub location_country: Option<&'static str>,
    pub location_name: Option<String>,
    pub source_head: Option<String>,
    pub target_head: Option<String>,
    pub source_office: Option<String>,
    pub target_office: Option<String>,
    pub level: Option<Level>,
    pub sector: Option<Sector>,
    pub status: Status,
    /// 2, or 3-4 where the same exchange has more countries.
    pub parties: u8,
    /// Byte offsets of the evidence in the article's text.
    pub evidence: (usize, usize),
    /// The words that told of the exchange.
    pub trigger: String,
    /// Id of the rule in `lexicon/rules`.
    pub rule: String,
    pub confidence: f32,
    /// A journey that a place implies and no word states.
    pub inferred: bool,
}
