"""持ち出し: what was found as files to take away, asked again later; sheets of questions filled in."""
