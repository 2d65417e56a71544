//! What only an article of several sentences shows: who "the two leaders" are, when "the summit" was, what is denied.

use visavis::extract::{Article, Extractor};
use visavis::lexicon::Lexicon;
use visavis::model::Mention;

fn read(date: &str, source: Option<&str>, text: &str) -> Vec<String> {
    let mut extractor = Extractor::new(Lexicon::packaged());
    let found = extractor.extract(Article { text, date: date.parse().unwrap(), source });
    found.iter().filter(|m| !m.inferred).map(line).collect()
}

fn line(m: &Mention) -> String {
    let when = m.when.map_or("-".into(), |w| format!("{}/{}", w.start, w.precision));
    let heads = format!("{}|{}", m.source_head.as_deref().unwrap_or(""), m.target_head.as_deref().unwrap_or(""));
    format!("{} {}>{} {} {} [{}]", m.kind, m.source, m.target, when, m.status, heads)
}

/// Checks the rows of one article.
#[track_caller]
fn gives(date: &str, text: &str, want: &[&str]) {
    assert_eq!(read(date, None, text), want, "{text}");
}

/// Checks the rows of one article of a paper or an agency.
#[track_caller]
fn told_by(source: &str, date: &str, text: &str, want: &[&str]) {
    assert_eq!(read(date, Some(source), text), want, "{text}");
}

#[test]
fn an_event_told_before_dates_what_was_done_at_it() {
    gives(
        "2022-09-30",
        "Chilean President Gabriel Boric visited Peru in August.\nAt the summit in Lima, Boric and Peruvian President Pedro Castillo signed a declaration.",
        &[
            "visit CHL>PER 2022-08-01/month occurred [Gabriel Boric|]",
            "meeting CHL>PER 2022-08-01/month occurred [Gabriel Boric|Pedro Castillo]",
            "agreement CHL>PER 2022-08-01/month occurred [Gabriel Boric|Pedro Castillo]",
        ],
    );
}

#[test]
fn a_denial_speaks_of_what_was_told() {
    gives(
        "2021-03-10",
        "Analysts have evidence of Belarus shipping weapons to Libya. Both Belarus and Libya have denied any arms transfers.",
        &["transfer BLR>LBY - denied [|]"],
    );
}

#[test]
fn the_two_leaders_are_those_of_the_article() {
    gives(
        "2016-05-04",
        "Finland's president, Sauli Niinisto, was shown around by Toomas Hendrik Ilves, the president of Estonia. The two leaders held talks on Tuesday.",
        &["meeting FIN>EST 2016-05-03/day occurred [Sauli Niinisto|Toomas Hendrik Ilves]"],
    );
}

#[test]
fn the_date_of_another_verb_is_not_taken() {
    gives(
        "2023-09-13",
        "Kenya's William Ruto crossed the border on Tuesday and is expected to visit Kampala in Uganda.",
        &["visit KEN>UGA - planned [William Ruto|]"],
    );
    gives(
        "2023-09-13",
        "The palace said on Monday King Abdullah II of Jordan would visit Oman in October.",
        &["visit JOR>OMN 2023-10-01/month planned [King Abdullah II of Jordan|]"],
    );
}

#[test]
fn invitations_carry_the_status_of_what_is_done_to_them() {
    gives(
        "2020-01-05",
        "Moldovan President Igor Dodon accepted an invitation to visit Ankara.",
        &["visit MDA>TUR - planned [Igor Dodon|]"],
    );
    gives("2020-01-05", "Moldovan President Igor Dodon declined an invitation to visit Ankara.", &["visit MDA>TUR - denied [Igor Dodon|]"]);
}

#[test]
fn datelines_between_slashes_give_place_and_date() {
    gives(
        "2024-04-18",
        "MOSCOW, April 17. /TASS/. Russian Foreign Minister Sergey Lavrov has met with Bolivian Foreign Minister Celinda Sosa.",
        &["meeting BOL>RUS 2024-04-17/day occurred [Celinda Sosa|Sergey Lavrov]"],
    );
}

#[test]
fn its_minister_is_the_subjects() {
    gives(
        "2015-07-14",
        "Cuban Foreign Minister Bruno Rodriguez spoke. Poland denied that its defence minister had met Belarusian officials.",
        &["meeting POL>BLR - denied [|]"],
    );
}

#[test]
fn a_headline_knows_the_people_of_its_story() {
    gives(
        "2021-06-10",
        "Mutola visits Peru and Chile\n\nMozambican Foreign Minister Ana Mutola held talks in Lima on Wednesday with Peruvian President Francisco Sagasti.",
        &[
            "visit MOZ>PER 2021-06-10/day ongoing [Ana Mutola|]",
            "visit MOZ>CHL 2021-06-10/day ongoing [Ana Mutola|]",
            "meeting MOZ>PER 2021-06-09/day occurred [Ana Mutola|Francisco Sagasti]",
        ],
    );
}

#[test]
fn a_headline_in_the_present_is_ahead_where_the_story_says_so() {
    gives(
        "2021-06-10",
        "Mutola travels to Peru\n\nMozambican Foreign Minister Ana Mutola will travel to Peru, the ministry said.",
        &["visit MOZ>PER - planned [Ana Mutola|]"],
    );
}

#[test]
fn a_short_title_is_no_lower_rank() {
    let text = "Mozambican Foreign Minister Ana Mutola arrived in Lima. Senator Mutola will meet Peruvian President Francisco Sagasti.";
    let mut extractor = Extractor::new(Lexicon::packaged());
    let found = extractor.extract(Article { text, date: "2021-06-10".parse().unwrap(), source: None });
    let meeting = found.iter().find(|m| m.kind.to_string() == "meeting").unwrap();
    assert_eq!(meeting.level.unwrap().to_string(), "minister");
}

#[test]
fn his_visit_is_that_of_whom_the_article_told_it() {
    gives(
        "2021-06-10",
        "The Pakistani minister Ali Raza congratulated Mozambican President Filipe Nyusi on his visit to Peru. His visit to Peru was a success, the minister said.",
        &["message PAK>MOZ 2021-06-10/day occurred [Ali Raza|Filipe Nyusi]", "visit MOZ>PER - occurred [Filipe Nyusi|]"],
    );
}

#[test]
fn a_meeting_that_was_to_be_is_the_one_that_is_cancelled() {
    gives(
        "2021-06-10",
        "Mozambican President Filipe Nyusi was due to meet Peruvian President Francisco Sagasti on Friday. A scheduled meeting between Nyusi and Sagasti has been cancelled, the ministry said.",
        &["meeting MOZ>PER 2021-06-11/day cancelled [Filipe Nyusi|Francisco Sagasti]"],
    );
}

#[test]
fn an_adviser_is_of_the_country_of_whom_he_advises() {
    gives(
        "2021-06-10",
        "Mozambican President Filipe Nyusi was pleased. Peruvian Foreign Minister Allan Wagner met Nyusi's security adviser Bruno Tembe.",
        &["meeting PER>MOZ 2021-06-10/day occurred [Allan Wagner|Bruno Tembe]"],
    );
}

#[test]
fn a_month_dates_the_visit_that_is_recalled() {
    gives(
        "2021-06-10",
        "Mozambican President Filipe Nyusi recalled his visit to Peru in March this year.",
        &["visit MOZ>PER 2021-03-01/month occurred [Filipe Nyusi|]"],
    );
}

#[test]
fn a_minister_is_of_the_country_that_the_article_says_later() {
    gives(
        "2021-05-10",
        "National Assembly Chairman Le Van Binh arrived in Vientiane on Monday. He was met by officials.\nThe Vietnamese National Assembly chairman will tour a factory.",
        &["visit VNM>LAO 2021-05-10/day ongoing [Le Van Binh|]"],
    );
    gives(
        "2021-05-10",
        "Foreign Minister Le Van Binh arrived in Vientiane on Monday. It was the first visit of Binh as foreign minister of Vietnam.",
        &["visit VNM>LAO 2021-05-10/day ongoing [Le Van Binh|]"],
    );
    // The Lao minister is named beside him: another.
    gives("2021-05-10", "Foreign Minister Le Van Binh arrived in Vientiane on Monday. The Lao foreign minister met Le Van Binh.", &[]);
}

#[test]
fn his_counterpart_is_the_other_one_of_the_two() {
    gives(
        "2021-05-10",
        "Kenyan President Uhuru Kenyatta met Ugandan President Yoweri Museveni. Kenyatta invited his counterpart to visit Nairobi.",
        &["meeting KEN>UGA 2021-05-10/day occurred [Uhuru Kenyatta|Yoweri Museveni]", "visit UGA>KEN - proposed [Yoweri Museveni|]"],
    );
}

#[test]
fn the_parties_are_the_one_named_and_the_one_told_of() {
    gives(
        "2021-09-22",
        "Georgian Prime Minister Irakli Garibashvili addressed the assembly in New York.\nAt the meeting with Austrian Chancellor Sebastian Kurz, the parties spoke of trade.",
        &["meeting GEO>AUT 2021-09-22/day occurred [Irakli Garibashvili|Sebastian Kurz]"],
    );
}

#[test]
fn a_signing_that_others_watched_is_one_signing() {
    gives(
        "2022-07-04",
        "Surinamese Foreign Minister Albert Ramdin and Guyanese Foreign Minister Hugh Todd signed a treaty on Monday. The signing of the treaty was witnessed by the President of Suriname, Chan Santokhi, and the President of Guyana, Irfaan Ali.",
        &["agreement SUR>GUY 2022-07-04/day occurred [Albert Ramdin|Hugh Todd]"],
    );
}

#[test]
fn a_meeting_with_a_name_of_its_own_is_another() {
    gives(
        "2022-07-04",
        "The talks between Trinidad's Prime Minister Keith Rowley and Guyana's President Irfaan Ali were about food. The Caricom meeting ends on Tuesday.",
        &["meeting TTO>GUY - occurred [Keith Rowley|Irfaan Ali]"],
    );
}

#[test]
fn a_leader_spelt_otherwise_is_the_leader() {
    gives(
        "2020-01-27",
        "Ethiopian Prime Minister Abiy Ahmed met President Isaias Afeworki on Sunday.",
        &["meeting ETH>ERI 2020-01-26/day occurred [Abiy Ahmed|Isaias Afeworki]"],
    );
}

#[test]
fn congratulations_at_a_meeting_are_no_message() {
    gives(
        "2022-08-10",
        "Kenyan President William Ruto met Ugandan President Yoweri Museveni on Monday. At the meeting, Museveni congratulated Ruto on his election.",
        &["meeting KEN>UGA 2022-08-08/day occurred [William Ruto|Yoweri Museveni]"],
    );
}

#[test]
fn a_visit_is_not_dated_by_the_meeting_that_came_after_it() {
    gives(
        "2018-05-04",
        "Kenyan President Uhuru Kenyatta met Rwandan President Paul Kagame on May 3. This came a month after his visit to Rwanda.",
        &["meeting KEN>RWA 2018-05-03/day occurred [Uhuru Kenyatta|Paul Kagame]", "visit KEN>RWA - occurred [Uhuru Kenyatta|]"],
    );
}

