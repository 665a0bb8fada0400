-- What happened, in the order it happened: JSON, one object a row. Never changed, never swept.
create table ledger (
  seq integer primary key autoincrement,
  at integer not null,
  entry text not null
);
create trigger ledger_is_not_changed before update on ledger begin select raise(abort, 'the ledger is append-only'); end;
create trigger ledger_is_not_shortened before delete on ledger begin select raise(abort, 'the ledger is append-only'); end;

-- One row per picture of a task that came to nothing while others did not.
create table failures (
  task_id text not null references tasks (task_id) on delete cascade,
  position integer not null,
  code text not null,
  message text not null,
  primary key (task_id, position)
);

-- Of a task that asked for a title: where its text would stand, JSON, and the path of the picture that shows it.
alter table pictures add column text_path text;
alter table pictures add column text_layers text;
create index pictures_by_text_path on pictures (text_path);

-- Set when a task ends: from then on its status is UNKNOWN, and the addresses of its pictures are refused.
alter table tasks add column expires_at integer;
alter table tasks add column results_expire_at integer;
update tasks set expires_at = ended_at + 86400000, results_expire_at = ended_at + 86400000;

alter table uploads add column expires_at integer not null default 0;
update uploads set expires_at = uploaded_at + 172800000;

drop index tasks_by_end;
create index tasks_by_expiry on tasks (expires_at);
drop index uploads_by_time;
create index uploads_by_expiry on uploads (expires_at);
