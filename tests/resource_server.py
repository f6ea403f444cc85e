"""Serves a model on the loopback interface as Stanza's hub does: a list of resources, and the files that it names."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

from attrs import define, field

from quotetrack.parsing import LANGUAGE


@define
class Hub:
    """What is served, by path; where a download breaks off; what was asked for."""

    files: Mapping[str, bytes]
    url: str = ""
    broken: set[str] = field(factory=set)
    altered: set[str] = field(factory=set)
    asked: list[str] = field(factory=list)

    def resources(self) -> bytes:
        """Return the list of resources: what the default package consists of, and the sum of each file."""
        german: dict[str, Any] = json.loads(self.files["resources.json"])[LANGUAGE]
        for path, content in self.files.items():
            if path.endswith(".pt"):
                _, processor, name = path.split("/")
                md5 = hashlib.md5(content, usedforsecurity=False).hexdigest()
                german[processor][name.removesuffix(".pt")]["md5"] = md5
        return json.dumps({"url": f"{self.url}/{{lang}}/{{filename}}", LANGUAGE: german}).encode()


class _Handler(BaseHTTPRequestHandler):
    hub: Hub

    def do_GET(self) -> None:
        """Answer a request, wholly or not."""
        path = self.path.lstrip("/")
        self.hub.asked.append(path)
        content = self.hub.resources() if path.startswith("resources_") else self.hub.files.get(path)
        if content is None:
            self.send_error(404)
            return
        if path in self.hub.altered:
            content = content[:-1] + bytes([content[-1] ^ 1])
        self.send_response(200)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content[: len(content) // 2] if path in self.hub.broken else content)

    def log_message(self, *_arguments: Any) -> None:
        """Say nothing."""


@contextmanager
def serving(model: Path) -> Iterator[Hub]:
    """Serve the model in a folder for as long as the context lasts."""
    paths = (path for path in model.rglob("*") if path.is_file())
    hub = Hub({path.relative_to(model).as_posix(): path.read_bytes() for path in paths})
    handler = type("Handler", (_Handler,), {"hub": hub})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        hub.url = f"http://127.0.0.1:{server.server_port}"
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield hub
        finally:
            server.shutdown()
            thread.join()