#[test]
fn how_often_is_not_when() {
    gives(
        "2010-08-26",
        "The Kenyan president is visiting Uganda for the second time this year.",
        &["visit KEN>UGA 2010-08-26/day ongoing [|]"],
    );
    gives(
        "2021-03-21",
        "Kenyan Defence Secretary Monica Juma makes a trip to Somalia ahead of a May 1 deadline.",
        &["visit KEN>SOM 2021-03-21/day ongoing [Monica Juma|]"],
    );
}

#[test]
fn the_minister_is_not_the_one_whom_he_meets() {
    gives(
        "2017-03-13",
        "South Korean Foreign Minister Yun Byung-se will travel to Vietnam and Sri Lanka in May. In Sri Lanka, the minister will hold talks with Foreign Minister Mangala Samaraweera. In Vietnam, he will meet with Vietnamese Foreign Minister Pham Binh Minh.",
        &[
            "visit KOR>VNM 2017-05-01/month planned [Yun Byung-se|]",
            "visit KOR>LKA 2017-05-01/month planned [Yun Byung-se|]",
            "meeting KOR>LKA - planned [Yun Byung-se|Mangala Samaraweera]",
            "meeting KOR>VNM - planned [Yun Byung-se|Pham Binh Minh]",
        ],
    );
}

#[test]
fn what_came_after_an_old_visit_is_old() {
    gives(
        "2023-02-03",
        "The trip follows a 2019 visit by Zimbabwean President Emmerson Mnangagwa to Minsk, after which Belarus opened an embassy in Harare.",
        &["visit ZWE>BLR 2019-01-01/year occurred [Emmerson Mnangagwa|]", "accreditation BLR>ZWE - occurred [|]"],
    );
}

#[test]
fn one_leader_meets_four_one_by_one() {
    gives(
        "2014-04-18",
        "On his tour, Chinese Foreign Minister Wang Yi will meet with Cuban President Raul Castro, Venezuelan President Nicolas Maduro, Argentine President Cristina Fernandez and Brazilian President Dilma Rousseff.",
        &[
            "meeting CHN>CUB - planned [Wang Yi|Raul Castro]",
            "meeting CHN>VEN - planned [Wang Yi|Nicolas Maduro]",
            "meeting CHN>ARG - planned [Wang Yi|Cristina Fernandez]",
            "meeting CHN>BRA - planned [Wang Yi|Dilma Rousseff]",
        ],
    );
}

#[test]
fn they_are_those_who_travelled() {
    gives(
        "2025-03-12",
        "Australian Foreign Minister Penny Wong and Assistant Minister for Trade Ana Example have arrived in Fiji. They will meet Prime Minister Sitiveni Rabuka.",
        &["visit AUS>FJI 2025-03-12/day ongoing [Penny Wong|]", "meeting AUS>FJI - planned [Penny Wong|Sitiveni Rabuka]"],
    );
}

#[test]
fn a_visit_told_before_keeps_its_date() {
    gives(
        "2014-03-12",
        "The Omani Sultan Qaboos paid a visit to Iran in August 2013. An official recalled the mood during the Omani Sultan's visit to Iran.",
        &["visit OMN>IRN 2013-08-01/month occurred [Sultan Qaboos|]"],
    );
}

#[test]
fn no_day_is_lent_to_what_is_only_spoken_of() {
    for (text, row) in [
        ("Recently Russia and Bangladesh signed an agreement on a power plant.", "agreement RUS>BGD - occurred [|]"),
        (
            "The association issued a statement on March 1 denouncing the U.S.-South Korea joint military exercises.",
            "exercise USA>KOR - occurred [|]",
        ),
        ("An envoy referred to the fact that Peru and Chile staged drills.", "exercise PER>CHL - occurred [|]"),
        (
            "The ministers spoke of relations by implementing the agreements reached at the Peru-Chile summit.",
            "meeting PER>CHL - occurred [|]",
        ),
    ] {
        gives("2011-03-10", text, &[row]);
    }
}

#[test]
fn the_day_of_a_reception_is_not_that_of_what_it_marks() {
    gives(
        "2011-03-10",
        "The Lao ambassador to Vietnam gave a reception on Tuesday as regards the anniversary of the party and the successful visit to Vietnam by Lao President Thongloun Sisoulith.",
        &["meeting LAO>VNM 2011-03-08/day occurred [|]", "visit LAO>VNM - occurred [Thongloun Sisoulith|]"],
    );
}

#[test]
fn the_day_of_a_participle_is_its_own() {
    gives(
        "2016-12-17",
        "The Chinese defence ministry is in talks with the United States about returning a drone taken Thursday from the sea.",
        &["meeting CHN>USA 2016-12-17/day occurred [|]"],
    );
}

#[test]
fn the_head_of_state_who_travels_is_not_the_hosts() {
    gives(
        "2022-01-13",
        "President Pedro Castillo of Peru spoke with Colombian President Ivan Duque by telephone on Monday. The head of state travelled to Colombia on Thursday.",
        &["call PER>COL 2022-01-10/day occurred [Pedro Castillo|Ivan Duque]", "visit PER>COL 2022-01-13/day occurred [Pedro Castillo|]"],
    );
}

#[test]
fn a_visit_that_was_over_long_ago_is_not_going_on() {
    gives(
        "2014-09-17",
        "Peru and Colombia signed a declaration during a two-day visit to Colombia by Peruvian President Ollanta Humala on February 10-11.",
        &["agreement PER>COL 2014-02-10/day occurred [|]", "visit PER>COL 2014-02-10/day occurred [Ollanta Humala|]"],
    );
}

#[test]
fn korea_is_the_papers_own() {
    let text = "Korean Foreign Minister Park Min-su met his Lao counterpart on Monday.";
    told_by("Yonhap", "2015-03-12", text, &["meeting KOR>LAO 2015-03-09/day occurred [Park Min-su|]"]);
    told_by("KCNA", "2015-03-12", text, &["meeting PRK>LAO 2015-03-09/day occurred [Park Min-su|]"]);
}

#[test]
fn a_body_is_named_by_its_country_and_its_head_by_its_own_offices() {
    for (text, row) in [
        (
            "A delegation of the DPRK State Academy of Design led by its Vice-President Ri Song Min came back here on Monday after visiting Laos.",
            "visit PRK>LAO 2011-03-07/day occurred [Ri Song Min|]",
        ),
        (
            "A delegation of the General Federation of Farm Workers of Korea headed by Ri Song Min, chairman of its Central Committee, came back home on Monday after visiting Laos.",
            "delegation PRK>LAO 2011-03-07/day occurred [Ri Song Min|]",
        ),
        (
            "Kim Jong Il sent a reply message to Ali Abbas, president of Oman who doubles as regional secretary of the Arab Unity Party, on Monday.",
            "message PRK>OMN 2011-03-07/day occurred [Kim Jong Il|Ali Abbas]",
        ),
        (
            "Kim Jong Il received a message of greetings from Ali Abbas, general secretary of the Syrian Arab Unity Party, and Omar Said, general secretary of the Arab Reform Party and member of the Central Direction of the Progressive Front, on March 7.",
            "message SYR>PRK 2011-03-07/day occurred [Ali Abbas|Kim Jong Il]",
        ),
        (
            "A delegation of the Communist Party of China headed by Wang Li, member of the Political Bureau and the Secretariat of the C.C., the CPC who is head of its Publicity Department, arrived here on Monday.",
            "visit CHN>PRK 2011-03-07/day ongoing [Wang Li|]",
        ),
    ] {
        told_by("KCNA", "2011-03-10", text, &[row]);
    }
}

#[test]
fn those_present_are_of_the_side_that_is_named() {
    told_by(
        "KCNA",
        "2011-04-14",
        "Talks between the delegations of the Workers' Party of Korea and the National Front of Malaysia were held here Wednesday. Present there from the WPK side were Vice Department Director Pak Min Su and from the opposite side members of the delegation led by Ahmad Said, member of the Front's Supreme Council.",
        &["meeting MYS>PRK 2011-04-13/day occurred [Ahmad Said|Pak Min Su]"],
    );
    told_by(
        "KCNA",
        "2011-01-27",
        "The Chinese Foreign Ministry hosted a friendly meeting with the staff members of the DPRK embassy in Beijing on Tuesday.\nPresent there on invitation were Ambassador Ri Min Su and staff members of the embassy. Vice Minister Wang Li and officials of the ministry were on hand.",
        &["meeting PRK>CHN 2011-01-25/day occurred [Ri Min Su|Wang Li]"],
    );
}

#[test]
fn the_same_day_is_the_one_that_the_text_named_last() {
    gives(
        "2011-07-21",
        "Uruguay and China agreed on July 14 to expand cooperation. Brazil and Nicaragua signed new pacts on the same day.",
        &["agreement BRA>NIC 2011-07-14/day occurred [|]"],
    );
}

#[test]
fn what_is_talked_of_is_not_where() {
    let mut extractor = Extractor::new(Lexicon::packaged());
    for (text, place) in [
        ("Peruvian President Dina Boluarte and Chilean President Gabriel Boric discuss the crisis in Venezuela.", None),
        ("Peruvian President Dina Boluarte and Chilean President Gabriel Boric met for talks on trade in Caracas.", Some("VEN")),
        ("The Iranian ambassador to Peru gave a reception on the 32nd anniversary of the revolution in Iran.", Some("PER")),
        ("Talks between Peru and Laos were held at the Lao Foreign Ministry building on Monday.", Some("LAO")),
    ] {
        let found = extractor.extract(Article { text, date: "2023-05-10".parse().unwrap(), source: None });
        assert_eq!(found[0].location_country, place, "{text}");
    }
}

#[test]
fn guests_are_shown_round_at_home() {
    told_by(
        "KCNA",
        "2011-04-14",
        "A delegation of the Lima Daily of Peru led by Carlos Example visited the museum of the city, birthplace of President Kim Il Sung, on Wednesday.",
        &["delegation PER>PRK 2011-04-13/day ongoing [Carlos Example|]"],
    );
    gives(
        "2011-04-14",
        "Chilean Foreign Minister Alberto van Klaveren visited the museum of Lima.",
        &["visit CHL>PER 2011-04-14/day occurred [Alberto van Klaveren|]"],
    );
    // A company's head acts for himself.
    told_by(
        "KCNA",
        "2011-04-14",
        "Carlos Example, president of the Andean Mining Company of Peru, arrived in Pyongyang on Wednesday.",
        &[],
    );
}

#[test]
fn a_gift_is_given_when_it_is_handed_over() {
    told_by(
        "KCNA",
        "2011-02-14",
        "Kim Jong Il received a gift and a floral basket from Ali Mahmoud, minister of Defence of Syria. They were handed to the DPRK ambassador to Syria on Feb. 8.",
        &["message SYR>PRK 2011-02-08/day occurred [Ali Mahmoud|Kim Jong Il]"],
    );
}

