//! Phrases over word numbers. Every token is asked many times what starts at it, and mostly nothing of the kind does:
//! a node knows which kinds of entries stand at and below it.

use rustc_hash::FxHashMap;

use super::Entry;

/// How a phrase must be capitalised to be meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Case {
    Any,
    /// Some word of it starts with a capital.
    Capital,
    /// An acronym: all capitals.
    Capitals,
}

/// What an entry is, a bit each.
pub(crate) mod kinds {
    pub const COUNTRY: u16 = 1;
    pub const PAIR: u16 = 1 << 1;
    pub const PLACE: u16 = 1 << 2;
    pub const PERSON: u16 = 1 << 3;
    pub const INSTITUTION: u16 = 1 << 4;
    pub const OFFICE: u16 = 1 << 5;
    pub const MODIFIER: u16 = 1 << 6;
    pub const PORTFOLIO: u16 = 1 << 7;
    pub const GROUP: u16 = 1 << 8;
    pub const NOUN: u16 = 1 << 9;
    pub const CLOSED: u16 = 1 << 10;
    pub const AGENCY: u16 = 1 << 11;
    pub const TRAP: u16 = 1 << 12;
    pub const SECTOR: u16 = 1 << 13;
    /// What names a country, or somebody or something of one.
    pub const NAMES: u16 = COUNTRY | PAIR | PLACE | PERSON | INSTITUTION;
}

impl Entry {
    pub(crate) fn kind(self) -> u16 {
        match self {
            Entry::Country(..) => kinds::COUNTRY,
            Entry::Pair(_) => kinds::PAIR,
            Entry::Place(_) => kinds::PLACE,
            Entry::Person(_) => kinds::PERSON,
            Entry::Institution(_) => kinds::INSTITUTION,
            Entry::Office(_) => kinds::OFFICE,
            Entry::Modifier(_) => kinds::MODIFIER,
            Entry::Portfolio(_) => kinds::PORTFOLIO,
            Entry::Group(_) => kinds::GROUP,
            Entry::Noun(_) => kinds::NOUN,
            Entry::Closed(..) => kinds::CLOSED,
            Entry::Agency(_) => kinds::AGENCY,
            Entry::Trap => kinds::TRAP,
            Entry::Sector(_) => kinds::SECTOR,
        }
    }
}

#[derive(Clone, Copy, Default)]
struct Node {
    /// Its entries.
    first: u32,
    n: u16,
    /// Kinds of entries at and below it.
    kinds: u16,
}

#[derive(Default)]
pub(crate) struct Trie {
    /// The node of the phrases that begin with a word, 0 for none.
    starts: Vec<u32>,
    edges: FxHashMap<(u32, u32), u32>,
    nodes: Vec<Node>,
    entries: Vec<(Entry, Case, u16)>,
    /// Entries of each node while the trie grows.
    growing: Vec<Vec<(Entry, Case)>>,
}

impl Trie {
    pub fn add(&mut self, phrase: &[u32], entry: Entry, case: Case) {
        let Some((&first, rest)) = phrase.split_first() else { return };
        if self.growing.is_empty() {
            self.node();
        }
        if self.starts.len() <= first as usize {
            self.starts.resize(first as usize + 1, 0);
        }
        if self.starts[first as usize] == 0 {
            self.starts[first as usize] = self.node();
        }
        let mut node = self.starts[first as usize];
        self.nodes[node as usize].kinds |= entry.kind();
        for &s in rest {
            node = match self.edges.get(&(node, s)) {
                Some(next) => *next,
                None => {
                    let next = self.node();
                    self.edges.insert((node, s), next);
                    next
                }
            };
            self.nodes[node as usize].kinds |= entry.kind();
        }
        let entries = &mut self.growing[node as usize];
        if !entries.iter().any(|(e, _)| *e == entry) {
            entries.push((entry, case));
        }
    }

    fn node(&mut self) -> u32 {
        self.growing.push(Vec::new());
        self.nodes.push(Node::default());
        self.nodes.len() as u32 - 1
    }

    /// Nothing is added any more: of `words` words.
    pub fn seal(&mut self, words: usize) {
        self.starts.resize(words, 0);
        for (node, entries) in self.nodes.iter_mut().zip(std::mem::take(&mut self.growing)) {
            (node.first, node.n) = (self.entries.len() as u32, entries.len() as u16);
            self.entries.extend(entries.iter().map(|(e, c)| (*e, *c, e.kind())));
        }
        if self.nodes.is_empty() {
            self.nodes.push(Node::default());
        }
    }

    /// The node of phrases of these kinds that begin with a word, 0 for none.
    #[inline]
    pub fn start(&self, sym: u32, kinds: u16) -> u32 {
        let node = self.starts[sym as usize];
        if self.nodes[node as usize].kinds & kinds == 0 { 0 } else { node }
    }

    /// The node with one word more, 0 for none.
    #[inline]
    pub fn step(&self, node: u32, sym: u32, kinds: u16) -> u32 {
        match self.edges.get(&(node, sym)) {
            Some(next) if self.nodes[*next as usize].kinds & kinds != 0 => *next,
            _ => 0,
        }
    }

    #[inline]
    pub fn entries(&self, node: u32) -> &[(Entry, Case, u16)] {
        let n = self.nodes[node as usize];
        &self.entries[n.first as usize..n.first as usize + n.n as usize]
    }
}
