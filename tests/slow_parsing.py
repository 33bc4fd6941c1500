"""Libraries made with the slow parsing process of `tests.slow_worker`; run as a program, the command line."""

import sys
from functools import partial
from importlib import import_module
from pathlib import Path

from corpus.ocr import engines
from corpus.process_pool import ParserPool
from tests.slow_worker import ENGINE

COMMAND = (sys.executable, str(Path(__file__).with_name("slow_worker.py")))
SlowPool = partial(ParserPool, command=COMMAND)


def know_engine() -> None:
    """Lets the engine's name be known in this process too."""
    engines._FINGERPRINTS[ENGINE] = lambda: "1"


if __name__ == "__main__":
    from tenkyo.cli import main

    vars(import_module("index.runs.refresh"))["ParserPool"] = SlowPool
    main()
