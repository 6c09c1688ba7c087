"""Fixes: what a rule proposes, applied to the text of a file, checked, and written."""
