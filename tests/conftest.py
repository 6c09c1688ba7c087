"""What all tests go by."""

import os

from hypothesis import settings

# How long one example takes says more about what else the machine does than about the code.
settings.register_profile("unhurried", deadline=None, max_examples=int(os.environ.get("EXAMPLES", "25")))
settings.load_profile("unhurried")
