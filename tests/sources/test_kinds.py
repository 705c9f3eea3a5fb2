"""Articles in files of every kind, packed or not; broken ones are told in one line and the rest is read."""

from __future__ import annotations

import bz2
import csv
import gzip
import io
import json
import threading
import time
import tracemalloc
from collections.abc import Callable, Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from claimcli.sources import Document, Fields, SourceError, documents

ROWS = [
    {
        "id": 7,
        "headline": "Ferry, stopped",
        "body": "“No; never,” said Zoë Marr.\n\nShe left.",
        "pub_date": "2024-05-01",
    },
    {"id": 8, "headline": "Ferry sails", "body": 'It "sails".', "pub_date": None},
]
PAGE = """<!DOCTYPE html><html><head><title>Ferry stopped</title></head>
<body><nav><a href="/">Home</a> Sport</nav>
<article><h1>Ferry stopped</h1>
<p>“We will not sail before the storm has passed,” the master of the ferry told the passengers on the quay
on Monday morning.</p>
<p>The harbour office said that it expected the storm to last for two more days, and that no other ship
would leave before Thursday.</p></article>
<div class="comments"><p>First! What a silly ferry.</p></div></body></html>""".encode()


def read(path: Path | str, fields: Fields | None = None) -> tuple[list[Document], list[str]]:
    problems: list[SourceError] = []
    found = list(documents(str(path), on_error=problems.append, fields=fields))
    return found, [error.problem for error in problems]


def table(mark: str = ",") -> str:
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, list(ROWS[0]), delimiter=mark)
    writer.writeheader()
    writer.writerows(ROWS)
    return out.getvalue()


JSON_LINES = "\n".join(map(json.dumps, ROWS))
FILES = {
    "rows.jsonl": JSON_LINES.encode(),
    "rows.txt": JSON_LINES.encode(),  # known by what it begins with
    "rows.json": json.dumps(ROWS, indent=2, ensure_ascii=False).encode(),
    "pretty": "\n".join(json.dumps(row, indent=2) for row in ROWS).encode(),
    "pretty.txt": json.dumps(ROWS, indent="\t").encode("utf-8-sig"),
    "marked.jsonl": JSON_LINES.encode("utf-16"),
    "rows.csv": table().encode(),
    "semicolons.csv": table(";").encode("utf-8-sig"),
    "windows.csv": table().encode("cp1252"),
    "rows.tsv": table("\t").encode(),
    "excel.csv": b"sep=|\r\n" + table("|").encode(),
    "rows.jsonl.gz": gzip.compress(JSON_LINES.encode()),
    "rows.csv.bz2": bz2.compress(table().encode()),
}


