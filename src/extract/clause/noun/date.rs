//! When what a noun names took place.

use super::*;
use crate::annotate::dates::{DateExpr, Direction, Shift};
use crate::annotate::{Chunk, Tense, Vg};
use crate::lexicon::Governs;
use crate::model::{ExchangeType, Status};

impl Clause<'_, '_> {
    /// The date of what the noun names, and its mode where the date says more of it.
    pub(super) fn told_when(&self, site: &Site, mode: Mode) -> Result<(Mode, Option<DateExpr>), &'static str> {
        let &Site { k, e, rule, before, preposition, verb_before, verb_after, light_before, light_after, denier, .. } = site;
        let all = &site.all;
        // Of what is only spoken of, the sentence's date is not the date.
        // "grain was the topic of talks between X and Y on June 21": what only is has no day of its own.
        let spoken_of = verb_before.is_some_and(|(_, v)| {
            light_before.is_none() && !v.copula && matches!(v.governs, Governs::Other | Governs::Say | Governs::Confirm)
        });
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
                Some("on") => {
                    let briefs = |g: usize| self.vg(g).is_some_and(|v| self.verb_is(v, &["brief", "update", "inform"]));
                    let told = before >= 3 && e.pronoun && briefs(before - 3);
                    (!e.possessor.is_empty() || told) && before >= 2 && self.np(before - 2).is_some()
                }
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
        // "spoke of his visit taking place from April 1": the visit's own day.
        let place = |d: usize| self.c[d - 1].start.checked_sub(2).filter(|t| self.r.word(t + 1).as_deref() == Some("place"));
        let taking = |d: usize| place(d).is_some_and(|t| self.r.word(t).as_deref() == Some("taking"));
        let staged = all.dates.iter().find(|d| d.0 >= 2 && taking(d.0));
        let mode = if staged.is_some() { Mode { direction: Direction::Nearest, ..mode } } else { mode };
        let date = if let Some((_, day)) = staged {
            Some(*day)
        } else if prepared {
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
            // "announced a visit by X to Peru from March 12": no day on which a word was said is ahead.
            let ahead = |d: &DateExpr| match d {
                DateExpr::Weekday { shift, .. } => !matches!(shift, Shift::Plain | Shift::Last),
                DateExpr::Weeks(n) => *n > 0,
                DateExpr::Months(n) | DateExpr::Years(n) => *n >= 0,
                DateExpr::Days(_) | DateExpr::PastDays(_) => false,
                _ => true,
            };
            let announced =
                mode.status == Status::Planned && verb_before.is_some_and(|(_, v)| matches!(v.governs, Governs::Say | Governs::Confirm));
            let promised = || told().find(ahead).filter(|_| announced);
            e.date.or_else(own).or_else(promised).filter(|_| !anniversary)
        } else {
            self.date_of(k, all)
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
            let another = |j: usize| matches!(v.tense, Tense::Future | Tense::Possible) && self.dates_another(j, k);
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
        // "In April announced the decision to send masks": of a pledge, the day of the word is the day.
        let pledged = rule.kind == ExchangeType::Transfer && e.date.is_none() && all.dates.is_empty() && past_verb();
        let mode = if pledged && date.is_some() { Mode { direction: Direction::Past, news: true, ..mode } } else { mode };
        let date = date.filter(|_| {
            // "on Sunday reaffirmed the need to hold a summit": the day of the word.
            let carried = light_before.is_some_and(|(g, v)| {
                v.tense != Tense::Infinitive
                    || !self.governor(g).is_some_and(|h| g == h + 2 && self.np(h + 1).is_some_and(|n| n.event.is_none()))
            });
            e.date.is_some() || !all.dates.is_empty() || mode.direction != Direction::Future || carried || !past_verb()
        });
        // "hosts X for consultations on Tuesday": the next.
        let hosts =
            |g: usize| self.vg(g).is_some_and(|v| v.tense == Tense::Present && !matches!(v.governs, Governs::Say | Governs::Confirm));
        let ahead = preposition == Some("for") && mode.status == Status::Planned && self.governor(k).is_some_and(hosts);
        // "ahead of Monday's meeting": of today's, if today is Monday.
        let date = date.map(|d| match d {
            DateExpr::Weekday { day, shift: Shift::Plain } if e.date.is_some() || ahead => DateExpr::Weekday { day, shift: Shift::Later },
            d => d,
        });
        // "Before wrapping up his visit on May 10, X will meet Y": he is there, until then.
        let leaves = |g: usize| matches!(g.checked_sub(1).map(|b| &self.c[b].chunk), Some(Chunk::Sub(s)) if self.r.lx.text(*s) == "before");
        // "will go to Peru before ending his trip in Chile": he is not there yet.
        let goes = |g: usize| (0..g).rev().find_map(|j| self.vg(j).filter(|v| Self::finite(v))).is_some_and(|v| self.travels(v));
        let closing = verb_before.is_some_and(|(g, v)| v.governs == Governs::End && v.tense == Tense::Ing && leaves(g) && !goes(g));
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
        Ok((mode, date))
    }
}
