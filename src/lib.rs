//! visavis reads bilateral exchanges between countries out of news articles.

pub mod annotate;
pub mod extract;
pub mod lexicon;
pub mod model;
pub mod score;
pub mod text;
