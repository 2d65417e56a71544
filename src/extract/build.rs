//! From filled roles to mentions: pairs, level, sector, place, date, status.

use super::clause::{Clause, Mode, Phrases};
use super::discourse::{Parties, Resolved, Via};
use super::trace::Why;
use crate::annotate::dates::{self, DateExpr, Direction};
use crate::annotate::{ActorKind, Chunk, NpKind, PlaceRef, Tense, Vg};
use crate::lexicon::{Closed, Entry, Force, Governs, Lexicon, Part, Rule, kinds};
use crate::model::{DatePrecision, DateSource, ExchangeType, Level, Mention, Sector, Signal, Signals, Spans, Status, When};

/// Who stands on which side.
pub(super) enum Sides {
    /// Every traveller goes to every place.
    Travel {
        travellers: Vec<Resolved>,
        places: Vec<PlaceRef>,
    },
    Two {
        sources: Vec<Resolved>,
        targets: Vec<Resolved>,
    },
    /// All with all.
    List(Vec<Resolved>),
}

/// How the trigger tells it.
#[derive(Clone, Copy)]
pub(super) struct Told<'a> {
    pub mode: Mode,
    pub date: Option<DateExpr>,
    /// Tokens of the trigger.
    pub trigger: (usize, usize),
    pub phrases: &'a Phrases,
    /// Chunk of the trigger.
    pub at: usize,
    pub verb: Option<&'a Vg>,
}

/// Puts actors of one country together, the highest first.
fn by_country(actors: Vec<Resolved>) -> Vec<Resolved> {
    by(actors, |o, a| o.country == a.country)
}

/// The same for who travels: two delegations, of a ministry and of a university, make two journeys of two types.
fn by_journey(actors: Vec<Resolved>) -> Vec<Resolved> {
    let troupe = |r: &Resolved| r.kind == ActorKind::Unofficial && r.name.is_some();
    let official = |r: &Resolved| r.kind == ActorKind::Group && r.name.is_some();
    by(actors, |o, a| o.country == a.country && !(troupe(o) && official(a) || official(o) && troupe(a)))
}

fn by(actors: Vec<Resolved>, same: impl Fn(&Resolved, &Resolved) -> bool) -> Vec<Resolved> {
    let mut out: Vec<Resolved> = Vec::new();
    for a in actors {
        match out.iter_mut().find(|o| same(o, &a)) {
            Some(o) => {
                let better = match (o.level, a.level) {
                    (Some(x), Some(y)) => y < x && !(o.name.is_some() && a.name.is_none()),
                    (None, Some(_)) => true,
                    _ => o.name.is_none() && a.name.is_some(),
                };
                if better {
                    *o = a;
                }
            }
            None => out.push(a),
        }
    }
    out
}

pub(super) fn emit(
    c: &Clause<'_, '_>,
    rule: &Rule,
    sides: Sides,
    told: Told<'_>,
    last: &mut Option<Parties>,
    out: &mut Vec<Mention>,
) -> Why {
    // Why the pair that came last gave no row, if none did.
    let mut why: Why = Err("the traveller is at home there");
    let before = out.len();
    match sides {
        Sides::Travel { travellers, places } => {
            let everybody = travellers.clone();
            let travellers = by_journey(travellers);
            for t in &travellers {
                let mut seen: Vec<u16> = Vec::new();
                for p in &places {
                    if p.country == t.country || seen.contains(&p.country) {
                        continue;
                    }
                    // The Pope returns to Rome.
                    if super::clause::HOME_ABROAD.contains(&(c.d.lx.iso(t.country), c.d.lx.iso(p.country)))
                        && !p.whole_country
                        && c.r.slice(p.start, p.end) == "Rome"
                    {
                        continue;
                    }
                    seen.push(p.country);
                    if rule.phase.is_none() && rule.kind != ExchangeType::Accreditation && c.lives_there(t, p.country) {
                        why = Err("a diplomat goes about where he is posted");
                        continue;
                    }
                    let target = c.d.bare(p.country, p.start);
                    why = push(c, rule, t, &target, Some(p), &told, 2, out);
                    // "X and Y spoke during X's visit to Peru. The leaders signed": those two, whom the talks named.
                    let of = |v: &[Resolved], country: u16| v.iter().any(|r| r.country == country && r.name.is_some());
                    let named = |(a, b): &Parties| of(a, t.country) && of(b, p.country) || of(b, t.country) && of(a, p.country);
                    if !last.as_ref().is_some_and(named) {
                        let along = everybody.iter().filter(|o| o.country == t.country && o.name != t.name).cloned();
                        *last = Some((std::iter::once(t.clone()).chain(along).collect(), vec![target]));
                    }
                }
            }
        }
        Sides::Two { sources, targets } => {
            let (sources, mut targets) = (by_country(sources), by_country(targets));
            // "It was greeted by vice-premier X and by the Chinese ambassador": a delegation's own ambassador is no host.
            let own = |t: &Resolved| t.accredited() && sources.iter().any(|s| s.country == t.country);
            if rule.kind == ExchangeType::Meeting && targets.iter().any(|t| !own(t)) {
                targets.retain(|t| !own(t));
            }
            let sources: Vec<Resolved> = sources.into_iter().filter(|s| targets.iter().all(|t| t.country != s.country)).collect();
            let parties = sources.len() + targets.len();
            // One with each of many is told as many pairs; many with many is multilateral.
            let one = sources.len() == 1 || targets.len() == 1;
            let each = rule.kind == ExchangeType::Accreditation
                || rule.kind == ExchangeType::Message && targets.len() == 1
                || rule.kind == ExchangeType::Call && one;
            if parties > 4 && sources.len() > 1 && !each {
                return Err("more than four parties");
            }
            let says = |words: &[&str]| (c.r.begin..c.r.end).any(|k| c.r.word(k).is_some_and(|w| words.contains(&&*w)));
            // "had talks separately with six presidents"
            // "will hold bilateral meetings with the leaders of Peru, Chile, Cuba and Fiji"
            let bilaterals = || {
                let several = c.r.word(told.trigger.1 - 1).is_some_and(|w| matches!(&*w, "meetings" | "talks" | "bilaterals"));
                let bilateral = c.np(told.at).is_some_and(|n| c.r.slice(n.start, n.end).to_lowercase().contains("bilateral"));
                let before = c.r.slice(c.r.begin, told.trigger.1).to_lowercase();
                several && (bilateral || ["one-on-one", "individual ", "bilaterally"].iter().any(|w| before.contains(w)))
            };
            let apart = || says(&["separately", "separate", "each", "respectively"]) || sources.len() == 1 && bilaterals();
            // "On his tour, X will meet with A, B, C and D": one person, and four whom he meets one by one.
            let one_by_one = || {
                sources.len() == 1
                    && sources[0].kind == ActorKind::Person
                    && targets.iter().all(|t| t.kind == ActorKind::Person && t.name.is_some())
                    && says(&["also", "bilateral", "meetings", "series", "tour", "visit", "visits", "trip", "others"])
            };
            if parties > 4 && rule.kind == ExchangeType::Meeting && !apart() && !one_by_one() {
                return Err("more than four parties");
            }
            for s in &sources {
                for t in &targets {
                    why = push(c, rule, s, t, None, &told, parties.min(4) as u8, out);
                    // "X spoke with Y and Z. The two nations": not those of the last pair.
                    if parties == 2 {
                        *last = Some((vec![s.clone()], vec![t.clone()]));
                    }
                    if parties == 2 && why.is_ok() {
                        c.d.told_here.replace(last.clone());
                    }
                }
            }
            // "held a trilateral meeting with A and B": A and B met too.
            if let ([_], [a, b]) = (&sources[..], &targets[..]) {
                let words = c.np(told.at).map(|n| c.r.slice(n.start, n.end).to_lowercase()).unwrap_or_default();
                if ["trilateral", "three-way", "tripartite"].iter().any(|w| words.contains(w)) {
                    why = push(c, rule, a, b, None, &told, 3, out).or(why);
                }
            }
        }
        Sides::List(actors) => {
            let actors = by_country(actors);
            if actors.len() < 2 || actors.len() > 4 {
                return Err(if actors.len() < 2 { "only one country" } else { "more than four parties" });
            }
            for i in 0..actors.len() {
                for j in i + 1..actors.len() {
                    why = push(c, rule, &actors[i], &actors[j], None, &told, actors.len() as u8, out);
                    *last = Some((vec![actors[i].clone()], vec![actors[j].clone()]));
                }
            }
        }
    }
    if out.len() > before { Ok(()) } else { why }
}

