"""Drills: real processes are killed and stores destroyed, and a checker counts what is left.

Each drill has a platform of its own, which is gone afterwards.
"""
