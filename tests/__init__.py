"""The tests of quotetrack, a module for each module."""
