//! Whether what a trigger tells has happened, is planned, only spoken of.

mod of_noun;
mod of_verb;

use super::*;
use crate::annotate::dates::{DateExpr, Direction, Shift};
use crate::annotate::{ActorKind, Chunk, Event, Np, NpKind, Tense, Vg};
use crate::extract::discourse::Resolved;
use crate::lexicon::{Closed, Form, Governs, Phase, Rule};
use crate::model::{ExchangeType, Mention, Status, When};

impl Clause<'_, '_> {
    /// "against travelling to X", "without signing a deal".
    pub(super) fn undone(&self, k: usize) -> bool {
        self.vg(k).is_some_and(|v| v.tense == Tense::Ing)
            && matches!(k.checked_sub(1).and_then(|p| self.prep(p)), Some("against" | "without" | "instead of" | "rather than"))
            || self.kept_from(k)
    }

    /// "a ban on all airlines from flying to Peru", "barred from visiting Peru": kept from it.
    fn kept_from(&self, k: usize) -> bool {
        let Some(v) = self.vg(k).filter(|v| v.tense == Tense::Ing && v.end == v.start + 1) else { return false };
        let from = k.checked_sub(1).is_some_and(|p| self.prep(p) == Some("from"));
        let denied = || (0..k).any(|g| self.vg(g).is_some_and(|v| matches!(v.governs, Governs::Deny | Governs::Cancel)));
        from && self.travels(v) && k >= 2 && self.np(k - 2).is_some() && !denied()
    }

    /// "has yet to name an ambassador"
    pub(super) fn yet_to(&self, v: &Vg) -> bool {
        (v.start..v.end).any(|t| self.r.word(t).as_deref() == Some("yet") && self.r.word(t + 1).as_deref() == Some("to"))
    }

    /// Does the sentence speak of a telephone?
    pub(in crate::extract) fn on_the_phone(&self) -> bool {
        (self.r.begin..self.r.end).any(|t| self.r.word(t).is_some_and(|w| matches!(&*w, "phone" | "telephone" | "telephonic")))
    }

    /// "to prepare for the summit": where and when is the summit's own to say.
    pub(in crate::extract) fn prepares(&self, k: usize) -> bool {
        self.vg(k).is_some_and(|v| self.verb_is(v, &["prepare"])) && self.prep(k + 1) == Some("for")
    }

    /// "photos of X visiting Y", "of X having talks".
    pub(super) fn pictured(&self, k: usize) -> bool {
        k >= 3
            && self.vg(k).is_some_and(|v| v.tense == Tense::Ing)
            && self.np(k - 1).is_some()
            && self.prep(k - 2) == Some("of")
            && self.np(k - 3).is_some_and(|n| self.r.is(n.end - 1, Closed::PictureNoun))
    }

    /// "Not since 2009 has a president visited": what opens the sentence denies it.
    pub(super) fn inverted_denial(&self, k: usize) -> bool {
        let opens = match self.r.word(self.r.begin).as_deref() {
            Some("never" | "rarely" | "seldom" | "hardly" | "scarcely") => true,
            Some("not") => matches!(self.r.word(self.r.begin + 1).as_deref(), Some("since" | "once" | "for")),
            _ => false,
        };
        let auxiliary = |v: &Vg| {
            v.end == v.start + 1 && matches!(self.r.word(v.start).as_deref(), Some("has" | "have" | "had" | "did" | "was" | "were"))
        };
        opens && k >= 2 && self.np(k - 1).is_some() && self.vg(k - 2).is_some_and(auxiliary)
    }

    /// "had not met in a decade", "has not been to Peru since 2015": how long they have not, and no refusal.
    pub(in crate::extract::clause) fn absent_for(&self, k: usize) -> bool {
        let Some(v) = self.vg(k) else { return false };
        if !v.negated || !matches!(self.r.word(v.start).as_deref(), Some("has" | "have" | "had" | "hasnt" | "havent" | "hadnt")) {
            return false;
        }
        let long = |w: &str| matches!(w, "years" | "year" | "months" | "decade" | "decades" | "weeks" | "century");
        let clause = (v.end..self.r.end).take_while(|t| !matches!(self.r.word(*t).as_deref(), Some("but" | "because")));
        clause.take(16).any(|t| match self.r.word(t).as_deref() {
            Some("since") => true,
            Some("in" | "for") => (t + 2..(t + 7).min(self.r.end)).any(|u| self.r.word(u).is_some_and(|w| long(&w))),
            _ => false,
        })
    }

    /// "recently visited", "visited X recently".
    pub(super) fn lately(&self, k: usize) -> bool {
        let v = &self.c[k];
        let says = |t: usize| matches!(self.r.word(t).as_deref(), Some("recently" | "lately" | "previously"));
        let adverb = |j: usize| matches!(self.c[j].chunk, Chunk::Adverb(_)) && says(self.c[j].start);
        let ends =
            |j: &usize| !matches!(self.c[*j].chunk, Chunk::Vg(_) | Chunk::Break | Chunk::Comma | Chunk::That | Chunk::Rel | Chunk::Sub(_));
        let behind = || (k + 1..self.c.len()).take_while(ends).take(5).any(adverb);
        // "Recently Peru and Chile signed"
        let opens = || adverb(0) && (1..k).all(|j| ends(&j) || matches!(self.c[j].chunk, Chunk::Comma));
        // "told them recently when he visited Peru"
        let when = || k >= 3 && matches!(self.c[k - 2].chunk, Chunk::Sub(s) if self.r.lx.text(s) == "when") && adverb(k - 3);
        v.start > self.r.begin && says(v.start - 1) || (v.start..v.end).any(says) || behind() || opens() || when()
    }

    /// "denounced X for staging", "sanctions on X for supplying": who is blamed did it, at some other time.
    pub(super) fn blamed_for(&self, k: usize) -> bool {
        k >= 3
            && self.prep(k - 1) == Some("for")
            && self.np(k - 2).is_some_and(|n| n.kind == NpKind::Actor)
            && (matches!(self.prep(k - 3), Some("on" | "against"))
                || self.vg(k - 3).is_some_and(|v| !v.passive && self.verb_is(v, &JUDGES) || self.verb_is(v, &["sanction"])))
            // "sanctions 20 companies for providing arms": they, who are no state's.
            || k >= 3
                && self.prep(k - 1) == Some("for")
                && self.vg(k).is_some_and(|v| v.tense == Tense::Ing)
                && (0..k - 1).rev().find_map(|j| self.vg(j)).is_some_and(|v| !v.passive && self.verb_is(v, &["sanction"]))
    }

