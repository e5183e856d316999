"""Answers as workbooks for Excel and LibreOffice."""
