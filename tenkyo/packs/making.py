"""A request and what it gave in, a pack out: every place with all that pins it down."""

from datetime import datetime
from importlib.metadata import version

from corpus.types import Passage
from index.types import Index, LibraryState
from tenkyo.application import Application
from tenkyo.packs.pictures import draw_pages, draw_shared_pages
from tenkyo.packs.types import (
    FORMAT,
    JST,
    MOST_PASSAGES,
    Found,
    Outcome,
    Pack,
    PackedLibrary,
    PackedPassage,
    PagePicture,
    Record,
    Request,
    Told,
    told_to_nobody,
)

AROUND = 240
"""How many characters before and after a passage are kept."""
SHORT_ID = 16
"""How much of a document's id names it in the record of a library's state."""


def make_pack(
    application: Application,
    request: Request,
    outcome: Outcome,
    now: datetime,
    told: Told = told_to_nobody,
) -> Pack:
    """The pack of what a request gave, with the pictures of its pages; `told` hears of each passage done."""
    found = outcome.found[:MOST_PASSAGES]
    passages: list[PackedPassage] = []
    pictures: list[PagePicture] = []
    for done, one in enumerate(found):
        told(done, len(found))
        passages.append(_packed(application, one))
        if request.kind != "comparison":
            pictures += draw_pages(application, one)
    if request.kind == "comparison":
        pictures += draw_shared_pages(application, found)
    told(len(found), len(found))
    record = Record(
        format=FORMAT,
        program=f"tenkyo {version('tenkyo')}",
        made_at=now.astimezone(JST).isoformat(timespec="seconds"),
        request=request,
        library=packed_library(application.index),
        passages=tuple(passages),
        taken_back=_taken_back(application.index, request),
        filtered=_filtered(application.index, request),
        answer=outcome.answer,
        table=outcome.table,
    )
    return Pack(record, tuple(pictures))


def packed_library(index: Index) -> PackedLibrary:
    """The state of a library as a pack keeps it."""
    state, status = index.state(), index.status()
    return PackedLibrary(
        state=state.digest,
        document_count=status.documents,
        passage_count=status.passages,
        parts=state_parts(state),
        documents={each[:SHORT_ID]: read[:SHORT_ID] for each, read in state.documents.items()},
    )


def state_parts(state: LibraryState) -> dict[str, str]:
    """The parts of a state but its documents, by name."""
    return {
        "encoder": state.encoder,
        "analyser": state.analyser,
        "weights": state.weights,
        "synonyms": state.synonyms,
        "reranker": state.reranker,
    }


def _packed(application: Application, found: Found) -> PackedPassage:
    document, passage = found.document, found.passage
    before, after = _around(application.index, passage)
    read = application.passage_pages(passage)
    confidences = [page.confidence for page in read if page.read_by == "ocr" and page.confidence is not None]
    return PackedPassage(
        number=found.number,
        rank=found.rank,
        score=None if found.score is None else round(found.score, 6),
        passage_id=passage.id,
        sha256=document.id,
        path=document.path,
        title=document.title,
        issuer=document.issuer,
        fiscal_year=document.fiscal_year,
        kind=document.kind,
        headings=passage.headings,
        pages=passage.page_numbers if document.page_count else (),
        page_labels=passage.page_labels,
        side=passage.side,
        text=passage.text,
        quote=found.quote,
        highlights=found.highlights,
        before=before,
        after=after,
        confidence=min(confidences, default=None),
        remarks=found.remarks,
    )


def _around(index: Index, passage: Passage) -> tuple[str, str]:
    """The end of the passage before and the beginning of the one after, under the same headings."""
    beside = index.neighbours(passage.id)
    before = "".join(one.text for one in beside.before if one.headings == passage.headings)
    after = "".join(one.text for one in beside.after if one.headings == passage.headings)
    return before[-AROUND:], after[:AROUND]


def _filtered(index: Index, request: Request) -> tuple[str, ...]:
    found = (index.document(each) for each in request.filters.documents)
    return tuple(document.title for document in found if document is not None)


def _taken_back(index: Index, request: Request) -> tuple[str, ...]:
    """The understood parts that were taken back, in words: what they were read from and as what."""
    if not request.without:
        return ()
    understood = index.understand(request.text, request.without)
    return tuple(f"{part.surface} = {'、'.join(part.meaning)}" for part in understood.taken_back)
