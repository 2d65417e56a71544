"""Pages and figures: what articles say is text and never markup; seen in a real browser where there is one."""

import datetime as dt
import re
import shutil
import tempfile
import warnings
from html.parser import HTMLParser

import polars as pl
import pytest
import visavis as vv

HOSTILE = (
    "Kenyan President William Ruto met Ghanaian President John Mahama in Accra on Friday <script>document.title='owned'</script>. "
    'Kenyan President William Ruto will visit Togo "><img src=x onerror="document.title=\'owned\'"> next week. '
    "\u202eogoT\u202c </bdi></p><style>*{display:none}</style> <svg/onload=document.title='owned'> &lt;b&gt; javascript:alert(1)"
)


class Tags(HTMLParser):
    """Collects what a browser would take for markup."""

    def __init__(self):
        super().__init__()
        self.tags, self.attributes = [], []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += [(tag, *a) for a in attrs]


def hostile_frames():
    corpus = pl.DataFrame(
        {
            "doc_id": ["<b>1</b>", '2" onclick="x'],
            "text": [HOSTILE, HOSTILE.replace("Friday", "Thursday")],
            "date": [dt.date(2024, 5, 5)] * 2,
            "source": ["<i>Wire</i>", "\u202eeriW"],
            "url": ["javascript:alert(1)", 'https://news.example/?a="onmouseover=x'],
        }
    )
    mentions = vv.extract(corpus, progress=False)
    assert mentions.height
    return corpus, mentions, vv.resolve(mentions)


def check(html):
    found = Tags()
    found.feed(html)
    assert not {"script", "img", "svg", "iframe", "object", "link", "b", "i"} & set(found.tags), sorted(set(found.tags))
    assert html.count("<style") == found.tags.count("style") <= 1
    assert not [a for a in found.attributes if a[1].startswith("on")]
    assert not [a for a in found.attributes if a[1] in ("href", "src") and not re.match(r"#|https://", a[2] or "")]
    assert not re.search("[\u202a-\u202e\u2066-\u2069]", html)


def test_hostile_text_stays_text():
    corpus, mentions, exchanges = hostile_frames()
    article = corpus.head(1)
    check(vv.show(article)._repr_html_())
    check(vv.explain(article)._repr_html_())
    check(vv.report(exchanges, pair=("KEN", "GHA"), mentions=mentions, corpus=corpus))
    table = vv.table(exchanges, mentions=mentions, title="<script>1</script>").as_raw_html()
    assert "<script" not in table
    assert "&lt;script&gt;" in table
    # In figures article text stands in data, where no parser of HTML looks; a page that holds them must not end its script early.
    chart = vv.plot.timeline(exchanges, pair=("KEN", "GHA"), mentions=mentions)
    with tempfile.TemporaryDirectory() as folder:
        page = vv.plot.save(chart, f"{folder}/t.html").read_text(encoding="utf-8")
    assert "<script>document.title" not in page


def test_every_figure_of_the_report_leads_to_its_sentences():
    corpus = vv.load_sample()
    mentions = vv.extract(corpus, progress=False)
    exchanges = vv.resolve(mentions)
    page = vv.report(exchanges, pair=("PRK", "RUS"), mentions=mentions, corpus=corpus, min_level="deputy_minister")
    ids = set(re.findall(r'id="?(x\d+)"?', page))
    assert set(re.findall(r'href="#(x\d+)"', page)) <= ids
    years = {int(y): int(n) for y, n in re.findall(r"<tr><td>(\d{4})</td><td class=n>(\d+)</td>", page)}
    counted = vv.panel(exchanges, pair=("PRK", "RUS"), min_level="deputy_minister")
    assert years == {r["period"].year: r["n"] for r in counted.iter_rows(named=True)}
    for year, n in years.items():
        listed = re.search(rf"<tr><td>{year}</td>.*?</tr>", page).group(0)
        assert len(re.findall(r'href="#x\d+"', listed)) == n
    assert page.count("<blockquote") == exchanges.filter(pl.col("pair") == "PRK-RUS")["n_mentions"].sum()
    assert 'href="https://' in page


def test_show_links_exchanges_and_sentences():
    page = vv.show(
        "Kenyan President William Ruto met Ghana's foreign minister in Accra on Friday. He will visit Togo next week.", date="2024-05-05"
    )
    html = page._repr_html_()
    targets = set(re.findall(r'id="(vv-[^"]+)"', html))
    assert set(re.findall(r'href="#(vv-[^"]+)"', html)) == targets
    assert len(targets) == 4
    assert "2. visit KEN > TGO" in repr(page)
    assert "No exchange is told" in vv.show("Rain fell.", date="2024-05-05")._repr_html_()


def test_figures_are_saved_without_a_browser(tmp_path):
    mentions = vv.extract(vv.load_sample(), progress=False)
    exchanges = vv.resolve(mentions)
    chart = vv.plot.rolling(exchanges, pair=("PRK", "RUS"), as_of="2024-07-08")
    assert vv.plot.save(chart, tmp_path / "a.svg").read_text().startswith("<svg")
    assert vv.plot.save(chart, tmp_path / "a.png").read_bytes()[:4] == b"\x89PNG"
    page = vv.plot.save(chart, tmp_path / "a.html").read_text()
    assert 'src="http' not in page
    with pytest.raises(ValueError, match=r"saved as \.html, \.svg, \.png or \.json"):
        vv.plot.save(chart, tmp_path / "a.gif")
    with pytest.raises(ValueError, match="no exchange of PRK and FRA"):
        vv.plot.timeline(exchanges, pair=("PRK", "FRA"))
    with pytest.raises(ValueError, match="none of"):
        vv.plot.theme({"colour": "red"})


