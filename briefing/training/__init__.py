"""How the weights in ``briefing/reading/weights`` were made; not part of an installation."""
