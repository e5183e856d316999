"""What does a program get? Starlette routes over the same Answer."""