    /// "no interest in meeting", "no interest in a meeting": what stands at `k` is not wanted.
    pub(super) fn unwanted(&self, k: usize) -> bool {
        let none = |n: &Np| {
            let has = |list: &[&str]| (n.start..n.end).any(|t| self.r.word(t).is_some_and(|w| list.contains(&&*w)));
            has(&["no", "little"]) && has(&["interest", "intention", "intentions", "desire", "reason", "point"])
        };
        // "There is no arrangement yet on a meeting", "no plans for a meeting"
        let unsettled = |n: &Np| {
            self.r.word(n.start).as_deref() == Some("no")
                && (n.start..n.end).any(|t| {
                    matches!(self.r.word(t).as_deref(), Some("arrangement" | "arrangements" | "plan" | "plans" | "decision" | "agreement"))
                })
        };
        let noun = |j: usize| if matches!(self.c[j].chunk, Chunk::Adverb(_) | Chunk::But) && j > 0 { j - 1 } else { j };
        let settled = k >= 3 && matches!(self.prep(k - 1), Some("on" | "about" | "for")) && self.np(noun(k - 2)).is_some_and(unsettled);
        settled || k >= 2 && matches!(self.prep(k - 1), Some("in" | "for" | "of")) && self.np(k - 2).is_some_and(none)
    }

    /// Status of the verb group at `k`, with the verbs that govern it.
    /// "a ceremony to welcome the guests": does the infinitive at `k` say what it is for?
    pub(super) fn of_a_ceremony(&self, k: usize) -> bool {
        let before = k.checked_sub(1).and_then(|j| self.np(j));
        before.is_some_and(|n| self.r.word(n.end - 1).as_deref() == Some("ceremony"))
    }

    /// Is `k` the verb of a phrase that opens the sentence, whose main verb tells of what is to come?
    fn opens_with_what_is_ahead(&self, k: usize) -> bool {
        let first = !(0..k).any(|j| self.vg(j).is_some() || matches!(self.c[j].chunk, Chunk::Break | Chunk::Comma));
        let main = (k + 1..self.c.len()).find_map(|j| self.vg(j).filter(|v| Self::finite(v)));
        first && main.is_some_and(|v| v.tense == Tense::Future)
    }

    /// Does the passive infinitive at `k` say of the event before it when and where it will be?
    fn to_be_done(&self, k: usize) -> bool {
        let told = |j: &usize| self.np(*j).is_some_and(|n| n.event.is_some());
        let nominal = |j: &usize| matches!(self.c[*j].chunk, Chunk::Np(_) | Chunk::Prep(_) | Chunk::And);
        let holds = self.vg(k).is_some_and(|v| self.verb_is(v, &["hold", "sign", "conduct", "stage", "convene", "host"]));
        holds && (0..k).rev().take_while(nominal).take(7).any(|j| told(&j))
    }

    /// "After their talks at noon, X will sign": the main clause behind the phrase that opens the sentence is in the future.
    fn frames_what_is_ahead(&self, k: usize) -> bool {
        // "are planning to adopt a statement after their talks"
        let planned = self.governor(k).filter(|g| self.vg(*g).is_some_and(|v| v.tense == Tense::Infinitive));
        let plans = planned.and_then(|g| self.governor(g)).and_then(|p| self.vg(p));
        if plans.is_some_and(|p| p.governs == Governs::Plan && !p.negated && p.tense != Tense::Past && !self.verb_is(p, &["agree"])) {
            return true;
        }
        let opens = (0..k).all(|j| self.vg(j).is_none()) && k <= 3;
        let main = (k + 1..self.c.len()).find_map(|j| self.vg(j).filter(|v| Self::finite(v)));
        opens && main.is_some_and(|v| v.tense == Tense::Future && !v.negated)
    }

    /// "will meet X on Thursday after talks with Y on Wednesday": the day of the talks says whether they are ahead.
    pub(super) fn on_the_way_to_what_is_ahead(&self, k: usize) -> bool {
        let clause = |j: &usize| !matches!(self.c[*j].chunk, Chunk::Break | Chunk::That | Chunk::Rel);
        let main = (0..k).rev().take_while(clause).find_map(|j| self.vg(j).map(|v| (j, v)));
        let ahead = main.is_some_and(|(g, v)| !v.negated && v.tense != Tense::Ing && self.mode(g).status == Status::Planned);
        // "after hosting X on Wednesday": behind whom he hosts.
        let from = self.vg(k).and_then(|_| self.object(k)).unwrap_or(k) + 1;
        ahead && self.phrases(from).dates.iter().any(|d| matches!(d.1, DateExpr::Weekday { shift: Shift::Plain, .. }))
    }

    /// The days of an expression, from the article's.
    pub(super) fn on_the_calendar(&self, e: DateExpr, way: Direction) -> Option<When> {
        crate::annotate::dates::resolve(e, self.d.article.date, way, None)
    }

    /// Is a day told among the chunks from `a` to `b` that is past for three days or more, or a week or month that is gone?
    pub(super) fn days_ago(&self, a: usize, b: usize) -> bool {
        use DateExpr::{Day, Days, Month, Months, Weekday, Weeks, Year, Years};
        let main = (0..b).rev().find_map(|j| self.vg(j)).is_some_and(|v| matches!(v.tense, Tense::Past | Tense::Perfect));
        main && self.c[a..b].iter().any(|s| match s.chunk {
            Chunk::Date(Weeks(..=-1) | Months(..=-1) | Years(..=-1) | Month { .. } | Year(_)) => true,
            Chunk::Date(e @ (Day { .. } | Weekday { .. } | Days(_))) => {
                self.on_the_calendar(e, Direction::Past).is_some_and(|w| (self.d.article.date - w.start).get_days() >= 3)
            }
            _ => false,
        })
    }

    /// "meets X on July 16", told on an earlier day.
    fn dated_ahead(&self, g: usize) -> bool {
        let to_come = |e: DateExpr| self.on_the_calendar(e, self.mode(g).direction).is_some_and(|w| w.start > self.d.article.date);
        self.vg(g).is_some_and(|v| Self::finite(v) && !v.negated)
            && self.date_of(g, &self.phrases(self.object(g).unwrap_or(g) + 1)).is_some_and(to_come)
    }

    /// "will fly to Peru after a trip to Chile": the journey is ahead, and what comes before it on the way.
    fn follows_a_journey(&self, k: usize) -> bool {
        let own = self.event_is(k, ExchangeType::Visit) && self.np(k).is_some_and(|n| self.r.is(n.start, Closed::Possessive));
        let indefinite =
            own || self.np(k).is_some_and(|n| matches!(self.r.word(n.start).as_deref(), Some("a" | "an" | "talks" | "stops" | "visits")));
        let Some(g) = (0..k).rev().take_while(|j| !matches!(self.c[*j].chunk, Chunk::Break)).find(|j| self.vg(*j).is_some()) else {
            return false;
        };
        let goes = |v: &Vg| {
            !v.negated && !v.passive && (self.travels(v) || self.verb_is(v, &["stop", "head", "return"])) && !self.verb_is(v, &["take"])
        };
        let ahead = |v: &Vg| {
            v.tense == Tense::Future && self.r.is(v.start, Closed::Future)
                || v.tense == Tense::Infinitive && self.mode(g).status == Status::Planned
        };
        // "meets X on July 16, after a stop in Peru": on the way.
        let stop = self.np(k).is_some_and(|n| matches!(self.r.word(n.end - 1).as_deref(), Some("stop" | "stops" | "stopover" | "layover")));
        indefinite && (self.vg(g).is_some_and(|v| goes(v) && ahead(v)) || stop && self.dated_ahead(g))
    }