/// "a professor of the Gold University of Peru and his party": who acts for himself, with others.
fn with_party(c: &Clause<'_, '_>, r: &Resolved) -> bool {
    let Some(end) = c.phrase_of(r).map(|k| c.c[k].end) else { return false };
    let and = end + usize::from(c.r.kind(end) == Some(crate::text::Kind::Comma));
    and + 2 < c.r.end
        && c.r.word(and).as_deref() == Some("and")
        && matches!(c.r.word(and + 1).as_deref(), Some("his" | "her" | "their"))
        && matches!(c.r.word(and + 2).as_deref(), Some("party" | "delegation" | "entourage" | "companion" | "companions"))
}

/// Do the phrases behind the trigger say that they spoke by telephone?
fn by_telephone(c: &Clause<'_, '_>, rule: &Rule, told: &Told<'_>) -> bool {
    if rule.as_call.is_empty() {
        return false;
    }
    let end = c.c.get(told.phrases.end).map_or(c.r.end, |s| s.start);
    let tail = c.r.slice(c.c[told.at].start, end.max(c.c[told.at].end)).to_lowercase();
    rule.as_call.iter().any(|w| tail.contains(w.as_str()))
}

/// Who has left office, as the text's own past date finds him: in office.
pub(super) fn in_office_then(c: &Clause<'_, '_>, who: &Resolved, told: &Told<'_>, rule: &Rule) -> Option<Resolved> {
    if !who.former || who.kind != ActorKind::Person || who.level != Some(Level::Unofficial) {
        return None;
    }
    let called = |a: &&crate::annotate::Actor| a.name.is_some_and(|(s, e)| who.name.as_deref() == Some(c.r.slice(s, e)));
    let actor = c.np(c.phrase_of(who)?)?.actors.iter().find(called)?;
    let person = actor.person.filter(|_| !actor.former)?;
    let day = when(c, told, Status::Occurred, rule).filter(|w| w.source == DateSource::Text && w.precision != DatePrecision::Week)?;
    let months: &[i8] = if day.precision == DatePrecision::Year { &[3, 7, 11] } else { &[day.start.month()] };
    let person = &c.d.lx.persons[person as usize];
    let mut then = months.iter().filter_map(|m| jiff::civil::Date::new(day.start.year(), *m, 1).ok()).map(|d| person.at(d));
    let (term, _) = then.find(|(_, in_office)| *in_office)?;
    Some(Resolved { former: false, country: term.country, level: Some(term.level), sector: Some(term.sector), ..who.clone() })
}

