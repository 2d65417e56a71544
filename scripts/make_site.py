"""Build the documentation site: python scripts/make_site.py; writes build/site, strictly: a broken link fails."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
from nbconvert import MarkdownExporter

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "build" / "site-src"


def main() -> int:
    """Gather pages and notebooks, then build."""
    shutil.rmtree(SOURCE, ignore_errors=True)
    shutil.copytree(ROOT / "docs", SOURCE)
    (SOURCE / "notebooks").mkdir()
    for path in sorted((ROOT / "notebooks").glob("*.ipynb")):
        body, resources = MarkdownExporter().from_notebook_node(nbformat.read(path, as_version=4), {"output_files_dir": path.stem})
        for name, data in resources["outputs"].items():
            target = SOURCE / "notebooks" / name
            target.parent.mkdir(exist_ok=True)
            target.write_bytes(data)
        body = body.replace("](../docs/", "](../").replace(".ipynb)", ".md)")
        (SOURCE / "notebooks" / f"{path.stem}.md").write_text(body, encoding="utf-8")
    # Pages link to notebooks where they stand in the repository.
    for page in SOURCE.glob("*.md"):
        words = page.read_text(encoding="utf-8")
        page.write_text(re.sub(r"\]\(\.\./notebooks/(\w+)\.ipynb\)", r"](notebooks/\1.md)", words), encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--config-file", str(ROOT / "mkdocs.yml")]
    return subprocess.run(command, check=False, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"}).returncode


if __name__ == "__main__":
    sys.exit(main())
