"""What the site's icons are called, and how large they are."""

DRAWING = "favicon.svg"
FAVICON = "favicon.ico"
TOUCH = "apple-touch-icon.png"
LARGE = {192: "icon-192.png", 512: "icon-512.png"}
MASKABLE = "icon-maskable-512.png"
MASKABLE_SIZE = 512
