"""Renders findings, due dates and proposals as text, JSON and annotations."""
