"""Publishing: what reaches the disk, and what is remembered of it."""