    /// "making him the third minister to visit Peru": the verb that says whether he does.
    pub(super) fn counted_guest(&self, k: usize) -> Option<usize> {
        let nth = |w: &str| matches!(w, "first" | "second" | "third" | "latest") || w.len() > 4 && w.ends_with("th");
        let ordinal = |n: &Np| (n.start..n.end).any(|t| self.r.word(t).is_some_and(|w| nth(&w)));
        // "became the first president in 80 years to visit Peru"
        let became = |g: &usize| self.vg(*g).is_some_and(|v| self.verb_is(v, &["become"]) && Self::finite(v) && !v.negated);
        let within = |j: &usize| matches!(self.c[*j].chunk, Chunk::Np(_) | Chunk::Prep(_) | Chunk::And);
        let main = (0..k).rev().find(|j| !within(j)).filter(became);
        if main.is_some_and(|g| self.np(g + 1).is_some_and(ordinal)) {
            return main;
        }
        let guest = k.checked_sub(1).filter(|j| self.np(*j).is_some_and(ordinal))?;
        let makes = (guest.saturating_sub(2)..guest).find(|j| self.vg(*j).is_some_and(|v| self.verb_is(v, &["make"])))?;
        self.vg(makes).filter(|v| v.tense == Tense::Ing)?;
        (0..makes).rev().find(|j| self.vg(*j).is_some_and(|v| !self.verb_is(v, &["make"])))
    }

    /// "had been scheduled to visit Peru, but stayed at home": what was to be done at `k` was not.
    fn was_to(&self, k: usize) -> bool {
        let planned = |g: usize| {
            self.vg(g).is_some_and(|v| {
                // "had planned to fly to Peru, but"
                let hopes = self.verb_is(v, &["plan", "hope", "intend", "want"]);
                (v.passive && v.governs == Governs::Plan || hopes)
                    && !v.negated
                    && v.tense == Tense::Perfect
                    && self.r.word(v.start).as_deref() == Some("had")
            })
        };
        self.vg(k).is_some_and(|v| v.tense == Tense::Infinitive)
            && k > 0
            && planned(k - 1)
            && (k + 1..self.c.len()).any(|j| matches!(self.c[j].chunk, Chunk::But))
    }

    /// "being staged by X"
    pub(in crate::extract) fn being(&self, v: &Vg) -> bool {
        self.r.word(v.start).as_deref() == Some("being")
    }

    /// "if X visits Y": the clause of `k` is a condition.
    fn supposed(&self, k: usize) -> bool {
        let clause =
            |j: &usize| !matches!(self.c[*j].chunk, Chunk::Break | Chunk::That | Chunk::Rel | Chunk::Comma) && self.vg(*j).is_none();
        let condition = |s: &str| matches!(s, "if" | "even if" | "only if" | "unless" | "in case" | "provided that" | "as long as");
        // "in case Peru, smaller than the others, concludes a treaty"
        let comma = |j: usize| matches!(self.c.get(j).map(|s| &s.chunk), Some(Chunk::Comma));
        let aside = (0..k).rev().find(|j| matches!(&self.c[*j].chunk, Chunk::Sub(s) if condition(self.r.lx.text(*s))));
        if aside
            .is_some_and(|s| self.np(s + 1).is_some() && comma(s + 2) && s + 3 < k && comma(k - 1) && (s..k).all(|j| self.vg(j).is_none()))
        {
            return true;
        }
        (0..k).rev().take_while(clause).any(|j| matches!(&self.c[j].chunk, Chunk::Sub(s) if condition(self.r.lx.text(*s))))
    }

    /// "when X visits Y" beside a main clause in the future.
    pub(super) fn in_time_clause_ahead(&self, k: usize) -> bool {
        let clause =
            |j: &usize| !matches!(self.c[*j].chunk, Chunk::Break | Chunk::That | Chunk::Rel | Chunk::Comma) && self.vg(*j).is_none();
        let sub = (0..k).rev().take_while(clause).find(|&j| {
            self.prep(j).is_some_and(|p| matches!(p, "when" | "once" | "as soon as" | "until") || sooner_or_later(p))
                && matches!(self.c[j].chunk, Chunk::Sub(_))
        });
        let Some(sub) = sub else { return false };
        // "the summit next month, when X visits Peru": then.
        let then = sub.checked_sub(1).filter(|j| matches!(self.c[*j].chunk, Chunk::Comma)).and_then(|j| self.c.get(j.checked_sub(1)?));
        let ahead = |e: &DateExpr| match e {
            DateExpr::Days(n) | DateExpr::Weeks(n) | DateExpr::Months(n) | DateExpr::Years(n) => *n > 0,
            DateExpr::Weekday { shift, .. } => *shift == Shift::Next,
            _ => false,
        };
        if self.prep(sub) == Some("when") && matches!(then.map(|s| &s.chunk), Some(Chunk::Date(e)) if ahead(e)) {
            return true;
        }
        let main = (0..sub).rev().chain(k + 1..self.c.len()).find_map(|j| self.vg(j).filter(|v| Self::finite(v)));
        main.is_some_and(|v| matches!(v.tense, Tense::Future | Tense::Possible) || v.governs == Governs::Plan && v.passive)
    }

    /// "protests broke out, days after X visited Y": the visit is not the day's news.
    pub(super) fn long_after(&self, k: usize) -> bool {
        let clause = |j: &usize| !matches!(self.c[*j].chunk, Chunk::Break | Chunk::That | Chunk::Rel) && self.vg(*j).is_none();
        let sub = (0..k).rev().take_while(clause).find_map(|j| match &self.c[j].chunk {
            Chunk::Sub(s) => Some((j, self.r.lx.text(*s))),
            _ => None,
        });
        sub.is_some_and(|(j, s)| {
            let before = self.c[j].start.checked_sub(1).filter(|t| *t >= self.r.begin).and_then(|t| self.r.word(t)).unwrap_or_default();
            let long = |w: &str| matches!(w.trim_end_matches('s'), "day" | "week" | "month" | "year" | "decade");
            s.strip_suffix(" after").is_some_and(|w| w.rsplit(' ').next().is_some_and(long)) || s == "after" && long(&before)
        })
    }

    /// "He then travelled to Peru": on a day after what was told before, and nobody says on which.
    pub(super) fn then(&self, k: usize) -> bool {
        let v = &self.c[k];
        let says = |t: usize| matches!(self.r.word(t).as_deref(), Some("then" | "subsequently"));
        let goes = self.vg(k).is_some_and(|v| self.travels(v));
        // "He goes on to Peru"
        let on = self.r.word(v.end).as_deref() == Some("on") && self.r.word(v.end + 1).as_deref() == Some("to");
        if self.n > 0 && on && self.vg(k).is_some_and(|v| self.verb_is(v, &["go", "travel", "fly"])) {
            return true;
        }
        goes && self.n > 0 && (v.start > self.r.begin && says(v.start - 1) || (v.start..v.end).any(says))
    }

