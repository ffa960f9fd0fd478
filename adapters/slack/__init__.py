"""Slack: the door at which its events come in, and every card as Slack's own blocks."""
