"""The process that parses: requests on stdin, replies on stdout, a JSON line each.

It lives as long as its stdin: when the caller dies, stdin ends and so does this process, busy or not.
Started by `corpus.process.ParserProcess`; memory and processor time are limited from within.
"""

import base64
import json
import math
import os
import queue
import sys
import threading
from pathlib import Path
from typing import TextIO

from corpus.messages import LIMITS, PARSED, SPANS, Message, as_line
from corpus.reader import MEGABYTE, Limits, UnreadableFile
from corpus.reading import over_memory, read_document

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
    while True:
        replies.write(as_line(reply_to(requests.get(), limits)))
        replies.flush()


def reply_to(request: Message, limits: Limits) -> Message:
    """What is done for one request; a file that cannot be read becomes {"unreadable": reason}."""
    _limit_processor_time(limits)
    try:
        if "parse" in request:
            parsed = read_document(Path(request["parse"]), request["relative"], limits)
            return {"parsed": PARSED.dump_python(parsed, mode="json")}
        return {"png": base64.b64encode(_render(request, limits)).decode("ascii")}
    except UnreadableFile as refusal:
        return {"unreadable": refusal.reason}
    except MemoryError:
        return {"unreadable": over_memory(limits), "spent": True}


def _render(request: Message, limits: Limits) -> bytes:
    from corpus.rendering import render_page

    return render_page(
        Path(request["render"]),
        request["page"],
        SPANS.validate_python(request["spans"]),
        SPANS.validate_python(request["highlights"]),
        request["scale"],
        limits,
    )


def _take_requests(stream: TextIO, requests: "queue.SimpleQueue[Message]") -> None:
    for line in stream:
        requests.put(json.loads(line))
    os._exit(0)  # the caller is gone; a parser in the middle of a file could not be asked to stop


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
