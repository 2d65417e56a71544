"""Every statistic beside an independent implementation, on fixed and on random data."""

import datetime as dt
import math

import numpy as np
import polars as pl
import pytest
import ruptures
import visavis as vv
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats
from statsmodels.stats.rates import test_poisson_2indep as poisson_2indep
from visavis import _core

RNG = np.random.default_rng(5)


@pytest.fixture(scope="module")
def exchanges():
    return vv.resolve(vv.extract(vv.load_sample(), progress=False))


CASES = [(11, 800.0, 20, 3011.0), (33, 1.0, 32, 5.0), (0, 1.0, 9, 3.0), (5, 2.0, 0, 2.0), (60, 51_477.5, 30, 54_308.7)]
CASES += [
    (int(RNG.poisson(m)), float(RNG.uniform(0.2, 9)), int(RNG.poisson(3 * m)) + 1, float(RNG.uniform(1, 30)))
    for m in RNG.uniform(0.5, 60, 40)
]


@pytest.mark.parametrize(("k1", "t1", "k0", "t0"), CASES)
def test_rates_against_scipy_and_statsmodels(k1, t1, k0, t0):
    ratio, low, high, greater, mid, two = _core.rate_test(k1, t1, k0, t0, 0.95)
    n, p = k1 + k0, t1 / (t1 + t0)
    reference = stats.binomtest(k1, n, p, alternative="greater")
    assert greater == pytest.approx(reference.pvalue, rel=1e-9)
    assert two == pytest.approx(stats.binomtest(k1, n, p).pvalue, rel=1e-6)
    ci = stats.binomtest(k1, n, p).proportion_ci(0.95, method="exact")
    odds = [c / (1 - c) * t0 / t1 if c < 1 else math.inf for c in (ci.low, ci.high)]
    assert [low, high] == pytest.approx(odds, rel=1e-6)
    assert mid == pytest.approx(poisson_2indep(k1, t1, k0, t0, method="cond-midp", alternative="larger").pvalue, rel=1e-6, abs=1e-12)
    assert ratio == pytest.approx(k1 / t1 / (k0 / t0)) if k0 else math.isinf(ratio)


@pytest.mark.parametrize("seed", range(20))
def test_negative_binomial_against_scipy(seed):
    rng = np.random.default_rng(seed)
    past = rng.negative_binomial(2, 0.2, size=12)
    count = int(rng.integers(0, 40))
    mean, dispersion, p = _core.overdispersed(count, past.tolist())
    assert mean == pytest.approx(past.mean())
    assert dispersion == pytest.approx(past.var(ddof=1) / past.mean())
    if dispersion > 1:
        size = mean**2 / (past.var(ddof=1) - mean)
        assert p == pytest.approx(stats.nbinom.sf(count - 1, size, size / (size + mean)), rel=1e-7)
    else:
        assert p == pytest.approx(stats.poisson.sf(count - 1, mean), rel=1e-7)


@pytest.mark.parametrize("seed", range(12))
def test_change_points_against_ruptures(seed):
    rng = np.random.default_rng(seed)
    series = np.concatenate([rng.poisson(m, int(rng.integers(5, 30))) for m in rng.uniform(1, 15, int(rng.integers(2, 5)))]).astype(float)
    penalty, smallest = float(rng.uniform(2, 40)), int(rng.integers(1, 5))
    ours = _core.pelt(series.tolist(), "l2", penalty, smallest)
    theirs = ruptures.Pelt(model="l2", min_size=smallest, jump=1).fit(series).predict(pen=penalty)
    # Its PELT prunes too early where min_size > 1; its dynamic programme is exact for a given number of changes.
    exact = ruptures.Dynp(model="l2", min_size=smallest, jump=1).fit(series).predict(n_bkps=len(ours) - 1) if len(ours) > 1 else ours

    def price(ends):
        return sum(((series[a:b] - series[a:b].mean()) ** 2).sum() + penalty for a, b in zip([0, *ends[:-1]], ends, strict=True))

    assert price(ours) <= price(theirs) + 1e-9
    assert price(ours) == pytest.approx(price(exact))


