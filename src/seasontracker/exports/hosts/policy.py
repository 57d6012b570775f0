"""What a browser may do with the site's pages, as the pages themselves need it."""

from __future__ import annotations

PLAYER = "https://www.youtube-nocookie.com"
"""The only other host that a page may show, in the frame that a click opens."""

_DIRECTIVES = (
    ("default-src", "'none'"),
    ("base-uri", "'none'"),
    ("connect-src", "'self'"),
    ("font-src", "'self'"),
    ("form-action", "'self'"),
    ("frame-src", PLAYER),
    ("img-src", "'self'"),
    ("manifest-src", "'self'"),
    ("script-src", "'self'"),
    ("style-src", "'self'"),
    ("require-trusted-types-for", "'script'"),
)
_ONLY_AS_HEADER = (("frame-ancestors", "'none'"),)


def content_security_policy(*, is_meta: bool = False) -> str:
    """Return the policy (W3C CSP 3): no inline script or style, no other origin but the player.

    A `<meta>` element may not say who frames the page (CSP 3, 3.3).
    """
    directives = _DIRECTIVES if is_meta else (*_DIRECTIVES, *_ONLY_AS_HEADER)
    return "; ".join(f"{name} {value}" for name, value in directives)


def security_headers(*, is_secure: bool, owns_host: bool) -> tuple[tuple[str, str], ...]:
    """Return what every answer carries.

    HSTS (RFC 6797) speaks for a whole host, so that only a site that has one for itself sends it.
    What the player needs, such as autoplay, is left to the frame's `allow`.
    """
    hsts = (("Strict-Transport-Security", "max-age=31536000"),)
    return (
        ("Content-Security-Policy", content_security_policy()),
        *(hsts if is_secure and owns_host else ()),
        ("X-Content-Type-Options", "nosniff"),
        # The player refuses to play for a page whose origin it is not told.
        ("Referrer-Policy", "strict-origin-when-cross-origin"),
        (
            "Permissions-Policy",
            "camera=(), display-capture=(), geolocation=(), microphone=(), midi=(), payment=(), "
            "usb=()",
        ),
        ("Cross-Origin-Opener-Policy", "same-origin"),
    )
