"""visavis reads bilateral exchanges between countries out of news articles.

    import visavis as vv

    corpus = vv.load_sample()
    mentions = vv.extract(corpus)
    exchanges = vv.resolve(mentions)
    vv.records(exchanges, pair=("PRK", "RUS"), window="1y")

One stage, one function, each from frame to frame: ``read_corpus`` -> ``extract`` -> ``resolve`` ->
``panel`` -> ``records``. What counts as an exchange, and every column's values, is in the codebook.
"""

from . import corpora, plot
from ._core import __version__
from .claiming import check, claims
from .corpora import read_feed
from .corpus import CorpusError, CorpusWarning, load_chronicle, load_sample, read_corpus
from .evaluation import Evaluation, evaluate, evaluate_clusters
from .explaining import Explanation, explain
from .exporting import countries, timeline, to_cameo, to_plover
from .lexicon import Lexicon
from .measures import chance_of_record, change_points, compare, compare_rates, network, records_multiverse, uncertainty, unseen
from .pages import Page
from .reporting import report
from .schema import CLAIMS, EXCHANGES, MENTIONS
from .showing import show, table
from .stages import SENIORITY, extract, mark_copies, panel, records, resolve
from .storing import Store, StoreError, Update

__all__ = [
    "CLAIMS",
    "EXCHANGES",
    "MENTIONS",
    "SENIORITY",
    "CorpusError",
    "CorpusWarning",
    "Evaluation",
    "Explanation",
    "Lexicon",
    "Page",
    "Store",
    "StoreError",
    "Update",
    "__version__",
    "chance_of_record",
    "change_points",
    "check",
    "claims",
    "compare",
    "compare_rates",
    "corpora",
    "countries",
    "evaluate",
    "evaluate_clusters",
    "explain",
    "extract",
    "load_chronicle",
    "load_sample",
    "mark_copies",
    "network",
    "panel",
    "plot",
    "read_corpus",
    "read_feed",
    "records",
    "records_multiverse",
    "report",
    "resolve",
    "show",
    "table",
    "timeline",
    "to_cameo",
    "to_plover",
    "uncertainty",
    "unseen",
]
