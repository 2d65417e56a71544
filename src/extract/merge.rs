//! One exchange told twice in an article is one row.

use jiff::civil::Date;

use super::discourse::{Discourse, Known, contains, name_words, shortened, sounds_alike};
use crate::lexicon::Phase;
use crate::model::{DatePrecision, DateSource, ExchangeType, Level, Mention, Status, When};

/// Merges the mentions of one exchange and adds the journeys that a place implies.
pub(super) fn merge(mentions: Vec<Mention>, d: &Discourse<'_>) -> Vec<Mention> {
    let mut out: Vec<Mention> = Vec::new();
    // Is the exchange told by its headline alone?
    let mut bold: Vec<bool> = Vec::new();
    for m in mentions {
        match out.iter().position(|o| same(o, &m, d.article.date) && !another(&m, o, d) && !another(o, &m, d)) {
            Some(i) => {
                // "left for Peru and Chile": the day of each stop is its own.
                let along = |o: &Mention| o.kind == ExchangeType::Visit && o.source == m.source && o.target != m.target;
                let tour = out.iter().any(along);
                let o = &mut out[i];
                let real = |s: Status| matches!(s, Status::Ongoing | Status::Occurred);
                let story = m.evidence.0 >= d.headline;
                // "X heads to Peru" over "X will visit Peru": the headline's present is the story's future.
                let travels = o.kind == ExchangeType::Visit && rule(d, o).is_some_and(|r| r.phase.is_none());
                if bold[i] && story && travels && real(o.status) && m.status == Status::Planned {
                    o.status = Status::Planned;
                    o.when = o.when.filter(|w| w.source == DateSource::Text);
                }
                bold[i] &= !(story && real(m.status));
                // "is on a visit to Peru. On Wednesday he will travel to Cusco": the day of a leg that is ahead.
                let mut m = m;
                if o.kind == ExchangeType::Visit && real(o.status) && m.status == Status::Planned && !tour {
                    m.when = m.when.filter(|w| w.start <= d.article.date);
                }
                // "PYONGYANG - X held talks with Y ... X met Y at a hotel in Hanoi": under the dateline only where nothing is said.
                let here = d.here.as_ref().map(|h| d.lx.iso(h.0));
                let elsewhere = |c: &&str| Some(*c) != here && (here.is_some() || *c != o.source && *c != o.target);
                let guessed = o.kind == ExchangeType::Meeting && o.location_country == here;
                if let Some(there) = m.location_country.filter(elsewhere).filter(|_| guessed) {
                    o.meet_in(there, m.location_name.clone());
                }
                // "visited Peru on Friday ... had arrived there on Wednesday": it began then.
                let begins = rule(d, &m).is_some_and(|r| matches!(r.phase, Some(Phase::Arrive | Phase::Depart)));
                let sooner = |(a, b): &(When, When)| {
                    [a, b].iter().all(|w| w.source == DateSource::Text && w.precision == DatePrecision::Day) && b.start < a.start
                };
                let arrival = m.when.filter(|_| begins && real(m.status) && o.when.zip(m.when).as_ref().is_some_and(sooner));
                // "arrived on Friday ... left on Saturday": he is gone.
                let left = o.status == Status::Ongoing
                    && m.status == Status::Occurred
                    && m.evidence.0 > o.evidence.0
                    && m.source_head.is_some()
                    && m.source_head == o.source_head
                    && rule(d, &m).is_some_and(|r| r.phase == Some(Phase::Return));
                unite(o, m);
                o.when = arrival.or(o.when);
                if left {
                    o.status = Status::Occurred;
                }
            }
            None => {
                bold.push(m.evidence.1 <= d.headline);
                out.push(m);
            }
        }
    }
    for i in 0..out.len() {
        let m = &out[i];
        let unplaced = rule(d, m).and_then(|r| r.unplaced);
        // "is ready to talk to X": nobody says how.
        let unplaced = unplaced.filter(|_| m.location_country.is_none() && m.status != Status::Proposed);
        // "spoke to X on Monday; he had been to Peru on March 5": not there.
        let apart = |o: &Mention| {
            on_a_day(o)
                && on_a_day(m)
                && o.when.zip(m.when).is_some_and(|(x, y)| x.end.is_none() && (y.start - x.start).get_days().abs() > 3)
        };
        // "will speak to X on Thursday; X's minister was here last month"
        let long_before = |o: &Mention| {
            let (Some(x), Some(y)) = (o.when, m.when) else { return false };
            let last = match x.precision {
                DatePrecision::Month => x.start.last_of_month(),
                DatePrecision::Year => x.start.last_of_year(),
                _ => return false,
            };
            on_a_day(m) && last < y.start
        };
        let apart = |o: &Mention| apart(o) || long_before(o);
        // "Minister X spoke with Y; officials of X's country landed in Y's": not he.
        let others = |o: &Mention| {
            o.kind == ExchangeType::Visit && o.source_head.is_none() && o.level == Some(Level::Working) && m.level <= Some(Level::Minister)
        };
        // "spoke with X on Monday, who invited him": no journey yet.
        let to_come = |o: &Mention| {
            o.status == Status::Proposed || o.status == Status::Planned && matches!(m.status, Status::Occurred | Status::Ongoing)
        };
        let journey = |o: &Mention| {
            !to_come(o)
                && matches!(o.kind, ExchangeType::Visit | ExchangeType::Meeting)
                && o.rule != m.rule
                && pair(o, m)
                && !apart(o)
                && !others(o)
        };
        if let Some(kind) = unplaced.filter(|_| !out.iter().any(journey)) {
            out[i].kind = kind;
        }
    }
    // "They spoke by phone ... He spoke with Y": now that both are calls, they are one.
    fold(&mut out, |out, i| {
        let again = rule(d, &out[i]).is_some_and(|r| r.unplaced == Some(out[i].kind));
        (0..out.len()).find(|&c| again && c != i && same(&out[c], &out[i], d.article.date))
    });
    // "arrived on Wednesday for talks with X. The two will meet on Thursday": the first was the day of the journey.
    fold(&mut out, |out, i| {
        let m = &out[i];
        let journey = |v: &Mention| {
            v.kind == ExchangeType::Visit && pair(v, m) && on_a_day(v) && v.when.zip(m.when).is_some_and(|(a, b)| a.start == b.start)
        };
        let ahead = m.kind == ExchangeType::Meeting && m.status == Status::Planned && on_a_day(m) && out.iter().any(journey);
        let met = |o: &Mention| {
            let days = o.when.zip(m.when).map_or(0, |(a, b)| (a.start - b.start).get_days());
            o.kind == m.kind && o.status == m.status && pair(o, m) && on_a_day(o) && (1..4).contains(&days) && o.evidence.0 > m.evidence.0
        };
        let named = |o: &Mention| o.source_head.is_some() && o.target_head.is_some() && heads_agree(o, m);
        out.iter().position(|o| ahead && met(o) && named(o))
    });
    // "they discussed", "the consultations" of two who telephoned are the call.
    fold(&mut out, |out, i| out.iter().position(|c| tells_of_call(&out[i], c, d)));
    // "At the meeting, X congratulated Y": said, and no message sent.
    let spoken = |m: &Mention| {
        let talk = |o: &Mention| {
            matches!(o.kind, ExchangeType::Meeting | ExchangeType::Call)
                && matches!(o.status, Status::Occurred | Status::Ongoing)
                && pair(o, m)
                && o.source_head.is_some()
                && o.target_head.is_some()
                && heads_agree(o, m)
                && m.when.zip(o.when).is_none_or(|(x, y)| compatible(&x, &y))
        };
        m.rule == "congratulate" && out.iter().any(talk)
    };
    let mut said = out.iter().map(spoken).collect::<Vec<_>>().into_iter();
    out.retain(|_| !said.next().unwrap_or_default());
    // What was planned for a visit that is called off is called off with it.
    for i in 0..out.len() {
        let m = &out[i];
        let off = |v: &Mention| {
            let there = m.location_country.is_none_or(|l| l == v.target);
            let when = m.when.is_none() || matches!((&m.when, &v.when), (Some(x), Some(y)) if compatible(x, y));
            v.kind == ExchangeType::Visit && v.status == Status::Cancelled && pair(v, m) && there && when
        };
        if m.kind == ExchangeType::Meeting && m.status == Status::Planned && m.location_country.is_some() && out.iter().any(off) {
            out[i].status = Status::Cancelled;
        }
    }
    // "The presidents of Peru and Chile held talks": they whom the article names without an office, for everybody knows it.
    for m in &mut out {
        let leads = |iso: &str| {
            let country = d.lx.country(iso);
            let mut known =
                d.known.iter().filter(|k| k.country == country && k.level == Some(crate::model::Level::Leader) && !k.former && !k.then);
            known.next().filter(|_| known.next().is_none()).map(|k| (k.name.clone(), k.office.clone()))
        };
        let of_leaders = m.level == Some(crate::model::Level::Leader)
            && matches!(m.kind, ExchangeType::Meeting | ExchangeType::Call | ExchangeType::Agreement)
            && m.source_head.is_none()
            && m.target_head.is_none();
        // "the prime ministers of Peru and Chile met": not the presidents.
        let premiers = |span: Option<(usize, usize)>| {
            let words = span.map(|(a, b)| d.article.text[a..b].to_lowercase()).unwrap_or_default();
            ["prime minister", "premier", "government"].iter().any(|w| words.contains(w))
        };
        // "the leaders of the two met in 2000": others than those of today.
        let lately = |w: &When| w.source != DateSource::Text || (d.article.date - w.start).get_days().abs() < 365;
        let of_leaders = of_leaders && m.when.as_ref().is_none_or(lately) && !premiers(m.spans.source) && !premiers(m.spans.target);
        if let (true, Some(x), Some(y)) = (of_leaders, leads(m.source), leads(m.target)) {
            (m.source_head, m.source_office) = (Some(x.0), x.1);
            (m.target_head, m.target_office) = (Some(y.0), y.1);
        }
    }
    // "The Iranian foreign minister's trip": he whom the article names later.
    for m in &mut out {
        let office = m.source_office.as_deref().filter(|_| m.source_head.is_none() && m.level <= Some(crate::model::Level::Minister));
        let Some(last) = office.and_then(|o| name_words(o).pop()) else { continue };
        let country = d.lx.country(m.source);
        let fits = |k: &&super::discourse::Known| {
            k.country == country && k.level == m.level && !k.former && k.office.as_deref().is_some_and(|o| name_words(o).contains(&last))
        };
        let mut known = d.known.iter().filter(fits);
        if let (Some(one), None) = (known.next(), known.next()) {
            m.source_head = Some(one.name.clone());
        }
    }
    for m in &mut out {
        for name in [&mut m.source_head, &mut m.target_head].into_iter().flatten() {
            let words = name_words(name);
            // "Trump ... Melania Trump": she is no longer form of his name.
            let own = d.known.iter().any(|k| k.words == words && k.country.is_some());
            let form = |k: &&Known| contains(&k.words, &words) && !(own && k.country.is_none());
            if let Some(k) = d.known.iter().filter(form).max_by_key(|k| k.words.len()) {
                *name = k.name.clone();
            }
        }
    }
    for i in 0..out.len() {
        let m = &out[i];
        // "He met Y", and not "He had met Y": of the journey that the sentence before told.
        let sentence = &d.article.text[m.evidence.0..m.evidence.1];
        let goes_on = || ["He ", "She ", "They ", "The two "].iter().any(|w| sentence.starts_with(w)) && !sentence.contains(" had ");
        let undated = guessed(m) || m.when.is_none() && goes_on();
        if m.kind != ExchangeType::Meeting || m.status != Status::Occurred || !undated {
            continue;
        }
        // "X presented his credentials on Friday. He then met the minister": that day.
        let next = |o: &&Mention| {
            pair(o, m)
                && on_a_day(o)
                && o.when.is_some_and(|w| w.end.is_none())
                && o.evidence.1 <= m.evidence.0
                && d.article.text[o.evidence.1..m.evidence.0].trim().is_empty()
        };
        // "X met Y on June 2. X and Z of Y's country discussed trade", told a week later: no talks of today.
        let last_week = |o: &Mention, m: &Mention| {
            let past = o.when.zip(m.when).is_some_and(|(x, y)| (y.start - x.start).get_days() > 3);
            past && o.kind == ExchangeType::Meeting && o.source_head.is_some()
        };
        let words = |w: &str| matches!(w, "then" | "afterwards" | "afterward" | "subsequently");
        if sentence.split_whitespace().any(words) {
            if let Some(when) = out.iter().find(next).map(|o| o.when) {
                out[i].when = when;
                continue;
            }
        }
        let visits = || out.iter().filter(|v| hosted(v, m));
        // "X visited Peru on Monday. He met Y of Peru": that day, and there.
        let just_told = |v: &&Mention| {
            rule(d, v).is_some_and(|r| r.phase.is_none())
                && on_a_day(v)
                && v.when.is_some_and(|w| w.end.is_none())
                && v.evidence.1 <= m.evidence.0
                && d.article.text[v.evidence.1..m.evidence.0].trim().is_empty()
        };
        // "X paid a visit to Peru from May 3 to 6. He met Y there", told weeks later: not on the day of the story.
        let over = |v: &Mention| {
            let last = v.when.filter(|_| on_a_day(v)).map(|w| w.end.unwrap_or(w.start));
            // "from May 3 to 6", told on the 7th
            let done = |w: When| v.when.and_then(|v| v.end).is_some_and(|e| e < w.start);
            last.zip(m.when).is_some_and(|(last, w)| (w.start - last).get_days() > 3 || done(w))
        };
        if let Some((when, there)) = visits().find(just_told).map(|v| (v.when, v.target)) {
            (out[i].when, out[i].location_country) = (when, Some(there));
        } else if visits().any(over) {
            out[i].when = None;
        } else if let Some(when) = out.iter().find(|o| next(o) && last_week(o, m) && o.source_head == m.source_head).map(|o| o.when) {
            out[i].when = when;
        }
    }
    // "Laos welcomed X last week. Z met Y there": in Laos, and then.
    for i in 0..out.len() {
        let m = &out[i];
        let sentence = &d.article.text[m.evidence.0..m.evidence.1];
        let there = ["there", "there,", "there."].iter().any(|w| sentence.split_whitespace().skip(2).any(|x| x == *w));
        if !there || m.kind != ExchangeType::Meeting || m.location_country.is_some() || m.status != Status::Occurred {
            continue;
        }
        let before = |o: &&Mention| {
            o.evidence.1 <= m.evidence.0 && o.location_country.is_some() && matches!(o.kind, ExchangeType::Visit | ExchangeType::Meeting)
        };
        let Some(o) = out.iter().filter(before).max_by_key(|o| o.evidence) else { continue };
        let (place, name, when) = (o.location_country, o.location_name.clone(), o.when.filter(|w| w.source == DateSource::Text));
        let m = &mut out[i];
        if guessed(m) && when.is_some() {
            m.when = when;
        }
        if let Some(place) = place {
            m.meet_in(place, name);
        }
    }
    // "X received his counterpart Y, who is on a visit": of the rank in which he met X.
    for i in 0..out.len() {
        let m = &out[i];
        let unranked = m.kind == ExchangeType::Visit && m.level == Some(crate::model::Level::Working) && m.source_head.is_some();
        let met = |o: &&Mention| {
            let head = if o.source == m.source { &o.source_head } else { &o.target_head };
            o.kind == ExchangeType::Meeting && pair(o, m) && *head == m.source_head && o.level < m.level
        };
        if let Some(level) = out.iter().find(|o| unranked && met(o)).map(|o| o.level) {
            out[i].level = level;
        }
    }
    let implied: Vec<Mention> = out.iter().flat_map(|m| journeys(m, &out, d.article.date)).collect();
    for j in implied {
        if !out.iter().any(|o| o.kind == ExchangeType::Visit && o.source == j.source && o.target == j.target) {
            out.push(j);
        }
    }
    out
}

