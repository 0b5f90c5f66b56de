"""Service orders: what the city orders for a client, from whom, and what was really done."""
