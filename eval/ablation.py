"""Judged sets in, what each way of cutting Japanese is worth to BM25 out: `python -m eval.ablation TARGET...`

A target is a BEIR folder or QUESTIONS.jsonl=LIBRARY, LIBRARY being the data folder they are about.
A tokenizer's speed is told as a multiple of that of the project's own lemmas in the same run.
"""

import sys
from collections.abc import Sequence

from eval.ablation_report import SetResult, as_markdown, pool
from eval.ablation_search import Ablation
from eval.ablation_sets import JudgedSet, read_set
from eval.ablation_variants import OURS, VARIANTS, Variant
from eval.running import run_searchers


def main(targets: Sequence[str]) -> None:
    """Measure all variants on each set, and on all together, and print Markdown.

    Raises ValueError for a target that is none.
    """
    if not targets:
        raise SystemExit("name at least one BEIR folder or QUESTIONS.jsonl=LIBRARY")
    sets = [read_set(target) for target in targets]
    results = [measure(judged, VARIANTS) for judged in sets]
    print(as_markdown(results if len(results) == 1 else [*results, pool(results)]), end="")


def measure(judged: JudgedSet, comparisons: dict[str, tuple[Variant, ...]]) -> SetResult:
    """All comparisons on one set; what it is at goes to stderr."""
    ablation = Ablation(judged.passages)
    tables = {}
    for name, variants in comparisons.items():
        print(f"{judged.name}: {name}", file=sys.stderr)
        ways = {variant.name: ablation.searcher(variant) for variant in variants}
        tables[name] = {run.name: run.scores for run in run_searchers(judged.queries, ways)}
    cuttings = ablation.cuttings(_tokenizers(comparisons))
    return SetResult(judged.name, len(judged.passages), tables, cuttings)


def _tokenizers(comparisons: dict[str, tuple[Variant, ...]]) -> list[str]:
    """Every tokenizer that is compared, the project's own first."""
    used = [field.tokenizer for field in OURS.fields]
    used += [field.tokenizer for table in comparisons.values() for one in table for field in one.fields]
    return list(dict.fromkeys(used))


if __name__ == "__main__":
    main(sys.argv[1:])