@pytest.mark.parametrize("name", FILES)
def test_an_article_a_row(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(FILES[name])
    found, problems = read(path)
    assert problems == []
    assert found == [
        Document(ROWS[0]["body"], "Ferry, stopped", f"{path}#7", "2024-05-01", "7"),
        Document(ROWS[1]["body"], "Ferry sails", f"{path}#8", None, "8"),
    ]


def test_a_row_without_text_costs_no_other_row(tmp_path: Path) -> None:
    rows = [{"text": "One."}, {"id": 2, "note": "none"}, {"text": "Three."}]
    path = tmp_path / "a.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)))
    found, problems = read(path)
    assert [document.text for document in found] == ["One.", "Three."]
    assert problems == [
        "line 2: no key has a usual name for the text (there are: id, note); "
        "name the one that holds it with --text-field"
    ]


@pytest.mark.parametrize("name", ["a.jsonl", "a.json", "a.csv", "a.parquet"])
def test_a_row_whose_text_is_none_is_told(tmp_path: Path, name: str) -> None:
    path, wrong = tmp_path / name, [None, " "]
    if name.startswith("a.json"):
        wrong += [7, ["One."], {"body": "One."}, True]
    rows = [{"id": str(number), "text": text} for number, text in enumerate([*wrong, "“No,” said Marr.", ""])]
    if name == "a.json":
        path.write_text(json.dumps(rows))
    elif name == "a.jsonl":
        path.write_text("\n".join(map(json.dumps, rows)))
    elif name == "a.csv":
        path.write_text("id,text\n" + "".join(f'{row["id"]},"{row["text"] or ""}"\n' for row in rows) + ",\n")
    else:
        pyarrow = pytest.importorskip("pyarrow")
        from pyarrow.parquet import write_table

        write_table(pyarrow.Table.from_pylist(rows), path)
    found, problems = read(path)
    assert [document.text for document in found] == ["“No,” said Marr."]
    what = {"a.jsonl": "line", "a.json": "value"}.get(name, "row")
    lacking = [*range(1, len(wrong) + 1), len(wrong) + 2]
    assert [problem.split(" (")[0] for problem in problems] == [f"{what} {n} has no text" for n in lacking]


def test_halves_of_surrogate_pairs_are_replaced(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(r'{"text": "\ud800No\ud83d, \ud83d\ude00", "title": "\udfff"}')
    (document,) = documents(str(path))
    assert (document.text, document.title) == ("\ufffdNo\ufffd, 😀", "\ufffd")


def test_zstandard(tmp_path: Path) -> None:
    zstandard = pytest.importorskip("zstandard")
    packed = zstandard.compress(JSON_LINES.encode() * 2000)
    (tmp_path / "rows.jsonl.zst").write_bytes(zstandard.compress(JSON_LINES.encode()))
    (tmp_path / "cut.txt.zst").write_bytes(packed[: len(packed) // 2])
    assert len(read(tmp_path / "rows.jsonl.zst")[0]) == 2
    assert read(tmp_path / "cut.txt.zst")[1][0].startswith("is cut off or damaged")


def test_zstandard_is_unpacked_bit_by_bit(tmp_path: Path) -> None:
    zstandard = pytest.importorskip("zstandard")
    path = tmp_path / "a.jsonl.zst"
    path.write_bytes(zstandard.compress(JSON_LINES.encode() + b"\n" * (100 << 20)))
    tracemalloc.start()
    try:
        assert next(documents(str(path))).id == "7"
        assert tracemalloc.get_traced_memory()[1] < 40 << 20
    finally:
        tracemalloc.stop()


def test_parquet(tmp_path: Path) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    from pyarrow.parquet import write_table

    write_table(pyarrow.Table.from_pylist(ROWS), tmp_path / "rows.parquet")
    assert [document.id for document in read(tmp_path / "rows.parquet")[0]] == ["7", "8"]


def test_a_json_array_is_read_bit_by_bit(tmp_path: Path) -> None:
    path = tmp_path / "many.json"
    path.write_text(
        json.dumps([{"text": f"{number} " + "x" * 5000} for number in range(100)]), encoding="utf-8"
    )
    found, problems = read(path)
    assert problems == []
    assert [document.text.split()[0] for document in found] == [str(number) for number in range(100)]


def test_json_arrays_one_after_another_are_all_read(tmp_path: Path) -> None:
    path = tmp_path / "both.json"
    path.write_text('[{"text": "One."},\n{"text": "Two."}]\n\n[]\n[{"text": "Three."}]\n', encoding="utf-8")
    found, problems = read(path)
    assert problems == []
    assert [document.text for document in found] == ["One.", "Two.", "Three."]


def test_columns_can_be_named(tmp_path: Path) -> None:
    path = tmp_path / "odd.csv"
    path.write_text("what,who,text\n“No.”,Marr,not this\n", encoding="utf-8")
    assert read(path, Fields(text="what", title="who"))[0][0][:2] == ("“No.”", "Marr")
    assert read(path, Fields(text="WHAT"))[0][0].text == "“No.”"
    assert read(path, Fields(text="wat"))[1] == ["no column 'wat'; there are: what, who, text"]


@pytest.mark.parametrize(
    ("begin", "fields", "is_table"),
    [
        ("id,text\n1,", Fields(), True),
        ('"Published At";"Body"\n2026;', Fields(), True),
        ("title\tsaid\nSea\t", Fields(text="said"), True),
        ("title\tsaid\nSea\t", Fields(), False),
        ("Text, as he has it\n", Fields(), False),
        ("\n", Fields(), False),
    ],
)
def test_a_table_without_a_name_is_told_by_its_columns(
    tmp_path: Path, begin: str, fields: Fields, is_table: bool
) -> None:
    (tmp_path / "piped").write_text(f"{begin}“No”\n", encoding="utf-8")
    ((found,), problems) = read(tmp_path / "piped", fields)
    assert (found.text == "“No”", problems) == (is_table, [])


@pytest.mark.parametrize(
    ("header", "named"),
    [
        ('"who, as\n\ntold; in full";text', {}),
        ('"who\r\n(name)",text', {"title": "who\r\n(name)"}),
        ('who 5" tall;text', {"title": 'who 5" tall'}),
        ("who,text", {"title": "who"}),
    ],
)
def test_names_of_columns_may_hold_anything(tmp_path: Path, header: str, named: dict[str, str]) -> None:
    path = tmp_path / "a.csv"
    mark = header[-5]
    path.write_text(f"{header}\nMarr{mark}“No.”\nReed{mark}“Yes.”\n", encoding="utf-8", newline="")
    found, problems = read(path, Fields(**named))
    assert problems == []
    assert [document.text for document in found] == ["“No.”", "“Yes.”"]
    assert found[0].title == ("Marr" if named else None)


@pytest.mark.parametrize(
    ("name", "data", "problem"),
    [
        (
            "none.csv",
            b"a,b\n1,2\n",
            "no column has a usual name for the text (there are: a, b); name the one",
        ),
        ("empty.csv", b"", "is empty"),
        ("empty.pdf", b"", "is empty"),
        ("blank.jsonl", b"\n\n", "holds no article"),
        (
            "nothing.jsonl",
            b'{"text": null}\n{"text": " "}\n',
            "line 1 has no text ('text' is null); check it; so",
        ),
        ("head.csv", b"text,date\n", "holds no article"),
        ("binary.csv", b"a\0b,c\n" + bytes(range(256)), "is binary, not text"),
        ("wide.csv", b"x" * 10_000 + b",y\n1,2\n", "xxx…, y); name"),
        ("numbers.json", b"[1, 2, 3]", "value 1 is not an object"),
        ("numbers.jsonl", b"1\n2\n3\n", "value 1 is not an object"),
        ("first.jsonl", b'{"text": "On\n{"text": "One."}\n', "line 1 is not JSON"),
        ("deep.jsonl", b'{"text": ' + b"[" * 100_000 + b'\n{"text": "One."}\n', "line 1 is not JSON"),
        ("textless.jsonl", b'{"note": "x"}\n{"text": "One."}\n', "line 1: no key has a usual name"),
        ("never.jsonl", b'{"note": "x"}\n' * 9, "the text (there are: note); name the one that holds it"),
        ("never.csv", b"text\n" + b'" "\n' * 200, "holds no article"),
        ("numbers.csv", b"id,text\n" + b"1,\n" * 200, "so it is with 99 more rows, and the rest is not read"),
        ("within.json", b'{"data": [{"text": "x"}]}', "none within 'data'"),
        ("marks.csv", b'id,text\n1,"No\n2,"It rains"\n3,One.\n', "lines 2 to 3: a quotation mark is not"),
        ("long.csv", b'text,n\n"One.",1\n"a,2\n"b\nc, d, e\n",3\n', "lines 3 to 6: a quotation mark is not"),
        ("cut.csv", b'id,text\n1,One.\n2,"Tw', "line 3: a quotation mark is not closed"),
        ("begun.json", b'{"text"', "is not JSON; check it"),
        ("cut.json", b'[{"text": "One."}, {"text": "Tw', "is not JSON after value 1"),
        ("open.json", b'[{"text": "One."}', "is not JSON after value 1"),
        ("odd.jsonl", b'{"text": "One."}\nnonsense\n', "line 2 is not JSON"),
        ("list.jsonl", b'{"text": "One."}\n[1]\n', "line 2 is not an object"),
        ("deep.json", b'[{"text": "One."}, ' + b"[" * 100_000, "is not JSON after value 1"),
        ("cut.txt.gz", gzip.compress(b"word " * 9999)[:50], "is cut off or damaged"),
        ("odd.gz", b"\x1f\x8bnonsense", "is cut off or damaged"),
        ("rich.txt", rb"{\rtf1\ansi {\fonttbl} \ldblquote No,\rdblquote  said Marr.}", "is rich text (RTF)"),
        ("feed", b'<?xml version="1.0"?>\n<rss><title>No</title></rss>', "is XML"),
        ("news.xml", b"<nitf><p>No, said Marr.</p></nitf>", "is XML"),
        ("mail.txt", b"From: a@b.c\nTo: d@e.f\n\tg@h.i\nMIME-Version: 1.0\n\n=93No=94", "is a mail"),
        ("mail", b"From a@b.c Mon May  6 10:00:00 2024\nReturn-Path: <a@b.c>\n\nNo.", "is a mail"),
        ("odd.docx", b"PK\x03\x04nonsense", "no Word document"),
        ("odd.pdf", b"%PDF-1.7 nonsense", "is no PDF"),
        ("odd.parquet", b"PAR1nonsense", "is no Parquet file"),
    ],
)
def test_broken_files_are_told_in_one_line(tmp_path: Path, name: str, data: bytes, problem: str) -> None:
    needed = {"odd.docx": "docx", "odd.pdf": "pypdf", "odd.parquet": "pyarrow"}
    if name in needed:
        pytest.importorskip(needed[name])
    (tmp_path / name).write_bytes(data)
    found, problems = read(tmp_path / name)
    assert len(problems) == 1
    assert problem in problems[0]
    assert "\n" not in problems[0]
    assert [document.text for document in found] in ([], ["One."])


def odd_word(change: Callable[[str, bytes], bytes]) -> bytes:
    """A Word document whose parts are changed: by name and content."""
    made, out = io.BytesIO(), io.BytesIO()
    pytest.importorskip("docx").Document().save(made)
    with ZipFile(made) as whole, ZipFile(out, "w") as odd:
        for name in whole.namelist():
            odd.writestr(name, change(name, whole.read(name)))
    return out.getvalue()


def marked(data: bytes, at: int, value: int) -> bytes:
    """A zip file with ``value`` at this place of every member's head, after its version."""
    found = bytearray(data)
    for head, before in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = data.find(head)
        while start >= 0:
            found[start + before + at] = value
            start = data.find(head, start + 1)
    return bytes(found)


def cut_word() -> bytes:
    return odd_word(lambda name, data: data[:300] if name == "word/document.xml" else data)


def locked_word() -> bytes:
    return marked(odd_word(lambda _, data: data), 0, 1)


def odd_zip() -> bytes:
    return marked(odd_word(lambda _, data: data), 2, 99)


def pdf(password: str = "", words: str = "No, said Marr.", **told: str) -> bytes:
    """A page that says ``words``."""
    pypdf = pytest.importorskip("pypdf")
    from pypdf.generic import ArrayObject, DecodedStreamObject, DictionaryObject, NameObject

    def named(**entries: Any) -> Any:
        return DictionaryObject({NameObject(f"/{name}"): entry for name, entry in entries.items()})

    made, out = pypdf.PdfWriter(), io.BytesIO()
    page = made.add_blank_page(200, 100)
    drawn = DecodedStreamObject()
    drawn.set_data(f"BT /F 12 Tf 10 50 Td ({words}) Tj ET".encode())
    font = named(Type=NameObject("/Font"), Subtype=NameObject("/Type1"), BaseFont=NameObject("/Helvetica"))
    page[NameObject("/Resources")] = named(Font=named(F=font))
    page[NameObject("/Contents")] = ArrayObject([made._add_object(drawn.flate_encode())])
    made.add_metadata({f"/{name}": value for name, value in told.items()})
    if password:
        made.encrypt(password, algorithm="RC4-128")
    made.write(out)
    return out.getvalue()


def aes_pdf() -> bytes:
    """One for which pypdf needs another package, or whose password is wrong."""
    return pdf("secret").replace(b"/V 2", b"/V 5").replace(b"/R 3", b"/R 6")


def odd_parquet() -> bytes:
    """One whose text is not UTF-8."""
    pa = pytest.importorskip("pyarrow")
    from pyarrow.parquet import write_table

    out = io.BytesIO()
    words = pa.Array.from_buffers(pa.string(), 1, pa.array([b"Caf\xe9"]).buffers())
    write_table(pa.table({"text": words}), out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "made", "problem"),
    [
        ("cut.docx", cut_word, "cannot be read"),
        ("locked.docx", locked_word, "cannot be read"),
        ("odd.docx", odd_zip, "cannot be read"),
        ("locked.pdf", lambda: pdf("secret"), "is encrypted"),
        ("aes.pdf", aes_pdf, "is encrypted"),
        ("odd.parquet", odd_parquet, "cannot be read"),
    ],
)
def test_what_libraries_fail_at_is_told(
    tmp_path: Path, name: str, made: Callable[[], bytes], problem: str
) -> None:
    (tmp_path / name).write_bytes(made())
    (tmp_path / "z.txt").write_text("“No,” said Marr.")
    found, problems = read(tmp_path)
    assert [document.text for document in found] == ["“No,” said Marr."]
    assert len(problems) == 1
    assert problem in problems[0]


def test_a_pdf_with_its_title_and_date(tmp_path: Path) -> None:
    for told, date in (("D:20240502120000", "2024-05-02"), ("yesterday", None)):
        (tmp_path / "a.pdf").write_bytes(pdf(Title="Ferry", CreationDate=told))
        (found,), _ = read(tmp_path / "a.pdf")
        assert found[:2] == ("No, said Marr.", "Ferry")
        assert found.published == date


def test_a_line_of_a_pdf_goes_on_unless_it_ends_a_sentence(tmp_path: Path) -> None:
    for space in "", " ", "  ":
        words = f"It rained{space}) Tj 0 -14 Td (in Arra.{space}) Tj 0 -14 Td (It snowed."
        (tmp_path / "a.pdf").write_bytes(pdf(words=words))
        (found,), _ = read(tmp_path / "a.pdf")
        assert [line.strip() for line in found.text.split("\n")] == ["It rained in Arra.", "It snowed."]


def long_word() -> bytes:
    """A Word document that is small and unpacks to much."""
    long = odd_word(lambda name, data: data + b" " * 200_000 if name == "word/document.xml" else data)
    out = io.BytesIO()
    with ZipFile(io.BytesIO(long)) as whole, ZipFile(out, "w", ZIP_DEFLATED) as packed:
        for name in whole.namelist():
            packed.writestr(name, whole.read(name))
    return out.getvalue()


def long_parquet() -> bytes:
    pa = pytest.importorskip("pyarrow")
    from pyarrow.parquet import write_table

    out = io.BytesIO()
    write_table(pa.table({"text": [LONG]}), out)
    return out.getvalue()


def long_claim() -> bytes:
    """A claim whose words are said to stand far on in their article."""
    return json.dumps(
        {
            "id": "0" * 16,
            "kind": "direct",
            "text": "“No.”",
            "spans": [[10**9, 10**9 + 5]],
            "speaker": None,
            "mention": None,
            "cue": None,
            "via": None,
            "about": [],
            "paragraph": 1,
            "confidence": 1.0,
            "because": [],
            "article": {"id": "1", "title": None, "source": None, "published": None},
        }
    ).encode()


LONG = "word " * 40_000


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("a.txt", LONG.encode),
        ("a.txt.gz", lambda: gzip.compress(LONG.encode())),
        ("a.md", LONG.encode),
        ("a.html", lambda: b"<html>" + LONG.encode()),
        ("a.jsonl", json.dumps({"text": LONG}).encode),
        ("a.json", json.dumps([{"text": LONG}]).encode),
        ("pretty.json", json.dumps([{"text": LONG}], indent=1).encode),
        ("a.csv", lambda: b"title,text\nFerry," + LONG.encode()),
        ("lines.csv", lambda: b'title,text\nFerry,"' + LONG.replace(" ", "\n").encode() + b'"'),
        ("a.docx", long_word),
        ("a.parquet", long_parquet),
        ("claims.jsonl", long_claim),
        ("articles.jsonl", lambda: b'{"what": "article", "text": "' + LONG.encode() + b'"}'),
        ("a.pdf", lambda: pdf(words=LONG)),
    ],
)
def test_what_is_too_much_for_one_article_is_told(
    tmp_path: Path, name: str, made: Callable[[], bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / name
    path.write_bytes(made())
    monkeypatch.setattr("claimcli.sources.limit.MOST", 100_000)
    found, problems = read(path)
    assert found == []
    assert len(problems) == 1
    assert any(told in problems[0] for told in ("as one article", "field limit", "an offset of"))


def test_word_and_its_tables(tmp_path: Path) -> None:
    docx = pytest.importorskip("docx")
    made = docx.Document()
    made.core_properties.title = "Ferry stopped"
    made.add_paragraph("“No,” said Marr.")
    cells = made.add_table(rows=1, cols=2).rows[0].cells
    cells[0].text, cells[1].text = "Monday", "no ferry"
    made.save(tmp_path / "a.docx")
    (found,), _ = read(tmp_path / "a.docx")
    assert (found.text, found.title) == ("“No,” said Marr.\n\nMonday\tno ferry", "Ferry stopped")


@pytest.mark.parametrize(
    "above",
    [
        b"",
        b"\xef\xbb\xbf<!-- saved from url=(0021)http://ferry.example -->\n",
        b'<?xml version="1.0" encoding="utf-8"?>\n<!-- ' + b"a long comment > " * 90 + b"--><!-- more -->",
    ],
)
def test_a_page_is_its_article_alone(tmp_path: Path, above: bytes) -> None:
    pytest.importorskip("trafilatura")
    (tmp_path / "page").write_bytes(above + PAGE)
    (found,), problems = read(tmp_path / "page")
    assert problems == []
    assert found.title == "Ferry stopped"
    assert "“We will not sail before" in found.text
    assert "Home" not in found.text
    assert "silly" not in found.text


def test_a_page_without_a_doctype_is_known(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura")
    (tmp_path / "page").write_bytes(PAGE.replace(b"<!DOCTYPE html><html>", b"\n"))
    assert "<p>" not in read(tmp_path / "page")[0][0].text


@pytest.mark.parametrize(
    "text", ["<!-- note -->\n\n“No,” said Marr.", "Received: “No,” said Marr" + "<!---->" * 500]
)
def test_what_only_looks_like_something_else_is_text(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    assert read(tmp_path / "a.txt") == ([Document(text, source=str(tmp_path / "a.txt"))], [])


def test_a_missing_extra_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "trafilatura", None)
    (tmp_path / "page.html").write_bytes(PAGE)
    assert read(tmp_path / "page.html")[1] == [
        "a web page needs an extra package; install it with: pip install 'claimcli[html]'"
    ]


class _Site(BaseHTTPRequestHandler):
    """A small site: an article, redirects to it and out of the web, a page that is too much. It is a proxy, too."""

    def do_GET(self) -> None:
        self.path = self.path.removeprefix("http://ferry.example")
        moved = {
            "/moved": "/a.txt",
            "/out": "file:///etc/hostname",
            "/ftp": "ftp://localhost/a",
            "/loop": "/loop",
        }
        if self.path in moved:
            self.send_response(302)
            self.send_header("Location", moved[self.path])
            self.end_headers()
        elif self.path in ("/a.txt", "/caf%C3%A9%20au%20lait?q=%C3%A9", "/endless", "/cut", "/drip"):
            self.send_response(200)
            self.send_header("Content-Type", "text/plain")
            if self.path == "/cut":
                self.send_header("Content-Length", "1000000")
            self.end_headers()
            self.wfile.write("“No,” said Marr.".encode() * (100 if self.path == "/endless" else 1))
            if self.path == "/drip":
                with suppress(OSError):
                    while True:
                        time.sleep(0.02)
                        self.wfile.write(b" ")
        elif self.path == "/silent":
            time.sleep(0.5)
        else:
            self.send_error(404)

    def log_message(self, *_: object) -> None:
        """Be quiet."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


def test_urls_are_read_and_redirects_followed(site: str) -> None:
    for path in ("/a.txt", "/moved", "/café au lait?q=é#top"):
        assert read(site + path) == ([Document("“No,” said Marr.", source=site + path)], [])


def test_urls_are_reached_by_a_proxy(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("no_proxy", "NO_PROXY", "HTTP_PROXY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("http_proxy", site)
    url = "http://ferry.example/a.txt"
    assert read(url) == ([Document("“No,” said Marr.", source=url)], [])


@pytest.mark.parametrize(
    ("path", "problem"),
    [
        ("/missing", "the server answers 404"),
        ("/out", "redirects in circles, or not to http:// or https://"),
        ("/ftp", "ftp"),
        ("/loop", "redirects in circles"),
        ("/endless", "is over 0 MB"),
        ("/cut", "is cut off, the connection broke"),
        ("/drip", "the server is too slow"),
        ("/silent", "the server is too slow"),
    ],
)
def test_what_goes_wrong_on_the_web_is_told(
    site: str, path: str, problem: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("claimcli.sources.url.MOST", 1000)
    monkeypatch.setattr("claimcli.sources.url.TIMEOUT", 0.2)
    monkeypatch.setattr("claimcli.sources.url.LONGEST", 0.2)
    found, problems = read(site + path)
    assert found == []
    assert len(problems) == 1
    assert problem in problems[0]
    assert "\n" not in problems[0]


def test_a_site_that_is_not_there_and_other_schemes(site: str) -> None:
    port = int(site.rpartition(":")[2])
    assert "cannot be reached" in read(f"http://127.0.0.1:{port - 1 or 1}/")[1][0]
    assert read("ftp://127.0.0.1/a.txt")[1] == [
        "ftp:// cannot be read; only http:// and https:// can, or all with extract --cluster"
    ]
    assert len(read("http://[broken/")[1]) == 1
