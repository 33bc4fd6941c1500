"""The process that parses: requests on stdin, replies on stdout, a JSON line each.

It lives as long as its stdin: when the caller dies, stdin ends and so does this process, busy or not.
Started by `corpus.process.ParserProcess`; memory and processor time are limited from within.
"""

import base64
import json
import math
import os
import queue
import signal
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TextIO

from corpus.messages import LIMITS, PAGES, PARSED, SPANS, Message, as_line, pack_document
from corpus.reader import MEGABYTE, Limits, UnreadableFile
from corpus.reading import over_memory, read_document
from corpus.splitting import split_document
from corpus.types import ParsedDocument, SplitDocument

try:
    import resource
except ImportError:  # not on Windows, where only the caller's clock limits a file
    resource = None  # type: ignore[assignment]


def main() -> None:
    """Answers requests until stdin ends. The first argument holds the limits as JSON."""
    limits = LIMITS.validate_json(sys.argv[1])
    _limit_memory(limits)
    replies = os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="ascii")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # whatever a library prints stays out of the replies
    requests: queue.SimpleQueue[Message] = queue.SimpleQueue()
    threading.Thread(target=_take_requests, args=(sys.stdin, requests), daemon=True).start()
    replies.write(as_line({"started": True}))
    replies.flush()
    while True:
        replies.write(as_line(reply_to(requests.get(), limits)))
        replies.flush()


def reply_to(request: Message, limits: Limits) -> Message:
    """What is done for one request; a file that cannot be read becomes {"unreadable": reason}."""
    _limit_processor_time(limits)
    try:
        return next(reply(request, limits) for name, reply in _REPLIES.items() if name in request)
    except UnreadableFile as refusal:
        return {"unreadable": refusal.reason}
    except MemoryError:
        return {"unreadable": over_memory(limits), "spent": True}


def _parse(request: Message, limits: Limits) -> Message:
    parsed = read_document(Path(request["parse"]), request["relative"], limits)
    return {"parsed": PARSED.dump_python(parsed, mode="json")}


def _split(request: Message, limits: Limits) -> Message:
    scanned = PAGES.validate_python(request["scanned"])
    parsed = read_document(Path(request["split"]), request["relative"], limits, scanned)
    made = pack_document(_split_document(parsed))
    packed = base64.b64encode(made.packed).decode("ascii")
    return {"packed": packed, "id": made.document_id, "pages": made.page_count, "unread": made.unread}


def _split_document(parsed: ParsedDocument) -> SplitDocument:
    try:
        return split_document(parsed)
    except MemoryError:
        raise
    except Exception as error:  # a fault of ours with one document must not keep the others out
        raise UnreadableFile(
            f"its text could not be taken apart ({type(error).__name__}: {error})"
        ) from error


def _scan(request: Message, limits: Limits) -> Message:
    from corpus.ocr.engines import load_engine
    from corpus.ocr.pages import read_scanned_page
    from corpus.ocr.types import OcrUnavailable

    path = Path(request["scan"])
    try:
        engine = load_engine(request["engine"])
        page = read_scanned_page(path.read_bytes(), path.suffix.lower(), request["page"], limits, engine)
    except (UnreadableFile, MemoryError):
        raise
    except (OcrUnavailable, OSError) as error:
        raise UnreadableFile(f"OCR could not read it ({error})") from error
    except Exception as error:  # as above
        raise UnreadableFile(f"OCR failed on it ({type(error).__name__}: {error})") from error
    return {"page": PAGES.dump_python((page,), mode="json")}


def _unpack(request: Message, limits: Limits) -> Message:
    from corpus.formats.archive.reading import unpack

    path = Path(request["unpack"])
    try:
        unpacked = unpack(path.read_bytes(), path.suffix.lower(), Path(request["folder"]), limits)
    except (UnreadableFile, MemoryError):
        raise
    except Exception as error:  # as above
        raise UnreadableFile(f"it could not be unpacked ({type(error).__name__}: {error})") from error
    return {"members": list(unpacked.members), "skipped": [list(each) for each in unpacked.skipped]}


def _render(request: Message, limits: Limits) -> Message:
    from corpus.rendering import render_page

    picture = render_page(
        Path(request["render"]),
        PAGES.validate_python(request["page"])[0],
        SPANS.validate_python(request["spans"]),
        SPANS.validate_python(request["highlights"]),
        request["scale"],
        limits,
    )
    return {"png": base64.b64encode(picture).decode("ascii")}


_REPLIES: dict[str, Callable[[Message, Limits], Message]] = {
    "parse": _parse,
    "split": _split,
    "scan": _scan,
    "unpack": _unpack,
    "render": _render,
}
"""How each request is answered, by the field that names its file."""


def _take_requests(stream: TextIO, requests: "queue.SimpleQueue[Message]") -> None:
    for line in stream:
        requests.put(json.loads(line))
    _end_now()  # the caller is gone; a parser in the middle of a file could not be asked to stop


def _end_now() -> None:
    """Ends this process, and those that it started where it leads a group of them."""
    if hasattr(os, "killpg") and os.getpgrp() == os.getpid():
        os.killpg(os.getpid(), signal.SIGKILL)
    os._exit(0)


def _limit_memory(limits: Limits) -> None:
    if resource is not None:
        most = limits.memory_megabytes * MEGABYTE
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _limit_processor_time(limits: Limits) -> None:
    if resource is not None:
        usage = resource.getrusage(resource.RUSAGE_SELF)
        spent = usage.ru_utime + usage.ru_stime
        _, hard = resource.getrlimit(resource.RLIMIT_CPU)
        resource.setrlimit(resource.RLIMIT_CPU, (math.ceil(spent + limits.seconds) + 1, hard))


if __name__ == "__main__":
    main()
