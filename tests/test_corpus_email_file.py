"""E-mails: read as documents, and taken apart as archives of what is attached."""

import base64
from email.message import EmailMessage
from email.mime.text import MIMEText
from pathlib import Path
from time import process_time

import pytest

from corpus import Limits, ParserProcess, UnreadableFile
from corpus.formats.archive.reading import unpack
from corpus.formats.email_file import read_email
from corpus.reader import Unpacked


def mail_of(text: str = "本文です。", subject: str = "会議の開催について") -> EmailMessage:
    mail = EmailMessage()
    mail["Subject"] = subject
    mail["From"] = "総務課 <soumu@example.lg.jp>"
    mail["To"] = "各課長 <all@example.lg.jp>"
    mail["Date"] = "Wed, 01 May 2024 09:30:00 +0900"
    mail.set_content(text)
    return mail


def read(data: bytes) -> str:
    return read_email(data, Limits()).pages[0].text.rstrip("\n")


def unpacked(data: bytes, folder: Path, limits: Limits | None = None) -> Unpacked:
    made = unpack(data, ".eml", folder, limits or Limits())
    files = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert files == set(made.members)
    return made


def raw(header: bytes, body: bytes = b"text") -> bytes:
    return b"From: a@example.jp\r\n" + header + b"\r\n\r\n" + body


def attached(told: str) -> str:
    """A part of a multipart mail with boundary b, with what its Content-Disposition tells besides."""
    return f"--b\r\nContent-Type: text/plain\r\nContent-Disposition: attachment{told}\r\n\r\nx\r\n"


def test_a_mail_is_its_headers_and_its_text() -> None:
    made = read_email(mail_of("一行目\n\n二行目\tの続き\n").as_bytes(), Limits())
    page = made.pages[0].text
    assert page.rstrip("\n") == (
        "件名: 会議の開催について\n差出人: 総務課 <soumu@example.lg.jp>\n宛先: 各課長 <all@example.lg.jp>\n"
        "日時: 2024年5月1日(水) 09:30\n\n一行目\n\n二行目 の続き"
    )
    (mark,) = made.headings
    assert page[mark.span.start : mark.span.end] == "件名: 会議の開催について"
    assert (made.title, made.page_count) == ("会議の開催について", 0)


@pytest.mark.parametrize("encoding", ["iso-2022-jp", "cp932", "euc-jp", "utf-8"])
def test_texts_and_headers_in_the_encodings_of_mails(encoding: str) -> None:
    mail = MIMEText("予算の説明資料を送ります。".encode(encoding).decode("latin-1"), "plain", "latin-1")
    del mail["Content-Type"], mail["Content-Transfer-Encoding"]
    word = base64.b64encode("予算の説明".encode(encoding)).decode()
    data = (
        f"Subject: =?{encoding}?B?{word}?=\r\nFrom: a@example.jp\r\n"
        f"Content-Type: text/plain; charset={encoding}\r\n\r\n"
    ).encode() + "予算の説明資料を送ります。".encode(encoding)
    assert read(data) == "件名: 予算の説明\n差出人: a@example.jp\n\n予算の説明資料を送ります。"


def test_iso_2022_jp_as_windows_writes_it() -> None:
    """Row 13 (①, ㈱) and half-width katakana are not of ISO-2022-JP, but mails have them."""
    body = b"\x1b$B-!-j7W2h\x1b(I(*C\x1b(B OK"
    page = read(
        raw(b"Subject: =?ISO-2022-JP?B?GyRCLSEbKEI=?=\r\nContent-Type: text/plain; charset=iso-2022-jp", body)
    )
    assert page.split("\n")[0] == "件名: ①"
    assert page.split("\n")[-1] == "①㈱計画ｨｪﾃ OK"


@pytest.mark.parametrize("encoding", ["utf-8", "cp932", "iso-2022-jp"])
def test_headers_with_bare_bytes_are_read_too(encoding: str) -> None:
    assert read(raw("Subject: 会議の案内".encode(encoding))).startswith("件名: 会議の案内\n")


@pytest.mark.parametrize(
    "subject",
    [
        b"=?utf-8?B?!!!!?=",
        b"=?no-such-charset?B?5LqI?=",
        b"=?utf-8?Q?=E4=BA?=",
        b"=?zlib?B?AAAA?=",
        b"=?utf-8?X?abc?=",
        b"((((((((((" * 1_000,
        b"\xff\xfe\x00",
        b'"' * 5_000,
    ],
)
def test_broken_headers_do_not_keep_the_mail_out(subject: bytes) -> None:
    assert read(raw(b"Subject: " + subject)).endswith("text")


