"""First contact: who came, what is the matter, where the client goes next (MOPS-INFO)."""
