"""Corpora from the web, against a server of our own that answers in the shape of the real ones."""

import datetime as dt
import json
import threading
import urllib.parse
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

import polars as pl
import pytest
import visavis as vv

DAY = """{{Current events|year=2024|month=07|day=09|content=
<!-- All news items below this line -->
'''Armed conflicts and attacks'''
*[[Example war]]
**[[Battle of Example]]
***The town of [[Exampleton|Example Town]] is shelled. [https://news.example/a (''Example News'')] [https://news.example/b (Other)]

'''International relations'''
*[[Fiji–Samoa relations]]
**Fijian Prime Minister [[Sitiveni Rabuka]] arrives in [[Samoa]] for talks with Prime Minister [[Fiame Naomi Mataafa]]. [https://news.example/c (Samoa Wire)]
*Norway recognises a [[river]] as a border with nobody.{{citation needed}} [https://news.example/d (Example News)]
<!-- All news items above this line -->}}"""

FEED = b"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Example Wire</title>
<entry><id>tag:1</id><title>Rabuka in Apia</title><updated>2024-04-29T09:00:00Z</updated><link href="LINK"/>
<summary type="html">&lt;p&gt;Fijian Prime Minister Sitiveni Rabuka &amp;amp; party arrived in Samoa.&lt;/p&gt;</summary></entry>
<entry><id>tag:2</id><title>No day</title></entry></feed>"""


@pytest.fixture
def server():
    class Answers(BaseHTTPRequestHandler):
        asked: ClassVar[list[dict]] = []
        agents: ClassVar[list[str]] = []
        fail = 0

        def do_GET(self):
            url = urllib.parse.urlparse(self.path)
            Answers.agents.append(self.headers["User-Agent"])
            if Answers.fail > 0:
                Answers.fail -= 1
                self.send_response(503)
                self.send_header("Retry-After", "0")
                self.end_headers()
                return
            if url.path == "/feed":
                body = FEED.replace(b"LINK", f"http://127.0.0.1:{self.server.server_port}/story".encode())
            elif url.path == "/story":
                told = "Fijian Prime Minister Sitiveni Rabuka arrived in Samoa on Monday and met its prime minister, an official said. " * 4
                body = f"<html><body><nav>Menu</nav><article><h1>Rabuka in Apia</h1><p>{told}</p></article></body></html>".encode()
            else:
                query = urllib.parse.parse_qs(url.query)
                Answers.asked.append(query)
                pages = []
                for title in query["titles"][0].split("|"):
                    if title.endswith("July 10"):
                        pages.append({"title": title, "missing": True})
                    else:
                        pages.append({"title": title, "revisions": [{"slots": {"main": {"content": DAY}}}]})
                body = json.dumps({"query": {"pages": pages}}).encode()
            self.send_response(200)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args):
            pass

    Answers.asked.clear()
    Answers.agents.clear()
    httpd = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    threading.Thread(target=httpd.serve_forever, daemon=True).start()
    yield Answers, f"http://127.0.0.1:{httpd.server_port}"
    httpd.shutdown()


def test_a_day_of_the_portal():
    rows = vv.corpora.parse_day(DAY, dt.date(2024, 7, 9))
    assert rows["text"].to_list() == [
        "The town of Example Town is shelled.",
        "Fijian Prime Minister Sitiveni Rabuka arrives in Samoa for talks with Prime Minister Fiame Naomi Mataafa.",
        "Norway recognises a river as a border with nobody.",
    ]
    assert rows["topics"].to_list() == [
        ["Armed conflicts and attacks", "Example war", "Battle of Example"],
        ["International relations", "Fiji–Samoa relations"],
        ["International relations"],
    ]
    assert rows["source"].to_list() == ["Example News", "Samoa Wire", "Example News"]
    assert rows["url"][0] == "https://news.example/a"
    mentions = vv.extract(rows, progress=False)
    assert mentions.filter(pl.col("type") == "visit").select("source", "target").row(0) == ("FJI", "WSM")


def test_current_events_are_fetched_once_and_politely(server, tmp_path):
    answers, address = server
    answers.fail = 1
    options = {"contact": "test@example.org", "cache": tmp_path, "pause": 0, "api": f"{address}/w/api.php", "progress": False}
    with pytest.warns(vv.CorpusWarning, match="1 days have no page: 2024-07-10"):
        rows = vv.corpora.current_events("2024-06-19", "2024-07-10", **options)
    assert rows["date"].n_unique() == 21
    assert rows["doc_id"].n_unique() == rows.height
    # 22 days are two requests; the refused one was asked again.
    assert len(answers.asked) == 2
    assert "test@example.org" in answers.agents[0]
    assert answers.asked[0]["maxlag"] == ["5"]
    # A second run asks for nothing; a half-written day is no day.
    (tmp_path / "2024-07-01.part").write_text("{")
    again = vv.corpora.current_events("2024-06-19", "2024-07-09", **options)
    assert len(answers.asked) == 2
    assert again.equals(rows.filter(pl.col("date") < dt.date(2024, 7, 10)))
    with pytest.raises(ValueError, match="contact is a mail address"):
        vv.corpora.current_events("2024-06-19", "2024-07-09", contact="me", cache=tmp_path)


def test_a_server_that_cannot_be_reached_is_named(tmp_path, monkeypatch):
    monkeypatch.setattr("time.sleep", lambda s: None)
    with pytest.raises(vv.CorpusError, match=r"cannot be reached.*run again to go on"):
        vv.corpora.current_events("2024-07-01", "2024-07-01", contact="a@b.org", cache=tmp_path, api="http://127.0.0.1:9/", progress=False)


def test_feeds(server):
    _, address = server
    with pytest.warns(vv.CorpusWarning, match=r"1 entries kept, 1 set aside or cut: entry 2 \(No day\): no date"):
        short = vv.read_feed(f"{address}/feed")
    assert short.row(0, named=True)["text"] == "Rabuka in Apia. Fijian Prime Minister Sitiveni Rabuka & party arrived in Samoa."
    with pytest.warns(vv.CorpusWarning):
        full = vv.read_feed(f"{address}/feed", full_text=True, pause=0)
    assert "met its prime minister" in full["text"][0]
    assert "Menu" not in full["text"][0]
    with pytest.raises(vv.CorpusError, match="no RSS or Atom feed"):
        vv.read_feed(b"<html><body>404</body></html>")