@pytest.mark.parametrize(
    "date", ["32 May 2024", "x", "Wed, 01 May 99999 09:30:00 +0900", "1 May 2024 09:30 +9999999"]
)
def test_a_date_that_is_none_stays_as_written(date: str) -> None:
    assert f"日時: {date}" in read(raw(f"Date: {date}".encode()))


def test_of_text_and_html_the_text_is_read() -> None:
    mail = mail_of("本文です。")
    mail.add_alternative("<html><body><p>別の本文</p></body></html>", subtype="html")
    assert read(mail.as_bytes()).endswith("本文です。")
    assert "別の本文" not in read(mail.as_bytes())


def test_of_an_empty_text_and_html_the_html_is_read() -> None:
    mail = mail_of("\n")
    mail.add_alternative("<p>本文はこちら</p>", subtype="html")
    assert read(mail.as_bytes()).endswith("本文はこちら")


def test_a_multipart_mail_without_its_boundary_is_read_as_it_stands() -> None:
    assert read(raw(b"Content-Type: multipart/mixed")).endswith("text")


def test_control_characters_are_not_shown() -> None:
    assert read(raw(b"Subject: a\x00b\x07c", b"x\x00y\x08z")) == "件名: abc\n差出人: a@example.jp\n\nxyz"


def test_lines_that_flow_are_joined() -> None:
    body = "長い段落は \r\nここで続く。\r\n次の行\r\n> 引用 \r\n> 続き\r\n-- \r\n署名".encode()
    head = b"Content-Type: text/plain; charset=utf-8; format=flowed; delsp="
    assert read(raw(head + b"yes", body)).endswith("長い段落はここで続く。\n次の行\n> 引用\n> 続き\n--\n署名")
    assert "長い段落は ここで続く。" in read(raw(head + b"no", body))


def test_a_signature_is_no_attachment(tmp_path: Path) -> None:
    mail = mail_of()
    mail.add_attachment(b"1", maintype="application", subtype="pkcs7-signature", filename="smime.p7s")
    assert unpacked(mail.as_bytes(), tmp_path) == Unpacked(())


def test_html_alone_is_read_as_a_web_page() -> None:
    mail = EmailMessage()
    mail["Subject"] = "予算"
    html = "<style>x</style><p>次の表</p><table><tr><td>旅費<td>1</tr><tr><td>計<td>2</table>"
    mail.set_content(html, subtype="html", charset="iso-2022-jp")
    made = read_email(mail.as_bytes(), Limits())
    assert made.pages[0].text.rstrip("\n") == "件名: 予算\n次の表\n\n旅費\t1\n計\t2"
    assert len(made.tables) == 1


def test_attachments_are_members_and_are_named_in_the_text(tmp_path: Path) -> None:
    mail = mail_of()
    mail.add_attachment(b"%PDF-1", maintype="application", subtype="pdf", filename="令和6年度 計画.pdf")
    mail.add_attachment("一,二", subtype="csv", filename="表.csv")
    assert "添付: 令和6年度 計画.pdf、表.csv" in read(mail.as_bytes())
    assert unpacked(mail.as_bytes(), tmp_path) == Unpacked(("令和6年度 計画.pdf", "表.csv"))
    assert (tmp_path / "令和6年度 計画.pdf").read_bytes() == b"%PDF-1"


def test_names_in_the_forms_that_mail_programs_use(tmp_path: Path) -> None:
    names = [
        "=?ISO-2022-JP?B?" + base64.b64encode("計画.txt".encode("iso2022_jp")).decode() + "?=",
        "=?UTF-8?B?" + base64.b64encode("予算".encode()).decode() + "?=\r\n =?UTF-8?B?" + "LnR4dA==?=",
        "生の名前.txt",
    ]
    parts = "".join(attached(f'; filename="{name}"') for name in names)
    parts += attached(";\r\n filename*0*=UTF-8''%E8%A1%A8;\r\n filename*1*=.txt")
    data = raw(b"Content-Type: multipart/mixed; boundary=b", f"{parts}--b--".encode())
    assert unpacked(data, tmp_path).members == ("計画.txt", "予算.txt", "生の名前.txt", "表.txt")


@pytest.mark.parametrize("name", ["../../外.txt", "/etc/passwd", "C:\\\\外.txt", "..\\\\外.txt", "CON"])
def test_hostile_names_are_left_out(tmp_path: Path, name: str) -> None:
    body = attached(f'; filename="{name}"') + "--b--"
    made = unpacked(raw(b"Content-Type: multipart/mixed; boundary=b", body.encode()), tmp_path / "in")
    assert made.members == ()
    assert len(made.skipped) == 1
    assert sorted(path.name for path in tmp_path.iterdir() if path.name != "in") == []


