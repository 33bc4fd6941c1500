"""Small PDFs that cost much to read, for tests."""

import zlib

_HEAD = b"%PDF-1.7\n"


def pdf_of(objects: dict[int, bytes]) -> bytes:
    """A PDF of the objects by number, 1 being its catalogue."""
    out = bytearray(_HEAD)
    places: dict[int, int] = {}
    for number, body in objects.items():
        places[number] = len(out)
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    start = len(out)
    last = max(objects)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (last + 1)
    for number in range(1, last + 1):
        out += b"%010d 00000 n \n" % places.get(number, 0)
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (last + 1, start)
    return bytes(out)


def stream(content: bytes, entries: bytes = b"", packed: bool = False) -> bytes:
    """A stream object; `packed` says that the content is compressed already."""
    flate = b" /Filter /FlateDecode" if packed else b""
    return b"<< /Length %d%s %s >>\nstream\n%s\nendstream" % (len(content), flate, entries, content)


def one_page(content: bytes, more: dict[int, bytes] | None = None, resources: bytes = b"") -> bytes:
    """A PDF of one page with this content stream object, a Latin font /F and more objects from 6 on."""
    return pdf_of(
        {
            1: b"<< /Type /Catalog /Pages 2 0 R >>",
            2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
            b"/Resources << /Font << /F 5 0 R >> %s >> >>" % resources,
            4: content,
            5: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
            **(more or {}),
        }
    )


def many_pages(count: int, honest: bool = True) -> bytes:
    """A PDF of `count` pages, which are one object; not `honest`: it only says that it has so many."""
    kids = b"3 0 R " * (count if honest else 1)
    return pdf_of(
        {
            1: b"<< /Type /Catalog /Pages 2 0 R >>",
            2: b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, count),
            3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
            b"/Resources << /Font << /F 5 0 R >> >> >>",
            4: stream(b"BT /F 12 Tf 72 700 Td (A page of text that says something) Tj ET"),
            5: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        }
    )


def flate_bomb(megabytes: int) -> bytes:
    """A PDF whose one content stream unpacks to so many MiB of spaces, a sentence before them."""
    packer = zlib.compressobj(9)
    packed = packer.compress(b"BT /F 12 Tf 72 700 Td (A sentence before the bomb goes off) Tj ET\n")
    for _ in range(megabytes):
        packed += packer.compress(b" " * 2**20)
    return one_page(stream(packed + packer.flush(), packed=True))


def nested_forms(depth: int, times: int) -> bytes:
    """A PDF whose page draws a form that draws the next `times` times, and so on, `depth` deep."""
    forms = {}
    for level in range(depth):
        last = level == depth - 1
        content = b"BT /F 12 Tf (x) Tj ET" if last else b"/X Do " * times
        inner = b"/Font << /F 5 0 R >>" if last else b"/XObject << /X %d 0 R >>" % (7 + level)
        entries = b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << %s >>" % inner
        forms[6 + level] = stream(content, entries)
    return one_page(stream(b"/X Do"), forms, b"/XObject << /X 6 0 R >>")


def form_in_itself() -> bytes:
    """A PDF whose page draws a form that draws itself."""
    entries = b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /X 6 0 R >> >>"
    content = b"BT /F 12 Tf 72 700 Td (A sentence beside the form in itself) Tj ET /X Do"
    return one_page(stream(content), {6: stream(b"/X Do", entries)}, b"/XObject << /X 6 0 R >>")


def many_characters(count: int) -> bytes:
    """A PDF whose one page holds `count` characters, line below line over each other."""
    line = b"BT /F 1 Tf 1 0 0 1 %d %d Tm (%s) Tj ET\n"
    words = b"abcdefghij klmnopqrs " * 5
    lines = [line % (20 + 90 * (at % 6), 830 - (at // 6) % 820, words) for at in range(count // len(words))]
    return one_page(stream(b"".join(lines)))
