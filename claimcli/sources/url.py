"""Pages on the web: http and https alone."""

from __future__ import annotations

from http.client import HTTPException, HTTPResponse, IncompleteRead
from io import BufferedReader, BytesIO
from time import monotonic
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlsplit, urlunsplit
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPRedirectHandler,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
    UnknownHandler,
)

from claimcli.sources.document import SourceError

TIMEOUT = 20.0  # seconds for a connection, and for each read
LONGEST = 60.0  # seconds for a whole page
CHUNK = 1 << 16  # bytes
MOST = 32 * 1024 * 1024  # bytes of a page
HANDLERS = (
    ProxyHandler,
    HTTPHandler,
    HTTPSHandler,
    HTTPRedirectHandler,
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    UnknownHandler,  # says no to a redirect to ftp://
)
NAMES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "application/pdf": ".pdf",
    "text/csv": ".csv",
}
NAMES |= {"application/json": ".json", "text/markdown": ".md", "application/x-ndjson": ".jsonl"}


def fetch(url: str) -> tuple[str, BufferedReader]:
    """The name of what ``url`` gives, its ending told by the server where it can, and its bytes.

    Follows redirects, to http and https alone. Raises ``SourceError`` for all that goes wrong.
    """
    scheme = url.partition("://")[0]
    if scheme.lower() not in ("http", "https"):
        raise SourceError(
            url, f"{scheme}:// cannot be read; only http:// and https:// can, or all with extract --cluster"
        )
    headers = {"User-Agent": "claimcli", "Accept": "text/html, text/plain, */*;q=0.5"}
    try:
        request = Request(_ascii(url), headers=headers)
        with _opener().open(request, timeout=TIMEOUT) as answer:
            data = _read(answer)
            name = urlsplit(answer.geturl()).path
            kind = answer.headers.get_content_type()
    except HTTPError as error:
        if 300 <= error.code < 400:
            raise SourceError(
                url, "redirects in circles, or not to http:// or https://; check the address"
            ) from error
        raise SourceError(
            url, f"the server answers {error.code} {error.reason}; check the address"
        ) from error
    except TimeoutError as error:
        raise SourceError(url, "the server is too slow; try again later") from error
    except URLError as error:
        raise SourceError(
            url, f"cannot be reached ({error.reason}); check the address and your network"
        ) from error
    except IncompleteRead as error:
        raise SourceError(url, "is cut off, the connection broke; try again") from error
    except (HTTPException, ValueError, OSError) as error:
        raise SourceError(url, f"cannot be read ({error}); check the address") from error
    if len(data) > MOST:
        raise SourceError(url, f"is over {MOST >> 20} MB; download it and name the file")
    return name + NAMES.get(kind, ""), BufferedReader(BytesIO(data))


def _read(answer: HTTPResponse) -> bytes:
    """The body, little more than is allowed at most.

    Raises ``TimeoutError`` if it never ends, and ``IncompleteRead`` if it ends before the server said.
    """
    began = monotonic()
    data = bytearray()
    while len(data) <= MOST:
        chunk = answer.read1(CHUNK)
        if not chunk:
            if answer.length:
                raise IncompleteRead(bytes(data), answer.length)
            break
        data += chunk
        if monotonic() - began > LONGEST:
            raise TimeoutError
    return bytes(data)


def _ascii(url: str) -> str:
    """``url`` as servers want it, of what browsers show: "/café au lait" is "/caf%C3%A9%20au%20lait"."""
    parts = urlsplit(url)
    host = parts.netloc if parts.netloc.isascii() else parts.netloc.encode("idna").decode()
    rest = (quote(part, safe="%/:=&?~+!$,;'@()*[]|") for part in (parts.path, parts.query))
    return urlunsplit((parts.scheme, host, *rest, ""))


def _opener() -> OpenerDirector:
    """What opens web addresses and nothing else: no file://, no ftp://, also not by a redirect."""
    opener = OpenerDirector()
    for handler in HANDLERS:
        opener.add_handler(handler())
    return opener
