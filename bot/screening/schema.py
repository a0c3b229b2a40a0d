"""The tables of the log, with the triggers that keep it append-only.

``log`` holds who did what and when, and nothing about an applicant; ``content`` holds the rest of
an entry: what was read, found and said. A row of ``log`` is never changed or deleted. A row of
``content`` is never changed either, and deleted only once a later entry says that it was:
the tombstone, without content.
"""

from __future__ import annotations

SCHEMA_VERSION = 1

SCHEMA = """
CREATE TABLE log (
    seq INTEGER PRIMARY KEY,
    screening TEXT NOT NULL,
    at TEXT NOT NULL,
    who TEXT NOT NULL,
    action TEXT NOT NULL,
    code TEXT,
    facts TEXT NOT NULL,
    commitment TEXT,
    chain TEXT NOT NULL
) STRICT;
CREATE INDEX log_by_screening ON log (screening, seq);
CREATE TABLE content (
    seq INTEGER PRIMARY KEY REFERENCES log (seq),
    nonce TEXT NOT NULL,
    body TEXT NOT NULL
) STRICT;

CREATE TRIGGER log_stays BEFORE UPDATE ON log
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER log_is_kept BEFORE DELETE ON log
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER log_grows_at_its_end BEFORE INSERT ON log
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM log)
BEGIN SELECT RAISE(ABORT, 'the log grows at its end'); END;
CREATE TRIGGER content_stays BEFORE UPDATE ON content
BEGIN SELECT RAISE(ABORT, 'content is never changed'); END;
CREATE TRIGGER content_comes_with_its_entry BEFORE INSERT ON content
WHEN NEW.seq IS NOT (SELECT max(seq) FROM log)
    OR EXISTS (SELECT 1 FROM content WHERE seq = NEW.seq)
BEGIN SELECT RAISE(ABORT, 'content comes with its entry'); END;
CREATE TRIGGER content_goes_after_its_tombstone BEFORE DELETE ON content
WHEN NOT EXISTS (
    SELECT 1 FROM log AS stone JOIN log AS told ON told.seq = OLD.seq
    WHERE stone.screening = told.screening AND stone.seq > told.seq
    AND (stone.action IN ('deleted', 'expired')
        OR stone.action = 'application_deleted' AND stone.code = told.code)
)
BEGIN SELECT RAISE(ABORT, 'content goes only after its tombstone'); END;
"""
