"""Existing Vale styles, read as packs: each rule file a rule, each folder of them a pack.

What a style asks for and messages do not have is said by name, never passed over.
"""
