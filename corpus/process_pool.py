"""Several parsing processes, and the work that is given to whichever of them is free."""

import os
import queue
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from types import TracebackType
from typing import TypeVar

from corpus.process import ParserProcess
from corpus.reader import Limits, UnreadableFile

Item = TypeVar("Item")
Made = TypeVar("Made")

WAITING = 2
"""Items taken from the caller beyond those that are being worked on."""


def core_count() -> int:
    """How many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class ParserPool:
    """As many parsing processes as told (as there are cores where None), each started when first needed.

    Leaving it ends them at once, in the middle of a file too. `command` is as in ParserProcess.
    """

    def __init__(
        self, limits: Limits | None = None, processes: int | None = None, command: Sequence[str] | None = None
    ) -> None:
        self._parsers = [ParserProcess(limits, command) for _ in range(processes or core_count())]
        self._free: queue.SimpleQueue[ParserProcess] = queue.SimpleQueue()
        for parser in self._parsers:
            self._free.put(parser)
        self._threads = ThreadPoolExecutor(len(self._parsers), thread_name_prefix="parser")

    def __enter__(self) -> "ParserPool":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for parser in self._parsers:
            parser.kill()
        self._threads.shutdown(cancel_futures=True)
        for parser in self._parsers:
            parser.close()

    def each(
        self, work: Callable[[ParserProcess, Item], Made], items: Iterable[Item]
    ) -> Iterator[tuple[Item, Made | UnreadableFile]]:
        """Every item with what `work` makes of it, or why it could not, in the order they are done.

        Only a few items are taken at a time, and none while the caller is busy with what was made.
        """
        coming = iter(items)
        running: dict[Future[Made | UnreadableFile], Item] = {}
        try:
            while True:
                while len(running) < len(self._parsers) + WAITING:
                    try:
                        item = next(coming)
                    except StopIteration:
                        break
                    running[self._threads.submit(self._work, work, item)] = item
                if not running:
                    return
                done, _ = wait(running, return_when=FIRST_COMPLETED)
                for future in done:
                    yield running.pop(future), future.result()
        finally:
            for future in running:
                future.cancel()

    def _work(self, work: Callable[[ParserProcess, Item], Made], item: Item) -> Made | UnreadableFile:
        parser = self._free.get()
        try:
            return work(parser, item)
        except UnreadableFile as error:
            return error
        finally:
            self._free.put(parser)
