"""Judged questions and libraries in, the weights by which cells and fields fit a question out:
`python -m eval.fact_fitting LIBRARY QUESTIONS [LIBRARY QUESTIONS ...]`.

The loss is that of eval.answer_fitting, over all facts that stand in the passages found. Each weight stays
near to the present one and keeps its sign: a few hundred questions do not turn round what is known of tables.
"""

import sys
from collections.abc import Iterator, Sequence
from functools import partial

import numpy as np
from scipy.optimize import minimize

from eval.answer_examples import TOP_K, Example, find_right
from eval.answer_fitting import Values, loss_of_one, read_examples, report
from eval.questions import Question
from index.types import Index
from qa.answering import look_into
from qa.candidates.fact_features import FEATURES, measure_facts
from qa.candidates.fact_words import said
from qa.candidates.fitting import WEIGHTS
from qa.candidates.tables import told_facts

STRENGTH = 30.0
"""What a change of a weight by one costs, in the loss of so many questions."""

SHARPNESS = 6.0
"""A fit that is greater by 1 is e to this times as likely to be that of what answers."""


def gather_facts(collection: str, questions: Sequence[Question], index: Index) -> Iterator[Example]:
    """The questions that a fact answers, with all facts of their passages."""
    for question in questions:
        if not question.answerable or not question.answers:
            continue
        found = look_into(question.query, index.search(question.query, TOP_K), index)
        facts = [fact for told in told_facts(found.evidence, index) for fact in told]
        told = [(at, candidate) for at, fact in enumerate(facts) if (candidate := said(fact, frozenset()))]
        right = np.zeros(len(facts), dtype=np.bool_)
        for (at, _), is_it in zip(
            told, find_right(question, [candidate for _, candidate in told]), strict=True
        ):
            right[at] = is_it
        if right.any():
            features = np.array(measure_facts(found.asked, facts, found.near)).reshape(-1, len(FEATURES))
            yield Example(collection, features, right)


def fit_facts(examples: Sequence[Example], present: Values) -> Values:
    """The weights of the features, in their order; none of another sign than at present."""

    def loss(weights: Values) -> tuple[float, Values]:
        change = weights - present
        total, slope = STRENGTH * change @ change, 2 * STRENGTH * change
        for one in examples:
            told, its_slope = loss_of_one(one.features, one.right, SHARPNESS * weights)
            total, slope = total + told, slope + SHARPNESS * its_slope
        return float(total), slope

    bounds = [(0.0, None) if weight >= 0 else (None, 0.0) for weight in present]
    found = minimize(loss, present, jac=True, method="L-BFGS-B", bounds=bounds)
    weights: Values = found.x
    return weights


def main(arguments: Sequence[str]) -> None:
    """Fit and print the weights."""
    present = np.array([WEIGHTS[name] for name in FEATURES])
    examples = read_examples(arguments, gather_facts)
    print("\n".join(report(examples, FEATURES, present, partial(fit_facts, present=present))))


if __name__ == "__main__":
    main(sys.argv[1:])
