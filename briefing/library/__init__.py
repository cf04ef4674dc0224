"""What was read, how far, what it was found to say, and the notes on it: one SQLite file."""
