//! Names: of countries, people, bodies, ships and sites.

use super::*;
use crate::annotate::reader::Reader;
use crate::lexicon::{Closed, CountryForm, Entry, Force, kinds};
use crate::model::Level;
use crate::text::{Kind, Token};

/// Capitalised nouns that make a country's or city's name part of another name.
const NAMED_AFTER: &[&str] = &[
    "post",
    "times",
    "street",
    "university",
    "avenue",
    "square",
    "declaration",
    "treaty",
    "accords",
    "accord",
    "agreement",
    "convention",
    "conventions",
    "protocol",
    "journal",
    "herald",
    "stadium",
    "airport",
    "olympics",
    "bridge",
    "club",
    "cup",
    "tribune",
    "institute",
    "daily",
    "games",
    "process",
    "airlines",
    "airways",
    "games",
    "school",
    "college",
    "hospital",
    "hotel",
    "road",
    "championship",
    "league",
    "marathon",
    "festival",
    "film",
    "award",
    "prize",
    "group",
    "bank",
    "united",
    "city",
];

/// How the common nouns end that name a body or a field of government: "Conservation".
const FIELD_ENDINGS: [&str; 11] = ["tion", "ment", "ity", "ance", "ence", "ery", "ship", "unions", "ures", "ises", "ions"];

