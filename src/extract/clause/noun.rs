//! What a noun tells: "a visit to", "talks between".

use super::super::build::{Sides, Told, emit};
use super::super::discourse::{Parties, Resolved};
use super::super::trace::Why;
use super::*;
use crate::annotate::dates::{DateExpr, Direction, Shift};
use crate::annotate::{ActorKind, Chunk, Event, Np, NpKind, PlaceRef, Tense, Vg};
use crate::lexicon::{Closed, CountryForm, Entry, Governs, Phase, Rule, Slot, kinds};
use crate::model::{ExchangeType, Level, Mention, Sector, Status};
use crate::text::Kind;

impl Clause<'_, '_> {
    pub(super) fn noun(&self, k: usize, e: &Event, rule: &Rule, sides: &mut Option<Parties>, out: &mut Vec<Mention>) -> Why {
        // "on his way to": without its preposition the noun is another.
        // "the call between X and Y" needs none.
        if !rule.behind.is_empty()
            && self.prep(k + 1) != Some("between")
            && !k.checked_sub(1).and_then(|b| self.prep(b)).is_some_and(|p| rule.behind.iter().any(|w| w == p))
        {
            return Err("the words that the rule needs do not stand before");
        }
        if rule.kind == ExchangeType::Transfer {
            if let Some(why) = self.donated(k, e, rule, sides, out).or_else(|| self.thanked_for(k, rule, sides, out)) {
                return why;
            }
        }
        // "at the ASEAN meeting"
        if rule.kind == ExchangeType::Meeting && e.multilateral && !matches!(self.prep(k + 1), Some("with" | "between")) {
            return Err("an event of an organisation of states");
        }
        if rule.kind == ExchangeType::Visit && self.counted(e) {
            return Err("a count of visits, not one");
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
        let bare = self.np(k).is_some_and(|n| n.start == e.start) && !e.pronoun && e.possessor.is_empty();
        if bare && self.r.word(e.end - 1).as_deref() == Some("tour") && !self.r.headline {
            return Err("tours in general");
        }
        // "sends medical aid and experts to X": the list has one address.
        let mut last = k;
        let listed = |n: &Np| match rule.kind {
            ExchangeType::Transfer => n.actors.iter().all(|a| a.country.is_none()),
            // "conveyed greetings and best wishes to X"
            // "condolences and deep sympathy to X"
            ExchangeType::Message => {
                let feeling = ["sympathy", "sympathies", "wishes", "regards", "respects", "solidarity", "solace", "thanks", "appreciation"];
                let felt = n.kind == NpKind::Other && self.r.word(n.end - 1).is_some_and(|w| feeling.contains(&&*w));
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
        let phrases = self.phrases(if matches!(self.prep(last + 1), Some("to" | "for" | "from")) { last } else { k } + 1);
        let np = self.np(k).expect("an event");
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
        // "the visit he had planned to make to Peru"
        let made = phrases.end == k + 1
            && self.np(k + 1).is_some_and(|n| n.kind == NpKind::Pronoun)
            && self.vg(k + 2).is_some_and(|v| Self::finite(v) && v.governs == Governs::Plan && !v.passive)
            && self.vg(k + 3).is_some_and(|v| v.tense == Tense::Infinitive && self.light(v, rule) && !v.passive)
            && self.object(k + 3).is_none();
        let (clause_of, phrases) = match (contact, made) {
            (true, _) if clause_of.is_none() => (Some(k + 1), self.phrases(k + 3)),
            (_, true) if clause_of.is_none() => (Some(k + 1), self.phrases(k + 4)),
            // "the visit that X made in May to Peru"
            _ if clause_of == Some(k + 2) && rule.kind == ExchangeType::Visit => (clause_of, self.phrases(k + 4)),
            _ => (clause_of, phrases),
        };
        // What governs the noun: a verb before it, a verb behind it, or a preposition.
        let Hung { before, measured, called_off, nominal, anniversaries } = self.hung(k, rule);
        let verb_before = self.verb_that_carries(measured);
        let (verb_after, relative) = self.verb_behind(k, rule, &phrases);
        // "days after the signing of a treaty": the phrase around the signing.
        let before = if nominal { measured } else { before };
        let preposition = before.checked_sub(1).and_then(|b| self.prep(b)).filter(|_| verb_before.is_none());

        let light_before =
            verb_before.filter(|(_, v)| self.light(v, rule) || (rule.received && self.verb_is(v, &["receive", "get", "accept"])));
        // "documents agreed upon between both sides" are no news.
        // "the treaty entered into force"
        let agreed = |v: &Vg| self.verb_is(v, &["agree", "enter"]) && !v.passive;
        let light_after =
            verb_after.filter(|(_, v)| !agreed(v)).filter(|(_, v)| self.light(v, rule) || (rule.received && self.verb_is(v, &["receive"])));
        // "The message expressed thanks": what a message does is not its sending.
        if rule.kind == ExchangeType::Message
            && light_before.is_none()
            && light_after.is_some_and(|(g, v)| !v.passive && Self::finite(v) && self.object(g).is_some())
        {
            return Err("the message does it");
        }
        // "the friendly and cooperative relations"
        let adjective = |n: &&Np| n.kind == NpKind::Other && n.places.is_empty() && n.actors.is_empty();
        let listed = matches!(k.checked_sub(1).map(|j| &self.c[j].chunk), Some(Chunk::And)).then(|| self.np(k.wrapping_sub(2))).flatten();
        let from = listed.filter(adjective).map_or(np.start, |n| n.start);
        let says = |words: &[&str]| (from..e.start).any(|t| self.r.word(t).is_some_and(|w| words.contains(&&*w)));
        // "restore confidence and good relations", "the relations of confidence": no embassy is meant.
        let of_a_kind = rule.kind == ExchangeType::Accreditation
            && !rule.unlike.is_empty()
            && self.prep(k + 1) == Some("of")
            && self.np(k + 2).is_some_and(|n| n.kind == NpKind::Other && n.actors.is_empty() && !self.r.tokens[n.end - 1].cap);
        if of_a_kind || rule.unlike.iter().any(|w| says(&[w])) {
            return Err("relations of another kind");
        }
        // "a summit, which has not been held since 2019"
        let lapsed = |(g, v): (usize, &Vg)| {
            v.negated
                && v.tense == Tense::Perfect
                && (g + 1..self.c.len()).take(4).any(|j| matches!(self.prep(j), Some("since" | "for" | "in")))
        };
        if verb_after.is_some_and(lapsed) {
            return Err("not done for long");
        }
        // "to normalise relations" is a wish and a slogan, unless both agreed to it.
        let normalises = |(g, v): (usize, &Vg)| {
            v.verbs.iter().any(|x| rule.wishes.contains(&self.r.lx.verbs[*x as usize].text))
                && !(v.tense == Tense::Infinitive && self.governor(g).and_then(|a| self.vg(a)).is_some_and(|a| self.verb_is(a, &["agree"])))
        };
        // "have stepped up efforts to restore their ties": nor is that.
        let seeks = |(g, v): (usize, &Vg)| {
            let resolved = ["agree", "decide", "announce", "vow", "pledge", "plan", "intend", "set", "resolve"];
            v.tense == Tense::Infinitive && self.governor(g).and_then(|a| self.vg(a)).is_some_and(|a| !self.verb_is(a, &resolved))
        };
        let wish = !rule.wishes.is_empty() && e.pronoun && light_before.is_some_and(seeks);
        if wish || light_before.is_some_and(normalises) || light_before.is_none() && light_after.is_some_and(normalises) {
            return Err("a wish to normalise relations");
        }
        // "ambassadors to India, Laos, Egypt and France sent": the end of a longer list.
        let cut = |s: usize| {
            let member = |n: &Np| n.kind == NpKind::Actor && n.actors.iter().all(|a| a.kind == ActorKind::Country);
            s >= 2 && matches!(self.c[s - 1].chunk, Chunk::Comma) && self.np(s - 2).is_some_and(member)
        };
        if rule.kind == ExchangeType::Message && light_before.and_then(|(g, _)| self.subject(g, 0).filter(|s| *s < g)).is_some_and(cut) {
            return Err("the end of a longer list");
        }
        // "signs agreements with the university": none of states.
        let private = |n: &Np| {
            let group = self.r.longest(n.end - 1, kinds::GROUP).is_some_and(|(g, _)| match g {
                Entry::Group(g) => !self.r.lx.groups[g as usize].official,
                _ => false,
            });
            let body = matches!(self.r.word(n.end - 1).as_deref(), Some("university" | "company" | "firm" | "institute" | "college"));
            n.event.is_none() && n.actors.iter().all(|a| a.country.is_none()) && (group || body)
        };
        if rule.kind == ExchangeType::Agreement && self.prep(k + 1) == Some("with") && self.np(k + 2).is_some_and(private) {
            return Err("with a private body");
        }
        // "an international meeting on climate change": of many.
        if rule.kind == ExchangeType::Meeting
            && (says(&["international", "world", "global", "multilateral"])
                || says(&["five", "six", "seven", "eight"]) && says(&["party", "nation", "way"]))
            && !(matches!(self.prep(k + 1), Some("with" | "between")) && self.np(k + 2).is_some_and(|n| n.kind != NpKind::Other))
        {
            return Err("multilateral");
        }
        // "launched the Strategic Dialogue and Cooperation Platform": what it is called.
        let named = self.np(k + 2).filter(|_| matches!(self.c.get(k + 1).map(|s| &s.chunk), Some(Chunk::And)));
        let platform = |n: &Np| {
            let last = self.r.word(n.end - 1);
            self.r.tokens[n.end - 1].cap
                && matches!(last.as_deref(), Some("platform" | "mechanism" | "partnership" | "programme" | "program" | "framework"))
        };
        if rule.kind == ExchangeType::Meeting && !self.r.headline && self.r.tokens[e.end - 1].cap && named.is_some_and(platform) {
            return Err("the name of a platform");
        }
        // "in the way of the dialogue between": dialogue that no verb carries is a state, no meeting.
        let lemma = &self.r.lx.nouns[e.noun as usize].text;
        if rule.kind == ExchangeType::Meeting
            && matches!(lemma.as_str(), "dialogue" | "negotiation")
            && light_before.is_none()
            && verb_after.is_none()
            && e.date.is_none()
            && verb_before.is_none_or(|(_, v)| v.governs == Governs::Other)
            && !matches!(preposition, Some("during" | "in" | "at" | "after" | "following"))
            // "asks for dialogue with", "a proposal for dialogue with"
            && !(preposition == Some("for")
                && before >= 2
                && self.prep(k + 1) == Some("with")
                && (self.vg(before - 2).is_some_and(|v| v.governs == Governs::Propose)
                    || self.np(before - 2).is_some_and(|n| self.r.is(n.end - 1, Closed::ProposalNoun))))
        {
            return Err("dialogue in general");
        }
        // "doubts the talk of X about Y"
        if lemma == "talk"
            && light_before.is_none()
            && verb_after.is_none()
            && !matches!(preposition, Some("during" | "in" | "at" | "after" | "following"))
            && self.r.word(np.end - 1).as_deref() == Some("talk")
            && (self.prep(k + 1) == Some("about") || self.prep(k + 1) == Some("of"))
        {
            return Err("words, and no meeting");
        }
        // "the delegation of X to the talks issued a notice", "an obstacle to dialogue": no meeting is told.
        if rule.kind == ExchangeType::Meeting && preposition.is_some() && before >= 2 {
            let mut whose = before - 2;
            let mut staff = false;
            while let Some(np) = self.np(whose) {
                staff |= np.bare_office()
                    || np.actors.iter().any(|a| a.delegation || a.office.is_some())
                    || matches!(
                        self.r.word(np.end - 1).as_deref(),
                        Some("delegation" | "delegate" | "delegates" | "negotiator" | "negotiators" | "representative" | "representatives")
                    );
                if light_before.is_none() && verb_after.is_none() && whose == before - 2 && self.r.is(np.end - 1, Closed::ObstacleNoun) {
                    return Err("an obstacle to talks");
                }
                if whose < 2 || self.prep(whose - 1) != Some("of") {
                    break;
                }
                whose -= 2;
            }
            let sent =
                (0..whose).rev().take_while(|j| !matches!(self.c[*j].chunk, Chunk::Comma | Chunk::Break)).any(|j| self.vg(j).is_some());
            if staff && !sent && preposition == Some("to") {
                return Err("who speaks at the talks, and no meeting");
            }
        }
        // "any agreement", "before any talks": none in particular, unless it is refused.
        let refused = verb_before.is_some_and(|(g, v)| {
            v.negated || matches!(v.governs, Governs::Deny | Governs::Cancel) || self.mode(g).status == Status::Denied
        });
        // "no meeting between X and Y is planned": a denial.
        let none = self.r.word(np.start).as_deref() == Some("no")
            && matches!(rule.kind, ExchangeType::Meeting | ExchangeType::Visit | ExchangeType::Call)
            && verb_after.is_some_and(|(_, v)| {
                v.passive && (self.light(v, rule) || matches!(v.governs, Governs::Plan | Governs::Do))
                    || self.verb_is(v, &["take", "occur", "happen"])
            });
        let refused = refused || none;
        let all_drills = rule.kind == ExchangeType::Exercise && self.r.word(np.start).as_deref() == Some("all");
        if (all_drills || matches!(self.r.word(np.start).as_deref(), Some("any" | "no" | "every"))) && !refused {
            return Err("none in particular");
        }
        // "a speech to the Australian–American Leadership Dialogue": a forum by name.
        let t = &self.r.tokens;
        let forum = e.start > np.start
            && !self.r.headline
            && t[e.start].cap
            && t[e.start - 1].kind == crate::text::Kind::Word
            && t[e.start - 1].cap
            && self.r.country_form(e.start - 1).is_none()
            && light_before.is_none()
            && verb_after.is_none();
        if rule.kind == ExchangeType::Meeting && forum && !matches!(self.prep(k + 1), Some("with" | "between")) {
            return Err("a forum by its name");
        }
        if self.in_a_title(e) {
            return Err("the title of a work");
        }
        // "The Council holds a meeting on the crisis between X and Y": what an organisation deals with.
        let body = || light_before.and_then(|(g, _)| self.subject(g, 0)).and_then(|s| self.np(s));
        if rule.kind == ExchangeType::Meeting
            && self.prep(k + 3) == Some("between")
            && matches!(self.prep(k + 1), Some("on" | "about" | "over"))
            && self.np(k + 2).is_some_and(|n| n.kind == NpKind::Other)
            && body().is_some_and(|n| n.kind == NpKind::Other && self.r.names_organisation(n.start, n.end))
        {
            return Err("what an organisation deals with");
        }
        // "a rapprochement to restore relations": what it is for.
        let purpose = |(g, v): (usize, &Vg)| {
            v.tense == Tense::Infinitive
                && g >= 2
                && self.prep(g - 2).is_some()
                && self.np(g - 1).is_some_and(|n| n.kind == NpKind::Other && n.actors.is_empty())
        };
        if rule.kind == ExchangeType::Accreditation && !rule.unlike.is_empty() && light_before.is_some_and(purpose) {
            return Err("what something else is for");
        }
        // "an agreement on political consultations": what was agreed to be done.
        let agreed_on = preposition == Some("on")
            && before >= 2
            && self.np(before - 2).and_then(|n| n.event.as_ref()).is_some_and(|x| self.noun_of(x, ExchangeType::Agreement));
        if rule.kind == ExchangeType::Meeting && agreed_on && verb_before.is_none() {
            return Err("what an agreement is about");
        }
        // "the inter-Korean dialogue": of the two in general, where no verb carries it.
        let between_two = || (np.start..e.start).any(|t| matches!(self.r.longest(t, kinds::PAIR), Some((_, end)) if end <= e.start));
        if rule.kind == ExchangeType::Meeting
            && between_two()
            && phrases.dates.is_empty()
            && e.date.is_none()
            && !matches!(self.prep(k + 1), Some("between" | "with"))
            && light_before.is_none()
            && light_after.is_none()
            && !(matches!(preposition, Some("in" | "at" | "during")) && verb_before.is_none())
        {
            return Err("talks of the two in general");
        }
        // "58 years since the conclusion of the Armistice Agreement", "the 50th anniversary since relations were established"
        let of_old = rule.kind == ExchangeType::Agreement && nominal || rule.kind == ExchangeType::Accreditation;
        let since = |j: usize| matches!(&self.c[j].chunk, Chunk::Sub(s) | Chunk::Prep(s) if self.r.lx.text(*s) == "since");
        if of_old && before.checked_sub(1).is_some_and(since) && e.date.is_none() {
            return Err("since then: no news");
        }
        // "talks have been at an impasse": how they stand, not that they were held.
        let stuck = |k: usize| {
            matches!(
                self.r.word(k).as_deref(),
                Some("impasse" | "deadlock" | "standstill" | "stalemate" | "deadlocked" | "stalled" | "limbo")
            )
        };
        if verb_after.is_some_and(|(g, v)| v.copula && (self.c[g].end..self.r.end.min(self.c[g].end + 3)).any(stuck)) {
            return Err("how the talks stand");
        }
        let receives = light_before.is_some_and(|(_, v)| self.verb_is(v, &["receive", "get", "accept"])) && rule.received;
        if rule.must_light
            && light_before.is_none()
            && light_after.is_none_or(|(_, v)| !(v.passive || matches!(v.tense, Tense::Past | Tense::Participle)))
        {
            // A pledge, a plan, a refusal to sign is still told: "agree to sign" has "sign" as its verb.
            let told_of = verb_before.is_some_and(|(_, v)| matches!(v.governs, Governs::Cancel | Governs::Deny))
                && rule.kind == ExchangeType::Transfer
                && rule.status.is_none();
            // "lifts the ban on the delivery of arms": not yet delivered.
            let stands = rule.status.is_none() && nominal && verb_before.is_none_or(|(_, v)| !matches!(v.governs, Governs::Other));
            if anniversaries {
                return Err("an anniversary");
            }
            if !told_of && !stands {
                return Err("no verb carries the noun");
            }
        }
        // Phrases behind a passive belong to the noun too: "talks were held in Brussels".
        let mut all = phrases;
        if let Some((g, v)) = verb_after {
            // "is planned to be held in Peru": where and when stand behind the second.
            let held =
                |v: &Vg| v.tense == Tense::Infinitive && (v.passive && self.light(v, rule) || self.verb_is(v, &["take", "begin", "start"]));
            // "lasted two hours on Saturday"
            let measure = self.verb_is(v, &["lasted"]) && self.np(g + 1).is_some_and(|n| n.kind == NpKind::Other);
            let mut more = self.phrases(if measure || self.vg(g + 1).is_some_and(held) { g + 2 } else { g + 1 });
            // "an agreement mediated by X": X is no party.
            if !self.light(v, rule) && !matches!(v.governs, Governs::Do | Governs::Begin | Governs::End | Governs::Plan | Governs::Cancel) {
                more.preps.retain(|(s, _)| self.r.lx.text(*s) != "by");
            }
            // "X's visit will clash with Y's trip to Fiji": what follows the other event is the other's.
            let spoken_of = v.governs == Governs::Other && !v.copula && !v.passive && !self.light(v, rule);
            // "X's visit comes in response to Y's in July"
            let answers = |s: u32| matches!(self.r.lx.text(s), "in response to" | "in return for" | "after" | "following");
            let another = |p: &(u32, usize)| {
                (spoken_of || answers(p.0)) && self.np(p.1).is_some_and(|n| n.event.as_ref().is_some_and(|e| self.noun_of(e, rule.kind)))
            };
            if let Some(cut) = more.preps.iter().position(another) {
                let at = more.preps[cut].1;
                more.preps.truncate(cut);
                more.dates.retain(|d| d.0 < at);
            }
            all.preps.extend(more.preps);
            // "accords reached in 1989 were signed on Thursday": the passive's own date goes first.
            let at = if v.passive && self.light(v, rule) { 0 } else { all.dates.len() };
            all.dates.splice(at..at, more.dates);
            all.here |= more.here;
            all.end = more.end;
        }
        if all.preps.is_empty() && matches!(self.c.get(k + 1).map(|s| &s.chunk), Some(Chunk::Comma)) {
            // "The visit, the first by a Chilean premier to Peru, ended": an apposition says whose it is, and where.
            let ranked = |n: &Np| {
                n.kind == NpKind::Other
                    && (n.start..n.end).any(|t| {
                        matches!(self.r.word(t).as_deref(), Some("first" | "second" | "third" | "fourth" | "fifth" | "latest" | "only"))
                    })
            };
            let aside = self.np(k + 2).is_some_and(ranked) && self.prep(k + 3).is_some();
            if aside && e.definite && rule.kind == ExchangeType::Visit {
                let more = self.phrases(k + 3);
                all.preps.extend(more.preps.into_iter().filter(|(s, _)| matches!(self.r.lx.text(*s), "by" | "of" | "to")));
            }
            // "The exercise, involving troops from Peru and Chile, began": between them.
            let involves = |v: &Vg| v.tense == Tense::Ing && self.verb_is(v, &["involve"]);
            if rule.kind == ExchangeType::Exercise && self.vg(k + 2).is_some_and(involves) && self.np(k + 3).is_some() {
                all.preps.push((self.r.lx.sym("between"), k + 3));
            }
        }
        // "the meeting of A and B, held in Lima on Sunday,": the participle says where and when.
        let beside = all.end;
        let held = |v: &Vg| v.tense == Tense::Past && v.end == v.start + 1 && !v.passive && self.verb_is(v, &["hold"]);
        if verb_after.is_none()
            && matches!(self.c.get(beside).map(|s| &s.chunk), Some(Chunk::Comma))
            && self.vg(beside + 1).is_some_and(held)
            && self.object(beside + 1).is_none()
        {
            let more = self.phrases(beside + 2);
            all.preps.extend(more.preps.into_iter().filter(|(s, _)| matches!(self.r.lx.text(*s), "in" | "at")));
            all.dates.extend(more.dates);
        }
        // "conveyed to X a message from Y": to whom stands before it.
        if let (3.., Some(Chunk::Prep(to))) = (k, k.checked_sub(2).map(|j| &self.c[j].chunk)) {
            let gives = self.vg(k - 3).is_some_and(|v| self.light(v, rule) || v.governs == Governs::Do);
            let given =
                matches!(rule.kind, ExchangeType::Message | ExchangeType::Transfer) && gives && !all.preps.iter().any(|p| p.0 == *to);
            if given && self.r.lx.text(*to) == "to" && self.np(k - 1).is_some_and(|n| n.kind == NpKind::Actor || n.kind == NpKind::Pronoun)
            {
                all.preps.push((*to, k - 1));
            }
        }
        // "his trip since the invasion of Ukraine": "of" belongs to the noun right before it.
        let of_own = |i: usize, (s, j): (u32, usize)| -> bool {
            self.r.lx.text(s) != "of" || j == k + 2 || (i == 1 && matches!(self.r.lx.text(all.preps[0].0), "to" | "by" | "in"))
        };
        // "a drill on the border with Turkey": the border's.
        let related = |(_, j): (u32, usize)| {
            // "a message of solidarity to X": what the message says.
            let says = rule.kind == ExchangeType::Message && j == k + 4 && self.prep(k + 1) == Some("of");
            j >= k + 4 && !says && self.np(j - 2).is_some_and(|n| n.kind != NpKind::Event && self.r.is(n.end - 1, Closed::RelationalNoun))
        };
        // "talks amid the crisis in the strait with Y": the crisis is with Y.
        let amid = all.preps.iter().position(|(s, _)| matches!(self.r.lx.text(*s), "amid" | "amidst"));
        let amid = amid.filter(|_| rule.kind == ExchangeType::Meeting);
        let crisis = |i: usize, (s, _): (u32, usize)| amid.is_some_and(|a| i > a + 1) && self.r.lx.text(s) == "with";
        let kept: Vec<(u32, usize)> =
            all.preps.iter().enumerate().filter(|(i, p)| of_own(*i, **p) && !related(**p) && !crisis(*i, **p)).map(|x| *x.1).collect();
        all.preps = kept;
        // The mode.
        let called = verb_before.is_some_and(|(_, v)| v.governs == Governs::Cancel);
        // "announces the visit is delayed": the noun is the subject of what is announced.
        let announced = verb_before.is_some_and(|(_, v)| matches!(v.governs, Governs::Say | Governs::Confirm) && !v.passive)
            && relative.is_none()
            && verb_after.is_some_and(|(_, v)| v.passive || v.tense == Tense::Future);
        let before_mode =
            verb_before.filter(|_| (relative.is_none() || light_before.is_some() || called) && !(announced && light_before.is_none()));
        let mode = self.noun_mode(k, e, rule, before_mode, verb_after, preposition);
        // "disrupting his work, including a visit to X"
        let disrupted = (0..before).rev().find_map(|g| self.vg(g)).filter(|_| preposition == Some("including"));
        let off = Mode { status: Status::Cancelled, direction: Direction::Future, news: true };
        let mode = if disrupted.is_some_and(|v| v.governs == Governs::Cancel && !v.negated) { Some(off) } else { mode };
        // "The agreement, signed by X and Y, will allow": it was signed before.
        let apart = rule.kind == ExchangeType::Agreement
            && verb_after.is_some_and(|(g, _)| {
                matches!(self.c[g - 1].chunk, Chunk::Comma) && (g + 1..self.c.len()).any(|j| self.vg(j).is_some_and(Self::finite))
            });
        let mode = mode.map(|m| if apart && m.status == Status::Occurred { Mode { news: false, ..m } } else { m });
        // "are not interested in dialogue", "is interested in talks with X"
        let interest = preposition == Some("in") && before >= 2 && self.r.word(self.c[before - 2].end - 1).as_deref() == Some("interested");
        let interest = interest.then(|| (0..before - 2).rev().find_map(|g| self.vg(g))).flatten().filter(|v| v.copula);
        if interest.is_some_and(|v| v.negated) {
            return Err("nobody is interested");
        }
        let proposed = Mode { status: Status::Proposed, direction: Direction::Future, news: false };
        let mode = if interest.is_some() { Some(proposed) } else { mode };
        // "is to blame for a failed meeting"
        let blamed = preposition == Some("for") && before >= 2 && self.r.word(self.c[before - 2].end - 1).as_deref() == Some("blame");
        if blamed {
            return Err("who is to blame, and no news");
        }
        // "has no interest in a meeting with X"
        let denied = Mode { status: Status::Denied, direction: Direction::Future, news: false };
        let mode = if preposition.is_some() && self.unwanted(before) { Some(denied) } else { mode };
        let Some(mut mode) = mode else { return Err("nothing says that it happened or will") };
        // "announced the results of the talks": they were held.
        let results = measured < k
            && self.np(measured).is_some_and(|n| {
                matches!(self.r.word(n.end - 1).as_deref(), Some("result" | "results" | "outcome" | "outcomes" | "success" | "failure"))
            });
        if results && mode.status == Status::Planned {
            mode = Mode { status: Status::Occurred, direction: Direction::Past, news: false };
        }
        if none {
            mode = Mode { status: Status::Denied, direction: Direction::Future, news: false };
        }
        // "denied reports of a meeting", "allegations about secret talks"
        let told_by =
            before.checked_sub(1).filter(|_| matches!(preposition, Some("of" | "about" | "on" | "that"))).map(|b| self.c[b].start);
        let teller = told_by.and_then(|t| t.checked_sub(1)).filter(|t| *t >= self.r.begin);
        // "the allegations by local media about secret talks"
        let nominal_back = |j: &usize| matches!(self.c[*j].chunk, Chunk::Np(_) | Chunk::Prep(_) | Chunk::And | Chunk::Other);
        let further = told_by.is_some()
            && (0..before - 1).rev().take_while(nominal_back).take(6).any(|j| self.r.is(self.c[j].end - 1, Closed::AllegationNoun));
        let claim = further || teller.is_some_and(|t| self.r.is(t, Closed::AllegationNoun));
        let report = teller.and_then(|t| self.r.word(t)).is_some_and(|w| matches!(&*w, "report" | "reports"));
        let denier = (claim || report)
            .then(|| self.governor(before - 1))
            .flatten()
            .filter(|g| self.vg(*g).is_some_and(|v| v.governs == Governs::Deny && !v.negated));
        if denier.is_some() {
            mode = Mode { status: Status::Denied, direction: Direction::Past, news: false };
        } else if claim && matches!(mode.status, Status::Occurred | Status::Ongoing) {
            mode = Mode { status: Status::Alleged, direction: Direction::Past, news: false };
        }
        // "recalls its ambassador for consultations"
        if preposition == Some("for")
            && rule.kind == ExchangeType::Meeting
            && self.governor(k).and_then(|g| self.vg(g)).is_some_and(|v| self.verb_is(v, &["recall", "withdraw"]))
        {
            return Err("an ambassador is recalled");
        }
        // "if they truly want dialogue": a condition tells nothing.
        if verb_before.is_some_and(|(g, v)| light_before.is_none() && v.governs == Governs::Propose && self.sentence_has_if(g)) {
            return Err("only a condition");
        }
        // "the talks at hand", "the soon-to-be-held drill"
        let at_hand = self.r.word(np.end).as_deref() == Some("at") && self.r.word(np.end + 1).as_deref() == Some("hand");
        let at_hand = at_hand || self.r.slice(np.start, e.start).contains("to-be-");
        // "paid his planned visit", "signed accords expected to raise trade": done.
        let done = || light_before.is_some_and(|(g, v)| !v.passive && !v.negated && self.mode(g).status == Status::Occurred);
        let adjective = e.status.filter(|st| *st != Status::Planned || !done());
        if let Some(st) = adjective.or(at_hand.then_some(Status::Planned)) {
            if !matches!(mode.status, Status::Cancelled | Status::Denied) && !(st == Status::Ongoing && mode.status != Status::Occurred) {
                mode = Mode {
                    status: st,
                    direction: if matches!(st, Status::Planned | Status::Proposed) { Direction::Future } else { mode.direction },
                    news: matches!(st, Status::Ongoing) && mode.news,
                };
            }
        }
        // "announced the restoration of relations": it is restored.
        if nominal && verb_before.is_some_and(|(_, v)| v.governs == Governs::Confirm) && mode.status == Status::Planned {
            mode = Mode { status: Status::Occurred, direction: Direction::Past, news: true };
        }
        // "the recent talks", "accords signed between X and Y": not today's news.
        let participle = |v: &Vg| v.tense == Tense::Past && !v.passive && (v.end == v.start + 1 || self.being(v));
        let by = verb_after.is_some_and(|(g, _)| self.prep(g + 1) == Some("by") && !self.r.headline);
        let reduced = verb_after.is_some_and(|(_, v)| participle(v) && self.light(v, rule))
            && light_before.is_none()
            && (by || verb_before.is_some() || preposition.is_some() || (0..k).any(|j| self.vg(j).is_some_and(Self::finite)))
            && !matches!(preposition, Some("in" | "during" | "at"));
        if (says(&["recent", "previous", "past", "earlier"]) && light_before.is_none() || reduced)
            && matches!(mode.status, Status::Occurred | Status::Ongoing)
        {
            let begun = by && mode.status == Status::Ongoing;
            let lasts = verb_after.is_some_and(|(_, v)| self.being(v) || v.governs == Governs::Begin && begun);
            mode = Mode { status: if lasts { Status::Ongoing } else { Status::Occurred }, news: false, ..mode };
        }
        // "has scrapped plans for a meeting with X"
        let plans = preposition == Some("for")
            && before >= 3
            && matches!(self.r.word(self.c[before - 2].end - 1).as_deref(), Some("plan" | "plans"))
            && self.vg(before - 3).is_some_and(|v| v.governs == Governs::Cancel && !v.negated);
        if plans && matches!(mode.status, Status::Planned | Status::Proposed) {
            mode = Mode { status: Status::Cancelled, direction: Direction::Future, news: false };
        }
        // "will discuss X's visit to Y": one that may be.
        let discussed = verb_before.is_some_and(|(_, v)| !v.passive && self.verb_is(v, &["discuss", "arrange"]))
            && rule.kind == ExchangeType::Visit
            && light_before.is_none()
            && !says(&["recent", "last", "latest", "previous", "past", "earlier", "first"]);
        if discussed && mode.status == Status::Occurred && all.dates.is_empty() && e.date.is_none() {
            mode = Mode { status: Status::Proposed, direction: Direction::Future, news: false };
        }
        // "will meet the press, followed by the signing of two agreements": both are ahead.
        if mode.status == Status::Occurred && self.followed_what_is_ahead(k) {
            mode = Mode { status: Status::Planned, direction: Direction::Future, news: false };
        }
        // "will never forget the visits of X to Peru": they have been.
        let unforgotten = verb_before.is_some_and(|(_, v)| v.negated && self.verb_is(v, &["forget"]));
        if unforgotten {
            mode = Mode { status: Status::Occurred, direction: Direction::Past, news: false };
        }
        // "condemned the exercises to be staged by X"
        let ahead = verb_after.is_some_and(|(_, v)| v.tense == Tense::Infinitive && v.passive && self.light(v, rule));
        if ahead && light_before.is_none() && matches!(mode.status, Status::Occurred | Status::Ongoing) {
            mode = Mode { status: Status::Planned, direction: Direction::Future, news: false };
        }
        // "welcomed X's visit to Peru in the near future"
        let words = self.r.slice(np.end.min(self.r.end - 1), (np.end + 9).min(self.r.end)).to_lowercase();
        if rule.kind == ExchangeType::Visit
            && words.contains("in the near future")
            && matches!(mode.status, Status::Occurred | Status::Ongoing)
        {
            mode = Mode { status: Status::Planned, direction: Direction::Future, news: false };
        }
        // "the successful visit": only what is over has succeeded.
        if says(&["successful", "fruitful"]) && verb_before.is_none() && mode.status == Status::Planned && e.status.is_none() {
            mode = Mode { status: Status::Occurred, direction: Direction::Past, news: false };
        }
        // "announces the suspension of arms deliveries": what is done, is done to the suspension.
        if called_off {
            mode = Mode { status: Status::Cancelled, direction: Direction::Future, news: mode.news };
        }
        // "The agreement reached between X and Y is in the interest of both": spoken of, and not told.
        let spoken_of_it = verb_after
            .is_some_and(|(g, v)| participle(v) && self.verb_is(v, &["reach"]) && matches!(self.prep(g + 1), Some("between" | "by")));
        if rule.kind == ExchangeType::Agreement && e.definite && spoken_of_it && all.dates.is_empty() && verb_before.is_none() {
            return Err("an agreement that is only spoken of");
        }
        if rule.kind == ExchangeType::Agreement && mode.status == Status::Denied {
            return Err("nothing was signed");
        }
        // "talks on reaching a deal": what they are for.
        let talked_of = |g: usize| {
            self.vg(g).is_some_and(|v| v.tense == Tense::Ing)
                && g >= 2
                && matches!(self.prep(g - 1), Some("on" | "about" | "for" | "of"))
                && (self.event_is(g - 2, ExchangeType::Meeting)
                    || (0..g - 1).rev().take(6).any(|j| self.event_is(j, ExchangeType::Meeting)) && self.prep(g - 1) == Some("on"))
        };
        if rule.kind == ExchangeType::Agreement && light_before.is_some_and(|(g, _)| talked_of(g)) {
            return Err("what the talks are for");
        }
        // "negotiations to reach an agreement": what they are for.
        let aimed =
            |g: usize| self.vg(g).is_some_and(|v| v.tense == Tense::Infinitive) && g > 0 && self.event_is(g - 1, ExchangeType::Meeting);
        if rule.kind == ExchangeType::Agreement && light_before.is_some_and(|(g, _)| aimed(g)) {
            return Err("what the talks are for");
        }
        if light_before.is_some_and(|(g, _)| self.pictured(g)) {
            return Err("only a picture of it");
        }
        // "left without signing a deal"
        if light_before.is_some_and(|(g, _)| self.undone(g)) {
            return Err("not done");
        }
        // "will not change its commitment to providing aid"
        let stands = |(g, v): (usize, &Vg)| {
            v.tense == Tense::Ing
                && g >= 2
                && self.prep(g - 1).is_some()
                && self.np(g - 2).is_some_and(|n| self.r.is(n.end - 1, Closed::CommitmentNoun))
        };
        if mode.status == Status::Denied && verb_before.is_some_and(stands) {
            return Err("a commitment that stands");
        }
        // "should make a decision to cancel"
        let wished = |g: usize| {
            let wish = |h: usize| self.vg(h).is_some_and(|h| h.tense == Tense::Possible || h.governs == Governs::Propose);
            std::iter::successors(self.governor(g), |h| self.governor(*h)).take(3).any(wish)
        };
        // "threatens to stop aid", "may suspend aid", "demands that X cancel": it goes on.
        let threat = |(g, v): (usize, &Vg)| {
            v.governs == Governs::Cancel
                && (v.tense == Tense::Possible
                    || matches!(v.tense, Tense::Infinitive | Tense::Ing) && wished(g)
                    || v.tense == Tense::Present && self.mode(g).status == Status::Proposed)
        };
        if mode.status == Status::Cancelled && verb_before.is_some_and(threat) {
            match e.status {
                None => return Err("only a threat to call it off"),
                // "may cancel his scheduled meeting": so far it stands; "asks his minister to cancel it" is an order.
                Some(st) if verb_before.is_some_and(|(_, v)| matches!(v.tense, Tense::Possible | Tense::Present)) => {
                    mode = Mode { status: st, direction: Direction::Future, news: false };
                }
                _ => {}
            }
        }
        // Of what is only spoken of, the sentence's date is not the date.
        let spoken_of = verb_before
            .is_some_and(|(_, v)| light_before.is_none() && matches!(v.governs, Governs::Other | Governs::Say | Governs::Confirm));
        // "was hailed at a meeting on June 25"
        let judged = |v: &Vg| (v.passive || self.r.headline && v.tense == Tense::Past) && self.verb_is(v, &JUDGES);
        let spoken_of = spoken_of || light_after.is_none() && verb_after.is_some_and(|(_, v)| judged(v));
        // "the anniversary of establishing relations"
        let of = if self.vg(k - usize::from(k > 0)).is_some_and(|v| v.tense == Tense::Ing) { k - 1 } else { k };
        let anniversary = of >= 2
            && self.prep(of - 1) == Some("of")
            && self.np(of - 2).is_some_and(|n| matches!(self.r.word(n.end - 1).as_deref(), Some("anniversary" | "anniversaries")));
        // "a programme on X's visit", "a meeting in celebration of his visit": the date is the programme's.
        let topic = rule.kind == ExchangeType::Visit
            && rule.phase.is_none()
            && match preposition {
                Some("on") => !e.possessor.is_empty() && before >= 2 && self.np(before - 2).is_some(),
                Some("about" | "over" | "in celebration of" | "concerning" | "regarding") => e.pronoun || !e.possessor.is_empty(),
                _ => false,
            };
        // "a statement on the exercises"
        let topic =
            topic || rule.kind == ExchangeType::Exercise && preposition == Some("on") && before >= 2 && self.np(before - 2).is_some();
        let spoken_of = spoken_of || topic || self.judged(k).is_some() || self.written_of(k).is_some();
        if anniversary && (of < k || matches!(rule.kind, ExchangeType::Visit | ExchangeType::Meeting)) {
            return Err("an anniversary");
        }
        let prepared = (before >= 2 && self.prepares(before - 2) || denier.is_some()) && e.date.is_none();
        let date = if prepared {
            all.dates.first().map(|d| d.1)
        } else if anniversary || (spoken_of && e.date.is_none()) {
            // "hailed X's visit to Peru in June": a month is the visit's, a day would be of the praise.
            let months = |d: &DateExpr| {
                matches!(
                    d,
                    DateExpr::Month { .. }
                        | DateExpr::MonthOf { .. }
                        | DateExpr::Year(_)
                        | DateExpr::Quarter { .. }
                        | DateExpr::Season { .. }
                )
            };
            let whose = || !e.possessor.is_empty() || e.pronoun || all.preps.iter().any(|(s, _)| self.r.lx.text(*s) == "of");
            // "the first visit of a minister since 2012": then was another.
            let since = |j: usize| matches!(self.prep(j.wrapping_sub(1)), Some("since" | "until" | "before" | "after"));
            let told = || all.dates.iter().filter(|d| !since(d.0)).map(|d| d.1);
            // "recalled the meeting between X and Y in October 2024"
            let between = || rule.kind == ExchangeType::Meeting && matches!(self.prep(k + 1), Some("between" | "with"));
            let own = || told().find(months).filter(|_| rule.kind == ExchangeType::Visit && whose() || between());
            e.date.or_else(own).filter(|_| !anniversary)
        } else {
            self.date_of(k, &all)
        };
        // "arrived on Monday, after her return from a trip to X": when she arrived.
        let back = rule.kind == ExchangeType::Visit
            && preposition == Some("from")
            && before >= 3
            && self.np(before - 2).is_some_and(|n| self.r.word(n.end - 1).as_deref() == Some("return"))
            && matches!(self.prep(before - 3), Some("after" | "following" | "upon"));
        // "arrived home on Friday after concluding his tour to A, B and C": the day on which he was home again.
        let over = rule.kind == ExchangeType::Visit
            && verb_before
                .is_some_and(|(g, v)| v.governs == Governs::End && v.tense == Tense::Ing && g > 0 && self.prep(g - 1) == Some("after"))
            && all.preps.iter().any(|(_, j)| self.destinations(*j).len() > 2);
        let (tour_over, back) = (over, back || over);
        let date = date.filter(|_| !back || !all.dates.is_empty() || e.date.is_some());
        // "congratulations upon his election last year": the election's.
        let date = date.filter(|d| {
            let year = matches!(d, DateExpr::Years(_) | DateExpr::Year(_));
            let occasion =
                all.preps.iter().any(|(s, _)| matches!(self.r.lx.text(*s), "upon" | "on" | "for" | "over" | "on the occasion of"));
            !(rule.kind == ExchangeType::Message && year && occasion)
        });
        let date = date.or_else(|| {
            // "arrived on Friday after concluding talks"
            let (g, v) = light_before?;
            let over =
                v.tense == Tense::Ing && rule.kind != ExchangeType::Visit && (0..g).rev().take(2).any(|j| self.prep(j) == Some("after"));
            if over || tour_over {
                return None;
            }
            let another = |j: usize| v.tense == Tense::Future && self.dates_another(j, k);
            self.dates_before(g).filter(|d| !self.dates_promise(d.0, k) && !another(d.0)).map(|d| d.1)
        });
        let date = date.or_else(|| self.so_long_after(k));
        // "staging a drill for attack in Lima, Peru, from August 15": behind whatever it is for.
        let date = date.or_else(|| {
            let whole = rule.kind == ExchangeType::Exercise && light_before.is_some_and(|(g, _)| !self.blamed_for(g));
            let clause = (k + 1..self.c.len()).take_while(|j| !matches!(self.c[*j].chunk, Chunk::Break | Chunk::That | Chunk::Rel));
            let from = clause.filter(|_| whole).find(|j| self.prep(*j) == Some("from"))?;
            match self.c.get(from + 1)?.chunk {
                Chunk::Date(e) => Some(e),
                _ => None,
            }
        });
        // "on May 20 rejected an application for a visit": the day of what was done, not of what is to come.
        let past_verb = || {
            let before =
                (0..k).rev().take_while(|&g| !matches!(self.c[g].chunk, Chunk::Break)).find_map(|g| self.vg(g).filter(|v| Self::finite(v)));
            before.is_some_and(|v| matches!(v.tense, Tense::Past | Tense::Perfect))
        };
        let date = date.filter(|_| {
            // "on Sunday reaffirmed the need to hold a summit": the day of the word.
            let carried = light_before.is_some_and(|(g, v)| {
                v.tense != Tense::Infinitive
                    || !self.governor(g).is_some_and(|h| g == h + 2 && self.np(h + 1).is_some_and(|n| n.event.is_none()))
            });
            e.date.is_some() || !all.dates.is_empty() || mode.direction != Direction::Future || carried || !past_verb()
        });
        // "ahead of Monday's meeting": of today's, if today is Monday.
        let date = date.map(|d| match d {
            DateExpr::Weekday { day, shift: Shift::Plain } if e.date.is_some() => DateExpr::Weekday { day, shift: Shift::Later },
            d => d,
        });
        // "Before wrapping up his visit on May 10, X will meet Y": he is there, until then.
        let leaves = |g: usize| matches!(g.checked_sub(1).map(|b| &self.c[b].chunk), Some(Chunk::Sub(s)) if self.r.lx.text(*s) == "before");
        let closing = verb_before.is_some_and(|(g, v)| v.governs == Governs::End && v.tense == Tense::Ing && leaves(g));
        let (mode, date) = if closing && rule.kind == ExchangeType::Visit {
            (Mode { status: Status::Ongoing, direction: Direction::Past, news: false }, None)
        } else {
            (mode, date)
        };
        // "arrives for a visit that includes talks with X": they are ahead.
        let listed = verb_before.is_some_and(|(_, v)| v.tense == Tense::Present && self.verb_is(v, &["include", "feature"]));
        let mode = if listed && rule.kind == ExchangeType::Meeting && mode.status == Status::Occurred && light_before.is_none() {
            Mode { status: Status::Planned, direction: Direction::Future, news: false }
        } else {
            mode
        };
        let told = Told { mode, date, trigger: (e.start, e.end), phrases: &all, at: k, verb: light_before.or(light_after).map(|x| x.1) };

        // The subject that the noun borrows.
        let borrowed = || -> Option<usize> {
            if clause_of.is_some() {
                return clause_of;
            }
            if let Some((g, v)) = light_before.or(verb_before.filter(|(_, v)| {
                matches!(
                    v.governs,
                    Governs::Cancel | Governs::Plan | Governs::Propose | Governs::Deny | Governs::Begin | Governs::End | Governs::Confirm
                ) || self.verb_is(v, &["describe", "call"])
                    && self.slot_prep(&all, "with").and_then(|w| self.np(w)).is_some_and(|n| self.r.is(n.start, Closed::Possessive))
            })) {
                if v.passive && self.verb_is(v, &["present"]) {
                    return None;
                }
                // "asked the ambassador to convey his greetings": the asker's.
                return self.subject(self.conveyed_by(g).filter(|_| rule.kind == ExchangeType::Message).unwrap_or(g), 0);
            }
            // "X says that talks with Y have failed", "X says that talks with Y will go on": X talked.
            let talked = matches!(lemma.as_str(), "dialogue") || preposition.is_some();
            if !talked && verb_after.is_some() && self.slot_prep(&all, "with").is_some() {
                let that = usize::from(before > 0 && matches!(self.c[before - 1].chunk, Chunk::That));
                let says = before.checked_sub(1 + that);
                let says = says.filter(|g| self.vg(*g).is_some_and(|v| !v.passive && matches!(v.governs, Governs::Say | Governs::Confirm)));
                if let Some(g) = says {
                    return self.subject(g, 0);
                }
            }
            if light_after.is_some_and(|(_, v)| !v.passive && !matches!(v.tense, Tense::Past | Tense::Participle)) {
                return None;
            }
            if let Some(p) = preposition {
                if matches!(
                    p,
                    "on" | "during" | "in" | "for" | "at" | "as part of" | "from" | "amid" | "with" | "upon" | "including" | "while"
                ) || sooner_or_later(p)
                {
                    return self.clause_subject(before - 1, self.slot_prep(&all, "with").is_some());
                }
            }
            // "will be welcomed, followed by talks with X"
            if preposition == Some("by") && before >= 2 && self.vg(before - 2).is_some_and(|v| self.verb_is(v, &["follow"])) {
                let main = (0..before - 2).rev().find(|&j| self.vg(j).is_some_and(Self::finite))?;
                return self.subject(main, 0);
            }
            None
        };
        let actors_of = |k: usize| self.resolve_np(k);
        let resolve_all =
            |v: &[crate::annotate::Actor]| -> Vec<Resolved> { v.iter().filter_map(|a| self.d.resolve(self.r, a, np)).collect() };
        // "The visit will include talks with X": his who goes to X's country.
        let part =
            verb_before.filter(|(_, v)| !v.passive && rule.kind == ExchangeType::Meeting && self.verb_is(v, &["include", "feature"]));
        let visit = part.and_then(|(g, _)| self.subject(g, 0)).filter(|s| self.event_is(*s, ExchangeType::Visit));
        let included: Vec<Resolved> = match (visit, self.slot_prep(&all, "with")) {
            (Some(s), Some(with)) => {
                let to = |r: Resolved| PlaceRef { country: r.country, start: e.start, end: e.start, whole_country: true };
                let hosts: Vec<PlaceRef> = actors_of(with).into_iter().map(to).collect();
                self.told_of(&hosts, s, out).into_iter().collect()
            }
            _ => Vec::new(),
        };
        let slot = |s: &Slot| -> Vec<Resolved> {
            match s {
                Slot::Subject => {
                    if receives {
                        return Vec::new();
                    }
                    if (e.pronoun || self.staged_pronoun(k)) && light_before.is_none() {
                        return self.pronoun_owner(k);
                    }
                    if !included.is_empty() {
                        return included.clone();
                    }
                    let subject = borrowed();
                    let own = subject.map(actors_of).unwrap_or_default();
                    // "those who presented credentials are X and Y"
                    match subject.filter(|_| own.is_empty()).and_then(|s| Some((s, self.who_they_are(s)?))) {
                        Some((_, list)) if rule.ceremony => self.envoys(list),
                        Some((s, list)) => self.as_they_are(s, list),
                        // "Chilean minister in Peru for talks with counterpart": a headline leaves the verb out.
                        None if own.is_empty()
                            && rule.kind == ExchangeType::Meeting
                            && k == 4
                            && self.prep(1) == Some("in")
                            && self.prep(3) == Some("for")
                            && !self.c.iter().any(|s| matches!(&s.chunk, Chunk::Vg(v) if Self::finite(v))) =>
                        {
                            actors_of(0)
                        }
                        None => own,
                    }
                }
                Slot::Possessor => {
                    let own = resolve_all(&e.possessor);
                    // "met X during the latter's visit"
                    let latter = self.r.word(np.start).as_deref() == Some("the") && self.r.word(np.start + 1).as_deref() == Some("latter");
                    if own.is_empty() && latter {
                        return (0..k).rev().map(actors_of).find(|v| !v.is_empty()).unwrap_or_default();
                    }
                    if own.is_empty() && e.pronoun { self.pronoun_owner(k) } else { own }
                }
                Slot::Adjective => resolve_all(&e.adjectives),
                // "of" belongs to the noun only right behind it, or behind where it went.
                Slot::Preposition(w) if w == "of" => {
                    let at = all.preps.iter().position(|(s, _)| self.r.lx.text(*s) == "of");
                    let near = at.filter(|&i| i == 0 || (i == 1 && !self.destinations(all.preps[0].1).is_empty()));
                    near.map(|i| actors_of(all.preps[i].1)).unwrap_or_default()
                }
                Slot::Preposition(w) => all
                    .preps
                    .iter()
                    .filter(|(s, _)| self.r.lx.text(*s) == w.as_str())
                    .map(|x| {
                        let own = actors_of(x.1);
                        // "with members of the Malian Armed Forces"
                        let part = own.is_empty()
                            && self.prep(x.1 + 1) == Some("of")
                            && self.np(x.1).is_some_and(|n| {
                                matches!(
                                    self.r.word(n.end - 1).as_deref(),
                                    Some("members" | "units" | "elements" | "representatives" | "officials")
                                )
                            });
                        // "credentials from several ambassadors to Peru, including X and Y"
                        if let Some(list) = self.named_among(x.1).filter(|_| own.is_empty() && rule.ceremony) {
                            return self.envoys(list);
                        }
                        let mut own = if part { actors_of(x.1 + 2) } else { own };
                        // "sent medicines to the country": to the one told of before.
                        if own.is_empty() && rule.kind == ExchangeType::Transfer && matches!(w.as_str(), "to" | "for") {
                            own = self.np(x.1).and_then(|n| self.receiver(n)).into_iter().collect();
                        }
                        if w == "between" && distinct(&own) == 1 {
                            own.extend(self.beyond_an_aside(x.1).map(actors_of).unwrap_or_default());
                        }
                        own
                    })
                    .find(|v| !v.is_empty())
                    .unwrap_or_default(),
                Slot::Object => light_before.and_then(|(g, _)| self.object(g)).filter(|o| *o != k).map(actors_of).unwrap_or_default(),
                Slot::Here => Vec::new(),
            }
        };
        let first_of = |slots: &[Slot]| slots.iter().map(&slot).find(|v| !v.is_empty()).unwrap_or_default();

        if rule.invites {
            return self.invitation(e, rule, verb_before, &all, &slot, told, sides, out);
        }
        // "discussed efforts to reach an agreement": not of those who discuss them.
        let efforts = |g: usize| {
            // "efforts under way to reach a deal"
            let way = g >= 3 && self.prep(g - 2) == Some("under") && self.r.word(self.c[g - 1].end - 1).as_deref() == Some("way");
            self.vg(g).is_some_and(|v| v.tense == Tense::Infinitive)
                && self.np(g.wrapping_sub(if way { 3 } else { 1 })).is_some_and(|n| {
                    n.kind == NpKind::Other
                        && matches!(self.r.word(n.end - 1).as_deref(), Some("efforts" | "ways" | "attempts" | "endeavours"))
                })
                && self.governor(g).and_then(|d| self.vg(d)).is_some_and(|v| self.verb_is(v, &["discuss", "review"]))
        };
        if rule.kind == ExchangeType::Agreement && light_before.is_some_and(|(g, _)| efforts(g)) {
            return Err("only efforts are discussed");
        }
        // "after his arrival home from X": the end of another journey.
        if rule.phase == Some(Phase::Arrive) && all.home {
            return Err("the end of another journey");
        }
        // "migrants on their way", "the refugees were on their way": theirs.
        if rule.place_target && e.pronoun && self.r.word(np.start).as_deref() == Some("their") {
            let crowd = |j: usize| {
                self.np(j).is_some_and(|n| {
                    // "missiles were on their way"
                    let goods = n.event.as_ref().is_some_and(|e| self.noun_of(e, ExchangeType::Transfer));
                    (n.kind == NpKind::Other || goods)
                        && n.actors.is_empty()
                        && n.places.is_empty()
                        && !matches!(self.r.word(n.end - 1).as_deref(), Some("countries" | "nations" | "sides" | "pair" | "two"))
                })
            };
            let subject = (0..k).rev().find(|&g| self.vg(g).is_some_and(Self::finite)).and_then(|g| self.subject(g, 0));
            if preposition == Some("on") && k >= 2 && crowd(k - 2) || subject.is_some_and(crowd) {
                return Err("those who travel hold no office");
            }
        }
        if let Some(sector) = rule.needs_sector {
            let hall =
                all.preps.iter().filter(|(s, _)| rule.target.contains(&Slot::Preposition(self.r.lx.text(*s).into()))).find_map(|x| {
                    let np = self.np(x.1)?;
                    let country = np.actors.iter().find(|a| a.sector == Some(sector))?.country?;
                    Some(PlaceRef { country, start: np.start, end: np.end, whole_country: false })
                });
            let Some(hall) = hall else { return Err("the audience is no parliament") };
            if self.remote() {
                return Err("done from afar: nobody travelled");
            }
            let travellers = first_of(&rule.source);
            return emit(self, rule, Sides::Travel { travellers, places: vec![hall] }, told, sides, out);
        }
        if rule.place_target {
            // "reopen embassies after talks in China": an embassy is where the first phrase says.
            let near = rule.kind == ExchangeType::Accreditation;
            // "a tour of Virginia with a speech in Richmond"
            let toured = all
                .preps
                .first()
                .filter(|(s, j)| *j == k + 2 && self.r.lx.text(*s) == "of" && !near)
                .filter(|x| self.np(x.1).is_some_and(|n| n.kind == NpKind::Place))
                .map(|x| self.destinations(x.1))
                .filter(|v| !v.is_empty());
            let there = |s: &Slot| match s {
                Slot::Preposition(w) => all
                    .preps
                    .iter()
                    .take(if near { 1 } else { usize::MAX })
                    .filter(|(s, _)| self.r.lx.text(*s) == w.as_str())
                    .map(|x| self.destinations(x.1))
                    .find(|v| !v.is_empty()),
                _ => None,
            };
            let mut places: Vec<PlaceRef> = toured.or_else(|| rule.target.iter().find_map(there)).unwrap_or_default();
            // "his trip that will include Peru and Chile", "a tour which took him to Peru"
            let mut told = told;
            if places.is_empty()
                && rule.kind == ExchangeType::Visit
                && matches!(self.c.get(k + 1).map(|s| &s.chunk), Some(Chunk::That | Chunk::Rel))
            {
                let part = self.vg(k + 2).filter(|v| !v.passive && !v.negated && self.verb_is(v, &["include", "comprise"]));
                if let Some(v) = part {
                    let at = k + 3 + usize::from(self.prep(k + 4) == Some("in")) * 2;
                    places = self.destinations(at);
                    let ahead = matches!(v.tense, Tense::Future | Tense::Present);
                    let mode = Mode { status: Status::Planned, direction: Direction::Future, news: false };
                    told = if ahead { Told { mode, date: None, ..told } } else { told };
                }
            }
            if places.is_empty() && rule.target.contains(&Slot::Here) {
                places = self.here(&all);
            }
            // "will meet China's leaders during a visit there": where they are whom the sentence named last.
            let there = matches!(self.c.get(k + 1).map(|s| &s.chunk), Some(Chunk::Adverb(a)) if self.r.lx.text(*a) == "there");
            if places.is_empty() && there && rule.kind == ExchangeType::Visit {
                let own = self.governor(k).and_then(|g| self.subject(g, 0)).map(|s| self.resolve_np(s)).unwrap_or_default();
                let named = (0..k)
                    .rev()
                    .filter_map(|j| self.np(j))
                    .flat_map(|n| n.everybody().filter_map(|a| a.country).chain(n.places.iter().map(|p| p.country)).collect::<Vec<_>>());
                let country = named.into_iter().find(|c| own.iter().all(|r| r.country != *c));
                places.extend(country.map(|country| PlaceRef { country, start: np.start, end: np.start, whole_country: true }));
            }
            // "is set to begin his visit on Monday", "The visit paid by X ended": to where was told before, or where this is written.
            let runs =
                |(_, v): (usize, &Vg)| matches!(v.governs, Governs::Begin | Governs::End) || v.governs == Governs::Cancel && v.passive;
            let alone =
                rule.kind == ExchangeType::Visit && !rule.invites && (light_before.is_some_and(runs) || verb_after.is_some_and(runs));
            if places.is_empty() && alone && e.adjectives.is_empty() && (e.pronoun || !e.possessor.is_empty()) {
                let there = self.d.host.get().or_else(|| self.d.here.as_ref().map(|h| h.0));
                let own = first_of(&rule.source);
                if let (Some(country), [who]) = (there, &own[..]) {
                    if who.country != country && who.kind == ActorKind::Person && who.level <= Some(Level::Minister) {
                        places = vec![PlaceRef { country, start: np.start, end: np.start, whole_country: true }];
                    }
                }
            }
            // "winding up its DPRK visit", "the president's China trip": the country before the noun is where.
            if places.is_empty() && rule.kind == ExchangeType::Visit && (e.pronoun || !e.possessor.is_empty()) {
                places = e
                    .adjectives
                    .iter()
                    .filter_map(|a| a.country)
                    .map(|country| PlaceRef { country, start: e.start, end: e.start, whole_country: true })
                    .chain(e.place)
                    .collect();
            }
            // "begins Vietnam visit", "cancels US trip": a country's name there is where, and its adjective is who.
            let staged = |v: &Vg| matches!(v.governs, Governs::Begin | Governs::End | Governs::Cancel);
            let named = |c: u16| {
                (np.start..e.end).any(|t| self.r.country_form(t).is_some_and(|f| f.0 == c && f.1 == CountryForm::Name && f.2 < e.end))
            };
            // "reopens its Iran embassy": there.
            let its = rule.kind == ExchangeType::Accreditation && e.pronoun;
            let begun = rule.kind == ExchangeType::Visit && !rule.invites && verb_before.is_some_and(|(_, v)| staged(v));
            if places.is_empty() && (its || begun) {
                let there = e.adjectives.iter().filter_map(|a| a.country).filter(|c| named(*c));
                places = there.map(|country| PlaceRef { country, start: e.start, end: e.start, whole_country: true }).collect();
            }
            // "paid a visit to the Peruvian president": to his country.
            if places.is_empty() && rule.kind == ExchangeType::Visit && !rule.invites && rule.phase.is_none() {
                let host = self.slot_prep(&all, "to").map(actors_of).unwrap_or_default();
                if let [host] = &host[..] {
                    if official(host) {
                        places = vec![PlaceRef { country: host.country, start: e.start, end: e.start, whole_country: true }];
                    }
                }
            }
            let by = [Slot::Preposition("by".into()), Slot::Preposition("from".into())];
            // "X hosted a visit by Y": to X's.
            // "X held a welcome ceremony for Y": in X's country.
            let ceremony = rule.source.contains(&Slot::Preposition("for".into()));
            let hosts = verb_before
                .filter(|(_, v)| !v.passive && (ceremony && self.light(v, rule) || self.verb_is(v, &["host", "welcome", "receive"])));
            if let (true, ExchangeType::Visit, Some((g, _))) = (places.is_empty() && !rule.invites, rule.kind, hosts) {
                let host = self.subject(g, 0).map(actors_of).unwrap_or_default();
                let guests = first_of(if ceremony { &rule.source } else { &by });
                if distinct(&host) == 1 && guests.iter().any(|x| x.country != host[0].country) {
                    places = vec![PlaceRef { country: host[0].country, start: e.start, end: e.start, whole_country: true }];
                }
            }
            // "Lima is expecting a visit from X", "Peru awaits a visit by X": there.
            let awaits = verb_before.filter(|(_, v)| !v.passive && self.verb_is(v, &["expect", "await", "see"]));
            let mut awaited = Vec::new();
            if let (true, ExchangeType::Visit, Some((g, _))) = (places.is_empty() && !rule.invites, rule.kind, awaits) {
                let there = self.subject(g, 0).map(|s| self.destinations(s)).unwrap_or_default();
                let guests = first_of(&by);
                if there.len() == 1 && guests.iter().all(|x| x.country != there[0].country && official(x)) {
                    awaited = guests;
                    places = there;
                }
            }
            // "A and B signed during Prime Minister X's visit to B": X is A's.
            if let [one] = &e.possessor[..] {
                if rule.kind == ExchangeType::Visit && one.kind == ActorKind::Person && self.d.resolve(self.r, one, np).is_none() {
                    let hosts: Vec<u16> = places.iter().map(|p| p.country).collect();
                    let others = (0..k).filter(|&j| self.np(j).is_some_and(|n| n.kind == NpKind::Actor)).flat_map(actors_of);
                    let (host, guests): (Vec<Resolved>, Vec<Resolved>) = others.partition(|o| hosts.contains(&o.country));
                    if one.office.is_some() && distinct(&guests) == 1 && !host.is_empty() {
                        let a = crate::annotate::Actor { country: Some(guests[0].country), ..one.clone() };
                        let travellers = self.d.resolve(self.r, &a, np).into_iter().collect();
                        return emit(self, rule, Sides::Travel { travellers, places }, told, sides, out);
                    }
                    return Err("whose visit it is, is not said");
                }
            }
            let elsewhere = |v: &Vec<Resolved>, places: &[PlaceRef]| v.iter().any(|s| !places.iter().any(|p| p.country == s.country));
            let sources = rule.source.iter().map(&slot).find(|v| elsewhere(v, &places)).unwrap_or(awaited);
            // "in Washington, ahead of X's visit": the place of the sentence.
            if places.is_empty()
                && rule.kind == ExchangeType::Visit
                && (!e.possessor.is_empty() || !slot(&Slot::Preposition("by".into())).is_empty())
                && matches!(preposition, Some("ahead of" | "during" | "before" | "after" | "following" | "amid" | "against" | "over"))
            {
                places = (0..k)
                    .rev()
                    .filter(|&j| j > 0 && matches!(self.prep(j - 1), Some("in" | "at")))
                    .map(|j| self.destinations(j))
                    .find(|v| !v.is_empty())
                    .unwrap_or_default();
            }
            // "is in Kampala on a visit"
            if places.is_empty() && rule.kind == ExchangeType::Visit && matches!(preposition, Some("on" | "for")) && before >= 3 {
                // "a ceasefire in Gaza on his visit": the ceasefire's.
                // "was in the country on a visit": the other side's.
                let the_country = self.np(before - 2).is_some_and(|n| {
                    n.end == n.start + 2
                        && self.r.word(n.start).as_deref() == Some("the")
                        && self.r.word(n.end - 1).as_deref() == Some("country")
                });
                let guests: Vec<u16> = sources.iter().map(|s| s.country).collect();
                let host = || {
                    let named = (0..before).rev().flat_map(actors_of).map(|a| a.country).find(|c| !guests.contains(c));
                    named.or_else(|| self.d.last_pair().and_then(|(a, b)| [a, b].into_iter().find(|c| !guests.contains(c))))
                };
                if the_country && matches!(self.prep(before - 3), Some("in")) && !guests.is_empty() {
                    let whole = |country| PlaceRef { country, start: e.start, end: e.start, whole_country: true };
                    places = host().map(whole).into_iter().collect();
                }
                let thing = preposition == Some("on") && before >= 4 && self.np(before - 4).is_some_and(|n| n.kind != NpKind::Actor);
                if places.is_empty() && matches!(self.prep(before - 3), Some("in" | "at")) && !thing {
                    places = self.destinations(before - 2);
                }
            }
            if places.is_empty() && rule.kind == ExchangeType::Visit {
                let guests: Vec<u16> = sources.iter().map(|s| s.country).collect();
                let whole = |country| PlaceRef { country, start: e.start, end: e.start, whole_country: true };
                let host = |j: usize| actors_of(j).into_iter().map(|a| a.country).find(|c| !guests.contains(c));
                // "ends the embargo on X during his visit to the country": the last one named.
                let meant = |j: usize| {
                    // "the Gulf country", "the island nation"
                    self.np(j).is_some_and(|n| {
                        self.r.word(n.start).as_deref() == Some("the")
                            && n.end <= n.start + 4
                            && n.everybody().all(|a| a.country.is_none())
                            && matches!(self.r.word(n.end - 1).as_deref(), Some("country" | "nation" | "kingdom" | "state" | "republic"))
                    })
                };
                if all.preps.iter().any(|(s, j)| matches!(self.r.lx.text(*s), "in" | "to") && meant(*j)) {
                    let last = || self.d.last_pair().and_then(|(a, b)| [a, b].into_iter().find(|c| !guests.contains(c)));
                    places = (0..k).rev().find_map(host).or_else(last).map(whole).into_iter().collect();
                } else if matches!(preposition, Some("during" | "after" | "following" | "ahead of" | "before"))
                    && !slot(&Slot::Preposition("by".into())).is_empty()
                {
                    // "X speaks during a state visit by Y": X is at home.
                    let speaker = (0..k).find_map(|v| self.vg(v).filter(|g| Self::finite(g)).and_then(|_| self.subject(v, 0)));
                    places = speaker.and_then(host).map(whole).into_iter().collect();
                } else if let Some((g, _)) =
                    verb_before.filter(|(_, v)| !v.passive && self.verb_is(v, &["hail", "welcome", "praise", "appreciate", "laud"]))
                {
                    // "X hailed the visit of Y": to him.
                    let named = !e.pronoun && (e.definite || !e.possessor.is_empty());
                    let praised = self.subject(g, 0).filter(|s| named && actors_of(*s).iter().any(official));
                    places = praised.and_then(host).map(whole).into_iter().collect();
                } else if preposition == Some("during") && !e.pronoun && guests.len() == 1 {
                    // "Peru and Chile signed a pact during the Chilean president's visit": to the other of the two who signed it.
                    let deals = |v: &Vg| {
                        let verbs = ["sign", "exchange", "conclude", "upgrade", "elevate", "establish", "ink", "adopt", "issue", "launch"];
                        Self::finite(v) && !v.passive && self.verb_is(v, &verbs)
                    };
                    let deal = (0..self.c.len()).find(|j| self.vg(*j).is_some_and(deals));
                    let two = deal.and_then(|g| self.subject(g, 0)).filter(|s| {
                        let both = actors_of(*s);
                        distinct(&both) == 2 && both.iter().any(|b| guests.contains(&b.country))
                    });
                    places = two.and_then(host).map(whole).into_iter().collect();
                }
            }
            // "A planned stop in Jordan was called off": whose, the sentence before said.
            let called = verb_after.is_some_and(|(_, v)| v.passive && v.governs == Governs::Cancel);
            let sources = if sources.is_empty() && called && rule.kind == ExchangeType::Visit && verb_before.is_none() {
                self.d.last_person().cloned().into_iter().collect()
            } else {
                sources
            };
            // "The visit to X by Y follows a visit to Z": Y's too.
            let follows = verb_before.filter(|(_, v)| !v.passive && self.verb_is(v, &["follow"]) && !e.pronoun);
            let sources = match follows.and_then(|(g, _)| self.subject(g, 0)).filter(|_| sources.is_empty()) {
                Some(s) if self.np(s).is_some_and(|n| n.event.as_ref().is_some_and(|x| self.noun_of(x, ExchangeType::Visit))) => {
                    self.traveller_of(s, out)
                }
                _ => sources,
            };
            // "returned from a tour that included stops in Peru and Chile": his who was on the tour.
            let part = verb_before.filter(|(_, v)| !v.passive && self.verb_is(v, &["include", "comprise", "feature", "involve"]));
            let tour = part.and_then(|(g, _)| {
                let relative = matches!(self.c[g - 1].chunk, Chunk::That | Chunk::Rel);
                let at = if relative { g.checked_sub(2) } else { g.checked_sub(1) };
                at.filter(|j| self.np(*j).and_then(|n| n.event.as_ref()).is_some_and(|x| self.noun_of(x, ExchangeType::Visit)))
            });
            // "underlined the importance of this visit to Peru": his who says so, unless he is at home.
            let this = k >= 2
                && self.prep(k - 1) == Some("of")
                && matches!(self.r.word(np.start).as_deref(), Some("this" | "today"))
                && matches!(self.r.word(self.c[k - 2].end - 1).as_deref(), Some("importance" | "significance"));
            let own = |j: usize| {
                let whose = self.np(j).and_then(|n| n.event.as_ref()).map(|x| resolve_all(&x.possessor)).unwrap_or_default();
                if whose.iter().any(official) {
                    return whose;
                }
                let first = (0..j).find(|f| self.vg(*f).is_some_and(Self::finite)).and_then(|f| self.subject(f, 0));
                first.map(actors_of).unwrap_or_default().into_iter().filter(official).collect()
            };
            let (sources, told) = match tour.or(this.then_some(k)).filter(|_| sources.is_empty() && rule.kind == ExchangeType::Visit) {
                // "his tour includes stops in Peru": it has not been there.
                Some(j) if tour.is_some() && part.is_some_and(|(_, v)| v.tense == Tense::Present) => {
                    (own(j), Told { mode: Mode { status: Status::Planned, direction: Direction::Future, news: false }, ..told })
                }
                Some(j) => (own(j), told),
                None => (sources, told),
            };
            // "congratulated X on his visit to Peru ... The letter praised his visit to Peru": still X's.
            let his = e.pronoun && matches!(self.r.word(np.start).as_deref(), Some("his" | "her"));
            let nobody = || !(0..k).any(|j| actors_of(j).iter().any(|r| r.kind == ActorKind::Person));
            let told_before = his && rule.kind == ExchangeType::Visit && all.dates.is_empty() && e.date.is_none() && nobody();
            let guest = if told_before { self.told_of(&places, k, out).filter(|r| r.name.is_some()) } else { None };
            let sources = guest.map_or(sources, |guest| vec![guest]);
            // "Chilean minister in Peru for an official visit": a headline leaves the verb out.
            let headline = |j: usize| {
                rule.kind == ExchangeType::Visit
                    && j == 4
                    && !e.pronoun
                    && matches!(preposition, Some("for" | "on"))
                    && self.prep(1) == Some("in")
                    && self.np(0).is_some_and(|n| n.kind == NpKind::Actor)
                    && !self.c.iter().any(|s| matches!(&s.chunk, Chunk::Vg(v) if Self::finite(v)))
            };
            let (sources, told) = if sources.is_empty() && headline(k) {
                let mode = Mode { status: Status::Ongoing, direction: Direction::Past, news: true };
                (actors_of(0).into_iter().filter(official).collect(), Told { mode, ..told })
            } else {
                (sources, told)
            };
            // "the visit to Russia of the Chinese premier": "of" is who travels unless it is where.
            let abroad = |s: &Resolved| !places.iter().any(|p| p.country == s.country);
            let mut travellers: Vec<Resolved> = sources.into_iter().filter(abroad).collect();
            // "X met with President Y of Peru on a trip to Peru": whoever is not at home there.
            let host = k >= 2 && self.prep(k - 1) == Some("on") && actors_of(k - 2).iter().any(|r| !abroad(r) && official(r));
            if travellers.is_empty() && host && rule.kind == ExchangeType::Visit {
                let met = self.governor(k).and_then(|g| self.subject(g, 0)).map(actors_of).unwrap_or_default();
                travellers.extend(met.into_iter().filter(|r| abroad(r) && official(r)));
            }
            // "The Peruvian premier spoke beside President X of Chile during his visit to Peru": the guest's.
            if travellers.is_empty() && !places.is_empty() && rule.kind == ExchangeType::Visit && his {
                let guest = |v: Vec<Resolved>| v.into_iter().find(|r| abroad(r) && official(r) && r.kind == ActorKind::Person);
                travellers.extend((0..k).rev().find_map(|j| guest(actors_of(j))));
            }
            // "Peru and Chile reopened their embassies": each in the other.
            // "agreed to reopen embassies"
            let bare = places.is_empty() && self.r.word(np.end - 1).as_deref() == Some("embassies") && e.possessor.is_empty();
            if rule.kind == ExchangeType::Accreditation && (e.pronoun || bare) {
                let both = slot(&Slot::Subject);
                if distinct(&both) == 2 && both.iter().all(|b| places.is_empty() || places.iter().any(|p| p.country == b.country)) {
                    let [sources, targets] = [vec![both[0].clone()], vec![both[both.len() - 1].clone()]];
                    return emit(self, rule, Sides::Two { sources, targets }, told, sides, out);
                }
            }
            if places.is_empty() || travellers.is_empty() {
                return Err("no traveller or no place is named");
            }
            if rule.kind == ExchangeType::Visit
                && travellers.iter().all(|t| t.kind == ActorKind::Country)
                && e.possessor.is_empty()
                && e.adjectives.is_empty()
            {
                return Err("a country does not travel");
            }
            let why = emit(self, rule, Sides::Travel { travellers: travellers.clone(), places: places.clone() }, told, sides, out);
            self.onward(rule, travellers, &places, told, sides, out);
            return why;
        }
        if receives {
            let mut targets = light_before.and_then(|(g, _)| self.subject(g, 0)).map(actors_of).unwrap_or_default();
            let mut sources = first_of(&rule.source);
            if rule.ceremony {
                // "received the credentials of 12 ambassadors to Peru": whose they are, the next sentence says.
                let whose = all.preps.iter().filter(|(s, _)| matches!(self.r.lx.text(*s), "of" | "from"));
                let post = whose.filter_map(|x| self.post_of(x.1)).next();
                targets.extend(post.filter(|_| targets.is_empty()).map(|c| self.d.bare(c, np.start)));
                self.d.court.set(targets.first().map(|t| (t.country, told.date)));
                sources.retain(|s| targets.iter().all(|t| t.country != s.country));
                // "received the credentials from the new ambassador": of whom the story has told.
                let same = |m: &&Mention| m.kind == rule.kind && targets.iter().any(|t| self.r.lx.iso(t.country) == m.target);
                let told_before = out.iter().rev().find(same).and_then(|m| self.r.lx.country(m.source));
                sources.extend(told_before.filter(|_| sources.is_empty() && e.definite).map(|c| self.d.bare(c, np.start)));
                // "welcomed the Peruvian ambassador and accepted his letters of credence": the envoy's.
                if sources.is_empty() && self.r.is(np.start, Closed::Possessive) {
                    let envoy = |r: &Resolved| r.accredited() && targets.iter().all(|t| t.country != r.country);
                    sources.extend((0..k).rev().find_map(|j| self.resolve_np(j).into_iter().find(envoy)));
                }
            }
            return emit(self, rule, Sides::Two { sources, targets }, told, sides, out);
        }
        // "presented X with a gift": to him.
        if rule.kind == ExchangeType::Message && rule.received && preposition == Some("with") && before >= 3 {
            let g = before - 3;
            if self.vg(g).is_some_and(|v| !v.passive && self.verb_is(v, &["present"])) {
                let sources = self.subject(g, 0).map(actors_of).unwrap_or_default();
                let date = told.date.or_else(|| self.date_of(g, &self.phrases(g + 2)));
                let told = Told { mode: self.mode(g), date, ..told };
                return emit(self, rule, Sides::Two { sources, targets: actors_of(before - 2) }, told, sides, out);
            }
        }
        // "was presented with a gift by Y": the subject receives.
        if rule.received {
            if let Some((g, v)) = verb_before.filter(|(_, v)| v.passive && self.verb_is(v, &["present"])) {
                let _ = v;
                let targets = self.subject(g, 0).map(actors_of).unwrap_or_default();
                let sources = first_of(&[Slot::Preposition("by".into()), Slot::Preposition("from".into())]);
                return emit(self, rule, Sides::Two { sources, targets }, told, sides, out);
            }
        }
        // "After a phone call from X, A and B agreed": he called both.
        let called = rule.kind == ExchangeType::Call
            && preposition.is_some()
            && k <= 2
            && matches!(self.c.get(all.end).map(|c| &c.chunk), Some(Chunk::Comma));
        if let Some(s) = self.main_subject_after(k).filter(|_| called) {
            let sources = slot(&Slot::Preposition("from".into()));
            let targets: Vec<Resolved> = actors_of(s);
            let others = targets.iter().all(|t| sources.iter().all(|s| s.country != t.country));
            if distinct(&sources) == 1 && sources.iter().all(official) && !targets.is_empty() && others {
                return emit(self, rule, Sides::Two { sources, targets }, told, sides, out);
            }
        }
        // "In a phone call, X urges Y to withdraw": who is told of in the sentence that the call opens.
        if rule.kind == ExchangeType::Call
            && matches!(self.prep(k.wrapping_sub(1)), Some("in" | "during"))
            && k <= 2
            && all.preps.is_empty()
            && matches!(self.c.get(k + 1).map(|c| &c.chunk), Some(Chunk::Comma))
        {
            let mut people: Vec<Resolved> = Vec::new();
            for r in (k + 2..self.c.len()).filter(|&j| self.np(j).is_some_and(|n| n.kind == NpKind::Actor)).flat_map(actors_of) {
                if official(&r) && people.iter().all(|p| p.country != r.country) {
                    people.push(r);
                }
            }
            if people.len() == 2 {
                return emit(self, rule, Sides::List(people), told, sides, out);
            }
        }
        // "the agreement for a Strategic Dialogue": what it is called.
        let title = rule.kind == ExchangeType::Meeting && before >= 2 && matches!(preposition, Some("for" | "on" | "establishing"));
        if title && self.r.tokens[e.start].cap && !self.r.headline && self.event_is(before - 2, ExchangeType::Agreement) {
            return Err("the name of an agreement");
        }
        // "A and B held the Peru-Chile dialogue", "the pact between Peru and Chile was signed by A and B": the people of the two.
        let people_of = |list: Vec<Resolved>| {
            let by = light_after.filter(|(_, v)| v.passive).map(|_| slot(&Slot::Preposition("by".into())));
            let people = by.filter(|v| !v.is_empty()).unwrap_or_else(|| slot(&Slot::Subject));
            let same = people.iter().all(|p| list.iter().any(|c| c.country == p.country));
            let bare = list.iter().all(|c| c.kind == ActorKind::Country) && (light_before.is_some() || light_after.is_some());
            if bare && same && distinct(&people) == distinct(&list) { people } else { list }
        };
        // "The summit will be attended by the presidents of A and B"
        let attended = verb_after.filter(|(_, v)| v.passive && rule.kind == ExchangeType::Meeting && self.verb_is(v, &["attend"]));
        if attended.is_some() && !e.multilateral && matches!(self.r.word(e.end - 1).as_deref(), Some("summit" | "talks")) {
            let list = slot(&Slot::Preposition("by".into()));
            let high = |r: &Resolved| r.kind == ActorKind::Person && r.level.is_some_and(|l| l <= Level::Minister);
            if (2..=4).contains(&distinct(&list)) && list.iter().all(high) {
                return emit(self, rule, Sides::List(list), told, sides, out);
            }
        }
        // "a meeting co-chaired by the presidents of A and B"
        let chaired = |j: &usize| self.prep(j + 1) == Some("by") && self.vg(*j).is_some_and(|v| self.verb_is(v, &["chair"]));
        let behind = self.phrases(k + 1).end;
        let behind = behind + usize::from(matches!(self.c.get(behind).map(|s| &s.chunk), Some(Chunk::Comma)));
        if let Some(by) = (rule.kind == ExchangeType::Meeting).then_some(behind).filter(chaired) {
            let list = actors_of(by + 2);
            let sent = |r: &Resolved| matches!(r.kind, ActorKind::Person | ActorKind::Group) && r.level.is_some();
            if (2..=4).contains(&distinct(&list)) && list.iter().all(sent) {
                return emit(self, rule, Sides::List(list), told, sides, out);
            }
        }
        // "talks between A and B", "the Russian-Chinese summit"
        for s in rule.both.iter().filter(|s| matches!(s, Slot::Preposition(_))) {
            let list = slot(s);
            if distinct(&list) >= 2 {
                let list = people_of(list);
                return emit(self, rule, Sides::List(list), told, sides, out);
            }
        }
        // "Xi sent a message to Kim on Thursday. Putin also sent a message": to whom the one before went.
        let also = |j: usize| matches!(self.c.get(j).map(|s| &s.chunk), Some(Chunk::Adverb(a)) if self.r.lx.text(*a) == "also");
        if rule.kind == ExchangeType::Message
            && light_before.is_some_and(|(g, v)| {
                !v.passive && ((self.c[g].start..self.c[g].end).any(|t| self.r.word(t).as_deref() == Some("also")) || g > 0 && also(g - 1))
            })
        {
            let sources = slot(&Slot::Subject);
            let nobody =
                rule.target.iter().map(&slot).all(|v| v.is_empty()) && !matches!(self.prep(k + 1), Some("to" | "for" | "over" | "on"));
            let last = out.iter().rev().find(|m| m.kind == rule.kind).map(|m| (self.r.lx.country(m.target), m.target_head.clone()));
            if let (true, [who], Some((Some(country), head))) = (nobody, &sources[..], last) {
                if official(who) && who.country != country {
                    let to = Resolved { name: head, ..self.d.bare(country, np.start) };
                    return emit(self, rule, Sides::Two { sources, targets: vec![to] }, told, sides, out);
                }
            }
        }
        // "X conveyed a letter of President Y to Z": Y's.
        let hands =
            light_before.is_some_and(|(_, v)| !v.passive && self.verb_is(v, &["convey", "deliver", "hand over", "hand", "transmit"]));
        let whose = self.slot_prep(&all, "of").filter(|_| rule.kind == ExchangeType::Message && hands).map(actors_of).unwrap_or_default();
        if let [sender] = &whose[..] {
            let targets = rule.target.iter().map(&slot).find(|v| !v.is_empty()).unwrap_or_default();
            if sender.kind == ActorKind::Person && sender.level.is_some() && targets.iter().any(|t| t.country != sender.country) {
                return emit(self, rule, Sides::Two { sources: whose.clone(), targets }, told, sides, out);
            }
        }
        let mut targets = rule.target.iter().map(&slot).find(|v| !v.is_empty()).unwrap_or_default();
        // "Peru and Chile restored relations after a quarrel with the two": nobody new.
        if rule.kind == ExchangeType::Accreditation && !rule.place_target && targets.len() > 1 {
            let own = slot(&Slot::Subject);
            if distinct(&own) > 1 && targets.iter().all(|t| own.iter().any(|o| o.country == t.country)) {
                targets.clear();
            }
        }
        // "sent a wreath to express condolences on the demise of leader X": to his country.
        let aim = light_before.is_some_and(|(_, v)| v.tense == Tense::Infinitive);
        if rule.kind == ExchangeType::Message && targets.is_empty() && !aim {
            let died = |n: &Np| matches!(self.r.word(n.end - 1).as_deref(), Some("demise" | "death" | "passing" | "away"));
            let of = (k + 1..self.c.len().saturating_sub(1)).find(|&j| self.prep(j) == Some("of") && self.np(j - 1).is_some_and(died));
            let dead: Vec<Resolved> = of.map(|j| actors_of(j + 1)).unwrap_or_default();
            if let [x] = &dead[..] {
                if x.level <= Some(Level::DeputyLeader) && x.level.is_some() {
                    targets = vec![self.d.bare(x.country, x.at)];
                }
            }
        }
        if rule.kind == ExchangeType::Meeting && targets.iter().any(|t| Some(t.country) == self.d.home) {
            targets = self.as_hosts(&slot(&Slot::Subject), targets);
        }
        // "held talks with senior officials in Quito": Ecuador's, but for a town where organisations of states sit.
        if rule.kind == ExchangeType::Meeting && targets.is_empty() {
            let officials = |n: &Np| {
                n.kind == NpKind::Actor && n.actors.iter().all(|a| a.kind == ActorKind::Group && a.country.is_none())
                    || matches!(self.r.word(n.end - 1).as_deref(), Some("chiefs" | "authorities" | "commanders" | "counterparts"))
                        && n.kind == NpKind::Other
            };
            let with = self.slot_prep(&all, "with").filter(|w| self.np(*w).is_some_and(officials) && self.prep(w + 1) == Some("in"));
            let host = with.and_then(|w| self.destinations(w + 2).into_iter().next());
            let own = slot(&Slot::Subject);
            if let (Some(w), Some(p), true) = (with, host, distinct(&own) == 1 && own.iter().all(official)) {
                let seat = self.r.slice(p.start, p.end);
                let named = self.np(w).and_then(|n| n.actors.first()).is_some_and(|a| a.name.is_some());
                if own[0].country != p.country && !named && !SEATS.contains(&seat) {
                    let level = Some(Level::Working);
                    targets = vec![Resolved { level, kind: ActorKind::Group, ..self.d.bare(p.country, self.c[w].start) }];
                }
            }
        }
        let mut told = told;
        if rule.ceremony && matches!(told.mode.status, Status::Occurred | Status::Planned) {
            // "presented their credentials before President X"
            if let Some(Chunk::Sub(_)) = self.c.get(k + 1).map(|s| &s.chunk) {
                let envoy = actors_of(k + 2).into_iter().find(Resolved::accredited);
                let subject = borrowed().and_then(|s| self.np(s)).and_then(|n| n.actors.first());
                let open = subject.is_some_and(|a| a.country.is_none() && a.office.is_some());
                match (self.r.word(self.c[k + 1].start).as_deref(), envoy, self.post_of(k + 2)) {
                    // "presented his credentials as Peru's ambassador to Chile"
                    (Some("as"), Some(envoy), Some(post)) if open => {
                        let name = subject.and_then(|a| a.name).map(|(x, y)| self.r.slice(x, y).to_string());
                        let sources = vec![Resolved { name, ..envoy }];
                        let targets = vec![self.d.bare(post, np.start)];
                        return emit(self, rule, Sides::Two { sources, targets }, told, sides, out);
                    }
                    _ if targets.is_empty() => targets = actors_of(k + 2),
                    _ => {}
                }
            }
            // "new ambassadors to Peru presented their credentials"
            let post = borrowed().filter(|s| targets.is_empty() && self.prep(s + 1) == Some("to")).and_then(|s| self.post_of(s));
            targets.extend(post.map(|c| self.d.bare(c, np.start)));
            match (targets.first(), self.d.court.get()) {
                (Some(t), of) => {
                    // "The envoys who presented their credentials are": the day of the ceremony told before.
                    told.date = told.date.or(of.filter(|(court, _)| *court == t.country).and_then(|c| c.1));
                    self.d.court.set(Some((t.country, told.date)));
                }
                (None, Some((court, date))) => {
                    targets = vec![self.d.bare(court, np.start)];
                    told.date = told.date.or(date);
                }
                _ => {}
            }
            // "The first to present her credentials was X, followed by Y"
            let one_by_one = light_before.is_some_and(|(g, v)| {
                v.tense == Tense::Infinitive
                    && g > 0
                    && self
                        .np(g - 1)
                        .is_some_and(|n| matches!(self.r.word(n.end - 1).as_deref(), Some("first" | "second" | "next" | "last")))
            });
            let be =
                (k + 1..self.c.len()).find(|&j| self.vg(j).is_some_and(Self::finite)).filter(|j| self.vg(*j).is_some_and(|v| v.copula));
            if let (true, Some(be)) = (one_by_one, be) {
                let sources: Vec<Resolved> =
                    self.envoys(be + 1).into_iter().filter(|r| targets.iter().all(|t| t.country != r.country)).collect();
                if !sources.is_empty() && !targets.is_empty() {
                    told.mode = self.mode(be);
                    return emit(self, rule, Sides::Two { sources, targets }, told, sides, out);
                }
            }
        }
        // "a message to the congress of the Lao party": whose congress, "of" says.
        if rule.kind == ExchangeType::Message && targets.is_empty() {
            let to = all.preps.iter().position(|(s, _)| self.r.lx.text(*s) == "to");
            let of = to.and_then(|i| all.preps.get(i + 1)).filter(|(s, _)| self.r.lx.text(*s) == "of");
            targets = of.map(|x| actors_of(x.1)).unwrap_or_default();
        }
        // "held talks in Peru with his counterpart": the host's.
        if rule.kind == ExchangeType::Meeting && targets.is_empty() {
            let counterpart = self.slot_prep(&all, "with").filter(|w| {
                self.np(*w)
                    .is_some_and(|n| self.r.is(n.start, Closed::Possessive) && self.r.word(n.end - 1).as_deref() == Some("counterpart"))
            });
            let host = all
                .preps
                .iter()
                .filter(|(s, _)| matches!(self.r.lx.text(*s), "in" | "at"))
                .find_map(|x| self.destinations(x.1).first().map(|p| p.country));
            let own = slot(&Slot::Subject);
            if let (Some(w), Some(host), true) = (counterpart, host, distinct(&own) == 1) {
                if own[0].country != host {
                    let level = own[0].level;
                    targets = vec![Resolved { level, ..self.d.bare(host, self.c[w].start) }];
                }
            }
        }
        // "X announced a new package from Y": for X.
        if rule.kind == ExchangeType::Transfer
            && targets.is_empty()
            && light_before.is_some_and(|(_, v)| self.verb_is(v, &["announce", "unveil", "welcome", "hail"]))
            && self.slot_prep(&all, "from").is_some()
        {
            targets = slot(&Slot::Subject);
        }
        // "medical supplies from X arrived in Y"
        if rule.kind == ExchangeType::Transfer && targets.is_empty() {
            if let Some((g, _)) = light_after.filter(|(_, v)| self.verb_is(v, &["arrive", "land", "reach"])) {
                targets = self.arrives_at(g, &all).map(|p| self.d.bare(p.country, p.start)).into_iter().collect();
            }
        }
        // "expressed condolences on the demise of President X": to his country.
        if rule.kind == ExchangeType::Message && targets.is_empty() && light_before.is_some() {
            let death = |n: &Np| {
                let w = self.r.word(n.end - 1);
                matches!(w.as_deref(), Some("demise" | "death" | "passing" | "loss" | "assassination"))
            };
            let of = all
                .preps
                .iter()
                .find(|(s, j)| matches!(self.r.lx.text(*s), "on" | "over" | "at" | "upon") && self.np(*j).is_some_and(death));
            // "The message said that he expresses condolences": the same message.
            let letter = |n: &Np| n.event.as_ref().is_some_and(|x| self.noun_of(x, ExchangeType::Message));
            let in_letter = (0..k).any(|j| self.np(j).is_some_and(letter));
            let dead = of.filter(|x| !in_letter && self.prep(x.1 + 1) == Some("of")).and_then(|x| actors_of(x.1 + 2).into_iter().next());
            targets = dead.map(|r| self.d.bare(r.country, r.at)).into_iter().collect();
            // "visited the embassy on Monday to express condolences": what he came for he did.
            let came = light_before.filter(|(_, v)| v.tense == Tense::Infinitive).and_then(|(g, _)| self.governor(g));
            if let Some(g) =
                came.filter(|g| self.vg(*g).is_some_and(|v| Self::finite(v) && matches!(v.tense, Tense::Past | Tense::Perfect)))
            {
                let m = self.mode(g);
                if m.status == Status::Occurred {
                    told.mode = m;
                    told.date = self.date_of(g, &self.phrases(g + 1));
                }
            }
        }
        // "condolences to the Chinese people"
        if rule.kind == ExchangeType::Message && targets.is_empty() && light_before.is_some() {
            let people = |n: &Np| {
                let last = self.r.word(n.end - 1);
                let of = (n.start..n.end).find_map(|t| self.r.country_form(t)).filter(|_| n.kind == NpKind::Other);
                of.filter(|_| matches!(last.as_deref(), Some("people" | "nation" | "public"))).map(|f| f.0)
            };
            let to = self.slot_prep(&all, "to").and_then(|w| self.np(w)).and_then(people);
            targets = to.map(|c| self.d.bare(c, np.start)).into_iter().collect();
        }
        // "a Qatari plane carrying aid arrived in Y": whose the plane is.
        let vehicle = self.np(measured).filter(|n| measured < k && self.r.is(n.end - 1, Closed::VehicleNoun));
        let carries = |j: usize| self.np(j).filter(|n| n.kind == NpKind::Other && self.r.is(n.end - 1, Closed::VehicleNoun));
        let vehicle = vehicle.or_else(|| light_before.and_then(|(g, _)| self.subject(g, 0)).and_then(carries));
        let carrier = vehicle.and_then(|n| (n.start..n.end).find_map(|t| self.r.country_form(t))).map(|f| f.0);
        // "delivers fuel to the reactor in X"
        if rule.kind == ExchangeType::Transfer && targets.is_empty() && light_before.is_some() {
            let there = self.slot_prep(&all, "to").map(|w| self.destinations(w)).unwrap_or_default();
            if let Some(p) = there.first() {
                targets = vec![self.d.bare(p.country, p.start)];
            }
        }
        if !targets.is_empty() {
            // "opposes opening EU talks with X": the organisation talks.
            if rule.kind == ExchangeType::Meeting && e.multilateral && e.possessor.is_empty() {
                return Err("an organisation of states talks");
            }
            let foreign = |v: &Vec<Resolved>| v.iter().any(|s| targets.iter().all(|t| t.country != s.country));
            let mut sources = rule.source.iter().map(&slot).find(|v| !v.is_empty() && foreign(v)).unwrap_or_default();
            // "denied reports of a meeting with X": who denies it.
            if sources.is_empty() {
                sources = denier.and_then(|g| self.subject(g, 0)).map(actors_of).filter(foreign).unwrap_or_default();
            }
            // "At the meeting with X, the parties spoke of trade": he of whom the sentence before tells.
            if sources.is_empty()
                && matches!(rule.kind, ExchangeType::Meeting | ExchangeType::Call)
                && matches!(preposition, Some("during" | "at" | "in"))
                && distinct(&targets) == 1
                && borrowed().and_then(|s| self.np(s)).is_some_and(|n| n.kind == NpKind::Pair)
            {
                sources = self.d.last_person().filter(|p| official(p) && foreign(&vec![(*p).clone()])).cloned().into_iter().collect();
            }
            // "Talks were also held with X and Y": by him of whom the sentence before tells.
            let takes_place = |(g, v): (usize, &Vg)| {
                let place = self.c.get(g + 1).is_some_and(|s| self.r.word(s.start).as_deref() == Some("place"));
                v.passive && self.light(v, rule) || self.verb_is(v, &["take"]) && place
            };
            let held = verb_after.is_some_and(|x| Self::finite(x.1) && takes_place(x)) && preposition.is_none() && verb_before.is_none();
            if sources.is_empty() && rule.kind == ExchangeType::Meeting && held && self.slot_prep(&all, "with").is_some() {
                let told = self.d.last_person().filter(|p| official(p) && targets.iter().all(|t| t.country != p.country));
                sources = told.cloned().into_iter().collect();
            }
            // "China-donated vaccines"
            let donor = (np.start..e.start).find(|t| {
                self.r.kind(t + 1) == Some(Kind::Hyphen)
                    && matches!(self.r.word(t + 2).as_deref(), Some("donated" | "supplied" | "funded" | "provided" | "gifted"))
            });
            if let Some((c, _, _)) =
                donor.and_then(|t| self.r.country_form(t)).filter(|_| rule.kind == ExchangeType::Transfer && sources.is_empty())
            {
                sources = vec![self.d.bare(c, np.start)];
            }
            if rule.kind == ExchangeType::Transfer && sources.is_empty() {
                sources = carrier.map(|c| self.d.bare(c, np.start)).into_iter().collect();
            }
            // "to prevent the shipment of Iranian weapons": the weapons' country, not who prevents it.
            if rule.kind == ExchangeType::Transfer && matches!(mode.status, Status::Denied | Status::Cancelled) {
                let of = slot(&Slot::Adjective);
                if !of.is_empty() && foreign(&of) {
                    sources = of;
                }
            }
            if !sources.is_empty() {
                if rule.kind == ExchangeType::Transfer && sources.iter().any(|s| targets.iter().any(|t| t.country == s.country)) {
                    return Err("both sides are one country");
                }
                return emit(self, rule, Sides::Two { sources, targets }, told, sides, out);
            }
        }
        // "the Cuban ambassador to the DPRK hosts a reception": the other side is where he is accredited.
        if rule.embassy && targets.is_empty() {
            let hosts = rule.source.iter().find_map(|s| match s {
                Slot::Subject => borrowed(),
                Slot::Preposition(w) => self.slot_prep(&all, w),
                _ => None,
            });
            let hosts = hosts.or_else(|| self.slot_prep(&all, "with"));
            // "A reception was given at the Cuban embassy in Lima. Present there were": the embassy's.
            let given = light_after.is_some_and(|(_, v)| v.passive) && self.attended();
            let hosts = hosts.or_else(|| self.slot_prep(&all, "at").filter(|_| given));
            // "The Cuban embassy in Lima gave a reception": the embassy itself.
            let house = hosts.filter(|h| {
                self.event_is(*h, ExchangeType::Accreditation)
                    && self.np(*h).is_some_and(|n| matches!(self.r.word(n.end - 1).as_deref(), Some("embassy" | "consulate" | "mission")))
            });
            let post = match house {
                Some(h) if self.prep(h + 1) == Some("in") => self.destinations(h + 2).first().map(|p| p.country),
                Some(_) => self.d.here.as_ref().map(|h| h.0),
                None => hosts.and_then(|h| self.post_of(h)),
            };
            let sources = match house.and_then(|h| self.np(h)?.event.as_ref()) {
                Some(e) => {
                    let own = resolve_all(if e.possessor.is_empty() { &e.adjectives } else { &e.possessor });
                    let staff = |r: Resolved| Resolved { kind: ActorKind::Group, level: Some(Level::Director), ..r };
                    own.into_iter().map(staff).collect()
                }
                None => hosts.map(actors_of).unwrap_or_default(),
            };
            // A friendship society that shows a film does so at home.
            let crowd = house.is_none()
                && hosts.and_then(|h| self.np(h)).is_some_and(|n| {
                    n.actors.iter().all(|a| a.kind == ActorKind::Group && !a.delegation && a.force.is_none() && !n.premises)
                });
            let post = post.or(self.d.home.filter(|_| !crowd)).filter(|p| sources.iter().all(|s| s.country != *p));
            if let (Some(post), false) = (post, sources.iter().all(|s| s.kind == ActorKind::Country)) {
                let targets = vec![self.d.bare(post, np.start)];
                return emit(self, rule, Sides::Two { sources, targets }, told, sides, out);
            }
            return Err("no post is known");
        }
        // "a ceasefire agreement with the rebels": with whom no country is.
        let rebels = self.slot_prep(&all, "with").filter(|w| {
            let capital = self.r.tokens[self.c[*w].end - 1].cap;
            capital && *w == k + 2 && self.np(*w).is_some_and(|n| n.places.is_empty() && n.everybody().all(|a| a.country.is_none()))
        });
        if rule.kind == ExchangeType::Agreement && targets.is_empty() && rebels.is_some() {
            return Err("the other side is no country");
        }
        // "meets X and signs a treaty": with whom, the clause before said.
        if matches!(rule.kind, ExchangeType::Agreement) && targets.is_empty() && light_before.is_some() {
            let own = slot(&Slot::Subject);
            if distinct(&own) == 1 {
                if let Some((a, b)) = sides.as_ref() {
                    let other = if a.iter().any(|x| x.country == own[0].country) {
                        Some(b)
                    } else if b.iter().any(|x| x.country == own[0].country) {
                        Some(a)
                    } else {
                        None
                    };
                    if let Some(other) = other.cloned() {
                        return emit(self, rule, Sides::Two { sources: own, targets: other }, told, sides, out);
                    }
                }
            }
        }
        // "call for a summit of Eurozone leaders": others meet.
        let of_others = rule.kind == ExchangeType::Meeting
            && self.prep(k + 1) == Some("of")
            && self.np(k + 2).is_some_and(|n| {
                n.kind == NpKind::Actor && n.plural() && self.resolve_np(k + 2).is_empty() || self.r.names_organisation(n.start, n.end)
            });
        if of_others {
            return Err("others are said to meet");
        }
        // "A and B exchanged letters": each wrote to the other.
        if rule.kind == ExchangeType::Message && light_before.is_some_and(|(_, v)| self.verb_is(v, &["exchange"])) {
            let list = slot(&Slot::Subject);
            // "exchanged greetings": they bowed, unless it was for a day.
            let written = self.r.word(e.end - 1).as_deref() != Some("greetings") || self.slot_prep(&all, "for").is_some();
            if distinct(&list) >= 2 && written {
                return emit(self, rule, Sides::List(list), told, sides, out);
            }
        }
        // "The ministers signed the Peru-Chile pact", "the Peru-Chile pact was signed": of a treaty that has its two countries in
        // its name, other words speak as of a thing long known.
        let signs = |x: Option<(usize, &Vg)>, passive: bool| {
            x.filter(|(_, v)| Self::finite(v) && v.passive == passive && self.verb_is(v, &["sign", "ink", "initial"])).map(|x| x.0)
        };
        let signers = |g: usize| {
            let np = self.subject(g, 0).and_then(|s| self.np(s));
            np.is_some_and(|n| n.kind == NpKind::Pair || n.plural() && n.everybody().all(|a| a.name.is_none() && a.country.is_none()))
        };
        let newly = rule.kind != ExchangeType::Agreement
            || !nominal
                && (signs(light_before, false).is_some_and(signers)
                    || signs(light_after, true).is_some() && preposition.is_none() && self.slot_prep(&all, "by").is_none());
        for s in rule.both.iter().filter(|s| newly || **s != Slot::Adjective) {
            let list = slot(s);
            if *s == Slot::Subject && borrowed().is_some_and(|b| self.crowd(b)) {
                return Err("members that are no country make it multilateral");
            }
            if distinct(&list) >= 2 && (targets.is_empty() || *s != Slot::Subject) {
                let list = people_of(list);
                return emit(self, rule, Sides::List(list), told, sides, out);
            }
        }
        // "During a meeting in Kyiv, X urged Y": those who speak are those who meet.
        if matches!(rule.kind, ExchangeType::Meeting | ExchangeType::Call)
            && matches!(preposition, Some("during" | "at" | "in"))
            && e.possessor.is_empty()
        {
            if let Some(list) = self.speakers(k) {
                return emit(self, rule, Sides::List(list), told, sides, out);
            }
        }
        // Possessor and adjective: "Putin's North Korea summit"; of and adjective.
        if rule.both.contains(&Slot::Adjective) && rule.kind != ExchangeType::Agreement {
            let (mut a, b) = (slot(&Slot::Possessor), slot(&Slot::Adjective));
            a.extend(b);
            if distinct(&a) == 2 {
                return emit(self, rule, Sides::List(a), told, sides, out);
            }
            // "announces U.S. talks", with the other side as the clause's subject.
            let adj = slot(&Slot::Adjective);
            if distinct(&adj) == 1 && (light_before.is_some() || denier.is_some()) {
                let denies = denier.and_then(|g| self.subject(g, 0)).map(actors_of);
                let mut subj = denies.unwrap_or_else(|| slot(&Slot::Subject));
                subj.extend(adj);
                if distinct(&subj) == 2 {
                    return emit(self, rule, Sides::List(subj), told, sides, out);
                }
            }
        }
        // "A of Peru and B of Chile, meeting in Lima, agreed": those two.
        let participle = np.end == np.start + 1 && self.r.word(np.start).as_deref() == Some("meeting") && k >= 2;
        if rule.kind == ExchangeType::Meeting
            && participle
            && matches!(self.c[k - 1].chunk, Chunk::Comma)
            && matches!(self.prep(k + 1), Some("in" | "at" | "on"))
        {
            let met = actors_of(k - 2);
            if distinct(&met) == 2 && met.iter().all(|r| r.kind != ActorKind::Group) {
                return emit(self, rule, Sides::List(met), told, sides, out);
            }
        }
        // "hosted X for dinner", "welcomed X for talks"
        if rule.kind == ExchangeType::Meeting && preposition == Some("for") && before >= 3 {
            let hosts = self.vg(before - 3).filter(|v| !v.passive && self.verb_is(v, &["host", "welcome", "receive", "greet", "join"]));
            let guest = self.np(before - 2).is_some_and(|n| n.kind == NpKind::Actor);
            if let Some(host) = hosts.filter(|_| guest).and_then(|_| self.subject(before - 3, 0)) {
                let (sources, targets) = (actors_of(before - 2), actors_of(host));
                if distinct(&sources) == 1 && distinct(&targets) == 1 {
                    let told = Told { mode: self.mode(before - 3), ..told };
                    return emit(self, rule, Sides::Two { sources, targets }, told, sides, out);
                }
            }
        }
        // "several agreements were signed during the meeting": between those who met.
        if rule.kind == ExchangeType::Agreement
            && targets.is_empty()
            && light_after.is_some_and(|(_, v)| v.passive && self.verb_is(v, &["sign", "ink"]))
        {
            let during = all.preps.iter().any(|(s, j)| {
                matches!(self.r.lx.text(*s), "during" | "at" | "after" | "following")
                    && self.np(*j).and_then(|n| n.event.as_ref()).is_some_and(|e| e.definite || e.pronoun)
            }) || self.prep(0) == Some("during") && self.np(1).is_some_and(|n| n.event.is_some());
            if let Some((a, b)) = self.d.last_sides().filter(|_| during) {
                let (a, b) = (a.first().map(|r| self.d.bare(r.country, np.start)), b.first().map(|r| self.d.bare(r.country, np.start)));
                if let (Some(a), Some(b)) = (a, b) {
                    // "following the talks on the Kyrgyz-Tajik border": theirs, and not of the two who spoke last.
                    let of_others = (self.r.begin..self.r.end)
                        .filter_map(|t| self.r.country_form(t))
                        .any(|(c, form, _)| form == CountryForm::Adjective && c != a.country && c != b.country);
                    if of_others {
                        return Err("others are spoken of");
                    }
                    return emit(self, rule, Sides::List(vec![a, b]), told, sides, out);
                }
            }
        }
        // "where a private meeting is scheduled with X": his who travels.
        if rule.kind == ExchangeType::Meeting && distinct(&targets) == 1 {
            let set = verb_after.is_some_and(|(_, v)| v.passive && v.governs == Governs::Plan);
            let first = (0..k).find(|&g| self.vg(g).is_some_and(Self::finite)).and_then(|g| self.subject(g, 0));
            // "X announces that trade will grow following talks with Y": his who announces it.
            let says = (0..k).find(|&g| self.vg(g).is_some_and(Self::finite)).and_then(|g| self.vg(g));
            let announced = matches!(preposition, Some("following" | "after"))
                && says.is_some_and(|v| matches!(v.governs, Governs::Say | Governs::Confirm))
                && (0..k).any(|j| matches!(self.c[j].chunk, Chunk::That));
            let own: Vec<Resolved> = first.filter(|_| set || announced).map(actors_of).unwrap_or_default();
            if distinct(&own) == 1 && own[0].kind == ActorKind::Person && own[0].country != targets[0].country {
                return emit(self, rule, Sides::Two { sources: own, targets }, told, sides, out);
            }
        }
        // "receives a delegation delivering a letter from X": to him who receives it.
        if let (ExchangeType::Message, Some((a, b)), true) = (rule.kind, sides.as_ref(), targets.is_empty()) {
            let from = slot(&Slot::Preposition("from".into()));
            let of = |v: &[Resolved]| v.iter().any(|x| from.iter().any(|f| f.country == x.country));
            let carried = light_before.is_some_and(|(_, v)| v.tense == Tense::Ing && !v.negated);
            if distinct(&from) == 1 && carried && of(a) != of(b) {
                let targets = if of(a) { b.clone() } else { a.clone() };
                return emit(self, rule, Sides::Two { sources: from, targets }, told, sides, out);
            }
        }
        // "Peruvian troops arrived in Chile for joint exercises": theirs with those who live there.
        if rule.kind == ExchangeType::Exercise && targets.is_empty() {
            let goes = |v: &Vg| {
                Self::finite(v) && !v.passive && !v.negated && self.rules_of(v).any(|r| r.kind == ExchangeType::Visit && r.phase.is_some())
            };
            let main = (0..k).rev().find(|&g| self.vg(g).is_some_and(Self::finite)).filter(|g| self.vg(*g).is_some_and(goes));
            if let Some(g) = main {
                let forces: Vec<Resolved> = self.subject(g, 0).map(actors_of).unwrap_or_default();
                let armed = |r: &Resolved| r.force.is_some() || r.kind == ActorKind::Group && r.sector == Some(Sector::Military);
                let way = self.phrases(g + 1);
                let there = way.preps.iter().filter(|(s, _)| matches!(self.r.lx.text(*s), "in" | "to" | "for" | "at")).map(|p| p.1);
                let host = there.chain(self.object(g)).find_map(|j| self.destinations(j).into_iter().next());
                if let (true, true, Some(host)) = (distinct(&forces) == 1, forces.iter().all(armed), host) {
                    if host.country != forces[0].country {
                        let targets = vec![self.d.bare(host.country, host.start)];
                        return emit(self, rule, Sides::Two { sources: forces, targets }, told, sides, out);
                    }
                }
            }
        }
        // "A follow-up meeting is planned in Peru": of the two who have met.
        let further = || {
            let words = self.r.slice(np.start, e.end).to_lowercase();
            ["follow-up", "followup", "further", "next", "another", "second"].iter().any(|w| words.contains(w))
        };
        if rule.kind == ExchangeType::Meeting
            && targets.is_empty()
            && !e.definite
            && matches!(told.mode.status, Status::Planned | Status::Proposed)
            && further()
        {
            if let Some((a, b)) = self.d.last_sides() {
                let pair: Vec<Resolved> = a.iter().chain(b).map(|r| self.d.bare(r.country, np.start)).collect();
                if distinct(&pair) == 2 {
                    return emit(self, rule, Sides::List(pair), told, sides, out);
                }
            }
        }
        // "Ministers from A and B reopened the post after a meeting in Lima", "planes of A and B flew in a joint drill": their own.
        let theirs = match rule.kind {
            ExchangeType::Meeting => matches!(preposition, Some("after" | "following")) && !e.multilateral,
            ExchangeType::Exercise => {
                matches!(preposition, Some("in" | "during")) && (np.start..e.end).any(|t| self.r.word(t).as_deref() == Some("joint"))
            }
            _ => false,
        };
        let alone = all.preps.iter().all(|(s, j)| matches!(self.r.lx.text(*s), "in" | "at" | "on") && !self.destinations(*j).is_empty());
        if theirs && alone && !e.definite && e.possessor.is_empty() {
            let main = (0..before).rev().find(|g| self.vg(*g).is_some_and(|v| Self::finite(v) && !v.passive));
            let subject = main.and_then(|g| self.subject(g, 0));
            let own = subject.map(actors_of).unwrap_or_default();
            // "Peruvian and Chilean warplanes": a thing that can be given away, too.
            let whose = || {
                let thing = subject.and_then(|s| self.np(s)).filter(|_| rule.kind == ExchangeType::Exercise);
                thing.and_then(|n| n.event.as_ref()).map(|x| resolve_all(&x.adjectives)).unwrap_or_default()
            };
            let own = if own.is_empty() { whose() } else { own };
            if distinct(&own) == 2 && own.iter().all(|a| a.kind != ActorKind::Country || rule.kind == ExchangeType::Exercise) {
                return emit(self, rule, Sides::List(own), told, sides, out);
            }
        }
        Err("fewer than two countries stand where the rule looks for its sides")
    }

    /// Do the next sentences say who was present: hosts and guests both?
    fn attended(&self) -> bool {
        let word = |k: usize| self.r.lx.text(self.r.tokens[k].sym);
        let behind = self.r.end..self.r.tokens.len().min(self.r.end + 120);
        behind.into_iter().any(|k| matches!(word(k), "present" | "attended" | "attending"))
    }

    /// "between X, who is in Peru, and Y": the other, behind the aside.
    fn beyond_an_aside(&self, k: usize) -> Option<usize> {
        let comma = |j: usize| matches!(self.c.get(j).map(|s| &s.chunk), Some(Chunk::Comma));
        (comma(k + 1) && matches!(self.c.get(k + 2)?.chunk, Chunk::Rel | Chunk::Prep(_) | Chunk::Np(_))).then_some(())?;
        let shut = (k + 3..self.c.len()).take_while(|j| !matches!(self.c[*j].chunk, Chunk::Break)).find(|j| comma(*j))?;
        let other = shut + 2;
        let joined = matches!(self.c.get(shut + 1)?.chunk, Chunk::And) && self.np(other).is_some_and(|n| n.kind == NpKind::Actor);
        joined.then_some(other)
    }

    /// Subject and object of the clause around the phrase at `k`, where one person speaks to another.
    pub(super) fn speakers(&self, k: usize) -> Option<Vec<Resolved>> {
        let speaks = |g: &usize| {
            self.vg(*g).is_some_and(|v| {
                Self::finite(v)
                    && !v.passive
                    && self.verb_is(
                        v,
                        &[
                            "tell",
                            "urge",
                            "ask",
                            "assure",
                            "inform",
                            "warn",
                            "thank",
                            "brief",
                            "remind",
                            "press",
                            "congratulate",
                            "promise",
                            "invite",
                        ],
                    )
            })
        };
        let g = (0..k).rev().find(|g| speaks(g)).or_else(|| (k..self.c.len()).find(|g| speaks(g)));
        // "hoped for cooperation with his counterpart during their meeting"
        let theirs = || {
            self.np(k).filter(|n| self.r.word(n.start).as_deref() == Some("their"))?;
            let g = (0..k).rev().find(|&j| self.vg(j).is_some_and(Self::finite))?;
            let with = (g + 1..k).find(|&j| self.prep(j) == Some("with"))?;
            Some((g, with + 1))
        };
        let (g, other) = match g {
            Some(g) => (g, self.object(g)?),
            None => theirs()?,
        };
        let mut list = self.resolve_np(self.subject(g, 0)?);
        list.extend(self.resolve_np(other));
        let persons = list.iter().all(|a| a.kind == ActorKind::Person || a.name.is_some());
        (persons && distinct(&list) == 2).then_some(list)
    }

    /// "withdrew its invitation to the envoy", "accepts an invitation to Tehran": a visit in the air.
    pub(super) fn invitation(
        &self,
        e: &Event,
        rule: &Rule,
        verb: Option<(usize, &Vg)>,
        all: &Phrases,
        slot: &dyn Fn(&Slot) -> Vec<Resolved>,
        told: Told<'_>,
        sides: &mut Option<Parties>,
        out: &mut Vec<Mention>,
    ) -> Why {
        // "an invitation to visit" is told by "visit".
        if matches!(self.vg(all.end), Some(v) if v.tense == Tense::Infinitive) {
            return Err("an invitation to visit is told by its verb");
        }
        let people = |v: Vec<Resolved>| -> Vec<Resolved> { v.into_iter().filter(|a| a.kind != ActorKind::Country).collect() };
        let to = self.slot_prep(all, "to");
        let guests = people(to.map(|t| self.resolve_np(t)).unwrap_or_default());
        let subject = || verb.and_then(|(g, _)| self.subject(g, 0)).map(|s| self.resolve_np(s)).unwrap_or_default();
        let takes = verb
            .is_some_and(|(_, v)| self.verb_is(v, &["accept", "decline", "reject", "refuse", "receive", "get", "consider", "turn down"]));
        let here = |r: &Resolved| PlaceRef { country: r.country, start: e.start, end: e.start, whole_country: true };
        let (travellers, places) = if takes {
            let hosts = [slot(&Slot::Possessor), slot(&Slot::Preposition("from".into())), slot(&Slot::Preposition("of".into()))];
            let hosts = hosts.into_iter().find(|v| !v.is_empty()).unwrap_or_default();
            let places = to.map(|t| self.destinations(t)).filter(|v| !v.is_empty());
            (people(subject()), places.unwrap_or_else(|| hosts.iter().map(here).collect()))
        } else {
            let hosts = [slot(&Slot::Possessor), subject(), slot(&Slot::Preposition("from".into()))];
            (guests, hosts.into_iter().find(|v| !v.is_empty()).unwrap_or_default().iter().map(here).collect())
        };
        if travellers.is_empty() || places.is_empty() {
            return Err("no guest or no host is named");
        }
        let status = match verb.map(|(_, v)| v) {
            Some(v) if v.governs == Governs::Cancel => Status::Cancelled,
            Some(v) if v.governs == Governs::Deny || v.negated => Status::Denied,
            Some(v) if self.verb_is(v, &["accept"]) => Status::Planned,
            _ => Status::Proposed,
        };
        let told = Told { mode: Mode { status, direction: Direction::Future, news: status == Status::Cancelled }, ..told };
        emit(self, rule, Sides::Travel { travellers, places }, told, sides, out)
    }

    /// "their second day of talks": the pronoun stands with the stage.
    pub(super) fn staged_pronoun(&self, k: usize) -> bool {
        k >= 2 && self.prep(k - 1) == Some("of") && self.np(k - 2).is_some_and(|n| self.r.is(n.start, Closed::Possessive))
    }

    /// The country to which the ambassador at chunk `h` is accredited.
    pub(super) fn post_of(&self, h: usize) -> Option<u16> {
        self.prep(h + 1).filter(|p| matches!(*p, "to" | "in"))?;
        self.np(h + 2).filter(|n| n.kind == NpKind::Actor).and_then(|n| n.actors.first()).and_then(|a| a.country)
    }

    /// "the envoys who did it are X and Y", "those who did it include X": the list behind the verb.
    pub(super) fn who_they_are(&self, s: usize) -> Option<usize> {
        let np = self.np(s)?;
        let those = np.actors.iter().all(|a| a.plural && a.country.is_none()) && !np.actors.is_empty()
            || matches!(self.r.word(np.end - 1).as_deref(), Some("those" | "others"));
        let own = match &self.c.get(s + 1)?.chunk {
            Chunk::Rel => (s + 2..self.c.len()).find(|&j| self.vg(j).is_some_and(Self::finite))?,
            // "the leaders attending the summit are X and Y"
            Chunk::Vg(v) if those && (v.tense == Tense::Ing || v.tense == Tense::Past && v.end == v.start + 1) => s + 1,
            _ => return None,
        };
        let main = (own + 1..self.c.len()).find(|&j| self.vg(j).is_some_and(Self::finite))?;
        self.vg(main).filter(|v| v.copula || self.verb_is(v, &["include", "comprise"]))?;
        let led = matches!(self.c.get(main + 1)?.chunk, Chunk::Break) || self.prep(main + 1) == Some("from");
        let list = main + 1 + usize::from(led);
        self.np(list).filter(|n| n.kind == NpKind::Actor).map(|_| list)
    }

    /// The people of the list at `list`, each of the rank that the noun at `s` gives them: "leaders who came were X and Y".
    pub(super) fn as_they_are(&self, s: usize, list: usize) -> Vec<Resolved> {
        let level = self.np(s).and_then(|n| n.actors.first()?.level).map(|l| l.min(Level::Director));
        self.resolve_np(list).into_iter().map(|a| Resolved { level: a.level.or(level), ..a }).collect()
    }

    /// "vaccines donated by X arrived in Y", "were handed over to Y", "vaccines that X gave to Y": who gives stands behind.
    pub(super) fn donated(&self, k: usize, e: &Event, rule: &Rule, sides: &mut Option<Parties>, out: &mut Vec<Mention>) -> Option<Why> {
        let gives = ["donate", "provide", "supply", "gift", "send", "offer", "grant", "give"];
        // "equipment worth $2 million donated by X"
        let worth = |g: usize| matches!(self.prep(g), Some("worth" | "of")) && self.np(g + 1).is_some_and(|n| n.actors.is_empty());
        let mut given = k + 1;
        while worth(given) {
            given += 2;
        }
        let participle = |v: &&Vg| v.end == v.start + 1 && matches!(v.tense, Tense::Past | Tense::Participle) && self.verb_is(v, &gives);
        let relative = matches!(self.c.get(given).map(|s| &s.chunk), Some(Chunk::That | Chunk::Rel));
        let (donor, main) = if self.vg(given).filter(participle).is_some() && self.prep(given + 1) == Some("by") {
            (given + 2, given + 3)
        } else if relative && self.vg(given + 2).is_some() {
            // "that X has agreed to give to Y"
            let agreed = self.vg(given + 3).is_some_and(|v| v.tense == Tense::Infinitive);
            (given + 1, given + 2 + usize::from(agreed))
        } else {
            return None;
        };
        let v = self.vg(main).filter(|v| Self::finite(v) || relative)?;
        let phrases = self.phrases(main + 1);
        let to = if relative {
            let gives = self.light(v, rule) && !v.passive && !self.verb_is(v, &["receive", "arrive", "land", "reach"]);
            let to = self.slot_prep(&phrases, "to").filter(|_| gives)?;
            self.resolve_np(to).first().map(|r| (r.country, r.at))
        } else if self.verb_is(v, &["arrive", "land", "reach", "dock", "berth"]) {
            self.arrives_at(main, &phrases).map(|p| (p.country, p.start))
        } else {
            let to = self.slot_prep(&phrases, "to").filter(|_| v.passive)?;
            self.resolve_np(to).first().map(|r| (r.country, r.at))
        };
        let sources = self.resolve_np(donor);
        let targets: Vec<Resolved> = to.map(|(c, at)| self.d.bare(c, at)).into_iter().collect();
        if sources.is_empty() || targets.is_empty() || sources.iter().any(|s| targets[0].country == s.country) {
            return None;
        }
        let date = self.date_of(main, &phrases);
        // What a relative clause tells is no news of today.
        let mode = self.mode(main);
        let mode = Mode { news: mode.news && !relative, ..mode };
        let told = Told { mode, date, trigger: (e.start, e.end), phrases: &phrases, at: k, verb: Some(v) };
        Some(emit(self, rule, Sides::Two { sources, targets }, told, sides, out))
    }

    /// "the masks arrived in Peru", "reached Peru": where that is, for the verb at `g`.
    pub(super) fn arrives_at(&self, g: usize, phrases: &Phrases) -> Option<PlaceRef> {
        let at = phrases.preps.iter().filter(|(s, j)| *j > g && matches!(self.r.lx.text(*s), "in" | "at")).map(|p| p.1);
        at.chain(self.object(g)).find_map(|j| self.destinations(j).into_iter().next())
    }

    /// "X of Peru thanked Chile for its donation of 500 doses", "expressed gratitude for Chile's delivery of 500 doses": given
    /// already, to whom he speaks for. `k` is the goods.
    fn thanked_for(&self, k: usize, rule: &Rule, sides: &mut Option<Parties>, out: &mut Vec<Mention>) -> Option<Why> {
        if self.prep(k.checked_sub(1)?) != Some("of") {
            return None;
        }
        // "its timely gift in February of 500 doses"
        let dated = k >= 4 && matches!(self.c[k - 2].chunk, Chunk::Date(_)) && self.prep(k - 3).is_some();
        let given = k.checked_sub(if dated { 4 } else { 2 })?;
        let np = self.np(given)?;
        let gift = ["donation", "donations", "gift", "gifts", "delivery", "provision", "supply"];
        let is_gift = self.r.word(np.end - 1).is_some_and(|w| gift.contains(&&*w));
        if !is_gift || self.prep(given.checked_sub(1)?) != Some("for") {
            return None;
        }
        let g = self.governor(given)?;
        let v = self.vg(g).filter(|v| !v.negated)?;
        let thanks = |n: &Np| self.r.word(n.end - 1).is_some_and(|w| matches!(&*w, "thanks" | "gratitude" | "appreciation"));
        let event = np.event.as_ref();
        let owners = event.map(|e| &e.possessor).into_iter().flatten();
        let owned = owners.filter_map(|a| self.d.resolve(self.r, a, np)).collect::<Vec<_>>();
        let sources = if self.verb_is(v, &["thank"]) && g + 3 == given {
            self.resolve_np(g + 1)
        } else if self.np(g + 1).is_some_and(thanks) && g + 3 == given {
            owned
        } else if self.np(g + 1).is_some_and(thanks) && self.prep(g + 2) == Some("to") && g + 5 == given {
            self.resolve_np(g + 3)
        } else {
            return None;
        };
        let (start, end) = event.map_or((np.start, np.end), |e| (e.start, e.end));
        let phrases = self.phrases(k + 1);
        let targets = match self.slot_prep(&phrases, "to") {
            Some(to) => self.resolve_np(to),
            None => self.subject(g, 0).map(|s| self.resolve_np(s)).unwrap_or_default(),
        };
        let [from, to] = [sources.first()?.country, targets.first()?.country];
        if from == to {
            return None;
        }
        let [sources, targets] = [vec![self.d.bare(from, sources[0].at)], vec![self.d.bare(to, targets[0].at)]];
        let before = match &self.c[k - 2].chunk {
            Chunk::Date(d) if dated => Some(*d),
            _ => None,
        };
        let date = before.or(phrases.dates.first().map(|d| d.1));
        let mode = Mode { status: Status::Occurred, direction: Direction::Past, news: false };
        let told = Told { mode, date, trigger: (start, end), phrases: &phrases, at: k, verb: None };
        Some(emit(self, rule, Sides::Two { sources, targets }, told, sides, out))
    }
}
