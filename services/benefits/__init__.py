"""Benefits: the administrative proceeding from the application to the last payment."""
