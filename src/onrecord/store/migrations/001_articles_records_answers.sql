-- One row for each version of an article that was ever read. `slot` is where it came from; when the content of a slot
-- changes, a new row is made and the old one keeps its records, which are no longer current.
CREATE TABLE articles (
  article INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,          -- hash of id, text, title, published and url
  id TEXT NOT NULL,
  slot TEXT NOT NULL,
  seen INTEGER,                      -- the run that read it last where that decides which version is current
  title TEXT,
  published TEXT,
  published_from TEXT,
  url TEXT,
  source TEXT,
  encoding TEXT,
  characters INTEGER NOT NULL,
  text TEXT NOT NULL
);
CREATE INDEX articles_slot ON articles(slot);
CREATE INDEX articles_id ON articles(id);
CREATE INDEX articles_published ON articles(published);

-- All that shapes a record beside its article: engine, model, prompt, version. `parts` is a JSON object.
CREATE TABLE shapes (
  shape TEXT PRIMARY KEY,
  parts TEXT NOT NULL
);

CREATE TABLE runs (
  run INTEGER PRIMARY KEY,
  started TEXT NOT NULL,
  ended TEXT,
  state TEXT NOT NULL DEFAULT 'running' CHECK (state IN ('running', 'finished', 'stopped')),
  beat REAL NOT NULL,                -- seconds since 1970 of the last sign of life
  pid INTEGER NOT NULL,
  host TEXT NOT NULL,
  shape TEXT NOT NULL REFERENCES shapes(shape),
  inputs TEXT NOT NULL,              -- JSON array
  epoch INTEGER NOT NULL DEFAULT 0,  -- with --redo: what runs before this one made does not count
  done INTEGER NOT NULL DEFAULT 0,
  failed INTEGER NOT NULL DEFAULT 0,
  fallbacks INTEGER NOT NULL DEFAULT 0,
  skipped INTEGER NOT NULL DEFAULT 0,
  spent REAL NOT NULL DEFAULT 0,     -- US dollars
  saved REAL NOT NULL DEFAULT 0      -- what the answers and records already stored had cost
);

-- Every record ever made; `json` is Record.model_dump_json(), the rest is drawn from it. One an article is current.
CREATE TABLE records (
  record INTEGER PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES articles(article) ON DELETE CASCADE,
  shape TEXT NOT NULL REFERENCES shapes(shape),
  current INTEGER NOT NULL DEFAULT 1,
  run INTEGER REFERENCES runs(run),
  made_at TEXT NOT NULL,
  engine TEXT NOT NULL,
  model TEXT,
  prompt TEXT,
  version TEXT NOT NULL,
  fallback TEXT,
  headline TEXT,
  sentences INTEGER NOT NULL,
  sentences_cited INTEGER NOT NULL,
  quotations INTEGER NOT NULL,
  quotations_cited INTEGER NOT NULL,
  proposed INTEGER NOT NULL,
  merged INTEGER NOT NULL,
  refused INTEGER NOT NULL,
  calls INTEGER NOT NULL DEFAULT 0,
  input_tokens INTEGER NOT NULL DEFAULT 0,
  output_tokens INTEGER NOT NULL DEFAULT 0,
  cost REAL,
  json TEXT NOT NULL,
  UNIQUE (article, shape)
);
CREATE INDEX records_current ON records(article) WHERE current;

-- What has been given to which run, so that no article is done twice, by one process after a kill or by two at once.
CREATE TABLE tasks (
  task BLOB PRIMARY KEY,             -- hash of one source's content and a shape
  state TEXT NOT NULL CHECK (state IN ('taken', 'done', 'failed')),
  run INTEGER NOT NULL REFERENCES runs(run),
  record INTEGER REFERENCES records(record) ON DELETE CASCADE,
  source TEXT NOT NULL,
  input TEXT NOT NULL,               -- the argument of the command line that led to it
  error TEXT,                        -- class of the error
  reason TEXT,
  hint TEXT
) WITHOUT ROWID;
CREATE INDEX tasks_unfinished ON tasks(state) WHERE state <> 'done';
CREATE INDEX tasks_failed ON tasks(source) WHERE state = 'failed';
CREATE INDEX tasks_record ON tasks(record);

-- Model answers as they came, one for each different request; and what each one cost when it was paid for.
CREATE TABLE answers (
  key TEXT PRIMARY KEY,              -- hash of all that shaped the request
  article TEXT NOT NULL,
  model TEXT NOT NULL,
  prompt TEXT NOT NULL,
  parts TEXT NOT NULL,               -- JSON object: the hash of each part of the request
  text TEXT NOT NULL,
  served_model TEXT NOT NULL,
  mode TEXT NOT NULL,
  input_tokens INTEGER NOT NULL,
  output_tokens INTEGER NOT NULL,
  cost REAL,
  calls INTEGER NOT NULL,
  seconds REAL NOT NULL,
  finish_reason TEXT,
  origin TEXT NOT NULL,
  at TEXT NOT NULL,
  run INTEGER REFERENCES runs(run)
);
CREATE TABLE payments (
  payment INTEGER PRIMARY KEY,
  run INTEGER REFERENCES runs(run),
  key TEXT NOT NULL,
  model TEXT NOT NULL,
  input_tokens INTEGER NOT NULL,
  output_tokens INTEGER NOT NULL,
  cost REAL,
  at TEXT NOT NULL
);

