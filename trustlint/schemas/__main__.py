"""`python -m trustlint.schemas`: write the schemas anew after a change of the tables."""

from trustlint.schemas import write

write()
