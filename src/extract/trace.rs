//! What the reader saw and tried: for `explain`.

use crate::model::Mention;

/// Why a rule gave no row.
pub type Why = Result<(), &'static str>;

/// A rule tried on a trigger.
#[derive(Clone, Debug)]
pub struct Step {
    /// Bytes of the trigger.
    pub trigger: (usize, usize),
    pub rule: String,
    pub why: Why,
    /// Rows of the article before merging, after this step.
    pub rows: usize,
}

/// A sentence as it was cut: spans in bytes and what each is.
#[derive(Clone, Debug)]
pub struct ReadSentence {
    pub span: (usize, usize),
    pub chunks: Vec<((usize, usize), String)>,
}

/// How an article was read.
#[derive(Clone, Debug)]
pub struct Explanation {
    /// Why nothing was read, where a quick test decided.
    pub skipped: Option<&'static str>,
    pub sentences: Vec<ReadSentence>,
    pub steps: Vec<Step>,
    pub mentions: Vec<Mention>,
}