    /// "From Riyadh the minister heads to Lima": when he is done there.
    pub(super) fn leaving_there(&self, k: usize) -> bool {
        let there = || matches!(self.c[1].chunk, Chunk::Adverb(a) if self.r.lx.text(a) == "there") && self.n > 0;
        self.prep(0) == Some("from")
            && self.c.len() > 1
            && (there() || !self.destinations(1).is_empty())
            && self.vg(k).is_some_and(|v| self.travels(v))
            && (0..k).all(|j| self.vg(j).is_none())
    }

    /// "cut off the talks in August 2022 after X travelled to Peru": in or before that month, and not today.
    pub(super) fn in_the_wake(&self, k: usize) -> bool {
        let clause = |j: &usize| !matches!(self.c[*j].chunk, Chunk::Break | Chunk::That | Chunk::Rel) && self.vg(*j).is_none();
        let link = (0..k).rev().take_while(clause).find(|j| matches!(self.c[*j].chunk, Chunk::Sub(_)));
        let after = link.filter(|j| self.prep(*j).is_some_and(|p| p == "after" || p.ends_with(" after")));
        let main = after.and_then(|j| j.checked_sub(1)).map(|j| &self.c[j].chunk);
        matches!(main, Some(Chunk::Date(e)) if !matches!(e, DateExpr::Day { .. } | DateExpr::Weekday { .. } | DateExpr::Days(_) | DateExpr::Same(_)))
    }

    /// "had been in Peru", "had been in Peru, where he met X": before what is told.
    pub(super) fn had_before(&self, k: usize) -> bool {
        let had = |g: usize| self.vg(g).is_some_and(|v| self.r.word(v.start).as_deref() == Some("had") && v.end > v.start + 1);
        let there = k.checked_sub(2).filter(|j| self.prep(*j) == Some("where"));
        had(k) || there.and_then(|w| (0..w).rev().find(|g| self.vg(*g).is_some_and(Self::finite))).is_some_and(had)
    }

    /// "was in Kampala for talks", "was in Kampala on Monday for talks"
    fn was_there_for(&self, k: usize) -> bool {
        let day = |at: usize| at > 0 && matches!(self.c[at].chunk, Chunk::Date(_));
        let day = k.checked_sub(2).filter(|at| day(*at)).map(|at| at - usize::from(self.prep(at - 1) == Some("on")));
        let place = day.or(k.checked_sub(1)).and_then(|at| at.checked_sub(2));
        let was = |v: &Vg| v.copula && v.tense == Tense::Past && !v.negated;
        place.is_some_and(|p| self.is_in_place(p) && p > 0 && self.vg(p - 1).is_some_and(was))
    }

    /// "the days when he visited": long gone.
    pub(super) fn remembered(&self, k: usize) -> bool {
        let clause = |j: &usize| !matches!(self.c[*j].chunk, Chunk::Break | Chunk::That | Chunk::Rel | Chunk::Comma);
        let when = (0..k).rev().take_while(clause).find(|&j| matches!(&self.c[j].chunk, Chunk::Sub(s) if self.r.lx.text(*s) == "when"));
        let days = when
            .and_then(|j| self.np(j.checked_sub(1)?))
            .is_some_and(|n| matches!(self.r.word(n.end - 1).as_deref(), Some("days" | "times" | "years" | "time")));
        // "recalled the day he was received during his visit", "the fact that they staged drills"
        let recalled = (0..k)
            .any(|g| self.vg(g).is_some_and(|v| self.verb_is(v, &["remember", "reminisce"]) || self.verb_is(v, &["recall"]) && !v.passive));
        let fact = (1..k).rev().find(|&j| matches!(self.c[j].chunk, Chunk::That)).and_then(|j| self.np(j - 1));
        days || recalled || fact.is_some_and(|n| self.r.word(n.end - 1).as_deref() == Some("fact"))
    }

    /// "his visit in 2019, after which X opened an embassy": as old as what it came after.
    pub(super) fn after_which(&self, k: usize) -> bool {
        let clause = |j: &usize| !matches!(self.c[*j].chunk, Chunk::Break | Chunk::That | Chunk::Comma) && self.vg(*j).is_none();
        let rel = (0..k).rev().take_while(clause).find(|&j| matches!(self.c[j].chunk, Chunk::Rel));
        rel.and_then(|j| self.prep(j.checked_sub(1)?)).is_some_and(|p| matches!(p, "after" | "before" | "since" | "following"))
    }

    /// "open to meeting", "opposed to signing": what is thought of the deed.
    pub(super) fn inclined(&self, k: usize) -> Option<Status> {
        let word = |back: usize| self.c[k].start.checked_sub(back).and_then(|t| self.r.word(t));
        match &*word(2)? {
            "supportive" | "favour" | "favor" | "desirous" | "capable" if word(1)? == "of" => Some(Status::Proposed),
            _ if word(1)? != "to" => None,
            "open" | "amenable" | "close" => Some(Status::Proposed),
            // "looks forward to welcoming X"
            "forward" => Some(Status::Planned),
            "opposed" => Some(Status::Denied),
            _ => None,
        }
    }

    /// Does the clause of `k` hang on a verb of speech or planning?
    pub(super) fn said_before(&self, k: usize) -> bool {
        let reports = |v: &Vg| matches!(v.governs, Governs::Say | Governs::Confirm | Governs::Plan);
        let that = (0..k).rev().take_while(|&j| !matches!(self.c[j].chunk, Chunk::Break)).find(|&j| matches!(self.c[j].chunk, Chunk::That));
        let hangs = (0..k).rev().find_map(|j| self.vg(j)).is_some_and(reports)
            || that.is_some_and(|t| (0..t).filter_map(|j| self.vg(j)).any(reports));
        hangs && !self.sentence_has_if(k)
    }

    /// "X would meet Y, and would travel to Z": as the South of Asia and of Africa tells what is to come. With a condition
    /// in the sentence, or hanging on what is only thought of, it is no more than possible.
    fn foretold(&self, k: usize) -> bool {
        let conditional = (self.r.begin..self.r.end).any(|t| {
            self.r.word(t).is_some_and(|w| matches!(&*w, "if" | "unless" | "whether" | "otherwise" | "how" | "what" | "should" | "could"))
        });
        let open = |j: &usize| !matches!(self.c[*j].chunk, Chunk::Break | Chunk::That | Chunk::Rel);
        let hangs = (0..k).rev().find(|j| !open(j)).is_some_and(|j| !matches!(self.c[j].chunk, Chunk::Break));
        // "would call on the president and hold talks": who calls on him asks for nothing.
        let wished = |v: &Vg| {
            matches!(v.governs, Governs::Propose | Governs::Deny | Governs::Allege | Governs::Cancel)
                && !self.rules_of(v).any(|r| r.kind == ExchangeType::Meeting)
        };
        let spoken_of = (0..=k).filter_map(|j| self.vg(j)).any(wished);
        let who = |s: usize| {
            self.np(s).is_some_and(|n| {
                n.kind == NpKind::Pronoun || n.actors.iter().any(|a| a.kind == ActorKind::Person || a.kind == ActorKind::Group)
            })
        };
        !conditional && !hangs && !spoken_of && self.subject(k, 0).is_some_and(who)
    }