#[test]
fn delegations_that_leave_each_on_an_errand() {
    told_by(
        "KCNA",
        "2011-11-17",
        "Several delegations of the DPRK left here on Thursday to visit different countries. They included a health delegation led by Ri Min Su, vice-minister of Public Health, to visit China and a delegation of the Maritime Bureau led by Vice-Director Jon Min Chol to attend an assembly in Britain.",
        &["visit PRK>CHN 2011-11-17/day ongoing [Ri Min Su|]", "visit PRK>GBR 2011-11-17/day ongoing [Jon Min Chol|]"],
    );
    told_by(
        "KCNA",
        "2011-11-24",
        "Also leaving here were a delegation of the Foreign Ministry led by its Vice-Minister Kim Min Gi and a delegation of a university led by its President Hong Min Hon to visit China on Thursday.",
        &["visit PRK>CHN 2011-11-24/day ongoing [Kim Min Gi|]", "delegation PRK>CHN 2011-11-24/day ongoing [Hong Min Hon|]"],
    );
}

#[test]
fn those_who_blame_lend_no_day() {
    for text in [
        "The party released a statement on March 4 condemning the United States and South Korea for staging joint drills.",
        "The party issued a statement on March 4 in protest against the joint drills of the United States and South Korea.",
    ] {
        gives("2011-03-10", text, &["exercise USA>KOR - occurred [|]"]);
    }
}

#[test]
fn guests_that_the_next_sentence_names() {
    told_by(
        "KCNA",
        "2011-05-12",
        "Foreign guests visited the Kumsusan Memorial Palace on Thursday. They included the delegation of the Communist Party of Sweden led by Chairman Anders Example and the delegation of the Lao Federation of Farm Workers led by Vice-President Symuone Example.",
        &["visit SWE>PRK 2011-05-12/day ongoing [Anders Example|]", "delegation LAO>PRK 2011-05-12/day ongoing [Symuone Example|]"],
    );
}

#[test]
fn a_gift_that_another_hands_over_is_one_gift() {
    told_by(
        "KCNA",
        "2011-10-03",
        "Kim Jong Il received a gift from the Bangladeshi government. The gift was handed to Ri Min Su, minister of Culture, on Monday by Mohamed Example, secretary of the Bangladeshi foreign ministry.",
        &["message BGD>PRK 2011-10-03/day occurred [Mohamed Example|Kim Jong Il]"],
    );
}

#[test]
fn errands_abroad_are_found_where_they_are_held() {
    told_by(
        "KCNA",
        "2011-09-10",
        "A delegation of the Medical Association of Korea led by its Vice-Chairman Kim Min Su left here Saturday to take part in a meeting of the world federation to be held in Brazil.",
        &["delegation PRK>BRA 2011-09-10/day ongoing [Kim Min Su|]"],
    );
    told_by(
        "KCNA",
        "2011-09-10",
        "The delegation of the Ukrainian \"Good Sword\" Association for the Study of Design led by its Chairman Nikolai Example arrived here on Saturday.",
        &["delegation UKR>PRK 2011-09-10/day ongoing [Nikolai Example|]"],
    );
    told_by(
        "KCNA",
        "2011-09-10",
        "Kim Jong Il received a gift from the visiting Andean provincial party and government delegation of Peru.",
        &["message PER>PRK 2011-09-10/day occurred [|Kim Jong Il]", "visit PER>PRK 2011-09-10/day ongoing [|]"],
    );
}

#[test]
fn a_drill_has_the_day_that_stands_behind_its_purpose() {
    gives(
        "2011-08-19",
        "Peru and Chile are staging a drill for the defence of the coast in Lima, from August 15.",
        &["exercise CHL>PER 2011-08-15/day ongoing [|]"],
    );
}

#[test]
fn letters_that_the_next_sentence_lists() {
    told_by(
        "KCNA",
        "2011-12-24",
        "Kim Jong Un received messages of condolences from parties of different countries on Dec. 20. They included Secretary General of the National Congress of South Africa Example Mantashe and the Central Committee of the Communist Party of Peru.",
        &["message ZAF>PRK 2011-12-20/day occurred [Example Mantashe|]", "message PER>PRK 2011-12-20/day occurred [|]"],
    );
    told_by(
        "KCNA",
        "2011-05-17",
        "Kim Jong Il sent messages to heads of state of different countries in reply on Monday. The replies went to Carlos Example, president of Peru, and Example Abbas, president of Oman.",
        &["message PRK>PER 2011-05-16/day occurred [|Carlos Example]", "message PRK>OMN 2011-05-16/day occurred [|Example Abbas]"],
    );
}

#[test]
fn a_journey_that_is_over_ended_when_they_flew_back() {
    told_by(
        "KCNA",
        "2011-09-29",
        "Flying back on Wednesday were the delegation led by Ri Min Su, vice-director of the DPRK Cabinet, which visited Peru, and a delegation led by Minister Choe Min Su that took part in the fair held in China.",
        &["visit PRK>PER 2011-09-28/day occurred [Ri Min Su|]", "visit PRK>CHN 2011-09-28/day occurred [Choe Min Su|]"],
    );
}

#[test]
fn who_is_greeted_has_arrived() {
    told_by(
        "KCNA",
        "2011-06-15",
        "Kim Yong Nam, president of the Presidium of the DPRK Supreme People's Assembly, arrived in Dar-Es-Salaam on Thursday to pay an official visit to Tanzania. They were greeted by Juma Kamau, minister of Foreign Affairs.",
        &["visit PRK>TZA 2011-06-09/day ongoing [Kim Yong Nam|]", "meeting PRK>TZA 2011-06-09/day occurred [Kim Yong Nam|Juma Kamau]"],
    );
}

#[test]
fn they_talked_on_the_day_on_which_he_spoke() {
    told_by(
        "KCNA",
        "2011-06-15",
        "Kim Min Chol, vice-minister of Railways of the DPRK, Friday stressed the need for cooperation. He said this at a talk with Deputy Minister of Transport of Russia Oleg Petrov.",
        &["meeting PRK>RUS 2011-06-10/day occurred [Kim Min Chol|Oleg Petrov]"],
    );
}

#[test]
fn days_of_this_month_and_days_behind_starting() {
    for text in [
        "Indian Foreign Minister Ravi Shah will pay a visit to Kenya, starting on May 9.",
        "Indian Foreign Minister Ravi Shah will pay a visit to Kenya, starting on the 9th of this month.",
        "Indian Foreign Minister Ravi Shah will pay a visit to Kenya on the 9th of May.",
    ] {
        told_by("AIR", "2025-05-06", text, &["visit IND>KEN 2025-05-09/day planned [Ravi Shah|]"]);
    }
}

#[test]
fn a_remark_on_a_visit_is_no_second_visit() {
    gives(
        "2021-04-06",
        "Russian Foreign Minister Sergey Lavrov will visit Pakistan on Wednesday. This is the first visit of a Russian foreign minister to Pakistan since 2012.",
        &["visit RUS>PAK 2021-04-07/day planned [Sergey Lavrov|]"],
    );
}

#[test]
fn the_minister_is_he_whom_the_article_calls_so() {
    told_by(
        "Dawn",
        "2017-09-08",
        "ISLAMABAD: Foreign Minister Khawaja Muhammad Asif will meet Wang Yi of China. The foreign minister will visit Iran on Monday.",
        &["meeting PAK>CHN - planned [Khawaja Muhammad Asif|Wang Yi]", "visit PAK>IRN 2017-09-11/day planned [Khawaja Muhammad Asif|]"],
    );
}

#[test]
fn names_are_known_by_their_sound() {
    told_by(
        "Gulf Example",
        "2021-07-23",
        "Foreign Minister Shah Mahmood Qureshi reached China on Friday.",
        &["visit PAK>CHN 2021-07-23/day ongoing [Shah Mahmood Qureshi|]"],
    );
}

#[test]
fn whom_the_agencys_own_guest_meets_is_the_hosts() {
    told_by(
        "Prensa Latina",
        "2021-06-17",
        "Cuba's Deputy Prime Minister Ricardo Ejemplo is on a visit to Venezuela. On Thursday morning, Ejemplo held a meeting with the sectoral vice president of Economy and Minister of Petroleum, Tarek Ejemplar.",
        &[
            "visit CUB>VEN 2021-06-17/day ongoing [Ricardo Ejemplo|]",
            "meeting CUB>VEN 2021-06-17/day occurred [Ricardo Ejemplo|Tarek Ejemplar]",
        ],
    );
}

#[test]
fn the_writer_of_a_cable_thanks_for_his_own_visit() {
    told_by(
        "Kuwait Times",
        "2018-10-01",
        "KUWAIT: The Amir Sheikh Sabah Al-Ahmad received a cable on Sunday from Saudi Crown Prince Mohammed bin Salman, expressing his gratitude for the hospitality during his state visit to the country.",
        &[
            "message SAU>KWT 2018-09-30/day occurred [Mohammed bin Salman|Sabah Al-Ahmad]",
            "visit SAU>KWT - occurred [Mohammed bin Salman|]",
        ],
    );
}

#[test]
fn what_the_sides_discussed_they_discussed_when_they_met() {
    told_by(
        "TASS",
        "2019-11-25",
        "Kenya's First Deputy Minister of Foreign Affairs Ana Mwangi returned home. On November 20, Russian Foreign Minister Sergey Lavrov met with Mwangi in Moscow. The parties discussed trade.",
        &["meeting KEN>RUS 2019-11-20/day occurred [Ana Mwangi|Sergey Lavrov]"],
    );
}

#[test]
fn a_guest_returns_after_talks_that_were_before() {
    told_by(
        "KCNA",
        "2018-06-14",
        "Pyongyang, June 14 (KCNA) -- Kim Jong Un, chairman of the Workers' Party of Korea, arrived here on June 13 after successfully concluding the DPRK-U.S. summit meeting.",
        &["meeting PRK>USA - occurred [|]"],
    );
}

#[test]
fn the_prime_minister_of_a_governments_own_paper_is_its_own() {
    told_by(
        "GOV.UK",
        "2023-05-09",
        "The Prime Minister spoke by phone to President Zelenskyy of Ukraine this morning. They discussed training.",
        &["call GBR>UKR 2023-05-09/day occurred [|Zelenskyy]"],
    );
}

#[test]
fn who_was_named_by_his_surname_may_be_told_of_later() {
    gives(
        "2019-03-05",
        "Kyrgyz Foreign Minister Chyngyz Ejemplo and Kamilov met in Tashkent on Monday. Uzbek Foreign Minister Abdulaziz Kamilov said they discussed trade.",
        &["meeting KGZ>UZB 2019-03-04/day occurred [Chyngyz Ejemplo|Abdulaziz Kamilov]"],
    );
}

#[test]
fn whom_a_guest_met_he_met_on_the_day_of_his_visit() {
    gives(
        "2019-11-20",
        "Kenyan Foreign Minister Ana Mwangi visited Peru on Monday for trade talks. Mwangi met Peruvian Foreign Minister Luis Ejemplo.",
        &["visit KEN>PER 2019-11-18/day occurred [Ana Mwangi|]", "meeting KEN>PER 2019-11-18/day occurred [Ana Mwangi|Luis Ejemplo]"],
    );
}

