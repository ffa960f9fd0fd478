"""Candour on Microsoft Teams."""
