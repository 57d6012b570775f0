"""What a page says as linked data: one graph of schema.org's terms (JSON-LD 1.1)."""

from seasontracker.exports.json_ld.article import season_graph
from seasontracker.exports.json_ld.series import show_graph
from seasontracker.exports.json_ld.site import site_graph

__all__ = ["season_graph", "show_graph", "site_graph"]
