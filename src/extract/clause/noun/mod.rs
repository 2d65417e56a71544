//! What a noun tells: "a visit to", "talks between".
//!
//! A noun is read in steps, one room each: what stands around it ([`Site`]), whether it tells of an exchange at all (`sense`),
//! which phrases are its own (`phrases`), whether it happened (`status`), when (`date`), and who took part (`slots`, `journey`,
//! `parties`, `context`).

mod context;
mod date;
mod gifts;
mod invitation;
mod journey;
mod parties;
mod phrases;
mod sense;
mod slots;
mod status;

use super::*;
use crate::annotate::{ActorKind, Chunk, Event, Np, NpKind, Tense, Vg};
use crate::extract::build::Told;
use crate::extract::discourse::Parties;
use crate::extract::trace::Why;
use crate::lexicon::{Governs, Slot};

/// A noun that may tell of an exchange, and what stands around it.
struct Site<'s> {
    /// Its chunk.
    k: usize,
    e: &'s Event,
    rule: &'s Rule,
    np: &'s Np,
    /// First chunk of its phrase, or of the phrase around its deed.
    before: usize,
    /// First chunk of what it is measured by: "a package of aid".
    measured: usize,
    called_off: bool,
    /// It is the deed of a noun: "the signing of a treaty".
    nominal: bool,
    anniversaries: bool,
    /// What governs it: a verb before it, a verb behind it, or a preposition.
    preposition: Option<&'s str>,
    verb_before: Option<(usize, &'s Vg)>,
    verb_after: Option<(usize, &'s Vg)>,
    relative: Option<(usize, &'s Vg)>,
    /// The same verbs, where they only carry the noun: "held talks".
    light_before: Option<(usize, &'s Vg)>,
    light_after: Option<(usize, &'s Vg)>,
    /// "aid to help Peru fight floods": whom.
    helped: Option<Resolved>,
    /// The subject of a clause that hangs on the noun: "the dinner he hosted".
    clause_of: Option<usize>,
    /// The subject is the one who receives: "received a message".
    receives: bool,
    /// First token of its adjectives.
    adjectives: usize,
    /// The phrases that belong to it.
    all: Phrases,
    /// Who denies the reports of it.
    denier: Option<usize>,
    /// Whose visit it is part of: "The visit will include talks with X".
    included: Vec<Resolved>,
}

impl Clause<'_, '_> {
    /// Reads the noun at chunk `k` by a rule.
    pub(super) fn noun(&self, k: usize, e: &Event, rule: &Rule, sides: &mut Option<Parties>, out: &mut Vec<Mention>) -> Why {
        if rule.kind == ExchangeType::Transfer {
            let apart = self.donated(k, e, rule, sides, out).or_else(|| self.thanked_for(k, rule, sides, out));
            if let Some(why) = apart.or_else(|| self.shipped(k, e, rule, sides, out)) {
                return why;
            }
        }
        self.in_scope(k, e, rule)?;
        let mut site = self.site(k, e, rule);
        self.in_another_sense(&site)?;
        self.no_meeting(&site)?;
        self.none_in_particular(&site)?;
        self.carried(&site)?;
        self.gather(&mut site);
        let mode = self.told_as(&mut site)?;
        let mode = self.told_by_its_words(&site, mode);
        self.only_spoken_of(&site, mode)?;
        let mode = self.only_threatened(&site, mode)?;
        let (mode, date) = self.told_when(&site, mode)?;
        site.included = self.included(&site, out);
        let site = &site;
        let verb = site.light_before.or(site.light_after).map(|x| x.1);
        let mut told = Told { mode, date, trigger: (e.start, e.end), phrases: &site.all, at: k, verb };
        if let Some(why) = self.fresh_from(site, told, sides, out) {
            return why;
        }
        if rule.invites {
            return self.invitation(site, told, sides, out);
        }
        self.of_officials(site)?;
        if rule.needs_sector.is_some() {
            return self.addressed(site, told, sides, out);
        }
        if rule.place_target {
            return self.journey(site, told, sides, out);
        }
        if site.receives {
            return self.received(site, told, sides, out);
        }
        let apart = self.presented(site, told, sides, out).or_else(|| self.telephoned(site, told, sides, out));
        let apart = apart.or_else(|| self.offer_taken(site, told, sides, out)).or_else(|| self.met_by(site, told, sides, out));
        if let Some(why) = apart.or_else(|| self.sent_for(site, told, sides, out)) {
            return why;
        }
        let mut targets = self.targets(site);
        if let Some(why) = self.ceremony(site, &mut targets, &mut told, sides, out) {
            return why;
        }
        self.implied_targets(site, &mut targets, &mut told);
        if !targets.is_empty() {
            let sources = self.sources(site, &targets, &told)?;
            if !sources.is_empty() {
                return self.each_in_turn(rule, (sources, targets), &site.all, told, sides, out);
            }
        }
        // "A friendship meeting with the ambassador took place": at home.
        let resident = |r: &Resolved| r.accredited() || r.kind == ActorKind::Group;
        if rule.embassy && targets.iter().all(resident) {
            return self.at_the_embassy(site, told, sides, out);
        }
        if let Some(why) = self.treaty_of_two(site, &targets, told, sides, out).or_else(|| self.list(site, &targets, told, sides, out)) {
            return why;
        }
        let known = match rule.kind {
            ExchangeType::Meeting => self.met_in_context(site, targets, told, sides, out),
            ExchangeType::Agreement => self.signed_in_context(site, &targets, told, sides, out),
            ExchangeType::Message => self.carried_letter(site, &targets, told, sides, out),
            ExchangeType::Exercise => self.forces_that_came(site, &targets, told, sides, out),
            _ => None,
        };
        let known = known.or_else(|| self.their_own(site, told, sides, out));
        known.unwrap_or(Err("fewer than two countries stand where the rule looks for its sides"))
    }

    /// What can be told from the noun and the words right beside it.
    fn in_scope(&self, k: usize, e: &Event, rule: &Rule) -> Why {
        // "on his way to": without its preposition the noun is another.
        // "the call between X and Y", "X's call with Y" need none.
        let owned = (e.pronoun || !e.possessor.is_empty()) && rule.given && self.prep(k + 1) == Some("with");
        if !rule.behind.is_empty()
            && self.prep(k + 1) != Some("between")
            && !owned
            && !k.checked_sub(1).and_then(|b| self.prep(b)).is_some_and(|p| rule.behind.iter().any(|w| w == p))
        {
            return Err("the words that the rule needs do not stand before");
        }
        // "the exchange of documents", and not of prisoners.
        let behind = || self.r.slice(e.start, self.r.end).to_lowercase();
        if !rule.needs_word.is_empty() && !rule.needs_word.iter().any(|w| said(&behind(), w)) {
            return Err("the words that the rule needs do not follow");
        }
        // "conveyed his message and kind regards": the message tells it.
        let told = |j: usize| matches!(self.c[j + 1].chunk, Chunk::And) && self.event_is(j, ExchangeType::Message);
        if rule.kind == ExchangeType::Message && rule.id == "wishes" && k.checked_sub(2).is_some_and(told) {
            return Err("told with the message beside it");
        }
        // "at the ASEAN meeting"
        if rule.kind == ExchangeType::Meeting && e.multilateral && !matches!(self.prep(k + 1), Some("with" | "between")) {
            return Err("an event of an organisation of states");
        }
        if rule.kind == ExchangeType::Visit && self.counted(e) {
            return Err("a count of visits, not one");
        }
        if matches!(rule.kind, ExchangeType::Meeting | ExchangeType::Call) && self.in_number(e) {
            return Err("many over a time, not one");
        }
        // "met for a private dinner": the verb tells it.
        let meal = rule.kind == ExchangeType::Meeting && k >= 2 && self.prep(k - 1) == Some("for");
        if meal && self.vg(k - 2).is_some_and(|v| self.verb_is(v, &["meet", "gather", "host", "receive"])) {
            return Err("the verb tells it");
        }
        if self.habitual(k) {
            return Err("a habit, not one exchange");
        }
        // "whether the dialogue is realized or not"
        let nominal = |j: &usize| matches!(self.c[*j].chunk, Chunk::Np(_) | Chunk::Prep(_) | Chunk::And | Chunk::Other);
        let opener = (0..k).rev().find(|j| !nominal(j)).filter(|j| matches!(self.c[*j].chunk, Chunk::Sub(_)));
        if opener.and_then(|j| self.prep(j)) == Some("whether") {
            return Err("nobody knows whether");
        }
        let with = |p: &str| rule.target.iter().any(|s| matches!(s, Slot::Preposition(w) if w == p));
        if rule.close && !self.prep(k + 1).is_some_and(with) {
            return Err("the preposition of the target does not stand right behind");
        }
        // "resume tour of the mountain": what tourists do.
        let tour = self.r.word(e.end - 1).as_deref() == Some("tour");
        // "the Special Zone for International Tour": a name.
        if tour && !self.r.headline && e.end == e.start + 1 && self.r.tokens[e.start].cap && e.start > 0 && self.r.tokens[e.start - 1].cap {
            return Err("part of a name");
        }
        let bare = self.np(k).is_some_and(|n| n.start == e.start) && !e.pronoun && e.possessor.is_empty();
        if bare && tour && !self.r.headline {
            return Err("tours in general");
        }
        Ok(())
    }

    /// What stands around the noun.
    fn site<'s>(&'s self, k: usize, e: &'s Event, rule: &'s Rule) -> Site<'s> {
        // "sends medical aid and experts to X": the list has one address.
        let mut last = k;
        let listed = |n: &Np| match rule.kind {
            ExchangeType::Transfer => n.actors.iter().all(|a| a.country.is_none()),
            // "conveyed greetings and best wishes to X"
            // "condolences and deep sympathy to X"
            ExchangeType::Message => {
                let feeling = ["sympathy", "sympathies", "wishes", "regards", "respects", "solidarity", "solace", "thanks", "appreciation"];
                let felt = n.kind == NpKind::Other && self.r.word(n.end - 1).is_some_and(|w| feeling.contains(&&*w));
                let thing = ["banner", "banners", "souvenir", "souvenirs", "bouquet", "bouquets", "album", "flowers", "photo", "photos"];
                let felt = felt || n.kind == NpKind::Other && self.r.word(n.end - 1).is_some_and(|w| thing.contains(&&*w));
                felt || n.event.as_ref().is_some_and(|e| self.noun_of(e, ExchangeType::Message))
            }
            _ => false,
        };
        while matches!(self.c.get(last + 1).map(|s| &s.chunk), Some(Chunk::And | Chunk::Comma))
            && self.np(last + 2).is_some_and(listed)
            && !matches!(self.c.get(last + 3).map(|s| &s.chunk), Some(Chunk::Vg(_)))
        {
            last += 2;
        }
        // "conveyed his message and regards of officials of the state to X"
        let mut whose = last;
        while rule.kind == ExchangeType::Message && last > k && self.prep(whose + 1) == Some("of") && self.np(whose + 2).is_some() {
            whose += 2;
        }
        let last = if matches!(self.prep(whose + 1), Some("to" | "for" | "from")) { whose } else { k };
        let phrases = self.phrases(last + 1);
        let np = self.np(k).expect("an event");
        // "a meeting between the ambassador of A to B and Minister X was held on Monday": the verb behind both.
        let both = self.prep(k + 1) == Some("between")
            && self.prep(k + 3) == Some("to")
            && matches!(self.c.get(k + 5).map(|s| &s.chunk), Some(Chunk::And))
            && self.np(k + 6).is_some_and(|n| n.kind == NpKind::Actor);
        let phrases = if both && phrases.end == k + 5 {
            let more = self.phrases(k + 7);
            Phrases { preps: phrases.preps.into_iter().chain(more.preps).collect(), dates: more.dates, end: more.end, ..phrases }
        } else {
            phrases
        };
        // "a trip to Y that X was to make": the relative clause says who.
        // "deals under which X agreed" are not only X's.
        let clause_of = (matches!(self.c.get(phrases.end).map(|s| &s.chunk), Some(Chunk::That | Chunk::Rel))
            && self.prep(phrases.end - 1).is_none()
            && self.np(phrases.end + 1).is_some_and(|n| n.kind == NpKind::Actor)
            && self.vg(phrases.end + 2).is_some_and(|v| self.light(v, rule) && !v.passive))
        .then_some(phrases.end + 1);
        // "at a dinner he hosted in honour of X"
        let contact = phrases.end == k + 1
            && self.np(k + 1).is_some_and(|n| {
                n.kind == NpKind::Pronoun && matches!(self.r.word(n.start).as_deref(), Some("he" | "she"))
                    || n.kind == NpKind::Actor && n.actors.iter().all(|a| a.kind == ActorKind::Person)
            })
            && self.vg(k + 2).is_some_and(|v| Self::finite(v) && self.light(v, rule) && !v.passive)
            && self.object(k + 2).is_none();
        // "a pact it recently signed with X"
        let adverb = usize::from(matches!(self.c.get(k + 2).map(|s| &s.chunk), Some(Chunk::Adverb(_))));
        let signed = rule.kind == ExchangeType::Agreement
            && phrases.end == k + 1
            && self.np(k + 1).is_some_and(|n| n.kind == NpKind::Pronoun && matches!(self.r.word(n.start).as_deref(), Some("it" | "they")))
            && self.vg(k + 2 + adverb).is_some_and(|v| Self::finite(v) && self.verb_is(v, &["sign", "ink"]) && !v.passive)
            && self.prep(k + 3 + adverb) == Some("with");
        // "the visit he had planned to make to Peru"
        let made = phrases.end == k + 1
            && self.np(k + 1).is_some_and(|n| n.kind == NpKind::Pronoun)
            && self.vg(k + 2).is_some_and(|v| Self::finite(v) && v.governs == Governs::Plan && !v.passive)
            && self.vg(k + 3).is_some_and(|v| v.tense == Tense::Infinitive && self.light(v, rule) && !v.passive)
            && self.object(k + 3).is_none();
        let (clause_of, phrases) = match (contact, made) {
            (true, _) if clause_of.is_none() => (Some(k + 1), self.phrases(k + 3)),
            _ if signed => (Some(k + 1), self.phrases(k + 3 + adverb)),
            (_, true) if clause_of.is_none() => (Some(k + 1), self.phrases(k + 4)),
            // "the visit that X made in May to Peru"
            // "the talks that X held with Y"
            _ if clause_of == Some(k + 2) && !matches!(rule.kind, ExchangeType::Exercise | ExchangeType::Transfer) => {
                (clause_of, self.phrases(k + 4))
            }
            _ => (clause_of, phrases),
        };
        // What governs the noun: a verb before it, a verb behind it, or a preposition.
        let Hung { before, measured, called_off, nominal, anniversaries } = self.hung(k, rule);
        let verb_before = self.verb_that_carries(measured);
        // "signed and renewed five pacts": the first of the two carries them.
        let verb_before = verb_before.map(|(g, v)| {
            let joined = g >= 2 && matches!(self.c[g - 1].chunk, Chunk::And) && v.end == v.start + 1 && !self.light(v, rule);
            let first = g.checked_sub(2).and_then(|h| Some((h, self.vg(h)?))).filter(|(_, x)| !x.passive && self.light(x, rule));
            first.filter(|_| joined).unwrap_or((g, v))
        });
        let (verb_after, relative) = self.verb_behind(k, rule, &phrases);
        // "days after the signing of a treaty": the phrase around the signing.
        let before = if nominal { measured } else { before };
        let preposition = before.checked_sub(1).and_then(|b| self.prep(b)).filter(|_| verb_before.is_none());

        let light_before = verb_before.filter(|(g, v)| {
            // "told a joint news conference"
            let told = v.governs == Governs::Say && rule.kind == ExchangeType::Meeting && self.press(e);
            self.light(v, rule) || rule.received && self.takes_delivery(*g) || told
        });
        // "documents agreed upon between both sides" are no news.
        // "the treaty entered into force"
        let agreed = |v: &Vg| self.verb_is(v, &["agree", "enter"]) && !v.passive;
        // "pacts are planned to be signed"
        let to_be_done = |(g, v): (usize, &Vg)| {
            let second = self.vg(g + 1).filter(|w| w.tense == Tense::Infinitive && w.passive && self.light(w, rule));
            second.filter(|_| v.passive && v.governs == Governs::Plan).map(|w| (g + 1, w))
        };
        let light_after = verb_after
            .filter(|(_, v)| !agreed(v))
            .filter(|(_, v)| self.light(v, rule) || (rule.received && self.verb_is(v, &["receive"])))
            .or_else(|| verb_after.and_then(to_be_done));
        // "the friendly and cooperative relations"
        let adjective = |n: &&Np| n.kind == NpKind::Other && n.places.is_empty() && n.actors.is_empty();
        let listed = matches!(k.checked_sub(1).map(|j| &self.c[j].chunk), Some(Chunk::And)).then(|| self.np(k.wrapping_sub(2))).flatten();
        let from = listed.filter(adjective).map_or(np.start, |n| n.start);
        let receives = rule.received && light_before.is_some_and(|(g, _)| self.takes_delivery(g));
        Site {
            k,
            e,
            rule,
            np,
            before,
            measured,
            called_off,
            nominal,
            anniversaries,
            preposition,
            verb_before,
            verb_after,
            relative,
            light_before,
            light_after,
            clause_of,
            receives,
            adjectives: from,
            helped: (rule.kind == ExchangeType::Transfer).then(|| self.helped(&phrases)).flatten(),
            all: phrases,
            denier: None,
            included: Vec::new(),
        }
    }

    /// Does one of these words stand before the noun?
    fn says(&self, site: &Site, words: &[&str]) -> bool {
        (site.adjectives..site.e.start).any(|t| self.r.word(t).is_some_and(|w| words.contains(&&*w)))
    }
}
