"""What each feature of a passage counts for in its score."""

import json
import math
from dataclasses import asdict, dataclass, fields

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class RankingWeights:
    """The weights of a passage's features, none below 0; their sum is shared out, so only ratios count.

    `lexical` and `dense` are of the scores of the two legs, each as a share of the best one found; `coverage`
    is of how much of what the query asks for stands in the passage at all, `year` of whether it names a year
    that the query names.

    Raises ValueError for a weight that is none.
    """

    lexical: float = 0.25
    dense: float = 0.65
    coverage: float = 0.1
    year: float = 0.05

    def __post_init__(self) -> None:
        for name, weight in asdict(self).items():
            if not (math.isfinite(weight) and weight >= 0):
                raise ValueError(f"the ranking weight {name} is {weight}; it must be 0 or more")
        if not any(asdict(self).values()):
            raise ValueError("all ranking weights are 0")

    @property
    def shares(self) -> NDArray[np.float64]:
        """The weights in the order of FEATURES, so scaled that they add up to 1."""
        given = np.array([getattr(self, name) for name in FEATURES])
        shares: NDArray[np.float64] = given / given.sum()
        return shares

    @property
    def by_name(self) -> dict[str, float]:
        """The shares by the names of the features."""
        return {name: round(share, 4) for name, share in zip(FEATURES, self.shares.tolist(), strict=True)}

    def __str__(self) -> str:
        """The shares in words."""
        return ", ".join(f"{name} {share:.2f}" for name, share in self.by_name.items())

    def as_json(self) -> str:
        """The weights as text, for `from_json`."""
        return json.dumps(asdict(self))

    @classmethod
    def from_json(cls, text: str) -> "RankingWeights":
        """The weights of such a text. Raises ValueError where it is none."""
        told = json.loads(text)
        if not isinstance(told, dict) or set(told) != set(FEATURES):
            raise ValueError(f"ranking weights need {', '.join(FEATURES)}, found {text}")
        return cls(**{name: float(weight) for name, weight in told.items()})


FEATURES = tuple(field.name for field in fields(RankingWeights))

FOREIGN = RankingWeights(lexical=0.1, dense=0.7, coverage=0.2, year=0.05)
"""For queries in a Latin language: they share few words with Japanese text."""
