"""Everything that checks briefing."""
