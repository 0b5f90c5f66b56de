"""What follows a decision beside the benefit itself: watching it, getting back what was not due,
who is obliged to support the client, fees, requests out of a contract, payment lists.
"""
