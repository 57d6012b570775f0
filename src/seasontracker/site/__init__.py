"""Shows and what the rest of the site may know of them."""