    /// "asked the ambassador to convey his greetings to Y": the asking, where what is conveyed is the asker's.
    pub(super) fn conveyed_by(&self, k: usize) -> Option<usize> {
        let conveys =
            |v: &Vg| v.tense == Tense::Infinitive && !v.negated && self.verb_is(v, &["convey", "forward", "pass", "transmit", "extend"]);
        self.vg(k).filter(|v| conveys(v))?;
        let g = self.governor(k)?;
        self.vg(g).filter(|v| !v.passive && self.verb_is(v, &["ask", "request"]) && self.object(g).is_some()).map(|_| g)
    }

    /// "X says that Y is supplying Z": somebody's word of what two others do. `parties` are those two.
    pub(in crate::extract) fn said_by_others(&self, k: usize, parties: [u16; 2]) -> bool {
        let Some(g) = (0..k).rev().find(|&j| self.vg(j).is_some_and(|v| Self::finite(v) && v.governs == Governs::Say && !v.passive)) else {
            return false;
        };
        // The clause of what is said begins right behind the verb, and has one verb.
        let begins = matches!(self.c[g + 1].chunk, Chunk::That) || self.np(g + 1).is_some();
        let own = (g + 1..=k).filter(|&j| self.vg(j).is_some_and(Self::finite)).count() == 1;
        let plain = (g + 2..k).all(|j| !matches!(self.c[j].chunk, Chunk::That | Chunk::Rel | Chunk::Sub(_) | Chunk::Break));
        if !begins || !own || !plain {
            return false;
        }
        let who = self.subject(g, 0).map(|s| self.resolve_np(s)).unwrap_or_default();
        !who.is_empty() && who.iter().all(|r| !parties.contains(&r.country))
    }

    /// "returned", "went back": the end of a journey.
    pub(super) fn ends_journey(&self, v: &Vg) -> bool {
        self.rules_of(v).any(|r| r.phase == Some(Phase::Return)) || self.verb_is(v, &["go", "fly"])
    }

    /// Is this a bare form joined by "and" to a verb with an auxiliary or "to"?
    pub(super) fn shares_auxiliary(&self, k: usize, v: &Vg) -> bool {
        // "and call on X"
        let phrasal = || v.end == v.start + 2 && v.verbs.iter().all(|x| self.r.lx.verbs[*x as usize].particle != 0);
        let bare = (v.end == v.start + 1 || phrasal())
            && self.r.lx.forms(self.r.tokens[v.start].sym).iter().any(|(x, f)| v.verbs.contains(x) && *f == Form::Base);
        // "and also visit"
        let j = k.saturating_sub(usize::from(k > 1 && matches!(self.c[k - 1].chunk, Chunk::Adverb(_))));
        // "will attend X, hold talks with Y, as well as meet Z"
        let shared = |g: usize, v: &Vg| {
            matches!(v.tense, Tense::Future | Tense::Possible | Tense::Infinitive)
                || v.tense == Tense::Present && self.shares_auxiliary(g, v)
        };
        bare && j > 0
            && (matches!(self.c[j - 1].chunk, Chunk::And | Chunk::Comma) || self.prep(j - 1) == Some("as well as"))
            && (0..k)
                .rev()
                .filter(|g| !self.reduced(*g) && !self.beside(*g) && self.said_aside(g + 1).is_none())
                .find_map(|g| self.vg(g).map(|v| shared(g, v)))
                .unwrap_or(false)
    }

    /// The verb before the quoted one at `g` that is quoted no more than `k`.
    fn outside(&self, g: usize, k: usize) -> Option<usize> {
        (0..g).rev().find(|&j| self.vg(j).is_some() && self.quoted(j) == self.quoted(k))
    }

    /// "a banquet hosted by X": a participle that only describes.
    pub(super) fn reduced(&self, g: usize) -> bool {
        g > 0
            && self.vg(g).is_some_and(|v| v.tense == Tense::Past && v.end == v.start + 1 && !v.passive)
            && self.prep(g + 1) == Some("by")
            && self.np(g - 1).is_some_and(|n| n.actors.is_empty())
    }

    /// "will lay a wreath, inspecting the guard, and meet X": what is done beside.
    fn beside(&self, g: usize) -> bool {
        g > 0 && matches!(self.c[g - 1].chunk, Chunk::Comma) && self.vg(g).is_some_and(|v| v.tense == Tense::Ing)
    }

    /// "will hold a briefing followed by the signing of agreements": does what stands at `k` follow what will be?
    pub(super) fn followed_what_is_ahead(&self, k: usize) -> bool {
        let mut j = k;
        while j >= 2 && self.prep(j - 1) == Some("of") && self.np(j - 2).is_some() {
            j -= 2;
        }
        let follows = j >= 2 && self.prep(j - 1) == Some("by") && self.vg(j - 2).is_some_and(|v| self.verb_is(v, &["follow"]));
        let main = (0..j.saturating_sub(2)).rev().find(|&g| self.vg(g).is_some_and(Self::finite)).filter(|_| follows);
        main.is_some_and(|g| self.mode(g).status == Status::Planned)
    }

    /// Is this a verb of travel?
    pub(super) fn travels(&self, v: &Vg) -> bool {
        // What is given and who is gone with: only their other words say that somebody travels.
        let own = |r: &Rule| !r.by_country && !matches!(&*r.id, "extend-welcome" | "accompany-to" | "continue-to");
        self.rules_of(v).any(|r| r.kind == ExchangeType::Visit && r.status.is_none() && own(r))
    }

