"""The colours of what we draw, as in `templates/assets/css/02-tokens.css`."""

PAPER, INK, QUIET, HAIRLINE = "#fbfbf9", "#17191c", "#565a61", "#d3d3cd"