#[allow(clippy::too_many_arguments)]
fn push(
    c: &Clause<'_, '_>,
    rule: &Rule,
    source: &Resolved,
    target: &Resolved,
    place: Option<&PlaceRef>,
    told: &Told<'_>,
    parties: u8,
    out: &mut Vec<Mention>,
) -> Why {
    let lx = c.d.lx;
    // "Clinton met Assad in Geneva in 2000": in the office that he held then.
    let (then_source, then_target) = (in_office_then(c, source, told, rule), in_office_then(c, target, told, rule));
    let (source, target) = (then_source.as_ref().unwrap_or(source), then_target.as_ref().unwrap_or(target));
    // Private travel and contacts are no exchange; who has left office acts for himself, unless he leads a delegation.
    let led = |r: &Resolved| r.kind == ActorKind::Group && r.name.is_some();
    let alone = |r: &Resolved| r.kind == ActorKind::Person && r.level == Some(Level::Unofficial);
    let party = |r: &Resolved| alone(r) && rule.kind == ExchangeType::Visit && with_party(c, r);
    let private = |r: &Resolved| r.former && !led(r) || alone(r) && !party(r);
    if source.country == target.country || private(source) || private(target) {
        return Err("both sides are one country, or one acts for himself");
    }
    // Between private people there is no message, and no reception of theirs (codebook, hard cases 15 and 16).
    let unofficial = |r: &Resolved| r.kind == ActorKind::Unofficial;
    if (rule.kind == ExchangeType::Message || rule.embassy) && (unofficial(source) || rule.embassy && unofficial(target)) {
        return Err("between private people");
    }
    // "Russia's Gazprom": a name without office signs and sends for a company.
    // "his Beninese counterpart X" has the other's office.
    let peer = |r: &Resolved| (r.span.0..r.span.1).any(|k| c.r.counterpart(k));
    let company = |r: &Resolved| r.kind == ActorKind::Person && r.office.is_none() && r.level.is_none() && !peer(r);
    // "signs an agreement with the institute", "doses made by the institute": a body that is not the state's.
    if rule.kind == ExchangeType::Agreement && (unofficial(source) || unofficial(target))
        || rule.kind == ExchangeType::Transfer && unofficial(source)
    {
        return Err("a private body signs and gives for no government");
    }
    // A ship, a suspect, a tourist: nobody with a rank travels for a state.
    if rule.kind == ExchangeType::Visit && company(source) {
        return Err("a traveller without office");
    }
    if rule.kind == ExchangeType::Message && company(source) && source.via == super::discourse::Via::Named {
        return Err("a name without office writes for no government");
    }
    let governmental =
        matches!(rule.kind, ExchangeType::Transfer | ExchangeType::Agreement | ExchangeType::Exercise | ExchangeType::Accreditation);
    if governmental && (company(source) || company(target)) {
        return Err("a name without office signs for no government");
    }
    if rule.forces && (source.force.is_none() || target.force.is_none()) {
        return Err("no armed forces");
    }
    if rule.vessels && source.force != Some(Force::Vessel) {
        return Err("no warship");
    }
    let kind = match rule.kind {
        // Ships call at a port; troops are deployed, which is no exchange.
        // Sent ships are deployed.
        ExchangeType::Visit if source.force == Some(Force::Vessel) && rule.owner => return Err("ships that are sent are deployed"),
        ExchangeType::Visit
            if source.force == Some(Force::Vessel)
                && told.verb.is_some_and(|v| v.verbs.iter().any(|x| lx.verbs[*x as usize].text == "return")) =>
        {
            return Err("ships that return were deployed");
        }
        ExchangeType::Visit if source.force == Some(Force::Vessel) => ExchangeType::Exercise,
        ExchangeType::Visit if source.force == Some(Force::Troops) => return Err("troops that move are deployed"),
        ExchangeType::Visit if source.kind == ActorKind::Unofficial || party(source) => ExchangeType::Delegation,
        // "held talks over the telephone"
        ExchangeType::Meeting if by_telephone(c, rule, told) => ExchangeType::Call,
        // "a delegation led by the president of the company"
        ExchangeType::Visit if source.kind == ActorKind::Group && source.level == Some(Level::Unofficial) && !source.former => {
            ExchangeType::Delegation
        }
        k => k,
    };
    let travel = matches!(kind, ExchangeType::Visit | ExchangeType::Delegation);
    let mut status = rule.status.unwrap_or(told.mode.status);
    match rule.phase {
        Some(crate::lexicon::Phase::Depart | crate::lexicon::Phase::Arrive) if status == Status::Occurred => status = Status::Ongoing,
        Some(crate::lexicon::Phase::Return) if status == Status::Ongoing => status = Status::Occurred,
        _ => {}
    }
    // "X says that Y is supplying Z": arms that a third country speaks of.
    let claimed = kind == ExchangeType::Transfer
        && matches!(status, Status::Occurred | Status::Ongoing)
        && told.verb.is_some_and(|v| v.finite() || v.tense == crate::annotate::Tense::Ing)
        && c.said_by_others(told.at, [source.country, target.country]);
    if claimed {
        status = Status::Alleged;
    }
    let finished = told.verb.is_some_and(|v| v.governs == Governs::End);
    if !travel
        && status == Status::Ongoing
        && !told.verb.is_some_and(|v| {
            v.governs == Governs::Begin
                || v.tense == crate::annotate::Tense::Progressive
                || c.being(v)
                || kind == ExchangeType::Transfer && c.was_doing(v)
        })
        && !begun(c, told)
    {
        status = Status::Occurred;
    }
    if travel && finished && status == Status::Ongoing {
        status = Status::Occurred;
    }
    // A plan with a date behind the article, or the reverse, is told by its date.
    let mut when = when(c, told, status, rule);
    if when.is_some_and(|w| w.source != DateSource::Text) && (c.bygone(source) || c.bygone(target)) {
        when = None;
    }
    // "handed him an invitation to visit Peru on Saturday": the day of the invitation. What is only spoken of has no past day.
    let spoken_of = status == Status::Proposed && rule.kind == ExchangeType::Visit;
    when = when.filter(|w| !(spoken_of && w.precision == DatePrecision::Day && w.start <= c.d.article.date && w.end.is_none()));
    if let Some(w) = when {
        let day = c.d.article.date;
        if matches!(status, Status::Occurred)
            && w.source == DateSource::Text
            && w.precision == DatePrecision::Day
            && (w.start - day).get_days() > i32::from(told.mode.direction != Direction::Nearest && w.end.is_none())
        {
            status = Status::Planned;
        }
        // "visited X to have an audience with Y in 1993": it has been.
        let gone = match w.precision {
            DatePrecision::Year => w.start.year() < day.year(),
            DatePrecision::Day => w.end.is_none() && (day - w.start).get_days() > 60,
            _ => false,
        };
        if status == Status::Planned
            && w.source == DateSource::Text
            && gone
            && matches!(rule.kind, ExchangeType::Visit | ExchangeType::Meeting)
        {
            status = Status::Occurred;
        }
        // "a visit next year" has not been.
        let done = matches!(status, Status::Occurred | Status::Ongoing);
        if done && w.source == DateSource::Text && w.precision > DatePrecision::Day && w.start > day {
            status = Status::Planned;
        }
        if status == Status::Ongoing && w.source == DateSource::Text {
            // "in a speech during his visit to Peru on July 19", told on the 25th: he is gone. Who arrived may still be there.
            let during = if rule.part == Part::Noun && kind == ExchangeType::Visit { 3 } else { 14 };
            // "during his visit on February 10-11", told in September
            if w.precision == DatePrecision::Day && w.end.is_some_and(|e| (day - e).get_days() > 0) {
                status = Status::Occurred;
            } else if matches!(w.precision, DatePrecision::Day)
                && (w.start - day).get_days() > i32::from(told.mode.direction != Direction::Nearest)
            {
                status = Status::Planned;
            } else if matches!(w.precision, DatePrecision::Year | DatePrecision::Quarter)
                // "signed during his visit on November 9", told in January
                || w.precision == DatePrecision::Day && w.end.is_none() && (day - w.start).get_days() > during
                || (w.precision == DatePrecision::Month && w.start.first_of_month() != day.first_of_month())
            {
                status = Status::Occurred;
            }
        }
    }
    if let Some(w) = &mut when {
        if let Some(e) = w.end {
            if e < w.start {
                w.end = None;
            }
        }
    }
    let (location_country, location_name) = location(c, rule, kind, source, target, place, told);
    let mut level = level(lx, kind, source, target);
    // "Peru and Chile hold a foreign ministers' meeting"
    if level == Some(Level::Working) && kind == ExchangeType::Meeting && source.level.is_none() && target.level.is_none() {
        level = c.rank_of_talks(told.at, told.trigger).or(level);
    }
    let sector = sector(c, rule, kind, source, target, told);
    let first = c.r.tokens[c.r.begin].start as usize;
    let last = c.r.tokens[c.r.end - 1].end as usize;
    // Guest first, where one side is at home.
    let (source, target) =
        if !kind.directed() && location_country.is_some_and(|l| l == lx.iso(source.country)) { (target, source) } else { (source, target) };
    let signals = signals(c, rule, source, target, told, status, when.as_ref(), parties);
    let confidence = lx.confidence.probability(kind, signals);
    if kind == ExchangeType::Agreement && parties == 2 && !c.d.probing {
        c.d.treaty.set(Some((c.n, source.country, target.country)));
    }
    out.push(Mention {
        kind,
        source: lx.iso(source.country),
        target: lx.iso(target.country),
        when,
        location_country,
        location_name,
        source_head: source.name.clone(),
        target_head: if travel { None } else { target.name.clone() },
        source_office: source.office.clone(),
        target_office: if travel { None } else { target.office.clone() },
        level,
        sector,
        status,
        parties,
        evidence: (first, last),
        trigger: c.r.slice(told.trigger.0, told.trigger.1).to_string(),
        rule: rule.id.clone(),
        confidence,
        signals,
        spans: Spans { source: c.bytes(source.span), target: c.bytes(target.span), trigger: c.bytes(told.trigger) },
        inferred: false,
    });
    Ok(())
}

