"""What a library promises: its ledger."""
