//! Whether what a noun names has happened, will, or is only spoken of.

use super::*;
use crate::annotate::dates::Direction;
use crate::annotate::{Chunk, Tense, Vg};
use crate::extract::trace::Why;
use crate::lexicon::{Closed, Governs};
use crate::model::{ExchangeType, Status};

impl Clause<'_, '_> {
    /// What the verbs and phrases around the noun say of it.
    pub(super) fn told_as(&self, site: &mut Site) -> Result<Mode, &'static str> {
        let &mut Site { k, e, rule, before, measured, preposition, verb_before, verb_after, relative, light_before, .. } = site;
        let _says = |words: &[&str]| self.says(site, words);
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
        if self.denied_outright(site) {
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
        site.denier = (claim || report)
            .then(|| self.governor(before - 1))
            .flatten()
            .filter(|g| self.vg(*g).is_some_and(|v| v.governs == Governs::Deny && !v.negated));
        if site.denier.is_some() {
            mode = Mode { status: Status::Denied, direction: Direction::Past, news: false };
        } else if claim && matches!(mode.status, Status::Occurred | Status::Ongoing) {
            mode = Mode { status: Status::Alleged, direction: Direction::Past, news: false };
        }
        // "have not held talks for three years"
        if light_before.is_some_and(|(g, _)| self.absent_for(g)) {
            return Err("said not to have happened since");
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
        Ok(mode)
    }

    /// What the words beside the noun say: "the recent talks", "his planned visit".
    pub(super) fn told_by_its_words(&self, site: &Site, mut mode: Mode) -> Mode {
        let &Site { k, e, rule, np, before, called_off, nominal, preposition, verb_before, verb_after, light_before, .. } = site;
        let says = |words: &[&str]| self.says(site, words);
        let all = &site.all;
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
        mode
    }

    /// "talks on reaching a deal", "left without signing a deal": spoken of, not done.
    pub(super) fn only_spoken_of(&self, site: &Site, mode: Mode) -> Why {
        let &Site { e, rule, verb_before, verb_after, light_before, .. } = site;
        let all = &site.all;
        let participle = |v: &Vg| v.tense == Tense::Past && !v.passive && (v.end == v.start + 1 || self.being(v));
        // "The agreement reached between X and Y is in the interest of both": spoken of, and not told.
        let spoken_of_it = verb_after
            .is_some_and(|(g, v)| participle(v) && self.verb_is(v, &["reach"]) && matches!(self.prep(g + 1), Some("between" | "by")));
        if rule.kind == ExchangeType::Agreement && e.definite && spoken_of_it && all.dates.is_empty() && verb_before.is_none() {
            return Err("an agreement that is only spoken of");
        }
        if rule.kind == ExchangeType::Agreement && mode.status == Status::Denied {
            return Err("nothing was signed");
        }
        // "discuss the issue of talks between the two presidents": nobody says that they are held.
        let k = site.k;
        let matter = |n: &crate::annotate::Np| {
            matches!(
                self.r.word(n.end - 1).as_deref(),
                Some("issue" | "matter" | "question" | "topic" | "subject" | "possibility" | "prospect")
            )
        };
        let discussed = rule.kind == ExchangeType::Meeting
            && k >= 3
            && self.prep(k - 1) == Some("of")
            && self.np(k - 2).is_some_and(matter)
            && self.vg(k - 3).is_some_and(|v| self.verb_is(v, &["discuss", "raise", "address", "consider", "review", "mention"]));
        if discussed && light_before.is_none() && all.dates.is_empty() {
            return Err("a matter that is discussed");
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
        Ok(())
    }

    /// "threatens to stop aid": what is not called off yet stands.
    pub(super) fn only_threatened(&self, site: &Site, mut mode: Mode) -> Result<Mode, &'static str> {
        let &Site { e, verb_before, .. } = site;
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
        // "demands that X cancel its plan to send arms"
        let planned = |(g, v): (usize, &Vg)| {
            v.tense == Tense::Infinitive && self.governor(g).and_then(|h| Some((h, self.vg(h)?))).is_some_and(threat)
        };
        if mode.status == Status::Cancelled && verb_before.is_some_and(|x| threat(x) || planned(x)) {
            match e.status {
                None => return Err("only a threat to call it off"),
                // "may cancel his scheduled meeting": so far it stands; "asks his minister to cancel it" is an order.
                Some(st) if verb_before.is_some_and(|(_, v)| matches!(v.tense, Tense::Possible | Tense::Present)) => {
                    mode = Mode { status: st, direction: Direction::Future, news: false };
                }
                _ => {}
            }
        }
        Ok(mode)
    }
}