/// Unites each mention with the one of which `told_by` says that it tells the same.
fn fold(out: &mut Vec<Mention>, told_by: impl Fn(&[Mention], usize) -> Option<usize>) {
    let mut i = 0;
    while i < out.len() {
        match told_by(out, i) {
            Some(c) => {
                let m = out.remove(i);
                let o = &mut out[if c > i { c - 1 } else { c }];
                let kind = o.kind;
                unite(o, Mention { kind, ..m });
            }
            None => i += 1,
        }
    }
}

/// "will hold more drills, following the one this week": is `m`, which is ahead, said to be another than what has been?
fn another(m: &Mention, o: &Mention, d: &Discourse<'_>) -> bool {
    let ahead = |s: Status| matches!(s, Status::Planned | Status::Proposed);
    let before = m.spans.trigger.map(|t| d.article.text[..t.0].trim_end()).unwrap_or_default();
    let word = before.rsplit(' ').next().unwrap_or_default();
    // "agreed to meet again in Lima"
    let behind = m.spans.trigger.map(|t| d.article.text[t.1..].trim_start()).unwrap_or_default();
    let again = behind.starts_with("again ") && m.evidence != o.evidence;
    ahead(m.status)
        && matches!(o.status, Status::Occurred | Status::Ongoing)
        && (again || matches!(word, "more" | "another" | "further" | "additional"))
}