/// What speaks for and against a row; the weights are data (`lexicon/confidence.toml`).
fn signals(
    c: &Clause<'_, '_>,
    rule: &Rule,
    source: &Resolved,
    target: &Resolved,
    told: &Told<'_>,
    status: Status,
    when: Option<&When>,
    parties: u8,
) -> Signals {
    let mut s = Signals::default();
    let both = [source, target];
    s.set(Signal::Noun, rule.part == Part::Noun);
    s.set(Signal::Carried, rule.part == Part::Noun && told.verb.is_some());
    s.set(Signal::Undated, when.is_none());
    s.set(Signal::DateInWords, when.is_some_and(|w| w.source == DateSource::Text));
    s.set(Signal::Planned, status == Status::Planned);
    s.set(Signal::Unreal, matches!(status, Status::Proposed | Status::Alleged | Status::Denied | Status::Cancelled));
    s.set(Signal::SourceNamed, source.name.is_some());
    s.set(Signal::TargetNamed, target.name.is_some());
    s.set(Signal::SourceRanked, source.level.is_some_and(|l| l < Level::Working));
    s.set(Signal::BareSource, source.kind == ActorKind::Country);
    s.set(Signal::BareTarget, target.kind == ActorKind::Country);
    s.set(Signal::Anaphor, both.iter().any(|r| r.via == Via::Anaphor));
    s.set(Signal::Recalled, both.iter().any(|r| r.via == Via::Recalled));
    s.set(Signal::AtHome, both.iter().any(|r| r.via == Via::Home));
    s.set(Signal::Several, parties > 2);
    s.set(Signal::Later, c.n > 0);
    s.set(Signal::Deep, c.n > 3);
    s.set(Signal::Long, c.r.end - c.r.begin > 45);
    s.set(Signal::Spoken, c.c.iter().any(|x| matches!(&x.chunk, Chunk::Vg(v) if v.governs == Governs::Say)));
    s.set(Signal::Conditional, told.mode.direction == Direction::Future && !told.mode.news);
    s
}

/// "begin discussing", "are to start negotiating", "the ongoing talks".
fn begun(c: &Clause<'_, '_>, told: &Told<'_>) -> bool {
    let ongoing = |np: &crate::annotate::Np| np.event.as_ref().is_some_and(|e| e.status == Some(Status::Ongoing));
    // "Talks between X and Y are currently under way"
    let stands = |v: &crate::annotate::Vg| {
        let mut words = (v.start..(v.end + 3).min(c.r.end)).filter_map(|t| c.r.word(t));
        v.copula && v.tense == crate::annotate::Tense::Present && words.any(|w| matches!(&*w, "underway" | "ongoing" | "way"))
    };
    let behind = || (told.at + 1..c.c.len()).find_map(|j| c.vg(j));
    c.np(told.at).is_some_and(ongoing)
        || told.at.checked_sub(1).is_none_or(|b| c.prep(b).is_none()) && behind().is_some_and(stands)
        || told.at > 0 && matches!(&c.c[told.at - 1].chunk, Chunk::Vg(v) if v.governs == Governs::Begin)
}

/// When it took place: what the words say, and how long it lasted.
fn when(c: &Clause<'_, '_>, told: &Told<'_>, status: Status, rule: &Rule) -> Option<When> {
    let lx = c.d.lx;
    // "The exercise will conclude on 25 November": not the day on which it began.
    let closes = told.verb.is_some_and(|v| v.governs == Governs::End && v.tense == crate::annotate::Tense::Future);
    if closes && matches!(rule.kind, ExchangeType::Exercise | ExchangeType::Visit) {
        return None;
    }
    let mut w = day_of(c, told, status, rule)?;
    if matches!(rule.kind, ExchangeType::Visit | ExchangeType::Delegation) && w.precision == DatePrecision::Day && w.end.is_none() {
        let own = std::iter::once(told.at).chain(told.phrases.preps.iter().map(|p| p.1));
        let journey = |np: &&crate::annotate::Np| {
            let of = np.event.iter().flat_map(|e| &lx.nouns[e.noun as usize].rules).map(|r| &lx.rules[*r as usize]);
            np.event.is_none() || of.into_iter().any(|r| r.kind == ExchangeType::Visit)
        };
        // "the first leg of a nine-day tour": so long is the tour.
        let stage = |k: &usize| {
            let leg = k
                .checked_sub(2)
                .and_then(|j| c.np(j))
                .is_some_and(|n| matches!(c.r.word(n.end - 1).as_deref(), Some("leg" | "stop" | "stage" | "part" | "day")));
            *k > 0 && leg && c.prep(k - 1) == Some("of")
        };
        if let Some(days) = own.filter(|k| !stage(k)).filter_map(|k| c.np(k)).filter(journey).find_map(|np| c.r.duration(np.start, np.end))
        {
            let rest = jiff::Span::new().days(i64::from(days) - 1);
            let begins = told.verb.is_some_and(|v| v.governs == Governs::Begin)
                || matches!(rule.phase, Some(crate::lexicon::Phase::Depart | crate::lexicon::Phase::Arrive));
            let ends = told.verb.is_some_and(|v| v.governs == Governs::End) || rule.phase == Some(crate::lexicon::Phase::Return);
            if ends {
                w = When { start: w.start.checked_sub(rest).ok()?, end: Some(w.start), source: DateSource::Text, ..w };
            } else if begins || status == Status::Planned && w.source == DateSource::Text {
                w.end = w.start.checked_add(rest).ok();
            }
        }
    }
    Some(w)
}

