// The last script of the rooms "Karriere" and "Rolle": nothing is asked of them but the role.
follow();
