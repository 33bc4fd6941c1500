"""One passage of a Word pack: its place, its words, room for remarks, and the pictures of its pages."""

import io
from typing import Any

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt

from tenkyo.packs.citing import caption, citation, reading_words
from tenkyo.packs.plain_text import clean
from tenkyo.packs.types import PackedPassage, PagePicture
from tenkyo.packs.word.marking import add_marked, add_quiet
from tenkyo.packs.word.styles import QUIET, add_run, turn_page
from tenkyo.packs.word.tables import add_blank, add_facts
from tenkyo.packs.wording import REMARKS

ROOM, ROOM_WIDE = (Mm(170), Mm(212)), (Mm(257), Mm(148))
"""The most of a picture, on a standing page and on a lying one: with its line it stays on one page."""

QUOTED = "「{quote}」"
"""How a quote is shown, and looked for when the file is read back."""


def add_passage(document: Document, passage: PackedPassage) -> None:
    begun = turn_page(document, wide=False)
    heading = document.add_heading(clean(f"［{passage.number}］ {passage.title}"), 2)
    heading.paragraph_format.page_break_before = not begun
    add_run(document.add_paragraph(), citation(passage), size=10, bold=True)
    if passage.headings:
        add_run(document.add_paragraph(), " › ".join(passage.headings), size=9, colour=QUIET)
    if passage.quote is not None:
        add_marked(document, QUOTED.format(quote=passage.quote), (), label="引用（原文のまま）")
    label = "該当箇所の本文" if passage.quote is None else "引用を含む本文"
    add_quiet(document, passage.before, "前略　…{text}")
    add_marked(document, passage.text, _marks(passage), label=label)
    add_quiet(document, passage.after, "{text}…　後略")
    add_facts(document, _facts(passage), size=8)
    document.add_paragraph().paragraph_format.space_after = Pt(0)
    add_blank(document, REMARKS, Mm(34))


def _marks(passage: PackedPassage) -> tuple[tuple[int, int], ...]:
    """The quote where there is one, else the words that were matched."""
    start = passage.text.find(passage.quote) if passage.quote else -1
    return ((start, start + len(passage.quote or "")),) if start >= 0 else passage.highlights


def _facts(passage: PackedPassage) -> list[tuple[str, str]]:
    score = "" if passage.score is None else f"{passage.score:.4f}"
    rank = "" if passage.rank is None else f"（{passage.rank}位）"
    return [
        *((name, value) for name, value in passage.remarks if value),
        *([("適合度", f"{score}{rank}")] if score else []),
        ("文書の種別", passage.kind or "不明"),
        ("読み取り", reading_words(passage)),
        ("ファイル", passage.path),
        ("SHA-256", passage.sha256),
    ]


def add_picture(document: Document, passage: PackedPassage, picture: PagePicture) -> None:
    wide = picture.width > picture.height
    begun = turn_page(document, wide=wide)
    line = document.add_paragraph()
    line.paragraph_format.page_break_before = not begun
    line.paragraph_format.keep_with_next = True
    place = caption(picture, passage)
    add_run(line, place, size=8.5, colour=QUIET)
    shown = document.add_paragraph()
    shown.alignment = WD_ALIGN_PARAGRAPH.CENTER
    most_width, most_height = ROOM_WIDE if wide else ROOM
    width = min(most_width, int(most_height * picture.width / picture.height))
    inline = shown.add_run().add_picture(io.BytesIO(picture.data), width=width)
    _describe(inline, place)


def _describe(inline: Any, text: str) -> None:
    """The picture's words for who cannot see it."""
    inline._inline.docPr.set("descr", clean(text))
