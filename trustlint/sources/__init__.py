"""Bytes to messages: containers, platforms, markup, templates."""
