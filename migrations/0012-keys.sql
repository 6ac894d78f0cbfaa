-- Keys for programs. A key acts for the person who made it, in one workspace, and holds no more than its scopes.
-- The key itself is kept nowhere: only the hash of its secret.

-- The keys that this transaction has been shown, by id: a key is looked up before its workspace is known.
create function presented_keys() returns uuid[] language sql stable parallel safe
  return string_to_array(nullif(current_setting('app.keys', true), ''), ',')::uuid[];

create table key (
  workspace_id uuid not null default current_workspace() references workspace (id),
  id uuid not null unique,
  person_id uuid not null,
  name text not null,
  scopes text[] not null,
  addresses text[] not null,
  per_minute int not null check (per_minute > 0),
  hash bytea not null check (octet_length(hash) = 32),
  made_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > made_at),
  last_used_on date,
  revoked_at timestamptz,
  revoked_by_id uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, person_id) references person (workspace_id, id),
  foreign key (workspace_id, revoked_by_id) references person (workspace_id, id),
  check ((revoked_at is null) = (revoked_by_id is null))
);
create index key_person on key (workspace_id, person_id);
select guard_by_workspace('key');
-- From outside every workspace only what was presented is seen, one row for each id.
create policy presented on key for select using (current_workspace() is null and id = any(presented_keys()));
-- What a key may does not change once it is made: a key that should do something else is another key.
grant select, insert on key to ratchet_app;
grant update (last_used_on, revoked_at, revoked_by_id) on key to ratchet_app;