/// Is its day only the article's?
fn guessed(m: &Mention) -> bool {
    m.when.is_some_and(|w| w.source != DateSource::Text)
}

/// Does the text say its day?
fn on_a_day(m: &Mention) -> bool {
    m.when.is_some_and(|w| w.source == DateSource::Text && w.precision == DatePrecision::Day)
}

fn rule<'a>(d: &Discourse<'a>, m: &Mention) -> Option<&'a crate::lexicon::Rule> {
    d.lx.rules.iter().find(|r| r.id == m.rule)
}

/// Did the guest of the visit `v` meet his hosts at `m`?
fn hosted(v: &Mention, m: &Mention) -> bool {
    let guest = if v.source == m.source { &m.source_head } else { &m.target_head };
    v.kind == ExchangeType::Visit
        && v.status == Status::Occurred
        && pair(v, m)
        && v.source_head.is_some()
        && v.source_head == *guest
        && m.location_country.is_none_or(|c| c == v.target)
}

/// Are both of the same two countries?
pub(super) fn pair(a: &Mention, b: &Mention) -> bool {
    a.source == b.source && a.target == b.target || a.source == b.target && a.target == b.source
}

/// Is the meeting `m` only another word for the call `c`?
fn tells_of_call(m: &Mention, c: &Mention, d: &Discourse<'_>) -> bool {
    if m.kind != ExchangeType::Meeting || c.kind != ExchangeType::Call || m.location_country.is_some() || !pair(m, c) {
        return false;
    }
    let word = m.trigger.to_lowercase();
    let stands = |s: Status| match s {
        Status::Occurred | Status::Ongoing => Some(false),
        Status::Planned | Status::Proposed => Some(true),
        _ => None,
    };
    let when = match (&m.when, &c.when) {
        // Told as today's news, a call of this week is meant.
        (Some(x), Some(y)) if x.source != DateSource::Text => (x.start - y.start).get_days().abs() <= 7,
        (Some(x), Some(y)) => compatible(x, y),
        (Some(x), None) => x.source != DateSource::Text,
        // "Conversation between A and B" as a title.
        (None, _) => m.evidence == c.evidence || m.evidence.0 == 0 && m.source_head.is_some() && m.target_head.is_some(),
    };
    when && stands(m.status).is_some()
        && stands(m.status) == stands(c.status)
        && heads_agree(c, m)
        && rule(d, m).is_some_and(|r| r.of_a_call.iter().any(|w| word.contains(w.as_str())))
}