fn day_of(c: &Clause<'_, '_>, told: &Told<'_>, status: Status, rule: &Rule) -> Option<When> {
    let article = c.d.article.date;
    let base = c.d.dateline_date.unwrap_or(article);
    if let Some((e, main, days)) = c.days_apart(told.at) {
        return dates::resolve(DateExpr::Same(days), base, main, dates::resolve(e, base, main, None));
    }
    if let Some(e) = told.date.or_else(|| c.since(told.at).and_then(|_| c.so_long_after(told.at))) {
        let ahead = matches!(status, Status::Planned | Status::Proposed);
        let direction = if ahead { Direction::Future } else { Direction::Past };
        // "will begin a visit on March 1. He met Y earlier in the day": not a day to come.
        let gone = |w: &When| ahead || w.start <= base;
        let pointed = c
            .same_day(e)
            .and_then(|(e, days, _)| dates::resolve(DateExpr::Same(days), base, direction, dates::resolve(e, base, direction, None)))
            .filter(gone);
        // "is to meet X on Saturday. Y arrived the same day": not on the day that is ahead, but on the story's.
        let of_what_is_to_come = || {
            let (e, _, to_come) = c.same_day(e).filter(|(_, days, _)| *days == 0 && !ahead)?;
            let day = dates::resolve(e, base, Direction::Future, None)?;
            (to_come && day.start > base || c.d.named_date.is_some_and(|w| w.start > base && w.start == day.start)).then_some(day)
        };
        if of_what_is_to_come().is_some() {
            let (day, source) = c.d.news_day(c.r).map_or((base, DateSource::Article), |d| (d, DateSource::Text));
            return Some(When { start: day, end: None, precision: DatePrecision::Day, source });
        }
        if pointed.is_some() {
            return pointed;
        }
        let mut direction = told.mode.direction;
        if matches!(status, Status::Planned | Status::Proposed) && (!told.mode.news || rule.status.is_some()) {
            direction = Direction::Future;
        }
        // A gone month of a cancelled or planned thing stays where the words put it.
        let named = c.d.named_date.filter(|w| !matches!(e, DateExpr::Same(_)) || gone(w));
        return dates::resolve(e, base, direction, named);
    }
    if rule.status.is_some() || matches!(status, Status::Occurred | Status::Ongoing) && c.long_ago(told.at) {
        return None;
    }
    let ours = |source, d| Some(When { start: d, end: None, precision: DatePrecision::Day, source });
    match status {
        Status::Occurred | Status::Ongoing if told.mode.news => {
            // Deep in a long article, a past tense without a date is background.
            let perfect = told.verb.is_some_and(|v| v.tense == crate::annotate::Tense::Perfect);
            if c.n >= 3 && status == Status::Occurred && rule.phase.is_none() || perfect && c.n > 0 && status != Status::Ongoing {
                return None;
            }
            // "met X on Friday. He also received Y": on the day of the news.
            let past = told.verb.is_some_and(|v| v.tense == Tense::Past);
            if c.n > 0 && past && c.d.came_home && status == Status::Occurred {
                return None;
            }
            if let Some(day) = (c.n > 0 && past).then(|| c.d.news_day(c.r)).flatten() {
                return ours(DateSource::Text, day);
            }
            match c.d.dateline_date {
                Some(d) => ours(DateSource::Dateline, d),
                None => ours(DateSource::Article, article),
            }
        }
        Status::Cancelled if told.mode.news && rule.kind != ExchangeType::Meeting => ours(DateSource::Article, article),
        // Whoever has arrived meets the same day; where he goes next, he has not been yet.
        Status::Planned if rule.kind == ExchangeType::Transfer || told.mode.news && rule.kind != ExchangeType::Visit => {
            ours(DateSource::Article, article)
        }
        _ => None,
    }
}

