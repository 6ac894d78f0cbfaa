-- Figures that come by themselves: from a folder of this machine, or from an address that an administrator named.

create table feed (
  workspace_id uuid not null default current_workspace() references workspace (id),
  id uuid not null,
  metric_id uuid not null,
  source jsonb not null,
  columns jsonb not null,
  -- The kind of the sites that are added under names not known yet; null when such rows are refused.
  new_sites text,
  rhythm jsonb not null,
  owner_id uuid not null,
  state text not null check (state in ('on', 'paused', 'ended')),
  -- How often in a row it has failed.
  failures int not null check (failures >= 0),
  next_at timestamptz not null,
  -- What was read last; the same is not read again.
  mark jsonb,
  added_by_id uuid not null,
  added_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, metric_id) references metric (workspace_id, id),
  foreign key (workspace_id, owner_id) references person (workspace_id, id),
  foreign key (workspace_id, added_by_id) references person (workspace_id, id)
);
create index feed_metric on feed (workspace_id, metric_id);
select guard_by_workspace('feed');
grant select, insert, update on feed to ratchet_app;

-- The secret that a feed sends, sealed by a key that is not in the database.
create table feed_secret (
  workspace_id uuid not null default current_workspace() references workspace (id),
  feed_id uuid not null,
  sealed bytea not null,
  primary key (workspace_id, feed_id),
  foreign key (workspace_id, feed_id) references feed (workspace_id, id)
);
select guard_by_workspace('feed_secret');
grant select, insert, update, delete on feed_secret to ratchet_app;

-- One go of a feed, written when it is over.
create table feed_run (
  workspace_id uuid not null default current_workspace() references workspace (id),
  id uuid not null,
  feed_id uuid not null,
  started_at timestamptz not null,
  ended_at timestamptz not null,
  outcome text not null check (outcome in ('stored', 'unchanged', 'failed')),
  -- The file's name, and what of it was read. Null when it did not come so far.
  name text,
  bytes bigint,
  sha256 text,
  import_id uuid,
  added int not null check (added >= 0),
  unchanged int not null check (unchanged >= 0),
  corrected int not null check (corrected >= 0),
  refused int not null check (refused >= 0),
  problem jsonb,
  primary key (workspace_id, id),
  foreign key (workspace_id, feed_id) references feed (workspace_id, id),
  foreign key (workspace_id, import_id) references measurement_import (workspace_id, id),
  check ((outcome = 'stored') = (import_id is not null)),
  check ((outcome = 'failed') = (problem is not null))
);
create index feed_run_feed on feed_run (workspace_id, feed_id, ended_at desc);
select guard_by_workspace('feed_run');
select append_only('feed_run');
grant select, insert on feed_run to ratchet_app;

-- When which feed is due, across workspaces, as in the outbox: ids only. Only feeds that are on stand here.
create table feed_due (
  workspace_id uuid not null,
  feed_id uuid not null,
  at timestamptz not null,
  primary key (workspace_id, feed_id),
  foreign key (workspace_id, feed_id) references feed (workspace_id, id)
);
create index feed_due_at on feed_due (at);
grant select, insert, update, delete on feed_due to ratchet_app;
