"""Letters: neutral words to a person's own address, over a mail server that proves who it is."""
