"""The article on a web page, and nothing else of it."""

from __future__ import annotations

import pytest

from claimcli.sources import SourceError
from claimcli.sources.html import document

pytest.importorskip("trafilatura")

SAYS = (
    "{} said on Monday that the council would <b>close</b> the library in <a href='/m'>March</a>, as planned."
)
READ = "{} said on Monday that the council would close the library in March, as planned."
NAMES = (
    "Ann Archer",
    "Ben Baker",
    "Cora Cook",
    "Dan Draper",
    "Eve Ewing",
    "Finn Fisher",
    "Gus Glover",
    "Hal Hunter",
)


def page(body: str, title: str = "Library to close") -> bytes:
    return f"<!doctype html><html><head><title>{title}</title></head><body>{body}</body></html>".encode()


def said(*names: str, tag: str = "p") -> str:
    return "\n".join(f"<{tag}>{SAYS.format(name)}</{tag}>" for name in names)


def lines(body: str) -> list[str]:
    """The lines of the article on a page, its title aside."""
    title, *rest = document("page.html", page(body)).text.split("\n\n")
    assert title == "Library to close"
    return rest


def read(*names: str) -> list[str]:
    return [READ.format(name) for name in names]


def test_paragraphs_of_the_article_are_lines_whatever_lines_their_source_has():
    wrapped = said(*NAMES).replace(" ", "\n  ").replace("<a\n  href", "<a href")
    assert lines(f"<nav>News Sport</nav><article>{wrapped}</article>") == read(*NAMES)


def test_items_of_a_list_come_without_bullets():
    listed = f"<ul>{said(*NAMES[4:], tag='li')}</ul>"
    assert lines(f"<article>{said(*NAMES[:4])}{listed}</article>") == read(*NAMES)


@pytest.mark.parametrize("holder", ["<div>{}</div>", "<article>{}</article>", "<td>{}</td>", "<p>{}</p>"])
def test_empty_lines_part_paragraphs_where_there_are_no_others(holder):
    parted = "<br><br />&nbsp;\n".join(SAYS.format(name) for name in NAMES)
    text = holder.format(parted)
    assert lines(f"<table><tr>{text}</tr></table>" if "td" in holder else text) == read(*NAMES)


def test_a_body_that_advertisements_part_is_whole():
    parts = "".join(
        f"<div class='row'><div class='article-body'>{said(*names)}</div></div><div class='ad'><p>Buy now</p></div>"
        for names in (NAMES[:4], NAMES[4:])
    )
    found = lines(f"<main><article>{parts}</article></main>")
    assert [line for line in found if "said" in line] == read(*NAMES)


def test_comments_are_no_parts_of_the_body():
    comments = "".join(f"<div class='comment-text'>{said(f'Reader {n}') * 3}</div>" for n in (1, 2, 3))
    article = f"<div class='entry-content'>{said(*NAMES)}</div>"
    assert lines(f"<article>{article}</article><section id='comments'>{comments}</section>") == read(*NAMES)


def test_what_a_page_marks_as_its_body_counts():
    around = "<div class='article-content'><p>Sign up for the letter that tells you more.</p>{}<p>Thank you!</p></div>"
    marked = f"<section itemprop='articleBody'>{said(*NAMES)}</section>"
    assert lines(around.format(marked)) == read(*NAMES)


def test_a_teaser_that_is_marked_as_the_body_does_not_hide_the_article():
    teaser = "<div itemprop='articleBody'><p>The library is to close.</p></div>"
    assert lines(f"{teaser}<article>{said(*NAMES)}</article>")[-len(NAMES) :] == read(*NAMES)


@pytest.mark.parametrize(
    "link",
    [
        "<p><a href='/x'>Mayor says she will resign</a></p>",
        "<p>Related: <a href='/x'>Mayor says she will resign</a></p>",
        "<p><strong>SEE ALSO:</strong> <a href='/x'>Mayor says she will resign</a> [VIDEO]</p>",
        "<ul><li><a href='/x'>Mayor says she will resign</a></li></ul>",
    ],
)
def test_links_to_other_articles_are_left_out(link):
    assert lines(f"<article>{said(*NAMES[:4])}{link}{said(*NAMES[4:])}</article>") == read(*NAMES)


def test_a_sentence_with_a_link_stays():
    sentence = "<p>Ida Imms told <a href='/x'>the assembly that she disagrees and would not sign</a>.</p>"
    assert "Ida Imms told the assembly that she disagrees and would not sign." in lines(
        f"<article>{said(*NAMES)}{sentence}</article>"
    )


def test_a_run_of_marks_beside_a_link_is_read_once():
    """For 100,000 it would take minutes to read it anew from each of them."""
    line = f"<p><a href='/x'>Mayor says she will resign</a> {'-' * 100_000}x</p>"
    assert lines(f"<article>{said(*NAMES)}{line}</article>")[: len(NAMES)] == read(*NAMES)


def test_headings_before_the_first_paragraph_are_left_out_and_later_ones_stay():
    found = lines(
        f"<article><h1>Library to close</h1><h2>Mayor says it costs too much</h2>{said(*NAMES[:4])}"
        f"<h2>What comes next</h2>{said(*NAMES[4:])}</article>"
    )
    assert found == [*read(*NAMES[:4]), "What comes next", *read(*NAMES[4:])]


def test_an_embedded_quotation_is_part_of_the_article():
    post = "<blockquote class='post'><p>We will fight this.</p>— Ida Imms</blockquote><script>show()</script>"
    embedded = f"<div class='social-embed'>{post}</div>"
    assert "We will fight this." in lines(f"<article>{said(*NAMES)}{embedded}</article>")


@pytest.mark.parametrize("meta", ["", "<meta charset='iso-8859-1'>", "<meta charset='windows-1252'>"])
def test_an_old_page_is_read_as_browsers_do(meta):
    quoted = "“We won’t close the café,” said José Müller."
    new = page(f"<article><p>{quoted}</p>{said(*NAMES)}</article>").decode()
    old = new.replace("<head>", f"<head>{meta}").encode("cp1252")
    assert quoted in document("page.html", old).text


def test_zeros_on_a_page_do_not_keep_it_from_being_read():
    assert READ.format("Ann Archer") in document("page.html", page(f"{said(*NAMES)}<i>\0</i>")).text


@pytest.mark.parametrize("body", ["", "<!-- nothing -->", "<p></p>"])
def test_a_page_without_an_article_is_an_error(body):
    with pytest.raises(SourceError, match="no article on this page"):
        document("page.html", page(body))


def test_very_deep_pages_are_read_or_refused():
    with pytest.raises(SourceError, match="no article on this page"):
        document("page.html", page("<div>" * 50_000 + said(*NAMES)))