/// Do the heads of two mentions of one pair not contradict?
fn heads_agree(a: &Mention, b: &Mention) -> bool {
    let straight = a.source == b.source && a.target == b.target;
    let (bs, bt) = if straight { (&b.source_head, &b.target_head) } else { (&b.target_head, &b.source_head) };
    let agree = |x: &Option<String>, y: &Option<String>| match (x, y) {
        (Some(x), Some(y)) => {
            let (x, y) = (name_words(x), name_words(y));
            // "Mike Pompeo", "Michael R. Pompeo"
            let alike = match (&x[..], &y[..]) {
                ([a, .., s], [b, .., t]) => s == t && a.chars().next() == b.chars().next(),
                _ => false,
            };
            // "Faisal bin Furhan Al Saud", "Faisal bin Farhan"
            let heard = |big: &[String], small: &[String]| {
                small.len() > 1 && big.first() == small.first() && small.iter().all(|w| big.iter().any(|b| b == w || sounds_alike(b, w)))
            };
            // "Mohammed bin Salman bin Abdulaziz" is the son of "Salman bin Abdulaziz".
            let son = |big: &[String], small: &[String]| {
                let father = small.iter().find(|w| *w != "king").and_then(|first| big.iter().position(|b| b == first));
                father.is_some_and(|at| at > 0 && matches!(big[at - 1].as_str(), "bin" | "ibn" | "ben" | "bint"))
            };
            let one = |big: &[String], small: &[String]| contains(big, small) && !son(big, small);
            alike || one(&x, &y) || one(&y, &x) || heard(&x, &y) || heard(&y, &x)
        }
        _ => true,
    };
    agree(&a.source_head, bs) && agree(&a.target_head, bt)
}

