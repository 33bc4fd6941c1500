"""An extractive answer in, a language model's over the same passages out, or the same with a note."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from corpus.sentences import ENDS
from qa.types import Answer, AnswerNote, AnswerPart, Citation, NoteKind
from qa.writing.language_model.claims import read_claim
from qa.writing.language_model.prompting import NOTHING, given_passages, write_messages
from qa.writing.language_model.sentences import ModelSentence, read_sentences
from qa.writing.language_model.streaming import stream_text
from qa.writing.language_model.types import Endpoint, GivenPassage, ModelError
from qa.writing.language_model.verifying import read_passages, supporting_place, verify_sentence
from qa.writing.quoting import check_quotes

LONGEST_MARK = 16
"""Characters of a mark that may come behind a sentence's end."""

_BREAK = re.compile(rf"[{ENDS}\n]")
"""Without one of these no sentence has come to its end."""

MOST_SENTENCES = 12
"""What a model writes beyond is left out."""


@dataclass(frozen=True, slots=True)
class LanguageModelWriter:
    """Has a language model write the answer; only sentences that stand in what they cite are part of it."""

    endpoint: Endpoint

    @property
    def name(self) -> str:
        """The model's name, as the answers that it writes are signed."""
        return self.endpoint.model

    def write(self, extractive: Answer, told: Callable[[str], object]) -> Answer:
        """The model's answer; the extractive one where nothing answers, and with a note where the model fails
        or nothing of what it writes can be verified.

        `told` is called with the verified text so far: no unverified word is ever told.
        """
        given = given_passages(extractive)
        if not extractive.supported or not given:
            return extractive
        try:
            sentences = self._read(extractive.question, given, told)
        except ModelError as fault:
            return _noted(extractive, "model_failed", fault.kind, f"{fault}; this is what the documents say")
        if all(NOTHING in sentence.text and not sentence.citations for sentence in sentences):
            return _noted(
                extractive,
                "model_silent",
                "",
                "the language model found no answer; this is what the documents say",
            )
        written = compose_verified(sentences, given)
        if not written.text:
            return _noted(
                extractive,
                "model_empty",
                "",
                "no sentence of the language model could be verified; this is what the documents say",
            )
        return replace(
            extractive,
            text=written.text,
            citations=written.citations,
            parts=written.parts,
            form="single",
            notes=(*extractive.notes, *written.notes),
            writer=self.name,
        )

    def _read(
        self, question: str, given: Sequence[GivenPassage], told: Callable[[str], object]
    ) -> list[ModelSentence]:
        """The sentences that the model writes; each is verified, and told, as soon as the next begins."""
        written, seen, last = "", 0, ""
        for piece in stream_text(self.endpoint, write_messages(question, given)):
            written += piece
            if not _BREAK.search(written, max(0, len(written) - len(piece) - LONGEST_MARK)):
                continue
            complete = read_sentences(written)[:-1][:MOST_SENTENCES]
            if len(complete) > seen:
                seen = len(complete)
                text = compose_verified(complete, given).text
                if text != last:
                    told(text)
                last = text
        sentences = read_sentences(written)[:MOST_SENTENCES]
        if not sentences:
            raise ModelError("empty", "the language model wrote nothing")
        return sentences


@dataclass(frozen=True, slots=True)
class Verified:
    """An answer's text without what was struck out, all its parts, its citations and notes."""

    text: str
    parts: tuple[AnswerPart, ...]
    citations: tuple[Citation, ...]
    notes: tuple[AnswerNote, ...]


def compose_verified(sentences: Sequence[ModelSentence], given: Sequence[GivenPassage]) -> Verified:
    """The sentences with what fails struck out, and for each passage that one cites the words that say it."""
    places: dict[tuple[int, str], int] = {}
    parts: list[AnswerPart] = []
    by_number = {one.number: one for one in given}
    for sentence in sentences:
        struck = verify_sentence(sentence, given)
        if struck:
            parts.append(AnswerPart(sentence.text, (), struck))
            continue
        quoted = [(number, find_quote(sentence, by_number[number])) for number in sentence.citations]
        numbers = tuple(places.setdefault(place, len(places) + 1) for place in quoted)
        parts.append(AnswerPart(sentence.text, numbers))
    citations = tuple(
        Citation(number, by_number[given_number].hit, quote)
        for (given_number, quote), number in places.items()
    )
    check_quotes(citations)
    standing = [part for part in parts if part.struck is None]
    text = " ".join(part.text + "".join(f"[{number}]" for number in part.citations) for part in standing)
    return Verified(text, tuple(parts), citations, _struck_note(len(parts) - len(standing), len(parts)))


def find_quote(sentence: ModelSentence, given: GivenPassage) -> str:
    """The sentence or row of a passage that says most of what a sentence says, word for word; of equals the
    first."""
    claim = read_claim(sentence.text)
    [passage] = read_passages([given])
    best = supporting_place(claim, passage)
    return given.hit.passage.text[best.start : best.end]


def _struck_note(struck: int, written: int) -> tuple[AnswerNote, ...]:
    if not struck:
        return ()
    text = f"{struck} of the language model's {written} sentences could not be verified and are struck out"
    return (AnswerNote("model_struck", str(struck), text),)


def _noted(extractive: Answer, kind: NoteKind, subject: str, text: str) -> Answer:
    return replace(extractive, notes=(*extractive.notes, AnswerNote(kind, subject, text)))