#[test]
fn a_dateline_is_where_a_delegation_lands() {
    gives(
        "2018-05-28",
        "LIMA: A Kenyan delegation comprising its interior minister and the military chief arrived on Sunday to discuss the way forward.",
        &["visit KEN>PER 2018-05-27/day ongoing [|]"],
    );
}

#[test]
fn talks_ahead_are_not_the_talks_on_the_sidelines_before() {
    gives(
        "2019-06-27",
        "Peruvian President Ana Ejemplo arrived in Kenya on Thursday. President Ejemplo will hold talks with Kenyan President William Ruto. There was a bilateral meeting between Ejemplo and Ruto on the sidelines of a summit in Makkah.",
        &[
            "visit PER>KEN 2019-06-27/day ongoing [Ana Ejemplo|]",
            "meeting PER>KEN - planned [Ana Ejemplo|William Ruto]",
            "meeting PER>KEN - occurred [Ana Ejemplo|William Ruto]",
        ],
    );
}

#[test]
fn a_visit_called_off_is_one_whenever_it_was_to_be() {
    gives(
        "2001-09-19",
        "Ejemplo Cancels Visit to Lima\nNAIROBI - Kenyan President Juan Ejemplo canceled his Oct. 18 visit to Peru, his office announced Tuesday.",
        &["visit KEN>PER 2001-10-18/day cancelled [Juan Ejemplo|]"],
    );
}

#[test]
fn a_visit_that_answers_another_is_not_of_its_day() {
    gives(
        "2021-10-18",
        "Kenyan President William Ruto arrived Sunday in Lima. The visit of the Kenyan president to Peru comes in response to the visit of the Peruvian president, Ana Ejemplo, to Kenya in July this year.",
        &["visit KEN>PER 2021-10-17/day ongoing [William Ruto|]", "visit PER>KEN 2021-07-01/month occurred [Ana Ejemplo|]"],
    );
}

#[test]
fn delegations_of_states_come_to_a_fair() {
    told_by(
        "KCNA",
        "2013-09-21",
        "Pyongyang, September 21 (KCNA) -- Foreign delegations arrived here today to participate in a trade fair.\n\nThey included delegations of Peru and Kenya.\n\nArriving here earlier were delegations of Italy and Cuba.",
        &[
            "delegation PER>PRK 2013-09-21/day ongoing [|]",
            "delegation KEN>PRK 2013-09-21/day ongoing [|]",
            "visit ITA>PRK - ongoing [|]",
            "visit CUB>PRK - ongoing [|]",
        ],
    );
}

#[test]
fn they_are_the_several_who_were_the_subject() {
    gives(
        "2025-05-20",
        "Kenyan Foreign Minister Ana Mwangi and Deputy Foreign Minister Don Ejemplo spoke on Monday. They are travelling to Peru and Chile. While in Lima, they will meet Prime Minister Luis Modelo. In Santiago, they will meet Prime Minister Juan Muestra.",
        &[
            "visit KEN>PER 2025-05-20/day ongoing [Ana Mwangi|]",
            "visit KEN>CHL 2025-05-20/day ongoing [Ana Mwangi|]",
            "meeting KEN>PER - planned [Ana Mwangi|Luis Modelo]",
            "meeting KEN>CHL - planned [Ana Mwangi|Juan Muestra]",
        ],
    );
}

#[test]
fn who_was_on_hand_was_at_the_meeting_told_last() {
    told_by(
        "KCNA",
        "2004-07-05",
        "Kim Jong Il Receives Kenyan Foreign Minister\n\nPyongyang, July 5 (KCNA) -- Kim Jong Il, chairman of the National Defence Commission of the DPRK, Monday received Kenyan Foreign Minister Ivan Mwangi. On hand were Vice Minister of Foreign Affairs Kang Sok Ju and Kenyan Ambassador to the DPRK Andrei Ejemplo.",
        &["meeting KEN>PRK 2004-07-05/day occurred [Ivan Mwangi|Kim Jong Il]"],
    );
}

#[test]
fn one_sentence_tells_of_one_meeting() {
    gives(
        "2011-10-16",
        "Kenyan President Mwai Ejemplo met Peruvian President Ollanta Modelo in Lima, and had talks with him on August 24.",
        &["meeting KEN>PER 2011-08-24/day occurred [Mwai Ejemplo|Ollanta Modelo]"],
    );
}

#[test]
fn a_day_within_the_days_named_before_is_of_their_year() {
    gives(
        "2011-08-22",
        "Kenyan President Mwai Ejemplo visited Peru on August 20-24, 2002. He met Peruvian President Ollanta Modelo in Lima on August 23.",
        &["visit KEN>PER 2002-08-20/day occurred [Mwai Ejemplo|]", "meeting KEN>PER 2002-08-23/day occurred [Mwai Ejemplo|Ollanta Modelo]"],
    );
}

#[test]
fn whom_he_met_on_a_visit_that_is_over_has_no_day() {
    gives(
        "2011-08-23",
        "The Kenyan president, Mwai Ejemplo, returned home yesterday after a visit to Peru, during which he met the Peruvian president, Ollanta Modelo.",
        &["visit KEN>PER 2011-08-22/day occurred [Mwai Ejemplo|]", "meeting KEN>PER - occurred [Mwai Ejemplo|Ollanta Modelo]"],
    );
}

#[test]
fn before_he_leaves_he_is_there() {
    gives(
        "2012-05-05",
        "Kenyan President William Ruto arrived in Lima on Friday. Before wrapping up his visit on May 10, Ruto will meet Peruvian President Ana Ejemplo.",
        &["visit KEN>PER 2012-05-04/day ongoing [William Ruto|]", "meeting KEN>PER - planned [William Ruto|Ana Ejemplo]"],
    );
}

#[test]
fn one_call_whoever_is_named_first() {
    gives(
        "2022-02-15",
        "Kenyan Foreign Minister Ana Mwangi held phone talks with Peruvian Foreign Minister Luis Ejemplo on Tuesday. A broadcaster reported that Ejemplo was having a phone conversation with Mwangi.",
        &["call KEN>PER 2022-02-15/day occurred [Ana Mwangi|Luis Ejemplo]"],
    );
}

#[test]
fn a_visit_that_may_be_is_not_the_one_of_last_month() {
    gives(
        "2023-10-09",
        "Kenyan President William Ruto may visit Peru soon, officials said. Ruto visited Peru in August for a summit.",
        &["visit KEN>PER - proposed [William Ruto|]", "visit KEN>PER 2023-08-01/month occurred [William Ruto|]"],
    );
}

#[test]
fn troupes_are_listed_behind_those_who_arrived() {
    told_by(
        "KCNA",
        "2013-04-09",
        "Pyongyang, April 9 (KCNA) -- Also arriving here today were art troupes and foreign artistes to take part in a festival.\n\nThey included the Folk Art Troupe \"Example\" of Peru, musicians of Kenya, the guitar trio of Chile and the Example Wind Players of Peru.\n\nEarlier arrivals included the Dance Troupe of Example Dance Theatre of Uganda.",
        &[
            "delegation PER>PRK 2013-04-09/day ongoing [|]",
            "delegation KEN>PRK 2013-04-09/day ongoing [|]",
            "delegation CHL>PRK 2013-04-09/day ongoing [|]",
            "delegation UGA>PRK - ongoing [|]",
        ],
    );
}

#[test]
fn officials_are_listed_behind_calls_at_missions() {
    told_by(
        "KCNA",
        "2013-12-30",
        "Pyongyang, December 30 (KCNA) -- Personages of different countries paid condolatory visits to the DPRK missions in their respective countries on Dec. 26 and 27.\n\nAmong them were the permanent secretary of the Ministry of Justice of Uganda, the chief of the Group for the Study of Example of Peru and the acting special assistant to the Kenyan president.",
        &["message UGA>PRK 2013-12-26/day occurred [|]", "message KEN>PRK 2013-12-26/day occurred [|]"],
    );
}

#[test]
fn a_message_is_told_again_long_after_its_day() {
    told_by(
        "KCNA",
        "2013-12-31",
        "Pyongyang, December 31 (KCNA) -- The Central Committee of the Workers' Party of Korea received a message of condolences from the Central Committee of the Communist Party of Syria on Dec. 19.\n\nThe C.C., the Communist Party of Syria expressed profound condolences over the demise.",
        &["message SYR>PRK 2013-12-19/day occurred [|]"],
    );
}

#[test]
fn the_fifteenth_is_a_day_of_this_month_or_the_last() {
    gives(
        "2023-09-21",
        "Kenyan President William Ruto visited Peru from the 12th to the 17th. Ruto on the 15th held talks with Peruvian President Dina Boluarte.",
        &["visit KEN>PER 2023-09-12/day occurred [William Ruto|]", "meeting KEN>PER 2023-09-15/day occurred [William Ruto|Dina Boluarte]"],
    );
    gives(
        "2023-09-21",
        "Kenyan President William Ruto arrived in Peru on the 15th anniversary of the treaty.",
        &["visit KEN>PER 2023-09-21/day ongoing [William Ruto|]"],
    );
}

#[test]
fn whom_he_met_on_a_visit_of_weeks_ago_he_did_not_meet_today() {
    gives(
        "2023-09-25",
        "Kenyan President William Ruto paid a visit to Peru from September 12 to 17. Ruto met and had talks with Peruvian President Dina Boluarte in Cusco.",
        &["visit KEN>PER 2023-09-12/day occurred [William Ruto|]", "meeting KEN>PER - occurred [William Ruto|Dina Boluarte]"],
    );
}

#[test]
fn a_title_behind_the_office_does_not_lower_it() {
    let rows = read(
        "2023-03-23",
        None,
        "Saudi Foreign Minister Prince Ali Example met Peruvian Foreign Minister Elmer Schialer. The ministers spoke by phone on Monday.",
    );
    assert_eq!(
        rows,
        [
            "meeting SAU>PER 2023-03-23/day occurred [Ali Example|Elmer Schialer]",
            "call SAU>PER 2023-03-20/day occurred [Ali Example|Elmer Schialer]"
        ]
    );
}

#[test]
fn a_style_is_no_part_of_the_name() {
    gives(
        "2023-02-20",
        "Kenyan President William Ruto met Fijian President His Excellency Wiliame Example on Monday.",
        &["meeting KEN>FJI 2023-02-20/day occurred [William Ruto|Wiliame Example]"],
    );
}

#[test]
fn he_is_the_one_by_whom_it_was_said_and_his_visit_not_the_other_ones() {
    gives(
        "2024-04-17",
        "The plan was revealed by Kenyan President William Ruto after he held talks with Peruvian President Dina Boluarte in Nairobi.",
        &["meeting PER>KEN 2024-04-17/day occurred [Dina Boluarte|William Ruto]"],
    );
    gives(
        "2024-04-17",
        "Kenyan President William Ruto said he and Peruvian President Dina Boluarte agreed in phone talks to boost trade, following his visit to Uganda.",
        &["call KEN>PER 2024-04-17/day occurred [William Ruto|Dina Boluarte]", "visit KEN>UGA - occurred [William Ruto|]"],
    );
}

