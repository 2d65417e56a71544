"""The progress bar, without the warning of a notebook that has no widgets: it then shows itself as text."""

import warnings

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from tqdm.auto import tqdm

__all__ = ["tqdm"]