-- The rows of the current records, for people who query with SQL. They are made again from records.json at need.
CREATE TABLE actors (
  record INTEGER NOT NULL REFERENCES records(record) ON DELETE CASCADE,
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  role TEXT,
  country TEXT,
  mentions TEXT NOT NULL,            -- JSON array of [start, end)
  PRIMARY KEY (record, id)
) WITHOUT ROWID;
CREATE INDEX actors_id ON actors(id);

CREATE TABLE claims (
  claim INTEGER PRIMARY KEY,
  record INTEGER NOT NULL REFERENCES records(record) ON DELETE CASCADE,
  id TEXT NOT NULL,
  speaker TEXT,
  certainty TEXT,
  source TEXT,
  source_spans TEXT,
  cue TEXT,
  cue_spans TEXT,
  content TEXT NOT NULL,
  content_spans TEXT NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  match TEXT NOT NULL,
  statement TEXT,                    -- NULL where it is the content
  form TEXT NOT NULL,
  modality TEXT NOT NULL,
  said TEXT,
  said_start TEXT,
  said_end TEXT,
  venue TEXT,
  found_by TEXT NOT NULL
);
CREATE INDEX claims_record ON claims(record);
CREATE INDEX claims_speaker ON claims(speaker);

CREATE TABLE positions (
  position INTEGER PRIMARY KEY,
  record INTEGER NOT NULL REFERENCES records(record) ON DELETE CASCADE,
  id TEXT NOT NULL,
  holder TEXT NOT NULL,
  source TEXT,
  source_spans TEXT,
  cue TEXT,
  cue_spans TEXT,
  target TEXT NOT NULL,
  stance TEXT NOT NULL,
  condition TEXT,
  evidence TEXT NOT NULL,
  evidence_spans TEXT NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  match TEXT NOT NULL,
  claim TEXT,
  found_by TEXT NOT NULL
);
CREATE INDEX positions_record ON positions(record);
CREATE INDEX positions_holder ON positions(holder);

CREATE TABLE events (
  event INTEGER PRIMARY KEY,
  record INTEGER NOT NULL REFERENCES records(record) ON DELETE CASCADE,
  id TEXT NOT NULL,
  type TEXT NOT NULL,
  label TEXT NOT NULL,
  quad TEXT,
  "trigger" TEXT,
  trigger_spans TEXT,
  actors TEXT NOT NULL,              -- JSON array of actor ids
  recipients TEXT NOT NULL,          -- JSON array of actor ids
  "when" TEXT,
  start_date TEXT,
  end_date TEXT,
  granularity TEXT,
  anchor TEXT,
  date_rule TEXT,
  place TEXT,
  place_country TEXT,
  status TEXT NOT NULL,
  evidence TEXT NOT NULL,
  evidence_spans TEXT NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  match TEXT NOT NULL,
  found_by TEXT NOT NULL
);
CREATE INDEX events_record ON events(record);

-- Full text, kept in step by triggers. Accents are folded and English endings stemmed: "talk" finds "talks".
CREATE VIRTUAL TABLE articles_fts USING fts5(title, text, content='articles', content_rowid='article', tokenize='porter unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE claims_fts USING fts5(content, statement, content='claims', content_rowid='claim', tokenize='porter unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE positions_fts USING fts5(target, condition, evidence, content='positions', content_rowid='position', tokenize='porter unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE events_fts USING fts5(label, "trigger", evidence, content='events', content_rowid='event', tokenize='porter unicode61 remove_diacritics 2');

CREATE TRIGGER articles_in AFTER INSERT ON articles BEGIN
  INSERT INTO articles_fts(rowid, title, text) VALUES (new.article, new.title, new.text);
END;
CREATE TRIGGER articles_out AFTER DELETE ON articles BEGIN
  INSERT INTO articles_fts(articles_fts, rowid, title, text) VALUES ('delete', old.article, old.title, old.text);
END;
CREATE TRIGGER articles_changed AFTER UPDATE OF title, text ON articles BEGIN
  INSERT INTO articles_fts(articles_fts, rowid, title, text) VALUES ('delete', old.article, old.title, old.text);
  INSERT INTO articles_fts(rowid, title, text) VALUES (new.article, new.title, new.text);
END;
CREATE TRIGGER claims_in AFTER INSERT ON claims BEGIN
  INSERT INTO claims_fts(rowid, content, statement) VALUES (new.claim, new.content, new.statement);
END;
CREATE TRIGGER claims_out AFTER DELETE ON claims BEGIN
  INSERT INTO claims_fts(claims_fts, rowid, content, statement) VALUES ('delete', old.claim, old.content, old.statement);
END;
CREATE TRIGGER positions_in AFTER INSERT ON positions BEGIN
  INSERT INTO positions_fts(rowid, target, condition, evidence)
  VALUES (new.position, new.target, new.condition, new.evidence);
END;
CREATE TRIGGER positions_out AFTER DELETE ON positions BEGIN
  INSERT INTO positions_fts(positions_fts, rowid, target, condition, evidence)
  VALUES ('delete', old.position, old.target, old.condition, old.evidence);
END;
CREATE TRIGGER events_in AFTER INSERT ON events BEGIN
  INSERT INTO events_fts(rowid, label, "trigger", evidence)
  VALUES (new.event, new.label, new."trigger", new.evidence);
END;
CREATE TRIGGER events_out AFTER DELETE ON events BEGIN
  INSERT INTO events_fts(events_fts, rowid, label, "trigger", evidence)
  VALUES ('delete', old.event, old.label, old."trigger", old.evidence);
END;
