"""What the command line tool ``evaluate.py`` is made of: data sets, parsers, tables, floors, the page of changes."""
