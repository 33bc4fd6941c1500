"""Judged answers in, tables of text for reading out."""

from eval.answers import AnswerSummary, Share
from eval.answers.spans import SpanSummary
from eval.answers.summary import BY_KIND
from eval.reporting import words
from eval.reporting.cells import Cell, Table


def answer_table(answers: AnswerSummary) -> Table:
    """How many answers, citations and refusals are right; their length; how far confidence can be trusted."""
    rows = [
        (Cell(words.ANSWERS[name]), *share_cells(share)) for name, share in answers.groups[0].shares.items()
    ]
    if answers.median_length is not None:
        rows.append(_single("回答の長さの中央値", f"{answers.median_length:.0f}字"))
    if answers.calibration:
        rows.append(_single("回答率ごとの正答率の平均（曲線の下の面積）", f"{answers.calibration.area:.3f}"))
        rows.append(_single("確信度と正答率の差（期待較正誤差）", f"{answers.calibration.error:.3f}"))
    return Table("回答", ("指標", "割合", "件数"), tuple(rows))


def answer_kind_table(answers: AnswerSummary) -> Table:
    """The same by kind of question; of one kind, one line."""
    rows = tuple(
        (
            Cell(words.kind_words(group.kind)),
            Cell(f"{group.questions:,}"),
            *(_share_cell(group.shares[name]) for name in BY_KIND),
        )
        for group in (answers.groups[1:] or answers.groups)
    )
    return Table("種別ごとの回答", ("種別", "質問数", *words.BY_KIND.values()), rows)


def span_table(spans: SpanSummary) -> Table:
    """How often answers hold a right span, a column a way of asking."""
    ways = {way: spans.shares(way) for way in spans.ways}
    names = next(iter(ways.values()))
    rows = [
        (Cell(words.SPANS[name]), *(_share_cell(shares[name], counts=True) for shares in ways.values()))
        for name in names
    ]
    rows.append(
        (Cell("回答の長さの中央値"), *(Cell(f"{spans.median_length(way):.0f}字") for way in spans.ways))
    )
    return Table("段落から抜き出す回答", ("指標", *(words.WAYS[way] for way in ways)), tuple(rows))


def share_cells(share: Share) -> tuple[Cell, Cell]:
    """A share with its interval, and its counts."""
    return _share_cell(share), Cell(f"{share.count:,} / {share.of:,}")


def _share_cell(share: Share, *, counts: bool = False) -> Cell:
    if share.value is None:
        return Cell("―")
    small = f"{share.low:.3f}–{share.high:.3f}" if share.low is not None else ""
    if counts:
        small = f"{small}、{share.count:,} / {share.of:,}"
    return Cell(f"{share.value:.3f}", small, share=share.value)


def _single(name: str, text: str) -> tuple[Cell, Cell, Cell]:
    return Cell(name), Cell(text), Cell("")
