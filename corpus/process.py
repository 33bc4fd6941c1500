"""Files in, parsed documents out, through a separate process that may be killed."""

import base64
import contextlib
import json
import os
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import IO

from corpus.messages import LIMITS, PAGES, PARSED, SPANS, Message, PackedDocument, unpack_document
from corpus.reader import Limits, Unpacked, UnreadableFile
from corpus.types import Page, ParsedDocument, Span, SplitDocument

_LONGEST_START = 60.0
_PACKAGE_ROOT = Path(__file__).parents[1]


class ParserProcess:
    """One process that parses and draws, started when first needed and again after a crash or a timeout.

    Whatever a file does there (a crash, a hang, a memory bomb) becomes UnreadableFile for that file alone.
    May be shared between threads; requests then wait for each other. `command` replaces the worker's
    command line up to its one argument.
    """

    def __init__(self, limits: Limits | None = None, command: Sequence[str] | None = None) -> None:
        self._limits = limits or Limits()
        self._command = tuple(command or (sys.executable, "-P", "-m", "corpus.worker"))
        self._lock = threading.Lock()
        self._process: subprocess.Popen[str] | None = None
        self._replies: queue.SimpleQueue[str | None] = queue.SimpleQueue()
        self._files_read = 0
        self._killed = False

    def __enter__(self) -> "ParserProcess":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def parse(self, path: Path, relative: str) -> ParsedDocument:
        """The document in the file at `path`, called by `relative` (forward slashes). Raises
        UnreadableFile."""
        reply = self._ask({"parse": str(path.absolute()), "relative": relative})
        return PARSED.validate_python(reply["parsed"])

    def split(self, path: Path, relative: str, scanned: Sequence[Page] = ()) -> SplitDocument:
        """The document in the file with all that is found in it; `scanned` are pages as OCR read them, in the
        place of those that were not read. Raises UnreadableFile."""
        return unpack_document(self.split_packed(path, relative, scanned).packed)

    def split_packed(self, path: Path, relative: str, scanned: Sequence[Page] = ()) -> PackedDocument:
        """The same, packed, as `corpus.messages.unpack_document` takes it."""
        request: Message = {
            "split": str(path.absolute()),
            "relative": relative,
            "scanned": PAGES.dump_python(tuple(scanned), mode="json"),
        }
        reply = self._ask(request)
        packed = base64.b64decode(reply["packed"])
        return PackedDocument(reply["id"], packed, reply["pages"], tuple(reply["unread"]))

    def read_scanned_page(self, path: Path, page_number: int, engine: str) -> Page:
        """Page `page_number` (from 1) of the file as the OCR engine of that name reads it. Raises
        UnreadableFile."""
        request: Message = {"scan": str(path.absolute()), "page": page_number, "engine": engine}
        return PAGES.validate_python(self._ask(request)["page"])[0]

    def unpack(self, path: Path, folder: Path) -> Unpacked:
        """The files in the archive at `path`, unpacked into `folder`. Raises UnreadableFile."""
        reply = self._ask({"unpack": str(path.absolute()), "folder": str(folder.absolute())})
        return Unpacked(tuple(reply["members"]), tuple((name, reason) for name, reason in reply["skipped"]))

    def render_page(
        self,
        path: Path,
        page: Page,
        spans: Sequence[Span] = (),
        highlights: Sequence[Span] = (),
        scale: float = 1.8,
    ) -> bytes:
        """A PNG of a page of the file at `path`, as `corpus.rendering.render_page` draws it.

        Raises UnreadableFile where the file cannot be drawn or has no such page.
        """
        request: Message = {
            "render": str(path.absolute()),
            "page": PAGES.dump_python((page,), mode="json"),
            "spans": SPANS.dump_python(tuple(spans), mode="json"),
            "highlights": SPANS.dump_python(tuple(highlights), mode="json"),
            "scale": scale,
        }
        return base64.b64decode(self._ask(request)["png"])

    @property
    def process_id(self) -> int | None:
        """The id of the process that is running, None where none is."""
        return self._process.pid if self._process else None

    def close(self) -> None:
        """Ends the process; the next request would start another."""
        with self._lock:
            self._end()

    def kill(self) -> None:
        """Ends the process at once, in the middle of a file too; no other is started."""
        self._killed = True
        process = self._process
        if process is not None:
            _kill(process)

    def _ask(self, request: Message) -> Message:
        with self._lock:
            reply, fresh = self._exchange(request)
            if reply.get("spent") and not fresh:
                self._end()  # what files before this one left behind may have filled the memory
                reply, _ = self._exchange(request)
            if reply.get("spent"):
                self._end()
        if "unreadable" in reply:
            raise UnreadableFile(reply["unreadable"])
        return reply

    def _exchange(self, request: Message) -> tuple[Message, bool]:
        process = self._running()
        fresh = self._files_read == 0
        self._files_read += 1
        try:
            assert process.stdin is not None
            process.stdin.write(json.dumps(request) + "\n")
            process.stdin.flush()
            line = self._replies.get(timeout=self._limits.seconds)
        except queue.Empty:
            self._end()
            return {"unreadable": f"reading it took longer than {self._limits.seconds:g} seconds"}, True
        except BrokenPipeError:
            line = None
        except BaseException:  # a reply that nobody waits for must not answer the next request
            self._end()
            raise
        if line is None:
            return {"unreadable": _ending(process, self._limits), "spent": True}, fresh
        reply: Message = json.loads(line)
        return reply, fresh

    def _running(self) -> "subprocess.Popen[str]":
        if self._killed:
            raise UnreadableFile("reading was stopped")
        if self._process is not None and self._process.poll() is None:
            return self._process
        self._end()
        paths = [str(_PACKAGE_ROOT), os.environ.get("PYTHONPATH", "")]
        environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, paths))}
        process = self._process = subprocess.Popen(
            [*self._command, LIMITS.dump_json(self._limits).decode()],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="ascii",
            env=environment,
            start_new_session=True,  # Ctrl-C is the caller's to handle
        )
        if self._killed:
            _kill(process)
        assert process.stdout is not None
        self._replies = queue.SimpleQueue()
        self._files_read = 0
        threading.Thread(target=_pump, args=(process.stdout, self._replies), daemon=True).start()
        self._await_start()
        return process

    def _await_start(self) -> None:
        """Waits for the line with which the process says that it is there: starting is no file's fault."""
        try:
            if self._replies.get(timeout=_LONGEST_START) is None:
                self._replies.put(None)
        except queue.Empty:
            self._end()
            raise UnreadableFile(f"the parser did not start within {_LONGEST_START:g} seconds") from None
        except BaseException:  # as in _exchange
            self._end()
            raise

    def _end(self) -> None:
        if self._process is None:
            return
        _kill(self._process)
        self._process.wait()
        if self._process.stdin is not None:
            with contextlib.suppress(OSError):
                self._process.stdin.close()
        self._process = None


def _kill(process: "subprocess.Popen[str]") -> None:
    """Ends a process and those that it started."""
    if hasattr(os, "killpg") and process.poll() is None:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()


def _pump(stream: IO[str], replies: "queue.SimpleQueue[str | None]") -> None:
    with stream:
        for line in stream:
            replies.put(line)
    replies.put(None)


def _ending(process: "subprocess.Popen[str]", limits: Limits) -> str:
    code = process.wait()
    if code >= 0:
        return f"the parser ended on it (exit code {code})"
    if -code == getattr(signal, "SIGXCPU", None):
        return f"reading it took longer than {limits.seconds:g} seconds"
    return f"the parser crashed on it ({signal.Signals(-code).name})"
