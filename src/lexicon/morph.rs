//! English inflection: enough to write a verb or noun down once.

/// The form of a verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    Base,
    /// Third person singular.
    S,
    /// Simple past; also the participle of regular verbs.
    Past,
    Ing,
    /// A participle that is not also a past tense ("taken").
    Participle,
}

const IRREGULAR: &[(&str, &str, &str)] = &[
    ("meet", "met", "met"),
    ("fly", "flew", "flown"),
    ("go", "went", "gone"),
    ("come", "came", "come"),
    ("leave", "left", "left"),
    ("hold", "held", "held"),
    ("have", "had", "had"),
    ("make", "made", "made"),
    ("pay", "paid", "paid"),
    ("give", "gave", "given"),
    ("take", "took", "taken"),
    ("send", "sent", "sent"),
    ("write", "wrote", "written"),
    ("speak", "spoke", "spoken"),
    ("set", "set", "set"),
    ("begin", "began", "begun"),
    ("ring", "rang", "rung"),
    ("lend", "lent", "lent"),
    ("get", "got", "got"),
    ("put", "put", "put"),
    ("cut", "cut", "cut"),
    ("say", "said", "said"),
    ("tell", "told", "told"),
    ("think", "thought", "thought"),
    ("know", "knew", "known"),
    ("find", "found", "found"),
    ("see", "saw", "seen"),
    ("seek", "sought", "sought"),
    ("forbid", "forbade", "forbidden"),
    ("forget", "forgot", "forgotten"),
    ("lead", "led", "led"),
    ("become", "became", "become"),
    ("win", "won", "won"),
    ("lose", "lost", "lost"),
    ("rise", "rose", "risen"),
    ("fall", "fell", "fallen"),
    ("grow", "grew", "grown"),
    ("shoot", "shot", "shot"),
    ("hit", "hit", "hit"),
    ("strike", "struck", "struck"),
    ("build", "built", "built"),
    ("sell", "sold", "sold"),
    ("buy", "bought", "bought"),
    ("beat", "beat", "beaten"),
    ("fight", "fought", "fought"),
    ("keep", "kept", "kept"),
    ("run", "ran", "run"),
    ("bring", "brought", "brought"),
    ("stand", "stood", "stood"),
    ("sit", "sat", "sat"),
    ("hear", "heard", "heard"),
    ("break", "broke", "broken"),
    ("choose", "chose", "chosen"),
    ("let", "let", "let"),
    ("feel", "felt", "felt"),
    ("hide", "hid", "hidden"),
    ("lay", "laid", "laid"),
    ("sing", "sang", "sung"),
    ("eat", "ate", "eaten"),
    ("drink", "drank", "drunk"),
    ("sleep", "slept", "slept"),
    ("swear", "swore", "sworn"),
    ("flee", "fled", "fled"),
    ("spend", "spent", "spent"),
    ("cost", "cost", "cost"),
    ("draw", "drew", "drawn"),
    ("lie", "lay", "lain"),
    ("shut", "shut", "shut"),
    ("rebuild", "rebuilt", "rebuilt"),
    ("oversee", "oversaw", "overseen"),
    ("strike down", "struck", "struck"),
    ("learn", "learned", "learnt"),
    ("burn", "burned", "burnt"),
    ("undertake", "undertook", "undertaken"),
    ("overthrow", "overthrew", "overthrown"),
    ("withdraw", "withdrew", "withdrawn"),
    ("show", "showed", "shown"),
    ("wake", "woke", "woken"),
    ("hurt", "hurt", "hurt"),
    ("rise", "rose", "risen"),
    ("do", "did", "done"),
    ("quit", "quit", "quit"),
    ("mistake", "mistook", "mistaken"),
    ("shake", "shook", "shaken"),
    ("ban", "banned", "banned"),
    ("bid", "bid", "bidden"),
    ("deal", "dealt", "dealt"),
    ("drive", "drove", "driven"),
    ("freeze", "froze", "frozen"),
    ("throw", "threw", "thrown"),
    ("wind", "wound", "wound"),
];

/// Pasts without "-ed" of verbs that the lexicon does not hold; none is a noun as well.
const PASTS: &[&str] = &[
    "arose",
    "bent",
    "bled",
    "blew",
    "bred",
    "caught",
    "clung",
    "crept",
    "drove",
    "flung",
    "foresaw",
    "foretold",
    "forgave",
    "hung",
    "knelt",
    "leapt",
    "misled",
    "overcame",
    "overtook",
    "proved",
    "repaid",
    "rewrote",
    "rode",
    "sang",
    "sank",
    "shone",
    "shrank",
    "slid",
    "sped",
    "spun",
    "stole",
    "strode",
    "strove",
    "stuck",
    "swam",
    "swept",
    "swung",
    "taught",
    "tore",
    "underwent",
    "upheld",
    "wept",
    "withheld",
    "withstood",
    "wore",
    "wove",
];

