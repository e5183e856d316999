"""Headers that keep a page to this host.

What Streamlit needs was found by serving every page under a stricter policy and reading the
browser's reports: styles made while the page runs (`style-src 'unsafe-inline'`), pictures and
fonts as `data:`, one inline script, which is named by its hash, and the loader of our component,
of which Streamlit makes a `blob:` (only a script that already runs here can make one).
"""

from __future__ import annotations

from typing import Final

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app_pages.streamlit_internals.index_html import inline_script_hashes

NO_SNIFFING: Final = {"X-Content-Type-Options": "nosniff"}
FIXED: Final = {
    **NO_SNIFFING,
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}


def content_security_policy() -> str:
    """Where a page may load from: this host, and nothing else."""
    scripts = " ".join(f"'{name}'" for name in inline_script_hashes())
    return "; ".join(
        (
            "default-src 'self'",
            f"script-src 'self' blob: {scripts}",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "worker-src 'self' blob:",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
            "frame-ancestors 'self'",
        )
    )


class SecurityHeaders:
    """Adds the headers to every answer of the server.

    A script, a style or a figure that is named by its content is no page: it needs no policy of its own,
    and a first visit fetches a hundred of them, to which the headers would add 70 kB.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.headers = {**FIXED, "Content-Security-Policy": content_security_policy()}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and the answer back with the headers."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                is_page = "immutable" not in headers.get("cache-control", "")
                headers.update(self.headers if is_page else NO_SNIFFING)
            await send(message)

        await self.app(scope, receive, send_with_headers)
