"""What of a rule, and of the words that rules share, no example needs: found by leaving out one thing after another."""
