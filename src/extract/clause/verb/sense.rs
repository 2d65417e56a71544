//! Verbs that tell of no exchange, or of one that other words tell.

use super::*;
use crate::annotate::{Chunk, Np, NpKind, Tense};
use crate::extract::trace::Why;
use crate::lexicon::{Rule, Slot};
use crate::model::ExchangeType;

impl Clause<'_, '_> {
    /// "appoints X as ambassador", "is in Manila for a meeting": do the words follow that the rule needs?
    pub(super) fn with_its_words(&self, deed: &Deed) -> Why {
        let &Deed { k, v, rule, passive, object, grammatical, .. } = deed;
        let phrases = &deed.phrases;
        if !rule.needs_word.is_empty() {
            let tail = self.r.slice(self.c[k].start, self.r.end).to_lowercase();
            // "will be in Amman on Friday": a day ahead says that he goes there.
            let ahead = v.copula && v.tense == Tense::Future && rule.place_target && !phrases.dates.is_empty();
            // "was in Amman on Friday", "is in Amman today": so does a day that is past, or this one.
            let day = |e: &DateExpr| {
                use DateExpr::{Day, Days, Month, Same, Weekday, Weekend, Weeks};
                matches!(e, Day { .. } | Weekday { .. } | Days(_) | Weeks(_) | Weekend | Same(_))
                    || matches!(e, Month { .. }) && v.tense == Tense::Past
            };
            let been = v.copula
                && matches!(v.tense, Tense::Past | Tense::Present)
                && v.end == v.start + 1
                && !v.negated
                && rule.place_target
                && self.prep(k + 1) == Some("in");
            // "has been in Amman"
            let there = self.prep(k + 1) == Some("in") || phrases.here;
            let had = v.copula && !v.negated && v.end == v.start + 2 && self.r.word(v.start).as_deref() == Some("had");
            // "had been in Lima three weeks before"
            let earlier = || ["before", "earlier"].iter().any(|w| self.r.word(self.r.end.saturating_sub(2)).as_deref() == Some(w));
            let lately = rule.place_target && there && (self.has_been(v) || had && (!phrases.dates.is_empty() || earlier()));
            // "On Friday, X was in Amman"
            let in_front = || self.dates_before(k).is_some_and(|(j, e)| j <= 1 && day(&e));
            let ahead = ahead || lately || been && (phrases.dates.iter().any(|d| day(&d.1)) || in_front());
            // "is in Cairo to seek help"
            let aim = v.copula
                && rule.place_target
                && self.vg(phrases.end).is_some_and(|x| x.tense == Tense::Infinitive)
                && grammatical.and_then(|s| self.np(s)).is_some_and(|n| n.kind == NpKind::Actor);
            // "is in Manila for a ministerial meeting"
            let event = |j: usize| self.event_is(j, ExchangeType::Meeting) || self.event_is(j, ExchangeType::Visit);
            let aim = aim || v.copula && rule.place_target && self.slot_prep(phrases, "for").is_some_and(event);
            // "is due in Lima on Friday"
            let due = v.copula && rule.place_target && !v.negated && self.r.word(v.end).as_deref() == Some("due");
            if !ahead && !aim && !due && !rule.needs_word.iter().any(|w| said(&tail, w)) {
                return Err("the words that the rule needs do not follow");
            }
            // "nominates X, its ambassador to Y, as minister": the office is behind "as".
            let other = |j: usize| {
                let office = self.np(j).map(|n| self.r.slice(n.start, n.end).to_lowercase()).unwrap_or_default();
                !rule.needs_word.iter().any(|w| office.contains(w.as_str()))
            };
            // "nominates the ambassador to X to be envoy to Y": and not the post that he has.
            let to_be =
                (k + 1..self.c.len()).find(|j| self.vg(*j).is_some_and(|v| v.copula && self.r.word(v.start).as_deref() == Some("to")));
            let posted = |j: usize| self.np(j + 1).is_some_and(|_| self.post_of(j + 1).is_some());
            if rule.kind == ExchangeType::Accreditation && to_be.is_some_and(|j| !posted(j)) {
                return Err("appointed to another office");
            }
            // "nominates X, its ambassador to Y, as his nominee for minister": behind the apposition too.
            let aside = (k + 2..self.c.len()).find(|j| self.prep(*j) == Some("as") && matches!(self.c[j - 1].chunk, Chunk::Comma));
            let as_what = self.slot_prep(phrases, "as").or(aside.map(|j| j + 1));
            if rule.kind == ExchangeType::Accreditation && as_what.is_some_and(other) {
                return Err("appointed to another office");
            }
            // "nominates Ambassador to Canada X to be the new ambassador to the UN"
            let becomes = |j: &usize| matches!(self.vg(*j), Some(v) if v.copula && v.tense == Tense::Infinitive);
            if rule.kind == ExchangeType::Accreditation
                && !passive
                && (k + 1..self.c.len()).take(8).any(|j| becomes(&j))
                && object.and_then(|o| self.np(o)).is_some_and(|n| n.actors.iter().any(|a| a.office.is_some()))
            {
                return Err("an ambassador who becomes something else");
            }
        }
        Ok(())
    }

