"""The proof: the first print of a page, pulled before the screen is there.

Importing the screen takes ten times as long as reading the first page of an article. So the
command line first pulls a proof (:func:`briefing.proof.pull.pull`): it takes the terminal over and
writes, in plain escape sequences, what the screen is about to show. The screen's first frame is
then drawn over it, in place, and the reader sees one application start.

The proof is the page as it was left, when it was kept and nothing has changed since; otherwise it
is set from a glance at the file. It shows nothing rather than something that would be wrong.

Nothing here may import more than the interpreter brings by itself or in a millisecond.
"""
