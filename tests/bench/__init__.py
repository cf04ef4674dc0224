"""Measuring the readings against sets kept outside the repository."""
