"""The parts of a screen: the article, the panes beside it, the lines above and below."""
