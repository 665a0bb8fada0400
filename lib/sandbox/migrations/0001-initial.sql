-- The sandbox's own database; the studio's is another file. Times are epoch milliseconds.

-- Made at the first start: what signs upload policies and result addresses.
create table secrets (
  name text primary key,
  value text not null
);

create table tasks (
  -- Order of submission; a lane takes its lowest unfinished one.
  seq integer primary key autoincrement,
  task_id text not null unique,
  -- Of the submission.
  request_id text not null,
  -- Hash of the API key: whoever shows the same key owns the task.
  account text not null,
  model text not null,
  -- The checked body, JSON.
  request text not null,
  total integer not null,
  status text not null check (status in ('PENDING', 'RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELED')),
  submitted_at integer not null,
  scheduled_at integer,
  ended_at integer,
  code text,
  message text
);
create index tasks_by_account on tasks (account, status, seq);
create index tasks_by_end on tasks (ended_at);

-- One row per finished picture; its bytes are on disk before the row is.
create table pictures (
  task_id text not null references tasks (task_id) on delete cascade,
  position integer not null,
  -- Path of its address below `results/`.
  path text not null unique,
  md5 text not null,
  size_bytes integer not null,
  primary key (task_id, position)
);

create table uploads (
  -- `upload_dir/file name`, as in the `oss://` address.
  object_key text primary key,
  -- Hash of account and model, a part of upload_dir.
  owner text not null,
  size_bytes integer not null,
  uploaded_at integer not null
);
create index uploads_by_time on uploads (uploaded_at);
