"""Where a page's text stands on the page in, a few compressed bytes out, and back."""

import json
import zlib

from corpus.types import Box, Page, Run

Places = tuple[tuple[Run, ...], tuple[Box, ...], tuple[tuple[int, int], ...]]


def pack_places(page: Page) -> bytes | None:
    """A page's runs, boxes and right-hand stretches as compressed JSON, None where it has none."""
    if not (page.runs or page.boxes or page.right):
        return None
    runs = [[run.start, run.length, run.source] for run in page.runs]
    boxes = [[box.start, box.end, box.left, box.top, box.right, box.bottom] for box in page.boxes]
    return zlib.compress(json.dumps([runs, boxes, page.right], separators=(",", ":")).encode())


def unpack_places(packed: bytes | None) -> Places:
    """Runs, boxes and right-hand stretches from what `pack_places` made."""
    if packed is None:
        return (), (), ()
    runs, boxes, right = json.loads(zlib.decompress(packed))
    return (
        tuple(Run(*run) for run in runs),
        tuple(Box(*box) for box in boxes),
        tuple((start, end) for start, end in right),
    )
