"""briefing: a terminal reader that turns a news article into a briefing."""

__version__ = "0.1.0"
