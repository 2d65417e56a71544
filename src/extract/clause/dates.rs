//! Which date of a sentence belongs to a trigger.

use super::*;
use crate::annotate::dates::{DateExpr, Direction, small_number};
use crate::annotate::{Actor, Chunk, Np, NpKind, PlaceRef, Tense, Vg};
use crate::lexicon::{Closed, Governs};
use crate::model::ExchangeType;

impl Clause<'_, '_> {
    /// Dates before the trigger in its clause: "On Monday, ..."
    pub(super) fn dates_before(&self, k: usize) -> Option<(usize, DateExpr)> {
        // "staging the exercises Blue Heron and Red Fox": what they are called.
        if self.event_is(k, ExchangeType::Exercise) && k > 0 && self.event_is(k - 1, ExchangeType::Exercise) {
            return self.dates_before(k - 1);
        }
        // "on Tuesday, a day before his meeting with": the date is the main clause's.
        let link = (0..k).rev().find(|&j| !matches!(self.c[j].chunk, Chunk::Adverb(_) | Chunk::Quote));
        // "hosted a reception on Saturday as regards the anniversary and the visit": the day of the reception.
        let link = match link {
            Some(j) if matches!(self.c[j].chunk, Chunk::And) && self.np(k).is_some_and(|n| n.event.is_some()) => {
                let nominal = |x: &usize| matches!(self.c[*x].chunk, Chunk::Np(_) | Chunk::Prep(_));
                (0..j)
                    .rev()
                    .take_while(nominal)
                    .find(|&x| matches!(self.prep(x), Some("as regards" | "in connection with" | "on the occasion of")))
                    .or(Some(j))
            }
            link => link,
        };
        // "will visit Peru from Sunday, continuing to Chile", "a letter on Sunday inviting him": the day of the first.
        if self.vg(k).is_some_and(|v| v.tense == Tense::Ing && self.verb_is(v, &["continue", "proceed", "invite"])) {
            return None;
        }
        // "returned on Saturday after a visit to Peru": the day that it ended.
        let returned = |j: usize| {
            self.prep(j) == Some("after")
                && self.event_is(k, ExchangeType::Visit)
                && (0..j).rev().find_map(|x| self.vg(x)).is_some_and(|v| Self::finite(v) && self.ends_journey(v))
        };
        if self.np(k).is_some()
            && !link.is_some_and(returned)
            && link.and_then(|j| self.prep(j)).is_some_and(|p| {
                matches!(p, "prior to" | "since" | "as regards" | "in connection with" | "on the occasion of")
                    || p.ends_with("against")
                    || sooner_or_later(p)
            })
        {
            return None;
        }
        // "issued a statement on March 1 denouncing the drills": the day of the statement.
        // "on March 1 denounced X for staging the drills": no more is that of the staging.
        let judges = link.is_some_and(|j| {
            self.vg(j).is_some_and(|v| {
                v.tense == Tense::Ing && self.verb_is(v, &JUDGES) || v.tense == Tense::Infinitive && self.verb_is(v, &JUDGES)
            }) || self.blamed_for(j)
        });
        if judges && self.np(k).is_some() || self.vg(k).is_some() && self.blamed_for(k) {
            return None;
        }
        // "following a visit by X to discuss trade": what stands before the visit is not of it.
        if k >= 3 && self.vg(k).is_some_and(|v| v.tense == Tense::Infinitive) && self.prep(k - 2) == Some("by") {
            return None;
        }
        for j in (0..k).rev() {
            match &self.c[j].chunk {
                // "Following the talks on December 16, X met Y": the day of the talks.
                Chunk::Date(_) if self.of_what_was_before(j) => {}
                // "the first to do so since 1953, X met Y": not then.
                Chunk::Date(_) if j > 0 && matches!(self.prep(j - 1), Some("since" | "until" | "till")) => {}
                // "Wang, who arrived on Tuesday, also met": the aside's.
                Chunk::Date(_) if self.in_relative_aside(j, k) => {}
                // "X is due on Sunday, and Y will come later": later.
                Chunk::Date(_) if self.comes_later(j, k) => return None,
                Chunk::Date(e) => return Some((j, *e)),
                Chunk::Rel if self.in_relative_aside(j, k) => {}
                // "met in Lima last December, during which the two discussed trade": then.
                Chunk::Rel
                    if matches!(self.prep(j.saturating_sub(1)), Some("during" | "at" | "in"))
                        && self.vg(k).is_some_and(|v| Self::finite(v) && self.verb_is(v, &["discuss", "exchange"])) => {}
                // "It was only in July that X met Y"
                Chunk::That if self.cleft(j) => {}
                Chunk::Break | Chunk::That | Chunk::Rel => return None,
                // "met on June 4 to congratulate X on his visit to Y": the day of the congratulations.
                Chunk::Vg(v)
                    if v.tense == Tense::Infinitive
                        && self.verb_is(v, &["congratulate", "hail"])
                        && self.np(k).is_some_and(|n| n.event.is_some())
                        && j + 1 < k =>
                {
                    return None;
                }
                // "arrived on Friday after concluding talks": the talks were before.
                Chunk::Sub(s)
                    if self.r.lx.text(*s) == "after"
                        && self.np(k).is_some_and(|n| n.event.is_some())
                        && !self.event_is(k, ExchangeType::Visit)
                        && (j + 1..k).any(|x| self.vg(x).is_some_and(|v| v.tense == Tense::Ing)) =>
                {
                    return None;
                }
                // "flew to Peru on Tuesday, where he met Y": the same day.
                Chunk::Sub(s)
                    if self.r.lx.text(*s) == "where"
                        && matches!(
                            self.c.get(j.wrapping_sub(2)).map(|s| &s.chunk),
                            Some(Chunk::Date(DateExpr::Day { to: None, .. } | DateExpr::Weekday { .. } | DateExpr::Month { .. }))
                        )
                        && j + 2 == k
                        && self.vg(k).is_some_and(|v| self.met(v))
                        && (0..j).filter(|x| self.vg(*x).is_some_and(Self::finite)).count() == 1
                        && (0..j).any(|x| self.vg(x).is_some_and(|v| self.went(v))) => {}
                // "left on Thursday for X, where he will": the clause has its own time.
                Chunk::Sub(s)
                    if (matches!(
                        self.r.lx.text(*s),
                        "where" | "after" | "before" | "since" | "because" | "although" | "though" | "if"
                    ) || self.r.lx.text(*s).ends_with(" after"))
                        && (j + 1..=k).any(|x| self.vg(x).is_some_and(Self::finite)) =>
                {
                    return None;
                }
                _ => {}
            }
        }
        None
    }

