"""What every test may ask for."""

from chassis.testing import (
    broker,
    database,
    nats_server,
    new_database,
    postgres,
    server_folder,
)

__all__ = ["broker", "database", "nats_server", "new_database", "postgres", "server_folder"]
