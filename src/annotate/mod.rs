//! What stands in a sentence: dates, actors, places, verbs and the nouns that tell of an exchange.

pub mod dates;
mod join;
mod noun_phrase;
mod reader;
mod verb_group;

pub use noun_phrase::{Actor, ActorKind, Event, Np, NpKind, PlaceRef, STATUS_WORDS};
pub use reader::{Chunk, Reader, Spanned};
pub use verb_group::{Tense, Vg};
