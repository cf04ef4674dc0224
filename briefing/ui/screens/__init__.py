"""What fills the terminal: the reader, and what is laid over it for a moment."""
