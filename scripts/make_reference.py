"""Write docs/reference.md from the package's docstrings: python scripts/make_reference.py [--check]"""

import inspect
import sys
from pathlib import Path

import visavis as vv

PAGE = Path(__file__).resolve().parents[1] / "docs" / "reference.md"


def page() -> str:
    """The reference as Markdown."""
    parts = ["# Reference\n", "Made from the docstrings by `python scripts/make_reference.py`; a test keeps it in step.\n"]
    for name in vv.__all__:
        thing = getattr(vv, name)
        if name == "__version__":
            continue
        if inspect.ismodule(thing):
            parts.append(f"## {name}\n\n```text\n{inspect.getdoc(thing)}\n```\n")
            for inner, function in vars(thing).items():
                if inspect.isfunction(function) and function.__module__ == thing.__name__ and not inner.startswith("_"):
                    signature = inspect.signature(function)
                    parts.append(
                        f"### {name}.{inner}\n\n```python\n{name}.{inner}{signature}\n```\n\n```text\n{inspect.getdoc(function)}\n```\n"
                    )
            continue
        if isinstance(thing, dict) and all(isinstance(v, float) for v in thing.values()):
            parts.append(f"## {name}\n\n| level | points |\n| --- | --- |")
            parts += [f"| `{level}` | {points:g} |" for level, points in thing.items()]
            parts.append("")
            continue
        if isinstance(thing, dict):
            parts.append(f"## {name}\n\n| column | type |\n| --- | --- |")
            parts += [
                f"| `{column}` | {type(kind).__name__ if not isinstance(kind, type) else kind.__name__} |" for column, kind in thing.items()
            ]
            parts.append("")
            continue
        signature = str(inspect.signature(thing)) if inspect.isfunction(thing) else ""
        parts.append(f"## {name}\n\n```python\n{name}{signature}\n```\n\n```text\n{inspect.getdoc(thing)}\n```\n")
    enums = "\n".join(f"| `{column}` | {' '.join(f'`{n}`' for n in names)} |" for column, names in vv.schema.NAMES.items())
    parts.append(f"## Enumerations\n\nIn rank order.\n\n| column | values |\n| --- | --- |\n{enums}\n")
    return "\n".join(parts)


if __name__ == "__main__":
    text = page()
    if "--check" in sys.argv:
        sys.exit(0 if PAGE.read_text() == text else f"{PAGE} is out of date: python scripts/make_reference.py")
    PAGE.write_text(text)
