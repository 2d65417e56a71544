use super::*;
use crate::model::{DatePrecision, DateSource};

fn when(day: &str) -> Option<When> {
    (!day.is_empty()).then(|| When { start: day.parse().unwrap(), end: None, precision: DatePrecision::Day, source: DateSource::Text })
}

fn report<'a>(id: &'a str, day: &str, reported: &str, status: Status, head: Option<&'a str>) -> Report<'a> {
    Report {
        mention_id: id,
        doc_id: id,
        publisher: None,
        reported: reported.parse().unwrap(),
        kind: ExchangeType::Visit,
        source: "RUS",
        target: "PRK",
        when: when(day),
        phase: None,
        location_country: None,
        location_name: None,
        source_head: head,
        target_head: None,
        source_office: None,
        target_office: None,
        level: Some(Level::Minister),
        sector: None,
        status,
        evidence: None,
        confidence: 0.8,
    }
}

fn sizes(found: &[Exchange<'_>]) -> Vec<u32> {
    found.iter().map(|x| x.n_mentions).collect()
}

#[test]
fn phases_are_one_visit_and_the_next_is_another() {
    let reports = vec![
        report("a", "", "2023-07-20", Status::Planned, Some("Shoigu")),
        report("b", "2023-07-25", "2023-07-25", Status::Ongoing, Some("Sergei Shoigu")),
        report("c", "2023-07-27", "2023-07-27", Status::Occurred, Some("Sergey Shoigu")),
        report("d", "2024-09-13", "2024-09-13", Status::Occurred, Some("Sergei Shoigu")),
        report("e", "2023-07-26", "2023-07-26", Status::Occurred, Some("Alexander Kozlov")),
    ];
    let mut shuffled = reports.clone();
    shuffled.rotate_left(2);
    let (a, b) = (resolve(&reports), resolve(&shuffled));
    assert_eq!(a, b);
    assert_eq!(sizes(&a), [3, 1, 1]);
    assert_eq!(a[0].status, Status::Occurred);
    assert_eq!(a[0].when.unwrap().end, Some("2023-07-27".parse().unwrap()));
    assert!(a[0].disagreements.iter().any(|d| d.starts_with("status: ")), "{:?}", a[0].disagreements);
}

#[test]
fn a_return_between_makes_two_visits_and_a_long_one_stays_whole() {
    let mut went = report("a", "2011-11-07", "2011-11-07", Status::Occurred, Some("Han Chol Ho"));
    went.phase = Some(Phase::Depart);
    let mut back = report("b", "2011-11-17", "2011-11-17", Status::Occurred, Some("Han Chol Ho"));
    back.phase = Some(Phase::Return);
    let mut again = report("c", "2011-11-20", "2011-11-20", Status::Occurred, Some("Han Chol Ho"));
    again.phase = Some(Phase::Depart);
    assert_eq!(sizes(&resolve(&[went, back, again])), [2, 1]);
}

#[test]
fn a_recollection_joins_the_latest_visit_before_it() {
    let reports = [
        report("a", "2011-05-20", "2011-05-26", Status::Occurred, Some("Kim Jong Il")),
        report("b", "", "2011-06-30", Status::Occurred, Some("Kim Jong Il")),
        report("c", "2011-08-25", "2011-08-27", Status::Occurred, Some("Kim Jong Il")),
        report("d", "", "2011-09-09", Status::Occurred, Some("Kim Jong Il")),
        report("e", "", "2011-09-09", Status::Occurred, Some("Kim Jong Un")),
    ];
    assert_eq!(sizes(&resolve(&reports)), [2, 2, 1]);
}

#[test]
fn weekly_visits_of_nobody_in_particular_do_not_chain() {
    let days: Vec<String> = (0..8).map(|i| (jiff::civil::date(2024, 1, 1) + jiff::ToSpan::days(i * 6)).to_string()).collect();
    let reports: Vec<Report> = days.iter().map(|d| report(d, d, d, Status::Occurred, None)).collect();
    assert!(resolve(&reports).len() >= 3);
}

#[test]
fn one_sentence_in_many_papers_is_one_source() {
    let mut reports: Vec<Report> =
        ["a", "b", "c"].iter().map(|id| report(id, "2024-03-01", "2024-03-01", Status::Occurred, Some("Sergei Shoigu"))).collect();
    for (r, p) in reports.iter_mut().zip(["Daily One", "Daily Two", "Daily Three"]) {
        r.publisher = Some(p);
        r.evidence = Some("Defence Minister Sergei Shoigu arrived in Pyongyang on Friday for talks about joint exercises, officials said.");
    }
    reports[2].evidence = Some("Moscow's top soldier began his stay in the North Korean capital with a dinner.");
    let found = resolve(&reports);
    assert_eq!((found[0].n_mentions, found[0].n_articles, found[0].n_sources), (3, 3, 2));
}

#[test]
fn talks_belong_to_the_visit_of_their_guest() {
    let mut talks = report("b", "2024-03-02", "2024-03-02", Status::Occurred, Some("Kim Jong Un"));
    (talks.kind, talks.source, talks.target, talks.target_head) = (ExchangeType::Meeting, "PRK", "RUS", Some("Shoigu"));
    let mut elsewhere = talks.clone();
    (elsewhere.mention_id, elsewhere.doc_id, elsewhere.location_country) = ("c", "c", Some("CHN"));
    let mut visit = report("a", "2024-03-01", "2024-03-01", Status::Occurred, Some("Sergei Shoigu"));
    visit.when.as_mut().unwrap().end = Some("2024-03-03".parse().unwrap());
    let found = resolve(&[visit, talks]);
    assert_eq!(found[1].part_of.as_deref(), Some(found[0].id.as_str()));
    let found = resolve(&[report("a", "2024-03-01", "2024-03-01", Status::Occurred, Some("Sergei Shoigu")), elsewhere]);
    assert_eq!(found[1].part_of, None);
}

#[test]
fn names_across_romanisations() {
    let same = |a: &str, b: &str| features::same_person(&features::words(a), &features::words(b));
    for (a, b) in [
        ("Sergey Lavrov", "Lavrov"),
        ("Sergei Shoigu", "Sergey Shoigu"),
        ("Jang Song Thaek", "Jang Song-taek"),
        ("Yang Jiechi", "Jiechi Yang"),
        ("Alexander Novak", "Aleksandr Novak"),
    ] {
        assert!(same(a, b), "{a} and {b}");
    }
    for (a, b) in [
        ("Kim Jong Il", "Kim Jong Un"),
        ("Kim Yong Chol", "Kim Yong Chun"),
        ("Ri Yong Ho", "Ri Yong Mu"),
        ("Wang Yi", "Wang Min"),
        ("Sergei Shoigu", "Sergei Lavrov"),
    ] {
        assert!(!same(a, b), "{a} and {b}");
    }
}
