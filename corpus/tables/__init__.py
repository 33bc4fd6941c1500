"""Tables of cells in; rows with what they are of, their heads, units and years out."""
