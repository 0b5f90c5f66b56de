"""The smallest program that the platform can start: it answers, and counts its starts."""

import json
import os
from http.server import BaseHTTPRequestHandler, HTTPServer


class Answers(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        told = {name: value for name, value in os.environ.items() if name.startswith("OSNOWA_")}
        body = json.dumps(told | {"pid": os.getpid(), "ready": True}).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Nobody reads it."""


if __name__ == "__main__":
    if "OSNOWA_CRASHPOINT" in os.environ:
        raise SystemExit("crashed on purpose")
    HTTPServer(("127.0.0.1", int(os.environ["OSNOWA_PORT"])), Answers).serve_forever()
