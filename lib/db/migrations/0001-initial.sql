-- The studio's database. Types every dialect knows: text, integer (64 bits), JSON as text. Times are epoch milliseconds
-- (`…_at`), durations milliseconds (`…_ms`), money integer fen (`…_fen`). Booleans, where there are any, are 0 and 1.

create table projects (
  id text primary key,
  name text not null,
  -- Rises by one with every save.
  revision integer not null,
  document text not null,
  -- The subject's picture, the cover until there is a finished one.
  subject_asset_id text,
  created_at integer not null,
  updated_at integer not null
);
create index projects_by_update on projects (updated_at desc, id desc);

-- The bytes are in the asset store under the same id.
create table assets (
  id text primary key,
  media_type text not null,
  width integer not null,
  height integer not null,
  size_bytes integer not null,
  facts text not null,
  created_at integer not null
);

-- Runs, generations and their money outlive the project they came from: hence no foreign key to projects.
create table runs (
  id text primary key,
  project_id text not null,
  revision integer not null,
  created_at integer not null
);
create index runs_by_project on runs (project_id, created_at desc, id desc);

create table generations (
  id text primary key,
  run_id text not null references runs (id),
  project_id text not null,
  -- Place within the run, and with created_at the place in the queue.
  position integer not null,
  version text not null,
  n integer not null,
  width integer not null,
  height integer not null,
  state text not null check (state in
    ('queued', 'submitting', 'pending', 'running', 'saving', 'done', 'failed', 'canceled', 'needs_decision')),
  recipe text not null,
  plan text not null,
  progress_total integer not null,
  progress_succeeded integer not null,
  progress_failed integer not null,
  price_fen integer not null,
  reserved_fen integer not null,
  charged_fen integer not null,
  -- How many times it has been sent, the open intent included.
  attempts integer not null,
  task_id text,
  request_id text,
  -- What upstream gave for the finished task, kept because its own memory ends after 24 hours.
  results text,
  image_count integer,
  -- From the accepted submission to the news of the end: what polling learns from.
  task_ms integer,
  failure text,
  created_at integer not null,
  started_at integer,
  ended_at integer
);
create unique index generations_by_run on generations (run_id, position);
create unique index generations_by_task on generations (task_id);
create index generations_by_state on generations (state, created_at, position);
create index generations_by_project on generations (project_id, created_at desc);

-- A POST that is about to be made, committed before its first byte leaves.
create table intents (
  id text primary key,
  generation_id text not null references generations (id),
  attempt integer not null,
  payload_sha256 text not null,
  sent_at integer not null,
  deadline_ms integer not null,
  state text not null check (state in ('open', 'accepted', 'rejected', 'not_sent', 'ambiguous', 'resolved')),
  closed_at integer,
  unique (generation_id, attempt)
);
-- At most one submission is on its way, whoever is asking.
create unique index intents_one_open on intents (state) where state = 'open';

create table pictures (
  id text primary key,
  generation_id text not null references generations (id),
  idx integer not null,
  asset_id text not null references assets (id),
  width integer not null,
  height integer not null,
  created_at integer not null,
  unique (generation_id, idx)
);

create table events (
  -- autoincrement: a number is never used twice, also after old events were deleted.
  seq integer primary key autoincrement,
  type text not null,
  at integer not null,
  generation_id text not null,
  generation text not null
);

-- `scope` is what a temporary upload is bound to: upstream, account and model.
create table uploads (
  asset_id text not null,
  scope text not null,
  url text not null,
  expires_at integer not null,
  primary key (asset_id, scope)
);

create table idempotency_keys (
  scope text not null,
  key text not null,
  body_sha256 text not null,
  answer text not null,
  created_at integer not null,
  primary key (scope, key)
);
create index idempotency_keys_by_age on idempotency_keys (created_at);

-- Append-only. reserve: held back at the press of the button; release: given back; charge: what the pictures cost.
create table ledger (
  id text primary key,
  generation_id text not null references generations (id),
  kind text not null check (kind in ('reserve', 'release', 'charge')),
  fen integer not null check (fen >= 0),
  at integer not null,
  unique (generation_id, kind)
);
