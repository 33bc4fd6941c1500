"""An e-mail's bytes in; its headers, its text and its attachments out."""

import email.header
import email.message
import email.parser
import email.policy
import email.utils
import functools
import mimetypes
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from email.errors import MessageError

from corpus.formats.archive_members import Member
from corpus.formats.text_encodings import decode
from corpus.reader import UnreadableFile

LONGEST_HEADER = 8_000
"""The characters of a header that are read: taking its parameters apart takes the square of its length."""
_KNOWN_HEADERS = ("from", "to", "subject", "date", "received", "message-id")
_SIGNATURES = ("application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-signature")
_WHITE_SPACE = re.compile(r"\s+")
_FAULTS = (MessageError, LookupError, ValueError, TypeError, AttributeError, AssertionError)


class _Bounded(email.policy.Compat32):
    """The plainest policy (the newer ones fail on headers that are not well-formed), with short headers and
    their raw bytes decoded."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        name, value = super().header_source_parse(sourcelines)
        return name, _decode_bytes(value[:LONGEST_HEADER])


@dataclass(frozen=True, slots=True)
class Body:
    """A text of a mail; `markup` says that it is HTML."""

    text: str
    markup: bool


@dataclass(frozen=True, slots=True)
class Mail:
    """An e-mail taken apart; `headers` by their names in lower case, decoded."""

    headers: dict[str, str]
    bodies: tuple[Body, ...]
    attachments: tuple[Member, ...]


def mail_members(data: bytes) -> list[Member]:
    """The attachments of an e-mail, the e-mails among them as .eml. Raises UnreadableFile."""
    return list(take_apart(data).attachments)


def take_apart(data: bytes) -> Mail:
    """The headers, texts and attachments of an e-mail (RFC 5322, RFC 2045). Raises UnreadableFile."""
    try:
        return _take_apart(data)
    except RecursionError:
        raise UnreadableFile("its parts are nested too deeply to be read") from None
    except _FAULTS:
        raise UnreadableFile("it is no e-mail that can be read, or it is damaged") from None


def _take_apart(data: bytes) -> Mail:
    message = email.parser.BytesParser(policy=_Bounded()).parsebytes(data)
    headers = _headers(message)
    if not any(name in headers for name in _KNOWN_HEADERS):
        raise UnreadableFile("it is no e-mail: it has no header that tells a sender, a date or a subject")
    leaves = list(_leaves(message))
    attached = [leaf for leaf in leaves if leaf.attached]
    attachments = (_attachment(leaf, number, len(data)) for number, leaf in enumerate(attached, 1))
    return Mail(headers, tuple(_bodies(leaves)), tuple(attachments))


@dataclass(frozen=True, slots=True)
class _Leaf:
    """A part with content: its file name, if it has one, whether it is no text of the mail's own, and the
    number of the multipart/alternative that it is one choice of, 0 where it is of none."""

    part: email.message.Message
    kind: str
    name: str
    attached: bool
    choice: int


def _leaves(message: email.message.Message) -> Iterator[_Leaf]:
    choices = 0
    stack: list[tuple[email.message.Message, int]] = [(message, 0)]
    while stack:
        part, choice = stack.pop()
        kind = part.get_content_type()
        content = part.get_payload()
        if kind in _SIGNATURES:
            continue
        if kind.startswith("multipart/") and not isinstance(content, list):
            kind = "text/plain"  # its boundary is missing
        if kind != "message/rfc822" and isinstance(content, list):
            if kind == "multipart/alternative":
                choices += 1
                choice = choices
            stack += [(each, choice) for each in reversed(content) if isinstance(each, email.message.Message)]
        else:
            name = decode_header(part.get_filename("") or "")
            attached = bool(name) or part.get_content_disposition() == "attachment"
            yield _Leaf(part, kind, name, attached or kind not in ("text/plain", "text/html"), choice)


def _bodies(leaves: Iterable[_Leaf]) -> Iterator[Body]:
    """The mail's own texts; of one that is there as plain text and as HTML, the plain one if it says
    anything."""
    texts = [(leaf, _text(leaf.part)) for leaf in leaves if not leaf.attached]
    plain = {leaf.choice for leaf, text in texts if leaf.kind == "text/plain" and text.strip()} - {0}
    for leaf, text in texts:
        if leaf.kind == "text/plain" or leaf.choice not in plain:
            yield Body(text, leaf.kind == "text/html")


def _headers(message: email.message.Message) -> dict[str, str]:
    """The first header of each name, decoded."""
    found: dict[str, str] = {}
    for name, value in message.raw_items():
        found.setdefault(name.lower(), decode_header(str(value)))
    return found


def _decode_bytes(value: str) -> str:
    """A header as the parser hands it on (its bytes as lone surrogates), decoded."""
    written = value.encode("utf-8", errors="surrogateescape")
    if written.isascii() and b"\x1b" not in written:
        return value
    try:
        return decode(written)
    except UnreadableFile:
        return written.decode("utf-8", errors="replace")


def decode_header(value: str) -> str:
    """A header's text on one line, its encoded words (RFC 2047) decoded."""
    if "=?" in value:
        try:
            words = email.header.decode_header(value[:LONGEST_HEADER])
            value = "".join(
                decode(word, charset) if isinstance(word, bytes) else word for word, charset in words
            )
        except (UnreadableFile, *_FAULTS):
            pass  # shown as it is written
    return _WHITE_SPACE.sub(" ", value).strip()


def _text(part: email.message.Message) -> str:
    charset = part.get_param("charset")
    try:
        return decode(_payload(part), charset if isinstance(charset, str) else None)
    except UnreadableFile:
        return _payload(part).decode("utf-8", errors="replace")


def _payload(part: email.message.Message) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _content(part: email.message.Message) -> Iterator[bytes]:
    try:
        yield _payload(part)
    except _FAULTS:
        raise UnreadableFile("it is damaged in the e-mail") from None


def _message_bytes(message: object) -> Iterator[bytes]:
    try:
        yield message.as_bytes() if isinstance(message, email.message.Message) else b""
    except (RecursionError, *_FAULTS):
        raise UnreadableFile("it is damaged in the e-mail") from None


def _attachment(leaf: _Leaf, number: int, most: int) -> Member:
    name = leaf.name
    content = leaf.part.get_payload()
    if leaf.kind == "message/rfc822" and isinstance(content, list):
        inner = content[0] if content else None
        subject = _headers(inner).get("subject") if isinstance(inner, email.message.Message) else None
        if not name.lower().endswith(".eml"):
            name = f"{(name or subject or f'添付{number}').replace('/', '／')[:80]}.eml"
        return Member(name, most, functools.partial(_message_bytes, inner))
    if not name:
        name = f"添付{number}{mimetypes.guess_extension(leaf.kind) or ''}"
    return Member(name, most, functools.partial(_content, leaf.part))
