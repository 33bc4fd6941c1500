"""What a draft and a precedent share and where they differ, as HTML: everything of either escaped."""

from collections.abc import Iterable, Sequence
from html import escape

from qa.precedents.types import (
    ASPECTS,
    Aspect,
    Comparison,
    FindingRecord,
    Mention,
    Precedent,
    QuotedMention,
)
from ui.findings.naming import quote_place
from ui.findings.passage_text import passage_html
from ui.marking import marked
from ui.words import words

MARKED: tuple[Aspect, ...] = ("term", "law", "amount")
"""What is marked in both texts; whole sentences are listed instead."""

MOST_WORDS = 12
"""How many terms, rules or figures are listed in one place."""

MOST_SENTENCES = 4


def draft_marks(precedent: Precedent) -> list[tuple[int, int]]:
    """What of the draft is marked beside this precedent."""
    shared = (precedent.comparison(aspect).draft_shared for aspect in MARKED)
    return [(mention.start, mention.end) for mentions in shared for mention in mentions]


def precedent_marks(precedent: Precedent, passage_id: str) -> list[tuple[int, int]]:
    """What of one of the precedent's passages is marked."""
    shared = (precedent.comparison(aspect).precedent_shared for aspect in MARKED)
    return [
        (said.mention.start, said.mention.end)
        for mentions in shared
        for said in mentions
        if said.quote.passage.id == passage_id
    ]


def side_by_side(precedent: Precedent, draft: str) -> str:
    """Both texts beside each other, what they share marked in both."""
    text = "".join(
        passage_html(passage.text, precedent_marks(precedent, passage.id)) for passage in precedent.passages
    )
    return (
        '<div class="t-beside t-hit">'
        f"<section><h4>{words().findings.your_draft}</h4>"
        f"{passage_html(draft, draft_marks(precedent))}</section>"
        f"<section><h4>{words().findings.precedent}</h4>{text}</section></div>"
        f'<p class="t-note">{words().findings.marks_note}</p>'
    )


def summary(precedent: Precedent) -> str:
    """The rarest words that both have, and the kinds of cause, laws and figures: one line."""
    shared = [
        *_distinct(precedent.comparison("law").draft_shared),
        *_kind_names(precedent.comparison("cause").keys),
        *_distinct(precedent.comparison("term").draft_shared),
    ][:MOST_WORDS]
    return words().findings.summary.format(shared=words().findings.separator.join(shared)) if shared else ""


def comparison_table(precedent: Precedent) -> str:
    """One row an aspect: what both have, what the draft alone has, what the precedent alone has."""
    heads = (words().findings.shared, words().findings.only_draft, words().findings.only_precedent)
    rows = "".join(_row(precedent.record, precedent.comparison(aspect), heads) for aspect in ASPECTS)
    cells = "".join(f'<th scope="col">{head}</th>' for head in heads)
    return (
        '<table class="t-compared"><thead><tr>'
        f'<th scope="col">{words().findings.aspect}</th>{cells}</tr></thead><tbody>{rows}</tbody></table>'
    )


def _row(record: FindingRecord, compared: Comparison, heads: Sequence[str]) -> str:
    sentences = compared.aspect in ("cause", "recommendation")
    shared = _shared_sentences(record, compared) if sentences else _shared_words(record, compared)
    own = (_sentences if sentences else _words)(compared.only_draft)
    theirs = (_quotes if sentences else _quoted_words)(record, compared.only_precedent)
    cells = "".join(
        f'<td data-head="{escape(head)}">{cell}</td>'
        if cell
        else f'<td class="t-none">{words().findings.nothing}</td>'
        for head, cell in zip(heads, (shared, own, theirs), strict=True)
    )
    return f'<tr><th scope="row">{words().findings.aspects[compared.aspect]}</th>{cells}</tr>'


