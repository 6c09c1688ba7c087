"""What `trustlint init` finds, writes and says."""