/// "The signing was witnessed by the presidents"
fn watched(m: &Mention) -> bool {
    m.rule == "signing"
}

fn same(a: &Mention, b: &Mention, day: jiff::civil::Date) -> bool {
    if a.kind != b.kind {
        return false;
    }
    let straight = a.source == b.source && a.target == b.target;
    // "X spoke by phone with Y ... Y had a call with X", "during the phone talk": whoever is named first.
    let one_call = a.kind == ExchangeType::Call && pair(a, b);
    // Those who watched a signing are not those who signed.
    let watched = watched(a) || watched(b);
    if !(straight || one_call || !a.kind.directed() && pair(a, b)) || !watched && !heads_agree(a, b) {
        return false;
    }
    // "discussions between X and Y ... The first meeting was held in 1997": what is told without a day is not of years ago.
    let of_old = |m: &Mention, o: &Mention| {
        let years = m.when.is_some_and(|w| w.source == DateSource::Text && (day - w.start).get_days() > 45);
        years && o.when.is_none() && o.evidence.0 < m.evidence.0 && o.status == Status::Occurred
    };
    if a.kind == ExchangeType::Meeting && (of_old(a, b) || of_old(b, a)) {
        return false;
    }
    // "cancels the meeting with Y ... they met in July": another time.
    let long_past = |m: &Mention| {
        m.status == Status::Occurred && m.when.is_some_and(|w| w.source == DateSource::Text && (day - w.start).get_days() > 30)
    };
    let called_off = |m: &Mention| m.status == Status::Cancelled && m.when.is_none_or(|w| (day - w.start).get_days() <= 30);
    if long_past(a) && called_off(b) || long_past(b) && called_off(a) {
        return false;
    }
    // A denial of one thing and the report of another are two.
    let unreal = |s: Status| matches!(s, Status::Denied | Status::Cancelled);
    if unreal(a.status) != unreal(b.status) && a.evidence == b.evidence {
        return false;
    }
    // "The generals talked on Thursday. The minister will not meet his counterpart": other people, another time.
    let held = |m: &Mention| matches!(m.status, Status::Occurred | Status::Ongoing) && on_a_day(m) && m.source_head.is_none();
    let refused = |m: &Mention| m.status == Status::Denied && m.when.is_none() && m.source_head.is_some();
    if a.kind == ExchangeType::Meeting && (held(a) && refused(b) || held(b) && refused(a)) {
        return false;
    }
    // "begin talks ... and may plan a summit": one sentence tells of two meetings.
    let ahead = |s: Status| matches!(s, Status::Planned | Status::Proposed);
    // "They met on Monday. ... He could be received again": what is ahead is not what is past.
    let past = |m: &Mention| {
        let over = |w: &When| w.precision == DatePrecision::Day || w.start.first_of_month() < day.first_of_month();
        !ahead(m.status) && m.when.is_some_and(|w| w.source == DateSource::Text && w.start < day && over(&w))
    };
    if a.kind == ExchangeType::Meeting && ahead(a.status) != ahead(b.status) && (past(a) && b.when.is_none() || past(b) && a.when.is_none())
    {
        return false;
    }
    // "X may visit Peru ... He visited Peru last March": the same of a month that is gone.
    let gone = |m: &Mention| past(m) && m.when.is_some_and(|w| w.start.first_of_month() < day.first_of_month());
    if a.kind == ExchangeType::Visit && ahead(a.status) != ahead(b.status) && (gone(a) && b.when.is_none() || gone(b) && a.when.is_none()) {
        return false;
    }
    // "will hold talks during his visit ... they have met on the sidelines of a summit elsewhere"
    let elsewhere = |m: &Mention| m.location_country.as_ref().is_some_and(|c| *c != m.source && *c != m.target) && !ahead(m.status);
    let unplaced = |m: &Mention| m.location_country.is_none() && ahead(m.status) && m.evidence.0 > 0;
    if a.kind == ExchangeType::Meeting && (elsewhere(a) && unplaced(b) || elsewhere(b) && unplaced(a)) {
        return false;
    }
    // "was to meet Y on Tuesday ... the meeting has been cancelled"
    let off = a.status == Status::Cancelled || b.status == Status::Cancelled;
    let dated = |m: &Mention| !off && ahead(m.status) && m.when.is_some_and(|w| w.source == DateSource::Text);
    if a.kind == ExchangeType::Meeting && ahead(a.status) != ahead(b.status) && (dated(a) || dated(b)) && a.trigger != b.trigger {
        return false;
    }
    // "met X in Lima and had talks with him on Monday": one sentence, one meeting.
    let one_is_guessed = guessed(a) && on_a_day(b) || guessed(b) && on_a_day(a);
    if a.kind == ExchangeType::Meeting && a.evidence == b.evidence && a.status == b.status && one_is_guessed {
        return true;
    }
    // "at the end of their talks on March 5 ... The leaders discussed trade": what the talks were about.
    let of_it = |t: &Mention, m: &Mention| {
        let talked = t.status == Status::Occurred && on_a_day(t) && t.evidence.0 < m.evidence.0;
        let lately = t.when.zip(m.when).is_some_and(|(x, y)| (0..=7).contains(&(y.start - x.start).get_days()));
        talked && lately && guessed(m) && m.status == Status::Occurred && m.rule == "begin-discussing"
    };
    if a.kind == ExchangeType::Meeting && (of_it(a, b) || of_it(b, a)) {
        return true;
    }
    let opens = |m: &Mention| guessed(m) && m.evidence.0 == 0;
    match (&a.when, &b.when) {
        // "X cancels visit", "cancelled his October visit": the day of the news, and the day that it was planned for.
        (Some(x), Some(y)) if a.status == Status::Cancelled && b.status == Status::Cancelled => {
            // "It is the second time: he had been scheduled to visit in April": another.
            let long_gone = |w: &When| (day - w.start).get_days() > 60;
            guessed(a) != guessed(b) && !long_gone(x) && !long_gone(y) || compatible(x, y)
        }
        (Some(_), Some(_)) if retold(a, b) => true,
        // A headline tells of a message by its sender; the story says on which day it came.
        (Some(x), Some(y)) if a.kind == ExchangeType::Message && one_is_guessed && (opens(a) || opens(b)) => {
            compatible(x, y) || (x.start - y.start).get_days().abs() <= 10 && a.status == b.status
        }
        // "arrived on the 14th", "is visiting from the 15th to the 17th": phases of one journey.
        (Some(x), Some(y)) if a.kind == ExchangeType::Visit && a.source_head.is_some() && b.source_head.is_some() => {
            compatible(x, y) || x.precision.max(y.precision) == DatePrecision::Day && (x.start - y.start).get_days().abs() <= 2
        }
        (Some(x), Some(y)) => compatible(x, y),
        _ => true,
    }
}