    /// "It was on Monday that": no more than the day, in front.
    fn cleft(&self, that: usize) -> bool {
        let it = that > 2 && self.r.word(self.c[0].start).as_deref() == Some("it") && self.vg(1).is_some_and(|v| v.copula && !v.negated);
        let when = |j: usize| matches!(self.c[j].chunk, Chunk::Date(_) | Chunk::Prep(_) | Chunk::Adverb(_));
        it && matches!(self.c[that - 1].chunk, Chunk::Date(_)) && (2..that).all(when)
    }

    /// The first date among the chunks.
    fn date_among(&self, mut chunks: impl Iterator<Item = usize>) -> Option<DateExpr> {
        chunks.find_map(|j| match self.c[j].chunk {
            Chunk::Date(e) => Some(e),
            _ => None,
        })
    }

    /// "announced on Monday in Lima that the ban was over, after talks with X": the day of the talks.
    fn day_of_announcement(&self, k: usize) -> Option<DateExpr> {
        let after = k.checked_sub(2).filter(|j| self.prep(j + 1) == Some("after") && matches!(self.c[*j].chunk, Chunk::Comma))?;
        let main = (0..after).find(|g| self.vg(*g).is_some_and(Self::finite)).filter(|_| self.event_is(k, ExchangeType::Meeting))?;
        let said = |v: &Vg| v.tense == Tense::Past && !v.negated && matches!(v.governs, Governs::Say | Governs::Confirm);
        self.vg(main).filter(|v| said(v))?;
        let that = (main..after).find(|j| matches!(self.c[*j].chunk, Chunk::That)).unwrap_or(after);
        self.date_among(0..that)
    }

    /// "became the first to meet X when she was received on Friday": then. `after` is what stands behind the infinitive at `k`.
    fn day_of_the_first(&self, k: usize, after: &Phrases) -> Option<DateExpr> {
        self.vg(k).filter(|v| v.tense == Tense::Infinitive && after.dates.is_empty())?;
        self.counted_guest(k).filter(|_| self.prep(after.end) == Some("when"))?;
        let clause = |j: &usize| !matches!(self.c[*j].chunk, Chunk::Break | Chunk::Comma | Chunk::That);
        self.date_among((after.end + 1..self.c.len()).take_while(clause))
    }

