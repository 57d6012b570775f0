"""What the program says, in the site's language."""