def test_the_rolling_figure_counts_as_records_does():
    exchanges = vv.resolve(vv.extract(vv.load_sample(), progress=False))
    chart = vv.plot.rolling(exchanges, pair=("PRK", "RUS"), min_level="deputy_minister", as_of="2024-07-08").to_dict()
    steps = {r["date"]: r["count"] for r in chart["layer"][0]["data"]["values"]}
    counted = vv.records(exchanges, pair=("PRK", "RUS"), window="1y", min_level="deputy_minister", as_of="2024-07-08")
    for day, n in counted.select("date", "count").iter_rows():
        assert steps[str(day)] == n, day


@pytest.fixture(scope="module")
def browser():
    chromium, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if not chromium or not driver:
        warnings.warn("chromium and chromedriver are missing: pages are not opened in a browser", stacklevel=1)
        pytest.skip("chromium and chromedriver are missing")
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service

    options = webdriver.ChromeOptions()
    options.binary_location = chromium
    for flag in (
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ):  # fmt: skip
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    chrome = webdriver.Chrome(options=options, service=Service(driver))
    yield chrome
    chrome.quit()


def pages(folder):
    corpus, mentions, exchanges = hostile_frames()
    sample = vv.load_sample()
    found = vv.extract(sample, progress=False)
    known = vv.resolve(found)
    curve = vv.records_multiverse(known, pair=("PRK", "RUS"), as_of="2024-07-08", corpus=sample)
    vv.show(corpus.head(1)).save(folder / "hostile-show.html")
    vv.report(exchanges, pair=("KEN", "GHA"), mentions=mentions, corpus=corpus, path=folder / "hostile-report.html")
    vv.report(known, pair=("PRK", "RUS"), mentions=found, corpus=sample, path=folder / "report.html")
    (folder / "explain.html").write_text(
        f"<!doctype html><meta name=viewport content=width=device-width><title>e</title>{vv.explain(sample.head(1))._repr_html_()}",
        encoding="utf-8",
    )
    vv.plot.save(vv.plot.timeline(exchanges, pair=("KEN", "GHA"), mentions=mentions), folder / "hostile-timeline.html")
    vv.plot.save(vv.plot.timeline(known, pair=("PRK", "RUS"), mentions=found), folder / "timeline.html")
    vv.plot.save(vv.plot.rolling(known, pair=("PRK", "RUS")), folder / "rolling.html")
    vv.plot.save(vv.plot.heatmap(vv.panel(known)), folder / "heatmap.html")
    vv.plot.save(vv.plot.network(vv.panel(known)), folder / "network.html")
    vv.plot.save(vv.plot.specification_curve(curve), folder / "curve.html")
    return sorted(folder.glob("*.html"))


def test_pages_in_a_browser(browser, tmp_path):
    """No console errors, nothing executed, links and folds reached by the keyboard, no sideways scrolling of text at phone width."""
    from selenium.webdriver.common.by import By
    from selenium.webdriver.common.keys import Keys

    for path in pages(tmp_path):
        browser.set_window_size(1100, 900)
        browser.get(path.as_uri())
        wrong = [e for e in browser.get_log("browser") if e["level"] == "SEVERE" and "favicon" not in e["message"]]
        assert not wrong, (path.name, wrong)
        assert "owned" not in browser.title, path.name
        if path.stem in ("timeline", "rolling", "heatmap", "network", "curve", "hostile-timeline"):
            assert browser.find_elements(By.CSS_SELECTOR, "#vis canvas, #vis svg"), path.name
            continue
        # Every link and fold is reached by the Tab key.
        reachable = "a[href], summary"
        wanted = [e for e in browser.find_elements(By.CSS_SELECTOR, reachable) if e.is_displayed()][:12]
        seen = []
        for _ in range(len(wanted) + 2):
            browser.switch_to.active_element.send_keys(Keys.TAB)
            seen.append(browser.switch_to.active_element)
        assert all(w in seen for w in wanted), path.name
        # A phone: the page itself does not scroll sideways; wide tables scroll in their own box.
        browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {"width": 375, "height": 700, "deviceScaleFactor": 2, "mobile": True})
        browser.get(path.as_uri())
        assert browser.execute_script("return document.documentElement.scrollWidth") <= 376, path.name
        browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def test_the_site_in_a_browser(browser):
    """The documentation opens without console errors and without asking anybody else, on a desk and on a phone."""
    import functools
    import subprocess
    import sys
    import threading
    from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
    from pathlib import Path

    root = Path(__file__).resolve().parents[1]
    subprocess.run([sys.executable, str(root / "scripts/make_site.py")], check=True, capture_output=True)

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *args):
            pass

    httpd = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(root / "build/site")))
    threading.Thread(target=httpd.serve_forever, daemon=True).start()
    try:
        for page in ("index", "tutorial", "reference", "comparison", "notebooks/01_five_minutes", "notebooks/02_record_exchanges"):
            for width in (1200, 375):
                browser.execute_cdp_cmd(
                    "Emulation.setDeviceMetricsOverride", {"width": width, "height": 800, "deviceScaleFactor": 1, "mobile": width < 500}
                )
                browser.get(f"http://127.0.0.1:{httpd.server_port}/{page}.html")
                wrong = [e for e in browser.get_log("browser") if e["level"] == "SEVERE"]
                assert not wrong, (page, wrong)
                assert browser.execute_script("return document.documentElement.scrollWidth") <= width + 1, (page, width)
                asked = browser.execute_script("return performance.getEntriesByType('resource').map(r => r.name)")
                assert all("127.0.0.1" in a or a.startswith("data:") for a in asked), (page, asked)
    finally:
        browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
        httpd.shutdown()
