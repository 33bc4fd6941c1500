"""An e-mail's bytes in; its headers, its text and its attachments out."""

import email.message
import email.parser
import functools
import mimetypes
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from corpus.formats.archive.members import Member
from corpus.formats.email_headers import FAULTS, HeaderPolicy, decode_header, headers_of
from corpus.formats.text_encodings import decode
from corpus.reader import UnreadableFile

_KNOWN_HEADERS = ("from", "to", "subject", "date", "received", "message-id")
_SIGNATURES = ("application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-signature")
_GOES_ON = re.compile(r"(?<!^--) \n(?=[^>\n])", re.MULTILINE)  # a line "-- " begins the signature


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
    except FAULTS:
        raise UnreadableFile("it is no e-mail that can be read, or it is damaged") from None


def _take_apart(data: bytes) -> Mail:
    message = email.parser.BytesParser(policy=HeaderPolicy()).parsebytes(data)
    headers = headers_of(message)
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


def _text(part: email.message.Message) -> str:
    charset = part.get_param("charset")
    try:
        text = decode(_payload(part), charset if isinstance(charset, str) else None)
    except UnreadableFile:
        text = _payload(part).decode("utf-8", errors="replace")
    if str(part.get_param("format")).lower() != "flowed":
        return text
    return _unwrapped(text, "" if str(part.get_param("delsp")).lower() == "yes" else " ")


def _unwrapped(text: str, space: str) -> str:
    """Text whose lines end in a space where they go on (RFC 3676), the lines joined with `space`."""
    return _GOES_ON.sub(space, text.replace("\r\n", "\n"))


def _payload(part: email.message.Message) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _content(part: email.message.Message) -> Iterator[bytes]:
    try:
        yield _payload(part)
    except FAULTS:
        raise UnreadableFile("it is damaged in the e-mail") from None


def _message_bytes(message: object) -> Iterator[bytes]:
    try:
        yield message.as_bytes() if isinstance(message, email.message.Message) else b""
    except (RecursionError, *FAULTS):
        raise UnreadableFile("it is damaged in the e-mail") from None


def _attachment(leaf: _Leaf, number: int, most: int) -> Member:
    name = leaf.name
    content = leaf.part.get_payload()
    if leaf.kind == "message/rfc822" and isinstance(content, list):
        inner = content[0] if content else None
        subject = headers_of(inner).get("subject") if isinstance(inner, email.message.Message) else None
        if not name.lower().endswith(".eml"):
            name = f"{(name or subject or f'添付{number}').replace('/', '／')[:80]}.eml"
        return Member(name, most, functools.partial(_message_bytes, inner))
    if not name:
        name = f"添付{number}{mimetypes.guess_extension(leaf.kind) or ''}"
    return Member(name, most, functools.partial(_content, leaf.part))