impl Reader<'_> {
    pub(in crate::annotate) fn spelled(&self, k: usize) -> &str {
        let t = &self.tokens[k];
        &self.text[t.start as usize..t.end as usize]
    }

    /// "counterpart", "opposite number", "peer".
    pub(crate) fn counterpart(&self, k: usize) -> bool {
        ["counterpart", "peer", "homologue", "colleague"].iter().any(|w| self.lower_is(k, w))
            || self.lower_is(k, "number") && k > 0 && self.lower_is(k - 1, "opposite")
    }

    pub(in crate::annotate) fn lower_is(&self, k: usize, word: &str) -> bool {
        self.kind(k) == Some(Kind::Word) && self.spelled(k).eq_ignore_ascii_case(word)
    }

    /// Takes a name of the lexicon into the phrase; gives the next token, or nothing where the phrase ends before it.
    pub(super) fn named(&self, p: &mut Partial, entry: Entry, k: usize, end: usize) -> Option<usize> {
        let lx = self.lx;
        let follows_named = || {
            end < self.end
                && self.tokens[end].kind == Kind::Word
                && self.tokens[end].cap
                && !self.headline
                && self.word(end).is_some_and(|w| NAMED_AFTER.contains(&&*w))
        };
        match entry {
            Entry::Trap => {
                if p.closed_head() {
                    return None;
                }
                p.trap = true;
                p.other = true;
                Some(end)
            }
            Entry::Agency(_) => {
                if !p.empty && p.closed_head() {
                    return None;
                }
                p.other = true;
                p.trap = true;
                Some(end)
            }
            Entry::Country(c, form) => {
                if follows_named() {
                    if p.closed_head() {
                        return None;
                    }
                    p.other = true;
                    p.trap = true;
                    return Some(end + 1);
                }
                let was_name = p.name.is_some_and(|n| n.1 == k);
                let single = end == k + 1;
                // "Michael Jordan": a given name makes the country a surname.
                if was_name
                    && single
                    && p.office.is_none()
                    && p.mods.is_empty()
                    && !matches!(form, CountryForm::Adjective)
                    && p.name.is_some_and(|n| n.1 - n.0 == 1)
                    && self.tokens[k - 1].sym == 0
                    && self.kind(end) != Some(Kind::Possessive)
                {
                    p.name = Some((p.name?.0, end));
                    return Some(end);
                }
                // "Ambassador German Alvarez": behind its office stands a name.
                let named = form == CountryForm::Adjective
                    && p.office.is_some_and(|o| o.1 == k)
                    && end == k + 1
                    && self.tokens.get(end).is_some_and(|t| t.kind == Kind::Word && t.cap && t.sym == 0)
                    && end < self.end
                    && !self.headline;
                if named {
                    let e = self.name_run(k, true)?;
                    p.name = Some((k, e));
                    return Some(e);
                }
                if p.name.is_some() || p.person.is_some() || p.group.is_some() || p.event.is_some() {
                    return None;
                }
                if p.office.is_some() {
                    return None;
                }
                if p.closed_head() && !p.mods.is_empty() && !self.tokens[k - 1].kind.eq(&Kind::Hyphen) && form != CountryForm::Adjective {
                    return None;
                }
                if p.mods.last().is_some_and(|m| m.3 == k && m.1 == CountryForm::Name)
                    && form != CountryForm::Adjective
                    && self.tokens[k - 1].kind != Kind::Hyphen
                {
                    return None;
                }
                // "his second Australia-Japan consultation": what stands before the two only describes.
                let joint = (p.determiner || p.pronoun)
                    && matches!(self.kind(end), Some(Kind::Hyphen | Kind::Dash))
                    && self.country_form(end + 1).is_some()
                    && p.places.is_empty()
                    && !self.headline
                    || p.mods.last().is_some_and(|m| m.3 + 1 == k) && matches!(self.tokens[k - 1].kind, Kind::Hyphen | Kind::Dash);
                if p.other && form != CountryForm::Adjective && !p.trap && !joint {
                    // "peace talks Syria": a new phrase.
                    return None;
                }
                p.mods.push((c, form, k, end));
                // "the Manila South Harbor"
                if let Some(thing) = self.named_site(end).filter(|_| form == CountryForm::Capital) {
                    p.mods.pop();
                    p.places.push(PlaceRef { country: c, start: k, end: thing, whole_country: false });
                    p.other = true;
                    return Some(thing);
                }
                if form != CountryForm::Adjective {
                    p.places.push(PlaceRef { country: c, start: k, end, whole_country: form == CountryForm::Name });
                }
                Some(end)
            }
            Entry::Pair(pair) => {
                let (first, second, form) = lx.pairs[pair as usize];
                if p.closed_head() || p.group.is_some() || p.event.is_some() || p.office.is_some() {
                    return None;
                }
                p.mods.extend([first, second].map(|c| (c, form, k, end)));
                Some(end)
            }
            Entry::Place(pl) => {
                if p.name.is_some() || p.person.is_some() {
                    return None;
                }
                if p.office.is_some() && p.office.is_some_and(|o| o.1 == k) {
                    // "Governor Santiago": a name.
                    let e = self.name_run(k, true)?;
                    p.name = Some((k, e));
                    return Some(e);
                }
                let next_cap = end < self.end && self.tokens[end].kind == Kind::Word && self.tokens[end].cap && !self.headline;
                if follows_named() {
                    p.other = true;
                    p.trap = true;
                    return Some(end + 1);
                }
                // "Mumbai South Harbour"
                let end = self.named_site(end).filter(|_| next_cap).unwrap_or(end);
                // "Okinawa Prefecture", "Herat Province"
                let end = if next_cap && self.is(end, Closed::DistrictNoun) { end + 1 } else { end };
                let next_cap = next_cap && self.tokens.get(end).is_some_and(|t| t.kind == Kind::Word && t.cap) && end < self.end;
                // A city's word with another capitalised unknown word behind it is somebody's name.
                if next_cap && end == k + 1 && self.tokens[end].sym == 0 {
                    let e = self.name_run(k, true)?;
                    p.name = Some((k, e));
                    return Some(e);
                }
                p.places.push(PlaceRef { country: lx.places[pl as usize].country, start: k, end, whole_country: false });
                p.other = true;
                Some(end)
            }
            // "Seyed Abbas Araghchi": a word that nobody knows before a known name belongs to it.
            Entry::Person(id)
                if p.person.is_none()
                    && (p.office.is_some() || p.group.is_some() || !p.mods.is_empty())
                    && p.name.is_some_and(|(a, b)| {
                        b == k && b <= a + 6 && (a..b).all(|t| self.tokens[t].kind == Kind::Word && !self.common_word(t))
                    })
                    && end > k + 1
                    && !self.headline =>
            {
                p.name = Some((p.name?.0, end));
                // "Palestinian Ambassador Ismail Ahmed Mohamed Hasan" is no Malaysian of the end of that name.
                let terms = &lx.persons[id as usize].terms;
                p.person = (p.mods.is_empty() || terms.iter().any(|t| p.mods.iter().any(|m| m.0 == t.country))).then_some(id);
                Some(end)
            }
            Entry::Person(id) => {
                if p.name.is_some()
                    || p.person.is_some()
                    || (p.closed_head()
                        && p.office.is_none()
                        && !p.hyphen
                        && p.mods.last().is_some_and(|m| m.1 == CountryForm::Name && m.3 == k)
                        && !self.headline
                        && self.tokens[k - 1].kind != Kind::Possessive
                        && p.possessor.is_empty())
                {
                    return None;
                }
                if p.event.is_some() {
                    return None;
                }
                // "King Salman bin Abdulaziz Al Saud": the same man, in full.
                let mut end = end;
                while end + 1 < self.end
                    && matches!(self.word(end).as_deref(), Some("bin" | "ibn" | "bint" | "al" | "abdul"))
                    && self.tokens[end + 1].cap
                    && self.date(end + 1).is_none()
                {
                    end += 2;
                    while end + 1 < self.end && self.tokens[end].kind == Kind::Hyphen && self.tokens[end + 1].cap {
                        end += 2;
                    }
                }
                // "Tamim bin Hamad al-Thani"
                if matches!(self.word(end).as_deref(), Some("al" | "el"))
                    && self.kind(end + 1) == Some(Kind::Hyphen)
                    && self.tokens.get(end + 2).is_some_and(|t| t.cap && t.kind == Kind::Word)
                    && end + 2 < self.end
                {
                    end += 3;
                }
                // "Gilberto Teodoro Jr.": the same man, too.
                if self.lower_is(end, "jr") || self.lower_is(end, "sr") || end < self.end && matches!(self.spelled(end), "Jr." | "Sr.") {
                    end += 1;
                    end += usize::from(self.kind(end) == Some(Kind::Period) && self.tokens[end].glued && end + 1 < self.end);
                }
                // A longer unknown name goes on behind it: "Kim Yong Il Chol".
                let mut e = end;
                while self.kind(e) == Some(Kind::Word)
                    && self.tokens[e].cap
                    && self.tokens[e].sym == 0
                    && !self.headline
                    && self.date(e).is_none()
                {
                    e += 1;
                }
                p.name = Some((k, e));
                if e == end {
                    p.person = Some(id);
                }
                Some(e)
            }
            Entry::Institution(id) => {
                if p.name.is_some() || p.person.is_some() {
                    return None;
                }
                // "U.S. Congress members"
                let end = end + usize::from(self.spelled(end.min(self.tokens.len() - 1)) == "members" && end < self.end);
                p.institution = Some(id);
                p.institution_end = self.command(end).unwrap_or(end);
                Some(p.institution_end)
            }
            _ => None,
        }
    }

    /// "Southern Theater Command" behind the name of an army: where it ends.
    fn command(&self, k: usize) -> Option<usize> {
        let upper = |t: &usize| self.kind(*t) == Some(Kind::Word) && self.tokens[*t].cap;
        let unit = ["command", "fleet", "corps", "division", "brigade", "regiment", "garrison"];
        let at = (k..(k + 4).min(self.end)).take_while(upper).find(|t| unit.iter().any(|w| self.lower_is(*t, w)))?;
        Some(at + 1)
    }

    pub(in crate::annotate) fn country_form_at(&self, k: usize) -> Option<(u16, CountryForm, usize)> {
        if k < self.end { self.country_form(k) } else { None }
    }

    /// The country behind "Republic of", "Kingdom of the", with what such a name has before its noun.
    pub(super) fn state_of(&self, k: usize) -> Option<(Entry, usize)> {
        let before =
            ["federal", "federative", "democratic", "islamic", "arab", "socialist", "cooperative", "operative", "co", "united", "people"];
        let nouns = ["republic", "kingdom", "commonwealth", "federation", "sultanate", "emirate", "principality", "union"];
        let mut t = k;
        while t < self.end && t < k + 6 {
            let glue = matches!(self.tokens[t].kind, Kind::Hyphen | Kind::Possessive);
            if !glue && !(self.tokens[t].cap && before.iter().any(|w| self.lower_is(t, w))) && !(t > k + 1 && self.lower_is(t, "operative"))
            {
                break;
            }
            t += 1;
        }
        if t + 2 >= self.end || !self.tokens[t].cap || !nouns.iter().any(|w| self.lower_is(t, w)) || !self.lower_is(t + 1, "of") {
            return None;
        }
        let at = t + 2 + usize::from(self.lower_is(t + 2, "the"));
        match self.longest(k, kinds::COUNTRY | kinds::TRAP | kinds::INSTITUTION) {
            Some((_, end)) if end > at => None,
            _ => self.longest_where(at, kinds::COUNTRY, |e| matches!(e, Entry::Country(_, CountryForm::Name))),
        }
    }

    /// The names behind "warships": where they end.
    pub(super) fn names_of_ships(&self, k: usize) -> Option<usize> {
        let mut end = self.name_run(k, false)?;
        loop {
            let comma = usize::from(self.kind(end) == Some(Kind::Comma));
            let and = usize::from(self.is(end + comma, Closed::Conjunction));
            let next = end + comma + and;
            let unknown = |t: &Token| t.kind == Kind::Word && t.cap && !t.caps && t.sym == 0;
            if next == end || next >= self.end || !unknown(&self.tokens[next]) {
                return Some(end);
            }
            match self.name_run(next, false) {
                Some(e) => end = e,
                None => return Some(end),
            }
        }
    }

    /// Is it a group of ships?
    pub(super) fn vessel(&self, group: u16) -> bool {
        self.lx.groups[group as usize].force == Some(Force::Vessel)
    }

    pub(super) fn quoted_ship(&self, k: usize) -> Option<usize> {
        if self.kind(k) != Some(Kind::Quote) {
            return None;
        }
        let close = (k + 1..(k + 5).min(self.end)).find(|&n| self.tokens[n].kind == Kind::Quote)?;
        let named = |n: usize| self.tokens[n].kind == Kind::Number || self.tokens[n].kind == Kind::Word && self.tokens[n].cap;
        (close > k + 1 && (k + 1..close).all(named)).then_some(close + 1)
    }

    /// "South Harbor", "International Airport" behind a town's name at `k`: where it ends.
    fn named_site(&self, k: usize) -> Option<usize> {
        let side = ["south", "north", "east", "west", "central", "international", "naval", "military", "old", "new"];
        let mut end = k;
        while end < self.end && self.tokens[end].cap && side.iter().any(|w| self.lower_is(end, w)) {
            end += 1;
        }
        (end > k && end < self.end && self.tokens[end].cap && self.is(end, Closed::DistrictNoun)).then_some(end + 1)
    }

    /// A run of capitalised words that is a name, particles and initials included.
    pub(super) fn name_run(&self, k: usize, forced: bool) -> Option<usize> {
        let lx = self.lx;
        let mut e = k;
        while e < self.end {
            let t = &self.tokens[e];
            match t.kind {
                Kind::Hyphen if e > k => e += 1,
                // 'Michael "Mike" Pompeo'
                Kind::Quote
                    if e > k
                        && self.kind(e - 1) == Some(Kind::Word)
                        && self.kind(e + 2) == Some(Kind::Quote)
                        && [e + 1, e + 3].iter().all(|x| self.kind(*x) == Some(Kind::Word) && self.tokens[*x].cap) =>
                {
                    e += 3;
                }
                // "N. Example", "Kh.Example"
                Kind::Period
                    if e > k
                        && t.glued
                        && (self.is(e - 1, Closed::Abbreviation)
                            || self.tokens[e - 1].cap
                                && self.spelled(e - 1).chars().count() <= 3
                                && self.tokens.get(e + 1).is_some_and(|n| n.glued))
                        && self.kind(e + 1) == Some(Kind::Word)
                        && self.tokens[e + 1].cap =>
                {
                    e += 1
                }
                // "Ferdinand Marcos Jr. and Y"
                Kind::Period if e > k + 1 && t.glued && e + 1 < self.end && (self.lower_is(e - 1, "jr") || self.lower_is(e - 1, "sr")) => {
                    e += 1;
                    break;
                }
                Kind::Word => {
                    if e > k && t.caps && MEMBERS.contains(&self.spelled(e)) {
                        break;
                    }
                    if t.cap {
                        // "Navy Ship TCG Burgazada"
                        if e > k && t.caps && lx.ships.contains_key(&t.sym) {
                            break;
                        }
                        if e > k || !forced {
                            let other = self.longest(e, kinds::COUNTRY | kinds::INSTITUTION | kinds::AGENCY | kinds::TRAP);
                            // "Abdel Fatah X": no party.
                            let servant = e > k
                                && matches!(self.spelled(e - 1), "Abdel" | "Abdul" | "Abd")
                                && other.is_some_and(|(_, end)| end == e + 1);
                            if servant {
                                e += 1;
                                continue;
                            }
                            if other.is_some() && self.tokens[e - usize::from(e > k)].kind != Kind::Hyphen {
                                break;
                            }
                            // "PRESIDENT X OF ZAMBIA"
                            let joint =
                                [Closed::Preposition, Closed::Conjunction, Closed::To, Closed::Determiner, Closed::Be, Closed::Have];
                            if self.headline && e > k && joint.iter().any(|c| lx.is(t.sym, *c)) {
                                break;
                            }
                            if self.headline
                                && (!lx.forms(t.sym).is_empty() || self.longest(e, kinds::NOUN | kinds::GROUP | kinds::OFFICE).is_some())
                            {
                                break;
                            }
                            if self.date(e).is_some_and(|d| d.1 > e)
                                && e > k
                                && (!matches!(self.word(e).as_deref(), Some("may" | "march" | "jan" | "jun" | "april" | "june" | "august"))
                                    || self.kind(e + 1) == Some(Kind::Number))
                            {
                                break;
                            }
                            if e > k && self.longest(e, kinds::OFFICE | kinds::PERSON).is_some_and(|(_, end)| end > e + 1) {
                                break;
                            }
                        }
                        e += 1;
                    } else if e == k && self.particle_name(k) {
                        e += 1;
                    } else if e > k && lx.is(t.sym, Closed::NameParticle) && self.kind(e + 1).is_some() && {
                        let mut n = e + 1;
                        while self.kind(n) == Some(Kind::Hyphen)
                            || (self.kind(n) == Some(Kind::Word) && !self.tokens[n].cap && lx.is(self.tokens[n].sym, Closed::NameParticle))
                        {
                            n += 1;
                        }
                        self.kind(n) == Some(Kind::Word) && self.tokens[n].cap
                    } {
                        e += 1;
                    } else if e > k && matches!(self.spelled(e), "uulu" | "kyzy" | "qizi" | "oglu" | "ogly" | "Jr." | "Sr.") {
                        // "Nurlan Turgunbek uulu", "Gilberto Teodoro Jr.": a son's or a daughter's name.
                        e += 1;
                    } else if e > k && self.tokens[e - 1].kind == Kind::Hyphen {
                        // "Jong-un"
                        e += 1;
                    } else if e > k && self.lower_is(e, "the") && self.regnal(e + 1) {
                        // "Hassan the Second"
                        e += 2;
                        break;
                    } else {
                        break;
                    }
                }
                _ => break,
            }
        }
        while e > k && self.tokens[e - 1].kind == Kind::Hyphen {
            e -= 1;
        }
        (e > k).then_some(e)
    }

    /// "al-Sisi", "El-Sissi": a name that begins with an article.
    pub(super) fn particle_name(&self, k: usize) -> bool {
        let article = ["al", "el", "ul", "as", "ash", "ad", "ar"].iter().any(|w| self.lower_is(k, w));
        article && self.kind(k + 1) == Some(Kind::Hyphen) && self.kind(k + 2) == Some(Kind::Word) && self.tokens[k + 2].cap
    }

    /// "the Peruvian embassy", "Chile's consulate general": whose, and where it ends.
    pub(super) fn embassy(&self, k: usize) -> Option<(u16, usize)> {
        let k = k + usize::from(self.is(k, Closed::Determiner));
        let (country, _, x) = self.country_form_at(k)?;
        let x = x + usize::from(self.kind(x) == Some(Kind::Possessive));
        let house = |w: &str| matches!(w, "embassy" | "consulate" | "consulate-general" | "legation");
        let end = x + 1;
        (x < self.end && self.word(x).is_some_and(|w| house(&w))).then(|| (country, end + usize::from(self.lower_is(end, "general"))))
    }

    /// A word that the lexicon knows as more than a part of names.
    fn common_word(&self, k: usize) -> bool {
        let s = self.tokens[k].sym;
        let class = self.lx.classes[s as usize] & !(1 << Closed::NameParticle as u32) != 0;
        let land = ["region", "district", "province", "prefecture", "republic", "territory", "county"];
        s != 0 && (class || land.contains(&self.lx.text(s)) || self.lx.common[s as usize] || !self.lx.forms(s).is_empty())
    }

    /// The number of a monarch, in words.
    fn regnal(&self, k: usize) -> bool {
        let which = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];
        self.kind(k) == Some(Kind::Word) && self.tokens[k].cap && which.iter().any(|w| self.lower_is(k, w)) && {
            let next = self.tokens.get(k + 1).filter(|_| k + 1 < self.end);
            next.is_none_or(|t| t.kind != Kind::Word || !t.cap)
        }
    }

    /// Is the capitalised word at `k`, or the one behind it, a field of government by list or by ending: "Child Protection"?
    pub(super) fn names_a_field(&self, k: usize) -> bool {
        let field = |k: usize| {
            k < self.end
                && self.kind(k) == Some(Kind::Word)
                && self.tokens[k].cap
                && (self.longest(k, kinds::PORTFOLIO).is_some() || FIELD_ENDINGS.iter().any(|s| self.spelled(k).ends_with(s)))
        };
        field(k) || k + 1 < self.end && self.tokens[k].cap && self.kind(k) == Some(Kind::Word) && field(k + 1)
    }

    /// The end of a body's name: capitalised words, portfolios, "and", "the", "for".
    pub(super) fn body_run(&self, b: usize) -> usize {
        let mut e = b;
        while e < self.end {
            if self.tokens[e].kind == Kind::Hyphen {
                e += 1;
                continue;
            }
            if self.tokens[e].kind == Kind::Possessive && e > b {
                e += 1;
                continue;
            }
            // "Foreign Affairs Dr Ana Sample"
            if self.tokens[e].kind != Kind::Word || e > b && self.tokens[e].cap && self.is(e, Closed::Honorific) {
                break;
            }
            let country = self.longest(e, kinds::COUNTRY | kinds::PERSON);
            if country.is_some() && e > b {
                break;
            }
            if let Some((_, end)) = self.longest(e, kinds::PORTFOLIO | kinds::INSTITUTION) {
                e = end;
                continue;
            }
            // "Political Consultative Conference", "Intelligence Service": a capitalised run that ends in a thing is no name.
            if self.tokens[e].cap && country.is_none() {
                if let Some(end) = self.thing_run(e) {
                    e = end;
                    continue;
                }
            }
            // "of Trade Unions", "of Land Conservation": a common noun by its ending.
            let common = FIELD_ENDINGS;
            let compass = ["Eastern", "Western", "Northern", "Southern", "Central"];
            let cap_common = self.tokens[e].cap
                && (self.common_word(e)
                    || e == b
                    || self.spelled(e - 1) == "C.C."
                    || compass.contains(&self.spelled(e))
                    || common.iter().any(|s| self.spelled(e).ends_with(s)));
            if cap_common && country.is_none() {
                e += 1;
                continue;
            }
            if self.is(e, Closed::Conjunction) && self.kind(e + 1) == Some(Kind::Word) {
                let portfolio = |k: usize| k < self.end && self.kind(k) == Some(Kind::Word) && self.longest(k, kinds::PORTFOLIO).is_some();
                // "Foreign and Commonwealth Affairs"
                // "Foreign Affairs and Expatriates of Syria", "Foreign Affairs and Cooperation"
                let of_country = || {
                    let the = usize::from(self.lower_is(e + 3, "the"));
                    self.lower_is(e + 2, "of") && self.country_form(e + 3 + the).is_some()
                };
                let field = e > b
                    && self.tokens[e + 1].cap
                    && !self.headline
                    && (common.iter().any(|s| self.spelled(e + 1).ends_with(s)) || of_country());
                if portfolio(e + 1) || field || (self.tokens[e + 1].cap && portfolio(e + 2) && self.tokens[e + 2].cap) {
                    e += 1;
                    continue;
                }
            }
            if self.tokens[e].kind == Kind::Word && self.tokens[e].cap && e > b && self.is(e - 1, Closed::Conjunction) {
                e += 1;
                continue;
            }
            let w = self.spelled(e);
            if e == b
                && !self.tokens[e].cap
                && matches!(
                    w,
                    "foreign"
                        | "country"
                        | "ruling"
                        | "government"
                        | "state"
                        | "army"
                        | "navy"
                        | "party"
                        | "parliament"
                        | "university"
                        | "delegation"
                )
            {
                e += 1;
                if matches!(w, "delegation") {
                    return b;
                }
                continue;
            }
            break;
        }
        e
    }

    /// A capitalised word for a body: "Federation".
    pub(super) fn names_a_thing(&self, k: usize) -> bool {
        k < self.end
            && self.tokens[k].cap
            && (self.is(k, Closed::ThingNoun)
                || ["association", "society", "committee", "club", "federation", "party", "front"].iter().any(|w| self.lower_is(k, w)))
    }

    /// The end of a run of capitalised words at `k` whose last is a thing: "Consultative Conference", "Federal Reserve Bank".
    pub(super) fn thing_run(&self, k: usize) -> Option<usize> {
        let mut e = k;
        let mut thing = None;
        while e < self.end && self.tokens[e].kind == Kind::Word && self.tokens[e].cap && e < k + 6 {
            if e > k && self.longest(e, kinds::COUNTRY | kinds::PERSON).is_some() {
                break;
            }
            e += 1;
            if self.names_a_thing(e - 1) {
                thing = Some(e);
            }
        }
        thing
    }

    /// "President Obama's envoy": the country of a person whom the lexicon knows.
    pub(crate) fn nation_of(&self, a: &Actor) -> Option<u16> {
        let leads = a.kind == ActorKind::Person && a.level == Some(Level::Leader);
        let known = a.person.map(|id| self.lx.persons[id as usize].terms[0].country);
        known.or_else(|| self.country_of_leaders(a.name.filter(|_| leads)?.1 - 1))
    }

    /// The one country that leaders of this surname have led.
    pub(crate) fn country_of_leaders(&self, k: usize) -> Option<u16> {
        let lx = self.lx;
        let sym = Some(self.tokens[k].sym).filter(|s| *s != 0)?;
        let terms = lx.surnames.get(&sym)?.iter().flat_map(|id| &lx.persons[*id as usize].terms);
        let mut led = terms.filter(|t| t.level == Level::Leader).map(|t| t.country);
        let first = led.next()?;
        led.all(|c| c == first).then_some(first)
    }

    /// "National Assembly (NA) Chairman X": the abbreviation in brackets, before what goes on.
    pub(super) fn abbreviated(&self, k: usize) -> bool {
        let next = self.tokens.get(k + 3).filter(|_| k + 3 < self.end);
        self.kind(k) == Some(Kind::Open)
            && self.kind(k + 1) == Some(Kind::Word)
            && (self.tokens[k + 1].caps || self.retired(k + 1) || self.longest(k + 1, kinds::INSTITUTION).is_some_and(|x| x.1 == k + 2))
            && self.kind(k + 2) == Some(Kind::Close)
            && (next.is_some_and(|t| t.kind == Kind::Word && (t.cap || self.longest(k + 3, kinds::OFFICE).is_some()))
                || self.quoted_ship(k + 3).is_some())
    }

    /// The end of the country or the region that an envoy deals with: "Syria envoy", "Middle East special envoy".
    pub(super) fn theme(&self, k: usize) -> Option<usize> {
        let named = self.longest(k, kinds::COUNTRY | kinds::PLACE | kinds::TRAP);
        let end = match named {
            Some((Entry::Country(_, CountryForm::Adjective), _)) => return None,
            Some((_, end)) => end,
            None => (k..self.end).take_while(|t| self.tokens[*t].cap && self.longest(*t, kinds::OFFICE).is_none()).last()? + 1,
        };
        let rank = |t: usize| ["special", "peace", "nuclear", "chief", "top"].iter().any(|w| self.lower_is(t, w));
        let at = (end..self.end).find(|t| !rank(*t))?;
        let last = self.longest(at, kinds::OFFICE)?.1 - 1;
        (end - k <= 3 && ENVOYS.iter().any(|w| self.lower_is(last, w))).then_some(end)
    }
}