def _shared_sentences(record: FindingRecord, compared: Comparison) -> str:
    """The sentences of both sides that tell the same kind of cause or ask for a like thing."""
    if not compared.keys:
        return ""
    return (
        f'<p class="t-kinds">{_shared_keys(compared)}</p>'
        f'<p class="t-side">{words().findings.in_draft}</p>{_sentences(compared.draft_shared)}'
        f'<p class="t-side">{words().findings.in_precedent}</p>{_quotes(record, compared.precedent_shared)}'
    )


def _shared_keys(compared: Comparison) -> str:
    """The kinds of cause that both tell, or the words of which both recommendations speak."""
    if compared.aspect == "cause":
        return _kinds(compared.keys)
    spoken = [key for key in compared.keys if len(key) > 1]
    return marked(words().findings.separator.join(spoken[:MOST_WORDS]))


def _shared_words(record: FindingRecord, compared: Comparison) -> str:
    """Terms of both; rules and figures in the form of each, those of the precedent with their place."""
    if not compared.keys:
        return ""
    if compared.aspect == "term":
        return _words(compared.draft_shared)
    return (
        f'<p class="t-side">{words().findings.in_draft}</p>{_words(compared.draft_shared)}'
        f'<p class="t-side">{words().findings.in_precedent}</p>'
        f"{_quoted_words(record, compared.precedent_shared)}"
    )


def _sentences(mentions: Sequence[Mention]) -> str:
    said = "".join(
        f"<li>{marked(mention.text)}{_tags(mention.keys)}</li>" for mention in mentions[:MOST_SENTENCES]
    )
    return f"<ul>{said}{_more(len(mentions) - MOST_SENTENCES)}</ul>" if said else ""


def _quotes(record: FindingRecord, said: Sequence[QuotedMention]) -> str:
    quoted = "".join(
        f"<li>{marked(each.quote.text)}{_tags(each.mention.keys)}"
        f'<span class="t-place">{marked(quote_place(record, each.quote))}</span></li>'
        for each in said[:MOST_SENTENCES]
    )
    return f"<ul>{quoted}{_more(len(said) - MOST_SENTENCES)}</ul>" if quoted else ""


def _words(mentions: Sequence[Mention]) -> str:
    texts = _distinct(mentions)
    return _joined(texts)


def _quoted_words(record: FindingRecord, said: Sequence[QuotedMention]) -> str:
    """Words of a precedent; those of laws and figures with the pages they stand on."""
    texts = _distinct(each.mention for each in said)
    places = list(dict.fromkeys(quote_place(record, each.quote) for each in said))
    if not texts:
        return ""
    return (
        f'{_joined(texts)}<span class="t-place">{marked(words().findings.separator.join(places[:3]))}</span>'
    )


def _joined(texts: Sequence[str]) -> str:
    if not texts:
        return ""
    shown = words().findings.separator.join(texts[:MOST_WORDS])
    rest = len(texts) - MOST_WORDS
    more = f" {words().findings.more_terms.format(count=rest)}" if rest > 0 else ""
    return f"{marked(shown)}{more}"


def _more(rest: int) -> str:
    return f"<li>{words().findings.more_terms.format(count=rest)}</li>" if rest > 0 else ""


def _distinct(mentions: Iterable[Mention]) -> list[str]:
    """The texts of mentions, each once, white space out."""
    return list(dict.fromkeys("".join(mention.text.split()) for mention in mentions))


def _tags(keys: Sequence[str]) -> str:
    named = _kinds(keys)
    return f'<span class="t-tag">{named}</span>' if named else ""


def _kinds(keys: Sequence[str]) -> str:
    """The names of kinds of causes, or how strongly something is recommended."""
    return words().findings.separator.join(_kind_names(keys))


def _kind_names(keys: Sequence[str]) -> list[str]:
    names: list[tuple[str, str]] = [*words().findings.causes.items(), *words().findings.strengths.items()]
    return [name for key in keys for kind, name in names if kind == key]