/// Is the word such a past?
pub fn irregular_past(word: &str) -> bool {
    PASTS.binary_search(&word).is_ok()
}

// Stress on the last syllable doubles the consonant; spelling alone does not tell.
const DOUBLING: &[&str] = &[
    "chat", "ban", "bar", "plan", "scrap", "stop", "ship", "step", "commit", "initial", "permit", "refer", "defer", "confer", "submit",
    "admit", "drop", "grab", "rob", "stab", "kidnap", "rebut", "transfer", "wrap", "tip", "slip", "put", "cut", "hit", "set", "get", "run",
    "win", "begin", "let", "sit", "shut", "quit", "recur", "occur", "abet", "cancel", "signal", "label", "travel", "model", "expel",
    "compel", "propel", "patrol", "control", "rappel", "abhor", "deter", "mop", "snub", "pin", "jet", "spot", "tap", "skip", "beg", "top",
    "slam", "spur", "hop", "hug", "pop", "allot", "forbid", "forget", "stun", "trim", "unplug",
];

/// Every form of a verb's first word, with what it is.
pub fn verb_forms(lemma: &str) -> Vec<(String, Form)> {
    let mut out = vec![(lemma.to_string(), Form::Base)];
    let ends = |s: &str| lemma.ends_with(s);
    let vowel = |c: Option<char>| c.is_some_and(|c| "aeiou".contains(c));
    let stem_y = ends("y") && !vowel(lemma.chars().rev().nth(1));
    let s = if lemma == "have" {
        "has".into()
    } else if stem_y {
        format!("{}ies", &lemma[..lemma.len() - 1])
    } else if ["s", "x", "z", "ch", "sh", "o"].iter().any(|e| ends(e)) {
        format!("{lemma}es")
    } else {
        format!("{lemma}s")
    };
    out.push((s, Form::S));
    let double = DOUBLING.contains(&lemma);
    let last = lemma.chars().last().unwrap_or('x');
    let doubled = format!("{lemma}{last}");
    if let Some((_, past, part)) = IRREGULAR.iter().find(|x| x.0 == lemma) {
        out.push(((*past).into(), Form::Past));
        if past != part {
            out.push(((*part).into(), Form::Participle));
        }
    } else if ends("e") {
        out.push((format!("{lemma}d"), Form::Past));
    } else if stem_y {
        out.push((format!("{}ied", &lemma[..lemma.len() - 1]), Form::Past));
    } else {
        if double {
            out.push((format!("{doubled}ed"), Form::Past));
        }
        // Both "cancelled" and "canceled" are written.
        if !double || last == 'l' {
            out.push((format!("{lemma}ed"), Form::Past));
        }
    }
    if ends("ie") {
        out.push((format!("{}ying", &lemma[..lemma.len() - 2]), Form::Ing));
    } else if ends("e") && !ends("ee") && !ends("ye") {
        out.push((format!("{}ing", &lemma[..lemma.len() - 1]), Form::Ing));
    } else {
        if double {
            out.push((format!("{doubled}ing"), Form::Ing));
        }
        if !double || last == 'l' {
            out.push((format!("{lemma}ing"), Form::Ing));
        }
    }
    out
}

/// The plural of a noun phrase's last word.
pub fn plural(noun: &str) -> String {
    if noun.ends_with('s') {
        noun.to_string()
    } else if noun.ends_with('y') && !noun.ends_with("ey") && !noun.ends_with("ay") {
        format!("{}ies", &noun[..noun.len() - 1])
    } else if noun.ends_with("ch") || noun.ends_with("sh") || noun.ends_with('x') {
        format!("{noun}es")
    } else {
        format!("{noun}s")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms() {
        let f = |l: &str| verb_forms(l).into_iter().map(|x| x.0).collect::<Vec<_>>().join(" ");
        assert_eq!(f("visit"), "visit visits visited visiting");
        assert_eq!(f("fly"), "fly flies flew flown flying");
        assert_eq!(f("cancel"), "cancel cancels cancelled canceled cancelling canceling");
        assert_eq!(f("host"), "host hosts hosted hosting");
        assert_eq!(f("plan"), "plan plans planned planning");
        assert_eq!(plural("embassy"), "embassies");
    }
}
