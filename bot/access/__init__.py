"""Who may do what: portals by key, their visitors by token, origins of pages, rates."""
