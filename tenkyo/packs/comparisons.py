"""Two documents compared in, what a pack shows of what changed out; and a comparison made again."""

from collections.abc import Iterator

from corpus.types import Document, Passage
from index.types import Index
from qa.comparing.types import (
    Basis,
    Change,
    Comparison,
    Figure,
    FigureChange,
    Item,
    Place,
    RowOnly,
    SectionComparison,
    TextChange,
)
from tenkyo.application import Application
from tenkyo.errors import TenkyoError
from tenkyo.packs.citing import SIDE, year_words
from tenkyo.packs.types import ComparedRow, ComparedTable, Found, Outcome, Request

BEFORE, AFTER, ITEM, BASIS = "before", "after", "item", "basis"
"""The parameters of a request: both documents' ids, the key of the item, the basis."""
BASES: dict[Basis, str] = {"role": "各文書の当年度どうし", "year": "同じ年度どうし"}
MOST_CHANGES = 500
"""The most changes of one pack's table."""
MOST_PLACED = 250
"""The most changes whose places on both pages are packed, with their pictures."""
NOTHING = "（なし）"
NOTES: dict[str, str] = {
    "converted": "単位を換算",
    "other_units": "単位が異なるため差は出していない",
    "no_unit": "単位の記載なし",
    "like_label": "名前の近い行どうし",
    "by_order": "同じ名前の行を並び順で対応",
}
"""What must be known of two figures, by their notes; what stands on one side alone says so itself."""


def ask_comparison(application: Application, request: Request) -> Outcome:
    """What changed between a request's two documents now. Raises TenkyoError where one of them is gone."""
    told = dict(request.parameters)
    documents = [application.index.document(told.get(side, "")) for side in (BEFORE, AFTER)]
    before, after = documents
    if before is None or after is None:
        raise TenkyoError(
            "a document of this comparison is not in the library any more",
            "比較した文書が、いまの文書庫にありません。",
        )
    years = application.years
    item = years.item(before, after, told[ITEM]) if told.get(ITEM) else None
    basis: Basis = "year" if told.get(BASIS) == "year" else "role"
    return comparison_outcome(application.index, years.compare(before, after, item, basis))


def comparison_request(comparison: Comparison) -> Request:
    """The request that a comparison is made again by."""
    item: Item | None = comparison.item
    parameters = {
        BEFORE: comparison.before.id,
        AFTER: comparison.after.id,
        ITEM: item.key if item else "",
        BASIS: comparison.basis,
    }
    counts = comparison.counts
    changed = (
        f"文の変更 {counts.texts}、数値の変更 {counts.figures}、追加 {counts.added}、削除 {counts.removed}"
    )
    total = sum(1 for _ in _changed(comparison))
    told = (
        f"変更{total:,}件のうち初めの{MOST_CHANGES:,}件。項目を選ぶと絞り込めます"
        if total > MOST_CHANGES
        else ""
    )
    return Request(
        "comparison",
        f"{comparison.before.title} → {comparison.after.title}",
        top_k=MOST_CHANGES,
        parameters=tuple((name, value) for name, value in parameters.items() if value),
        shown=(
            ("比較した項目", " › ".join(item.label) if item else "文書全体"),
            ("年度のそろえ方", BASES[comparison.basis]),
            ("変わった数", changed),
            ("記載の範囲", told),
        ),
    )


def comparison_outcome(index: Index, comparison: Comparison) -> Outcome:
    """A row for each change, and for the first of them both places with what stands there."""
    found: list[Found] = []
    rows: list[ComparedRow] = []
    for section, change in _changed(comparison):
        if len(rows) == MOST_CHANGES:
            break
        places: tuple[int, ...] = ()
        if len(rows) < MOST_PLACED:
            own = list(_found(index, comparison, section, change, len(found)))
            found += own
            places = tuple(one.number for one in own)
        rows.append(ComparedRow((_trail(section, change), *_sides(change), _difference(change)), places))
    columns = (
        "項目",
        _side_name(comparison.before, comparison.before_year, "前"),
        _side_name(comparison.after, comparison.after_year, "後"),
        "増減・違い",
    )
    return Outcome(tuple(found), table=ComparedTable(columns, tuple(rows)) if rows else None)


def _changed(comparison: Comparison) -> Iterator[tuple[SectionComparison, Change]]:
    for section in comparison.sections:
        for change in section.changes:
            if change.changed and not (isinstance(change, FigureChange) and change.aside):
                yield section, change


def _trail(section: SectionComparison, change: Change) -> str:
    headings = section.after or section.before
    labels = change.label if isinstance(change, TextChange) else change.labels
    return " › ".join([*headings[-2:], *labels])


def _sides(change: Change) -> tuple[str, str]:
    """What stands on both sides, word for word."""
    if isinstance(change, TextChange):
        return change.before or NOTHING, change.after or NOTHING
    if isinstance(change, FigureChange):
        return _figure(change.before), _figure(change.after)
    told = "\n".join(f"{head}：{text}" if head else text for head, text in change.cells) or "、".join(
        change.labels
    )
    return (told, NOTHING) if change.side == "before" else (NOTHING, told)


def _figure(figure: Figure | None) -> str:
    return figure.printed if figure is not None and figure.text else NOTHING


def _difference(change: Change) -> str:
    before, after = _sides(change)
    told = "追加" if before == NOTHING else "削除" if after == NOTHING else "変更"
    if not isinstance(change, FigureChange):
        return told
    if change.difference is not None:
        rate = "" if change.rate is None else f"（{change.rate * 100:+.1f}％）"
        told = f"{change.difference:+,f}{change.unit or ''}{rate}"
    return "\n".join([told, *(NOTES[note] for note in change.notes if note in NOTES)])


def _found(
    index: Index, comparison: Comparison, section: SectionComparison, change: Change, count: int
) -> Iterator[Found]:
    """Both places of a change as passages of their own: what is boxed on the page is their text."""
    sides = (
        (comparison.before, section.before, "前", _place(change, "before")),
        (comparison.after, section.after, "後", _place(change, "after")),
    )
    for document, headings, side, place in sides:
        if place is None or not place.box:
            continue
        count += 1
        yield Found(
            count,
            _passage(index, document, headings, place),
            document,
            remarks=((SIDE, side), ("項目", _trail(section, change))),
        )


def _place(change: Change, side: str) -> Place | None:
    if isinstance(change, TextChange):
        return change.before_place if side == "before" else change.after_place
    if isinstance(change, RowOnly):
        return change.place if change.side == side else None
    figure = change.before if side == "before" else change.after
    return figure.place if figure else None


def _passage(index: Index, document: Document, headings: tuple[str, ...], place: Place) -> Passage:
    text = "\n".join(index.texts(document.id, place.box))
    pages = sorted({span.page for span in place.box})
    labels = (page.label for number in pages if (page := index.page(document.id, number)))
    return Passage("", document.id, headings, text, place.box, tuple(label for label in labels if label))


def _side_name(document: Document, year: int | None, side: str) -> str:
    return f"{side}（{year_words(year)}）" if year is not None else f"{side}（{document.title}）"
