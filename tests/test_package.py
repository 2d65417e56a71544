"""The package as it is installed: stubs, doctests, README, command line, notebooks."""

import ast
import doctest
import importlib
import os
import re
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
import visavis
from nbclient import NotebookClient
from visavis import _core
from visavis.cli import main

ROOT = Path(__file__).resolve().parents[1]


def test_stubs_are_in_step_with_the_binding():
    stub = ast.parse((Path(visavis.__file__).parent / "_core.pyi").read_text())
    said = {n.name for n in stub.body if isinstance(n, ast.FunctionDef | ast.ClassDef)}
    said |= {n.target.id for n in stub.body if isinstance(n, ast.AnnAssign)}
    assert said == {n for n in dir(_core) if not n.startswith("__")} | {"__version__"}
    for node in stub.body:
        if isinstance(node, ast.FunctionDef):
            signature = getattr(_core, node.name).__text_signature__
            names = re.findall(r"(\w+)(?:=[^,)]*)?[,)]", signature.replace("$module, ", ""))
            assert names == [a.arg for a in node.args.args], node.name


@pytest.mark.parametrize(
    "name",
    [
        "claiming",
        "corpora",
        "corpus",
        "evaluation",
        "explaining",
        "exporting",
        "lexicon",
        "measures",
        "plot",
        "reporting",
        "showing",
        "stages",
        "storing",
    ],
)
def test_docstring_examples(name):
    result = doctest.testmod(importlib.import_module(f"visavis.{name}"), optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE)
    assert result.failed == 0


def test_every_public_name_is_documented():
    for name in visavis.__all__:
        thing = getattr(visavis, name)
        if callable(thing):
            assert thing.__doc__, name
            if not isinstance(thing, type) or name == "Lexicon":
                assert "Examples" in thing.__doc__, name


def test_readme_example_prints_what_it_says():
    readme = (ROOT / "README.md").read_text()
    code = re.search(r"```python\n(.*?)```", readme, re.S).group(1)
    output = re.search(r"```python\n.*?```\s+```text\n(.*?)```", readme, re.S).group(1)
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd="/tmp", env=os.environ | {"PYTHONIOENCODING": "utf-8"}, check=True
    )
    assert run.stdout.strip() == output.strip()


def test_reference_page_is_in_step():
    run = subprocess.run([sys.executable, str(ROOT / "scripts/make_reference.py"), "--check"], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr


def test_command_line(tmp_path, capsys):
    source = Path(visavis.__file__).parent / "data/sample.jsonl"
    assert main(["extract", str(source), "-q", "-o", str(tmp_path / "m.csv")]) == 0
    assert "MB/s" in capsys.readouterr().err
    assert main(["report", str(source), "-q", "--pair", "PRK,RUS", "-o", str(tmp_path / "r.html")]) == 0
    assert "Kim Jong Un" in (tmp_path / "r.html").read_text()
    assert main(["demo", "-o", str(tmp_path / "d.html")]) == 0
    assert "PRK-RUS" not in capsys.readouterr().err
    assert main(["extract", "nowhere.jsonl"]) == 1
    assert "no such file" in capsys.readouterr().err


def figures(nb):
    """What the code cells of a notebook say, without addresses in memory and pictures."""
    said = []
    for cell in nb.cells:
        for out in cell.get("outputs", []) if cell.cell_type == "code" else []:
            words = out.get("text") if out.output_type == "stream" else out.get("data", {}).get("text/plain")
            if words and "object at 0x" not in words:
                said.append(words)
    return said


@pytest.mark.parametrize("path", sorted((ROOT / "notebooks").glob("*.ipynb")), ids=lambda p: p.stem)
def test_notebook_runs_and_says_what_it_said(path, request, monkeypatch):
    nb = nbformat.read(path, as_version=4)
    if any("VISAVIS_SHARED" in c.source for c in nb.cells):
        monkeypatch.setenv("VISAVIS_SHARED", str(request.getfixturevalue("shared")))
    said = figures(nb)
    assert said, "notebooks are kept with their outputs"
    NotebookClient(nb, timeout=600, resources={"metadata": {"path": "/tmp"}}).execute()
    assert figures(nb) == said, f"{path.name} says other than its outputs: run it again"


@pytest.mark.parametrize("page", ["tutorial", "howto"])
def test_code_of_the_pages_runs(page, tmp_path):
    code = "\n".join(re.findall(r"```python\n(.*?)```", (ROOT / f"docs/{page}.md").read_text(encoding="utf-8"), re.S))
    run = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env=os.environ | {"PYTHONIOENCODING": "utf-8"},
        check=False,
    )
    assert run.returncode == 0, run.stderr


def test_the_site_is_built():
    run = subprocess.run([sys.executable, str(ROOT / "scripts/make_site.py")], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    for page in (ROOT / "build/site").rglob("*.html"):
        outside = re.findall(
            r'<(?:script|img|iframe)[^>]+src="(https?://[^"]+)"|<link[^>]+rel="stylesheet"[^>]+href="(https?://[^"]+)"',
            page.read_text(encoding="utf-8"),
        )
        assert not outside, (page.name, outside)
