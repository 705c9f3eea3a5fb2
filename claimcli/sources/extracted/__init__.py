"""Claims that were extracted before, read back as the articles that they came from; nothing is parsed again.

``claimcli extract`` writes a row an article and after it a row a claim. Of claims alone, as
``claims --format jsonl`` prints them, the article is made up as far as they tell: its text is blank but for
their words, and its decisions have no more than a label.
"""
