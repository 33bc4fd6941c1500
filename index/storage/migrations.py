"""The tables of a library, as numbered, named steps; a library remembers the steps it has taken."""

import sqlite3

MIGRATIONS: tuple[tuple[str, str], ...] = (
    (
        "001 documents and what is in them",
        """
        CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
        CREATE TABLE documents (
            id TEXT PRIMARY KEY,
            title TEXT NOT NULL,
            kind TEXT,
            issuer TEXT,
            fiscal_year INTEGER,
            page_count INTEGER NOT NULL,
            original TEXT
        ) STRICT;
        CREATE TABLE files (
            location TEXT PRIMARY KEY,
            source TEXT NOT NULL,
            path TEXT NOT NULL,
            document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE
        ) STRICT;
        CREATE INDEX files_of_documents ON files (document, path);
        CREATE TABLE pages (
            document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
            number INTEGER NOT NULL,
            label TEXT,
            text TEXT NOT NULL,
            read_by TEXT NOT NULL,
            confidence REAL,
            PRIMARY KEY (document, number)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX pages_by_reading ON pages (read_by);
        CREATE TABLE sections (
            document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            headings TEXT NOT NULL,
            spans TEXT NOT NULL,
            page_labels TEXT NOT NULL,
            PRIMARY KEY (document, position)
        ) STRICT, WITHOUT ROWID;
        -- AUTOINCREMENT: a number is never used again, so the indexes never mistake one passage for another.
        CREATE TABLE passages (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            id TEXT NOT NULL UNIQUE,
            document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
            headings TEXT NOT NULL,
            text TEXT NOT NULL,
            spans TEXT NOT NULL,
            page_labels TEXT NOT NULL
        ) STRICT;
        CREATE INDEX passages_of_documents ON passages (document);
        CREATE TABLE findings (
            document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            kind TEXT NOT NULL,
            number TEXT NOT NULL,
            title TEXT NOT NULL,
            page_label TEXT,
            passages TEXT NOT NULL,
            PRIMARY KEY (document, position)
        ) STRICT, WITHOUT ROWID;
        """,
    ),
    (
        "002 where files come from and which were skipped",
        """
        CREATE TABLE sources (location TEXT PRIMARY KEY) STRICT;
        CREATE TABLE skipped (
            location TEXT PRIMARY KEY,
            path TEXT NOT NULL,
            reason TEXT NOT NULL
        ) STRICT;
        """,
    ),
    (
        "003 how each page was read, and tables, forms and measures taken",
        """
        ALTER TABLE documents ADD COLUMN reader_version INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE documents ADD COLUMN described TEXT NOT NULL DEFAULT '';
        ALTER TABLE documents ADD COLUMN ocr TEXT NOT NULL DEFAULT '';
        ALTER TABLE documents ADD COLUMN tables INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE documents ADD COLUMN seconds REAL NOT NULL DEFAULT 0;
        ALTER TABLE pages ADD COLUMN reason TEXT;
        ALTER TABLE pages ADD COLUMN places BLOB;
        DROP INDEX pages_by_reading;
        CREATE INDEX pages_by_reading ON pages (read_by, reason, confidence);
        ALTER TABLE passages ADD COLUMN side TEXT;
        ALTER TABLE findings ADD COLUMN page INTEGER;
        ALTER TABLE findings ADD COLUMN subject TEXT;
        CREATE TABLE measures (
            document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            kind TEXT NOT NULL,
            number TEXT NOT NULL,
            title TEXT NOT NULL,
            status TEXT NOT NULL,
            page_label TEXT,
            page INTEGER,
            passages TEXT NOT NULL,
            PRIMARY KEY (document, position)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE table_rows (
            document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            table_number INTEGER NOT NULL,
            title TEXT NOT NULL,
            labels TEXT NOT NULL,
            cells TEXT NOT NULL,
            span TEXT NOT NULL,
            PRIMARY KEY (document, position)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE fields (
            document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            form TEXT NOT NULL,
            label TEXT NOT NULL,
            value TEXT NOT NULL,
            number TEXT,
            unit TEXT,
            fiscal_year INTEGER,
            spans TEXT NOT NULL,
            PRIMARY KEY (document, position)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE evidence (
            document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            field TEXT NOT NULL,
            source TEXT NOT NULL,
            quote TEXT NOT NULL,
            span TEXT NOT NULL,
            PRIMARY KEY (document, position)
        ) STRICT, WITHOUT ROWID;
        """,
    ),
    (
        "004 whether search finds what documents say",
        """
        CREATE TABLE proofs (
            document TEXT PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
            generation TEXT NOT NULL,
            analyser TEXT NOT NULL,
            encoder TEXT NOT NULL,
            terms INTEGER NOT NULL,
            pages INTEGER NOT NULL,
            sentences INTEGER NOT NULL,
            missing INTEGER NOT NULL,
            unfound TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        """,
    ),
    (
        "005 rows of tables and fields of forms are found by their place",
        """
        CREATE INDEX table_rows_by_place
            ON table_rows (document, json_extract(span, '$[0][0]'), json_extract(span, '$[0][1]'));
        CREATE INDEX fields_by_place
            ON fields (document, json_extract(spans, '$[0][0]'), json_extract(spans, '$[0][1]'));
        """,
    ),
    (
        "006 documents that users took out, with all that is needed to put them back",
        """
        CREATE TABLE removed (
            document TEXT PRIMARY KEY,
            removed_at TEXT NOT NULL,
            path TEXT NOT NULL,
            forgotten INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE removed_documents AS SELECT * FROM documents WHERE 0;
        CREATE TABLE removed_files AS SELECT * FROM files WHERE 0;
        CREATE TABLE removed_pages AS SELECT * FROM pages WHERE 0;
        CREATE TABLE removed_sections AS SELECT * FROM sections WHERE 0;
        CREATE TABLE removed_passages AS SELECT * FROM passages WHERE 0;
        CREATE TABLE removed_findings AS SELECT * FROM findings WHERE 0;
        CREATE TABLE removed_measures AS SELECT * FROM measures WHERE 0;
        CREATE TABLE removed_table_rows AS SELECT * FROM table_rows WHERE 0;
        CREATE TABLE removed_fields AS SELECT * FROM fields WHERE 0;
        CREATE TABLE removed_evidence AS SELECT * FROM evidence WHERE 0;
        """,
    ),
)


def applied(connection: sqlite3.Connection) -> int:
    """How many steps the library has taken."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def migrate(connection: sqlite3.Connection) -> None:
    """Take the steps that are still to be taken, inside the transaction that is open."""
    for number, (_, statements) in enumerate(MIGRATIONS[applied(connection) :], applied(connection) + 1):
        for statement in statements.split(";\n"):
            connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {number}")
