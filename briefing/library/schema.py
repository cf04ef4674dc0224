"""The library's tables, as numbered migrations.

``PRAGMA user_version`` holds the number of the last migration that was made. A migration, once
published, is never changed: the next number changes what it made. With one more,
``opening.VERSION`` is one more too.
"""

from __future__ import annotations

from briefing.library.search_schema import DIRECT, SEARCH, UNSPACED

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

_TEASERS = """
-- The few words that stand for an article in a list, so that a list reads no whole text.
CREATE TABLE teaser (
    article     INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE,
    engine      TEXT NOT NULL,        -- whose summary they are of; empty for the first words
    spans       TEXT NOT NULL,        -- JSON: pairs of characters of the text
    reach       INTEGER NOT NULL      -- where the last of them ends: no more of the text is read
);
-- Whether anything is unread is asked at every start.
CREATE INDEX article_unread ON article (id) WHERE NOT read;
"""

_FEEDS = """
-- Feeds that are followed.
CREATE TABLE feed (
    id          INTEGER PRIMARY KEY,
    url         TEXT NOT NULL UNIQUE,
    title       TEXT NOT NULL DEFAULT '',
    site        TEXT NOT NULL DEFAULT '',
    full_text   TEXT NOT NULL DEFAULT 'auto', -- auto, always or never
    added       TEXT NOT NULL,
    checked     TEXT NOT NULL DEFAULT '', -- when it answered last
    etag        TEXT NOT NULL DEFAULT '', -- given back to the server with the next request
    modified    TEXT NOT NULL DEFAULT '', -- likewise
    failure     TEXT NOT NULL DEFAULT '', -- why the last update failed, if it did
    wait        TEXT NOT NULL DEFAULT '', -- not to be asked before this moment, in UTC
    gone        INTEGER NOT NULL DEFAULT 0 -- the server answered 410
);

-- The entries of feeds that have come, so that one whose words are known is passed over at once.
CREATE TABLE feed_entry (
    feed        INTEGER NOT NULL REFERENCES feed ON DELETE CASCADE,
    key         TEXT NOT NULL,        -- the entry's own identity
    digest      TEXT NOT NULL,        -- of its words as the feed gave them
    lacking     INTEGER NOT NULL DEFAULT 0, -- times that the rest of it was fetched in vain
    PRIMARY KEY (feed, key)
) WITHOUT ROWID;

-- Files that were added, so that adding their folder again passes over them without reading.
CREATE TABLE added_file (
    path        NOT NULL PRIMARY KEY, -- TEXT, or a BLOB for a path that is not Unicode
    size        INTEGER NOT NULL,     -- bytes
    modified    INTEGER NOT NULL      -- nanoseconds since 1970
);
"""

_COVERAGE = """
-- What each article is about (see similar.py), so that no text is gone through twice for it.
CREATE TABLE profile (
    article     INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE,
    day         INTEGER NOT NULL,     -- of its publication, or of its arrival: ordinal of the date
    terms       TEXT NOT NULL         -- JSON: weights by term
);
-- The weightiest terms of each profile. Articles that tell of one event share some of them.
CREATE TABLE profile_term (
    term        TEXT NOT NULL,
    article     INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
    weight      REAL NOT NULL,
    PRIMARY KEY (term, article)
) WITHOUT ROWID;
-- An article that is taken out takes its terms with it.
CREATE INDEX profile_term_by_article ON profile_term (article);

-- Which event each article tells of: the id of the first article that does.
CREATE TABLE coverage (
    article     INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE,
    event       INTEGER NOT NULL
);
-- The other articles on an event are asked for whenever one of them is opened.
CREATE INDEX coverage_by_event ON coverage (event);
"""

_FILES = """
-- A file that is as it was when it was read need not be read again.
CREATE TABLE file (
    location    NOT NULL PRIMARY KEY, -- TEXT, or a BLOB for a path that is not Unicode
    state       TEXT NOT NULL,        -- program, time of change and size; compared, never read
    article     INTEGER NOT NULL REFERENCES article ON DELETE CASCADE
) WITHOUT ROWID;
-- An article that is deleted takes its file along.
CREATE INDEX file_by_article ON file (article);
"""

_TITLES = """
-- The words of titles (see title_match.py): what another article names is found by them. Filled
-- when a title is first looked for; what came later is put in then.
CREATE TABLE title (
    article     INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE,
    words       TEXT NOT NULL,        -- parted by blanks
    letters     TEXT NOT NULL         -- the same without the blanks
);
CREATE INDEX title_by_letters ON title (letters);
CREATE TABLE title_word (
    word        TEXT NOT NULL,
    article     INTEGER NOT NULL REFERENCES title ON DELETE CASCADE,
    PRIMARY KEY (word, article)
) WITHOUT ROWID;
-- A title that is taken out takes its words with it.
CREATE INDEX title_word_by_article ON title_word (article);
"""

_KNOWN_FILES = """
-- Files as they were when they were read: one that has not changed is not read again. One that
-- holds one article opens as that; for adding a folder it is enough that all was taken from it.
CREATE TABLE known_file (
    path        NOT NULL PRIMARY KEY, -- TEXT, or a BLOB for a path that is not Unicode
    size        INTEGER NOT NULL,     -- bytes
    modified    INTEGER NOT NULL,     -- nanoseconds since 1970
    program     TEXT NOT NULL DEFAULT '', -- the version that read it; another one may read better
    article     INTEGER REFERENCES article ON DELETE CASCADE -- what it was read as, if it is one
) WITHOUT ROWID;
-- An article that is deleted takes its file along.
CREATE INDEX known_file_by_article ON known_file (article);
INSERT INTO known_file (path, size, modified) SELECT path, size, modified FROM added_file;
-- A state was written as version:modified:size.
INSERT OR REPLACE INTO known_file (path, program, modified, size, article)
    SELECT location, substr(state, 1, instr(state, ':') - 1), substr(rest, 1, instr(rest, ':') - 1),
        substr(rest, instr(rest, ':') + 1), article
    FROM (SELECT *, substr(state, instr(state, ':') + 1) AS rest FROM file)
    WHERE instr(rest, ':') > 0;
DROP TABLE added_file;
DROP TABLE file;
"""

MIGRATIONS: tuple[str, ...] = (
    _FIRST, SEARCH, _TEASERS, _FEEDS, _COVERAGE, _FILES, DIRECT, _TITLES, UNSPACED, _KNOWN_FILES,
)  # fmt: skip
"""Migration ``n`` (counted from 1) is the SQL that makes version ``n`` out of ``n - 1``."""
