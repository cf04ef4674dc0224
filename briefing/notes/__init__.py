"""Notes as text: finding a passage again, and the Markdown files that are the reader's."""
