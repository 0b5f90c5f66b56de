"""PostgreSQL and NATS out of their wheels: for trying out, developing and testing, never a server.

Whatever is started here is stopped by whoever started it, and dies with that process.
"""

from chassis.embedded.nats import NatsServer
from chassis.embedded.postgres import PostgresServer
from chassis.embedded.process import Process, StartFailed, free_port

__all__ = ["NatsServer", "PostgresServer", "Process", "StartFailed", "free_port"]
