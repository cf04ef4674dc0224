"""The library's tables, as numbered migrations.

``PRAGMA user_version`` holds the number of the last migration that was made. A migration, once
published, is never changed: the next number changes what it made.
"""

from __future__ import annotations

APPLICATION_ID = 0x42524646
"""``BRFF``: tells a library from any other SQLite database, also to the program ``file``."""

_FIRST = """
CREATE TABLE article (
    id          INTEGER PRIMARY KEY,  -- small and stable; the full-text index counts by it
    digest      TEXT NOT NULL UNIQUE, -- SHA-256 of the text: the same text twice is one article
    story       INTEGER NOT NULL,     -- id of the first version of it: versions share their notes
    title       TEXT NOT NULL,
    title_form  TEXT NOT NULL,        -- see titles.normal_form
    source      TEXT NOT NULL,
    authors     TEXT NOT NULL,        -- a JSON list
    published   TEXT NOT NULL,        -- ISO 8601 or empty
    location    NOT NULL,             -- TEXT, or a BLOB for a path that is not Unicode
    words       INTEGER NOT NULL,
    added       TEXT NOT NULL,        -- ISO 8601 with the offset from UTC, to the second
    read        INTEGER NOT NULL DEFAULT 0,
    starred     INTEGER NOT NULL DEFAULT 0,
    position    INTEGER NOT NULL DEFAULT 0 -- character offset where reading was left
);
-- A related title is resolved by its normal form, each time an article is shown.
CREATE INDEX article_by_title ON article (title_form);
-- A file read again after it was changed is found to be a new version of what it was.
CREATE INDEX article_by_location ON article (location);
-- The notes of all versions of an article are shown together.
CREATE INDEX article_by_story ON article (story);

-- Apart from the article's row, so that a list of all articles reads none of their texts.
CREATE TABLE body (
    article     INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE,
    text        TEXT NOT NULL,
    shape       TEXT NOT NULL         -- codec: the article with an empty text
);

CREATE TABLE reading (
    article     INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
    engine      TEXT NOT NULL,        -- another engine reads anew and keeps its own
    briefing    TEXT NOT NULL,        -- codec
    PRIMARY KEY (article, engine)     -- also the way a kept briefing is found
);

CREATE TABLE note (
    id          TEXT PRIMARY KEY,     -- b- and eight hexadecimal digits, minted once
    article     INTEGER NOT NULL REFERENCES article,
    created     TEXT NOT NULL,
    anchor      TEXT NOT NULL,        -- codec
    comment     TEXT NOT NULL DEFAULT '',
    tags        TEXT NOT NULL DEFAULT '[]', -- a JSON list
    deleted     INTEGER NOT NULL DEFAULT 0, -- kept, for undo
    filed       TEXT                  -- the comment as the notes file last had it, if it ever did
);
-- Notes are asked for by the article on the screen.
CREATE INDEX note_by_article ON note (article);

-- What was done to notes, so that it can be undone, after a restart as well.
CREATE TABLE note_change (
    id          INTEGER PRIMARY KEY,
    note        TEXT NOT NULL REFERENCES note ON DELETE CASCADE,
    what        TEXT NOT NULL CHECK (what IN ('mark', 'comment', 'delete')),
    before      TEXT NOT NULL DEFAULT '', -- the comment as it was
    made        TEXT NOT NULL
);
-- Undo looks for the last change of a note; deleting a note's row looks for all of them.
CREATE INDEX note_change_by_note ON note_change (note);

-- A comment that is being typed, so that it survives the end of the program.
CREATE TABLE draft (
    article     INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE,
    note        TEXT NOT NULL,        -- the note it is for, or empty for a new mark
    start       INTEGER NOT NULL,     -- the passage, in characters of the article's text
    "end"       INTEGER NOT NULL,
    comment     TEXT NOT NULL,
    base        TEXT NOT NULL         -- the note's comment when the draft was begun
);

-- Where the notes of an article were saved last.
CREATE TABLE notes_file (
    story       INTEGER PRIMARY KEY,
    path        NOT NULL              -- TEXT, or a BLOB for a path that is not Unicode
);

-- Related titles that were not in the library when a reader asked for them.
CREATE TABLE wanted (
    title_form  TEXT NOT NULL,
    article     INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
    title       TEXT NOT NULL,        -- as the article writes it
    made        TEXT NOT NULL,
    PRIMARY KEY (title_form, article) -- an article that arrives is looked up by its form
);

-- What the app remembers: the theme chosen, the article read last.
CREATE TABLE preference (
    name        TEXT PRIMARY KEY,
    value       TEXT NOT NULL
);
"""

MIGRATIONS: tuple[str, ...] = (_FIRST,)
"""Migration ``n`` (counted from 1) is the SQL that makes version ``n`` out of ``n - 1``."""
