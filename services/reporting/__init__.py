"""Reporting: what the city may know without knowing whom it is about."""
