//! Nouns that tell of no exchange: other senses, other subjects, none in particular.

use super::*;
use crate::annotate::{ActorKind, Chunk, Np, NpKind, Tense, Vg};
use crate::extract::trace::Why;
use crate::lexicon::{Closed, Entry, Governs, Phase, kinds};
use crate::model::{ExchangeType, Status};

impl Clause<'_, '_> {
    /// "relations of confidence", "an agreement with the university": the word means something else.
    pub(super) fn in_another_sense(&self, site: &Site) -> Why {
        let &Site { k, e, rule, verb_before, verb_after, light_before, light_after, .. } = site;
        let says = |words: &[&str]| self.says(site, words);
        // "The message expressed thanks": what a message does is not its sending.
        if rule.kind == ExchangeType::Message
            && light_before.is_none()
            && light_after.is_some_and(|(g, v)| !v.passive && Self::finite(v) && self.object(g).is_some())
        {
            return Err("the message does it");
        }
        // "Parliament approved the pact" ratifies it; whoever else approves signs nothing.
        let chamber = |j: usize| {
            self.np(j).is_some_and(|n| {
                (n.start..n.end).any(|t| {
                    matches!(
                        self.r.word(t).as_deref(),
                        Some("parliament" | "senate" | "assembly" | "congress" | "lawmakers" | "legislature")
                    )
                })
            })
        };
        let carrier = light_before.or(light_after).filter(|(_, v)| self.verb_is(v, &["approve", "endorse"]));
        if let Some((g, v)) = carrier.filter(|_| rule.kind == ExchangeType::Agreement) {
            let by = if v.passive { self.slot_prep(&self.phrases(g + 1), "by") } else { self.subject(g, 0) };
            if !by.is_some_and(chamber) {
                return Err("no parliament approves it");
            }
        }
        // "Peru and Chile announced the deal to supply tanks to Kenya": what they give a third, they have not signed between them.
        let supply = |v: &Vg| v.tense == Tense::Infinitive && self.verb_is(v, &["supply", "send", "deliver", "provide", "give", "donate"]);
        if rule.kind == ExchangeType::Agreement && self.vg(k + 1).is_some_and(supply) {
            let to = self.slot_prep(&self.phrases(self.object(k + 1).map_or(k + 2, |o| o + 1)), "to").map(|j| self.resolve_np(j));
            let own = self.borrowed(site).map(|s| self.resolve_np(s)).unwrap_or_default();
            let third = to.is_some_and(|v| !v.is_empty() && v.iter().all(|t| own.iter().all(|o| o.country != t.country)));
            if third && distinct(&own) > 1 {
                return Err("a deal to supply a third");
            }
        }
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
        if verb_before.is_some_and(|(_, v)| self.yet_to(v)) {
            return Err("not done");
        }
        // "ambassadors to India, Laos, Egypt and France sent": the end of a longer list.
        let cut = |s: usize| {
            let member = |n: &Np| n.kind == NpKind::Actor && n.actors.iter().all(|a| a.kind == ActorKind::Country);
            s >= 2 && matches!(self.c[s - 1].chunk, Chunk::Comma) && self.np(s - 2).is_some_and(member)
        };
        if rule.kind == ExchangeType::Message && light_before.and_then(|(g, _)| self.subject(g, 0).filter(|s| *s < g)).is_some_and(cut) {
            return Err("the end of a longer list");
        }
        // "the final stop of the president's Asia trip": whose it is, and where, the trip tells.
        let journey = |n: &Np| n.event.as_ref().is_some_and(|e| e.pronoun || !e.possessor.is_empty());
        let whole = rule.kind == ExchangeType::Visit && self.prep(k + 1) == Some("of") && self.event_is(k + 2, ExchangeType::Visit);
        if whole && self.np(k + 2).is_some_and(journey) {
            return Err("a part of another journey");
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
        Ok(())
    }

    /// "dialogue in general", "an international meeting": no meeting of two.
    pub(super) fn no_meeting(&self, site: &Site) -> Why {
        let &Site { k, e, rule, np, before, preposition, verb_before, verb_after, light_before, .. } = site;
        let says = |words: &[&str]| self.says(site, words);
        // "an international meeting on climate change": of many.
        let many = rule.kind == ExchangeType::Meeting && says(&["international", "world", "global", "multilateral"])
            || rule.kind == ExchangeType::Exercise && says(&["multilateral"]);
        if matches!(rule.kind, ExchangeType::Meeting | ExchangeType::Exercise)
            && (many || says(&["five", "six", "seven", "eight"]) && says(&["party", "nation", "way"]))
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
        Ok(())
    }

    /// "no meeting between X and Y is planned": a denial.
    pub(super) fn denied_outright(&self, site: &Site) -> bool {
        let &Site { rule, np, verb_after, .. } = site;
        self.r.word(np.start).as_deref() == Some("no")
            && matches!(rule.kind, ExchangeType::Meeting | ExchangeType::Visit | ExchangeType::Call)
            && verb_after.is_some_and(|(_, v)| {
                v.passive && (self.light(v, rule) || matches!(v.governs, Governs::Plan | Governs::Do))
                    || self.verb_is(v, &["take", "occur", "happen"])
            })
    }

    /// "any agreement", "the inter-Korean dialogue": none in particular, or a name.
    pub(super) fn none_in_particular(&self, site: &Site) -> Why {
        let &Site { k, e, rule, np, before, nominal, preposition, verb_before, verb_after, light_before, light_after, .. } = site;
        let _all = &site.all;
        // "any agreement", "before any talks": none in particular, unless it is refused.
        let refused = verb_before.is_some_and(|(g, v)| {
            v.negated || matches!(v.governs, Governs::Deny | Governs::Cancel) || self.mode(g).status == Status::Denied
        });
        let refused = refused || self.denied_outright(site);
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
        // "After the conclusion of the agreement the two countries have grown closer": a treaty that is talked of, and no signing.
        let of = k >= 3 && self.prep(k - 1) == Some("of") && self.np(k - 2).is_some_and(|n| self.r.is(n.end - 1, Closed::LightNoun));
        let long_since = of && matches!(self.prep(k - 3), Some("after" | "since"));
        let nobody = e.possessor.is_empty() && e.adjectives.is_empty();
        let nobody = nobody && !site.all.preps.iter().any(|(s, _)| matches!(self.r.lx.text(*s), "between" | "with" | "by"));
        let treaty = matches!(rule.kind, ExchangeType::Agreement | ExchangeType::Accreditation);
        if treaty && long_since && nobody && site.all.dates.is_empty() {
            return Err("a treaty that is talked of");
        }
        // "are still a long way from talks", "far from a meeting"
        let far = |t: usize| matches!(self.r.word(t).as_deref(), Some("way" | "far" | "away"));
        if rule.kind == ExchangeType::Meeting && k > 0 && self.prep(k - 1) == Some("from") && far(self.c[k - 1].start.saturating_sub(1)) {
            return Err("not yet, by far");
        }
        // "Syria and Iran may be included in talks": with others than one another.
        let included = |g: usize| self.vg(g).is_some_and(|v| v.passive && self.verb_is(v, &["include", "involve"]));
        if rule.kind == ExchangeType::Meeting && k > 1 && self.prep(k - 1) == Some("in") && included(k - 2) {
            return Err("who takes part, and with whom not");
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
            && site.all.dates.is_empty()
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
        Ok(())
    }

    /// "talks are at an impasse", "an obstacle to aid": does anything say that it was done?
    pub(super) fn carried(&self, site: &Site) -> Why {
        let &Site { rule, nominal, anniversaries, verb_before, verb_after, light_before, light_after, .. } = site;
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
        // "protests over the U.S. decision to sell arms": what another speaks of.
        let spoken_of = |(g, v): (usize, &Vg)| {
            let decision = g >= 2 && self.np(g - 1).is_some_and(|n| self.r.word(n.end - 1).is_some_and(|w| WILL.contains(&&*w)));
            // "the U.S. decision": whose it is may be a phrase of its own.
            let topic = (2..=3).any(|n| g >= n && matches!(self.prep(g - n), Some("over" | "about" | "against" | "at")));
            v.tense == Tense::Infinitive && decision && topic
        };
        if rule.kind == ExchangeType::Transfer && verb_before.is_some_and(spoken_of) {
            return Err("a decision that is only spoken of");
        }
        // "keeps selling arms", "continues to sell arms": a trade, and no one delivery.
        let trade = |(g, v): (usize, &Vg)| {
            let goes_on = || self.governor(g).and_then(|h| self.vg(h)).is_some_and(|h| h.governs == Governs::Begin);
            self.verb_is(v, &["sell"]) && (v.tense == Tense::Ing || v.tense == Tense::Infinitive && goes_on())
        };
        if verb_before.is_some_and(trade) {
            return Err("a trade in general");
        }
        if rule.must_light
            && light_before.is_none()
            && site.clause_of.is_none()
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
        Ok(())
    }

    /// "efforts to reach a deal are discussed", "the refugees on their way": of no officials, or of no deed.
    pub(super) fn of_officials(&self, site: &Site) -> Why {
        let &Site { k, e, rule, np, preposition, light_before, .. } = site;
        let all = &site.all;
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
        Ok(())
    }
}
