"""What is compared: a variant is one or more fields, whose BM25 scores are added."""

from dataclasses import dataclass, replace
from typing import Literal

from eval.bm25 import K1, B

Part = Literal["all", "title", "headings", "text", "title and headings"]


@dataclass(frozen=True, slots=True)
class Field:
    """Some part of each passage, cut by a tokenizer of `eval.tokenizers`, scored by BM25 times `weight`."""

    tokenizer: str
    part: Part = "all"
    weight: float = 1.0
    k1: float = K1
    b: float = B


@dataclass(frozen=True, slots=True)
class Variant:
    """A name and the fields whose scores are added."""

    name: str
    fields: tuple[Field, ...]


def _cut(*tokenizers: str) -> Variant:
    return Variant(" + ".join(tokenizers), tuple(Field(tokenizer) for tokenizer in tokenizers))


def _weighted(weights: dict[str, float]) -> Variant:
    name = " + ".join(f"{weight:g} {tokenizer}" for tokenizer, weight in weights.items())
    return Variant(name, tuple(Field(tokenizer, weight=weight) for tokenizer, weight in weights.items()))


def _saturated(k1: float, b: float) -> Variant:
    return Variant(f"k1 {k1:g}, b {b:g}", tuple(replace(field, k1=k1, b=b) for field in OURS.fields))


def _parted(name: str, weights: dict[Part, float]) -> Variant:
    fields = tuple(
        replace(field, part=part, weight=weight) for part, weight in weights.items() for field in OURS.fields
    )
    return Variant(name, fields)


OURS = _cut("unidic lemmas", "bigrams")
"""What `index.legs.lexical` does: the others are compared with it."""

VARIANTS: dict[str, tuple[Variant, ...]] = {
    "Tokenizers": (
        OURS,
        *(
            _cut(name)
            for name in (
                "unidic lemmas",
                "unidic lemma pairs",
                "unidic surfaces",
                "ipadic base forms",
                "ipadic surfaces",
                "sudachi A",
                "sudachi A surfaces",
                "sudachi C",
                "sudachi C surfaces",
                "characters",
                "bigrams",
                "trigrams",
                "plain words",
            )
        ),
        _cut("ipadic base forms", "bigrams"),
        _cut("sudachi A", "bigrams"),
        _cut("sudachi C", "bigrams"),
        _cut("sudachi A", "sudachi C"),
        _cut("sudachi A", "sudachi C", "bigrams"),
        _cut("unidic lemmas", "sudachi C", "bigrams"),
        _cut("unidic lemmas", "trigrams"),
        _cut("unidic lemmas", "bigrams", "trigrams"),
    ),
    "Weights": (
        OURS,
        *(
            _weighted({"unidic lemmas": lemmas, "bigrams": bigrams})
            for lemmas, bigrams in ((1.0, 0.25), (1.0, 0.5), (0.5, 1.0), (0.25, 1.0))
        ),
        *(
            _weighted({"unidic lemmas": 1.0, compounds: 0.5, "bigrams": bigrams})
            for compounds in ("unidic lemma pairs", "sudachi C", "ipadic base forms")
            for bigrams in (0.25, 0.5, 1.0)
        ),
        _weighted({"unidic lemmas": 1.0, "unidic lemma pairs": 0.5}),
        _weighted({"ipadic base forms": 1.0, "bigrams": 0.5}),
        _weighted({"sudachi A": 1.0, "bigrams": 0.5}),
    ),
    "BM25's k1 and b": (
        OURS,
        *(_saturated(k1, b) for k1 in (0.9, 1.2, 1.5, 2.0) for b in (0.3, 0.5, 0.75) if (k1, b) != (K1, B)),
    ),
    "Title and headings": (
        OURS,
        _parted("text alone", {"text": 1.0}),
        _parted("text and, apart, title and headings", {"text": 1.0, "title and headings": 1.0}),
        _parted("the same, title and headings by half", {"text": 1.0, "title and headings": 0.5}),
        _parted("title, headings, text apart", {"text": 1.0, "title": 1.0, "headings": 1.0}),
        _parted("the same, title by half", {"text": 1.0, "title": 0.5, "headings": 1.0}),
        _parted("the same, both by half", {"text": 1.0, "title": 0.5, "headings": 0.5}),
        _parted("the same, both by a quarter", {"text": 1.0, "title": 0.25, "headings": 0.25}),
        _parted(
            "all together, and title and headings again by half", {"all": 1.0, "title and headings": 0.5}
        ),
    ),
}
"""Every comparison by its name; the project's own way stands first in each."""
