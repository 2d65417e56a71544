//! visavis reads bilateral exchanges between countries out of news articles.
//!
//! ```
//! use visavis::extract::{Article, Extractor};
//! use visavis::lexicon::Lexicon;
//!
//! let mut extractor = Extractor::new(Lexicon::packaged());
//! let article = Article {
//!     text: "Kenyan President William Ruto arrived in Kampala on Monday.",
//!     date: "2024-03-05".parse().unwrap(),
//!     source: None,
//! };
//! let mentions = extractor.extract(article);
//! assert_eq!((mentions[0].source, mentions[0].target), ("KEN", "UGA"));
//! assert_eq!(mentions[0].when.unwrap().start.to_string(), "2024-03-04");
//! ```
//!
//! The way of the data: `text` (tokens, sentences, datelines), `annotate` (dates, actors, places, verb
//! groups), `extract` (clauses, rules, merging inside an article), `resolve` (one exchange from many
//! reports), `measure` (windows and records). `lexicon` is the knowledge, `model` the codebook's fields,
//! `score` its scorer. Nothing here needs Python; only `frames` needs Polars.

pub mod annotate;
pub mod extract;
#[cfg(feature = "frames")]
pub mod frames;
pub mod lexicon;
pub mod measure;
pub mod model;
#[cfg(feature = "python")]
mod python;
pub mod resolve;
pub mod score;
pub mod text;
