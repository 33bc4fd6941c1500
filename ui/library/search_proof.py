"""What was proven of the search in a library in, the app's words for it out."""

from collections.abc import Sequence

from index.types import DocumentProof, ProofStatus, Unfound
from ui.places import page_ranges
from ui.words import words

SHOWN = 60
"""Characters of a sentence that are shown."""


def proof_words(proof: ProofStatus) -> str:
    """In how many of the documents search was proven; empty in an empty library."""
    whole = proof.proven + len(proof.failing) + proof.unproven
    if not whole:
        return ""
    form = words().library.proof_all if proof.proven == whole else words().library.proof_some
    told = form.format(proven=proof.proven, whole=whole)
    unproven = words().library.proof_unproven.format(count=proof.unproven) if proof.unproven else ""
    return f"{told}{unproven}"


def proof_rows(failing: Sequence[DocumentProof]) -> list[tuple[str, str]]:
    """One row for each document, with all that search does not find of it."""
    return [(each.path, "。".join(_failures(each))) for each in failing]


def _failures(proof: DocumentProof) -> list[str]:
    by_kind: dict[str, list[Unfound]] = {}
    for each in proof.unfound:
        by_kind.setdefault(each.what, []).append(each)
    pages = [str(each.page) for each in by_kind.get("page", ()) if each.page is not None]
    told = [
        words().library.proof_textless if "text" in by_kind else "",
        words().library.proof_missing.format(count=proof.missing) if proof.missing else "",
        words().library.proof_lost_pages.format(pages=page_ranges(pages)) if pages else "",
        words().library.proof_lost if "page" in by_kind and not pages else "",
        _quoted(words().library.proof_terms, by_kind.get("term", ())),
        _quoted(words().library.proof_sentences, by_kind.get("sentence", ())),
    ]
    return [words for words in told if words]


def _quoted(form: str, unfound: Sequence[Unfound]) -> str:
    quotes = [
        words().places.cite_quote.format(quote=each.text[:SHOWN] + ("…" if len(each.text) > SHOWN else ""))
        + (words().library.proof_at.format(page=each.page) if each.page is not None else "")
        for each in unfound
    ]
    return form.format(quotes="".join(quotes)) if quotes else ""
