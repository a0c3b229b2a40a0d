"""What sources say about roles: names, topics, evidence."""
