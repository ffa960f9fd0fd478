"""Where policies, cases, drafts and keys are kept."""
