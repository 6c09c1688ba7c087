"""What of a rule its examples do not need: found by leaving out one thing after another."""
