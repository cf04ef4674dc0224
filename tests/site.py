"""A site on this machine alone, for tests of what comes over the network."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PAGE = (
    b"<!doctype html><html><head><meta charset=utf-8><title>Bridge stays open</title></head><body>"
    b"<article><h1>Bridge stays open</h1>"
    + b"<p>The council voted on Tuesday to keep the <a href='/old'>old swing bridge</a> open until "
    b"the new crossing is ready, the mayor said.</p>" * 5 + b"</article></body></html>"
)


@dataclass
class Site:
    """What the site answers, and what it was asked.

    Attributes:
        address: without a slash at the end.
        answers: a path to its status, headers and body, to the bytes to send as they are, or to
            what gives one of the two for the headers of a request.
        asked: the path and headers of every request so far.
    """

    address: str = ""
    answers: dict[str, Answers] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def paths(self) -> list[str]:
        return [path for path, _ in self.asked]


Answer = tuple[int, dict[str, str], bytes]
Answers = Answer | bytes | Callable[[dict[str, str]], Answer | bytes]


def page(body: bytes = PAGE, kind: str = "text/html; charset=utf-8", **headers: str) -> Answer:
    """A good answer; an underscore in a header's name stands for a hyphen."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return 200, {"Content-Type": kind, **named}, body


@contextmanager
def serving() -> Iterator[Site]:
    """Runs a site."""
    site = Site()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            headers = {name.lower(): value for name, value in self.headers.items()}
            site.asked.append((self.path, headers))
            answer = site.answers.get(self.path, (404, {}, b"none"))
            if callable(answer):
                answer = answer(headers)
            if isinstance(answer, bytes):
                self.wfile.write(answer)
                return
            status, extra, body = answer
            self.send_response(status)
            for name, value in {"Content-Length": str(len(body)), **extra}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, *_: object) -> None:
            pass  # whoever asked went away

    server = Server(("127.0.0.1", 0), Handler)
    site.address = f"http://127.0.0.1:{server.server_port}"
    threading.Thread(target=lambda: server.serve_forever(0.05), daemon=True).start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
