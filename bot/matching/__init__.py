"""A person's profile against roles: reading profiles, deciding requirements, reports."""
