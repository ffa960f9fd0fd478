"""What every chat platform's door needs, whichever platform it is."""
