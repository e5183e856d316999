"""The whole server at a glance: pages, data API and headers in one process."""

import streamlit as st
from starlette.middleware import Middleware

from api.routes import routes as api_routes
from app_pages.assets.assets import asset_routes
from app_pages.figure.choices import whole_routes
from app_pages.figure.finished_figures import figure_routes
from app_pages.server.compression import Compressed
from app_pages.server.headers import SecurityHeaders
from app_pages.server.html_shell import routes as page_shells
from app_pages.server.script_errors import show_internal_error
from app_pages.server.start import validate_before_the_first_visit

app = st.App(
    "app_pages/main.py",
    routes=[*api_routes(), *asset_routes(), *whole_routes(), *figure_routes(), *page_shells()],
    middleware=[Middleware(SecurityHeaders), Middleware(Compressed)],
    lifespan=validate_before_the_first_visit,
    on_script_error=show_internal_error,
)
