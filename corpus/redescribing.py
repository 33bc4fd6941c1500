"""A split document and what is stated of it elsewhere in, the document described so out."""

from collections.abc import Sequence
from dataclasses import replace

from corpus.describing import describe
from corpus.splitting import split_document
from corpus.types import Document, Evidence, SplitDocument


def describe_again(
    split: SplitDocument, relative_path: str, stated: Sequence[tuple[str, str | int]] = (), source: str = ""
) -> SplitDocument:
    """The document as its name now and its text tell it, and before both what is `stated`.

    `stated` are fields of Document (title, kind, issuer, fiscal_year) with their values, `source` where they
    are stated. What stands in the document is found again where its kind is another one.
    """
    parsed = split.parsed
    before = parsed.document
    told = describe(before.id, relative_path, parsed.pages, before.page_count, parsed.property_title)
    document = _stated_document(told.document, stated)
    fields = {field for field, _ in stated}
    evidence = tuple(each for each in told.evidence if each.field not in fields)
    evidence += tuple(Evidence(field, source, str(value)) for field, value in stated)
    described = replace(parsed, document=document, evidence=evidence)
    return split_document(described) if document.kind != before.kind else replace(split, parsed=described)


def _stated_document(document: Document, stated: Sequence[tuple[str, str | int]]) -> Document:
    values = dict(stated)
    title, kind, issuer = (values.get(field) for field in ("title", "kind", "issuer"))
    year = values.get("fiscal_year")
    return replace(
        document,
        title=str(title) if title is not None else document.title,
        kind=str(kind) if kind is not None else document.kind,
        issuer=str(issuer) if issuer is not None else document.issuer,
        fiscal_year=int(year) if year is not None else document.fiscal_year,
    )