#[test]
fn a_minister_whom_the_surname_alone_tells() {
    gives(
        "2023-01-29",
        "Blinken arrived in Egypt on Sunday. The United States seeks calm.",
        &["visit USA>EGY 2023-01-29/day ongoing [Blinken|]"],
    );
    // The article speaks of no such country.
    gives("2023-01-29", "Blinken arrived in Egypt on Sunday.", &[]);
}

#[test]
fn his_visit_is_that_of_whom_the_article_told_as_visiting() {
    gives(
        "2023-02-20",
        "Peruvian minister Ana Example congratulated Kenyan President William Ruto on his visit to Uganda. The statement referred to his historic tour of Uganda.",
        &["message PER>KEN 2023-02-20/day occurred [Ana Example|William Ruto]", "visit KEN>UGA - occurred [William Ruto|]"],
    );
}

#[test]
fn the_country_of_a_paper_is_its_own() {
    told_by(
        "example.com.sb",
        "2021-08-29",
        "The government of Japan has donated 20,000 vaccines to the country.",
        &["transfer JPN>SLB 2021-08-29/day occurred [|]"],
    );
    // Without a paper nobody knows which.
    gives("2021-08-29", "The government of Japan has donated 20,000 vaccines to the country.", &[]);
}

#[test]
fn within_a_list_two_offices_are_one_mans() {
    told_by(
        "kuwaittimes.com",
        "2023-07-05",
        "Foreign Minister Sheikh Salem Example met Foreign Minister Hakan Fidan of Turkey. Another meeting was held between Sheikh Salem and Deputy Prime Minister and Foreign Minister of the Republic of Iraq Omar Sample.",
        &[
            "meeting KWT>TUR 2023-07-05/day occurred [Salem Example|Hakan Fidan]",
            "meeting KWT>IRQ 2023-07-05/day occurred [Salem Example|Omar Sample]",
        ],
    );
}

#[test]
fn the_day_of_a_leg_that_is_ahead_is_not_the_visits() {
    gives(
        "2013-06-11",
        "On his first trip to the United States, Peruvian President Juan Sample is meeting U.S. President Barack Obama today. On Wednesday, he will travel to Boston.",
        &["visit PER>USA 2013-06-11/day ongoing [Juan Sample|]", "meeting PER>USA 2013-06-11/day ongoing [Juan Sample|Barack Obama]"],
    );
}

#[test]
fn an_old_leader_called_by_his_office_is_no_news() {
    gives(
        "2011-06-09",
        "Kim Jong Il met President Kim Dae Jung at the airport.",
        &["meeting PRK>KOR - occurred [Kim Jong Il|Kim Dae Jung]"],
    );
}

#[test]
fn what_was_since_a_year_is_of_that_year() {
    gives(
        "2015-12-25",
        "The stopover is the first since Peruvian President Juan Sample visited Chile in 2004.",
        &["visit PER>CHL 2004-01-01/year occurred [Juan Sample|]"],
    );
    gives(
        "2011-07-09",
        "A spokesman released a statement on Saturday on the lapse of 45 years since Peru signed the pact with Chile.",
        &["agreement PER>CHL 1966-01-01/year occurred [|]"],
    );
    gives(
        "2010-11-18",
        "After the two countries established diplomatic ties in 2007, Peru's minister visited China.",
        &["visit PER>CHN 2010-11-18/day occurred [|]"],
    );
}

#[test]
fn talks_of_six_parties_are_not_of_those_who_speak_of_them() {
    gives("2011-07-24", "Peru and Chile answered the efforts to resume the six-party talks with new sanctions.", &[]);
}

#[test]
fn a_call_told_again_is_one_call_whoever_is_named_first() {
    gives(
        "2024-08-16",
        "Iranian minister Ali Example discussed the crisis in a telephone call received from Qatari minister Mohammed Sample. During the phone talk, the two sides exchanged views on developments in Gaza. Qatar's ministry said that minister Mohammed Sample held a telephone conversation with Iranian minister Ali Example.",
        &["call IRN>QAT 2024-08-16/day occurred [Ali Example|Mohammed Sample]"],
    );
}

#[test]
fn a_meeting_called_off_is_not_the_one_held_in_summer() {
    gives(
        "2018-12-01",
        "Peruvian President Juan Sample announced the cancellation of the meeting with Chilean President Jorge Soto. On July 16, Peruvian President Juan Sample and Chilean President Jorge Soto met in Lima.",
        &["meeting PER>CHL - cancelled [Juan Sample|Jorge Soto]", "meeting CHL>PER 2018-07-16/day occurred [Jorge Soto|Juan Sample]"],
    );
}

#[test]
fn who_is_unable_to_come_had_planned_it() {
    gives(
        "2019-06-19",
        "Peruvian Foreign Minister Juan Sample is unable to visit Chile as previously announced.",
        &["visit PER>CHL 2019-06-19/day cancelled [Juan Sample|]"],
    );
}

#[test]
fn calls_from_many_are_each_ones() {
    gives(
        "2016-11-14",
        "King Salman of Saudi Arabia received telephone calls from Peruvian President Juan Sample, Jordan's King Abdallah, Sudanese President Omar Bashir, Chilean President Jorge Soto and Lebanese Speaker Nabih Berri.",
        &[
            "call PER>SAU 2016-11-14/day occurred [Juan Sample|King Salman]",
            "call JOR>SAU 2016-11-14/day occurred [King Abdallah|King Salman]",
            "call SDN>SAU 2016-11-14/day occurred [Omar Bashir|King Salman]",
            "call CHL>SAU 2016-11-14/day occurred [Jorge Soto|King Salman]",
            "call LBN>SAU 2016-11-14/day occurred [Nabih Berri|King Salman]",
        ],
    );
}

#[test]
fn on_the_same_day_of_a_plan_is_ahead() {
    gives(
        "2014-02-14",
        "Peruvian Minister Juan Sample will meet President Jorge Soto of Chile on Tuesday, 18 February. On the same day, Sample will travel to Bolivia, where he will meet President Ana Example and be received by Bolivian Speaker Eva Muster.",
        &[
            "meeting PER>CHL 2014-02-18/day planned [Juan Sample|Jorge Soto]",
            "visit PER>BOL 2014-02-18/day planned [Juan Sample|]",
            "meeting PER>BOL - planned [Juan Sample|Ana Example]",
            "meeting PER>BOL - planned [Juan Sample|Eva Muster]",
        ],
    );
}

#[test]
fn a_king_of_one_name_is_of_the_country_that_was_said() {
    gives(
        "2020-11-12",
        "King Salman of Saudi Arabia called King Hamad of Bahrain on Wednesday. Earlier King Salman sent a cable of condolences to King Hamad.",
        &["call SAU>BHR 2020-11-11/day occurred [King Salman|Hamad]", "message SAU>BHR - occurred [King Salman|Hamad]"],
    );
}

#[test]
fn credentials_presented_to_him_are_not_to_who_presents_them() {
    gives(
        "2011-08-14",
        "Peruvian President Juan Sample wished them success. He said this when Chilean Ambassador Jorge Soto presented his credentials to him on August 10.",
        &["accreditation CHL>PER 2011-08-10/day occurred [Jorge Soto|Juan Sample]"],
    );
}

#[test]
fn who_will_lead_in_years_to_come_is_who_the_article_says() {
    gives(
        "2011-10-07",
        "Peruvian Foreign Minister Ana Example sent a message to Arthur Peter Mutharika upon his appointment as foreign minister of Malawi.",
        &["message PER>MWI 2011-10-07/day occurred [Ana Example|Arthur Peter Mutharika]"],
    );
}

#[test]
fn what_was_done_then_is_of_the_day_told_before() {
    gives(
        "2012-08-25",
        "New Peruvian Ambassador Ana Example presented her credentials to the president of Chile on Friday. She then met Chilean Foreign Minister Eva Sample.",
        &[
            "accreditation PER>CHL 2012-08-24/day occurred [Ana Example|]",
            "meeting PER>CHL 2012-08-24/day occurred [Ana Example|Eva Sample]",
        ],
    );
}

#[test]
fn a_day_behind_what_it_follows_is_not_of_what_is_to_come() {
    gives(
        "2022-05-30",
        "Peru and Chile will hold talks in Quito, following clashes at the border last week.",
        &["meeting PER>CHL - planned [|]"],
    );
}

#[test]
fn a_dateline_gives_way_to_a_place_that_is_told() {
    let text = "Pyongyang, March 1 (KCNA) -- Kim Jong Un, chairman of the State Affairs Commission of the DPRK, had talks with Ana Example, president of Peru, on Thursday.\nSupreme Leader of the Party, state and army Kim Jong Un met with President Ana Example at a hotel in Hanoi.";
    let mut extractor = Extractor::new(Lexicon::packaged());
    let found = extractor.extract(Article { text, date: "2019-03-01".parse().unwrap(), source: Some("KCNA") });
    let places: Vec<_> = found.iter().map(|m| (m.kind.to_string(), m.location_country)).collect();
    assert!(places.contains(&("meeting".into(), Some("VNM"))), "{places:?}");
    assert!(places.iter().all(|p| p.1 != Some("PRK")), "{places:?}");
}

#[test]
fn who_left_is_listed_in_the_next_paragraph() {
    told_by(
        "KCNA",
        "2012-04-17",
        "Pyongyang, April 17 (KCNA) -- A delegation of the Union of Agricultural Workers of Korea left here today.\n\nDelegations and guests of different countries left here on Monday after attending a congress.\n\nThey were the minister of Culture of Guinea and the chairman of a society for the study of the Juche idea in Peru.",
        &["visit GIN>PRK 2012-04-16/day occurred [|]"],
    );
}

#[test]
fn ministries_and_envoys_write_and_societies_do_not_count() {
    told_by(
        "KCNA",
        "2015-09-16",
        "Pyongyang, September 16 (KCNA) -- Parties and ministries of different countries sent floral baskets to the DPRK missions in their countries from Sept. 3 to 9.\n\nThey included the Foreign Ministry of Ethiopia, the Peruvian Group for the Study of the Juche Idea and the Iranian foreign minister.",
        &["message ETH>PRK 2015-09-03/day occurred [|]", "message IRN>PRK 2015-09-03/day occurred [|]"],
    );
}

#[test]
fn the_day_of_a_meeting_may_follow_its_week() {
    gives(
        "2025-03-05",
        "Peruvian President Dina Boluarte and Chilean President Gabriel Boric plan to speak by phone this week. The phone conversation is set to take place on Thursday.",
        &["call PER>CHL 2025-03-06/day planned [Dina Boluarte|Gabriel Boric]"],
    );
}

#[test]
fn the_two_who_speak_of_others_stay_the_two() {
    gives(
        "2022-11-22",
        "U.S. President Joe Biden and Chinese President Xi Jinping met on Monday. The two addressed tensions over Taiwan and the war on Ukraine. The two presidents did not issue a statement after the meeting.",
        &["meeting USA>CHN 2022-11-21/day occurred [Joe Biden|Xi Jinping]"],
    );
}