    /// The date expression that belongs to a trigger.
    pub(in crate::extract) fn date_of(&self, k: usize, after: &Phrases) -> Option<DateExpr> {
        if let Some(e) = self.np(k).and_then(|n| n.event.as_ref()).and_then(|e| e.date) {
            return Some(e);
        }
        if let Some(day) = self.last_time(k) {
            return day;
        }
        // "has been in Berlin since Monday", "has been on a visit to Peru since Monday"
        let on_it = k >= 2 && self.prep(k - 1) == Some("on") && self.vg(k - 2).is_some_and(|v| self.has_been(v));
        if on_it || self.vg(k).is_some_and(|v| self.has_been(v)) {
            let since = after.dates.iter().find(|d| d.0 > 0 && self.prep(d.0 - 1) == Some("since"));
            let day = since.map(|d| d.1).filter(|e| matches!(e, DateExpr::Day { .. } | DateExpr::Weekday { .. } | DateExpr::Days(_)));
            if day.is_some() {
                return day;
            }
        }
        if let Some(day) = self.day_of_the_first(k, after) {
            return Some(day);
        }
        // "travelled to Peru in April 2022, becoming the first to meet X": then.
        let becomes = |g: &usize| self.vg(*g).is_some_and(|v| v.tense == Tense::Ing && self.verb_is(v, &["become"]));
        let first = self.vg(k).filter(|v| v.tense == Tense::Infinitive).and_then(|_| self.governor(k)).filter(becomes);
        if let Some(main) = first.and_then(|g| (0..g).rev().find(|j| self.vg(*j).is_some_and(Self::finite))) {
            if let Some((_, day)) = self.phrases(main + 1).dates.first() {
                return Some(*day);
            }
        }
        // "Balikatan 2022": its name.
        let name = self.np(k).is_some_and(|n| n.event.is_some() && self.r.tokens[n.end - 1].cap && !self.r.headline);
        let named = |j: usize| name && j == k + 1 && matches!(self.c[j].chunk, Chunk::Date(DateExpr::Year(_)));
        // "since" and "until" speak of something else.
        let usable = |j: usize| {
            let other = |x: usize| matches!(self.prep(x), Some("since" | "until" | "till"));
            let own = (k..j).rev().take_while(|&x| !matches!(self.c[x].chunk, Chunk::Comma)).any(other);
            // "for the second time this year": how often, and not when.
            let often = j >= 2
                && matches!(self.c[j].chunk, Chunk::Date(DateExpr::Years(0) | DateExpr::Months(0) | DateExpr::Weeks(0)))
                && self.prep(j - 2) == Some("for")
                && self.np(j - 1).is_some_and(|n| {
                    let nth = |t: usize| self.r.word(t).is_some_and(|w| matches!(&*w, "second" | "third" | "fourth" | "fifth" | "sixth"));
                    self.r.word(n.end - 1).as_deref() == Some("time") || n.event.is_some() && (n.start..n.end).any(nth)
                });
            // "about a drone taken on Thursday": when it was taken.
            let at = if self.prep(j.wrapping_sub(1)) == Some("on") { j - 1 } else { j };
            let taken = at >= k + 4
                && self.np(at - 2).is_some_and(|n| n.event.is_none())
                && self.vg(at - 3).is_some()
                && self.vg(at - 1).is_some_and(|v| v.tense == Tense::Participle);
            // "for a programme which will begin next week": its own day.
            let thing = |n: &Np| n.kind == NpKind::Other && n.actors.is_empty() && n.event.is_none();
            let of_thing = (k + 2..j).any(|r| {
                matches!(self.c[r].chunk, Chunk::Rel)
                    && r - 1 != k
                    && self.np(r - 1).is_some_and(thing)
                    && (r + 1..j).any(|x| self.vg(x).is_some_and(Self::finite))
            });
            // "the second to visit Peru in a month, following X's visit on June 4": the other's day.
            let event = at >= k + 3 && self.np(at - 1).is_some_and(|n| n.event.as_ref().is_some_and(|e| !e.possessor.is_empty()));
            let others = event && matches!(self.prep(at - 2), Some("following" | "after" | "ahead of" | "before"));
            // "the first to meet X following his inauguration last January"
            let his = at >= k + 3 && self.np(at - 1).is_some_and(|n| self.r.is(n.start, Closed::Possessive) && n.event.is_none());
            let others = others || his && matches!(self.prep(at - 2), Some("following" | "after"));
            // "will hold talks, following clashes at the border last week": when they clashed.
            let others = others
                || (k + 2..j).rev().take_while(|&x| !matches!(self.c[x].chunk, Chunk::Comma | Chunk::Break | Chunk::Vg(_))).any(|x| {
                    matches!(self.prep(x), Some("following" | "after" | "amid"))
                        && matches!(self.c[x - 1].chunk, Chunk::Comma)
                        && x + 1 < j
                        && self.np(x + 1).is_none_or(|n| n.kind != NpKind::Place)
                });
            // "under an agreement signed in Lima on Sunday": when it was signed.
            let at = at - usize::from(at == j && j > 0 && self.prep(j - 1) == Some("in"));
            let verb = if at >= 3 && matches!(self.prep(at - 2), Some("in" | "at")) { at.wrapping_sub(3) } else { at.wrapping_sub(1) };
            let signed = verb >= k + 3
                && verb < at
                && self.np(verb - 1).is_some_and(|n| n.event.is_some())
                && matches!(self.prep(verb - 2), Some("under" | "as part of" | "within" | "in line with" | "in accordance with"))
                && self.vg(verb).is_some_and(|v| v.end == v.start + 1 && matches!(v.tense, Tense::Past | Tense::Participle));
            // "X, who had come on Tuesday night met Y": when he came.
            let same = |x: &usize| !matches!(self.c[*x].chunk, Chunk::Comma | Chunk::Break);
            let of_relative = j < k
                && (0..j)
                    .rev()
                    .take_while(same)
                    .any(|r| matches!(self.c[r].chunk, Chunk::Rel) && (r + 1..j).any(|x| self.vg(x).is_some_and(Self::finite)));
            let own = own || of_relative;
            let own = own || often || taken || of_thing || others || signed || self.something_starts(j, k);
            // "Before leaving on May 10, X will meet Y": not that day.
            let comma = |x: usize| matches!(self.c[x].chunk, Chunk::Comma);
            // "After the two established ties in 2007, X visited Y": nor that year.
            let year = matches!(self.c[j].chunk, Chunk::Date(DateExpr::Year(_) | DateExpr::Month { year: Some(_), .. }));
            let told = (0..j).any(|x| self.vg(x).is_some_and(Self::finite));
            let first = match self.c[0].chunk {
                Chunk::Sub(s) => match self.r.lx.text(s) {
                    "before" | "since" => true,
                    "after" => year && told,
                    _ => false,
                },
                _ => false,
            };
            let own = own || j < k && first && !(0..j).any(comma) && (j..k).any(comma);
            // "since assuming power last year": the phrase before the trigger has its own.
            let same = |x: &usize| !matches!(self.c[*x].chunk, Chunk::Comma | Chunk::Break);
            let own = own || j < k && (0..j).rev().take_while(same).take(4).any(other);
            !(own || named(j) || j > 0 && matches!(self.prep(j - 1), Some("since" | "until" | "till" | "before")))
        };
        after
            .dates
            .iter()
            .find(|(j, _)| usable(*j))
            .map(|d| d.1)
            .or_else(|| self.day_before_object(k))
            .or_else(|| self.closing_date(after.end).filter(|_| !self.vg(k).is_some_and(|v| v.copula)))
            .or_else(|| self.day_of_the_talk(k))
            .or_else(|| self.day_of_the_caption(k))
            .or_else(|| self.behind_gerund(k))
            .or_else(|| self.day_of_return(k))
            .or_else(|| self.said_then(k))
            .or_else(|| self.day_of_announcement(k))
            .or_else(|| match self.errand(k)? {
                (_, Some(g)) => self.date_of(g, &self.phrases(g + 1)),
                (_, None) => self.left_before()?,
            })
            .or_else(|| {
                let (j, e) = self.dates_before(k).filter(|_| !self.commemorated(k))?;
                // "said on Tuesday that he would", "crossed on Tuesday and is to visit": the date of the verb before it.
                if self.dates_another(j, k) || self.dates_promise(j, k) {
                    return None;
                }
                // A date with another verb between belongs to that verb.
                let other = (j..k)
                    .filter(|&x| {
                        self.vg(x).is_some_and(|v| Self::finite(v) && matches!(v.governs, Governs::Other | Governs::Allege) && !v.copula)
                    })
                    .count();
                (usable(j) && (other == 0 || self.just_before_meeting(k))).then_some(e)
            })
            .or_else(|| self.day_of_the_frame(k))
            .or_else(|| {
                // "During a July 2 visit to Peru, X signed a pact": that day.
                let frame = self.np(1).filter(|_| k > 2 && matches!(self.prep(0), Some("during" | "in" | "on")))?.event.as_ref()?;
                frame.date.filter(|_| self.event_is(k, ExchangeType::Agreement))
            })
            .or_else(|| {
                // "On Monday X met the press with Y, who was in Peru on a visit": that day.
                let rel = k.checked_sub(1).filter(|r| matches!(self.c[*r].chunk, Chunk::Rel))?;
                self.vg(k).filter(|v| v.copula && v.tense == Tense::Past)?;
                self.dates_before(rel).map(|d| d.1)
            })
            .or_else(|| self.day_of_the_journey(k))
    }