/// "received a message on Dec. 19 ... X expressed condolences": of what a message says the text may tell long after its day.
fn retold(a: &Mention, b: &Mention) -> bool {
    let told = |m: &Mention, t: &Mention| {
        let days = m.when.zip(t.when).map(|(x, y)| (y.start - x.start).get_days());
        on_a_day(m) && guessed(t) && t.source_head.is_none() && m.evidence.0 < t.evidence.0 && days.is_some_and(|d| (0..=31).contains(&d))
    };
    a.kind == ExchangeType::Message && (told(a, b) || told(b, a))
}

/// Do two dates not contradict: equal at the coarser precision, or near where one is the article's?
pub fn compatible(a: &When, b: &When) -> bool {
    let coarse = a.precision.max(b.precision);
    let days = (a.start - b.start).get_days().abs();
    if a.source != DateSource::Text || b.source != DateSource::Text {
        // Told of while it lasts.
        // Or on the morrow of its end.
        let within = |x: &When, y: &When| y.end.is_some_and(|e| y.start <= x.start && (x.start - e).get_days() <= 3);
        if within(a, b) || within(b, a) {
            return true;
        }
        let width = match coarse {
            DatePrecision::Day => 3,
            DatePrecision::Week => 9,
            DatePrecision::Month => 33,
            DatePrecision::Quarter => 95,
            _ => 368,
        };
        return days <= width;
    }
    if let Some(end) = a.end {
        if b.start >= a.start && b.start <= end {
            return true;
        }
    }
    if let Some(end) = b.end {
        if a.start >= b.start && a.start <= end {
            return true;
        }
    }
    match coarse {
        DatePrecision::Day => days == 0,
        DatePrecision::Week => days <= 6,
        DatePrecision::Month => a.start.first_of_month() == b.start.first_of_month(),
        DatePrecision::Quarter => a.start.year() == b.start.year() && (a.start.month() - 1) / 3 == (b.start.month() - 1) / 3,
        _ => a.start.year() == b.start.year(),
    }
}