    /// "meets in the final", "heads the delegation", "to discuss": the verb means something else.
    pub(super) fn in_its_sense(&self, deed: &Deed) -> Why {
        let &Deed { k, v, rule, passive, obj_here, grammatical, .. } = deed;
        // "sent a message to X, congratulating him": the message tells it.
        let wrote = |j: usize| self.event_is(j, ExchangeType::Message) && j > 0 && self.vg(j - 1).is_some_and(Self::finite);
        if rule.id == "congratulate" && v.tense == Tense::Ing && (0..k).any(wrote) && matches!(self.c[k - 1].chunk, Chunk::Comma) {
            return Err("the message tells it");
        }
        // "the Peruvian team meets the Chilean team": a match.
        let team = |j: usize| {
            self.np(j)
                .is_some_and(|n| (n.start..n.end).any(|t| matches!(self.r.word(t).as_deref(), Some("team" | "teams" | "squad" | "xi"))))
        };
        if rule.kind == ExchangeType::Meeting && self.verb_is(v, &["meet"]) && grammatical.is_some_and(team) && obj_here.is_some_and(team) {
            return Err("a match");
        }
        if rule.kind == ExchangeType::Meeting
            && self.r.slice(self.c[k].start, self.r.end.min(self.c[k].start + 14)).to_lowercase().contains("phone")
        {
            return Err("told as a call");
        }
        // "spoke for two hours by secure video link"
        if rule.kind == ExchangeType::Meeting && !rule.of_a_call.is_empty() && !rule.topic && self.behind_a_screen(k) {
            return Err("told as a call");
        }
        // "held talks on Monday to discuss": what the talks were for.
        let where_when = |j: usize| {
            let at = |p: Option<&str>| matches!(p, Some("on" | "in" | "at"));
            let place = j > 0 && at(self.prep(j - 1)) && self.np(j).is_some_and(|n| n.event.is_none());
            matches!(self.c[j].chunk, Chunk::Date(_) | Chunk::Adverb(_)) || at(self.prep(j)) || place
        };
        let timed = (0..k).rev().find(|&j| !where_when(j));
        let talks = |j: usize| self.event_is(j, ExchangeType::Meeting) || self.event_is(j, ExchangeType::Call);
        // "met in Peru on Friday to discuss trade", "met X on Friday to discuss trade"
        let meets = |j: usize| {
            let told = |r: &Rule| matches!(r.kind, ExchangeType::Meeting | ExchangeType::Call) && !r.topic;
            self.vg(j).is_some_and(|v| self.rules_of(v).any(told))
        };
        let for_it = || timed.is_some_and(|j| talks(j) || meets(j)) || self.governor(k).is_some_and(meets);
        if rule.topic && v.tense == Tense::Infinitive && for_it() {
            return Err("what the talks are for");
        }
        // "seek a meeting of the Security Council to discuss": it discusses.
        // "an agreement on exchanging views"
        if rule.topic && rule.kind == ExchangeType::Meeting && v.tense == Tense::Ing && k > 0 && self.prep(k - 1).is_some() {
            return Err("what somebody agrees on or aims at");
        }
        if rule.topic && v.tense == Tense::Infinitive {
            let from = self.governor(k).map_or(0, |g| self.c[g].end);
            if self.r.names_organisation(from, self.c[k].start) {
                return Err("an organisation of states talks");
            }
        }
        // "met no American officials", "saw no ministers"
        let nobody = |o: usize| self.np(o).is_some_and(|n| self.r.word(n.start).as_deref() == Some("no"));
        if self.yet_to(v) || !passive && obj_here.is_some_and(nobody) {
            return Err("not done");
        }
        // "warnings against travelling to X"
        if self.undone(k) {
            return Err("not done");
        }
        // "to return their relatives to X": somebody else would come.
        if rule.place_target && !rule.target.contains(&Slot::Object) && !passive && self.verb_is(v, &["return"]) && obj_here.is_some() {
            return Err("somebody or something is returned");
        }
        // "heads the delegation": nobody goes anywhere.
        let led = rule.needs_word.is_empty() && obj_here.is_some();
        if rule.place_target && !rule.target.contains(&Slot::Object) && self.verb_is(v, &["head"]) && led {
            return Err("it is led, and not left for");
        }
        Ok(())
    }

