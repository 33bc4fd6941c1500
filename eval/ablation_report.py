"""What an ablation measured in, Markdown tables out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from eval.ablation_search import Cutting
from eval.measures import Estimate, QueryScores, estimate_means
from eval.running import Run
from eval.significance import COMPARED, Comparison, compare

BETTER, WORSE = "▲", "▼"
SUMMARISED = COMPARED[0]


@dataclass(frozen=True, slots=True)
class VariantResult:
    """A variant's measures, in the order of `COMPARED`, and how it compares with the first variant in each;
    nothing for the first itself."""

    name: str
    means: tuple[Estimate, ...]
    comparisons: tuple[Comparison, ...]


@dataclass(frozen=True, slots=True)
class SetResult:
    """What was measured on one set: the variants of each comparison, and what each tokenizer made of it."""

    name: str
    queries: int
    passages: int
    tables: dict[str, tuple[VariantResult, ...]]
    cuttings: tuple[Cutting, ...]


def compare_runs(runs: Sequence[Run]) -> tuple[VariantResult, ...]:
    """Runs over the same queries, each compared with the first."""
    first, *others = runs
    comparisons = compare(first.name, first.scores, [(run.name, run.scores) for run in others])
    return tuple(
        VariantResult(
            run.name, _means(run.scores), tuple(one for one in comparisons if one.other == run.name)
        )
        for run in runs
    )


def as_markdown(results: Sequence[SetResult]) -> str:
    """The comparisons over all sets in one measure; then each set with all measures and its tokens."""
    tables = results[0].tables if results else ()
    blocks = [
        f"{BETTER} better, {WORSE} worse than the first line by the paired randomisation test, p < .05 after "
        "Holm's correction over the lines of a table. Intervals hold 95%.",
        *(block for name in tables for block in (f"## {name}: {SUMMARISED}", _summary(name, results))),
    ]
    for result in results:
        blocks += [
            f"## {result.name}: {result.queries:,} queries, {result.passages:,} passages",
            _cuttings(result),
        ]
        blocks += [_variants(name, variants) for name, variants in result.tables.items()]
    return "\n\n".join(blocks) + "\n"


def _means(scores: QueryScores) -> tuple[Estimate, ...]:
    columns = [scores.measures.index(measure) for measure in COMPARED]
    return estimate_means(scores.values[:, columns])


def _summary(table: str, results: Sequence[SetResult]) -> str:
    names = [variant.name for variant in results[0].tables[table]]
    rows = [
        [name, *(_cell(result.tables[table][place], 0) for result in results)]
        for place, name in enumerate(names)
    ]
    return _table([table, *(result.name for result in results)], rows)


def _variants(table: str, variants: Sequence[VariantResult]) -> str:
    rows = []
    for variant in variants:
        cells = [
            f"{_cell(variant, column)} [{_short(mean.low)} {_short(mean.high)}]"
            for column, mean in enumerate(variant.means)
        ]
        chances = [one for one in variant.comparisons if one.measure == SUMMARISED]
        rows.append([variant.name, *cells, _p(chances[0].p) if chances else ""])
    return _table([table, *COMPARED, "p (nDCG@10, one test)"], rows)


def _cuttings(result: SetResult) -> str:
    rows = [
        [
            one.tokenizer,
            f"{one.tokens / one.characters:.2f}",
            f"{one.vocabulary:,}",
            f"{one.postings:,}",
            f"{one.characters_a_second / result.cuttings[0].characters_a_second:.2f}",
        ]
        for one in result.cuttings
    ]
    return _table(["tokenizer", "tokens a character", "different tokens", "postings", "speed"], rows)


def _cell(variant: VariantResult, column: int) -> str:
    """The mean of a measure, marked where it differs from the first variant's."""
    of_measure = [one for one in variant.comparisons if one.measure == COMPARED[column]]
    mark = "".join(
        BETTER if one.difference.mean < 0 else WORSE for one in of_measure if one.significant
    )  # a comparison's difference is the first variant's score less this one's
    return f"{_short(variant.means[column].mean)}{mark}"


def _short(value: float) -> str:
    """A share with three decimals, as .928."""
    return f"{value:.3f}".removeprefix("0")


def _p(value: float) -> str:
    return "<.001" if value < 0.001 else _short(value)


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
