//! Reading a noun phrase word by word: each step takes a word, ends the phrase, or leaves the word to the next step.

use super::*;
use crate::annotate::dates::{DateExpr, small_number};
use crate::annotate::reader::{Chunk, Reader, Spanned};
use crate::annotate::{Tense, Vg};
use crate::lexicon::{Closed, CountryForm, Entry, Form, kinds};
use crate::model::{ExchangeType, Level, Sector};
use crate::text::{Kind, Token};

/// Where one goes: "a Malaysian refugee centre".
const PREMISES: &[&str] = &[
    "center",
    "centre",
    "hospital",
    "base",
    "camp",
    "factory",
    "plant",
    "museum",
    "mosque",
    "cathedral",
    "temple",
    "cemetery",
    "memorial",
    "shelter",
    "shipyard",
    "monastery",
    "shrine",
];

/// What is named after the town where it is held: "the Lima Peace Forum".
const FORUMS: &[&str] = &["forum", "conference", "dialogue", "expo", "congress", "fair", "festival"];

/// Adjectives before the name of a meeting.
const EPITHETS: &[&str] = &["trilateral", "bilateral", "quadrilateral", "ministerial", "annual", "inaugural"];

const ORDINALS: &[&str] = &[
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
];

/// What is done with the next word.
enum Step {
    /// It belongs to the phrase, which goes on at this token.
    On(usize),
    /// The phrase ends before it.
    End,
    /// It makes the phrase another one, or none.
    Other(Option<Np>),
}