    /// "photos of X visiting Y", "has visited four times": no exchange is told, or not by the verb.
    pub(super) fn told_here(&self, deed: &Deed) -> Why {
        let &Deed { k, v, rule, .. } = deed;
        let phrases = &deed.phrases;
        // "told visiting U.S. House Speaker X": the guest's word.
        let addresses = |g: usize| {
            self.vg(g).is_some_and(|g| {
                Self::finite(g)
                    && self.verb_is(g, &["tell", "meet", "receive", "host", "greet", "urge", "inform", "brief", "assure", "ask", "welcome"])
            })
        };
        if rule.kind == ExchangeType::Visit && v.tense == Tense::Ing && v.end == v.start + 1 && k.checked_sub(1).is_some_and(addresses) {
            return Err("a guest's word, and no verb");
        }
        // "called the minister to greet him and discuss trade": what the call was for.
        let calls = |g: &usize| {
            let call = |r: &Rule| r.kind == ExchangeType::Call && r.plain_object;
            self.vg(*g).is_some_and(|v| Self::finite(v) && !v.passive && self.rules_of(v).any(call))
        };
        let aim = |g: &usize| self.vg(*g).is_some_and(|v| v.tense == Tense::Infinitive);
        let governor = self.governor(k).filter(|_| rule.kind == ExchangeType::Meeting && !Self::finite(v) || rule.topic);
        if governor.is_some_and(|g| calls(&g) && v.tense == Tense::Infinitive || aim(&g) && self.governor(g).is_some_and(|h| calls(&h))) {
            return Err("what the call is for");
        }
        // "photos of X visiting Y"
        if self.pictured(k) {
            return Err("only a picture of it");
        }
        // "deploys jets to take part in a war in Peru": what is deployed visits nobody.
        let deployed = |g: usize| self.vg(g).is_some_and(|v| self.verb_is(v, &["deploy"]));
        if self.verb_is(v, &["attend", "participate", "take part"])
            && v.tense == Tense::Infinitive
            && self.governor(k).is_some_and(deployed)
        {
            return Err("a deployment, no journey");
        }
        let last = || self.most_recently(k).is_some();
        if self.habitual(k) && !last() {
            return Err("a habit, not one exchange");
        }
        // "was asked whether he would visit Peru"
        let opener = (0..k).rev().find(|j| self.np(*j).is_none());
        let whether = opener.filter(|j| matches!(self.prep(*j), Some("whether" | "if")));
        let asks = |v: &Vg| Self::finite(v) && self.verb_is(v, &["ask"]);
        if whether.and_then(|j| (0..j).rev().find_map(|g| self.vg(g))).is_some_and(asks) && v.tense == Tense::Possible {
            return Err("only asked");
        }
        if self.inverted_denial(k) || self.absent_for(k) {
            return Err("said not to have happened since");
        }
        // "A ceremony to welcome X took place": whose, is not said.
        let nobody = |n: &Np| n.actors.is_empty() && n.places.is_empty();
        if rule.kind == ExchangeType::Visit
            && v.tense == Tense::Infinitive
            && rule.target.contains(&Slot::Subject)
            && self.governor(k).is_none()
            && k.checked_sub(1).and_then(|s| self.np(s)).is_some_and(nobody)
        {
            return Err("who is host, is not said");
        }
        // "a meeting was held to congratulate X": it told him nothing.
        if rule.kind == ExchangeType::Message
            && v.tense == Tense::Infinitive
            && self.subject(k, 0).and_then(|s| self.np(s)).is_some_and(|n| n.kind == NpKind::Event)
        {
            return Err("an event tells nobody anything");
        }
        // "No Peruvian president has set foot in Chile"
        let none = |s: usize| self.np(s).is_some_and(|n| self.r.word(n.start).as_deref() == Some("no"));
        if matches!(v.tense, Tense::Past | Tense::Perfect | Tense::Present) && deed.subject.is_some_and(none) {
            return Err("nobody did");
        }
        // "stopped short of", "stopped the deal in": only "stops in" is a stay.
        let right_behind = || self.prep(k + 1).is_some_and(|p| rule.target.contains(&Slot::Preposition(p.into())));
        if rule.close && !right_behind() {
            return Err("no stay");
        }
        // "returned from a trip to Panama" goes home.
        if rule.without.iter().any(|p| self.slot_prep(phrases, p).is_some()) {
            return Err("the end of a journey");
        }
        // "has visited China four times": a count.
        let counts = rule.kind == ExchangeType::Visit || rule.kind == ExchangeType::Meeting && v.tense == Tense::Perfect;
        if counts && self.repeated(k) && !last() {
            return Err("a count of times, not one exchange");
        }
        // "addressed the parliament by video link": nobody travelled.
        if rule.kind == ExchangeType::Visit && self.remote() {
            return Err("done from afar: nobody travelled");
        }
        if rule.plain_object && !(rule.by_country && deed.passive) && !self.stands_alone(k, rule.kind == ExchangeType::Call) {
            return Err("what stands behind the object makes it another sense");
        }
        Ok(())
    }
}
