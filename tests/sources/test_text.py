"""From bytes to the article's text: encodings, newlines, Markdown."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcli.sources import Document, SourceError, documents

SPEECH = "“We won’t go,” said André Müller.\r\nHe paused.\n\n“Never.”\n"


def read(folder: Path, data: bytes, name: str = "article.txt") -> Document:
    path = folder / name
    path.write_bytes(data)
    (document,) = documents(str(path))
    return document


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252", "mac-roman"])
def test_encodings_are_found_and_newlines_kept(tmp_path: Path, encoding: str) -> None:
    assert read(tmp_path, SPEECH.encode(encoding)).text == SPEECH


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize(("name", "begin"), [("a.txt", ""), ("a.md", ""), ("a.tsv", "title\ttext\nSea\t")])
def test_utf_16_without_a_mark_is_told_by_its_zeros(
    tmp_path: Path, encoding: str, name: str, begin: str
) -> None:
    text = "“We won’t go,” said André Müller."
    assert read(tmp_path, (begin + text).encode(encoding), name).text == text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ('"Adiós", ÓSCAR MUÑOZ said. "ÔTER?"', "cp1252"),
        ("‘Ja,’ said André.", "mac-roman"),
        ("The town’s mayor, José Muñoz García, won’t go to María’s café.", "mac-roman"),
        ("The town’s mayor won’t go.", "cp1252"),
    ],
)
def test_quotation_marks_of_a_mac_are_told_from_letters_of_windows(
    tmp_path: Path, text: str, encoding: str
) -> None:
    assert read(tmp_path, text.encode(encoding)).text == text


def test_a_few_old_letters_are_those_of_windows_1252(tmp_path: Path) -> None:
    text = '"Le café", said José Müller, the mayor.' + "The town has many of them. " * 20
    assert read(tmp_path, text.encode("cp1252")).text == text


def test_quotation_marks_of_windows_1252_are_known_where_no_letter_is_beyond_ascii(tmp_path: Path) -> None:
    text = Path("seeds/nato-no-fly-zone.txt").read_text(encoding="utf-8")
    assert read(tmp_path, text.encode("cp1252")).text == text


def test_utf_8_cut_off_in_the_middle_of_a_character_is_still_utf_8(tmp_path: Path) -> None:
    data = (SPEECH * 5 + "né").encode()[:-1]
    assert read(tmp_path, data).text == SPEECH * 5 + "n\ufffd"


def test_binary_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="is binary, not text"):
        read(tmp_path, b"\x7fELF\x02\x01\x00\x00\x00")


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("“We *will* **not** go,” [Marr](http://a.example/x) said.", "“We will not go,” Marr said."),
        ("One line\nand its end.\n\nNext.", "One line and its end.\n\nNext."),
        ("> “Never,”\n> she said.", "“Never,” she said."),
        ("- one\n- two\n  1. three", "one\n\ntwo\n\nthree"),
        ("| who | what |\n|---|---|\n| Marr | “no” |", "who\twhat\n\nMarr\t“no”"),
        ("<p>He said <b>“no”</b> &amp; left</p>", "He said “no” & left"),
        ("He said <b>“no”</b> &amp; left", "He said “no” & left"),
        ("`said` and\n\n    indented “code”\n", "said and\n\nindented “code”"),
        ("![Marr at sea](a.png)", "Marr at sea"),
        ("snake_case_name and 2 * 3 * 4", "snake_case_name and 2 * 3 * 4"),
    ],
)
def test_markdown_is_read_as_it_is_seen(tmp_path: Path, markdown: str, text: str) -> None:
    assert read(tmp_path, markdown.encode(), "article.md").text == text


def test_markdown_title_is_the_first_heading(tmp_path: Path) -> None:
    document = read(tmp_path, b"# Minister: no *talks*\n\nBody.\n\n## Later\n\nMore.", "a.markdown")
    assert document.title == "Minister: no talks"
    assert document.text == "Minister: no talks\n\nBody.\n\nLater\n\nMore."


@pytest.mark.parametrize(
    "front",
    [
        "---\ntitle: 'Minister: no talks'\ndate: 2024-05-01\ntags: [a, b]\n---\n",
        "---\r\nTitle: Minister: no talks \t\r\npublished: 2024-05-01\r\n---\r\n",
        '+++\ntitle = "Minister: no talks"\ndate = 2024-05-01\n+++\n',
    ],
)
def test_front_matter_gives_title_and_date(tmp_path: Path, front: str) -> None:
    document = read(tmp_path, (front + "Body.").encode(), "a.md")
    assert document == Document(
        "Minister: no talks\n\nBody.",
        title="Minister: no talks",
        source=str(tmp_path / "a.md"),
        published="2024-05-01",
    )


def test_a_run_of_spaces_is_read_once(tmp_path: Path) -> None:
    """For 200,000 it would take minutes to read it anew from each of them."""
    title = f"Minister:{' ' * 200_000}no talks"
    assert read(tmp_path, f"---\ntitle: {title}\n---\nBody.".encode(), "a.md").title == title


def test_a_rule_at_the_top_is_no_front_matter(tmp_path: Path) -> None:
    assert read(tmp_path, b"---\n\nBody without an end of the front.", "a.md").title is None


@pytest.mark.parametrize("hostile", ["> ", "- ", ">", "[", "*_", "<!--", "![", "<a "])
def test_hostile_markdown_loses_no_words(tmp_path: Path, hostile: str) -> None:
    text = read(tmp_path, (hostile * 3000 + "deep\n\nThe end.").encode(), "a.md").text
    assert "deep" in text
    assert "The end." in text