def test_a_mail_in_a_mail_is_a_document_with_its_own_attachments(tmp_path: Path) -> None:
    inner = mail_of("転送された本文", subject="元の/件名")
    inner.add_attachment(b"1", maintype="application", subtype="pdf", filename="元.pdf")
    outer = mail_of("転送します。", subject="転送")
    outer.add_attachment(inner)
    made = unpacked(outer.as_bytes(), tmp_path)
    assert made.members == ("元の／件名.eml", "元の／件名.eml（添付）/元.pdf")
    assert "転送された本文" in read((tmp_path / made.members[0]).read_bytes())
    assert "転送された本文" not in read(outer.as_bytes())


def test_attachments_without_names_get_one(tmp_path: Path) -> None:
    body = f"--b\r\nContent-Type: image/png\r\n\r\nx\r\n{attached('')}--b--"
    made = unpacked(raw(b"Content-Type: multipart/mixed; boundary=b", body.encode()), tmp_path)
    assert made.members == ("添付1.png", "添付2.txt")


def test_what_is_no_mail_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="it is no e-mail"):
        read("これはメールではない。\n本文だけ。\n".encode())


def nested_multiparts(depth: int) -> bytes:
    head = "".join(
        f'--b{n}\r\nContent-Type: multipart/mixed; boundary="b{n + 1}"\r\n\r\n' for n in range(depth)
    )
    body = f"{head}--b{depth}\r\nContent-Type: text/plain\r\n\r\n深い\r\n"
    return raw(b'Content-Type: multipart/mixed; boundary="b0"', body.encode())


def test_parts_nested_a_thousand_deep_are_refused_in_words(tmp_path: Path) -> None:
    assert read(nested_multiparts(50)).endswith("深い")
    with pytest.raises(UnreadableFile, match="nested too deeply"):
        read(nested_multiparts(1_000))
    assert unpacked(nested_multiparts(1_000), tmp_path) == Unpacked(())


def test_mails_nested_a_hundred_deep_end_at_a_depth(tmp_path: Path) -> None:
    data = mail_of("底").as_bytes()
    for number in range(100):
        head = f"Subject: {number}\r\nContent-Type: multipart/mixed; boundary=x{number}\r\n\r\n"
        data = (
            f"{head}--x{number}\r\nContent-Type: message/rfc822\r\n\r\n".encode()
            + data
            + f"\r\n--x{number}--\r\n".encode()
        )
    started = process_time()
    made = unpacked(data, tmp_path)
    assert process_time() - started < 10
    assert made.members == ("98.eml", "98.eml（添付）/97.eml", "98.eml（添付）/97.eml（添付）/96.eml")
    assert [reason for _, reason in made.skipped] == [
        "it lies in 3 archives, one in another, and no more of them are opened"
    ]


def test_more_attachments_than_may_be_are_refused(tmp_path: Path) -> None:
    part = "--b\r\nContent-Type: text/plain; name=a.txt\r\n\r\nx\r\n"
    data = raw(b"Content-Type: multipart/mixed; boundary=b", (part * 11).encode())
    with pytest.raises(UnreadableFile, match="it holds 11 files, and an archive may hold 10"):
        unpacked(data, tmp_path, Limits(archive_members=10))


@pytest.mark.parametrize(
    "data",
    [
        raw(b"Content-Type: multipart/mixed; boundary=" + b';"' * 500_000),
        raw(b"Subject: " + b"=?a?b?" * 200_000),
        raw(b"".join(b"X-%d: y\r\n" % number for number in range(100_000)) + b"X: y"),
        raw(b"Content-Type: multipart/mixed; boundary=b", b"--b\r\n\r\nx\r\n" * 10_000),
        raw(b"Content-Transfer-Encoding: base64", b"QUJD\r\n" * 300_000),
    ],
    ids=["parameters", "encoded words", "headers", "parts", "base64"],
)
def test_time_does_not_run_away(data: bytes) -> None:
    started = process_time()
    assert read(data)
    assert process_time() - started < 15


def test_the_parsing_process_reads_and_unpacks_a_mail(tmp_path: Path) -> None:
    mail = mail_of()
    mail.add_attachment(b"1", maintype="application", subtype="pdf", filename="表.pdf")
    path = tmp_path / "連絡.eml"
    path.write_bytes(mail.as_bytes())
    with ParserProcess(Limits()) as parser:
        assert parser.unpack(path, tmp_path / "out").members == ("表.pdf",)
        assert parser.parse(path, path.name).property_title == "会議の開催について"
