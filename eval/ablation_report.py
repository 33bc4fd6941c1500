"""What an ablation measured in, Markdown tables out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from eval.ablation_search import Cutting
from eval.measures import Estimate, QueryScores, estimate_means
from eval.significance import COMPARED, Comparison, compare

BETTER, WORSE = "▲", "▼"
SUMMARISED = COMPARED[0]


@dataclass(frozen=True, slots=True)
class SetResult:
    """What was measured on one set: by comparison, each variant's scores, the project's own way first; and
    what each tokenizer made of the passages."""

    name: str
    passages: int
    tables: dict[str, dict[str, QueryScores]]
    cuttings: tuple[Cutting, ...] = ()

    @property
    def queries(self) -> int:
        """How many queries were judged."""
        return len(next(iter(next(iter(self.tables.values())).values())).query_ids)


@dataclass(frozen=True, slots=True)
class VariantResult:
    """A variant's measures, in the order of `COMPARED`, and how it compares with the first variant in each;
    nothing for the first itself."""

    name: str
    means: tuple[Estimate, ...]
    comparisons: tuple[Comparison, ...]


def pool(results: Sequence[SetResult]) -> SetResult:
    """All sets as one, each query counting alike: small sets tell little alone."""
    tables = {
        table: {name: _concatenated([one.tables[table][name] for one in results]) for name in variants}
        for table, variants in results[0].tables.items()
    }
    return SetResult("together", sum(one.passages for one in results), tables)


def compare_variants(variants: dict[str, QueryScores]) -> tuple[VariantResult, ...]:
    """Variants scored on the same queries, each compared with the first."""
    (first, scores), *others = variants.items()
    comparisons = compare(first, scores, others)
    return tuple(
        VariantResult(name, _means(scores), tuple(one for one in comparisons if one.other == name))
        for name, scores in variants.items()
    )


def as_markdown(results: Sequence[SetResult]) -> str:
    """The comparisons over all sets in one measure; then each set with all measures and its tokens."""
    compared = [
        {name: compare_variants(variants) for name, variants in result.tables.items()} for result in results
    ]
    heads = [f"{result.name} ({result.queries:,})" for result in results]
    blocks = [
        f"{BETTER} better, {WORSE} worse than the first line by the paired randomisation test, p < .05 after "
        "Holm's correction over the lines of a table. Intervals hold 95%."
    ]
    for name in results[0].tables:
        blocks += [f"## {name}: {SUMMARISED}", _summary(name, heads, [tables[name] for tables in compared])]
    for result, tables in zip(results, compared, strict=True):
        blocks.append(f"## {result.name}: {result.queries:,} queries, {result.passages:,} passages")
        blocks += [_cuttings(result.cuttings)] if result.cuttings else []
        blocks += [_variants(name, variants) for name, variants in tables.items()]
    return "\n\n".join(blocks) + "\n"


def _concatenated(parts: Sequence[QueryScores]) -> QueryScores:
    ids = tuple(f"{number} {query_id}" for number, one in enumerate(parts) for query_id in one.query_ids)
    return QueryScores(ids, parts[0].measures, np.concatenate([one.values for one in parts]))


def _means(scores: QueryScores) -> tuple[Estimate, ...]:
    columns = [scores.measures.index(measure) for measure in COMPARED]
    return estimate_means(scores.values[:, columns])


def _summary(table: str, heads: Sequence[str], sets: Sequence[Sequence[VariantResult]]) -> str:
    rows = [[variants[0].name, *(_cell(one, 0) for one in variants)] for variants in zip(*sets, strict=True)]
    return _table([table, *heads], rows)


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


def _cuttings(cuttings: Sequence[Cutting]) -> str:
    rows = [
        [
            one.tokenizer,
            f"{one.tokens / one.characters:.2f}",
            f"{one.vocabulary:,}",
            f"{one.postings:,}",
            f"{one.characters_a_second / cuttings[0].characters_a_second:.2f}",
        ]
        for one in cuttings
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