    /// A clause under "denied that", "is believed to", "accuses X of".
    pub(super) fn reported(&self, k: usize, base: Mode) -> Mode {
        if base.status == Status::Denied {
            return base;
        }
        // "It is necessary that talks resume": they should.
        let that = (1..k).rev().take_while(|&j| self.vg(j).is_none()).find(|&j| matches!(self.c[j].chunk, Chunk::That));
        if that.is_some_and(|j| self.r.is(self.c[j - 1].end - 1, Closed::NeedfulAdjective)) {
            return Mode { status: Status::Proposed, direction: Direction::Future, news: false };
        }
        // "reportedly visits", "is secretly supplying"
        let v = self.vg(k).expect("a verb group");
        let hedged = |t: usize| matches!(self.r.word(t).as_deref(), Some("reportedly" | "allegedly" | "purportedly"));
        if (self.r.begin.max(v.start.saturating_sub(2))..v.end + 1).any(|t| t < self.r.end && hedged(t)) {
            return Mode { status: Status::Alleged, ..base };
        }
        if self.alleged_by_noun(k) {
            return Mode { status: Status::Alleged, news: false, ..base };
        }
        // "demanded that X accept the plan and that Y conclude a treaty": both are demanded.
        let that = |to: usize| {
            (0..to).rev().take_while(|&x| !matches!(self.c[x].chunk, Chunk::Break)).find(|&x| matches!(self.c[x].chunk, Chunk::That))
        };
        let second = that(k).filter(|t| *t > 0 && matches!(self.c[t - 1].chunk, Chunk::And));
        let from = second.and_then(that).map_or(k, |t| t + 1);
        for j in (0..from).rev() {
            match &self.c[j].chunk {
                Chunk::Vg(g) => {
                    let that = (j..k).any(|x| matches!(self.c[x].chunk, Chunk::That));
                    // "demanded that X stop", "urged X end": the bare form is a wish.
                    let bare = v.end == v.start + 1
                        && self.r.lx.forms(self.r.tokens[v.start].sym).iter().any(|(x, f)| v.verbs.contains(x) && *f == Form::Base)
                        && (that || matches!(self.c.get(j + 1).map(|s| &s.chunk), Some(Chunk::Np(_))))
                        && !(j..from)
                            .any(|x| matches!(self.c[x].chunk, Chunk::Comma | Chunk::And | Chunk::But | Chunk::Rel | Chunk::Sub(_)));
                    let status = match g.governs {
                        Governs::Propose
                            if bare
                                && self.verb_is(g, &["demand", "urge", "request", "propose", "suggest", "ask", "insist", "recommend"]) =>
                        {
                            Status::Proposed
                        }
                        Governs::Deny if !g.negated && that => Status::Denied,
                        // "is alleged to have made", "is reported to have visited"
                        Governs::Allege | Governs::Say
                            if g.passive && !g.negated && v.tense == Tense::Perfect && j + 2 == k && self.prep(k - 1) == Some("to") =>
                        {
                            Status::Alleged
                        }
                        Governs::Allege
                            if that
                                || !(j..k).any(|x| matches!(self.c[x].chunk, Chunk::Comma))
                                    && matches!(self.c.get(j + 1).map(|s| &s.chunk), Some(Chunk::Np(_))) =>
                        {
                            Status::Alleged
                        }
                        _ => return base,
                    };
                    return Mode { status, news: false, ..base };
                }
                Chunk::Break => return base,
                _ => {}
            }
        }
        if self.sentence_has_if(k) {
            return Mode { status: Status::Proposed, direction: Direction::Future, news: false };
        }
        base
    }

    /// "evidence of X shipping", "rumours that X met": the noun that the clause of `k` hangs on.
    pub(super) fn alleged_by_noun(&self, k: usize) -> bool {
        let Some(link) =
            (1..k).rev().take_while(|&j| !matches!(self.c[j].chunk, Chunk::Comma | Chunk::Break)).find(|&j| match self.prep(j) {
                Some(p) => p == "of" && matches!(self.vg(k).map(|v| v.tense), Some(Tense::Ing)),
                None => matches!(self.c[j].chunk, Chunk::That),
            })
        else {
            return false;
        };
        self.np(link - 1).is_some_and(|n| self.r.is(n.end - 1, Closed::AllegationNoun))
    }

    /// Does the clause of `k` hang on "if" or "whether"?
    pub(super) fn sentence_has_if(&self, k: usize) -> bool {
        let opens = |j: usize| matches!(&self.c[j].chunk, Chunk::Sub(s) if matches!(self.r.lx.text(*s), "if" | "whether" | "unless" | "in case" | "provided that"));
        // "in case Peru, smaller than Chile, concludes a treaty"
        if self.vg(k).is_some() && self.subject(k, 0).and_then(|s| s.checked_sub(1)).is_some_and(opens) {
            return true;
        }
        (0..k).rev().take_while(|&j| !matches!(self.c[j].chunk, Chunk::Comma | Chunk::Break)).any(opens)
    }

    /// "congratulated him on his visit": whose visit it was, where a verb of praise or blame speaks of it.
    pub(super) fn judged(&self, k: usize) -> Option<usize> {
        self.prep(k.checked_sub(1)?).filter(|p| matches!(*p, "on" | "upon" | "for" | "over" | "about"))?;
        let object = k.checked_sub(2).filter(|o| self.np(*o).is_some())?;
        let v = self.vg(object.checked_sub(1)?)?;
        // "welcomed him on his visit"
        let guest =
            || self.np(k).and_then(|n| n.event.as_ref()).is_some_and(|e| e.pronoun) && self.verb_is(v, &["welcome", "greet", "host"]);
        (self.verb_is(v, &JUDGES) || guest()).then_some(object)
    }

    /// "received a cable from X, who thanked him for his visit": whose cable it is that speaks of the visit at `k`.
    pub(super) fn written_of(&self, k: usize) -> Option<usize> {
        if !self.event_is(k, ExchangeType::Visit) || !matches!(self.r.word(self.c[k].start).as_deref(), Some("his" | "her")) {
            return None;
        }
        let main = (0..k).rev().find(|&g| self.vg(g).is_some_and(Self::finite))?;
        self.vg(main).filter(|v| !v.passive && self.verb_is(v, &["receive", "get"]))?;
        let letter = self.object(main).filter(|o| self.event_is(*o, ExchangeType::Message))?;
        (letter + 1..k).find(|j| self.prep(*j) == Some("from")).map(|j| j + 1)
    }

    /// "expressed thanks for the visit": the event at `k` is over when it is thanked for.
    pub(super) fn thanked(&self, k: usize) -> bool {
        let of_note = |n: &Np| {
            matches!(
                self.r.word(n.end - 1).as_deref(),
                Some("thanks" | "gratitude" | "appreciation" | "apology" | "apologies" | "praise" | "criticism" | "congratulations")
            )
        };
        let by_noun = k >= 2 && self.np(k - 2).is_some_and(of_note);
        by_noun || self.judged(k).is_some() && self.prep(k - 1) == Some("for")
    }

    /// "This is the first visit by", "These are the first talks between": what stands behind the copula of "this" or "it".
    pub(super) fn remarks_on(&self, k: usize) -> bool {
        let this = |j: usize| {
            self.np(j).is_some_and(|n| n.end == n.start + 1)
                && matches!(self.r.word(self.c[j].start).as_deref(), Some("this" | "these" | "it" | "that" | "which"))
        };
        let rel = |j: usize| matches!(self.c[j].chunk, Chunk::Rel);
        let told = [ExchangeType::Visit, ExchangeType::Meeting, ExchangeType::Call, ExchangeType::Exercise];
        // "met in Lima, the first meeting between the leaders of the two sides since 1949"
        let counted = |n: &Np| {
            let count = |t: usize| matches!(self.r.word(t).as_deref(), Some("first" | "second" | "third" | "latest" | "last" | "highest"));
            (n.start..n.end.min(n.start + 2)).any(count)
        };
        let aside = k >= 2 && matches!(self.c[k - 1].chunk, Chunk::Comma) && self.np(k).is_some_and(counted);
        let stated = k >= 2 && self.vg(k - 1).is_some_and(|v| v.copula) && (this(k - 2) || rel(k - 2));
        told.into_iter().any(|kind| self.event_is(k, kind)) && (stated || aside)
    }

