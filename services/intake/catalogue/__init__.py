"""The catalogue of help: who may get which services, under which conditions, in which places."""