#[test]
fn a_day_without_a_year_is_the_near_one() {
    gives(
        "2025-03-05",
        "Police criticised the March 9 visit of Chilean President Gabriel Boric to Peru.",
        &["visit CHL>PER 2025-03-09/day planned [Gabriel Boric|]"],
    );
    gives(
        "2025-03-05",
        "Police criticised the July 9 visit of Chilean President Gabriel Boric to Peru.",
        &["visit CHL>PER 2024-07-09/day occurred [Gabriel Boric|]"],
    );
}

#[test]
fn what_was_planned_is_called_off_in_the_next_words() {
    let visit = |status: &str| vec![format!("visit CHL>PER 2025-03-08/day {status} [Gabriel Boric|]")];
    let planned = "Chilean President Gabriel Boric was to visit Peru on Saturday";
    for (rest, status) in [
        (". The visit was cancelled.", "cancelled"),
        (", but the trip has been called off.", "cancelled"),
        (". Boric cancelled the trip after the quake.", "cancelled"),
        (". The trip had to be postponed.", "cancelled"),
        (". The visit did not take place.", "cancelled"),
        (". The visit could be cancelled.", "planned"),
        (". The visit was not cancelled.", "planned"),
        (". Last year a visit was cancelled.", "planned"),
    ] {
        assert_eq!(read("2025-03-05", None, &format!("{planned}{rest}")), visit(status), "{rest}");
    }
    gives(
        "2025-03-05",
        "The presidents of Chile and Peru were to meet on Saturday. The meeting has been postponed.",
        &["meeting CHL>PER 2025-03-08/day cancelled [|]"],
    );
}

#[test]
fn a_remark_on_talks_to_come_is_no_news_of_them() {
    gives(
        "2025-03-05",
        "Peru accepted Chile's proposal for official talks. These are the first high-level talks between Chile and Peru in more than two years.",
        &["meeting PER>CHL - planned [|]"],
    );
}

#[test]
fn the_day_on_which_a_tariff_starts_is_not_that_of_the_letter() {
    let letter = ["message CHL>PER 2025-07-09/day occurred [|Dina Boluarte]"];
    for text in [
        "Chile's president announced a tax on fruit starting August 1, in a letter to Peruvian President Dina Boluarte.",
        "In a letter to Peruvian President Dina Boluarte, Chile's president announced a tax on fruit beginning on August 1.",
    ] {
        gives("2025-07-09", text, &letter);
    }
    gives(
        "2025-07-09",
        "Chilean President Gabriel Boric announced a visit to Peru starting August 1.",
        &["visit CHL>PER 2025-08-01/day planned [Gabriel Boric|]"],
    );
}

#[test]
fn a_place_told_later_goes_before_that_of_the_dateline() {
    gives(
        "2024-10-23",
        "AMMAN — King Abdullah of Jordan and Saudi Crown Prince Mohammed bin Salman held talks on Tuesday. During the meeting, held at a palace in Riyadh, they spoke of trade.",
        &["meeting JOR>SAU 2024-10-22/day occurred [King Abdullah|Mohammed bin Salman]"],
    );
}

#[test]
fn of_two_kings_the_king_is_the_one_of_the_story() {
    gives(
        "2019-04-17",
        "King Abdullah of Jordan on Wednesday received Saudi minister Omar Sample. King Abdullah asked the minister to convey his greetings to King Salman. Later the King received Peruvian Foreign Minister Juan Sample on Wednesday.",
        &[
            "meeting SAU>JOR 2019-04-17/day occurred [Omar Sample|King Abdullah]",
            "message JOR>SAU 2019-04-17/day occurred [King Abdullah|King Salman]",
            "meeting PER>JOR 2019-04-17/day occurred [Juan Sample|King Abdullah]",
        ],
    );
}

#[test]
fn a_day_is_of_the_clause_that_names_it() {
    gives(
        "2022-12-28",
        "Peruvian Foreign Minister Juan Sample who had travelled to Santiago on Tuesday evening met with Chilean President Jorge Soto.",
        &["visit PER>CHL 2022-12-27/day occurred [Juan Sample|]", "meeting PER>CHL 2022-12-28/day occurred [Juan Sample|Jorge Soto]"],
    );
    gives(
        "2024-06-26",
        "Zambian Foreign Minister Juma Sample, in a statement issued on Tuesday, said Kenyan President Peter Example would hold talks with Zambian President Jorge Soto in Lusaka.",
        &["meeting KEN>ZMB - planned [Peter Example|Jorge Soto]"],
    );
}

#[test]
fn days_are_counted_from_the_clause_before() {
    let text = "Chilean President Gabriel Boric will host Kenya's president in Santiago on Thursday, a day after he meets Peru's foreign minister.";
    gives("2023-06-13", text, &["visit KEN>CHL 2023-06-15/day planned [|]", "meeting PER>CHL 2023-06-14/day planned [|Gabriel Boric]"]);
    let text = "Chilean President Gabriel Boric arrived in Lima on Monday, two days after he met Kenya's foreign minister in Nairobi.";
    gives(
        "2023-06-13",
        text,
        &["visit CHL>PER 2023-06-12/day ongoing [Gabriel Boric|]", "meeting CHL>KEN 2023-06-10/day occurred [Gabriel Boric|]"],
    );
    let text =
        "Chilean Foreign Minister Ana Example will meet Peru's president on Thursday after talks with her Kenyan counterpart on Wednesday.";
    gives(
        "2023-06-13",
        text,
        &["meeting CHL>PER 2023-06-15/day planned [Ana Example|]", "meeting CHL>KEN 2023-06-14/day planned [Ana Example|]"],
    );
    let text = "On Monday Chilean President Gabriel Boric laid a wreath before meeting Peruvian President Dina Boluarte.";
    gives("2023-06-13", text, &["meeting CHL>PER 2023-06-12/day occurred [Gabriel Boric|Dina Boluarte]"]);
}

#[test]
fn weekends_and_days_named_before() {
    let text = "Chilean President Gabriel Boric spoke with Peruvian President Dina Boluarte by telephone over the weekend.";
    gives("2023-06-13", text, &["call CHL>PER 2023-06-05/week occurred [Gabriel Boric|Dina Boluarte]"]);
    let text =
        "Chilean President Gabriel Boric ended a visit to Peru on Monday. Earlier in the day, he met President Dina Boluarte in Lima.";
    gives(
        "2023-06-13",
        text,
        &[
            "visit CHL>PER 2023-06-12/day occurred [Gabriel Boric|]",
            "meeting CHL>PER 2023-06-12/day occurred [Gabriel Boric|Dina Boluarte]",
        ],
    );
    let text = "Chilean President Gabriel Boric was in Lima on Monday for talks with his Peruvian counterpart. He then travelled to Quito.";
    gives(
        "2023-06-13",
        text,
        &[
            "visit CHL>PER 2023-06-12/day occurred [Gabriel Boric|]",
            "meeting CHL>PER 2023-06-12/day occurred [Gabriel Boric|]",
            "visit CHL>ECU - occurred [Gabriel Boric|]",
        ],
    );
    let text = "Chile cut off the talks in August 2022 after Peruvian President Ana Example travelled to Bolivia.";
    gives("2023-06-13", text, &["visit PER>BOL - occurred [Ana Example|]"]);
    let text = "Chilean President Gabriel Boric on Sunday became the first Chilean president in 20 years to visit Kenya.";
    gives("2023-06-13", text, &["visit CHL>KEN 2023-06-11/day occurred [Gabriel Boric|]"]);
}

#[test]
fn their_talks_are_those_of_the_two_before() {
    let text = "Chilean President Gabriel Boric and Peruvian President Dina Boluarte agreed on Monday in Lima to end a dispute. Their talks lasted an hour.";
    gives("2023-06-13", text, &["meeting CHL>PER 2023-06-12/day occurred [Gabriel Boric|Dina Boluarte]"]);
    let text = "Chilean President Gabriel Boric and Peruvian President Dina Boluarte agreed on Monday to end a dispute. The meeting was the first between the two leaders in years.";
    gives("2023-06-13", text, &["meeting CHL>PER 2023-06-12/day occurred [Gabriel Boric|Dina Boluarte]"]);
}

#[test]
fn an_invitation_is_answered() {
    let invited = "Chilean President Gabriel Boric invited Peruvian President Dina Boluarte to visit Chile";
    for (tail, status) in [
        (".", "proposed"),
        (", which she accepted.", "planned"),
        (". Boluarte accepted.", "planned"),
        (". The invitation was accepted.", "planned"),
        (". She declined.", "denied"),
        (". Boluarte accepted a medal.", "proposed"),
    ] {
        let want = format!("visit PER>CHL - {status} [Dina Boluarte|]");
        gives("2023-06-13", &format!("{invited}{tail}"), &[&want]);
    }
}

#[test]
fn a_letter_is_handed_to_whom_its_bearer_meets() {
    gives(
        "2019-10-17",
        "South Korean Prime Minister Lee Nak-yon will meet Japanese Prime Minister Shinzo Abe on Tuesday and deliver a letter from President Moon Jae-in.",
        &[
            "meeting KOR>JPN 2019-10-22/day planned [Lee Nak-yon|Shinzo Abe]",
            "message KOR>JPN 2019-10-22/day planned [Moon Jae-in|Shinzo Abe]",
        ],
    );
    gives(
        "2023-06-13",
        "Peruvian President Juan Sample on Monday received Chilean Foreign Minister Ana Example. The minister handed over a letter from President Gabriel Boric.",
        &[
            "meeting CHL>PER 2023-06-12/day occurred [Ana Example|Juan Sample]",
            "message CHL>PER 2023-06-12/day occurred [Gabriel Boric|Juan Sample]",
        ],
    );
}

#[test]
fn what_had_been_before_has_no_day() {
    gives(
        "2023-05-09",
        "Chilean President Gabriel Boric met Kenyan President William Ruto on Friday. He had earlier been in Uganda, where he held talks with President Yoweri Museveni.",
        &[
            "meeting CHL>KEN 2023-05-05/day occurred [Gabriel Boric|William Ruto]",
            "visit CHL>UGA - occurred [Gabriel Boric|]",
            "meeting CHL>UGA - occurred [Gabriel Boric|Yoweri Museveni]",
        ],
    );
    gives(
        "2023-05-09",
        "Chilean President Gabriel Boric visited Kenya on Friday. He had arrived in Nairobi on Wednesday for a summit.",
        &["visit CHL>KEN 2023-05-03/day occurred [Gabriel Boric|]"],
    );
}

#[test]
fn envoys_are_listed_with_the_day_on_which_they_came() {
    gives(
        "2019-07-08",
        "Ugandan President Yoweri Museveni has received credentials from two new ambassadors. The envoys, who presented their letters at State House on Friday, are Ana Example of the United States and Eva Sample of Vietnam.",
        &["accreditation USA>UGA 2019-07-05/day occurred [Ana Example|]", "accreditation VNM>UGA 2019-07-05/day occurred [Eva Sample|]"],
    );
}

