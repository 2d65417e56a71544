//! Offices and ranks: words, their level, and whose they are.

use super::*;
use crate::annotate::reader::Reader;
use crate::lexicon::{Closed, CountryForm, Entry, Form, Modifier, kinds};
use crate::model::{Level, Sector};
use crate::text::Kind;

/// Nouns that end the name of a body of the state.
const BODIES: &[&str] = &["directorate", "service", "agency", "authority", "ministry", "department", "bureau", "council"];

/// An office as its words give it.
struct Title<'a> {
    /// Its first token, and the first behind its words.
    k: usize,
    e: usize,
    /// The word that says what it is: "minister", "chairman".
    head: &'a str,
    /// The level of that word; none where adjectives stand alone.
    base: Option<Level>,
    deputy: bool,
    former: bool,
    level: Level,
    sector: Option<Sector>,
    /// First token behind the office with its body.
    end: usize,
    country: Option<u16>,
    institution: Option<u16>,
    /// The body is that of whoever is spoken of, a union or a party, and not the state's.
    own: bool,
}

impl Reader<'_> {
    /// "of Foreign Affairs, Cooperation and African Integration", "of Women, Family and Child Protection": where a field of
    /// government ends that no list has and that opens at `b`, in a list whose last member ends at `at`.
    fn listed_field(&self, at: usize, b: usize, last: bool) -> Option<usize> {
        if !self.tokens[b].cap || self.headline || self.country_form_at(b).is_some() {
            return None;
        }
        let run = self.body_run(b);
        let and = |t: usize| self.is(t, Closed::Conjunction);
        let goes_on = self.kind(run) == Some(Kind::Comma) && and(run + 1) && self.names_a_field(run + 2);
        let fits = goes_on || (b..run).any(and) || and(run) && self.names_a_field(run + 1) || (last || and(at)) && self.names_a_field(b);
        (run > b && fits).then_some(run)
    }

    /// Where "Minister" stands behind the capitalised words at `k` that no list of fields has, before a name.
    pub(super) fn field_of_minister(&self, k: usize) -> Option<usize> {
        if self.headline {
            return None;
        }
        let upper = |n: usize| self.kind(n) == Some(Kind::Word) && self.tokens[n].cap;
        let names = kinds::COUNTRY | kinds::PAIR | kinds::PERSON | kinds::PLACE | kinds::INSTITUTION | kinds::TRAP | kinds::AGENCY;
        let closed = [Closed::Preposition, Closed::Determiner, Closed::Subordinator, Closed::Adverb, Closed::Relative, Closed::Possessive];
        let field =
            |n: usize| upper(n) && self.longest(n, names).is_none() && !closed.iter().any(|c| self.is(n, *c)) && self.date(n).is_none();
        let joins = |n: usize| matches!(self.kind(n), Some(Kind::Hyphen | Kind::Possessive));
        let end = (k + 1..(k + 6).min(self.end)).find(|n| self.lower_is(*n, "minister"))?;
        let all = field(k) && (k + 1..end).all(|n| field(n) || joins(n) && field(n + 1));
        (all && upper(end) && upper(end + 1) && self.longest(end, kinds::OFFICE).is_some_and(|(_, x)| x == end + 1)).then_some(end)
    }

    /// "Korean Peninsula peace and security affairs" at `b`: where it ends.
    fn theme_end(&self, b: usize) -> Option<usize> {
        let last = ["affairs", "policy", "issues", "matters", "negotiations"];
        let goes_on = |t: &usize| {
            matches!(self.kind(*t), Some(Kind::Word | Kind::Hyphen))
                && !self.is(*t, Closed::Preposition)
                && !self.is(*t, Closed::Determiner)
        };
        (b..(b + 9).min(self.end)).take_while(goes_on).find(|t| last.iter().any(|w| self.lower_is(*t, w))).map(|t| t + 1)
    }

    /// "Party, state and army" at `b`: where the list of what a leader leads ends.
    fn party_and_state(&self, b: usize) -> Option<usize> {
        let led = |k: usize| ["party", "state", "government", "army", "people", "nation", "country"].iter().any(|w| self.lower_is(k, w));
        let (mut k, mut named) = (b, 0);
        while led(k) {
            (k, named) = (k + 1, named + 1);
            let mut next = k + usize::from(self.kind(k) == Some(Kind::Comma));
            next += usize::from(self.lower_is(next, "and"));
            next += usize::from(self.lower_is(next, "the"));
            if next == k || !led(next) {
                break;
            }
            k = next;
        }
        (named > 1).then_some(k)
    }

    /// Reads an office at `k`: modifiers, portfolios, head, and the body behind "of".
    pub(super) fn office(&self, p: &mut Partial, k: usize) -> Option<usize> {
        let mut o = self.title(p, k)?;
        let Some(base) = o.base else { return self.adjectives_of_office(p, &o) };
        if (p.name.is_some() || p.person.is_some()) && p.office.is_none() {
            // A name before an office without comma is two phrases.
            return Some(usize::MAX);
        }
        if p.office.is_some() && p.name.is_some() {
            return Some(usize::MAX);
        }
        o.level = if o.deputy { lower(base) } else { base };
        // "the top Turkmen diplomat" is the foreign minister.
        if p.top && p.definite | !p.possessor.is_empty() && o.head == "diplomat" {
            o.level = Level::Minister;
        }
        self.body(p, &mut o);
        self.rank_by_body(&mut o);
        self.rank_by_owner(p, &mut o);
        p.former |= o.former;
        // Offices joined by a run keep the highest: "foreign minister and deputy prime minister".
        let higher = p.level.is_none_or(|l| o.level < l);
        if higher || p.office.is_none() {
            p.level = Some(o.level);
            if o.sector.is_some() {
                p.sector = o.sector;
            }
        }
        let start = p.office.map_or(k, |o| o.0);
        p.office = Some((start, o.end));
        if o.country.is_some() {
            p.body_country = o.country;
        }
        if o.institution.is_some() {
            p.institution = o.institution;
        }
        p.event = None;
        p.other = false;
        p.group = None;
        Some(o.end)
    }

    /// The words of an office, up to its body: "former deputy foreign minister".
    fn title(&self, p: &mut Partial, k: usize) -> Option<Title<'_>> {
        let lx = self.lx;
        let mut e = k;
        let (mut deputy, mut former) = (false, false);
        let mut level: Option<Level> = None;
        let mut sector = None;
        let mut head = "";
        while e < self.end {
            if self.tokens[e].kind == Kind::Hyphen && e > k {
                e += 1;
                continue;
            }
            if e > k && self.abbreviated(e) {
                e += 3;
                continue;
            }
            if self.tokens[e].kind != Kind::Word {
                break;
            }
            let group = self.longest(e, kinds::GROUP | kinds::NOUN);
            let hit = self.longest(e, kinds::OFFICE | kinds::MODIFIER | kinds::PORTFOLIO);
            let Some((mut entry, end)) = hit else {
                // "Housing Minister X": whatever a minister's field is called.
                match if level.is_none() { self.field_of_minister(e) } else { None } {
                    Some(minister) => {
                        e = minister;
                        continue;
                    }
                    None => break,
                }
            };
            // "Deputy Foreign Minister": what is an office by itself lowers the one that follows.
            if matches!(entry, Entry::Office(_)) && self.longest(end, kinds::OFFICE | kinds::MODIFIER | kinds::PORTFOLIO).is_some() {
                if let Some((modifier @ Entry::Modifier(_), e)) = self.longest(e, kinds::MODIFIER) {
                    if e == end {
                        entry = modifier;
                    }
                }
            }
            if group.is_some_and(|(_, g)| g > end) {
                break;
            }
            let word = lx.text(self.tokens[end - 1].sym);
            // "the Philippine Navy": a noun of its own where no noun follows.
            if !matches!(entry, Entry::Office(_))
                && group.is_some_and(|(x, g)| g == end && matches!(x, Entry::Group(_)))
                && !self.noun_follows(end)
            {
                if e == k {
                    return None;
                }
                break;
            }
            match entry {
                // "the General Federation of Trade Unions" is no general.
                Entry::Office(_) if word == "general" && e == k && self.tokens[k].cap && self.names_a_thing(end) => return None,
                Entry::Office(l) => {
                    // "an official welcome ceremony": how it was, and nobody.
                    let noun = |n: usize| self.kind(n) == Some(Kind::Word) && !self.tokens[n].cap && lx.common_noun(self.tokens[n].sym);
                    let base = |n: usize| {
                        noun(n)
                            && !lx.forms(self.tokens[n].sym).is_empty()
                            && lx.forms(self.tokens[n].sym).iter().all(|f| f.1 == Form::Base)
                    };
                    if word == "official" && level.is_none() && base(end) && noun(end + 1) && lx.forms(self.tokens[end + 1].sym).is_empty()
                    {
                        break;
                    }
                    // "head" and "lead" as verbs are not offices.
                    let first = self.tokens[e].sym;
                    if end == e + 1
                        && !lx.forms(first).is_empty()
                        && !self.tokens[e].cap
                        && (p.closed_head()
                            || matches!(word, "head" | "deputy" | "general" | "chief" | "aide" | "representative")
                                && self.kind(end) == Some(Kind::Word)
                                && self.is(end, Closed::Preposition)
                                && lx.text(self.tokens[end].sym) == "to")
                    {
                        break;
                    }
                    if level.is_some()
                        && level <= Some(l)
                        && matches!(l, Level::Director | Level::Working | Level::Unofficial)
                        && !matches!(word, "director")
                        && level != Some(l)
                    {
                        // "president and general", keep the higher of a run.
                    }
                    // "army chief", "defence secretary": the field is in the office's own words.
                    if sector.is_none() {
                        let field = self.longest_where(e, kinds::PORTFOLIO, |x| matches!(x, Entry::Portfolio(_))).filter(|(_, f)| *f < end);
                        if let Some((Entry::Portfolio(s), _)) = field {
                            sector = Some(s);
                        }
                    }
                    // "Foreign Minister Prince X", "Defence Minister General Y": a title behind the office.
                    let title = level.is_some() && matches!(word, "general" | "prince" | "princess" | "admiral" | "colonel" | "judge");
                    level = Some(level.filter(|_| title).unwrap_or(l));
                    head = if title && matches!(word, "prince" | "princess") { head } else { word };
                    e = end;
                }
                Entry::Modifier(m) => {
                    match m {
                        Modifier::Deputy => deputy |= level.is_none(),
                        Modifier::Former => former = true,
                        Modifier::Plain => p.top |= matches!(word, "top" | "chief"),
                    }
                    if level.is_some() && m != Modifier::Plain {
                        break;
                    }
                    if level.is_some() && !matches!(word, "elect" | "designate" | "concurrently") {
                        break;
                    }
                    e = end;
                }
                Entry::Portfolio(s) => {
                    if level.is_some() {
                        break;
                    }
                    // "restore relations": the noun itself, where no office follows.
                    if e == k && group.is_some_and(|(x, g)| g == end && matches!(x, Entry::Noun(_))) && !self.noun_follows(end) {
                        return None;
                    }
                    if sector.is_none() || sector == Some(Sector::Politics) {
                        sector = Some(s);
                    }
                    e = end;
                    // "Foreign and Defence Minister"
                    if self.is(e, Closed::Conjunction) && self.longest(e + 1, kinds::PORTFOLIO).is_some() {
                        e += 1;
                    }
                }
                _ => break,
            }
        }
        // "high-level", "war-torn": the hyphen is not the modifier's.
        while level.is_none() && e > k && self.tokens[e - 1].kind == Kind::Hyphen {
            e -= 1;
        }
        Some(Title {
            k,
            e,
            head,
            base: level,
            deputy,
            former,
            level: level.unwrap_or(Level::Working),
            sector,
            end: e,
            country: None,
            institution: None,
            own: false,
        })
    }

    /// Adjectives only: "foreign", "national"; they colour what follows.
    fn adjectives_of_office(&self, p: &mut Partial, o: &Title) -> Option<usize> {
        let Title { k, e, sector, deputy, former, .. } = *o;
        let lx = self.lx;
        if e == k {
            return None;
        }
        let lone_verb = !lx.forms(self.tokens[k].sym).is_empty() && p.closed_head();
        if lone_verb || p.closed_head() || p.name.is_some() || p.person.is_some() {
            return Some(usize::MAX);
        }
        if p.sector.is_none() {
            p.sector = sector.filter(|s| *s != Sector::Politics);
        }
        p.former |= former;
        p.deputy |= deputy;
        p.adjective = true;
        p.other |= sector.is_some();
        Some(e)
    }

    /// The body behind the office, "of the ministry", "of the Workers' Party of Korea": whose office it is.
    fn body(&self, p: &mut Partial, o: &mut Title) {
        let lx = self.lx;
        let (k, e, head) = (o.k, o.e, o.head);
        o.country = (k..e).find_map(|x| lx.bound_offices.get(&self.tokens[x].sym).copied());
        o.country = o.country.or_else(|| self.bound_title(e).filter(|_| p.mods.is_empty() && p.possessor.is_empty()));

        // "of the ...": country, ministry, party, parliament.
        // "member of the Political Bureau" is an office with its body.
        let mut rounds = usize::from((k..e).any(|t| self.lower_is(t, "of")));
        let mut at = e;
        // The body is that of whoever is spoken of, a union or a party, and not the state's.

        let sent = ENVOYS.contains(&head);
        while rounds < 5
            && (self.lower_is(at, "of")
                || self.lower_is(at, "for")
                || (rounds == 0 && sent && self.lower_is(at, "on"))
                || (rounds == 0 && self.lower_is(at, "at") && self.embassy(at + 1).is_some())
                || (rounds > 0 && self.kind(at) == Some(Kind::Comma))
                || (rounds > 0 && self.is(at, Closed::Conjunction)))
        {
            let comma = self.kind(at) == Some(Kind::Comma) || self.is(at, Closed::Conjunction);
            let mut b = at + 1;
            // "for Economic Growth, Energy, and the Environment": the last field of a list.
            let last = self.kind(at) == Some(Kind::Comma) && self.is(b, Closed::Conjunction);
            b += usize::from(last);
            while self.is(b, Closed::Determiner) {
                b += 1;
            }
            // "supreme leader of the Party, state and army": of the whole, which has no country of its own in the words.
            if let Some(x) = self.party_and_state(b).filter(|_| !comma) {
                o.end = x;
                break;
            }
            // "first secretary of the Peruvian embassy"
            if let Some((c, x)) = self.embassy(b).filter(|_| !comma) {
                o.country.get_or_insert(c);
                o.end = x;
                break;
            }
            // "chairman of its Central Committee"
            let its = self.is(b, Closed::Possessive) && self.tokens.get(b + 1).is_some_and(|t| t.cap);
            // "chairman of the Workers' Party, and its Secretary Y": another officer.
            if its && last {
                break;
            }
            o.own |= its;
            b += usize::from(its);
            if b >= self.end {
                break;
            }
            let hit = self.longest(b, kinds::COUNTRY | kinds::INSTITUTION | kinds::PORTFOLIO | kinds::TRAP | kinds::PLACE);
            // "director general for North Korean nuclear affairs": what he deals with, to its last word.
            let dealt = (self.lower_is(at, "for") || self.lower_is(at, "on")) && !comma;
            let land = matches!(hit, None | Some((Entry::Country(..) | Entry::Place(_) | Entry::Trap, _)));
            if let Some(x) = (dealt && land).then(|| self.theme_end(b)).flatten() {
                at = x;
                o.end = x;
                rounds += 1;
                continue;
            }
            // "special representative for Peru Policy X": what he deals with, too.
            let theme = |x: usize| ["policy", "affairs", "issues"].iter().any(|w| self.lower_is(x, w));
            if let Some((Entry::Country(..), x)) = hit.filter(|h| (self.lower_is(at, "for") || self.lower_is(at, "on")) && theme(h.1)) {
                o.end = x + 1;
                break;
            }
            // "the U.S. special envoy for Peru and Chile": what he deals with, and not whose he is.
            if let Some((Entry::Country(_, CountryForm::Name), x)) =
                hit.filter(|_| (self.lower_is(at, "for") || self.lower_is(at, "on")) && !(p.mods.is_empty() && p.possessor.is_empty()))
            {
                let next = if self.is(x, Closed::Conjunction) { self.country_form_at(x + 1) } else { None };
                o.end = next.map_or(x, |f| f.2);
                break;
            }
            // "special envoy of President X": X's country, and another's name.
            let serves =
                ["envoy", "adviser", "advisor", "aide", "representative", "emissary", "assistant"].iter().any(|w| self.lower_is(at - 1, w));
            if serves
                && !comma
                && self.lower_is(at, "of")
                && self.tokens[b].cap
                && self.longest(b, kinds::OFFICE | kinds::PORTFOLIO).is_some()
            {
                let chief = self.noun_phrase(b, &[]).filter(|n| matches!(&n.actors[..], [a] if a.name.is_some()));
                if let Some(n) = chief {
                    o.country = o.country.or(n.actors[0].country).or_else(|| self.nation_of(&n.actors[0]));
                    o.end = n.end;
                    break;
                }
            }
            match hit {
                // "head of the Lebanese Hezbollah Council": of no state.
                Some((Entry::Country(_, CountryForm::Adjective), x)) if !comma && self.movement(x) => {
                    at = self.body_run(x);
                    o.end = at;
                    p.trap = true;
                }
                // "governor of St. Petersburg", but "president of Georgetown University"
                Some((Entry::Place(place), x)) if !comma && (self.body_run(x) == x || self.is(x, Closed::DistrictNoun)) => {
                    let land = *o.country.get_or_insert(lx.places[place as usize].country);
                    let x = x + usize::from(self.is(x, Closed::DistrictNoun));
                    // "governor of Amur Region of the Russian Federation"
                    let of = self.lower_is(x, "of").then(|| x + 1 + usize::from(self.is(x + 1, Closed::Determiner)));
                    let same = of.and_then(|k| self.country_form_at(k)).filter(|f| f.0 == land && f.1 == CountryForm::Name);
                    o.end = same.map_or(x, |f| f.2);
                    at = o.end;
                    rounds = 9;
                    o.level = o.level.max(Level::DeputyMinister);
                }
                Some((Entry::Country(c, form), x)) if !comma => {
                    if form == CountryForm::Adjective {
                        // "minister of Indian affairs"; "general secretary of the Italian party"
                        o.country.get_or_insert(c);
                        // "an envoy of Congolese president X": another person.
                        let thing = |t: usize| self.names_a_thing(t) || BODIES.iter().any(|w| self.lower_is(t, w));
                        let general = self.lower_is(x, "general") && (x + 1..(x + 4).min(self.end)).any(thing);
                        if self.longest(x, kinds::OFFICE).is_some() && !general {
                            o.end = self.noun_phrase(b, &[]).map_or(x, |n| n.end);
                            break;
                        }
                        // "chairman of the German-Peruvian Friendship Group"
                        let second = if self.kind(x) == Some(Kind::Hyphen) { self.country_form_at(x + 1) } else { None };
                        let run = self.body_run(second.map_or(x, |f| f.2));
                        // "director of the Egyptian Intelligence Directorate Abbas Kamel": behind the body his name.
                        let run = self.body_before_name(x, run).unwrap_or(run);
                        at = run;
                        o.end = run;
                        // "secretary of the American People's Alliance of Peru": where it is, its end says.
                        let of = (run > x && self.lower_is(run, "of")).then(|| self.country_form_at(run + 1)).flatten();
                        if of.is_some_and(|f| f.1 == CountryForm::Name) {
                            o.country = None;
                        }
                    } else {
                        o.country.get_or_insert(c);
                        // "governor of Russia's Primorye region"
                        let mut close = x;
                        // "chairman of the China-Korea Friendship Association"
                        let hyphen = matches!(self.kind(x), Some(Kind::Hyphen | Kind::Dash));
                        if let Some(run) = self.thing_run(x + 1).filter(|_| hyphen) {
                            close = run;
                        }
                        // "chairman of the Peru-Chilean Friendship Group"
                        let second = if hyphen { self.country_form_at(x + 1) } else { None };
                        if let Some(f) = second {
                            close = self.body_run(f.2);
                        }
                        // "chairman of the Syria Children Organization"
                        if let Some(run) = self.thing_run(x) {
                            close = run;
                            // "secretary general of the Lebanon Federation of Workers"
                            let names = kinds::COUNTRY | kinds::PLACE | kinds::PERSON | kinds::INSTITUTION;
                            let of = self.lower_is(run, "of") && self.tokens.get(run + 1).is_some_and(|t| t.cap);
                            if of && run + 1 < self.end && self.longest(run + 1, names).is_none() {
                                close = self.body_run(run + 1);
                            }
                        }
                        if self.kind(x) == Some(Kind::Possessive) {
                            close = self.body_run(x + 1);
                            if close < self.end && PLACE_NOUNS.contains(&self.spelled(close)) {
                                close += 1;
                            }
                            // "the president of Ghana's recent visit": no body goes on, the visit is the president's.
                            let visit = (x + 1..(x + 5).min(self.end))
                                .take_while(|t| self.kind(*t) == Some(Kind::Word))
                                .any(|t| self.longest(t, kinds::NOUN).is_some());
                            if close == x + 1 && visit {
                                close = x;
                            }
                        }
                        at = close;
                        o.end = close;
                        // "President of Russia": the country closes the office, unless a body goes on ("of Russia's Duma").
                        rounds = 9;
                    }
                }
                Some((Entry::Institution(inst), x)) => {
                    o.institution.get_or_insert(inst);
                    if let Some(c) = lx.institutions[inst as usize].country {
                        o.country.get_or_insert(c);
                    }
                    if o.sector.is_none() {
                        o.sector = Some(lx.institutions[inst as usize].sector);
                    }
                    at = x;
                    o.end = x;
                }
                Some((Entry::Portfolio(s), _)) => {
                    let run = self.body_run(b);
                    let listed = self.kind(run) == Some(Kind::Comma) && self.is(run + 1, Closed::Conjunction);
                    let within = (b..run).any(|t| self.is(t, Closed::Conjunction));
                    let joined = self.is(run, Closed::Conjunction) || self.is(at, Closed::Conjunction) || last || listed || within;
                    if comma && !(self.tokens[b].cap && joined) {
                        break;
                    }
                    if o.sector.is_none() || o.sector == Some(Sector::Politics) {
                        o.sector = Some(s);
                    }
                    at = run;
                    o.end = run;
                }
                Some((Entry::Trap, x)) if !comma => {
                    // "the North America department": what goes on is a body of the office's own country.
                    let of = self.lower_is(at, "of");
                    // "for Europe and Eurasia Ana Sample": behind it his name.
                    let run = if x < self.end && self.tokens[x].sym == 0 { x } else { self.body_run(x) };
                    at = if run > x { run } else { self.longest(x, kinds::GROUP).map_or(x, |y| y.1) };
                    o.end = at;
                    // "special representative for Korean Peninsula peace" is no body's officer.
                    p.trap |= at == x && of;
                }
                _ if !comma => {
                    // A body that no list knows: capitalised words, "the two countries", "the house".
                    let mut run = self.body_run(b);
                    if run == b {
                        break;
                    }
                    // "governor of the Liaoning Provincial People's Government": of the place's country.
                    let junior = o.level > Level::DeputyLeader;
                    if let (true, Some((Entry::Place(place), _))) = (self.tokens[b].cap && junior, self.longest(b, kinds::PLACE)) {
                        let goes_on = |t: &usize| self.kind(*t) == Some(Kind::Possessive) || self.tokens[*t].cap;
                        let mut words = (run..(run + 4).min(self.end)).take_while(goes_on);
                        if let Some((_, x)) = words.find_map(|t| self.longest(t, kinds::GROUP).filter(|_| self.tokens[t].cap)) {
                            run = x;
                        }
                        o.country.get_or_insert(lx.places[place as usize].country);
                    }
                    at = run;
                    o.end = run;
                }
                _ => {
                    // "secretary of the C.C., the Peru Workers' Party"
                    let central = at > 0 && matches!(self.spelled(at - 1), "C.C." | "C.C");
                    if let Some((c, _, x)) = self.country_form_at(b).filter(|f| central && f.1 != CountryForm::People) {
                        o.country.get_or_insert(c);
                        let close = self.thing_run(x).unwrap_or(x);
                        at = close;
                        o.end = close;
                    // "secretary of the C.C., the Workers' Party of Korea"
                    } else if let Some((Entry::Institution(inst), x)) = self.longest(b, kinds::INSTITUTION) {
                        o.institution.get_or_insert(inst);
                        if let Some(c) = lx.institutions[inst as usize].country {
                            o.country.get_or_insert(c);
                        }
                        at = x;
                        o.end = x;
                    } else if let Some(run) = self.listed_field(at, b, last) {
                        at = run;
                        o.end = at;
                    } else if self.is(at, Closed::Conjunction) && b == at + 2 && self.lower_is(self.body_run(b), "of") {
                        // "member of the Political Bureau and the Secretariat of the Central Committee"
                        at = self.body_run(b);
                        o.end = at;
                    } else {
                        break;
                    }
                }
            }
            rounds += 1;
        }
        // "member of the European Parliament from the Green Party of Germany", "senator from Chile"
        if o.country.is_none()
            && matches!(head, "member" | "lawmaker" | "senator" | "deputy" | "legislator" | "mp" | "mep")
            && self.lower_is(o.end, "from")
        {
            let b = o.end + 1 + usize::from(self.is(o.end + 1, Closed::Determiner));
            let run = if self.country_form_at(b).is_some() { b } else { self.body_run(b) };
            let named = self.country_form_at(run + usize::from(run > b && self.lower_is(run, "of"))).filter(|f| f.1 == CountryForm::Name);
            if let Some(f) = named.filter(|_| run == b || self.lower_is(run, "of")) {
                o.country = Some(f.0);
                o.end = f.2;
            }
        }
        // "chairman of the C.C. Communist Party of Vietnam": the body's own name is of a country.
        if o.country.is_none() && o.institution.is_none() {
            let known = (k..o.end).find_map(|t| match self.longest(t, kinds::INSTITUTION) {
                Some((Entry::Institution(i), x)) if x <= o.end => lx.institutions[i as usize].country.map(|c| (i, c)),
                _ => None,
            });
            if let Some((i, c)) = known {
                o.institution = Some(i);
                o.country = Some(c);
            }
        }
    }

    /// Where the body from `x` to `run` ends, if two or more words of a name stand behind the noun that says what it is.
    fn body_before_name(&self, x: usize, run: usize) -> Option<usize> {
        let body = (x..run).rev().find(|t| BODIES.iter().any(|w| self.lower_is(*t, w)))? + 1;
        let name =
            |t: usize| self.kind(t) == Some(Kind::Word) && self.tokens[t].cap && self.longest(t, kinds::OFFICE | kinds::GROUP).is_none();
        (run >= body + 2 && (body..run).all(name)).then_some(body)
    }

    /// The body moves the level: the president of a university is no head of state.
    fn rank_by_body(&self, o: &mut Title) {
        let Title { k, e, end, head, deputy, own, country, institution, .. } = *o;
        let body = self.slice(e, end).to_lowercase();
        if !body.is_empty() {
            let has = |w: &str| body.contains(w);
            let parliament = has("assembly")
                || has("parliament")
                || has("senate")
                || has("duma")
                || has("congress")
                || has("knesset")
                || has("federation council")
                || has("bundestag")
                || has("national people")
                || has("house of");
            if matches!(head, "president" | "chairman" | "chairwoman" | "chairperson" | "speaker")
                && parliament
                && !has("committee")
                && !has("group")
                && !has("friendship")
            {
                o.level = if deputy { Level::DeputyMinister } else { Level::DeputyLeader };
                o.sector = Some(Sector::Parliament);
            } else if head == "chairman" && parliament && has("committee") {
                o.level = Level::DeputyMinister;
                o.sector = Some(Sector::Parliament);
            } else if matches!(head, "president" | "chairman" | "chief justice") && has("court") {
                o.level = if deputy { Level::DeputyMinister } else { Level::Minister };
                o.sector = Some(Sector::Law);
            } else if matches!(head, "president" | "chairman" | "chairwoman" | "chairperson" | "director" | "manager" | "leader" | "chief")
                && ["news agency", "company", "corporation", " co.", "associated press", "football club"].iter().any(|w| has(w))
                && !has("commission")
                && !has("ministry")
            {
                o.level = Level::Unofficial;
            } else if (e..end).any(|t| self.party_and_state(t) == Some(end)) {
                // "supreme leader of the Party, state and army": of no party only.
            } else if matches!(head, "president" | "leader") && !has("presidium") && !has("affairs commission") {
                let own = has("university")
                    || has("academy")
                    || has("institute")
                    || has("federation") && !has("russian federation")
                    || has("company")
                    || has("association")
                    || has("union") && !has("union of myanmar")
                    || has("committee")
                    || has("group")
                    || has("society")
                    || has("council")
                        && !has("council of state")
                        && !has("council of ministers")
                        && !has("state council")
                        && !has("governing council")
                        && !has("sovereign")
                        && !has("transition")
                        && !has("military council")
                    || has("foundation")
                    || has("confederation")
                    || has("institution")
                    || has("corporation")
                    || has("club")
                    || has("movement")
                    || has("party")
                    || has("chamber")
                    || has("bank")
                    // "president of the Commerce and Industry ...": nobody's state.
                    || country.is_none()
                        && institution.is_none()
                        && self.tokens[end - 1].cap
                        && !["republic", "nation", "state", "country", "government", "kingdom", "federal", "people"].iter().any(|w| has(w));
                if own {
                    o.level = if has("military university")
                        || has("national war college")
                        || has("national defence university")
                        || has("national defense university")
                    {
                        Level::DeputyMinister
                    } else if has("ruling party") {
                        Level::DeputyLeader
                    } else {
                        Level::Director
                    };
                    if deputy {
                        o.level = Level::Director;
                    }
                }
            } else if head == "chairman" && has("provincial people's committee") {
                o.level = if deputy { Level::Director } else { Level::DeputyMinister };
            } else if matches!(head, "president" | "chairman" | "chairwoman" | "secretary general" | "general secretary" | "secretary")
                && !has("party")
                && (has("red cross")
                    || has("red crescent")
                    || (has("central committee") || has("c.c.")) && ["federation of", "association", "society"].iter().any(|w| has(w)))
            {
                // "chairman of the Central Committee of the Red Cross Society": of no party's.
                o.level = Level::Director;
                if has("red cross") || has("red crescent") {
                    o.sector = Some(Sector::Humanitarian);
                }
            } else if matches!(head, "secretary" | "general secretary" | "chairman")
                && (has("workers' party")
                    || has("communist party")
                    || has("people's revolutionary party")
                    || has("c.c.")
                    || has("central committee"))
            {
                let general = self.slice(k, e).to_lowercase().contains("general secretary");
                o.level = if own {
                    if o.level == Level::Leader { Level::Minister } else { Level::Director }
                } else if general
                    && (has("workers' party of korea")
                        || has("communist party of china")
                        || has("communist party of vietnam")
                        || has("communist party of cuba")
                        || has("revolutionary party"))
                {
                    Level::Leader
                } else if deputy || has("provincial") || has("city") {
                    Level::DeputyMinister
                } else {
                    Level::Minister
                };
                if !general {
                    o.sector = Some(Sector::Party);
                }
            } else if matches!(head, "chairman" | "chairwoman" | "chairperson" | "director" | "secretary")
                && (has("friendship association") || has("friendship society"))
            {
                o.level = Level::Unofficial;
            } else if head == "chairman"
                && (has("national defence commission") || has("state affairs commission") || has("central military commission"))
            {
                o.level = Level::Leader;
            } else if matches!(head, "head" | "chief") && has("state") && !has("agency") {
                o.level = Level::Leader;
            } else if head == "chairman" && (has("commission") || has("agency") || has("state committee")) {
                o.level = Level::Minister;
            } else if matches!(head, "director" | "head" | "chief" | "director general" | "administrator")
                && (has("agency") && !has("news agency")
                    || ["intelligence service", "security service", "federal service", "migration service", "central intelligence"]
                        .iter()
                        .any(|w| has(w)))
                && !has("department")
            {
                // The head of a state agency, and his deputies a rung below.
                o.level = if deputy { Level::Director } else { Level::DeputyMinister };
            } else if matches!(head, "head" | "chief")
                && has("ministry")
                && !has("department")
                && !has("bureau")
                && !has("office")
                && !deputy
            {
                o.level = Level::Minister;
            } else if head == "secretary" && has("ministry") {
                o.level = Level::DeputyMinister;
            } else if matches!(head, "member") && (has("political bureau") || has("politburo")) {
                o.level = Level::Minister;
            }
        }
    }

    /// So does the state or the body that owns the office: a state's secretaries, a parliament's president.
    fn rank_by_owner(&self, p: &Partial, o: &mut Title) {
        let lx = self.lx;
        let Title { e, head, base, deputy, country, institution, .. } = *o;
        // "Secretary of Health and Human Services", "Transportation Secretary" are ministers where a state has secretaries.
        let states = ["USA", "GBR", "PHL", "MEX"].iter().filter_map(|iso| lx.country(iso)).collect::<Vec<_>>();
        let nation = country.or(p.body_country).or(p.mods.last().map(|m| m.0)).or(p.possessor.first().and_then(|a| a.country));
        if head == "secretary"
            && base == Some(Level::Director)
            && !deputy
            && self.tokens[e - 1].cap
            && o.sector.is_some_and(|s| s != Sector::Party)
            && nation.is_some_and(|c| states.contains(&c))
        {
            o.level = Level::Minister;
        }
        if matches!(head, "chairman" | "chairwoman") && p.sector == Some(Sector::Parliament) {
            o.level = Level::DeputyMinister;
        }
        // A university president named before the office: "Kim Il Sung Military University President".
        let body = p.institution.map(|i| lx.institutions[i as usize].sector);
        if let Some(field @ (Sector::Military | Sector::Education)) = body.filter(|_| matches!(head, "president" | "chief" | "rector")) {
            o.level = if field == Sector::Military { Level::DeputyMinister } else { Level::Director };
            o.sector = Some(field);
        }
        // "MI6 chief X": the head of a security service.
        if matches!(head, "director" | "chief" | "head") && !deputy && o.level == Level::Director {
            if let Some(i) = p.institution.or(institution).filter(|i| lx.institutions[*i as usize].sector == Sector::Security) {
                o.level = Level::DeputyMinister;
                o.sector = Some(lx.institutions[i as usize].sector);
            }
        }
        // "Bundestag President Norbert Lammert" presides over a parliament.
        if matches!(head, "president" | "chairman" | "chairwoman" | "speaker")
            && body == Some(Sector::Parliament)
            && o.level <= Level::DeputyLeader
        {
            o.level = if deputy { Level::DeputyMinister } else { Level::DeputyLeader };
            o.sector = body;
        }
        // "president and chief executive officer of the Associated Press": a company's.
        let and = e + usize::from(self.is(e, Closed::Conjunction));
        let company = and > e
            && (self.lower_is(and, "ceo")
                || self.lower_is(and, "chief") && self.lower_is(and + 1, "executive") && self.lower_is(and + 2, "officer"));
        if company {
            o.level = Level::Unofficial;
        }
    }

    /// A noun of people at the end of a run of capitalised words: "the New Reform Party", "Song and Dance Theatre".
    pub(super) fn titled_group(&self, k: usize) -> Option<(u16, usize)> {
        let mut e = k;
        while e < self.end && e < k + 9 {
            match self.tokens[e].kind {
                Kind::Hyphen if e > k => e += 1,
                Kind::Word if self.tokens[e].cap => {
                    if self.headline || self.country_form(e).is_some() && e > k {
                        return None;
                    }
                    if let Some((Entry::Group(g), end)) = self.longest(e, kinds::GROUP).filter(|_| e > k) {
                        let more = end < self.end && self.tokens[end].kind == Kind::Word && self.tokens[end].cap;
                        // A Group is a firm as often as not.
                        if !more && !self.lower_is(end - 1, "group") {
                            return Some((g, end));
                        }
                    }
                    if self.longest(e, kinds::OFFICE | kinds::PERSON | kinds::NOUN).is_some() {
                        return None;
                    }
                    e += 1;
                }
                Kind::Word if e > k && self.is(e, Closed::Conjunction) && self.tokens.get(e + 1).is_some_and(|t| t.cap) => e += 1,
                _ => return None,
            }
        }
        None
    }

    /// "Gen. (Retd) X"
    pub(super) fn retired(&self, k: usize) -> bool {
        ["rtd", "retd", "ret", "retired"].iter().any(|w| self.lower_is(k, w))
    }

    /// "Lieutenant General", "Vice Admiral": a rank that goes with an office.
    pub(in crate::annotate) fn military_rank(&self, (start, end): (usize, usize)) -> bool {
        // "Maj. Gen. (Rtd)"
        let last = (start..end).rev().find(|t| self.kind(*t) == Some(Kind::Word) && !self.retired(*t)).unwrap_or(start);
        let rank = self.word(last).unwrap_or_default();
        let rank = rank.trim_end_matches('.');
        ["general", "gen", "admiral", "adm", "colonel", "col", "marshal", "commodore", "brigadier"].contains(&rank)
    }

    /// Does the name of a movement that is no state stand at `k`, by itself?
    fn movement(&self, k: usize) -> bool {
        matches!(self.longest(k, kinds::TRAP | kinds::INSTITUTION | kinds::COUNTRY), Some((Entry::Trap, end)) if end == k + 1)
    }
}