    /// "The envoys, who presented their credentials on Friday, are X and Y": then.
    pub(super) fn day_of_the_ceremony(&self, k: usize) -> Option<DateExpr> {
        let who = (0..k).find(|j| matches!(self.c[*j].chunk, Chunk::Rel))?;
        let handed = (who + 1..k).any(|j| self.vg(j).is_some_and(|v| self.verb_is(v, &["present", "hand", "submit"])));
        (who + 1..k).filter(|_| handed).find_map(|j| match self.c[j].chunk {
            Chunk::Date(e) => Some(e),
            _ => None,
        })
    }

    /// "announces a tariff starting August 1, in a letter to X": is the date at `j` when the tariff does?
    fn something_starts(&self, j: usize, k: usize) -> bool {
        let at = j - usize::from(j > 0 && matches!(self.prep(j - 1), Some("on" | "from")));
        at >= 3
            && at - 2 != k
            && self.vg(at - 1).is_some_and(|v| v.tense == Tense::Ing && v.governs == Governs::Begin)
            && self.np(at - 2).is_some_and(|n| n.event.is_none() && (n.actors.is_empty() || j < k))
    }

    /// A caption: "X and Y hold a meeting in Lima, Peru, Feb. 27, 2019."
    fn day_of_the_caption(&self, k: usize) -> Option<DateExpr> {
        let last = (k + 1..self.c.len()).rev().find(|&j| !matches!(self.c[j].chunk, Chunk::Other | Chunk::Quote | Chunk::Break))?;
        let Chunk::Date(e @ DateExpr::Day { year: Some(_), to: None, .. }) = self.c[last].chunk else { return None };
        let mut verbs = self.c.iter().filter_map(|s| match &s.chunk {
            Chunk::Vg(v) if Self::finite(v) => Some(v),
            _ => None,
        });
        let main = verbs.next().filter(|v| v.tense == Tense::Present && verbs.next().is_none())?;
        (!main.copula && matches!(self.c[last - 1].chunk, Chunk::Comma)).then_some(e)
    }

    /// "received yesterday the speaker of Y": the day between the verb and its object.
    fn day_before_object(&self, k: usize) -> Option<DateExpr> {
        let on = usize::from(self.prep(k + 1) == Some("on"));
        let Chunk::Date(e) = self.c.get(k + 1 + on)?.chunk else { return None };
        self.vg(k).filter(|v| !v.passive && self.object(k) == Some(k + 2 + on) && v.tense != Tense::Ing).map(|_| e)
    }

    /// "Following the talks on December 16, X met Y": does the date at `j` belong to what the sentence opens with as over?
    fn of_what_was_before(&self, j: usize) -> bool {
        let event = j.checked_sub(1 + usize::from(self.prep(j.wrapping_sub(1)) == Some("on")));
        let over = |e: usize| matches!(self.prep(e), Some("following" | "after")) && e == 0;
        event.and_then(|e| e.checked_sub(1)).is_some_and(over)
            && event.is_some_and(|e| self.np(e).is_some_and(|n| n.event.is_some()))
            && matches!(self.c.get(j + 1).map(|s| &s.chunk), Some(Chunk::Comma))
    }

    /// "met with X and had a talk with him on July 14": the day of both.
    fn day_of_the_talk(&self, k: usize) -> Option<DateExpr> {
        self.vg(k).filter(|v| v.tense == Tense::Past && self.verb_is(v, &["meet"]))?;
        let clause =
            (k + 1..self.c.len()).take_while(|j| !matches!(self.c[*j].chunk, Chunk::Break | Chunk::That | Chunk::Rel | Chunk::Sub(_)));
        let and = clause.take_while(|j| self.vg(*j).is_none()).find(|&j| {
            let had = self.vg(j + 1).is_some_and(|v| v.tense == Tense::Past && self.verb_is(v, &["have", "hold"]));
            matches!(self.c[j].chunk, Chunk::And) && had && self.event_is(j + 2, ExchangeType::Meeting)
        })?;
        let with = self.prep(and + 3) == Some("with") && self.np(and + 4).is_some_and(|n| n.kind == NpKind::Pronoun);
        let behind = self.phrases(and + 3);
        behind.dates.first().map(|d| d.1).filter(|_| with)
    }

    fn met(&self, v: &Vg) -> bool {
        v.tense == Tense::Past && !v.negated && self.verb_is(v, &["meet", "receive", "greet"])
    }

    fn went(&self, v: &Vg) -> bool {
        // "was in Peru, where he met X"
        v.copula && v.tense == Tense::Past && v.end == v.start + 1 && !v.negated
            || v.tense == Tense::Past && self.verb_is(v, &["fly", "arrive", "travel", "visit", "land", "go", "touch down"])
            // "made a trip to Peru last week, where he met X"
            || v.tense == Tense::Past && self.verb_is(v, &["make", "pay"]) && (0..self.c.len()).any(|j| self.c[j].start == v.end && self.event_is(j, ExchangeType::Visit))
    }

    /// "In September X visited Peru, where he met Y": then.
    fn day_of_the_journey(&self, k: usize) -> Option<DateExpr> {
        let at = k.checked_sub(2).filter(|j| self.prep(*j) == Some("where") && self.vg(k).is_some_and(|v| self.met(v)))?;
        let mut verbs = (0..at).filter(|x| self.vg(*x).is_some_and(Self::finite));
        let goes = verbs.next().filter(|_| verbs.next().is_none()).filter(|g| self.vg(*g).is_some_and(|v| self.went(v)))?;
        self.date_of(goes, &self.phrases(self.object(goes).unwrap_or(goes) + 1))
    }

    /// "In talks with X, Y on Monday raised trade": the phrase that opens the sentence is of the day of its verb.
    fn day_of_the_frame(&self, k: usize) -> Option<DateExpr> {
        let noun = self.np(k).is_some_and(|n| n.event.is_some());
        let opens = (1..=2).contains(&k) && matches!(self.prep(k - 1), Some("in" | "during" | "at"));
        let comma = (k + 1..self.c.len()).find(|j| matches!(self.c[*j].chunk, Chunk::Comma)).filter(|_| noun && opens)?;
        let main = (comma + 1..self.c.len()).find(|j| self.vg(*j).is_some())?;
        let plain = |j: usize| !matches!(self.c[j].chunk, Chunk::Break | Chunk::That | Chunk::Rel | Chunk::Sub(_));
        self.vg(main).filter(|v| Self::finite(v) && v.tense == Tense::Past && (comma..main).all(plain))?;
        let before = (comma + 1..main).rev().find_map(|j| match self.c[j].chunk {
            Chunk::Date(e) => Some(e),
            _ => None,
        });
        let behind = || {
            self.phrases(self.object(main).map_or(main, |o| o) + 1).dates.first().filter(|d| !self.something_starts(d.0, k)).map(|d| d.1)
        };
        before.or_else(behind).filter(DateExpr::one_day)
    }