/// Where it took place, if the text says so or it follows.
fn location(
    c: &Clause<'_, '_>,
    rule: &Rule,
    kind: ExchangeType,
    source: &Resolved,
    target: &Resolved,
    place: Option<&PlaceRef>,
    told: &Told<'_>,
) -> (Option<&'static str>, Option<String>) {
    let lx = c.d.lx;
    // "the German capital" names no town.
    let named = |p: &PlaceRef| p.end > p.start && !p.whole_country && (p.start..p.end).any(|t| c.r.tokens[t].cap);
    let name = |p: &PlaceRef| named(p).then(|| c.r.slice(p.start, p.end).to_string());
    match kind {
        ExchangeType::Visit | ExchangeType::Delegation => {
            // "left here to visit China": here is where he leaves.
            let here = c.d.here.as_ref().filter(|h| told.phrases.here && lx.iso(h.0) == lx.iso(target.country));
            let place = place.and_then(name).or_else(|| here.map(|h| h.1.clone()));
            return (Some(lx.iso(target.country)), place);
        }
        ExchangeType::Transfer => return (Some(lx.iso(target.country)), None),
        ExchangeType::Message | ExchangeType::Call => return (None, None),
        _ => {}
    }
    if let Some(p) = place {
        return (Some(lx.iso(p.country)), name(p));
    }
    // "in Ankara", "at the White House" behind the trigger, or at the head of the sentence.
    let places_of = |k: usize| -> Option<PlaceRef> {
        let np = c.np(k)?;
        if np.kind == NpKind::Event {
            return None;
        }
        // "on opening consulates in Lima and Quito": in neither.
        let one = np.places.iter().all(|p| p.country == np.places[0].country);
        let one = one || !matches!(kind, ExchangeType::Agreement | ExchangeType::Accreditation);
        np.places.first().copied().filter(|_| one && np.actors.iter().all(|a| a.kind == ActorKind::Country))
    };
    for (s, k) in &told.phrases.preps {
        let w = lx.text(*s);
        // "talks between the two after the coup in Peru": the coup's.
        if matches!(w, "following" | "after" | "since") {
            break;
        }
        // "on the sidelines of the Lima Peace Forum"
        let forum = matches!(w, "on the sidelines of" | "on the margins of" | "during" | "for");
        if let Some(p) =
            c.np(*k).filter(|n| forum && n.kind == NpKind::Other && kind == ExchangeType::Meeting).and_then(|n| n.places.first())
        {
            return (Some(lx.iso(p.country)), name(p));
        }
        if matches!(w, "in" | "at" | "near" | "inside") {
            if let Some(p) = places_of(*k).filter(|p| !c.of_the_topic(*k, p)) {
                // "interest in Syria": a country behind "in" is where only if it is one of two or a city is named.
                return (Some(lx.iso(p.country)), name(&p));
            }
            if let Some(np) = c.np(*k) {
                // "at the Lao Defence Ministry"
                let ministry = |t: usize| matches!(c.r.word(t).as_deref(), Some("ministry" | "parliament"));
                if let Some(own) = np.actors.first().and_then(|a| a.country).filter(|_| np.premises && (np.start..np.end).any(ministry)) {
                    return (Some(lx.iso(own)), None);
                }
                // "at his embassy", "at the Kremlin"
                if np.premises && kind == ExchangeType::Meeting {
                    // "President X of China received Y at the Great Hall", as Y's own agency tells it.
                    let received = rule.source == [crate::lexicon::Slot::Object];
                    let ours = |h: u16| !(received && h == source.country && h != target.country);
                    // "at the embassy in Moscow": there.
                    let town = told.phrases.preps.iter().filter(|(s, j)| j > k && matches!(lx.text(*s), "in"));
                    if let Some(p) = town.filter_map(|(_, j)| places_of(*j)).next() {
                        return (Some(lx.iso(p.country)), name(&p));
                    }
                    if let Some((h, n)) = c.d.here.as_ref().filter(|h| ours(h.0)) {
                        return (Some(lx.iso(*h)), Some(n.clone()));
                    }
                }
            }
        }
    }
    // "stopped in New York on his way to a summit in Lima, where he is to meet Y": in the place right before.
    let before = (0..told.at).rev().find(|j| !matches!(c.c[*j].chunk, Chunk::Np(_) | Chunk::Adverb(_)));
    if let Some(w) = before.filter(|w| kind == ExchangeType::Meeting && c.prep(*w) == Some("where")) {
        let comma = usize::from(w > 0 && matches!(c.c[w - 1].chunk, Chunk::Comma));
        // "spoke in Lima on June 28, where he stood beside Y"
        let day = |j: &usize| matches!(c.c[*j].chunk, Chunk::Date(_)) || c.prep(*j) == Some("on");
        let dated = (0..w - comma).rev().take_while(day).count();
        let named = w.checked_sub(1 + comma + dated).filter(|j| *j > 0 && matches!(c.prep(*j - 1), Some("in" | "at" | "to" | "for")));
        // "is in Lima for a forum, where he met Y": or in the one behind the verb.
        let stays = |j: &usize| c.prep(*j) == Some("in") && c.vg(*j - 1).is_some_and(|v| v.copula && v.finite());
        let there = || (1..w).rev().find(stays).map(|j| j + 1);
        // "a trip to Peru and Chile, where he called on the Chilean president": in whose country that is.
        let own = named.and_then(|j| c.np(j)).and_then(|n| n.places.iter().find(|p| p.country == target.country && n.places.len() > 1));
        if let Some(p) = own.copied().or_else(|| named.and_then(places_of)).or_else(|| there().and_then(places_of)) {
            return (Some(lx.iso(p.country)), name(&p));
        }
    }
    // "X, who is in Lima for a forum, met Y on the spot": there.
    let aside = (0..told.at).find(|&j| matches!(c.c[j].chunk, Chunk::Rel)).filter(|r| kind == ExchangeType::Meeting && *r + 3 < told.at);
    let stays = aside.filter(|r| c.vg(r + 1).is_some_and(|v| v.copula && !v.negated) && c.prep(r + 2) == Some("in"));
    if let Some(p) = stays.and_then(|r| places_of(r + 3)) {
        if aside.is_some_and(|r| c.subject(told.at, 0).is_some_and(|s| s < r)) {
            return (Some(lx.iso(p.country)), name(&p));
        }
    }
    // "received on Friday in Hanoi the speaker of Y": between the verb and its object.
    let mut j = told.at + 1;
    if matches!(&c.c[told.at].chunk, Chunk::Vg(v) if !v.passive) {
        while let Some(s) = c.c.get(j) {
            match &s.chunk {
                Chunk::Date(_) => j += 1,
                Chunk::Prep(p) if lx.text(*p) == "on" && matches!(c.c.get(j + 1).map(|s| &s.chunk), Some(Chunk::Date(_))) => j += 2,
                Chunk::Prep(p) if matches!(lx.text(*p), "in" | "at") && c.np(j + 2).is_some_and(|n| n.kind == NpKind::Actor) => {
                    match places_of(j + 1) {
                        Some(p) => return (Some(lx.iso(p.country)), name(&p)),
                        None => break,
                    }
                }
                _ => break,
            }
        }
    }
    if told.phrases.here {
        if let Some((h, n)) = &c.d.here {
            return (Some(lx.iso(*h)), Some(n.clone()));
        }
    }
    // "met X during his visit to Peru": there.
    let visit = |(s, k): &&(u32, usize)| {
        matches!(lx.text(*s), "during" | "on") && c.event_is(*k, ExchangeType::Visit) && c.prep(k + 1) == Some("to")
    };
    let visited = told.phrases.preps.iter().find(visit).and_then(|(_, k)| places_of(k + 2));
    // What stands in a hall of the agency's own capital is told with its name below.
    let home = |p: &PlaceRef| c.d.home == Some(p.country) && c.d.here.as_ref().is_some_and(|h| h.0 == p.country);
    if let Some(p) = visited.filter(|p| !home(p)) {
        return (Some(lx.iso(p.country)), name(&p));
    }
    // "Oman hosted talks between X and Y": there.
    let hosts = told
        .verb
        .filter(|_| kind == ExchangeType::Meeting)
        // "expressed interest in hosting the summit": not yet.
        .filter(|v| v.finite() && !v.passive && v.verbs.iter().any(|x| lx.verbs[*x as usize].text == "host"));
    let host = hosts.and_then(|v| (0..c.c.len()).find(|j| c.c[*j].start == v.start)).and_then(|g| c.subject(g, 0)).and_then(|s| c.np(s));
    if let Some([host]) = host.map(|n| &n.actors[..]) {
        let third = host.country.filter(|h| host.kind == ActorKind::Country && *h != source.country && *h != target.country);
        if let Some(h) = third {
            return (Some(lx.iso(h)), None);
        }
    }
    // "the Singapore summit"
    if let Some(p) = c.np(told.at).and_then(|n| n.event.as_ref()).and_then(|e| e.place).filter(|_| kind == ExchangeType::Meeting) {
        return (Some(lx.iso(p.country)), name(&p));
    }
    if let (Some(Chunk::Prep(s)), Some(p)) = (c.c.first().map(|s| &s.chunk), places_of(1)) {
        if matches!(lx.text(*s), "in" | "at") {
            return (Some(lx.iso(p.country)), name(&p));
        }
    }
    // "On the sidelines of a summit in San Francisco, A and B met"
    if let Some(Chunk::Prep(s)) = c.c.first().map(|s| &s.chunk) {
        let beside = matches!(lx.text(*s), "on the sidelines of" | "on the margins of" | "during" | "ahead of" | "at");
        let phrase = c.phrases(0);
        let here = phrase.preps.iter().skip(1).find(|(s, _)| matches!(lx.text(*s), "in" | "at")).and_then(|x| places_of(x.1));
        // "On the sidelines of the Lima Peace Forum, A and B met"
        let here = here.or_else(|| phrase.preps.first().and_then(|x| places_of(x.1)));
        if let Some(p) = here.filter(|_| beside && phrase.end < told.at) {
            return (Some(lx.iso(p.country)), name(&p));
        }
    }
    // "A day after she landed in Peru, she will meet Y": elsewhere.
    let opens = matches!(&c.c[0].chunk, Chunk::Sub(_)) && told.mode.direction == Direction::Future;
    let comma = (0..told.at).find(|&j| matches!(c.c[j].chunk, Chunk::Comma)).filter(|_| opens);
    let over = comma.filter(|&j| c.c[..j].iter().any(|s| matches!(&s.chunk, Chunk::Vg(v) if v.tense == Tense::Past && v.finite())));
    // The same visit: "arrives in Beijing for talks with".
    for k in (over.unwrap_or(0)..told.at).rev() {
        if matches!(c.c[k].chunk, Chunk::Break | Chunk::That) || c.prepares(k) {
            break;
        }
        // "called off a visit to Peru, following a meeting with X": the visit's.
        let behind = c.prep(k).is_some_and(|p| matches!(p, "following" | "after" | "days after" | "since"));
        if behind && k > 0 && matches!(c.c[k - 1].chunk, Chunk::Comma) && c.event_is(told.at, ExchangeType::Meeting) {
            break;
        }
        if let Chunk::Prep(s) = &c.c[k].chunk {
            if matches!(lx.text(*s), "in" | "at" | "to" | "into") {
                let met = |g: usize| c.vg(g).is_some_and(|v| c.has_met(v)) && (g..k).all(|j| !matches!(c.c[j].chunk, Chunk::Comma));
                let met = told.mode.direction == Direction::Future && c.governor(k).is_some_and(met);
                if let Some(p) = places_of(k + 1).filter(|_| !met) {
                    // "attended a forum in Peru and had meetings with": so does a third country.
                    let goer = (0..k).rev().find(|j| c.vg(*j).is_some());
                    let goes = |v: &Vg| {
                        let there = ["attend", "participate", "take part", "travel", "fly", "arrive"];
                        v.finite() && !v.negated && v.verbs.iter().any(|x| there.contains(&lx.verbs[*x as usize].text.as_str()))
                    };
                    let beside = || told.verb.is_some_and(|v| v.finite()) && goer.and_then(|g| c.vg(g)).is_some_and(goes);
                    let joined = kind == ExchangeType::Meeting && beside() && (k..told.at).any(|j| matches!(c.c[j].chunk, Chunk::And));
                    if p.country == target.country || p.country == source.country || joined {
                        return (Some(lx.iso(p.country)), name(&p));
                    }
                }
            }
        }
        if let Chunk::Vg(v) = &c.c[k].chunk {
            // "met in Lima and agreed on a summit": where that will be, is not said.
            let met = v.finite() && !v.copula && c.has_met(v);
            if told.mode.direction == Direction::Future && met {
                break;
            }
            let visits = v.verbs.iter().any(|x| lx.verbs[*x as usize].text == "visit");
            if visits {
                if let Some(p) = places_of(k + 1).filter(|p| p.country == target.country) {
                    return (Some(lx.iso(p.country)), name(&p));
                }
            }
        }
    }
    // What a lead tells under a dateline of one of the two happened there; who "spoke with" somebody may have been anywhere.
    if kind == ExchangeType::Meeting
        && rule.unplaced.is_none()
        // "The ministers discussed Syria": perhaps by telephone.
        && (rule.of_a_call.is_empty() || rule.part != crate::lexicon::Part::Verb)
        && c.n == 0
        && c.d.body > 0
        && c.r.begin >= c.d.body
        && !c.on_the_phone()
        && told.mode.news
        && matches!(told.mode.status, Status::Occurred | Status::Ongoing)
    {
        // "on a visit to Peru met X", "met the visiting delegation headed by X": whoever is of the dateline's country is abroad.
        let elsewhere = |h: u16| {
            let to = |k: usize| c.event_is(k, ExchangeType::Visit) && c.prep(k + 1) == Some("to");
            let visit = (0..told.at).any(|k| to(k) && places_of(k + 2).is_some_and(|p| p.country != h));
            let away = |r: &Resolved| {
                r.country == h && r.kind != ActorKind::Country && (r.span.0..r.span.1).any(|t| c.r.word(t).as_deref() == Some("visiting"))
            };
            visit || away(source) || away(target)
        };
        if let Some((h, n)) = c.d.here.as_ref().filter(|(h, _)| (*h == source.country || *h == target.country) && !elsewhere(*h)) {
            return (Some(lx.iso(*h)), Some(n.clone()));
        }
    }
    // An agency at home reports what happens at home: "at the Mansudae Assembly Hall", and not "at the table".
    let hall = |n: &crate::annotate::Np| {
        n.event.is_none() && (n.start..n.end).any(|t| c.r.tokens[t].cap || c.r.word(t).as_deref() == Some("airport"))
    };
    if rule.embassy || kind == ExchangeType::Meeting {
        if let (Some(home), Some((h, n))) = (c.d.home, &c.d.here) {
            // "the Mongolian premier met the DPRK delegation led by X": theirs is the guest.
            let (own, other) = if source.country == home { (source, target) } else { (target, source) };
            let sent = own.kind == ActorKind::Group && own.name.is_some() && other.kind == ActorKind::Person;
            // "X has arrived in Peru. He was met at Lima Station by Y": not at home.
            let away = c.d.host.get() == Some(other.country) && other.country != home;
            if *h == home
                && !away
                && (source.country == home || target.country == home)
                && !sent
                && c.r.slice(c.r.begin, c.r.end).to_lowercase().contains("present there")
                    | rule.embassy
                    | told.phrases.preps.iter().any(|(s, k)| matches!(lx.text(*s), "at") && c.np(*k).is_some_and(hall))
            {
                return (Some(lx.iso(*h)), Some(n.clone()));
            }
        }
    }
    visited.map_or((None, None), |p| (Some(lx.iso(p.country)), name(&p)))
}

