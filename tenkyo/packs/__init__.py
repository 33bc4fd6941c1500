"""What was asked and found in, evidence packs (Word, Excel) out; packs back in, asked again."""