impl Reader<'_> {
    /// Reads a noun phrase at token `i`.
    pub(in crate::annotate) fn noun_phrase(&self, i: usize, before: &[Spanned]) -> Option<Np> {
        let mut p = Partial::new();
        let mut k = i;
        let town = self.town_before_a_name(i);
        while k < self.end && Some(k) != town {
            let known = self.tokens[k].sym != 0;
            let step = self
                .between_words(&mut p, i, k)
                .or_else(|| self.forum(&p, i, k))
                .or_else(|| self.style(&mut p, k))
                .or_else(|| self.qualifier(&mut p, k))
                .or_else(|| self.somebody(&mut p, k))
                .or_else(|| if known { self.grammatical(&mut p, i, k) } else { None })
                .or_else(|| if known { self.head_noun(&mut p, k, before) } else { None })
                .or_else(|| self.unknown_name(&mut p, k));
            match step.unwrap_or_else(|| self.lower_case(&mut p, i, k, before)) {
                Step::On(next) => k = next,
                Step::End => break,
                Step::Other(np) => return np,
            }
        }
        if p.empty || k == i {
            return None;
        }
        let mut np = self.finish(p, i, k);
        // "his Fijian counterpart Commodore X": of the other's office, and not of that rank.
        if let [a] = &mut np.actors[..] {
            if a.office.is_some_and(|o| o.0 > i && self.counterpart(o.0) && self.military_rank(o)) {
                a.level = None;
            }
        }
        Some(np)
    }

    /// "In London Xi Jinping met X": the town behind "in", where a person of the lexicon begins right behind it.
    fn town_before_a_name(&self, i: usize) -> Option<usize> {
        if self.headline || i == self.begin || !self.lower_is(i - 1, "in") || !self.tokens[i].cap {
            return None;
        }
        let end = match self.longest(i, kinds::PLACE | kinds::COUNTRY | kinds::PERSON)? {
            (Entry::Place(_) | Entry::Country(_, CountryForm::Capital), end) => end,
            _ => return None,
        };
        let cap = |t: usize| self.kind(t) == Some(Kind::Word) && self.tokens[t].cap;
        let in_full = matches!(self.longest(end, kinds::PERSON), Some((Entry::Person(_), e)) if e > end + 1);
        let surname = || cap(end) && !cap(end + 1) && self.lx.surnames.contains_key(&self.tokens[end].sym);
        (in_full || surname()).then_some(end)
    }

    /// "the Lima Peace Forum": a gathering that is named after the town where it is held.
    fn forum(&self, p: &Partial, i: usize, k: usize) -> Option<Step> {
        let begun = p.closed_head() || p.office.is_some() || p.event.is_some() || !p.mods.is_empty() || !p.possessor.is_empty();
        if begun || !self.tokens[k].cap || self.headline {
            return None;
        }
        // Few phrases name one, so that its word is looked for before the town's.
        let is_forum = |t: usize| self.tokens[t].cap && FORUMS.iter().any(|w| self.lower_is(t, w));
        if !(k + 1..self.end.min(k + 12)).any(is_forum) {
            return None;
        }
        let (entry, town) = self.longest(k, kinds::PLACE | kinds::COUNTRY)?;
        let country = match entry {
            Entry::Place(pl) => self.lx.places[pl as usize].country,
            Entry::Country(c, CountryForm::Capital) => c,
            _ => return None,
        };
        let last = (town..self.end.min(town + 5)).take_while(|t| self.tokens[*t].cap).find(|t| is_forum(*t))?;
        let place = PlaceRef { country, start: k, end: town, whole_country: false };
        Some(Step::Other(Some(Np { places: vec![place], ..Np::other(i, last + 1) })))
    }

    /// "His Majesty", "Her Royal Highness" at `k`: where the form of address ends.
    pub(crate) fn styled(&self, k: usize) -> Option<usize> {
        if !self.is(k, Closed::Possessive) {
            return None;
        }
        let style = k + 1 + usize::from(self.lower_is(k + 1, "royal") || self.lower_is(k + 1, "imperial"));
        let styles = ["highness", "majesty", "excellency", "holiness", "eminence", "beatitude"];
        (self.tokens.get(style).is_some_and(|t| t.cap) && styles.iter().any(|w| self.lower_is(style, w))).then_some(style + 1)
    }

    /// A capital that neither opens the sentence nor stands in a headline.
    fn mid_cap(&self, k: usize) -> bool {
        self.tokens[k].cap && k > self.begin && !self.headline
    }

    /// Punctuation and numbers within a phrase, and words that cannot go on with it.
    fn between_words(&self, p: &mut Partial, i: usize, k: usize) -> Option<Step> {
        let mut k = k;
        let t = &self.tokens[k];
        let quoted_ship = if t.kind == Kind::Quote { self.quoted_ship(k) } else { None };
        match t.kind {
            // "ambassador to his country Jean Blanc"
            Kind::Word if p.pronoun && t.cap && self.lower_is(k - 1, "country") && !self.headline => return Some(Step::End),
            // "Speaker Ilir Example MP"
            Kind::Word if t.caps && (p.name.is_some() || p.person.is_some()) && MEMBERS.contains(&self.spelled(k)) => {
                p.level = p.level.or(Some(Level::Director));
                p.sector = p.sector.or(Some(Sector::Parliament));
                return Some(Step::On(k + 1));
            }
            // "the last time Kim sent"
            Kind::Word if k > i + 1 && t.cap && !self.tokens[k - 1].cap && self.lower_is(k - 1, "time") && !self.headline => {
                return Some(Step::End);
            }
            // "the last time vice ministers met"
            Kind::Word
                if k > i + 1
                    && !t.cap
                    && self.lower_is(k - 1, "time")
                    && ["last", "first", "only"].iter().any(|w| self.lower_is(k - 2, w))
                    && self.longest(k, kinds::OFFICE | kinds::GROUP | kinds::MODIFIER).is_some() =>
            {
                return Some(Step::End);
            }
            // "ambassadors to this country paid visits"
            Kind::Word
                if k == i + 2
                    && self.is(i, Closed::Determiner)
                    && self.lower_is(k - 1, "country")
                    && self.lx.forms(t.sym).iter().any(|f| f.1 == Form::Past) =>
            {
                return Some(Step::End);
            }
            // "Zelenskyy last met with"
            Kind::Word if !p.empty && self.tokens[k - 1].cap && self.lately(k) => {
                return Some(Step::End);
            }
            // "a Chilean aircraft delivered medicines"
            Kind::Word
                if !p.empty
                    && self.is(k - 1, Closed::VehicleNoun)
                    && self.verb_group(k).is_some_and(|v| v.tense == Tense::Past && !v.verbs.is_empty()) =>
            {
                return Some(Step::End);
            }
            Kind::Word => {}
            Kind::Number => {
                if p.closed_head() {
                    return Some(Step::End);
                }
                if let Some((e, end)) = self.date(k) {
                    if self.kind(end) == Some(Kind::Possessive) {
                        p.date = Some(e);
                        return Some(Step::On(end + 1));
                    }
                    return Some(Step::End);
                }
                // "the 2018 summit", and not "2000 fighter jets"
                let counted = k == i && self.tokens.get(k + 1).is_some_and(|t| t.kind == Kind::Word && !t.cap);
                // "the drill Balikatan 2022" is called so.
                let named = p.event.is_some() && self.tokens[k - 1].cap && !self.headline;
                if let Some(y) = self.spelled(k).parse::<i16>().ok().filter(|y| !counted && !named && (1945..2040).contains(y)) {
                    p.date = Some(DateExpr::Year(y));
                }
                p.adjective = true;
                p.counted = true;
                p.empty = false;
                return Some(Step::On(k + 1));
            }
            Kind::Hyphen if !p.empty => {
                // "UN-backed", "S-400": a compound that only describes.
                if let Some(end) = self.compound(k + 1) {
                    if p.mods.last().is_some_and(|m| m.3 == k) {
                        p.mods.pop();
                    }
                    if p.places.last().is_some_and(|m| m.end == k) {
                        p.places.pop();
                    }
                    if p.name.is_some_and(|n| n.1 == k) {
                        p.name = None;
                    }
                    p.trap = false;
                    p.other = false;
                    p.adjective = true;
                    return Some(Step::On(end));
                }
                p.hyphen = true;
                return Some(Step::On(k + 1));
            }
            Kind::Dash if !p.mods.is_empty() && p.mods.last().is_some_and(|m| m.3 == k) && self.country_form(k + 1).is_some() => {
                p.hyphen = true;
                return Some(Step::On(k + 1));
            }
            Kind::Possessive if !p.empty => {
                self.possess(p, k);
                return Some(Step::On(k + 1));
            }
            Kind::Open if !p.empty && self.abbreviated(k) => {
                return Some(Step::On(k + 3));
            }
            Kind::Other | Kind::Slash if p.empty || p.adjective || p.determiner && !p.closed_head() => {
                k += 1;
                p.adjective = true;
                return Some(Step::On(k));
            }
            // "the Indian frigate 'Teg' arrived"
            Kind::Quote if p.group.is_some_and(|g| self.vessel(g)) && quoted_ship.is_some() => {
                return Some(Step::On(quoted_ship.expect("just found")));
            }
            // 'the "Steppe Partner" exercise', 'the exercise "Steppe Partner"': what it is called.
            Kind::Quote if self.name_of_event(p, k).is_some() => {
                p.adjective = true;
                return self.name_of_event(p, k).map(Step::On);
            }
            Kind::Quote
                if !p.empty
                    && (p.adjective
                        || (p.pronoun || p.determiner) && self.kind(k + 2) == Some(Kind::Quote) && !self.tokens[k + 1].cap
                        || p.determiner
                            && (self.quoted_praise(k)
                                || self.quoted_event(k)
                                || p.other && self.longest(k + 1, kinds::NOUN).is_some()))
                    && !p.closed_head()
                    && self.kind(k + 1) == Some(Kind::Word)
                    && p.event.is_none()
                    && p.group.is_none() =>
            {
                return Some(Step::On(k + 1));
            }
            Kind::Comma if self.adjectives_go_on(p, k) => {
                return Some(Step::On(k + 1));
            }
            Kind::Comma
                if p.adjective
                        && !p.closed_head()
                        && p.event.is_none()
                        && p.group.is_none()
                        && p.office.is_none()
                        && self.kind(k + 1) == Some(Kind::Word)
                        && !self.tokens[k + 1].cap
                        && self.lx.classes[self.tokens[k + 1].sym as usize] == 0
                        // "will attend a ceremony, hold talks"
                        && !self.lx.forms(self.tokens[k + 1].sym).iter().any(|f| f.1 == Form::Base)
                        && self.longest(k + 2, kinds::NOUN).is_some() =>
            {
                return Some(Step::On(k + 1));
            }
            _ => return Some(Step::End),
        }
        None
    }

    /// "H.E. Mr. X", "the Seventh dialogue", "a three-day visit": words that say nothing of who it is.
    fn style(&self, p: &mut Partial, k: usize) -> Option<Step> {
        // "the Right Honourable X"
        if self.tokens[k].cap && self.lower_is(k, "right") && ["honourable", "honorable", "hon"].iter().any(|w| self.lower_is(k + 1, w)) {
            return Some(Step::On(k + 1));
        }
        // "the Peruvian Ambassador E. P.": extraordinary and plenipotentiary.
        if p.office.is_some() && p.name.is_none() && k > 0 && self.lower_is(k - 1, "ambassador") && self.tokens[k].cap {
            let point = |n: usize| usize::from(self.kind(n) == Some(Kind::Period));
            let letters = match self.spelled(k) {
                "E.P." | "E.P" | "EP" => Some(k + 1),
                "E" | "E." if point(k + 1) <= 1 && matches!(self.spelled(k + 1 + point(k + 1)), "P" | "P.") => {
                    let last = k + 2 + point(k + 1);
                    Some(last + point(last))
                }
                _ => None,
            };
            if letters.is_some_and(|n| n < self.end) {
                return letters.map(Step::On);
            }
        }
        let t = &self.tokens[k];
        let mid_cap = self.mid_cap(k);
        // "H.E. Mr. X": a style that says nothing.
        if t.cap && matches!(self.spelled(k), "H.E." | "H.E") {
            p.empty = false;
            return Some(Step::On(k + 1 + usize::from(self.kind(k + 1) == Some(Kind::Period))));
        }
        let follows = self.tokens.get(k + 1).is_some_and(|n| n.kind == Kind::Word && n.cap && !n.caps) || self.lower_is(k + 1, "the");
        let styled = p.empty || p.office.is_some() && p.name.is_none() && p.person.is_none();
        if t.caps && styled && follows && matches!(self.spelled(k), "HH" | "HRH" | "HM" | "HE" | "H.H." | "H.R.H." | "H.M.") {
            return Some(Step::On(k + 1));
        }
        let period = |n: usize| self.kind(n) == Some(Kind::Period);
        if t.cap && self.spelled(k) == "H" && period(k + 1) && period(k + 3) && self.spelled(k + 2) == "E" {
            p.empty = false;
            return Some(Step::On(k + 4));
        }
        // "the Seventh Japan-India dialogue": no name.
        let rank = |k: usize| self.longest(k, kinds::OFFICE | kinds::GROUP).is_some();
        let ordinal = mid_cap && (p.determiner || p.pronoun) && !p.closed_head() && ORDINALS.iter().any(|o| self.lower_is(k, o));
        if ordinal && !rank(k) && !rank(k + 1) {
            p.adjective = true;
            p.empty = false;
            return Some(Step::On(k + 1));
        }
        // "an Indo-Pacific dialogue": what it is about, and nobody's.
        let region = self.lower_is(k, "indo") && self.kind(k + 1) == Some(Kind::Hyphen) && self.lower_is(k + 2, "pacific");
        if region && !p.closed_head() && self.longest(k + 3, kinds::NOUN).is_some() {
            p.adjective = true;
            p.empty = false;
            return Some(Step::On(k + 3));
        }
        // "the Trilateral Indo-Pacific Dialogue": no name, either.
        let epithet = mid_cap && p.determiner && !p.closed_head() && EPITHETS.iter().any(|w| self.lower_is(k, w));
        if epithet && !rank(k) && !rank(k + 1) {
            p.adjective = true;
            p.empty = false;
            return Some(Step::On(k + 1));
        }
        // "an additional one billion euros"
        let more = ["additional", "further", "extra", "estimated"].iter().any(|w| self.lower_is(k, w));
        if more && p.determiner && self.word(k + 1).is_some_and(|w| small_number(&w).is_some()) {
            p.determiner = false;
            return Some(Step::On(k + 1));
        }
        // "a successful three-day visit"
        if !p.empty && !p.closed_head() && self.for_days(k) {
            p.adjective = true;
            return Some(Step::On(k + 3));
        }
        // "in-depth talks", "follow-up talks": a compound adjective.
        let follow_up = || !self.lx.forms(t.sym).is_empty() && matches!(self.word(k + 2).as_deref(), Some("up" | "off" | "out" | "down"));
        // "a sit-down with X": a noun of its own.
        let noun = || self.longest(k, kinds::NOUN).is_some_and(|(_, end)| end > k + 1);
        if !t.cap && self.kind(k + 1) == Some(Kind::Hyphen) && (self.is(k, Closed::Preposition) || follow_up()) && !noun() {
            p.adjective = true;
            p.empty = false;
            return Some(Step::On(k + 3));
        }
        None
    }

    /// Dates, ships, fields of an envoy: what stands before a name or noun and describes it.
    fn qualifier(&self, p: &mut Partial, k: usize) -> Option<Step> {
        let lx = self.lx;
        let t = &self.tokens[k];
        let s = self.tokens[k].sym;
        let mid_cap = self.mid_cap(k);
        if let Some((e, end)) = self.date(k) {
            if self.kind(end) == Some(Kind::Possessive) {
                p.date = Some(e);
                p.empty = false;
                p.adjective = true;
                return Some(Step::On(end + 1));
            }
            if !p.empty && p.closed_head() || p.event.is_some() || p.group.is_some() {
                return Some(Step::End);
            }
            // "a Monday meeting", "the May summit", "ahead of a May 1 deadline"
            let common = |t: &Token| t.kind == Kind::Word && !t.cap && lx.common_noun(t.sym) && lx.forms(t.sym).is_empty();
            let described = p.determiner && !p.other && end < self.end && common(&self.tokens[end]) && !self.adverb(end);
            if !p.empty && end < self.end && (described || self.longest(end, kinds::NOUN).is_some()) {
                p.date = Some(e);
                return Some(Step::On(end));
            }
            if !p.empty || t.kind == Kind::Number {
                return Some(Step::End);
            }
            return Some(Step::Other(None));
        }
        // "the tiny kingdom of Tonga", "the island state of Singapore", "the Himalayan kingdom of Bhutan"
        let epithet = p.name.is_none_or(|n| p.determiner && p.definite && n.1 == k && n.0 + 1 == k) && p.person.is_none();
        let land = !t.cap && !p.empty && p.mods.is_empty() && epithet && self.lower_is(k + 1, "of") && LANDS.contains(&self.spelled(k));
        if land && p.office.is_none() && p.event.is_none() && p.group.is_none() {
            let at = k + 2 + usize::from(self.lower_is(k + 2, "the"));
            if let Some((entry, end)) = self.longest_where(at, kinds::COUNTRY, |e| matches!(e, Entry::Country(_, CountryForm::Name))) {
                p.name = None;
                p.other = false;
                p.adjective = true;
                return self.named(p, entry, at, end).map(Step::On);
            }
        }
        // "the Port of Colombo"
        let port = t.cap && ["port", "city", "town"].iter().any(|w| self.lower_is(k, w)) && self.lower_is(k + 1, "of");
        if port && p.determiner && p.mods.is_empty() && p.name.is_none() && p.office.is_none() && p.group.is_none() {
            let town = |e: Entry| matches!(e, Entry::Place(_) | Entry::Country(_, CountryForm::Capital));
            let named = match self.longest_where(k + 2, kinds::PLACE | kinds::COUNTRY, town) {
                Some((Entry::Place(place), end)) => Some((lx.places[place as usize].country, end)),
                Some((Entry::Country(c, _), end)) => Some((c, end)),
                _ => None,
            };
            if let Some((country, end)) = named {
                p.places.push(PlaceRef { country, start: k + 2, end, whole_country: false });
                (p.other, p.empty) = (true, false);
                return Some(Step::On(end));
            }
        }
        // "energy-rich Azerbaijan", "war-torn Syria"
        let state = |n: usize| ["rich", "torn", "hit", "stricken", "strapped", "ridden", "ravaged"].iter().any(|w| self.lower_is(n, w));
        if !t.cap
            && self.kind(k + 1) == Some(Kind::Hyphen)
            && state(k + 2)
            && !p.closed_head()
            && (self.country_form(k + 3).is_some_and(|f| f.1 == CountryForm::Name) || self.quarter(k + 3).is_some())
        {
            p.adjective = true;
            p.empty = false;
            return Some(Step::On(k + 3));
        }
        // "southern Moldova": there, and not who acts.
        if let Some((country, end)) = self.quarter(k).filter(|_| !p.closed_head() && p.mods.is_empty()) {
            p.places.push(PlaceRef { country, start: k, end, whole_country: false });
            (p.other, p.empty) = (true, false);
            return Some(Step::On(end));
        }
        // "neighbouring Moldova"
        if !mid_cap && lx.is(s, Closed::LandAdjective) && self.country_form(k + 1).is_some() && !p.closed_head() {
            p.adjective = true;
            p.empty = false;
            return Some(Step::On(k + 1));
        }
        // "a state and friendship visit"
        if !t.cap && lx.is(s, Closed::VisitAdjective) && self.is(k + 1, Closed::Conjunction) && !p.closed_head() && p.event.is_none() {
            let noun = |n: usize| self.longest(n, kinds::NOUN).is_some();
            if self.is(k + 2, Closed::VisitAdjective) && (noun(k + 2) || noun(k + 3)) {
                p.adjective = true;
                p.empty = false;
                return Some(Step::On(k + 2));
            }
        }
        // "Rs 350 million"
        if t.cap && lx.is(s, Closed::Currency) && self.kind(k + 1) == Some(Kind::Number) && !p.closed_head() {
            p.adjective = true;
            p.empty = false;
            return Some(Step::On(k + 1));
        }
        // "USS Fitzgerald", "the destroyer INS Ranvijay": the letters say whose ship it is.
        if let Some(country) = (t.caps && s != 0).then(|| lx.ships.get(&s)).flatten() {
            // "INS Ranvijay", "PNS SAIF"
            let shouted = |n: usize| !self.tokens[n].caps || self.spelled(n).len() > 2 && lx.forms(self.tokens[n].sym).is_empty();
            let named = |n: usize| self.kind(n) == Some(Kind::Word) && self.tokens[n].cap && shouted(n);
            let quoted = self.quoted_ship(k + 1);
            let vessel = p.group.is_none_or(|g| self.vessel(g));
            if (named(k + 1) || quoted.is_some()) && vessel && p.name.is_none() && p.office.is_none() {
                let mut end = quoted.unwrap_or(k + 2);
                while quoted.is_none() && named(end) && self.country_form(end).is_none() && self.date(end).is_none() && end < k + 4 {
                    end += 1;
                }
                p.mods.push((*country, CountryForm::Adjective, k, k + 1));
                p.group = p.group.or(lx.vessel);
                p.other = false;
                p.empty = false;
                return Some(Step::On(end));
            }
        }
        // "the U.S. Syria envoy", "Russia's Middle East envoy": what he deals with, and not whose he is.
        let owned =
            p.mods.last().is_some_and(|m| m.3 == k) || self.kind(k.wrapping_sub(1)) == Some(Kind::Possessive) && !p.possessor.is_empty();
        let open = owned && p.name.is_none() && p.person.is_none() && p.office.is_none() && p.event.is_none();
        if let Some(end) = open.then(|| self.theme(k)).flatten() {
            p.adjective = true;
            return Some(Step::On(end));
        }
        // "the Republic of Peru", "the Federal Republic of Peru": no more than Peru.
        if let Some((entry, end)) = self.state_of(k).filter(|_| p.name.is_none() && p.person.is_none()) {
            if let Some(next) = self.named(p, entry, k, end) {
                p.empty = false;
                return Some(Step::On(next));
            }
        }
        // "a meeting co-chaired by X"
        // "the prime ministers co-chaired a meeting"
        if self.lower_is(k, "co") && self.kind(k + 1) == Some(Kind::Hyphen) {
            let somebody = !p.empty && (p.office.is_some() || p.group.is_some() || p.person.is_some() || p.name.is_some());
            let done = || k + 2 < self.end && self.lx.forms(self.tokens[k + 2].sym).iter().any(|f| f.1 == Form::Past);
            if p.event.is_some() || somebody && done() {
                return Some(Step::End);
            }
        }
        None
    }

    /// Names first: the longest phrase that is somebody or somewhere.
    fn somebody(&self, p: &mut Partial, k: usize) -> Option<Step> {
        let lx = self.lx;
        let t = &self.tokens[k];
        let s = self.tokens[k].sym;
        // Names first: the longest phrase that is somebody or somewhere.
        let name =
            self.longest(k, kinds::COUNTRY | kinds::PAIR | kinds::PERSON | kinds::INSTITUTION | kinds::TRAP | kinds::PLACE | kinds::AGENCY);
        // "a U.S. Navy ship": the ship, and not the navy.
        if let Some((Entry::Institution(i), end)) = name.filter(|(_, end)| *end > k + 1) {
            let country = lx.institutions[i as usize].country;
            let longer = self.longest(end - 1, kinds::GROUP).filter(|(_, g)| *g > end);
            if let (Some(c), Some((Entry::Group(g), to))) = (country, longer) {
                if p.name.is_none() && p.person.is_none() && p.group.is_none() {
                    p.mods.push((c, CountryForm::Adjective, k, end - 1));
                    p.group = Some(g);
                    p.other = false;
                    p.empty = false;
                    return Some(Step::On(to));
                }
            }
        }
        // "a Japanese Maritime Self Defence Force (JMSDF) ship": the ship as well.
        if let Some((Entry::Institution(i), end)) = name.filter(|_| p.name.is_none() && p.person.is_none() && p.group.is_none()) {
            let inst = &lx.institutions[i as usize];
            let letters = self.kind(end) == Some(Kind::Open) && self.kind(end + 2) == Some(Kind::Close) && self.tokens[end + 1].caps;
            let end = end + if letters { 3 } else { 0 };
            let craft = ["ship", "ships", "vessel", "vessels", "warship", "warships", "frigate", "destroyer"];
            let sails = inst.sector == Sector::Military && end < self.end && craft.iter().any(|w| self.lower_is(end, w));
            if let Some(c) = inst.country.filter(|_| sails && lx.vessel.is_some()) {
                p.mods.push((c, CountryForm::Adjective, k, end));
                p.group = lx.vessel;
                (p.other, p.empty) = (false, false);
                return Some(Step::On(end + 1));
            }
        }
        // "ambassador to the DPRK German Hermin X": behind a country's name the adjective is a given name.
        let given_name = matches!(name, Some((Entry::Country(_, CountryForm::Adjective), end)) if end == k + 1
                && self.kind(end) == Some(Kind::Word)
                && self.tokens[end].cap
                && self.tokens[end].sym == 0)
            && !p.hyphen
            && p.mods.last().is_some_and(|m| m.3 == k && m.1 == CountryForm::Name);
        // "Secretary-General Wellington Koo": behind an office a capital before an unknown name is a given name.
        let capital = matches!(name, Some((Entry::Country(_, CountryForm::Capital), end)) if end == k + 1
                && self.kind(end) == Some(Kind::Word)
                && self.tokens[end].cap
                && !self.headline
                && self.longest(end, kinds::OFFICE | kinds::GROUP | kinds::NOUN | kinds::INSTITUTION | kinds::COUNTRY | kinds::PLACE).is_none()
                && (self.tokens[end].sym == 0 || self.lx.surnames.contains_key(&self.tokens[end].sym)))
            && p.office.is_some_and(|o| o.1 == k);
        let given_name = given_name || capital;
        if let Some(end) = given_name.then(|| self.name_run(k, true)).flatten() {
            p.name = Some((k, end));
            p.empty = false;
            return Some(Step::On(end));
        }
        if let Some((entry, end)) = name {
            if self.longest(k, kinds::OFFICE).is_none_or(|(_, o)| o <= end) {
                match self.named(p, entry, k, end) {
                    Some(next) => {
                        p.empty = false;
                        return Some(Step::On(next));
                    }
                    None => return Some(Step::End),
                }
            }
        }
        // "Peru's Callao port": a place of its owner's.
        let site = p.name.is_some_and(|n| n.1 == k) && matches!(self.spelled(k), "port" | "airport" | "harbour" | "harbor" | "airbase");
        let owner = p.possessor.iter().filter(|a| a.kind == ActorKind::Country).find_map(|a| a.country);
        if let (true, Some(country), true) = (site, owner, p.office.is_none() && p.person.is_none()) {
            let start = p.name.expect("a site has a name").0;
            p.places.push(PlaceRef { country, start, end: k + 1, whole_country: false });
            p.name = None;
            p.empty = false;
            return Some(Step::On(k + 1));
        }
        // "Pacific countries": no one's name.
        let lands = p.name.is_some_and(|n| n.1 == k) && matches!(self.spelled(k), "countries" | "nations");
        // "the Pripyat river": a name before a common noun is the thing's.
        if (p.determiner && p.definite || lands)
            && p.name.is_some_and(|n| n.1 == k)
            && p.person.is_none()
            && p.office.is_none()
            && p.mods.is_empty()
            && !t.cap
            && (lx.forms(s).is_empty() && lx.common_noun(s) || lands || PLACE_NOUNS.contains(&self.spelled(k)))
            && !self.adverb(k)
            && self.longest(k, kinds::GROUP | kinds::NOUN | kinds::OFFICE).is_none()
        {
            p.name = None;
            p.adjective = true;
            p.other = lx.forms(s).is_empty();
        }
        None
    }

    /// Pronouns, articles, conjunctions, prepositions, forms of address.
    fn grammatical(&self, p: &mut Partial, i: usize, k: usize) -> Option<Step> {
        let lx = self.lx;
        let mut k = k;
        let t = &self.tokens[k];
        let s = self.tokens[k].sym;
        let mid_cap = self.mid_cap(k);
        let closed = self.longest_where(k, kinds::CLOSED, |e| matches!(e, Entry::Closed(c, _) if c != Closed::Tail));
        let compound = self.kind(k + 1) == Some(Kind::Hyphen);
        if closed.is_some_and(|(_, end)| end > k + 1) && !compound && self.longest(k, kinds::OFFICE).is_none() {
            return Some(Step::End);
        }
        // "received her at the palace": no possessive.
        let ends = |n: usize| {
            self.kind(n) != Some(Kind::Word)
                || [Closed::Preposition, Closed::To, Closed::Conjunction, Closed::Subordinator].iter().any(|c| self.is(n, *c))
        };
        let her =
            p.empty && !mid_cap && lx.text(s) == "her" && !matches!(self.kind(k + 1), Some(Kind::Number | Kind::Quote)) && ends(k + 1);
        if (lx.is(s, Closed::Pronoun) || her) && !mid_cap {
            if p.empty {
                return Some(Step::Other(Some(Np { kind: NpKind::Pronoun, ..Np::other(k, k + 1) })));
            }
            return Some(Step::End);
        }
        // "His Majesty King Hamad", "Her Royal Highness Princess Anne", "His Majesty the King of Peru", "President His
        // Excellency X"
        let titled = mid_cap && p.office.is_some() && p.name.is_none() && p.person.is_none();
        if let Some(end) = self.styled(k).filter(|_| p.empty || titled) {
            // "conveyed to His Majesty a letter": a phrase of its own.
            let office = || self.lower_is(end, "the") && self.longest(end + 1, kinds::OFFICE | kinds::MODIFIER).is_some();
            if end < self.end && (self.tokens[end].cap || self.is(end, Closed::Determiner) && office()) {
                return Some(Step::On(end));
            }
            // "His Majesty, Sultan Haitham"
            let named = |k: usize| self.tokens[k].cap && self.longest(k, kinds::OFFICE | kinds::PERSON | kinds::COUNTRY).is_some();
            if p.empty && end + 1 < self.end && self.kind(end) == Some(Kind::Comma) && named(end + 1) {
                return Some(Step::On(end + 1));
            }
            // "His Highness received the envoys": he.
            if p.empty {
                return Some(Step::Other(Some(Np { kind: NpKind::Pronoun, ..Np::other(k, end) })));
            }
        }
        if lx.is(s, Closed::Possessive) && !mid_cap {
            if !p.empty {
                return Some(Step::End);
            }
            p.pronoun = true;
            p.empty = false;
            return Some(Step::On(k + 1));
        }
        // "with An Kun Song": a surname.
        if mid_cap && p.empty && self.lower_is(k, "an") && self.tokens.get(k + 1).is_some_and(|t| t.cap && t.kind == Kind::Word) {
            if let Some(end) = self.name_run(k, true).filter(|e| *e > k + 1) {
                p.name = Some((k, end));
                p.empty = false;
                return Some(Step::On(end));
            }
        }
        // "a successful two week visit"
        let lasts =
            p.determiner && NUMERALS.contains(&lx.text(s)) && matches!(self.spelled((k + 1).min(self.end - 1)), "day" | "week" | "month");
        if lasts && k + 2 < self.end {
            p.adjective = true;
            return Some(Step::On(k + 2));
        }
        // "back-to-back talks", "step-by-step accord"
        let glued = |n: usize| self.kind(n) == Some(Kind::Hyphen) && self.tokens.get(n + 1).is_some_and(|t| t.glued);
        let compound = !t.cap && glued(k + 1) && glued(k + 3) && matches!(self.spelled(k + 2), "to" | "by" | "for" | "and" | "of" | "on");
        if compound && !p.closed_head() && self.noun_follows(k + 5) && self.longest(k, kinds::NOUN).is_none() {
            p.adjective = true;
            p.empty = false;
            return Some(Step::On(k + 5));
        }
        // "a one-on-one with X": no number.
        let lateral = || self.kind(k + 1) == Some(Kind::Hyphen) && self.longest(k, kinds::NOUN).is_some_and(|(_, end)| end > k + 2);
        if lx.is(s, Closed::Determiner) && !(mid_cap && !p.empty) && !(p.determiner && lateral()) {
            let again = k > i && self.is(k - 1, Closed::Conjunction);
            if p.closed_head() && !again
                || p.group.is_some()
                || p.event.is_some()
                || p.office.is_some()
                || p.other
                || p.possessor.is_empty() && !p.mods.is_empty() && !again
            {
                return Some(Step::End);
            }
            p.determiner = true;
            p.singular |= matches!(lx.text(s), "a" | "an" | "another" | "this" | "each");
            p.definite |= s == crate::lexicon::THE;
            p.counted |= NUMERALS.contains(&lx.text(s));
            p.empty = false;
            return Some(Step::On(k + 1));
        }
        // "Peru and Chile exchange letters": they do.
        let several = |n: usize| self.kind(n) == Some(Kind::Word) && !self.tokens[n].cap && self.word(n).is_some_and(|w| w.ends_with('s'));
        if !t.cap && k > i && lx.text(s) == "exchange" && several(k + 1) && (self.tokens[k - 1].cap || several(k - 1)) {
            return Some(Step::End);
        }
        if lx.is(s, Closed::Conjunction) {
            if self.adjectives_go_on(p, k) || self.paired_adjectives(p, k) {
                return Some(Step::On(k + 1));
            }
            // "a party and government delegation"
            let body = |n: usize| matches!(self.word(n).as_deref(), Some("party" | "government" | "state" | "military"));
            let sent = |n: usize| matches!(self.word(n).as_deref(), Some("delegation" | "delegations" | "mission"));
            if p.group.is_some() && body(k - 1) && body(k + 1) && sent(k + 2) {
                return Some(Step::On(k + 1));
            }
            if let Some(noun) = self.title_goes_on(p, k) {
                p.name = None;
                return Some(Step::On(noun));
            }
            return Some(Step::End);
        }
        let stop = [
            Closed::Preposition,
            Closed::Subordinator,
            Closed::Relative,
            Closed::Adversative,
            Closed::Be,
            Closed::Have,
            Closed::Do,
            Closed::Future,
            Closed::Negation,
            Closed::To,
        ];
        // "Under Secretary of State X"
        let titled = || t.cap && k == i && self.longest(k, kinds::OFFICE).is_some_and(|o| o.1 > k + 1);
        if !mid_cap && stop.iter().any(|c| lx.is(s, *c)) && !titled() {
            return Some(Step::End);
        }
        if !mid_cap && lx.is(s, Closed::Possible) {
            return Some(Step::End);
        }
        if lx.is(s, Closed::Honorific) && t.cap {
            // "Mr. Lavrov", "Gen. X": the title says that a name follows.
            if p.closed_head() {
                return Some(Step::End);
            }
            let mut n = k + 1;
            if self.kind(n) == Some(Kind::Period) {
                n += 1;
            }
            if n < self.end && self.tokens[n].kind == Kind::Word && self.tokens[n].cap {
                // "the Honourable Sir Keir Starmer"
                if self.is(n, Closed::Honorific) && p.name.is_none() {
                    p.empty = false;
                    return Some(Step::On(n));
                }
                if self.longest(k, kinds::OFFICE).is_none() {
                    p.empty = false;
                    k = n;
                    // "Sir Keir Starmer": whom the lexicon knows, it names.
                    if self.longest(n, kinds::PERSON).is_some_and(|(_, end)| end > n + 1) {
                        return Some(Step::On(k));
                    }
                    if let Some(end) = self.name_run(k, true) {
                        p.name = Some((k, end));
                        k = end;
                    }
                    return Some(Step::On(k));
                }
            }
        }
        None
    }

    /// Offices, groups, and the nouns that tell of exchanges.
    fn head_noun(&self, p: &mut Partial, k: usize, before: &[Spanned]) -> Option<Step> {
        let lx = self.lx;
        let s = self.tokens[k].sym;
        // The grammar of offices.
        if p.event.is_none() {
            if let Some(end) = self.office(p, k) {
                if end == usize::MAX {
                    return Some(Step::End);
                }
                p.empty = false;
                return Some(Step::On(end));
            }
        }
        let group = self.longest(k, kinds::GROUP);
        // "for 90 minutes"
        let lasts = self.lower_is(k, "minutes") && k > self.begin && (self.tokens[k - 1].kind == Kind::Number || self.counts(k - 1));
        let owned = p.pronoun || !p.possessor.is_empty();
        let noun = self.longest(k, kinds::NOUN).filter(|(n, end)| !lasts && self.given(*n, *end, owned, before));
        // "toured the region meeting the leaders": no noun before an article.
        if p.other && self.is(k + 1, Closed::Determiner) && self.lower_is(k, "meeting") && p.event.is_none() && !p.empty {
            return Some(Step::End);
        }
        if let Some((Entry::Noun(n), end)) = noun {
            if group.is_none_or(|(_, g)| g <= end) {
                if (p.name.is_some() || p.person.is_some() || p.office.is_some() || p.group.is_some()) && self.noun_is_verb(k) {
                    return Some(Step::End);
                }
                if p.closed_head() && self.noun_is_verb(k) {
                    return Some(Step::End);
                }
                if let Some((from, to)) = p.name.filter(|_| !p.hyphen) {
                    // "a New Year friendship meeting", "his Gulf tour"
                    let owned = p.determiner || p.pronoun || !p.possessor.is_empty();
                    // "Victory Day greetings", "Russia Day greetings": the day's name, and no country.
                    let day = to == k && (self.lower_is(to - 1, "day") || self.lower_is(to - 1, "year"));
                    // "American Patriot air defence systems": a make.
                    let make = to == k
                        && to == from + 1
                        && !self.headline
                        && self.tokens[from].sym == 0
                        && lx.noun_tells(n, ExchangeType::Transfer);
                    // "scraps Macron-Putin summit"
                    let known = |t: usize| lx.surnames.contains_key(&self.tokens[t].sym);
                    let couple = to == k
                        && to == from + 3
                        && self.tokens[from + 1].kind == Kind::Hyphen
                        && known(from)
                        && known(from + 2)
                        && lx.noun_tells(n, ExchangeType::Meeting);
                    // "for Blue Heron drills"
                    let named = to == k
                        && lx.noun_tells(n, ExchangeType::Exercise)
                        && (from..to).all(|t| !known(t))
                        && matches!(before.last().map(|s| &s.chunk), Some(Chunk::Prep(_)));
                    if !(owned || day || make || couple || named) || p.office.is_some() || p.person.is_some() {
                        return Some(Step::End);
                    }
                    if day {
                        p.mods.retain(|m| m.3 != from);
                    }
                    p.name = None;
                }
                p.event = Some((n, k, end));
                p.other = false;
                p.empty = false;
                return Some(Step::On(end));
            }
        }
        if let Some((Entry::Group(g), end)) = group {
            let verbish = !lx.forms(s).is_empty() && p.closed_head() && !p.hyphen;
            let name_before = p.name.is_some() || p.person.is_some();
            if !verbish && !name_before {
                p.group = Some(g);
                p.premises = matches!(
                    lx.text(self.tokens[end - 1].sym),
                    "embassy" | "consulate" | "parliament" | "assembly" | "ministry" | "embassies" | "consulates" | "missions"
                ) || end > 1 && self.lower_is(end - 1, "commission") && self.lower_is(end - 2, "high");
                p.event = None;
                p.other = false;
                p.empty = false;
                return Some(Step::On(end));
            }
            return Some(Step::End);
        }
        None
    }

    /// A capitalised run that nobody knows is a name.
    fn unknown_name(&self, p: &mut Partial, k: usize) -> Option<Step> {
        let lx = self.lx;
        let t = &self.tokens[k];
        let sentence_first = k == self.begin;
        if (t.cap || self.particle_name(k)) && !self.headline_verb(k) {
            let next_cap = self.kind(k + 1) == Some(Kind::Word) && self.tokens[k + 1].cap;
            if !sentence_first || next_cap || self.opens_with_name(k) || self.particle_name(k) {
                // "a Strategic Mutual Defence Agreement"
                if let Some((n, a, b)) = self.titled_event(k).filter(|_| p.name.is_none() && p.person.is_none()) {
                    p.event = Some((n, a, b));
                    p.other = false;
                    p.empty = false;
                    return Some(Step::On(b));
                }
                if p.name.is_some() || p.person.is_some() {
                    return Some(Step::End);
                }
                // "the chairman of the group for the study of Kimilsungism": a teaching, and nobody.
                if p.office.is_some() && self.spelled(k).ends_with("ism") {
                    p.other = true;
                    return Some(Step::On(k + 1));
                }
                if let Some((g, end)) = self.titled_group(k).filter(|_| p.office.is_none() && p.event.is_none()) {
                    p.group = Some(g);
                    p.other = false;
                    p.empty = false;
                    return Some(Step::On(end));
                }
                // "the naval ships Arrow and Swift"
                if p.group.is_some_and(|g| self.vessel(g)) {
                    if let Some(end) = self.names_of_ships(k) {
                        return Some(Step::On(end));
                    }
                }
                // "Quake-hit Ecuador"
                let described = if self.kind(k + 1) == Some(Kind::Hyphen) && k + 2 < self.end { self.compound(k + 2) } else { None };
                if let Some(end) = described.filter(|_| !self.tokens[k + 2].cap && self.country_form(k).is_none()) {
                    p.adjective = true;
                    p.empty = false;
                    return Some(Step::On(end));
                }
                // "Housing Minister X"
                let minister = p.event.is_none() && p.name.is_none() && self.field_of_minister(k).is_some();
                if let Some(end) = minister.then(|| self.office(p, k)).flatten() {
                    if end == usize::MAX {
                        return Some(Step::End);
                    }
                    p.empty = false;
                    return Some(Step::On(end));
                }
                if let Some(end) = self.name_run(k, false) {
                    // "40 Marder vehicles": behind a number a name before a common noun is a make.
                    let noun = |t: &Token| {
                        matches!(t.kind, Kind::Word | Kind::Number) && !t.cap && lx.common_noun(t.sym) && lx.forms(t.sym).is_empty()
                    };
                    if p.counted && p.mods.is_empty() && end < self.end && noun(&self.tokens[end]) {
                        p.adjective = true;
                        p.empty = false;
                        return Some(Step::On(end));
                    }
                    p.name = Some((k, end));
                    p.empty = false;
                    return Some(Step::On(end));
                }
            }
        }
        // "the Russian Far Eastern city": the capitals were no name.
        if p.name.is_some_and(|n| n.1 == k) && p.office.is_none() && !p.mods.is_empty() && PLACE_NOUNS.contains(&self.spelled(k)) {
            p.name = None;
        }
        None
    }

    /// Lower case: modifier, noun or verb.
    fn lower_case(&self, p: &mut Partial, i: usize, k: usize, before: &[Spanned]) -> Step {
        let lx = self.lx;
        let t = &self.tokens[k];
        let s = self.tokens[k].sym;
        // Lower case: modifier, noun or verb. "a DPRK electronics delegation": behind "a" a country modifies; so does it
        // before a compound, "the UK inter-parliamentary delegation".
        let compound = p.determiner && !t.cap && self.kind(k + 1) == Some(Kind::Hyphen) && lx.forms(s).is_empty();
        let modifies = p.name.is_none() && p.person.is_none() && (p.singular && s == 0 || compound) && !self.adverb(k);
        if p.closed_head() && p.event.is_none() && !modifies {
            return Step::End;
        }
        let w = lx.text(s);
        if let Some(rule) = lx.modifiers.get(&s).filter(|_| s != 0) {
            p.modifier = Some(*rule);
            p.adjective = true;
            p.empty = false;
            return Step::On(k + 1);
        }
        if let Some(st) = status_word(w).filter(|_| s != 0) {
            p.status = Some(st);
        }
        let forms = lx.forms(s);
        // "at the Defence Ministry building"
        if p.premises && p.event.is_none() && self.lower_is(k, "building") {
            p.empty = false;
            return Step::On(k + 1);
        }
        if !forms.is_empty() {
            return self.verb_form(p, i, k, before);
        }
        // "their largest-ever drill"
        if lx.is(s, Closed::Adverb) && k > i && self.tokens[k - 1].kind == Kind::Hyphen {
            p.adjective = true;
            return Step::On(k + 1);
        }
        if lx.is(s, Closed::Adverb) || self.adverb(k) {
            if p.group.is_some() || p.event.is_some() || p.office.is_some() || p.other || p.empty {
                return Step::End;
            }
            return Step::On(k + 1);
        }
        if PLACE_NOUNS.contains(&self.spelled(k)) || PREMISES.contains(&self.spelled(k)) {
            // "the Libyan capital Tripoli", "the city of Hue"
            let of = usize::from(self.lower_is(k + 1, "of"));
            // "the capital of the Federal Republic of Nigeria"
            let of = of + usize::from(of == 1 && self.lower_is(k + 2, "the"));
            let state = if of > 0 { self.state_of(k + 1 + of) } else { None };
            if let Some((Entry::Country(country, _), end)) = state {
                p.places.push(PlaceRef { country, start: k + 1 + of, end, whole_country: true });
                (p.other, p.empty) = (true, false);
                return Step::On(end);
            }
            let named = match self.longest_where(k + 1 + of, kinds::PLACE | kinds::COUNTRY, |e| {
                matches!(e, Entry::Place(_) | Entry::Country(_, CountryForm::Name))
            }) {
                Some((Entry::Place(pl), end)) => Some((lx.places[pl as usize].country, end, false)),
                Some((Entry::Country(c, _), end)) => Some((c, end, true)),
                _ => None,
            };
            if let Some((country, end, whole_country)) = named {
                p.places.push(PlaceRef { country, start: k + 1 + of, end, whole_country });
                p.other = true;
                p.empty = false;
                return Step::On(end);
            }
            if let Some(m) = p.mods.last() {
                // "a Malaysian refugee centre" is a place without a name.
                let nameless = PREMISES.contains(&self.spelled(k));
                p.places.push(PlaceRef { country: m.0, start: k, end: k + 1, whole_country: nameless });
            }
        }
        if p.event.is_some() && (self.spelled(k).ends_with("ed") || self.spelled(k).ends_with("ing")) {
            return Step::End;
        }
        if p.event.is_some() && s == 0 || p.event.is_some() && p.group.is_none() && forms.is_empty() {
            // "the summit venue", "a visit plan" are no exchange.
            p.event = None;
        }
        // "U.S. military aircraft": the group only describes a thing.
        let people = ["staff", "members", "personnel", "sources", "source", "figures", "heads", "aides", "workers", "employees"];
        if p.group.is_some_and(|g| !lx.groups[g as usize].plural && lx.groups[g as usize].sector == Some(Sector::Military))
            && forms.is_empty()
            && !people.contains(&self.spelled(k))
        {
            p.group = None;
        }
        p.other = p.group.is_none() || p.other;
        if !matches!(w, "first" | "second" | "third" | "new" | "high" | "level") {
            p.adjective = true;
        }
        p.empty = false;
        Step::On(k + 1)
    }

    /// A word that may be a verb: a modifier of the phrase, or its end.
    fn verb_form(&self, p: &mut Partial, i: usize, k: usize, before: &[Spanned]) -> Step {
        let lx = self.lx;
        let s = self.tokens[k].sym;
        let (w, forms) = (lx.text(s), lx.forms(s));
        // "a new arms control treaty": behind "a", a bare form before a noun is part of the compound.
        if (p.event.is_some() || p.other) && p.singular && forms.iter().all(|f| f.1 == Form::Base) && self.compound_goes_on(k) {
            p.event = None;
            p.adjective = true;
            return Step::On(k + 1);
        }
        // "Sudan's border dispute with Ethiopia": of what is between the two, no verb.
        if k > i && lx.is(s, Closed::RelationalNoun) && self.is(k - 1, Closed::RelationalNoun) {
            p.other = true;
            return Step::On(k + 1);
        }
        // "a new higher stage": behind "a", a bare form agrees with no subject.
        if p.other && p.singular && p.group.is_none() && p.event.is_none() && forms.iter().all(|f| f.1 == Form::Base) {
            return Step::On(k + 1);
        }
        let inst_head = p.institution.is_some() && p.institution_end == k;
        let adjectival = forms.iter().any(|f| matches!(f.1, Form::Ing | Form::Past | Form::Participle));
        // "an industrial working delegation": a participle right before people or an event modifies them.
        let modifies =
            adjectival && p.determiner && p.other && k + 1 < self.end && self.longest(k + 1, kinds::GROUP | kinds::NOUN).is_some();
        let head = p.group.is_some() || p.event.is_some() || p.office.is_some() || p.other && !modifies || inst_head;
        // "working-level talks"
        let compound = adjectival && self.kind(k + 1) == Some(Kind::Hyphen);
        if head || p.empty && !adjectival {
            return Step::End;
        }
        if p.empty && adjectival {
            // "visiting Chinese officials" at the start of a phrase, "scheduled talks", "for increased trade"
            let prep = |x: Option<&Spanned>| matches!(x.map(|s| &s.chunk), Some(Chunk::Prep(_)));
            let described = forms.iter().all(|f| f.1 != Form::Ing)
                && (prep(before.last())
                    || matches!(i.checked_sub(1).and_then(|k| self.word(k)).as_deref(), Some("newly" | "freshly" | "democratically"))
                    || matches!(before.last().map(|s| &s.chunk), Some(Chunk::Adverb(_)))
                        && before.len() >= 2
                        && prep(before.get(before.len() - 2)));
            if status_word(w).is_none() && !described && !compound {
                return Step::End;
            }
        }
        p.adjective = true;
        if !adjectival {
            p.other = true;
        }
        p.empty = false;
        Step::On(k + 1)
    }

    /// "Putin met", "Park is to": a lone capitalised word that opens a sentence is a name if it is no
    /// common word and a verb, a possessive or a comma follows. Whose name, the article must have said.
    fn opens_with_name(&self, k: usize) -> bool {
        let lx = self.lx;
        let s = self.tokens[k].sym;
        let n = k + 1;
        let follows = match self.kind(n) {
            Some(Kind::Possessive | Kind::Comma) => true,
            // "Putin to visit Mongolia", "Putin in Mongolia for talks"
            Some(Kind::Word) if lx.surnames.contains_key(&s) && self.headline_tells(n) => true,
            Some(Kind::Word) => {
                let s = self.tokens[n].sym;
                !lx.forms(s).is_empty()
                    || self.date(n).is_some()
                    || (self.is(n, Closed::Preposition) && n + 1 < self.end && self.date(n + 1).is_some())
                    || self.adverb(n)
                    || self.lately(n)
                    || [Closed::Be, Closed::Have, Closed::Do, Closed::Future, Closed::Possible, Closed::Adverb, Closed::Conjunction]
                        .iter()
                        .any(|c| lx.is(s, *c))
            }
            _ => false,
        };
        // "Ali bin Ahmed met", "Ursula von der Example said"
        let particle = |t: usize| self.kind(t) == Some(Kind::Word) && !self.tokens[t].cap && self.is(t, Closed::NameParticle);
        let behind = (n..self.end).find(|t| !particle(*t)).filter(|t| *t > n);
        let follows = follows || behind.is_some_and(|t| self.kind(t) == Some(Kind::Word) && self.tokens[t].cap);
        let like = n < self.end && lx.text(self.tokens[n].sym) == "like";
        follows
            && !like
            && lx.classes[s as usize] & !(1 << Closed::NameParticle as u32) == 0
            && lx.forms(s).is_empty()
            && !matches!(
                self.spelled(k),
                "Other" | "Several" | "Many" | "Some" | "Few" | "More" | "Most" | "Various" | "All" | "Both" | "Neither" | "Either"
            )
            && !self.adverb(k)
            && self
                .longest(k, kinds::NOUN | kinds::GROUP | kinds::OFFICE | kinds::PORTFOLIO | kinds::MODIFIER | kinds::SECTOR | kinds::CLOSED)
                .is_none()
    }

    /// Behind a name that opens a headline: what he is to do, or where he is.
    fn headline_tells(&self, n: usize) -> bool {
        let next = n + 1;
        next < self.end
            && match self.lx.text(self.tokens[n].sym) {
                "to" => !self.tokens[next].cap && !self.lx.forms(self.tokens[next].sym).is_empty(),
                "in" => self.country_form(next).is_some(),
                _ => false,
            }
    }

    /// What closes a compound adjective behind a hyphen: "-backed", "-based", "-400".
    fn compound(&self, k: usize) -> Option<usize> {
        let t = self.tokens.get(k).filter(|_| k < self.end)?;
        if t.kind == Kind::Number {
            return Some(k + 1);
        }
        let w = self.spelled(k);
        // "two-day"
        let measure = k >= 2
            && (self.tokens[k - 2].kind == Kind::Number || NUMERALS.contains(&self.spelled(k - 2)))
            && matches!(
                w,
                "day" | "week" | "month" | "year" | "hour" | "minute" | "nation" | "way" | "country" | "member" | "person" | "point"
            );
        // "anti-ship missiles"
        let against = k >= 2 && matches!(self.spelled(k - 2), "anti" | "non" | "pre" | "post" | "multi" | "counter" | "cross");
        let describes = !t.cap
            && (w.len() > 3 && (w.ends_with("ed") || w.ends_with("ing"))
                || matches!(
                    w,
                    "led"
                        | "run"
                        | "made"
                        | "built"
                        | "born"
                        | "held"
                        | "friendly"
                        | "wide"
                        | "style"
                        | "era"
                        | "level"
                        | "linked"
                        | "owned"
                        | "torn"
                        | "hit"
                        | "stricken"
                        | "ridden"
                ))
            && self.longest(k, kinds::NOUN | kinds::GROUP).is_none();
        // "a pollution-control vessel"
        let whose = |g: Entry| matches!(g, Entry::Group(g) if self.lx.groups[g as usize].force.is_some());
        let armed = !t.cap && k + 1 < self.end && self.longest(k + 1, kinds::GROUP).is_some_and(|(g, _)| whose(g));
        (describes || measure || armed || against && !t.cap).then_some(k + 1)
    }

    /// Does a noun of an exchange follow within the compound that goes on at `k`?
    fn compound_goes_on(&self, k: usize) -> bool {
        for n in k + 1..k + 4 {
            if self.kind(n) != Some(Kind::Word)
                || self.is(n, Closed::Determiner)
                || self.is(n, Closed::Preposition)
                || self.is(n, Closed::To)
            {
                return false;
            }
            if self.longest(n, kinds::NOUN).is_some() {
                return true;
            }
        }
        false
    }

    /// An event noun at the end of a run of capitalised words.
    fn titled_event(&self, k: usize) -> Option<(u16, usize, usize)> {
        let mut e = k + 1;
        while e < self.end && e < k + 8 {
            match self.tokens[e].kind {
                Kind::Hyphen => e += 1,
                Kind::Word if self.tokens[e].cap => {
                    if let Some((Entry::Noun(n), end)) = self.longest(e, kinds::NOUN) {
                        let more = end < self.end && self.tokens[end].kind == Kind::Word && self.tokens[end].cap;
                        if !more && !self.headline {
                            return Some((n, e, end));
                        }
                    }
                    if self.country_form(e).is_some() {
                        return None;
                    }
                    e += 1;
                }
                Kind::Word if self.is(e, Closed::Conjunction) && self.tokens.get(e + 1).is_some_and(|t| t.cap) => e += 1,
                _ => return None,
            }
        }
        None
    }

    /// A capitalised verb in a headline or at the start of a sentence is not a name.
    fn headline_verb(&self, k: usize) -> bool {
        (self.headline || k == self.begin) && !self.lx.forms(self.tokens[k].sym).is_empty()
    }

    /// Is the noun at `k`, after a name, the verb that is written alike ("Kim visits")?
    fn noun_is_verb(&self, k: usize) -> bool {
        let s = self.tokens[k].sym;
        let forms = self.lx.forms(s);
        if forms.is_empty() {
            return false;
        }
        let w = self.lx.text(s);
        if matches!(w, "talks" | "drills" | "exercises" | "meeting" | "meetings") {
            return false;
        }
        forms.iter().any(|f| f.1 != Form::Base)
            || self.is(k + 1, Closed::Determiner)
            || self.tokens.get(k + 1).is_some_and(|t| t.cap && k + 1 < self.end)
    }

    /// A sum or a ship is read as what it is only where it is given: "donated two ships", "gave Chad $2 million", "the delivery
    /// of six boats", "boats were handed over".
    pub(in crate::annotate) fn given(&self, noun: Entry, end: usize, owned: bool, before: &[Spanned]) -> bool {
        let lx = self.lx;
        let Entry::Noun(n) = noun else { return true };
        let mut rules = lx.nouns[n as usize].rules.iter().map(|r| &lx.rules[*r as usize]).peekable();
        if !rules.peek().is_some_and(|r| r.given) {
            return true;
        }
        // "a trilateral with X", and not "a trilateral naval drill"
        if self.spelled(end - 1).ends_with("lateral") && self.noun_follows(end) {
            return false;
        }
        // "in a call with X": the prepositions tell it from "a call for peace".
        let follows = self.word(end);
        // So does whose it is: "Blinken's call with X".
        if (follows.as_deref() == Some("between") || owned && follows.as_deref() == Some("with"))
            && rules.clone().any(|r| !r.behind.is_empty())
        {
            return true;
        }
        if let ([.., Spanned { chunk: Chunk::Prep(p) | Chunk::Sub(p), .. }], Some("with" | "from")) = (before, follows.as_deref()) {
            let p = lx.text(*p);
            if rules.clone().any(|r| r.behind.iter().any(|w| w == p)) {
                return true;
            }
        }
        let light: Vec<&str> = rules.flat_map(|r| &r.light).map(String::as_str).collect();
        let gives = |v: &Vg| v.verbs.iter().any(|x| light.contains(&lx.verbs[*x as usize].text.as_str()));
        let noun_of_giving = |s: &Spanned| self.is(s.end - 1, Closed::LightNoun) || self.lower_is(s.end - 1, "sale");
        // "$5 million in food aid": the aid is what is given.
        if matches!(self.word(end).as_deref(), Some("in" | "of" | "worth")) && self.word(end + 1).as_deref() != Some("order") {
            return false;
        }
        let passive = || {
            let v = self.verb_group(end);
            v.is_some_and(|v| v.passive && gives(&v))
        };
        match before {
            [.., Spanned { chunk: Chunk::Vg(v), .. }] if gives(v) => true,
            [.., Spanned { chunk: Chunk::Vg(v), .. }, Spanned { chunk: Chunk::Np(_), .. }] if gives(v) => true,
            [.., noun, Spanned { chunk: Chunk::Prep(p), .. }] if lx.text(*p) == "of" && noun_of_giving(noun) => true,
            // "handed over the first two of ten vessels", "received its first batch of jets"
            [.., Spanned { chunk: Chunk::Vg(v), .. }, Spanned { chunk: Chunk::Np(n), .. }, Spanned { chunk: Chunk::Prep(p), .. }]
                if lx.text(*p) == "of" && n.kind == NpKind::Other && gives(v) =>
            {
                true
            }
            _ => passive(),
        }
    }

    /// "several", "forty"
    fn counts(&self, k: usize) -> bool {
        self.word(k).is_some_and(|w| {
            matches!(&*w, "several" | "few" | "some" | "many" | "more" | "sixty" | "ninety" | "forty" | "fifteen" | "thirty" | "twenty")
                || crate::annotate::dates::small_number(&w).is_some()
        })
    }

    /// "Chinese, Russian and Iranian officials": do the adjectives go on behind the comma or "and" at `k`?
    fn adjectives_go_on(&self, p: &Partial, k: usize) -> bool {
        if p.mods.is_empty()
            || p.name.is_some()
            || p.person.is_some()
            || p.office.is_some()
            || p.group.is_some()
            || p.event.is_some()
            || p.other
            || !p.possessor.is_empty()
        {
            return false;
        }
        // "the Peruvian, Chilean, and Bolivian navies": a comma may stand before "and".
        let behind = k - usize::from(self.is(k, Closed::Conjunction) && self.kind(k - 1) == Some(Kind::Comma));
        if p.mods.last().is_some_and(|m| m.3 != behind) {
            return false;
        }
        let mut n = k + 1;
        if self.kind(n) == Some(Kind::Word) && self.is(n, Closed::Conjunction) {
            n += 1;
        }
        // "Indian and Royal Australian navies"
        while self.is(n, Closed::Determiner) || self.lower_is(n, "royal") {
            n += 1;
        }
        // An adjective or a name must follow that itself modifies a common noun.
        let Some((_, form, end)) = self.country_form_at(n) else { return false };
        let last_is_adjective = p.mods.last().is_some_and(|m| m.1 == CountryForm::Adjective);
        // "to Kenya, South Korean President X": a comma behind a country ends its phrase.
        if self.tokens[k].kind == Kind::Comma && !last_is_adjective {
            return false;
        }
        if end >= self.end {
            return false;
        }
        if self.tokens[end].kind == Kind::Comma || self.is(end, Closed::Conjunction) {
            return last_is_adjective && form == CountryForm::Adjective;
        }
        // "King X of Peru and Chilean President Y": the name of one country, then another's man.
        let office =
            self.longest(end, kinds::OFFICE).filter(|o| !last_is_adjective && !self.spelled(o.1 - 1).ends_with('s') && o.1 < self.end);
        if office.is_some_and(|o| self.tokens[o.1].cap && self.tokens[end].cap && !self.is(o.1, Closed::Preposition)) {
            return false;
        }
        let common = self.longest(end, kinds::GROUP | kinds::NOUN | kinds::OFFICE | kinds::PORTFOLIO | kinds::MODIFIER).is_some()
            || (self.tokens[end].kind == Kind::Word
                && !self.tokens[end].cap
                && self.lx.forms(self.tokens[end].sym).is_empty()
                && ![
                    Closed::Preposition,
                    Closed::Be,
                    Closed::Have,
                    Closed::Do,
                    Closed::Future,
                    Closed::Possible,
                    Closed::To,
                    Closed::Conjunction,
                    Closed::Adverb,
                    Closed::Subordinator,
                    Closed::Relative,
                ]
                .iter()
                .any(|c| self.is(end, *c))
                && !self.adverb(end));
        let verbish = !self.lx.forms(self.tokens[end].sym).is_empty() && form != CountryForm::Adjective;
        common && !verbish && (last_is_adjective || form == CountryForm::Adjective)
    }

    /// "the seventh Peru-Chile Foreign and Strategic Dialogue": where the noun of a title stands that goes on behind "and" at `k`.
    fn title_goes_on(&self, p: &Partial, k: usize) -> Option<usize> {
        let open =
            (p.definite || p.possessor.is_empty()) && p.event.is_none() && p.person.is_none() && p.office.is_none() && p.group.is_none();
        let pair = p.mods.len() > 1 || !p.places.is_empty();
        let upper = |n: &usize| self.kind(*n) == Some(Kind::Word) && self.tokens[*n].cap;
        if !open || !pair || k == 0 || !upper(&(k - 1)) || self.longest(k - 1, kinds::COUNTRY | kinds::PLACE | kinds::PERSON).is_some() {
            return None;
        }
        let mut title = (k + 1..(k + 4).min(self.end)).take_while(upper).skip(1);
        title.find(|n| self.longest(*n, kinds::NOUN).is_some() && !self.headline)
    }

    /// "a frank and useful call", 'a "warm and open" meeting': two adjectives of one noun, joined at `k`.
    fn paired_adjectives(&self, p: &Partial, k: usize) -> bool {
        let open = (p.singular || p.definite) && !p.closed_head() && p.mods.is_empty() && p.name.is_none() && p.person.is_none();
        if !open || p.event.is_some() || p.group.is_some() || p.office.is_some() || !p.places.is_empty() || k < self.begin + 2 {
            return false;
        }
        use Closed::*;
        let closed = [Preposition, Determiner, Be, Have, Do, Future, Possible, To, Conjunction, Adverb, Subordinator, Relative, Possessive];
        let adjective = |n: usize| {
            self.kind(n) == Some(Kind::Word)
                && !self.tokens[n].cap
                && !self.adverb(n)
                && !closed.iter().any(|c| self.is(n, *c))
                && self.longest(n, kinds::NOUN | kinds::GROUP | kinds::OFFICE | kinds::PORTFOLIO).is_none()
                && !self.lx.forms(self.tokens[n].sym).iter().any(|f| f.1 == Form::Base)
        };
        let noun = k + 2 + usize::from(self.kind(k + 2) == Some(Kind::Quote));
        // "attended a parade and held talks": what carries the noun is its verb.
        let carries = |n: u16| {
            let rules = self.lx.nouns[n as usize].rules.iter().map(|r| &self.lx.rules[*r as usize]);
            let verbs = self.lx.forms(self.tokens[k + 1].sym);
            rules.flat_map(|r| &r.light).any(|l| verbs.iter().any(|f| self.lx.verbs[f.0 as usize].text == *l))
        };
        let named = |e: Option<(Entry, usize)>| matches!(e, Some((Entry::Noun(n), _)) if !carries(n));
        adjective(k - 1) && adjective(k + 1) && named(self.longest(noun, kinds::NOUN))
    }

    /// "northern Moldova": the country, and the end of the phrase.
    fn quarter(&self, k: usize) -> Option<(u16, usize)> {
        let word = self.word(k).filter(|_| !self.tokens[k].cap)?;
        let side = matches!(&*word, "north" | "south" | "central")
            || ["northern", "southern", "eastern", "western"].iter().any(|w| word.ends_with(w));
        let (country, form, end) = self.country_form(k + 1).filter(|_| side)?;
        (form == CountryForm::Name && self.kind(end) != Some(Kind::Possessive)).then_some((country, end))
    }

    /// Closes what was read so far as a possessor: "Iran's ...".
    fn possess(&self, p: &mut Partial, k: usize) {
        // "the Syrian people's delegation": Syria's.
        let people = k > self.begin && self.lower_is(k - 1, "people") && !self.tokens[k - 1].cap;
        if people && p.mods.last().is_some_and(|m| m.1 == CountryForm::Adjective && m.3 + 1 == k) {
            (p.other, p.group, p.adjective) = (false, None, true);
            return;
        }
        let done = std::mem::replace(p, Partial::new());
        let np = self.finish(done, k, k);
        p.empty = false;
        p.adjective = true;
        if np.kind == NpKind::Actor {
            p.possessor = np.actors;
        }
        if let Some(pl) = np.places.last() {
            p.places.push(*pl);
        }
    }

    /// Does a noun, or what leads to one, stand at `k`?
    pub(super) fn noun_follows(&self, k: usize) -> bool {
        let k = if self.for_days(k) { k + 3 } else { k };
        if self.kind(k) == Some(Kind::Hyphen) {
            return true;
        }
        if self.kind(k) != Some(Kind::Word) {
            return false;
        }
        if self.longest(k, kinds::OFFICE | kinds::PORTFOLIO | kinds::MODIFIER | kinds::NOUN | kinds::GROUP).is_some() {
            return self.lx.forms(self.tokens[k].sym).iter().all(|f| f.1 == Form::Base) || self.tokens[k].cap;
        }
        let t = &self.tokens[k];
        !t.cap && t.sym == 0 && !self.adverb(k)
    }

    /// "three-day" before what lasts so long.
    fn for_days(&self, k: usize) -> bool {
        self.kind(k) == Some(Kind::Word)
            && self.is(k, Closed::Determiner)
            && self.kind(k + 1) == Some(Kind::Hyphen)
            && matches!(self.word(k + 2).as_deref(), Some("day" | "week" | "month" | "hour" | "year"))
    }

    /// The end of a ship's name in quotes at `k`: "'Teg'".
    /// 'a "wonderful meeting" with': a word and an event in quotes.
    fn quoted_event(&self, k: usize) -> bool {
        let event = self.longest(k + 2, kinds::NOUN).filter(|_| k + 2 < self.end);
        event.is_some_and(|(_, end)| self.kind(end) == Some(Kind::Quote)) && !self.tokens[k + 1].cap
    }

    /// The end of what an event is called, in quotes at `k`, before its noun or behind it.
    fn name_of_event(&self, p: &Partial, k: usize) -> Option<usize> {
        let part = |n: &usize| matches!(self.kind(*n), Some(Kind::Word | Kind::Number | Kind::Hyphen | Kind::Dash));
        let close = (k + 1..(k + 8).min(self.end)).find(|n| !part(n)).filter(|n| self.kind(*n) == Some(Kind::Quote) && *n > k + 1)?;
        if !self.tokens[k + 1].cap {
            return None;
        }
        let noun = |n: usize| n < self.end && self.longest(n, kinds::NOUN).is_some();
        let plain = |n: usize| self.kind(n) == Some(Kind::Word) && !self.tokens[n].cap && self.lx.forms(self.tokens[n].sym).is_empty();
        let before = p.event.is_none() && p.determiner && !p.closed_head() && p.group.is_none() && p.office.is_none();
        let before = before && (noun(close + 1) || plain(close + 1) && noun(close + 2));
        (before || p.event.is_some()).then_some(close + 1)
    }

    /// 'a "frank and useful" call', 'a "very warm" meeting'
    fn quoted_praise(&self, k: usize) -> bool {
        let plain = |n: usize| self.kind(n) == Some(Kind::Word) && !self.tokens[n].cap;
        let Some(close) = (k + 1..(k + 6).min(self.end)).find(|n| !plain(*n)).filter(|n| self.kind(*n) == Some(Kind::Quote)) else {
            return false;
        };
        let noun = |n: usize| n < self.end && self.longest(n, kinds::NOUN).is_some();
        let pair = close == k + 4 && self.lower_is(k + 2, "and");
        close > k + 1 && (pair || noun(close + 1) || plain(close + 1) && noun(close + 2))
    }
}
