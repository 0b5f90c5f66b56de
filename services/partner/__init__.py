"""The node of any outside institution: what it is told, what waits for it, what it announces."""
