"""Rules of Vale styles, run as Vale documents them: one module for each of its extension points.

`packs.vale` reads the rule files, translates their patterns and leaves plain options; what runs here reads the text as
it was typed, in Vale's blocks.
"""
