"""What visitors say of answers: kept with a reason, without anything about who they are."""
