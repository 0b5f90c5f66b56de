"""What the rules of the proceeding refuse, by its stages; each refusal says what to do then."""