    /// "The last time he visited Peru was in October 2023": the day behind the verb that says when it was.
    pub(super) fn last_time(&self, k: usize) -> Option<Option<DateExpr>> {
        let time = |n: &Np| {
            matches!(self.r.word(n.end - 1).as_deref(), Some("time" | "occasion"))
                && (n.start..n.end).any(|t| matches!(self.r.word(t).as_deref(), Some("last" | "first" | "only")))
        };
        let that = |j: usize| j - usize::from(j > 0 && matches!(self.c[j - 1].chunk, Chunk::That));
        let subject = k.checked_sub(1).filter(|s| self.np(*s).is_some())?;
        let noun = that(subject).checked_sub(1).filter(|j| self.np(*j).is_some_and(time))?;
        if noun > 1 {
            return None;
        }
        let was = (k + 1..self.c.len()).find(|j| self.vg(*j).is_some_and(|v| v.copula && Self::finite(v)))?;
        Some(self.phrases(was + 1).dates.first().map(|d| d.1))
    }

    /// "discussed boosting trade and relations on Dec 15": the day behind what they spoke of.
    fn behind_gerund(&self, k: usize) -> Option<DateExpr> {
        let speaks = |v: &Vg| Self::finite(v) && self.verb_is(v, &["discuss"]);
        self.vg(k).filter(|v| speaks(v))?;
        self.vg(k + 1).filter(|v| v.tense == Tense::Ing && v.end == v.start + 1)?;
        let goes_on = |j: &usize| matches!(self.c[*j].chunk, Chunk::Np(_) | Chunk::And | Chunk::Prep(_) | Chunk::Date(_) | Chunk::Other);
        (k + 2..self.c.len()).take_while(goes_on).find_map(|j| match self.c[j].chunk {
            Chunk::Date(e @ (DateExpr::Day { .. } | DateExpr::Weekday { .. })) if self.prep(j - 1) == Some("on") => Some(e),
            _ => None,
        })
    }

    /// "On Friday X praised Y. He said this at a talk with Z": they talked on the day on which he spoke.
    fn said_then(&self, k: usize) -> Option<DateExpr> {
        let said = self.vg(1).is_some_and(|v| matches!(v.governs, Governs::Say) && v.tense == Tense::Past) && k > 1;
        let opens = self.np(0).is_some_and(|n| n.kind == crate::annotate::NpKind::Pronoun) && said;
        if !opens
            || !matches!(self.r.word(self.c[1].end).as_deref(), Some("this" | "so"))
            || !matches!(self.prep(k - 1), Some("at" | "during" | "in"))
        {
            return None;
        }
        self.day_before()
    }

    /// "Flying back on Monday was the group which visited Peru": the visit ended then.
    pub(super) fn day_of_return(&self, k: usize) -> Option<DateExpr> {
        use crate::lexicon::Phase;
        let relative = k > 0 && matches!(self.c[k - 1].chunk, Chunk::Rel | Chunk::That);
        let travels = self.vg(k).is_some_and(|v| self.travels(v));
        let returns = |g: &usize| self.vg(*g).is_some_and(|v| self.rules_of(v).any(|r| r.phase == Some(Phase::Return)));
        let g = (0..k).find(returns).filter(|_| relative && travels)?;
        self.phrases(g + 1).dates.first().map(|d| d.1)
    }

    /// "Several delegations left on Monday. They included": the day of the sentence before, if it says that they left.
    pub(super) fn left_before(&self) -> Option<Option<DateExpr>> {
        let (begin, end) = self.r.sentence_before(self.d.body)?;
        let word = |w: &str| (begin..end).any(|k| self.r.word(k).as_deref() == Some(w));
        let gone = (word("left") || word("leaving") || word("departed")) && (word("delegations") || word("groups"));
        gone.then(|| self.date_before())
    }

    /// The first date of the sentence before.
    fn date_before(&self) -> Option<DateExpr> {
        let (begin, end) = self.r.sentence_before(self.d.body)?;
        let whole = crate::annotate::Reader { begin, end, ..*self.r };
        (begin..end).find_map(|k| whole.date(k)).map(|d| d.0)
    }

    /// The day that the sentence before names.
    pub(super) fn day_before(&self) -> Option<DateExpr> {
        self.date_before().filter(DateExpr::one_day)
    }

    /// "on the same day": the day that the text named last before. "and met Y the next day", "two days later": the day that the
    /// sentence named before, how many days from it, and whether the text told it as one to come.
    pub(in crate::extract) fn same_day(&self, e: DateExpr) -> Option<(DateExpr, i32, bool)> {
        let DateExpr::Same(days) = e else { return None };
        let at = self.c.iter().find(|s| matches!(s.chunk, Chunk::Date(d) if d == e))?.start;
        let first = if days == 0 { self.d.body.max(at.saturating_sub(300)) } else { self.r.begin };
        let whole = crate::annotate::Reader { begin: first, ..*self.r };
        (first..at).rev().find_map(|k| {
            let (e, end) = whole.date(k).filter(|x| x.1 <= at)?;
            // "Dec. 6" is found at its month, before its number is.
            let stop = |t: &usize| {
                matches!(self.r.tokens[*t].kind, crate::text::Kind::Period | crate::text::Kind::Stop)
                    && !self.r.is(*t - 1, Closed::Abbreviation)
            };
            let mut sentence = (first.max(1)..k).rev().take_while(|t| !stop(t));
            let to_come =
                sentence.any(|t| self.r.is(t, Closed::Future) || self.r.is(t, Closed::Be) && self.r.word(t + 1).as_deref() == Some("to"));
            (e.one_day() && end <= at).then_some((e, days, to_come))
        })
    }

