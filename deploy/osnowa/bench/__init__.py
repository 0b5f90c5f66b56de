"""`osnowa bench`: our speed beside bare PostgreSQL, bare NATS and the peers, in one run."""

from osnowa.bench.command import app

__all__ = ["app"]
