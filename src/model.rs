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
    /// Probability that the row is right, by the model of `lexicon/confidence.toml`.
    pub confidence: f32,
    pub signals: Signals,
    pub spans: Spans,
    /// A journey that a place implies and no word states.
    pub inferred: bool,
}

impl Mention {
    /// Sets where two met. The guest comes first where one side is at home.
    pub(crate) fn meet_in(&mut self, country: &'static str, town: Option<String>) {
        (self.location_country, self.location_name) = (Some(country), town);
        if !self.kind.directed() && self.source == country {
            std::mem::swap(&mut self.source, &mut self.target);
            std::mem::swap(&mut self.source_head, &mut self.target_head);
            std::mem::swap(&mut self.source_office, &mut self.target_office);
            std::mem::swap(&mut self.spans.source, &mut self.spans.target);
        }
    }
}

macro_rules! signals {
    ($($(#[$doc:meta])* $variant:ident = $text:literal),+ $(,)?) => {
        /// A readable feature of a row, for its confidence.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Signal { $($(#[$doc])* $variant),+ }

        impl Signal {
            pub const ALL: &'static [Signal] = &[$(Signal::$variant),+];
            pub fn as_str(self) -> &'static str {
                match self { $(Signal::$variant => $text),+ }
            }
        }
    };
}

signals! {
    /// The trigger is a noun: "talks", "visit".
    Noun = "noun",
    /// A light verb carries the noun: "held talks".
    Carried = "carried",
    Undated = "undated",
    DateInWords = "date_in_words",
    Planned = "planned",
    /// Proposed, alleged, denied or cancelled.
    Unreal = "unreal",
    SourceNamed = "source_named",
    TargetNamed = "target_named",
    /// The source's head has a rank above working level.
    SourceRanked = "source_ranked",
    BareSource = "bare_source",
    BareTarget = "bare_target",
    /// One side is a pronoun or "the two countries".
    Anaphor = "anaphor",
    /// One side is a short form of somebody named before.
    Recalled = "recalled",
    /// One side's country is that of the agency.
    AtHome = "at_home",
    Several = "several_parties",
    /// Not in the first sentence.
    Later = "later_sentence",
    Deep = "deep_in_article",
    Long = "long_sentence",
    /// A verb of speech stands in the sentence.
    Spoken = "verb_of_speech",
    Conditional = "future_clause",
}

/// The features that a row has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Signals(u32);

impl Signals {
    pub fn set(&mut self, signal: Signal, on: bool) {
        self.0 |= u32::from(on) << signal as u32;
    }

    pub fn has(self, signal: Signal) -> bool {
        self.0 & (1 << signal as u32) != 0
    }
}

/// Which bytes of the article filled which role; nothing where another sentence did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Spans {
    pub source: Option<(usize, usize)>,
    pub target: Option<(usize, usize)>,
    pub trigger: Option<(usize, usize)>,
}
