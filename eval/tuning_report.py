"""What fitting weights found in; a table and a word of advice for people, JSON for programs out."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from eval.measures import Estimate
from eval.significance import LEVEL
from index.ranking.weights import FEATURES, RankingWeights


@dataclass(frozen=True, slots=True)
class Change:
    """A measure under the weights in force and, cross-validated, under fitted ones.

    `difference` is after less before, `p` the p-value of the paired randomisation test.
    """

    measure: str
    before: Estimate
    after: Estimate
    difference: Estimate
    p: float


@dataclass(frozen=True, slots=True)
class Fold:
    """The weights fitted without the questions of one fold, and how many these are."""

    questions: int
    weights: RankingWeights


@dataclass(frozen=True, slots=True)
class TuningReport:
    """Everything that fitting found; the first of `changes` is of the measure that was maximised.

    `unanswerable` and `foreign` questions were left out. `unreachable` are those with nothing right among the
    first `reach` passages. `own` tells whether the weights in force are the library's own.
    """

    target: str
    questions: int
    unanswerable: int
    foreign: int
    unreachable: int
    reach: int
    now: RankingWeights
    own: bool
    fitted: RankingWeights
    folds: tuple[Fold, ...]
    changes: tuple[Change, ...]
    errors: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()

    @property
    def fitted_on(self) -> int:
        """How many questions the weights were fitted to."""
        return self.questions - self.unanswerable - self.foreign

    @property
    def moves(self) -> bool:
        """Whether the fitted weights are others than those in force."""
        return self.fitted != self.now

    @property
    def pays(self) -> bool:
        """Whether fitted weights rank questions better that they were not fitted to."""
        return self.moves and self.changes[0].difference.mean > 0

    @property
    def advice(self) -> str:
        """Whether applying pays, in one sentence."""
        gain = self.changes[0]
        told = f"{gain.measure} {gain.difference.mean:+.3f}, p {gain.p:.3f}"
        if not self.moves:
            return "Nothing to apply: these questions give no reason to change the weights."
        if not self.pays:
            return f"Applying does not pay: on questions left out of the fit there is no gain ({told})."
        if gain.p >= LEVEL:
            return f"Applying may pay, but the gain may be chance ({told}); more questions would tell."
        return f"Applying pays: the gain on questions left out of the fit is hardly chance ({told})."

    def as_text(self) -> str:
        """The table before and after, the weights, and the advice."""
        return "\n\n".join(block for block in (self._counts(), self._table(), self._weights()) if block)

    def _counts(self) -> str:
        lines = [
            f"{self.target}: weights fitted to {self.fitted_on} of {self.questions} questions",
            f"left out: {self.unanswerable} without an answer, "
            f"{self.foreign} in a Latin language, whose weights are fixed",
            f"out of reach: {self.unreachable} questions have nothing right among their first {self.reach} "
            "passages, the only ones that weights were tried on",
            *(f"not in the library, counted as nothing found: {name}" for name in self.missing),
            *(f"not searchable, counted as nothing found: {error}" for error in self.errors),
        ]
        return "\n".join(lines)

    def _table(self) -> str:
        head = f"{'':10}{'before':>19}{'after':>21}{'difference':>25}{'p':>9}"
        rows = [
            f"{change.measure:10}{_interval(change.before):>19}{_interval(change.after):>21}"
            f"{_signed_interval(change.difference):>25}{change.p:9.4f}"
            for change in self.changes
        ]
        below = f"after: each question by weights fitted without its fold ({len(self.folds)} folds)"
        return "\n".join((head, *rows, below))

    def _weights(self) -> str:
        whose = "the library's own" if self.own else "the program's own"
        lines = [
            f"weights now     {self.now} ({whose})",
            f"weights fitted  {self.fitted}",
            f"in the folds    {_ranges(self.folds)}",
            "",
            self.advice,
        ]
        return "\n".join(lines)

    def as_json(self) -> dict[str, Any]:
        """The same in JSON's types; weights add up to 1, every interval is mean, low, high."""
        return {
            "target": self.target,
            "questions": self.questions,
            "unanswerable": self.unanswerable,
            "foreign": self.foreign,
            "fitted_on": self.fitted_on,
            "unreachable": self.unreachable,
            "reach": self.reach,
            "changes": [asdict(change) for change in self.changes],
            "now": self.now.by_name,
            "own": self.own,
            "fitted": self.fitted.by_name,
            "folds": [{"questions": fold.questions, "weights": fold.weights.by_name} for fold in self.folds],
            "moves": self.moves,
            "pays": self.pays,
            "advice": self.advice,
            "errors": list(self.errors),
            "missing": list(self.missing),
        }


def _ranges(folds: Sequence[Fold]) -> str:
    """The least and the most that each feature weighs in any fold."""
    weighed = [fold.weights.by_name for fold in folds]
    return ", ".join(
        f"{name} {min(one[name] for one in weighed):.2f}-{max(one[name] for one in weighed):.2f}"
        for name in FEATURES
    )


def _interval(estimate: Estimate) -> str:
    return f"{estimate.mean:.3f} [{estimate.low:.2f} {estimate.high:.2f}]"


def _signed_interval(estimate: Estimate) -> str:
    return f"{estimate.mean:+.3f} [{estimate.low:+.3f} {estimate.high:+.3f}]"
