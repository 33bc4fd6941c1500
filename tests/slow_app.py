"""The app over the few passages of the tests' own application, which searches only when it is let."""

import os
import runpy
import sys
import time
from pathlib import Path
from types import ModuleType

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.fake_application import FakeApplication, FakeIndex

LET = Path(os.environ["TENKYO_DATA"]).parent / "let"
"""A search waits for this file."""


class SlowIndex(FakeIndex):
    def __getattribute__(self, name: str) -> object:
        while name.startswith("search") and not LET.exists():
            time.sleep(0.05)
        return super().__getattribute__(name)


def open_application() -> FakeApplication:
    return FakeApplication(index=SlowIndex())


assembly = ModuleType("tenkyo.assembly")
assembly.open_application = open_application  # type: ignore[attr-defined]
sys.modules["tenkyo.assembly"] = assembly
runpy.run_path(str(Path(__file__).parents[1] / "app.py"), run_name="__main__")
