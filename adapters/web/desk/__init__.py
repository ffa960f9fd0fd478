"""The recipient desk, for somebody who is on neither Slack nor Teams: a link in a letter and a code on their phone."""
