//! The phrases that belong to a noun: behind it, behind its verb, in an apposition.

use super::*;
use crate::annotate::{Chunk, Np, NpKind, Tense, Vg};
use crate::lexicon::{Closed, Governs};
use crate::model::ExchangeType;

impl Clause<'_, '_> {
    /// Phrases behind a passive belong to the noun too: "talks were held in Brussels".
    pub(super) fn gather<'s>(&'s self, site: &mut Site<'s>) {
        let &mut Site { k, e, rule, verb_after, .. } = site;
        let mut all = std::mem::take(&mut site.all);
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
            let answers = |s: u32| {
                matches!(self.r.lx.text(s), "in response to" | "in return for" | "after" | "following" | "over" | "due to" | "because of")
            };
            let another = |p: &(u32, usize)| {
                (spoken_of || answers(p.0)) && self.np(p.1).is_some_and(|n| n.event.as_ref().is_some_and(|e| self.noun_of(e, rule.kind)))
            };
            if let Some(cut) = more.preps.iter().position(another) {
                let at = more.preps[cut].1;
                more.preps.truncate(cut);
                more.dates.retain(|d| d.0 < at);
            }
            // "takes place within 15 days after his visit to Fiji in May"
            let later = (g + 1..more.end.min(self.c.len())).find(|j| {
                matches!(&self.c[*j].chunk, Chunk::Sub(s) if self.r.lx.text(*s).ends_with("after")) && self.event_is(j + 1, rule.kind)
            });
            if let Some(j) = later {
                more.preps.retain(|p| p.1 < j);
                more.dates.retain(|d| d.0 < j);
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
        // "conveyed to X a message from Y", "signed with X an agreement", "received from X two ships": who else, stands before it.
        if let (3.., Some(Chunk::Prep(to))) = (k, k.checked_sub(2).map(|j| &self.c[j].chunk)) {
            let gives = self.vg(k - 3).is_some_and(|v| !v.passive && (self.light(v, rule) || v.governs == Governs::Do));
            let fits = match rule.kind {
                ExchangeType::Message => self.r.lx.text(*to) == "to",
                ExchangeType::Transfer => matches!(self.r.lx.text(*to), "to" | "from"),
                ExchangeType::Agreement | ExchangeType::Meeting => self.r.lx.text(*to) == "with",
                _ => false,
            };
            let given = fits && gives && !all.preps.iter().any(|p| p.0 == *to);
            if given && self.np(k - 1).is_some_and(|n| n.kind == NpKind::Actor || n.kind == NpKind::Pronoun) {
                all.preps.push((*to, k - 1));
                let verb = self.vg(k - 3).map(|v| (k - 3, v));
                site.verb_before = site.verb_before.or(verb);
                site.light_before = site.light_before.or(verb.filter(|(_, v)| self.light(v, rule)));
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
        // "a stopover in Lima on his way to Tokyo": the way's.
        all.preps.retain(|(s, j)| {
            !(rule.place_target && *j >= k + 4 && self.r.lx.text(*s) == "to" && self.event_is(*j - 2, ExchangeType::Visit))
        });
        site.all = all;
    }
}
