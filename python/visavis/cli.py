"""visavis on the command line."""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

import polars as pl

from . import __version__
from .corpus import CorpusError, load_chronicle, read_corpus
from .reporting import report
from .stages import extract, panel, records, resolve


def _write(frame: pl.DataFrame, path: Path) -> None:
    match path.suffix.lower():
        case ".parquet":
            frame.write_parquet(path)
        case ".csv":
            lists = [c for c, t in frame.schema.items() if isinstance(t, pl.List)]
            frame.with_columns(pl.col(lists).list.join(" ")).write_csv(path)
        case ".jsonl" | ".ndjson":
            frame.write_ndjson(path)
        case other:
            raise CorpusError(f"{path}: the ending {other!r} is none of .parquet, .csv, .jsonl")


def _pair(text: str) -> tuple[str, str]:
    parts = [p.strip().upper() for p in text.replace("-", ",").split(",")]
    if len(parts) != 2 or any(len(p) != 3 for p in parts):
        raise argparse.ArgumentTypeError(f"{text!r} is no pair; write two ISO3 codes, as in PRK,RUS")
    return parts[0], parts[1]


def _mentions(args: argparse.Namespace) -> pl.DataFrame:
    columns = dict(c.split("=", 1) for c in args.column)
    corpus = read_corpus(args.input, columns=columns, date_format=args.date_format)
    size = int(corpus["text"].str.len_bytes().sum() or 0)
    start = time.perf_counter()
    found = extract(corpus, threads=args.threads, progress=not args.quiet)
    took = time.perf_counter() - start
    print(
        f"{found.height:,} mentions in {corpus.height:,} articles ({size / 1e6:.1f} MB in {took:.2f} s, {size / 1e6 / max(took, 1e-9):.1f} MB/s)",
        file=sys.stderr,
    )
    return found


def _extract(args: argparse.Namespace) -> None:
    found = _mentions(args)
    _write(found, args.output)
    print(f"wrote {args.output}", file=sys.stderr)


def _report(args: argparse.Namespace) -> None:
    found = _mentions(args)
    report(resolve(found), pair=args.pair, mentions=found, window=args.window, path=args.output)
    print(f"wrote {args.output}", file=sys.stderr)


def _demo(args: argparse.Namespace) -> None:
    corpus = load_chronicle()
    found = extract(corpus, progress=False)
    exchanges = resolve(found)
    with pl.Config(tbl_rows=40, tbl_hide_dataframe_shape=True, tbl_hide_column_data_types=True, fmt_str_lengths=26, tbl_width_chars=150):
        print(f"{corpus.height} dispatches, {found.filter(~pl.col('inferred')).height} mentions, {exchanges.height} exchanges\n")
        print(
            exchanges.filter(pl.col("pair") == "PRK-RUS")
            .select(
                "start_date", "type", "source", "target", "source_head", "target_head", "level", "status", pl.col("n_mentions").alias("n")
            )
            .tail(20)
        )
        print("\nNorth Korea and Russia by year, vice-minister level and above:")
        print(
            panel(exchanges, pair=("PRK", "RUS"), min_level="deputy_minister").select(
                "period", "n", "a_to_b", "b_to_a", "n_visit", "n_meeting"
            )
        )
        print("\nThe records of the rolling year:")
        print(
            records(exchanges, pair=("PRK", "RUS"), window="1y", min_level="deputy_minister", as_of="2024-07-08")
            .filter("is_record")
            .tail(5)
        )
    report(exchanges, pair=("PRK", "RUS"), mentions=found, corpus=corpus, min_level="deputy_minister", path=args.output)
    print(f"\nwrote {args.output}")


def parser() -> argparse.ArgumentParser:
    """The command line's grammar."""
    top = argparse.ArgumentParser(prog="visavis", description="Bilateral exchanges between countries, read from news articles.")
    top.add_argument("--version", action="version", version=f"visavis {__version__}")
    commands = top.add_subparsers(required=True, metavar="COMMAND")

    def reading(name: str, text: str, output: str) -> argparse.ArgumentParser:
        sub = commands.add_parser(name, help=text, description=text)
        sub.add_argument("input", nargs="+", help="files, folders or patterns: JSON lines, CSV, Parquet, text; .gz too")
        sub.add_argument("-o", "--output", type=Path, default=Path(output), help=f"where to write (default: {output})")
        sub.add_argument(
            "-c", "--column", action="append", default=[], metavar="OURS=THEIRS", help="which column is which, as in text=body"
        )
        sub.add_argument("--date-format", help="how dates are written, as in %%d/%%m/%%Y")
        sub.add_argument("-t", "--threads", type=int, default=0, help="threads (default: every core)")
        sub.add_argument("-q", "--quiet", action="store_true", help="no progress bar")
        return sub

    sub = reading("extract", "Read the exchanges that articles tell of.", "mentions.parquet")
    sub.set_defaults(run=_extract)
    sub = reading("report", "Write a page on a pair of countries.", "report.html")
    sub.add_argument("-p", "--pair", type=_pair, required=True, help="two ISO3 codes, as in PRK,RUS")
    sub.add_argument("-w", "--window", default="1y", help="length of the rolling window (default: 1y)")
    sub.set_defaults(run=_report)
    sub = commands.add_parser("demo", help="Run everything on the packaged chronicle.")
    sub.add_argument("-o", "--output", type=Path, default=Path("visavis-demo.html"))
    sub.set_defaults(run=_demo)
    return top


def main(argv: list[str] | None = None) -> int:
    """Run a command; errors go to standard error, with exit code 1 (130 after Ctrl-C)."""
    args = parser().parse_args(argv)
    try:
        args.run(args)
    except KeyboardInterrupt:
        print("stopped", file=sys.stderr)
        return 130
    except (ValueError, OSError, pl.exceptions.PolarsError) as e:
        print(f"visavis: {e}", file=sys.stderr)
        return 1
    return 0