    /// "a summit", "a foreign ministers' meeting", "vice-ministerial talks": who meets, as the event is called.
    pub(in crate::extract) fn rank_of_talks(&self, k: usize, trigger: (usize, usize)) -> Option<Level> {
        let start = self.np(k).map_or(trigger.0, |n| n.start.min(trigger.0));
        let words = self.r.slice(start, trigger.1).to_lowercase();
        let says = |list: &[&str]| list.iter().any(|w| words.contains(w));
        match () {
            () if says(&["minister"]) && says(&["vice", "deputy"]) => Some(Level::DeputyMinister),
            () if says(&["prime minister"]) => Some(Level::Leader),
            () if says(&["minister"]) => Some(Level::Minister),
            () if says(&["summit", "leaders'", "leaders’", "presidential"]) => Some(Level::Leader),
            () => None,
        }
    }

    /// "headlined "In the days of his visit to Russia"": the words of a title.
    pub(super) fn in_a_title(&self, e: &Event) -> bool {
        let opening = (self.r.begin..e.start).rev().find(|&t| self.r.tokens[t].kind == crate::text::Kind::Quote);
        opening
            .and_then(|q| q.checked_sub(1))
            .filter(|t| *t >= self.r.begin)
            .is_some_and(|t| matches!(self.r.word(t).as_deref(), Some("headlined" | "titled" | "entitled" | "captioned")))
    }

    /// "three visits", "several trips": a count, not an exchange (codebook, hard case 10).
    pub(super) fn counted(&self, e: &Event) -> bool {
        let plural = self.r.word(e.end - 1).is_some_and(|w| w.ends_with('s'));
        let number = e.start > self.r.begin
            && match self.r.tokens[e.start - 1].kind {
                crate::text::Kind::Number => true,
                _ => matches!(
                    self.r.word(e.start - 1).as_deref(),
                    Some(
                        "two"
                            | "three"
                            | "four"
                            | "five"
                            | "six"
                            | "seven"
                            | "eight"
                            | "nine"
                            | "ten"
                            | "several"
                            | "many"
                            | "numerous"
                            | "frequent"
                            | "regular"
                    )
                ),
            };
        // "a series of visits"
        let series = e.start >= self.r.begin + 2
            && self.r.word(e.start - 1).as_deref() == Some("of")
            && matches!(self.r.word(e.start - 2).as_deref(), Some("series" | "number" | "string" | "dozens" | "scores"));
        plural && (number || series)
    }

    /// "held dozens of phone calls", "have had frequent talks"
    pub(super) fn in_number(&self, e: &Event) -> bool {
        let before = |n: usize| e.start.checked_sub(n).filter(|t| *t >= self.r.begin).and_then(|t| self.r.word(t));
        let many = matches!(before(1).as_deref(), Some("numerous" | "many" | "frequent" | "regular" | "countless"));
        let lots = before(1).as_deref() == Some("of") && matches!(before(2).as_deref(), Some("dozens" | "scores" | "hundreds"));
        self.r.word(e.end - 1).is_some_and(|w| w.ends_with('s')) && (many || lots)
    }

    /// "hold drills regularly", "meets every year with": told of a habit. The verb or noun stands at `k`.
    pub(super) fn habitual(&self, k: usize) -> bool {
        let clause = |j: &usize| !matches!(self.c[*j].chunk, Chunk::Break | Chunk::That | Chunk::Rel | Chunk::Sub(_));
        let adverb = |j: usize| {
            // "every year", "each summer"
            let every = self.np(j).is_some_and(|n| {
                n.kind == NpKind::Other
                    && n.end == n.start + 2
                    && matches!(self.r.word(n.start).as_deref(), Some("every" | "each"))
                    && matches!(self.r.word(n.end - 1).as_deref(), Some("year" | "month" | "week" | "day" | "summer" | "spring" | "autumn"))
            });
            // "agree to hold yearly meetings": of those the first is ahead.
            let adjective = self.np(j + 1).is_some_and(|n| n.event.is_some());
            every || matches!(&self.c[j].chunk, Chunk::Adverb(_)) && !adjective && self.r.is(self.c[j].start, Closed::HabitAdverb)
        };
        // "have staged ceaseless drills"
        let ceaseless = |w: &str| matches!(w, "ceaseless" | "incessant" | "endless" | "constant" | "continual" | "ever-increasing");
        if self.np(k).is_some_and(|n| n.event.is_some() && (n.start..n.end).any(|t| self.r.word(t).is_some_and(|w| ceaseless(&w)))) {
            return true;
        }
        // "visited Peru several times and met its leaders": no one visit is told, and no one meeting.
        let often = |j: usize| {
            self.np(j).is_some_and(|n| {
                n.kind == NpKind::Other
                    && matches!(self.r.word(n.end - 1).as_deref(), Some("times" | "occasions"))
                    && matches!(self.r.word(n.start).as_deref(), Some("several" | "many" | "numerous" | "countless" | "multiple"))
            })
        };
        let joined = matches!(k.checked_sub(1).map(|j| &self.c[j].chunk), Some(Chunk::And));
        // "visited Peru several times to meet its leaders"
        let aim = self.vg(k).is_some_and(|v| v.tense == Tense::Infinitive) && (0..k).rev().take_while(clause).take(4).any(often);
        if self.vg(k).is_some()
            && (aim || (k + 1..self.c.len()).take_while(clause).take(4).any(often) || joined && (0..k - 1).rev().take(2).any(often))
        {
            return true;
        }
        // "whenever he visits X"
        let opener = (0..k).rev().find(|j| !clause(j)).and_then(|j| self.prep(j));
        if matches!(opener, Some("whenever" | "every time" | "each time")) {
            return true;
        }
        // "sign a pact to exchange students every year": not the pact.
        let purpose = |j: &usize| self.np(k).is_some() && self.vg(*j).is_some_and(|v| v.tense == Tense::Infinitive && !v.passive);
        (k + 1..self.c.len()).take_while(|j| clause(j) && !purpose(j)).take(6).any(adverb)
            || (0..k).rev().take_while(clause).take(3).any(adverb)
    }

    /// "July 11 is the day when X and Y signed": a day of some year.
    pub(super) fn commemorated(&self, k: usize) -> bool {
        (0..k).any(|j| {
            matches!(self.c[j].chunk, Chunk::Date(_))
                && self.vg(j + 1).is_some_and(|v| v.copula)
                && self.np(j + 2).is_some_and(|n| matches!(self.r.word(n.end - 1).as_deref(), Some("day" | "date" | "anniversary")))
        })
    }