def test_chao1_against_published_values():
    # Chao's own example: 32 species, 18 seen once and 4 twice, give 32 + 18*17/(2*5) = 62.6 in the bias-corrected form.
    counts = [1] * 18 + [2] * 4 + [5] * 10
    observed, estimate, low, high = _core.chao1(counts, 0.95)
    assert (observed, estimate) == (32, pytest.approx(62.6))
    f1, f2 = 18, 4
    variance = (
        f1 * (f1 - 1) / (2 * (f2 + 1)) + f1 * (2 * f1 - 1) ** 2 / (4 * (f2 + 1) ** 2) + f1**2 * f2 * (f1 - 1) ** 2 / (4 * (f2 + 1) ** 4)
    )
    k = math.exp(1.959964 * math.sqrt(math.log(1 + variance / 30.6**2)))
    assert (low, high) == pytest.approx((32 + 30.6 / k, 32 + 30.6 * k), rel=1e-6)


@pytest.mark.parametrize("counts", [[3, 1, 4, 1, 5, 9, 2, 6], [7], [1] * 16, RNG.integers(0, 50, 30).tolist()])
def test_diversity_against_scipy(counts):
    # The panel's entropy is Polars'; it must be Shannon's in bits.
    frame = pl.DataFrame({"s": [i for i, c in enumerate(counts) for _ in range(c)]})
    assert frame["s"].unique_counts().entropy(base=2, normalize=True) == pytest.approx(
        stats.entropy([c for c in counts if c], base=2), abs=1e-9
    )


def test_bootstrap_knows_a_calm_from_a_burst():
    daily = (RNG.random(3650) < 0.02).astype(int).tolist()
    one, share, reaches, windows = _core.chance_of_record(daily, 365, 30, 2000, 3)
    assert (one, windows) == (0.1, 10)
    # Overlapping windows rival each other: less than 1/n, more than nothing.
    assert 0 < share < 0.1
    burst = daily[:-365] + [1] * 365
    assert _core.chance_of_record(burst, 365, 30, 500, 3)[2] == 0.0
    assert _core.chance_of_record(daily, 365, 30, 500, 3) == _core.chance_of_record(daily, 365, 30, 500, 3)
    assert reaches <= 1
    assert _core.chance_of_record([1] * 300, 365, 30, 500, 3) is None


def test_doubt_in_the_count_is_binomial():
    days, p = list(range(0, 200, 2)), [0.7] * 100
    mean, low, median, high, _ = _core.uncertain(days, p, 200, 400, 20_000, 0.9, 1)
    law = stats.binom(100, 0.7)
    assert mean == pytest.approx(70, abs=0.2)
    assert (low, median, high) == pytest.approx((law.ppf(0.05), law.ppf(0.5), law.ppf(0.95)), abs=1)


@settings(max_examples=80, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 4000), st.integers(0, 1)), min_size=1, max_size=60),
    st.sampled_from(["1y", "6mo", "90d"]),
    st.integers(500, 4200),
)
def test_multiverse_agrees_with_counting(events, window, last):
    day = dt.date(2010, 1, 1)
    rows = [((day + dt.timedelta(days=d) - dt.date(1970, 1, 1)).days, 1, 3, 1, way, False, 0.9, 1) for d, way in events]
    as_of = day + dt.timedelta(days=last)
    n = (as_of - dt.date(1970, 1, 1)).days
    for way in (0, 1, 2):
        value, previous, _, holds, ties, _ = _core.multiverse(rows, [], [(1, 255, 1, way, window, False, False, False, False, 0.0)], n)[0]
        start = pl.select(pl.lit(as_of).dt.offset_by(f"-{window}")).item()
        mine = sorted(day + dt.timedelta(days=d) for d, w in events if way in (2, w))
        assert value == sum(start < d <= as_of for d in mine)
        best = 0
        for end in {d for d in mine if d <= start}:
            begin = pl.select(pl.lit(end).dt.offset_by(f"-{window}")).item()
            best = max(best, sum(begin < d <= end for d in mine))
        assert previous == best
        assert holds == (value > best)
        assert ties == (value == best and value > 0)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(0, 3000), min_size=1, max_size=50), st.integers(2, 9))
def test_rates_do_not_depend_on_the_unit_of_exposure(ks, unit):
    k1, k0 = ks[0] % 40, sum(k % 40 for k in ks[1:]) + 1
    a = _core.rate_test(k1, 1.0, k0, 5.0, 0.95)
    b = _core.rate_test(k1, float(unit), k0, 5.0 * unit, 0.95)
    assert a == pytest.approx(b)


