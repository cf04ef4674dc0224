"""From an article to its briefing: one kind of finding a module, every finding a span."""
