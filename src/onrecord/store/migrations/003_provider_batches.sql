-- Requests that went to a provider's batch API. A batch is written here before it is sent, under a name of its own that
-- the provider keeps too, so that one sent just before a kill is found again and not sent twice.
CREATE TABLE batches (
  batch INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  host TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('prepared', 'submitted', 'collected')),
  provider_id TEXT,
  provider_state TEXT,
  mode TEXT NOT NULL,
  run INTEGER REFERENCES runs(run),
  at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ'))
);
CREATE TABLE batch_requests (
  batch INTEGER NOT NULL REFERENCES batches(batch) ON DELETE CASCADE,
  key TEXT NOT NULL,
  request TEXT NOT NULL,             -- JSON: article, model, prompt, parts
  PRIMARY KEY (batch, key)
) WITHOUT ROWID;
CREATE INDEX batch_requests_key ON batch_requests(key);