fn unite(o: &mut Mention, m: Mention) {
    let crossed = o.source != m.source;
    let heads = |x: &Mention| usize::from(x.source_head.is_some()) + usize::from(x.target_head.is_some());
    let fuller = heads(&m) > heads(o) && matches!(o.kind, ExchangeType::Agreement | ExchangeType::Meeting);
    let signed = watched(&m) && (o.source_head.is_some() || o.target_head.is_some());
    let (sh, th, so, to) = if crossed {
        (m.target_head, m.source_head, m.target_office, m.source_office)
    } else {
        (m.source_head, m.target_head, m.source_office, m.target_office)
    };
    fn longer(a: &mut Option<String>, b: Option<String>) {
        if let Some(b) = b {
            if a.as_ref().is_none_or(|a| b.len() > a.len()) {
                *a = Some(b);
            }
        }
    }
    if !signed {
        longer(&mut o.source_head, sh);
        longer(&mut o.target_head, th);
    }
    o.source_office = o.source_office.take().or(so);
    o.target_office = o.target_office.take().or(to);
    o.when = match (o.when, m.when) {
        (Some(a), Some(b)) => {
            // A date in words beats the article's, a finer one a coarser.
            let text = |w: &When| w.source == DateSource::Text;
            // "left today, winding up his three-day visit": from the first of the three.
            let spans = |x: &When, y: &When| x.end.is_some_and(|end| y.end.is_none() && x.start <= y.start && y.start <= end);
            let visit = matches!(o.kind, ExchangeType::Visit | ExchangeType::Delegation) && a.precision == b.precision;
            let longer = visit && spans(&b, &a) && text(&b);
            let surer = text(&b) && !text(&a) || text(&a) == text(&b) && b.precision < a.precision;
            Some(if longer || surer { b } else { a })
        }
        (a, b) => a.or(b),
    };
    if o.location_country.is_none() {
        o.location_country = m.location_country;
        o.location_name = m.location_name;
    } else if o.location_name.is_none() && o.location_country == m.location_country {
        o.location_name = m.location_name;
    }
    // A working default gives way to a known rank.
    o.level = match (o.level, m.level) {
        (Some(crate::model::Level::Working), Some(b)) => Some(b),
        (a, Some(crate::model::Level::Working)) => a,
        (Some(a), Some(b)) if o.kind == ExchangeType::Visit => Some(a.min(b)),
        (a, b) => a.or(b),
    };
    // The telling that names more heads knows best what it was about.
    if (matches!(o.sector, None | Some(crate::model::Sector::Politics)) && m.evidence == o.evidence || fuller) && m.sector.is_some() {
        o.sector = m.sector;
    }
    o.status = further(o.status, m.status);
    o.confidence = o.confidence.max(m.confidence);
}