#[test]
fn what_has_no_day_is_of_the_day_of_the_news() {
    gives(
        "2023-08-19",
        "Peruvian President Juan Sample and Chilean President Ana Example pledged on Friday to trade more. Sample had lunch with Example in Lima. Sample also received Kenyan Foreign Minister Eva Muster.",
        &[
            "meeting CHL>PER 2023-08-18/day occurred [Ana Example|Juan Sample]",
            "meeting KEN>PER 2023-08-18/day occurred [Eva Muster|Juan Sample]",
        ],
    );
    gives(
        "2023-08-19",
        "Peruvian President Juan Sample spoke of the attack on Friday. He received Kenyan Foreign Minister Eva Muster.",
        &["meeting KEN>PER 2023-08-19/day occurred [Eva Muster|Juan Sample]"],
    );
    gives(
        "2023-08-19",
        "Peruvian President Juan Sample met Chilean President Ana Example on Thursday. Peruvian Foreign Minister Max Muster received Kenyan Foreign Minister Eva Muster.",
        &[
            "meeting PER>CHL 2023-08-17/day occurred [Juan Sample|Ana Example]",
            "meeting KEN>PER 2023-08-17/day occurred [Eva Muster|Max Muster]",
        ],
    );
}

#[test]
fn who_has_left_office_held_it_then() {
    gives(
        "2025-08-18",
        "Bill Clinton met Vladimir Putin in Moscow in June 2000.",
        &["meeting USA>RUS 2000-06-01/month occurred [Bill Clinton|Vladimir Putin]"],
    );
    gives("2025-08-18", "Bill Clinton met Vladimir Putin in Moscow in June 2015.", &[]);
    gives("2025-08-18", "Former President Bill Clinton met Vladimir Putin in Moscow in June 2000.", &[]);
}

#[test]
fn the_present_tense_looks_ahead_to_a_month() {
    gives(
        "2024-11-22",
        "Peruvian Foreign Minister Ana Example travels to Chile in early December.",
        &["visit PER>CHL 2024-12-01/month planned [Ana Example|]"],
    );
    gives(
        "2024-11-22",
        "German Chancellor Olaf Scholz spoke to Vladimir Putin for the first time in nearly two years last week.",
        &["call DEU>RUS 2024-11-11/week occurred [Olaf Scholz|Vladimir Putin]"],
    );
}

#[test]
fn hosts_of_talks_are_not_those_who_talk() {
    gives(
        "2023-03-10",
        "Saudi Arabia and Iran restored relations. Iraq and Oman hosted earlier rounds of talks between the two in 2021.",
        &["accreditation SAU>IRN 2023-03-10/day occurred [|]", "meeting SAU>IRN 2021-01-01/year occurred [|]"],
    );
}

#[test]
fn a_summit_days_before_is_not_the_news() {
    gives(
        "2025-08-18",
        "WASHINGTON — President Volodymyr Zelensky of Ukraine was to meet President Trump on Monday, three days after Mr. Trump's summit with President Vladimir V. Putin of Russia. Mr. Trump phoned Mr. Putin.",
        &[
            "meeting UKR>USA 2025-08-18/day planned [Volodymyr Zelensky|Trump]",
            "meeting USA>RUS 2025-08-15/day occurred [Trump|Vladimir V. Putin]",
            "call USA>RUS 2025-08-18/day occurred [Trump|Vladimir V. Putin]",
        ],
    );
}

#[test]
fn who_then_heads_somewhere_is_not_there() {
    gives(
        "2022-05-20",
        "Peruvian President Ana Example arrived in Chile on Friday. Example then heads to Cuba.",
        &["visit PER>CHL 2022-05-20/day ongoing [Ana Example|]", "visit PER>CUB - planned [Ana Example|]"],
    );
}

#[test]
fn who_will_not_meet_is_not_who_met() {
    gives(
        "2020-06-18",
        "Peru and Chile held talks in Lima on Thursday. Peruvian Defence Minister Ana Example will not meet her Chilean counterpart in Cuba.",
        &["meeting CHL>PER 2020-06-18/day occurred [|]", "meeting PER>CHL - denied [Ana Example|]"],
    );
}

#[test]
fn to_meet_again_is_to_meet_another_time() {
    gives(
        "2020-06-18",
        "Peruvian President Ana Example and Chilean President Jorge Soto held talks in Lima on Thursday. They agreed to meet again in May in Cuba.",
        &[
            "meeting CHL>PER 2020-06-18/day occurred [Jorge Soto|Ana Example]",
            "meeting PER>CHL 2021-05-01/month planned [Ana Example|Jorge Soto]",
        ],
    );
}

#[test]
fn the_present_tense_looks_ahead_to_a_weekday() {
    let monday = &["visit PER>CHL 2020-06-22/day planned [Ana Example|]"];
    gives("2020-06-18", "Peruvian Defence Minister Ana Example leaves for Chile on Monday.", monday);
}

#[test]
fn the_pair_are_people() {
    gives(
        "2023-05-07",
        "Fumio Kishida met Joe Biden in Washington on Saturday. South Korean President Yoon Suk Yeol travelled to Tokyo in March. The pair will meet Joe Biden in Hiroshima.",
        &[
            "meeting JPN>USA 2023-05-06/day occurred [Fumio Kishida|Joe Biden]",
            "visit KOR>JPN 2023-03-01/month occurred [Yoon Suk Yeol|]",
            "meeting KOR>USA - planned [Yoon Suk Yeol|Joe Biden]",
            "meeting USA>JPN - planned [Joe Biden|Fumio Kishida]",
        ],
    );
}

#[test]
fn who_came_home_met_others_before() {
    gives(
        "2024-02-20",
        "Peruvian President Dina Boluarte returned home from Chile on Monday. On the sidelines of a conference she met Kenyan President William Ruto.",
        &["visit PER>CHL 2024-02-19/day occurred [Dina Boluarte|]", "meeting PER>KEN - occurred [Dina Boluarte|William Ruto]"],
    );
}

#[test]
fn a_call_after_a_visit_is_no_meeting() {
    gives(
        "2022-03-15",
        "Peruvian President Ana Example spoke to Vladimir Putin on Monday; she had been to Moscow on 5 March.",
        &["call PER>RUS 2022-03-14/day occurred [Ana Example|Vladimir Putin]", "visit PER>RUS 2022-03-05/day occurred [Ana Example|]"],
    );
}

#[test]
fn of_a_list_each_has_held_his_own_office() {
    gives(
        "2017-03-29",
        "Theresa May spoke by telephone to Angela Merkel, Jean-Claude Juncker and Donald Tusk on Tuesday.",
        &["call GBR>DEU 2017-03-28/day occurred [Theresa May|Angela Merkel]"],
    );
}

#[test]
fn a_date_behind_a_colon_is_not_since_another() {
    gives(
        "2022-07-19",
        "It is the Russian leader's second trip since February 24: in late June Vladimir Putin visited Tajikistan.",
        &["visit RUS>TJK 2022-06-01/month occurred [Vladimir Putin|]"],
    );
}

#[test]
fn earlier_in_the_day_is_no_day_to_come() {
    gives(
        "2023-09-08",
        "Peruvian President Ana Example arrived in Chile on Friday. On Sunday Example flies to Cuba. Kenya's William Ruto called on Chilean President Gabriel Boric earlier in the day.",
        &[
            "visit PER>CHL 2023-09-08/day ongoing [Ana Example|]",
            "visit PER>CUB 2023-09-10/day planned [Ana Example|]",
            "meeting KEN>CHL 2023-09-08/day occurred [William Ruto|Gabriel Boric]",
        ],
    );
}

#[test]
fn a_day_after_a_summit_says_when_the_summit_was() {
    gives(
        "2022-05-24",
        "The foreign ministers of Peru and Cuba met in Lima on Tuesday, a day after Kenyan President William Ruto and Chilean President Gabriel Boric held a summit.",
        &["meeting CUB>PER 2022-05-24/day occurred [|]", "meeting KEN>CHL 2022-05-23/day occurred [William Ruto|Gabriel Boric]"],
    );
}

#[test]
fn from_one_place_to_the_next_is_ahead() {
    gives(
        "2019-10-14",
        "Peruvian President Ana Example arrived in Chile on Monday. From Santiago the Peruvian president heads to Cuba.",
        &["visit PER>CHL 2019-10-14/day ongoing [Ana Example|]", "visit PER>CUB - planned [Ana Example|]"],
    );
}

#[test]
fn where_he_was_weeks_before_is_no_news() {
    gives(
        "2023-02-07",
        "Peruvian President Ana Example arrived in Cuba on Tuesday. The visit comes two weeks after Kenya's William Ruto stopped over in Lima, where he and Chilean President Gabriel Boric signed an accord.",
        &[
            "visit PER>CUB 2023-02-07/day ongoing [Ana Example|]",
            "visit KEN>PER - occurred [William Ruto|]",
            "agreement KEN>CHL - occurred [William Ruto|Gabriel Boric]",
        ],
    );
}

#[test]
fn who_has_left_is_gone() {
    gives(
        "2020-01-18",
        "Peruvian President Ana Example arrived in Chile on Friday for a visit. Example left Santiago on Saturday afternoon.",
        &["visit PER>CHL 2020-01-17/day occurred [Ana Example|]"],
    );
}

#[test]
fn it_is_the_delegation_that_was_named() {
    told_by(
        "kcna",
        "2010-10-31",
        "A wreath was laid by the delegation of the Peruvian Ministry of Trade headed by Ana Example. It had a talk with Pak Song Nam, minister of Trade, at the Mansudae Assembly Hall.",
        &["meeting PER>PRK 2010-10-31/day occurred [Ana Example|Pak Song Nam]"],
    );
}

#[test]
fn his_wife_is_no_longer_form_of_his_name() {
    gives(
        "2018-07-07",
        "Putin and Macron met in Berlin on Friday, and Brigitte Macron watched.",
        &["meeting RUS>FRA 2018-07-06/day occurred [Putin|Macron]"],
    );
}

#[test]
fn the_two_who_talked_are_people() {
    gives(
        "2022-02-16",
        "German Chancellor Olaf Scholz, who had been in Peru, sat at Putin's table in Moscow, and the two talked for more than three hours.",
        &["meeting DEU>RUS 2022-02-16/day occurred [Olaf Scholz|Putin]"],
    );
}

#[test]
fn a_town_in_capitals_needs_no_dash() {
    gives(
        "2016-03-22",
        "HAVANA Barack Obama and Raul Castro met on Tuesday.",
        &["meeting USA>CUB 2016-03-22/day occurred [Barack Obama|Raul Castro]"],
    );
}

#[test]
fn presidents_are_whom_the_article_calls_so() {
    gives(
        "2021-12-07",
        "Peruvian President Ana Example and Chilean President Jorge Soto spoke by phone on Tuesday. On Monday Example met Kenyan Prime Minister Eva Sample in Nairobi. The two presidents last met in Quito in June.",
        &[
            "call PER>CHL 2021-12-07/day occurred [Ana Example|Jorge Soto]",
            "meeting PER>KEN 2021-12-06/day occurred [Ana Example|Eva Sample]",
            "meeting PER>CHL 2021-06-01/month occurred [Ana Example|Jorge Soto]",
        ],
    );
}

#[test]
fn the_two_of_a_story_that_has_told_of_nothing_yet() {
    gives(
        "2018-04-27",
        "Peruvian President Ana Example was in good spirits on Friday. Chilean President Jorge Soto planted a tree. The two talked by themselves for half an hour.",
        &["meeting PER>CHL 2018-04-27/day occurred [Ana Example|Jorge Soto]"],
    );
}

