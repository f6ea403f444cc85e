"""Quotations and who is named as speaking them."""
