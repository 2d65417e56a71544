"""Where the shared data stand; tests that need them are skipped, loudly, where they are missing."""

import warnings
from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    if not SHARED.is_dir():
        warnings.warn(f"{SHARED} is missing: the tests on real data are skipped", stacklevel=1)
        pytest.skip(f"{SHARED} is missing")
    return SHARED