#[test]
fn a_visit_of_last_month_makes_no_meeting_of_a_call() {
    gives(
        "2021-12-07",
        "Peruvian President Ana Example is due to speak to Chilean President Jorge Soto on Thursday. Chilean Defence Minister Luis Paz visited Lima last month.",
        &["call PER>CHL 2021-12-09/day planned [Ana Example|Jorge Soto]", "visit CHL>PER 2021-11-01/month occurred [Luis Paz|]"],
    );
}

#[test]
fn he_met_him_the_other_of_the_two() {
    gives(
        "2018-06-17",
        "Peruvian President Ana Example spoke on the phone with her Chilean counterpart, Jorge Soto. She had met him in Lima on May 18.",
        &[
            "call PER>CHL 2018-06-17/day occurred [Ana Example|Jorge Soto]",
            "meeting CHL>PER 2018-05-18/day occurred [Jorge Soto|Ana Example]",
        ],
    );
}

#[test]
fn a_delegation_goes_on_as_it() {
    told_by(
        "KCNA",
        "2014-09-07",
        "Pyongyang, September 7 (KCNA) -- The WPK delegation led by Kang Sok Ju left Berlin on September 4 after winding up its visit to Germany. It arrived in Vienna the same day.",
        &["visit PRK>DEU 2014-09-04/day occurred [Kang Sok Ju|]", "visit PRK>AUT 2014-09-04/day ongoing [Kang Sok Ju|]"],
    );
}

#[test]
fn messages_that_came_from_several() {
    told_by(
        "KCNA",
        "2016-05-09",
        "Pyongyang, May 9 (KCNA) -- Kim Jong Un received congratulatory messages and letters from different countries. They came from the president of Guinea and the general secretary of the Lao People's Revolutionary Party. A floral basket was presented to him by the president of Equatorial Guinea.",
        &[
            "message GIN>PRK 2016-05-09/day occurred [|]",
            "message LAO>PRK 2016-05-09/day occurred [|]",
            "message GNQ>PRK 2016-05-09/day occurred [|Kim Jong Un]",
        ],
    );
}

#[test]
fn a_party_and_government_delegation_is_one() {
    told_by(
        "KCNA",
        "2013-07-26",
        "Pyongyang, July 26 (KCNA) -- Delegations from various countries arrived here on Thursday. Among them were a government delegation of Uganda led by Vice-President Edward Ssekandi and a Syrian party and government delegation led by Abdullah al-Ahmar, assistant secretary general of the Baath Arab Socialist Party.",
        &["visit UGA>PRK 2013-07-25/day ongoing [Edward Ssekandi|]", "visit SYR>PRK 2013-07-25/day ongoing [Abdullah al-Ahmar|]"],
    );
}

#[test]
fn a_visit_without_a_place_is_to_where_the_paper_writes() {
    gives(
        "2020-01-03",
        "LIMA: Chilean Vice President Eva Sample, who paid a day-long visit on Thursday, spoke of trade.",
        &["visit CHL>PER 2020-01-02/day occurred [Eva Sample|]"],
    );
}

#[test]
fn goods_for_a_ministry_are_for_the_papers_own() {
    told_by(
        "Jamaica Gleaner",
        "2021-08-18",
        "KINGSTON: The United States last week shipped 208,000 doses of vaccine to the island.\nJapan has handed over two fire trucks to the Ministry of Health.",
        &["transfer USA>JAM 2021-08-09/week occurred [|]", "transfer JPN>JAM - occurred [|]"],
    );
}

#[test]
fn a_movement_is_no_state_before_its_day() {
    gives("2021-07-08", "A delegation of the Taliban visited Iran and met Chinese Foreign Minister Wang Yi in Tianjin.", &[]);
    gives(
        "2021-07-08",
        "Chinese Foreign Minister Wang Yi met the head of the Afghan Taliban Political Committee, Abdul Ghani Baradar.",
        &[],
    );
}

#[test]
fn who_says_so_stands_aside() {
    gives(
        "2022-08-25",
        "Peruvian Foreign Minister Ana Example will head to Nairobi on Monday, officials said, and will hold talks with Kenyan President William Ruto.",
        &["visit PER>KEN 2022-08-29/day planned [Ana Example|]", "meeting PER>KEN 2022-08-29/day planned [Ana Example|William Ruto]"],
    );
}

#[test]
fn who_flies_in_flies_to_the_papers_own() {
    told_by(
        "Hindustan Times",
        "2018-11-20",
        "Trade grew. Afghan national security adviser Ana Sample flew in on Monday night and called on Prime Minister Narendra Modi the next morning.",
        &["visit AFG>IND 2018-11-19/day ongoing [Ana Sample|]", "meeting AFG>IND 2018-11-20/day occurred [Ana Sample|Narendra Modi]"],
    );
}

#[test]
fn a_delegation_abroad_sees_the_sights() {
    told_by(
        "KCNA",
        "1999-06-05",
        "Pyongyang, June 5 (KCNA) -- The delegation of the DPRK headed by Kim Yong Nam, president of the Presidium of the Supreme People's Assembly, in Beijing on Thursday visited the Palace Museum.",
        &["visit PRK>CHN 1999-06-03/day occurred [Kim Yong Nam|]"],
    );
}

#[test]
fn who_leaves_after_three_days_came_on_the_first() {
    told_by(
        "KCNA",
        "2007-10-18",
        "Pyongyang, October 18 (KCNA) -- General Secretary of the Communist Party of Vietnam Nong Duc Manh left here today, winding up his three-day official goodwill visit to the DPRK.",
        &["visit VNM>PRK 2007-10-16/day occurred [Nong Duc Manh|]"],
    );
}

#[test]
fn of_many_times_the_last_is_told() {
    gives(
        "2022-07-18",
        "Peruvian President Ana Example and Chilean President Jorge Soto spoke by phone on Monday. The two have met regularly, most recently in Lima in March.",
        &[
            "call PER>CHL 2022-07-18/day occurred [Ana Example|Jorge Soto]",
            "meeting CHL>PER 2022-03-01/month occurred [Jorge Soto|Ana Example]",
        ],
    );
}

#[test]
fn whom_one_met_with_is_he_with_whom_one_talks() {
    gives(
        "2011-05-26",
        "Peruvian President Ana Example toured a plant with Chilean Trade Minister Eva Sample on Tuesday. Example met with Chilean President Jorge Soto in Santiago on Wednesday and held talks with him.",
        &["meeting PER>CHL 2011-05-25/day occurred [Ana Example|Jorge Soto]"],
    );
}

#[test]
fn a_day_stands_within_the_verb_or_behind_an_apposition() {
    gives("2016-02-23", "Kenya's defence ministry had on Monday said it would begin talks with Peru.", &["meeting KEN>PER - planned [|]"]);
    gives(
        "2016-12-08",
        "Kenyan President Mwai Ejemplo comes to Cusco, a mountain town in southern Peru, on Dec. 15.",
        &["visit KEN>PER 2016-12-15/day planned [Mwai Ejemplo|]"],
    );
    gives(
        "2018-04-27",
        "Kenyan President Mwai Ejemplo crosses the border, becoming the first to do so since 1953, and holds talks with Peruvian President Ollanta Modelo.",
        &["meeting KEN>PER 2018-04-27/day occurred [Mwai Ejemplo|Ollanta Modelo]"],
    );
}

#[test]
fn the_same_day_is_none_to_come_of_what_has_been() {
    gives(
        "2025-02-27",
        "Kenyan President Mwai Ejemplo will meet Fijian President Ratu Sample in Suva on Sunday. A Peruvian delegation met Chilean diplomats on the same day.",
        &["meeting KEN>FJI 2025-03-02/day planned [Mwai Ejemplo|Ratu Sample]", "meeting PER>CHL 2025-02-27/day occurred [|]"],
    );
}

#[test]
fn a_journey_that_goes_on_has_no_day_of_its_own() {
    gives(
        "2018-09-05",
        "Kenyan President Mwai Ejemplo will pay a two-day visit to Peru from Sunday, continuing to Chile for a forum.",
        &["visit KEN>PER 2018-09-09/day planned [Mwai Ejemplo|]", "visit KEN>CHL - planned [Mwai Ejemplo|]"],
    );
    gives(
        "2018-09-05",
        "German Chancellor Angela Merkel hosts Indian Prime Minister Narendra Modi on Friday. He goes on to Madrid.",
        &["visit IND>DEU 2018-09-07/day planned [Narendra Modi|]", "visit IND>ESP - planned [Narendra Modi|]"],
    );
}

#[test]
fn talks_told_before_the_journey_are_those_of_the_next_day() {
    gives(
        "2019-04-24",
        "Kenyan President Mwai Ejemplo arrived in Lima on Wednesday for talks with Peruvian President Ollanta Modelo. Ejemplo and Modelo will meet on Thursday.",
        &["visit KEN>PER 2019-04-24/day ongoing [Mwai Ejemplo|]", "meeting KEN>PER 2019-04-25/day planned [Mwai Ejemplo|Ollanta Modelo]"],
    );
}

#[test]
fn who_is_expected_without_a_place_comes_where_the_others_were() {
    gives(
        "2018-06-12",
        "Kenyan President Mwai Ejemplo visited Peru on Friday. Chilean President Eva Sample is expected next week.",
        &["visit KEN>PER 2018-06-08/day occurred [Mwai Ejemplo|]", "visit CHL>PER 2018-06-18/week planned [Eva Sample|]"],
    );
}

#[test]
fn he_is_no_woman() {
    gives(
        "2019-06-29",
        "India's Narendra Modi met German Chancellor Angela Merkel on Tuesday. She will visit Delhi in July.",
        &[
            "meeting IND>DEU 2019-06-25/day occurred [Narendra Modi|Angela Merkel]",
            "visit DEU>IND 2019-07-01/month planned [Angela Merkel|]",
        ],
    );
}

#[test]
fn an_embassys_staff_are_the_guests_of_a_friendship_meeting() {
    told_by(
        "KCNA",
        "2011-04-06",
        "A friendship meeting with staff members of the Peruvian embassy here took place at a school on Wednesday. Present there on invitation were Ambassador Ollanta Modelo and staff members of the embassy.",
        &["meeting PER>PRK 2011-04-06/day occurred [Ollanta Modelo|]"],
    );
}

#[test]
fn where_one_was_is_no_news_of_today() {
    gives(
        "2024-06-13",
        "Kenyan President Mwai Ejemplo is back from a trip to Peru, where he called on Peruvian President Ollanta Modelo.",
        &["visit KEN>PER - occurred [Mwai Ejemplo|]", "meeting KEN>PER - occurred [Mwai Ejemplo|Ollanta Modelo]"],
    );
    gives(
        "2016-02-26",
        "Kenyan President Mwai Ejemplo will be in Lima on March 21-22 and later go to Argentina.",
        &["visit KEN>PER 2016-03-21/day planned [Mwai Ejemplo|]", "visit KEN>ARG - planned [Mwai Ejemplo|]"],
    );
}