/// Rank, as the codebook has it for each type.
fn level(lx: &Lexicon, kind: ExchangeType, source: &Resolved, target: &Resolved) -> Option<Level> {
    // "the Indian foreign secretary" is no minister.
    let group = |r: &Resolved| {
        let own = r.office.as_deref().filter(|_| !r.former && r.level != Some(Level::Unofficial)).and_then(|o| lx.rank(o, r.country));
        own.or(r.level)
    };
    let stated =
        // A delegation has the rank of who leads it.
        |r: &Resolved| group(r).filter(|l| r.kind != ActorKind::Group || *l < Level::Working || *l == Level::Unofficial && r.name.is_some());
    match kind {
        ExchangeType::Visit => Some(group(source).unwrap_or(Level::Working)),
        ExchangeType::Delegation => Some(Level::Unofficial),
        ExchangeType::Message => stated(source).or(group(source)),
        ExchangeType::Meeting | ExchangeType::Call => Some(match (stated(source), stated(target)) {
            (Some(a), Some(b)) => a.max(b),
            (Some(a), None) | (None, Some(a)) => a,
            (None, None) => Level::Working,
        }),
        _ => match (stated(source), stated(target)) {
            (Some(a), Some(b)) => Some(a.max(b)),
            (Some(a), None) | (None, Some(a)) => Some(a),
            (None, None) => None,
        },
    }
}

