"""What a search asks: the full-text indexes of the library, and the names its briefings found.

Each of these is SQL that makes a part of the library; ``schema.py`` says in which order.
"""

from __future__ import annotations

INDEXES = ("full_text", "name_index", "unspaced")
"""The full-text indexes; all they hold comes from other tables."""

SEARCH = """
-- What is searched. The index keeps no copy of it but reads it through this view.
CREATE VIEW searched AS SELECT id, title, text FROM article JOIN body ON body.article = id;
CREATE VIRTUAL TABLE full_text USING fts5 (
    title, text, content = 'searched', content_rowid = 'id',
    tokenize = 'unicode61 remove_diacritics 2', detail = full
);
-- Bytes of new words that are held before they are written: a folder of articles is written once.
INSERT INTO full_text (full_text, rank) VALUES ('hashsize', 33554432);
INSERT INTO full_text (full_text) VALUES ('rebuild');
-- The index is kept in step here, so that nothing that writes an article can forget it. It takes
-- out what it is told to: always what was put in.
CREATE TRIGGER body_put AFTER INSERT ON body BEGIN
    INSERT INTO full_text (rowid, title, text)
        SELECT id, title, new.text FROM article WHERE id = new.article;
END;
CREATE TRIGGER body_changed AFTER UPDATE OF text ON body WHEN old.text IS NOT new.text BEGIN
    INSERT INTO full_text (full_text, rowid, title, text)
        SELECT 'delete', id, title, old.text FROM article WHERE id = old.article;
    INSERT INTO full_text (rowid, title, text)
        SELECT id, title, new.text FROM article WHERE id = new.article;
END;
CREATE TRIGGER title_changed AFTER UPDATE OF title ON article WHEN old.title IS NOT new.title BEGIN
    INSERT INTO full_text (full_text, rowid, title, text)
        SELECT 'delete', old.id, old.title, text FROM body WHERE article = old.id;
    INSERT INTO full_text (rowid, title, text)
        SELECT new.id, new.title, text FROM body WHERE article = new.id;
END;
CREATE TRIGGER article_gone BEFORE DELETE ON article BEGIN
    INSERT INTO full_text (full_text, rowid, title, text)
        SELECT 'delete', old.id, old.title, text FROM body WHERE article = old.id;
END;

-- Who and what the kept briefings name, as the articles write it.
CREATE TABLE name (
    id          INTEGER PRIMARY KEY,
    words       TEXT NOT NULL UNIQUE
);
CREATE TABLE naming (
    name        INTEGER NOT NULL REFERENCES name,
    article     INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
    PRIMARY KEY (name, article)
) WITHOUT ROWID;
-- A briefing that is read anew takes the place of what the former one named.
CREATE INDEX naming_by_article ON naming (article);
CREATE VIRTUAL TABLE name_index USING fts5 (
    words, content = 'name', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER name_put AFTER INSERT ON name BEGIN
    INSERT INTO name_index (rowid, words) VALUES (new.id, new.words);
END;

-- The sources there are, for `source:`.
CREATE INDEX article_by_source ON article (source);
"""

DIRECT = """
-- An index that is written by a trigger is flushed with every row, and a folder of articles then
-- takes twice as long. New articles are put in by store.py; changes are rare and stay here.
DROP TRIGGER body_put;
"""

UNSPACED = """
-- Articles in writing without spaces, their characters set apart (see unspaced.py). They keep a
-- copy of the text so, since no tokenizer of the database does it.
CREATE VIRTUAL TABLE unspaced USING fts5 (
    title, text, tokenize = 'unicode61 remove_diacritics 2', detail = full
);
CREATE TRIGGER unspaced_gone BEFORE DELETE ON article BEGIN
    DELETE FROM unspaced WHERE rowid = old.id;
END;
-- The last of the articles from before there was this index; looked through at the first search.
CREATE TABLE unspaced_left (article INTEGER NOT NULL);
INSERT INTO unspaced_left SELECT coalesce(max(id), 0) FROM article;
"""

BEGINNINGS = """
-- What a reader types is looked for from three letters on. With an index of such beginnings that
-- takes a moment among a hundred thousand articles, without it four frames. A library that is new
-- has it; an older one gets it when its index is made anew, which takes it some time.
DROP TABLE full_text;
CREATE VIRTUAL TABLE full_text USING fts5 (
    title, text, content = 'searched', content_rowid = 'id',
    tokenize = 'unicode61 remove_diacritics 2', detail = full, prefix = '3'
);
INSERT INTO full_text (full_text, rank) VALUES ('hashsize', 33554432);
"""
