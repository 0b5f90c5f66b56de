"""Methodical social work: the social worker's own file, and the certificates that leave it."""
