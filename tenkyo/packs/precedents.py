"""Findings near to a draft in, what a pack shows of them out; and a draft asked again."""

from collections.abc import Callable, Iterable

from qa.precedents.types import Aspect, Comparison, DraftScope, Precedent, Precedents
from tenkyo.application import Application
from tenkyo.packs.citing import year_words
from tenkyo.packs.types import ComparedRow, ComparedTable, Found, Outcome, Request

ISSUER, FISCAL_YEAR = "issuer", "fiscal_year"
"""The parameters of a request that tell whose finding the draft is to be."""
ASPECTS: dict[Aspect, str] = {
    "cause": "原因",
    "law": "法令・規程",
    "amount": "金額・数量",
    "recommendation": "求める措置",
    "term": "用語",
}
COLUMNS = ("指摘事項・意見", "団体・年度", "共通する点", "案だけにある点", "この指摘だけにある点")
SEPARATOR = " ／ "
MOST_SAID = 5
"""How many words or sentences of one aspect are told."""
MOST_PASSAGES = 3
"""How many passages of one finding are packed."""


def ask_precedents(application: Application, request: Request) -> Outcome:
    """The findings near to a request's draft now. Raises ValueError for a draft that cannot be compared."""
    told = dict(request.parameters)
    year = told.get(FISCAL_YEAR, "")
    scope = DraftScope(told.get(ISSUER) or None, int(year) if year.isdecimal() else None)
    return precedents_outcome(application.findings.precedents(request.text, scope, request.top_k))


def precedents_request(draft: str, scope: DraftScope, top_k: int) -> Request:
    """The request that a draft is asked again by."""
    year = scope.fiscal_year
    parameters = {ISSUER: scope.issuer or "", FISCAL_YEAR: "" if year is None else str(year)}
    shown = [("案の団体", scope.issuer or ""), ("案の年度", "" if year is None else year_words(year))]
    return Request(
        "precedents",
        draft,
        top_k=top_k,
        parameters=tuple((name, value) for name, value in parameters.items() if value),
        shown=tuple((name, value) for name, value in shown if value),
    )


def precedents_outcome(precedents: Precedents) -> Outcome:
    """The passages of the near findings, numbered on, and a row for each finding: what it shares with the
    draft and where they differ."""
    found: list[Found] = []
    rows: list[ComparedRow] = []
    for precedent in precedents.near:
        own = _found(precedent, len(found))
        found += own
        rows.append(_row(precedent, tuple(one.number for one in own)))
    return Outcome(tuple(found), table=ComparedTable(COLUMNS, tuple(rows)) if rows else None)


def _found(precedent: Precedent, before: int) -> list[Found]:
    quotes = {
        each.quote.passage.id: each.quote.text
        for each in (
            *precedent.comparison("recommendation").precedent_shared,
            *precedent.comparison("cause").precedent_shared,
        )
    }
    return [
        Found(
            number,
            passage,
            precedent.record.document,
            precedent.rank,
            precedent.score,
            quotes.get(passage.id),
            remarks=(("指摘事項・意見", _name(precedent)),),
        )
        for number, passage in enumerate(precedent.passages[:MOST_PASSAGES], before + 1)
    ]


def _row(precedent: Precedent, places: tuple[int, ...]) -> ComparedRow:
    document = precedent.record.document
    office = f"{document.issuer or '団体不明'}\n{year_words(document.fiscal_year)}"
    return ComparedRow(
        (
            _name(precedent),
            office,
            _said(precedent, lambda each: (one.mention.text for one in each.precedent_shared)),
            _said(precedent, lambda each: (one.text for one in each.only_draft)),
            _said(precedent, lambda each: (one.mention.text for one in each.only_precedent)),
        ),
        places,
    )


def _said(precedent: Precedent, of: Callable[[Comparison], Iterable[str]]) -> str:
    """What is said of each aspect, a line each; aspects of which nothing is said have none."""
    lines = []
    for comparison in precedent.comparisons:
        texts = list(dict.fromkeys(of(comparison)))[:MOST_SAID]
        if texts:
            lines.append(f"{ASPECTS[comparison.aspect]}：{SEPARATOR.join(texts)}")
    return "\n".join(lines)


def _name(precedent: Precedent) -> str:
    finding = precedent.record.finding
    return " ".join(part for part in (f"{finding.kind}{finding.number}", finding.title) if part)