    /// "four times", "twice" behind the verb at `k`.
    pub(super) fn repeated(&self, k: usize) -> bool {
        // ", the north in particular, several times"
        self.c[k + 1..].iter().take_while(|s| !matches!(s.chunk, Chunk::Vg(_) | Chunk::Break)).take(8).any(|s| match &s.chunk {
            Chunk::Np(n) => n.kind == NpKind::Other && self.r.word(n.end - 1).as_deref() == Some("times") && n.end - n.start <= 3,
            Chunk::Adverb(a) => matches!(self.r.lx.text(*a), "twice" | "thrice"),
            _ => false,
        })
    }

    /// "have met four times, most recently in Lima in March": what is said of the last time, for the verb at `k`.
    pub(super) fn most_recently(&self, k: usize) -> Option<Phrases> {
        let same = |j: &usize| !matches!(self.c[*j].chunk, Chunk::Vg(_) | Chunk::Break | Chunk::That | Chunk::Rel | Chunk::Sub(_));
        let lately = |n: &Np| {
            let words = self.r.slice(n.start, n.end).to_lowercase();
            matches!(&*words, "most recently" | "the most recent" | "the last time" | "last" | "the latest" | "the last")
        };
        let at = (k + 1..self.c.len())
            .take_while(same)
            .find(|&j| matches!(self.c[j].chunk, Chunk::Comma) && self.np(j + 1).is_some_and(lately))?;
        Some(self.phrases(at + 2)).filter(|p| !p.dates.is_empty())
    }

    /// Does the sentence say that it was done from afar?
    pub(super) fn remote(&self) -> bool {
        let far = ["video", "virtual", "remotely", "online"];
        (self.r.begin..self.r.end).any(|t| self.r.word(t).is_some_and(|w| far.iter().any(|f| w.starts_with(f))))
    }

    /// "spoke for two hours by secure video link": what follows the verb at `k`, up to the next.
    pub(super) fn behind_a_screen(&self, k: usize) -> bool {
        let clause = |j: &usize| !matches!(self.c[*j].chunk, Chunk::Vg(_) | Chunk::Break | Chunk::That);
        let by = |j: usize| matches!(self.prep(j), Some("by" | "via" | "over" | "through"));
        let video = |j: usize| (self.c[j].start..self.c[j].end).any(|t| self.r.word(t).as_deref() == Some("video"));
        (k + 1..self.c.len()).take_while(clause).any(|j| j > k + 1 && by(j - 1) && video(j))
    }

    /// The verb at `g`, or the one that governs it, tells of a departure.
    pub(super) fn departs(&self, g: usize) -> bool {
        let own = self.vg(g).is_some_and(|v| self.rules_of(v).any(|r| r.phase == Some(Phase::Depart)));
        own || self.vg(g).is_some_and(|v| v.tense == Tense::Infinitive) && self.governor(g).is_some_and(|h| self.departs(h))
    }

    /// "the possibility of", "plans for" before the chunk at `k`.
    pub(super) fn wish_of(&self, k: usize) -> Option<Status> {
        let np = self.np(k.checked_sub(2)?).filter(|_| matches!(self.prep(k - 1), Some("of" | "for" | "on")))?;
        let last = np.end - 1;
        if self.prep(k - 1) == Some("on") {
            return self.r.is(last, Closed::CancelNoun).then_some(Status::Cancelled);
        }
        if self.r.is(last, Closed::ProposalNoun) {
            // "rejected an application for a visit"
            let denied = k >= 3 && self.vg(k - 3).is_some_and(|v| v.governs == Governs::Deny && !v.negated);
            return Some(if denied { Status::Denied } else { Status::Proposed });
        }
        if self.r.is(last, Closed::CancelNoun) {
            return Some(Status::Cancelled);
        }
        self.r.is(last, Closed::PlanNoun).then_some(Status::Planned)
    }

    /// Does the verb at `g` tell of a departure or an arrival?
    pub(super) fn sets_out(&self, g: usize) -> bool {
        self.vg(g).is_some_and(|v| {
            self.rules_of(v).any(|rule| {
                rule.kind == ExchangeType::Visit && rule.place_target && rule.status.is_none() && rule.phase != Some(Phase::Return)
                    || matches!(rule.phase, Some(Phase::Depart | Phase::Arrive))
            })
        })
    }

    /// "X tried to block talks between Y and Z": what X wants is no refusal of theirs.
    pub(super) fn hindered_by_others(&self, k: usize, rows: &[Mention]) -> bool {
        let hinders = ["block", "prevent", "oppose", "bar", "forbid", "ban", "prohibit"];
        let denied = rows.iter().all(|m| m.kind == ExchangeType::Meeting && m.status == Status::Denied);
        let Some(g) = self.governor(k).filter(|_| !rows.is_empty() && denied) else { return false };
        if !self.vg(g).is_some_and(|v| !v.passive && !v.negated && self.verb_is(v, &hinders)) {
            return false;
        }
        let who = self.subject(g, 0).map(|s| self.resolve_np(s)).unwrap_or_default();
        let party = |r: &Resolved| rows.iter().any(|m| [m.source, m.target].contains(&self.r.lx.iso(r.country)));
        !who.is_empty() && !who.iter().any(party)
    }

    /// Does the verb at `g` tell of people who are together?
    pub(super) fn meets(&self, g: usize) -> bool {
        self.vg(g).is_some_and(|v| Self::finite(v) && self.rules_of(v).any(|r| r.kind == ExchangeType::Meeting))
    }

    /// Does "in" and a place stand at `p`?
    pub(super) fn is_in_place(&self, p: usize) -> bool {
        // "in Hillsborough": a name that nobody knows is a place there.
        let named = |n: &Np| n.bare_name() && n.actors[0].person.is_none();
        let place = |n: &Np| !n.places.is_empty() || named(n) || n.actors.iter().any(|a| a.kind == ActorKind::Country);
        self.prep(p) == Some("in") && self.np(p + 1).is_some_and(place)
    }

    /// "the second day of", "the start of", "the eve of" before the event at `k`.
    pub(super) fn stage_of(&self, k: usize) -> Option<Status> {
        let of = (0..k).rev().take_while(|&j| !matches!(self.c[j].chunk, Chunk::Vg(_))).find(|&j| self.prep(j) == Some("of"))?;
        let before = self.c[of].start.checked_sub(1).and_then(|t| self.r.word(t))?;
        match &*before {
            "start" | "beginning" | "day" | "leg" | "part" | "stage" | "outset" | "middle" | "stop" => Some(Status::Ongoing),
            "end" | "conclusion" | "close" | "wake" => Some(Status::Occurred),
            "eve" => Some(Status::Planned),
            // "begins the programme of his visit"
            "program" | "programme" if (0..of).filter_map(|j| self.vg(j)).any(|v| v.governs == Governs::Begin) => Some(Status::Ongoing),
            _ => None,
        }
    }
}