    /// "signed a memorandum to boost trade in the coming years on Sunday": the weekday that closes the sentence, behind a
    /// purpose or a manner.
    pub(super) fn closing_date(&self, from: usize) -> Option<DateExpr> {
        let purpose = match self.c.get(from).map(|s| &s.chunk) {
            Some(Chunk::Vg(v)) => v.tense == Tense::Infinitive,
            // "in order to"
            Some(Chunk::Adverb(_)) => self.vg(from + 1).is_some_and(|v| v.tense == Tense::Infinitive),
            Some(Chunk::Prep(_)) => matches!(self.vg(from + 1), Some(v) if v.tense == Tense::Ing),
            // "sent a message, congratulating him on his birthday on the same day"
            Some(Chunk::Comma) => self.vg(from + 1).is_some_and(|v| {
                v.tense == Tense::Ing && self.verb_is(v, &["congratulate", "extend", "express", "wish", "thank", "convey"])
            }),
            _ => false,
        };
        let last = (from..self.c.len()).rev().find(|&j| !matches!(self.c[j].chunk, Chunk::Other | Chunk::Quote))?;
        let Chunk::Date(e) = self.c[last].chunk else { return None };
        match e {
            // "to end the war by Tuesday": that is until when.
            DateExpr::Weekday { .. } if !matches!(self.prep(last.wrapping_sub(1)), Some("by" | "until" | "before" | "since")) => {}
            // "on Oct. 4": with a year it dates what is talked of.
            DateExpr::Day { year: None, .. } | DateExpr::Same(0) if self.prep(last.wrapping_sub(1)) == Some("on") => {}
            _ => return None,
        }
        // "to cement more than ever the bonds of partnership": a bond is no event.
        let told = |n: &Np| n.event.as_ref().is_some_and(|e| !self.noun_of(e, ExchangeType::Agreement));
        let than = |j: usize| matches!(&self.c[j].chunk, Chunk::Sub(s) if self.r.lx.text(*s) == "than");
        let plain = (from + 2..last).all(|j| {
            (!matches!(self.c[j].chunk, Chunk::Break | Chunk::Comma | Chunk::That | Chunk::Rel | Chunk::Sub(_) | Chunk::Vg(_)) || than(j))
                && !self.np(j).is_some_and(told)
        });
        // "on Easter Sunday" is another day's name.
        let named = self.r.tokens[self.c[last].start - 1].cap;
        (purpose && plain && !named).then_some(e)
    }

    /// Does the date at `j` stand behind a verb of speech, or behind a done thing while `k` is only planned?
    pub(super) fn dates_another(&self, j: usize, k: usize) -> bool {
        // "in a statement on Tuesday, said Y would come": when it was said.
        let words = |n: &Np| {
            matches!(self.r.word(n.end - 1).as_deref(), Some("statement" | "release" | "interview" | "communique" | "letter" | "post"))
        };
        let says = |x: usize| self.vg(x).is_some_and(|v| Self::finite(v) && matches!(v.governs, Governs::Say));
        let ahead = |x: usize| self.vg(x).is_some_and(|v| matches!(v.tense, Tense::Future | Tense::Possible));
        if (j + 1..k).any(says) && (j + 2..=k).any(ahead) && (0..j).any(|x| self.np(x).is_some_and(words)) {
            return true;
        }
        let clause = |x: &usize| !matches!(self.c[*x].chunk, Chunk::Comma | Chunk::Break | Chunk::Sub(_) | Chunk::Rel | Chunk::That);
        let Some(v) = (0..j).rev().take_while(clause).find_map(|x| self.vg(x).filter(|v| Self::finite(v) && !v.copula)) else {
            // "Talking to reporters on Thursday, X said A will sign": the day on which he talked.
            let speaks = (0..j)
                .any(|x| self.vg(x).is_some_and(|v| v.tense == Tense::Ing && self.verb_is(v, &["talk", "speak", "address", "brief"])));
            let says = (j + 1..k).any(says);
            // "on Monday when meeting X": the day of both.
            let own = |s: u32| j + 2 == k && matches!(self.r.lx.text(s), "when" | "while");
            let clause = matches!(k.checked_sub(1).map(|x| &self.c[x].chunk), Some(Chunk::Sub(s)) if !own(*s));
            let clause = clause && !self.just_before_meeting(k);
            // "had on Monday said that it would": the day within the verb.
            let within = |s: usize| self.c[s].start <= self.c[j].start && self.vg(s).is_some_and(|v| matches!(v.governs, Governs::Say));
            if j + 1 < k && within(j + 1) {
                return true;
            }
            return speaks && says || clause && self.vg(k).is_some();
        };
        if self.dates_promise(j, k) {
            return true;
        }
        // "on Monday signed agreements to have dialogue": the day of the signing.
        let aim = |x: usize| self.vg(x).is_some_and(|t| t.tense == Tense::Infinitive);
        if (j + 2..=k).any(|x| aim(x) && self.event_is(x - 1, ExchangeType::Agreement)) {
            return true;
        }
        // "said on Tuesday at a meeting with X", "said on Tuesday when meeting X": it was said there.
        let there = k == j + 2 && matches!(self.prep(j + 1), Some("at" | "during"));
        if k == j + 2 && matches!(self.prep(j + 1), Some("when" | "while")) && self.vg(k).is_some_and(|v| v.tense == Tense::Ing) {
            return false;
        }
        // "issued a statement on Monday in denunciation of their exercises"
        let reaction =
            || k >= 2 && self.prep(k - 1).is_some() && self.np(k - 2).is_some_and(|n| self.r.is(n.end - 1, Closed::ReactionNoun));
        // "landed on Sunday and was to hold talks": the day of the landing.
        let ahead = || {
            v.tense == Tense::Past
                && (j..k).any(|x| matches!(self.c[x].chunk, Chunk::And))
                && (j..k).rev().find_map(|x| self.vg(x)).is_some_and(|v| v.tense == Tense::Future)
        };
        let Some(t) = self.vg(k) else { return matches!(v.governs, Governs::Say) && !there || reaction() || ahead() };
        if self.blamed_for(k) {
            return true;
        }
        // "On Monday he laid a wreath before meeting X": the day of both.
        if self.just_before_meeting(k) {
            return false;
        }
        // "returned on Saturday after visiting X", "after a visit to X": the day that the visit ended.
        if self.prep(k - 1) == Some("after") && self.ends_journey(v) {
            return false;
        }
        matches!(v.governs, Governs::Say | Governs::Confirm)
            || matches!(t.tense, Tense::Future | Tense::Possible)
            || matches!(self.c[k - 1].chunk, Chunk::Sub(_))
            || (t.tense == Tense::Infinitive && self.governor(k).is_some_and(|g| self.vg(g).is_some_and(|gv| gv.start != v.start) && g > j))
    }