/// Of two statuses of one exchange, the one that is known last.
fn further(a: Status, b: Status) -> Status {
    let rank = |s: Status| match s {
        Status::Proposed => 0,
        Status::Alleged => 1,
        Status::Planned => 2,
        Status::Ongoing => 3,
        Status::Occurred => 4,
        Status::Denied => 5,
        Status::Cancelled => 6,
    };
    match (a, b) {
        // A visit that is going on stays so when its past is told in passing.
        (Status::Ongoing, Status::Occurred) | (Status::Occurred, Status::Ongoing) => a,
        _ => {
            if rank(b) > rank(a) {
                b
            } else {
                a
            }
        }
    }
}

/// A day of these days: who came then may still be there.
fn lately(w: When, today: Date) -> bool {
    let exact = matches!(w.precision, DatePrecision::Day | DatePrecision::Week);
    exact && (today - w.end.unwrap_or(w.start)).get_days() < 4
}

/// A meeting in the other side's country implies a visit; one in a third country implies two.
fn journeys(m: &Mention, all: &[Mention], today: Date) -> Vec<Mention> {
    if !matches!(m.kind, ExchangeType::Meeting | ExchangeType::Agreement)
        || !matches!(m.status, Status::Occurred | Status::Ongoing | Status::Planned)
        || m.level == Some(crate::model::Level::Director)
    {
        return Vec::new();
    }
    let Some(place) = m.location_country else { return Vec::new() };
    let sides = [(m.source, &m.source_head, &m.source_office), (m.target, &m.target_head, &m.target_office)];
    sides
        .into_iter()
        .filter(|(guest, head, office)| {
            // Who represents his country there has not travelled.
            let posted = office.as_ref().is_some_and(|o| {
                let o = o.to_lowercase();
                ["ambassador", "high commissioner", "affaires", "consul"].iter().any(|w| o.contains(w))
            });
            let told = |o: &Mention| o.kind == ExchangeType::Visit && o.source == *guest && o.target == place;
            // "X met Y on Friday. X is on a visit to Y's country": the dateline alone had them at X's.
            let host = if *guest == m.source { &m.target_head } else { &m.source_head };
            let away = |o: &Mention| {
                let back = o.kind == ExchangeType::Visit && o.source == place && o.target == *guest;
                back && o.status == Status::Ongoing && shortened(o.source_head.as_deref(), host.as_deref())
            };
            *guest != place && head.is_some() && !posted && !all.iter().any(|o| told(o) || away(o))
        })
        .map(|(guest, head, office)| Mention {
            kind: ExchangeType::Visit,
            source: guest,
            target: place,
            source_head: head.clone(),
            target_head: None,
            source_office: office.clone(),
            target_office: None,
            rule: "implied-journey".into(),
            confidence: (m.confidence - 0.2).max(0.05),
            inferred: true,
            parties: 2,
            // Of talks that nobody dates, and of those of last week, who came has gone.
            status: if m.status == Status::Occurred && m.when.is_some_and(|w| lately(w, today)) { Status::Ongoing } else { m.status },
            ..m.clone()
        })
        .collect()
}
