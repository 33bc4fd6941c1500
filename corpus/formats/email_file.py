"""An e-mail (.eml) in, its text as one page out; its attachments are documents of their own."""

from email.utils import parsedate_to_datetime

from corpus.formats.email_headers import CONTROLS
from corpus.formats.email_parts import Mail, take_apart
from corpus.formats.markup_blocks import GAP, Block, HeadingLine, TextLine, write_page
from corpus.formats.web_page.reading import markup_blocks
from corpus.reader import FileText, Limits

_HEADERS = {"from": "差出人", "to": "宛先", "cc": "CC"}
_WEEKDAYS = "月火水木金土日"


def read_email(data: bytes, limits: Limits) -> FileText:
    """One page, `page_count` 0: the subject as a heading, 差出人, 宛先, 日時, the names of what is attached,
    and the text; where the mail has it as HTML alone, that web page's. Raises UnreadableFile."""
    mail = take_apart(data)
    subject = mail.headers.get("subject", "")
    blocks: list[Block] = [HeadingLine(f"件名: {subject}", 1)] if subject else []
    blocks += [TextLine(line) for line in _head_lines(mail)]
    for body in mail.bodies:
        blocks.append(GAP)
        if body.markup:
            blocks += markup_blocks(body.text)
        else:
            blocks += [TextLine(_shown(line)) for line in body.text.splitlines()]
    return write_page(blocks, subject)


def _shown(line: str) -> str:
    return CONTROLS.sub("", line.expandtabs(4)).rstrip()


def _head_lines(mail: Mail) -> list[str]:
    lines = []
    for name, label in _HEADERS.items():
        if written := mail.headers.get(name):
            unquoted = written.replace('"', "")
            lines.append(f"{label}: {unquoted}")
    if written := mail.headers.get("date"):
        lines.append(f"日時: {_date(written)}")
    if mail.attachments:
        lines.append(f"添付: {'、'.join(member.name for member in mail.attachments)}")
    return lines


def _date(written: str) -> str:
    """A date as 2024年5月1日(水) 09:30, at the sender's clock; as written where it cannot be told."""
    try:
        sent = parsedate_to_datetime(written)
    except (ValueError, TypeError, IndexError, OverflowError):
        return written
    return f"{sent.year}年{sent.month}月{sent.day}日({_WEEKDAYS[sent.weekday()]}) {sent:%H:%M}"
