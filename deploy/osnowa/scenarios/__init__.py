"""The scenarios of the city, played through public HTTP APIs only."""