    /// "laid a wreath before meeting X": told as done.
    fn just_before_meeting(&self, k: usize) -> bool {
        k > 0 && self.prep(k - 1) == Some("before") && self.then_met(k)
    }

    /// "agreed on Monday to supply X with", "on Monday agreed to": the day of the promise.
    pub(super) fn dates_promise(&self, j: usize, k: usize) -> bool {
        let promises = |g: usize| {
            self.vg(g).is_some_and(|v| {
                matches!(v.governs, Governs::Plan | Governs::Propose) && matches!(v.tense, Tense::Past | Tense::Perfect) && !v.passive
            })
        };
        // "on Friday agreed to raise trade in talks with Y": the day of the talks.
        if self.np(k).is_some_and(|n| n.event.is_some()) && k > 0 && matches!(self.prep(k - 1), Some("in" | "during" | "at")) {
            return false;
        }
        let infinitive = |x: usize| self.vg(x).is_some_and(|t| t.tense == Tense::Infinitive);
        (j + 1..=k).any(|x| infinitive(x) && self.governor(x).is_some_and(promises))
    }

    /// "X is due on Sunday, and Y will come later": is the verb at `k`, of another than the day at `j`, told as later?
    fn comes_later(&self, j: usize, k: usize) -> bool {
        let later =
            |a: usize| matches!(&self.c[a].chunk, Chunk::Adverb(w) if matches!(self.r.lx.text(*w), "later" | "afterwards" | "soon"));
        // "will be in Peru on March 21 and later go to Chile"
        if (j + 1..k).any(later) && (j + 1..k).all(|a| later(a) || matches!(self.c[a].chunk, Chunk::And)) {
            return true;
        }
        let own = self.subject(k, 0).is_some_and(|s| s > j);
        let mut clause = (k + 1..self.c.len()).take_while(|a| !matches!(self.c[*a].chunk, Chunk::Vg(_) | Chunk::Break | Chunk::And));
        self.vg(k).is_some_and(Self::finite) && own && clause.any(later)
    }

    /// "and Tokyo on Sunday", ", Tokyo in May and Delhi in June": the next places of a journey and their days, behind the
    /// phrases of the first.
    pub(super) fn next_stops(&self, phrases: &Phrases) -> Vec<(Vec<PlaceRef>, DateExpr)> {
        let mut stops = Vec::new();
        let Some(mut last) = phrases.dates.first().map(|d| d.0) else { return stops };
        loop {
            let joins = |j: &usize| matches!(self.c.get(*j).map(|s| &s.chunk), Some(Chunk::And | Chunk::Comma));
            let beside = if stops.is_empty() { last + 1..(phrases.end + 1).max(last + 2) } else { last + 1..last + 2 };
            let Some(mut at) = beside.into_iter().find(joins) else { return stops };
            at += 1 + usize::from(joins(&(at + 1)));
            at += usize::from(matches!(self.prep(at), Some("to" | "in")));
            let places = self.destinations(at);
            let on = at + 1 + usize::from(matches!(self.prep(at + 1), Some("on" | "from" | "in")));
            match self.c.get(on).map(|s| &s.chunk) {
                Some(Chunk::Date(date)) if !places.is_empty() => stops.push((places, *date)),
                _ => return stops,
            }
            last = on;
        }
    }

    /// The word that opens the clause of `k`, where that is "since".
    pub(in crate::extract) fn since(&self, k: usize) -> Option<usize> {
        let within = |j: &usize| !matches!(self.c[*j].chunk, Chunk::Comma | Chunk::Break | Chunk::That | Chunk::Rel);
        let opens = |j: &usize| matches!(self.c[*j].chunk, Chunk::Sub(s) if self.r.lx.text(s) == "since");
        let j = (0..k).rev().take_while(within).find(opens)?;
        (j + 1..=k).any(|x| self.vg(x).is_some_and(Self::finite)).then_some(j)
    }

    /// "a month after a meeting", "two weeks after his visit", "45 years since X signed it": so long before what the sentence
    /// tells of today.
    pub(in crate::extract) fn so_long_after(&self, k: usize) -> Option<DateExpr> {
        let at = self.since(k).or(k.checked_sub(1))?;
        let (Chunk::Sub(s) | Chunk::Prep(s)) = self.c.get(at)?.chunk else { return None };
        let link = self.r.lx.text(s);
        let count = self.np(at.checked_sub(1)?).filter(|n| n.kind == NpKind::Other && n.end <= n.start + 3)?;
        let unit = match link {
            "after" if count.end == count.start + 2 => self.r.word(count.end - 1)?,
            "since" => self.r.word(count.end - 1)?,
            _ => link.strip_suffix(" after").filter(|_| count.end == count.start + 1)?.into(),
        };
        // "in the two years since"
        let first = count.start + usize::from(self.r.is(count.start, Closed::Determiner) && count.end == count.start + 3);
        let n = small_number(&self.r.word(first)?).filter(|n| (1..100).contains(n))?;
        Some(match &*unit {
            "day" | "days" => DateExpr::Days(-n),
            "week" | "weeks" => DateExpr::Weeks(-n),
            "month" | "months" => DateExpr::Months(-n),
            "year" | "years" => DateExpr::Years(-n),
            _ => return None,
        })
    }

