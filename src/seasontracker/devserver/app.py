"""The preview's web application: the site, its own script, its events and its clock."""

from __future__ import annotations

import asyncio
from functools import partial
from importlib.resources import files

from msgspec import Struct
from starlette.applications import Starlette
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from seasontracker.clock import ClockError
from seasontracker.devserver.builds import ToldBuilding, watched_build
from seasontracker.devserver.guard import LOOPBACK, refusal
from seasontracker.devserver.news import News
from seasontracker.devserver.pages import CONTENT_SECURITY_POLICY, OWN, answer
from seasontracker.devserver.preview import Preview

_SAFE = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
_MOST_BYTES = 1024
_CLIENT = {
    "preview.js": "text/javascript",
    "patch.js": "text/javascript",
    "preview.css": "text/css",
}


class Guard(Struct, frozen=True):
    """Refuses requests that do not come from a page of the preview, or a person."""

    app: ASGIApp
    port: int

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            headers = Headers(scope=scope)
            if why := refusal(headers, scope["method"], self.port, LOOPBACK):
                await PlainTextResponse(f"{why}\n", 403, _SAFE)(scope, receive, send)
                return
        await self.app(scope, receive, send)


def make_app(
    preview: Preview, news: News, port: int, told_building: ToldBuilding = lambda _: None
) -> ASGIApp:
    """Return the application that answers on a port."""

    async def page(request: Request) -> Response:
        site, state = preview.project.output, preview.state
        found = await asyncio.to_thread(answer, site, preview.prefix, request.url.path, state)
        headers = dict(_SAFE)
        if found.location:
            headers["Location"] = found.location
        if found.is_lasting:
            # Not fetched with every save; other content has another name.
            headers["Cache-Control"] = "private, max-age=3600, immutable"
        return Response(found.body, found.status, headers, found.media_type)

    async def own(request: Request) -> Response:
        name = request.path_params["name"]
        media_type = _CLIENT.get(name)
        if media_type is None:
            return PlainTextResponse("there is no such file\n", 404, _SAFE)
        data = (files(__package__) / "client" / name).read_bytes()
        return Response(data, 200, _SAFE, f"{media_type}; charset=utf-8")

    async def events(_: Request) -> Response:
        return StreamingResponse(news.stream(), 200, _SAFE, "text/event-stream")

    async def clock(request: Request) -> Response:
        body = b""
        async for chunk in request.stream():
            body += chunk
            if len(body) > _MOST_BYTES:
                return PlainTextResponse("too long\n", 413, _SAFE)
        today = body.decode("utf-8", "replace").strip() or None
        try:
            state = await watched_build(partial(preview.show, today), news, told_building)
        except ClockError as error:
            return JSONResponse({"error": str(error)}, 422, _SAFE)
        await news.tell(state)
        return JSONResponse({"now": state.now}, 200, _SAFE)

    routes = [
        Route(f"{OWN}/events", events),
        Route(f"{OWN}/clock", clock, methods=["POST"]),
        Route(f"{OWN}/{{name}}", own),
        Route("/{path:path}", page),
    ]
    return Guard(Starlette(routes=routes), port)


def site_address(preview: Preview, port: int) -> str:
    """Return where the home page is."""
    return f"http://127.0.0.1:{port}{preview.prefix}/"
