"""Parsing processes that the runs of many tests share: starting one takes half a second of a processor.

What starts and ends such processes is tested by itself, with processes of its own.
"""

import queue
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from types import TracebackType

import pytest

from corpus import Limits, ParserProcess
from corpus.process_pool import ParserPool
from corpus.reader import Unpacked

IDLE: dict[Limits, list[ParserProcess]] = {}
"""The processes that no run has, by what they were started with."""


def take(limits: Limits) -> ParserProcess:
    """An idle parser, a new one where none is."""
    idle = IDLE.setdefault(limits, [])
    return idle.pop() if idle else ParserProcess(limits)


class KeptPool(ParserPool):
    """A pool whose processes live on after a run that was not interrupted."""

    def __init__(self, limits: Limits | None = None, processes: int | None = None) -> None:
        super().__init__(limits, processes)
        self._limits = limits or Limits()
        self._parsers = [take(self._limits) for _ in self._parsers]
        self._free = queue.SimpleQueue()
        for parser in self._parsers:
            self._free.put(parser)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is not None:
            super().__exit__(kind, error, trace)
            return
        self._threads.shutdown(cancel_futures=True)
        IDLE[self._limits] += self._parsers


@dataclass(frozen=True)
class LentParser:
    """A kept parser for the archives of one run."""

    limits: Limits
    parser: ParserProcess

    def unpack(self, path: Path, folder: Path) -> Unpacked:
        return self.parser.unpack(path, folder)

    def kill(self) -> None:
        IDLE[self.limits].append(self.parser)


@contextmanager
def keeping_parsers() -> Iterator[None]:
    """Lets runs take kept parsers; in the end all are closed."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(vars(import_module("index.runs.refresh")), "ParserPool", KeptPool)
        patch.setitem(
            vars(import_module("index.runs.archives")),
            "ParserProcess",
            lambda limits: LentParser(limits, take(limits)),
        )
        yield
    for parsers in IDLE.values():
        for parser in parsers:
            parser.close()