    /// "will host X on Thursday, a day after she meets Y", "on Tuesday, two days before his talks with Z": the day that the
    /// clause before names, and how many days from it.
    pub(in crate::extract) fn days_apart(&self, k: usize) -> Option<(DateExpr, Direction, i32)> {
        let clause = |j: &usize| !matches!(self.c[*j].chunk, Chunk::Break | Chunk::Comma | Chunk::That | Chunk::Rel | Chunk::Vg(_));
        // "a day after X and Y held a summit": behind its own verb.
        let carrier = |g: &usize| self.vg(*g).is_some_and(|v| Self::finite(v) && matches!(v.governs, Governs::Do | Governs::Begin));
        let k = k.checked_sub(1).filter(|g| self.np(k).is_some() && carrier(g)).unwrap_or(k);
        let at = (0..k).rev().take_while(clause).find(|j| self.prep(*j).is_some_and(sooner_or_later))?;
        let link = self.prep(at)?;
        let way = if link.ends_with("after") { 1 } else { -1 };
        // "a day after", "two" and "days after", "a day" and "before"
        let counted = at.checked_sub(1).and_then(|j| self.np(j)).filter(|n| n.kind == NpKind::Other && n.end <= n.start + 2);
        let (count, from) = match (link, counted) {
            ("a day after" | "a day before", _) => (1, at),
            ("days after" | "days before", Some(n)) if n.end == n.start + 1 => (small_number(&self.r.word(n.start)?)?, at - 1),
            ("after" | "before", Some(n)) if n.end == n.start + 2 && matches!(&*self.r.word(n.end - 1)?, "day" | "days") => {
                (small_number(&self.r.word(n.start)?)?, at - 1)
            }
            _ => return None,
        };
        let main = (0..from).rev().take_while(|j| !matches!(self.c[*j].chunk, Chunk::Break | Chunk::That | Chunk::Rel | Chunk::Sub(_)));
        let day = main.filter_map(|j| match self.c[j].chunk {
            Chunk::Date(e) => Some(e),
            _ => None,
        });
        let ahead = |g: usize| self.mode(g).direction == Direction::Future;
        let main = (0..from).rev().find(|g| self.vg(*g).is_some_and(Self::finite)).is_some_and(ahead);
        Some((day.take(1).find(DateExpr::one_day)?, if main { Direction::Future } else { Direction::Past }, -way * count))
    }

    /// Is somebody called by an office that he held last more than a year ago, "President Kim Dae Jung" in 2011? Then it is no
    /// news.
    pub(in crate::extract) fn bygone(&self, who: &Resolved) -> bool {
        let over = |a: &Actor| {
            let called = a.office.is_some() && a.level == Some(Level::Leader) && !a.former;
            called && a.person.is_some_and(|id| self.r.lx.persons[id as usize].out_of_office(self.d.article.date))
        };
        let phrase = (0..self.c.len()).filter_map(|k| self.np(k)).find(|n| n.start <= who.at && who.at < n.end);
        who.level == Some(Level::Leader) && phrase.is_some_and(|n| n.kind == NpKind::Actor && n.actors.len() == 1 && over(&n.actors[0]))
    }

    /// Is the thing at `k` told as remembered, or of some time or other: "recalled that", "some time ago", "Earlier,"?
    pub(in crate::extract) fn long_ago(&self, k: usize) -> bool {
        let remembers = |v: &Vg| self.verb_is(v, &["recall", "remember", "recollect", "reminisce"]) && !v.negated;
        if (0..k).any(|j| self.vg(j).is_some_and(remembers)) {
            return true;
        }
        if matches!(self.r.word(self.r.begin).as_deref(), Some("earlier" | "previously")) || self.commemorated(k) {
            return true;
        }
        // "returned after a visit to Peru, during which he met X"
        let which = (1..k).rev().find(|&j| matches!(self.c[j].chunk, Chunk::Rel) && self.prep(j - 1) == Some("during"));
        let over = |j: usize| {
            matches!(&self.c[j].chunk, Chunk::Sub(s) | Chunk::Prep(s) if matches!(self.r.lx.text(*s), "after" | "following"))
                && self.event_is(j + 1, ExchangeType::Visit)
        };
        if which.is_some_and(|w| (0..w).any(over)) {
            return true;
        }
        // "is back from a trip to Peru, where he met X"
        let back = |j: usize| (self.c[j].start..=self.c[j].end).any(|t| self.r.word(t).as_deref() == Some("back"));
        let home = |j: usize| self.prep(j) == Some("from") && self.event_is(j + 1, ExchangeType::Visit) && j > 0 && back(j - 1);
        let link = (0..k).rev().find(|j| self.prep(*j) == Some("where"));
        if link.is_some_and(|w| (1..w).any(home)) {
            return true;
        }
        // "Arriving here earlier were"
        let before = |j: usize| self.c.get(j).is_some_and(|s| matches!(s.chunk, Chunk::Adverb(a) if self.r.lx.text(a) == "earlier"));
        if before(k + 1) || before(k + 2) && matches!(self.c[k + 1].chunk, Chunk::Adverb(_)) {
            return true;
        }
        // "the two last met at a summit": not today.
        if (0..k).any(|j| matches!(self.c[j].chunk, Chunk::Adverb(a) if self.r.lx.text(a) == "last")) {
            return true;
        }
        // "the first since X visited Y"
        if self.since(k).is_some() {
            return true;
        }
        // "he held talks with X, he noted": a remark on what was done.
        let remark = |v: &Vg| self.verb_is(v, &["note", "stress", "add", "underline", "emphasize", "remark", "assert", "opine"]);
        let last = (0..self.c.len()).rev().find(|&j| self.vg(j).is_some());
        if last.is_some_and(|j| {
            j > k + 1
                && self.vg(j).is_some_and(|v| Self::finite(v) && remark(v))
                && self.np(j - 1).is_some()
                && j >= 2
                && matches!(self.c[j - 2].chunk, Chunk::Comma | Chunk::Quote)
                && (j + 1..self.c.len()).all(|x| !matches!(self.c[x].chunk, Chunk::Np(_) | Chunk::That))
        }) {
            return true;
        }
        let text = self.r.slice(self.r.begin, self.r.end).to_lowercase();
        [
            "some time ago",
            "sometime ago",
            "long ago",
            "for years",
            "in the first days of",
            "in the early days of",
            "in the first weeks of",
            "in the first months of",
        ]
        .iter()
        .any(|w| text.contains(w))
    }
}
