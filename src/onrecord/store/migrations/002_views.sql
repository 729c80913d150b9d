-- What people query and what exports write: one row a thing, its article beside it. Columns: docs/exports.md.
-- `number` and `record` lead back to the tables.
CREATE VIEW read AS
SELECT r.record AS number, r.record, a.id AS article, a.title AS article_title, a.published, a.published_from, a.url, a.source AS article_source,
  r.headline, r.engine, r.model, r.prompt, r.version, r.fallback, r.sentences, r.sentences_cited, r.quotations,
  r.quotations_cited, r.proposed, r.merged, r.refused, r.calls, r.input_tokens, r.output_tokens, r.cost,
  a.characters
FROM records r JOIN articles a USING (article)
WHERE r.current;

CREATE VIEW named AS
SELECT NULL AS number, r.record, a.id AS article, a.title AS article_title, a.published, a.url, a.source AS article_source,
  p.id AS actor, p.name, p.kind, p.role, p.country, json_array_length(p.mentions) AS mentions,
  p.mentions AS mention_spans
FROM records r JOIN articles a USING (article) JOIN actors p USING (record)
WHERE r.current;

CREATE VIEW said AS
SELECT c.claim AS number, r.record, a.id AS article, a.title AS article_title, a.published, a.url, a.source AS article_source,
  c.id AS claim, c.speaker AS speaker_id, p.name AS speaker, p.kind AS speaker_kind, p.role AS speaker_role,
  p.country AS speaker_country, c.certainty, c.source, c.source_spans, c.cue, c.cue_spans, c.content, c.content_spans,
  c.start, c."end", c.match, coalesce(c.statement, c.content) AS statement, c.form, c.modality, c.said, c.said_start,
  c.said_end, c.venue, c.found_by
FROM claims c JOIN records r USING (record) JOIN articles a USING (article)
  LEFT JOIN actors p ON p.record = c.record AND p.id = c.speaker
WHERE r.current;

CREATE VIEW stands AS
SELECT s.position AS number, r.record, a.id AS article, a.title AS article_title, a.published, a.url, a.source AS article_source,
  s.id AS position, s.holder AS holder_id, p.name AS holder, p.kind AS holder_kind, p.role AS holder_role,
  p.country AS holder_country, s.stance, s.target, s.condition, s.source, s.source_spans, s.cue, s.cue_spans,
  s.evidence, s.evidence_spans, s.start, s."end", s.match, s.claim, s.found_by
FROM positions s JOIN records r USING (record) JOIN articles a USING (article)
  LEFT JOIN actors p ON p.record = s.record AND p.id = s.holder
WHERE r.current;

CREATE VIEW happened AS
SELECT e.event AS number, r.record, a.id AS article, a.title AS article_title, a.published, a.url, a.source AS article_source,
  e.id AS event, e.type, e.label, e.quad, e.status, e."trigger", e.trigger_spans,
  (SELECT group_concat(p.name, '; ') FROM json_each(e.actors) j
    JOIN actors p ON p.record = e.record AND p.id = j.value) AS actors,
  e.actors AS actor_ids,
  (SELECT group_concat(p.name, '; ') FROM json_each(e.recipients) j
    JOIN actors p ON p.record = e.record AND p.id = j.value) AS recipients,
  e.recipients AS recipient_ids,
  e."when", e.start_date, e.end_date, e.granularity, e.anchor, e.date_rule, e.place, e.place_country,
  e.evidence, e.evidence_spans, e.start, e."end", e.match, e.found_by
FROM events e JOIN records r USING (record) JOIN articles a USING (article)
WHERE r.current;

CREATE VIEW failures AS
SELECT t.source, t.error, t.reason, t.hint, t.run, u.started FROM tasks t JOIN runs u USING (run)
WHERE t.state = 'failed';

CREATE VIEW spending AS
SELECT run, model, count(*) AS answers, sum(input_tokens) AS input_tokens, sum(output_tokens) AS output_tokens,
  sum(cost) AS cost FROM payments GROUP BY run, model;
