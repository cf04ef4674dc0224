"""How the entity model of `briefing.reading.entities` was made; not part of the wheel."""
