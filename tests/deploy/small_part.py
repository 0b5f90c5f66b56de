"""The smallest program that the platform can start: it answers what an operator asks."""

import json
import os
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

PARKED = [
    {
        "publisher": "benefits",
        "sequence": 12,
        "type": "osnowa.benefits.decision-issued.v9",
        "person_id": None,
        "state": "parked",
        "reason": "unknown fact or version",
        "attempts": 1,
    }
]


def status() -> dict[str, Any]:
    told = {name: value for name, value in os.environ.items() if name.startswith("OSNOWA_")}
    return told | {
        "pid": os.getpid(),
        "checks": {"database": True, "broker": True},
        "log_head": 3,
        "follower_lag": 0,
        "relay_lag": 1,
        "inbox_lag": 2,
        "parked": len(PARKED),
        "waiting_behind_parked": 0,
        "loops": {"relay": {"ok": True}},
    }


class Answers(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path == "/api/parked":
            self._answer(200 if "administrator" in self.headers.get("Cookie", "") else 401, PARKED)
        else:
            self._answer(200, status())

    def do_POST(self) -> None:
        said = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        if self.path == "/api/sign-in":
            self._answer(200, {}, f"worker={json.loads(said)['worker']}")
        elif self.path == "/api/parked/benefits/12/retry":
            PARKED.clear()
            self._answer(200, {"handled": True})
        else:
            self._answer(200, {"handled": False})

    def _answer(self, code: int, told: Any, cookie: str | None = None) -> None:
        body = json.dumps(told).encode()
        self.send_response(code)
        self.send_header("Content-Length", str(len(body)))
        if cookie:
            self.send_header("Set-Cookie", cookie)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Nobody reads it."""


if __name__ == "__main__":
    if "OSNOWA_CRASHPOINT" in os.environ:
        raise SystemExit("crashed on purpose")
    HTTPServer(("127.0.0.1", int(os.environ["OSNOWA_PORT"])), Answers).serve_forever()