def test_panel_columns(exchanges):
    panel = vv.panel(exchanges, pair=("PRK", "RUS"), every="1y", start="2015-03-01", end="2026-01-01")
    assert panel["period"].to_list() == [dt.date(y, 1, 1) for y in range(2015, 2027)]
    assert panel.filter(pl.col("period").dt.year() == 2016).select("n", "officials", "seniority").row(0) == (0, 0, 0.0)
    busy = panel.filter(pl.col("period").dt.year() == 2024).row(0, named=True)
    assert -1 <= busy["balance"] <= 1
    assert 0 <= busy["reciprocity"] <= 1
    assert busy["diversity"] > 0
    assert busy["seniority"] >= busy["n"] * 0.5
    directed = vv.panel(exchanges, pair=("PRK", "RUS"), directed=True)
    assert set(directed["pair"]) == {"PRK>RUS", "RUS>PRK"}
    assert directed["n"].sum() == panel["a_to_b"].sum() + panel["b_to_a"].sum()
    with_articles = vv.panel(exchanges, pair=("PRK", "RUS"), corpus=vv.load_sample())
    assert with_articles["articles"].sum() <= vv.load_sample().height
    for every in ("1q", "2y", "2w"):
        assert vv.panel(exchanges, every=every)["n"].sum() == vv.panel(exchanges)["n"].sum()
    with pytest.raises(ValueError, match="weights"):
        vv.panel(exchanges, weights={"boss": 3})


def test_records_say_how_long_the_last_one_stood(exchanges):
    rows = vv.records(exchanges, pair=("PRK", "RUS"))
    fallen = rows.filter(pl.col("is_record") & pl.col("previous_record_date").is_not_null())
    assert (fallen["stood_days"] > 0).all()
    assert (fallen["margin"] > 0).all()
    assert rows.filter(pl.col("rank") == 1)["count"].to_list()[0] == rows["count"].max()
    assert rows["percentile"].max() == 1.0


def test_multiverse_is_fast_enough_to_ask_often(exchanges):
    curve = vv.records_multiverse(exchanges, pair=("PRK", "RUS"), as_of="2024-07-08", corpus=vv.load_sample())
    assert curve.height >= 5000
    assert curve.filter(pl.col("holds") & (pl.col("value") == 0)).height == 0
    assert curve["adjusted"].any()


def test_claims_of_the_gold(shared):
    import json

    lines = [json.loads(x) for x in (shared / "gold/dev.jsonl").open()]
    found = vv.claims([{k: a[k] for k in ("doc_id", "text", "date", "source")} for a in lines])
    hits = wanted = 0
    for article in lines:
        own = [
            set(r)
            for r in found.filter(pl.col("doc_id") == article["doc_id"]).select(pl.col("kind").cast(pl.String), "source", "target").rows()
        ]
        for claim in article["claims"]:
            wanted += 1
            hits += any({claim["kind"], claim["source"], claim["target"]} - {None} <= o for o in own)
    assert wanted == 15
    assert hits >= 12


def test_verdicts(exchanges):
    def ask(text, day="2024-07-09"):
        return vv.check(vv.claims([{"id": "a", "text": text, "date": day}]), exchanges).row(0, named=True)

    second = ask("Russian President Vladimir Putin arrives in Pyongyang on the first visit by a Russian leader since 2018.", "2024-06-19")
    assert second["verdict"] in ("supported", "undecidable")
    wrong = ask(
        "Russian Foreign Minister Sergei Lavrov visits North Korea on the first visit by a Russian minister since 2019.", "2024-07-09"
    )
    assert wrong["verdict"] == "contradicted"
    assert wrong["deciding"]
    nobody = ask("Fijian Prime Minister Sitiveni Rabuka visits Samoa on the first visit by a Fijian leader since 2018.")
    assert nobody["verdict"] == "undecidable"


def test_compare_and_network(exchanges):
    peers = vv.compare(exchanges, pair=("PRK", "RUS"), as_of="2024-07-08")
    assert peers["share"].sum() == pytest.approx(1)
    graph = vv.network(exchanges)
    assert (graph["degree"] <= graph["strength"]).all()
    assert ((graph["concentration"] > 0) & (graph["concentration"] <= 1 + 1e-12)).all()
    assert vv.unseen(exchanges)["estimate"].item() >= exchanges.height
