-- What the platform itself keeps. Runs as the owner; the app signs in as ratchet_app, which owns nothing.

grant usage on schema public to ratchet_app;

-- The workspace of this transaction. A reused connection has '' there, not null: without nullif it would raise.
create function current_workspace() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.workspace', true), '')::uuid;

-- The account of this transaction, for the few rows that follow a person across workspaces.
create function current_account() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.account', true), '')::uuid;

-- Every table with a workspace_id gets exactly this: row-level security that holds for its owner too.
create function guard_by_workspace(guarded regclass) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', guarded);
  execute format('alter table %s force row level security', guarded);
  execute format(
    'create policy own_workspace on %s using (workspace_id = current_workspace()) with check (workspace_id = current_workspace())',
    guarded
  );
end $$;

-- A ledger grows and never changes. The app has no grant to change it either; this holds against everybody else.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;

create function append_only(kept regclass) returns void language plpgsql as $$
begin
  execute format('create trigger append_only_rows before update or delete on %s for each row execute function refuse_change()', kept);
  execute format('create trigger append_only_table before truncate on %s for each statement execute function refuse_change()', kept);
end $$;

-- One row: what this database is. storage.json in the data folder names the same id.
create table installation (
  id uuid primary key default gen_random_uuid(),
  created_at timestamptz not null default now(),
  only_one boolean not null default true unique check (only_one)
);
insert into installation default values;
grant select on installation to ratchet_app;

-- Links and other secrets, by their hash. Single use: spending one deletes it.
create table token (
  hash bytea primary key check (octet_length(hash) = 32),
  purpose text not null,
  subject jsonb not null,
  expires_at timestamptz not null
);
create index token_expires_at on token (expires_at);
grant select, insert, delete on token to ratchet_app;

-- What happened, told in the same transaction. Ids only: a job and a live page load what they may see themselves.
create table outbox (
  sequence bigint generated always as identity primary key,
  workspace_id uuid,
  event text not null,
  payload jsonb not null,
  emitted_at timestamptz not null,
  relayed_at timestamptz
);
create index outbox_waiting on outbox (sequence) where relayed_at is null;
grant select, insert, update, delete on outbox to ratchet_app;

create function announce_outbox() returns trigger language plpgsql as $$
begin
  perform pg_notify('outbox', json_build_object('workspaceId', new.workspace_id, 'event', new.event, 'payload', new.payload)::text);
  return null;
end $$;
create trigger announce after insert on outbox for each row execute function announce_outbox();

-- The first answer to a request that carried an idempotency key.
create table idempotency (
  principal text not null,
  key text not null,
  request_hash bytea not null,
  status int not null,
  answer jsonb,
  expires_at timestamptz not null,
  primary key (principal, key)
);
create index idempotency_expires_at on idempotency (expires_at);
grant select, insert, delete on idempotency to ratchet_app;

-- Who did what, when. Append-only; no address and no text that somebody wrote.
create table audit (
  workspace_id uuid default current_workspace(),
  sequence bigint generated always as identity,
  at timestamptz not null,
  account_id uuid,
  person_id uuid,
  action text not null,
  about jsonb not null,
  primary key (sequence)
);
create index audit_workspace on audit (workspace_id, sequence);
alter table audit enable row level security;
alter table audit force row level security;
create policy own_workspace on audit
  using (workspace_id is not distinct from current_workspace())
  with check (workspace_id is not distinct from current_workspace());
select append_only('audit');
grant select, insert on audit to ratchet_app;