/// What it is about: the words of its subject, else the heads' ministries.
fn sector(c: &Clause<'_, '_>, rule: &Rule, kind: ExchangeType, source: &Resolved, target: &Resolved, told: &Told<'_>) -> Option<Sector> {
    if kind == ExchangeType::Exercise {
        return Some(Sector::Military);
    }
    // Leaders speak of politics, whatever other chairs they hold, unless both are there in another.
    let leads = |r: &Resolved| r.level == Some(Level::Leader);
    let own = |r: &Resolved| r.sector.filter(|s| *s != Sector::Politics);
    let special = |r: &Resolved| own(r).filter(|_| !leads(r) || own(source) == own(target));
    let addressed = kind != ExchangeType::Message || !leads(source);
    let heads = special(source).or_else(|| special(target).filter(|_| addressed || own(source) == own(target)));
    let event = c.np(told.at).and_then(|n| n.event.as_ref());
    if let Some(s) = event.and_then(|e| e.sector).filter(|s| *s != Sector::Politics) {
        return Some(s);
    }
    // Words between the trigger and the end of the sentence; before it, those of the noun phrase.
    let about = match kind {
        // "a treaty on friendship that includes defence" is on friendship.
        ExchangeType::Agreement if on_subject(c, told) => Some((c.c[told.at].start, relative_after(c, told.at))),
        ExchangeType::Agreement | ExchangeType::Transfer | ExchangeType::Delegation => Some((c.c[told.at].start, c.r.end)),
        ExchangeType::Meeting | ExchangeType::Visit | ExchangeType::Call => {
            let subject = told
                .phrases
                .preps
                .iter()
                .find(|(s, _)| matches!(c.d.lx.text(*s), "on" | "over" | "about" | "regarding" | "concerning"))
                .and_then(|(_, k)| c.np(*k))
                .map(|n| (n.start, n.end));
            subject.or_else(|| discussed(c, told))
        }
        _ => None,
    };
    if let Some(s) = about.and_then(|(a, b)| topic(c, a, b)) {
        if heads.is_none() || matches!(kind, ExchangeType::Agreement | ExchangeType::Transfer) {
            return Some(s);
        }
    }
    if kind == ExchangeType::Transfer && heads.is_none() {
        return rule.sector.or(Some(Sector::Humanitarian));
    }
    Some(heads.unwrap_or(Sector::Politics))
}

/// Does a phrase name what the trigger is on?
fn on_subject(c: &Clause<'_, '_>, told: &Told<'_>) -> bool {
    told.phrases.preps.iter().any(|(s, _)| matches!(c.d.lx.text(*s), "on" | "regarding" | "concerning"))
}

/// The token where the first relative clause behind chunk `k` begins.
fn relative_after(c: &Clause<'_, '_>, k: usize) -> usize {
    use crate::annotate::Chunk;
    c.c[k + 1..].iter().find(|s| matches!(s.chunk, Chunk::Rel | Chunk::That)).map_or(c.r.end, |s| s.start)
}

/// "to discuss energy", "focusing on trade": the tokens that say what was talked about.
fn discussed(c: &Clause<'_, '_>, told: &Told<'_>) -> Option<(usize, usize)> {
    for k in told.at + 1..c.c.len() {
        if let Chunk::Vg(v) = &c.c[k].chunk {
            let talk =
                v.verbs.iter().any(|x| matches!(c.d.lx.verbs[*x as usize].text.as_str(), "discuss" | "focus" | "address" | "negotiate"));
            if talk {
                return Some((c.c[k].end, c.r.end.min(c.c[k].end + 10)));
            }
        }
    }
    None
}

fn topic(c: &Clause<'_, '_>, a: usize, b: usize) -> Option<Sector> {
    let mut k = a;
    let mut hit = None;
    while k < b {
        let found = c.r.longest(k, kinds::SECTOR);
        if let Some((Entry::Sector(s), end)) = found {
            // The first word decides, a second of a more special kind ("trade in oil") does not.
            hit.get_or_insert(s);
            k = end;
        } else {
            if k > a && c.r.is(k, Closed::Subordinator) {
                break;
            }
            k += 1;
        }
    }
    hit
}
