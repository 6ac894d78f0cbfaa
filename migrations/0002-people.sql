-- Who is here: accounts of the installation, workspaces, and the people and teams in them.

create table account (
  id uuid primary key,
  email text not null unique check (email = lower(email)),
  password_hash text not null,
  created_at timestamptz not null
);
grant select, insert, update on account to ratchet_app;

create table sign_in (
  hash bytea primary key check (octet_length(hash) = 32),
  account_id uuid not null references account (id) on delete cascade,
  created_at timestamptz not null,
  last_used_on date not null
);
create index sign_in_account on sign_in (account_id);
grant select, insert, update, delete on sign_in to ratchet_app;

-- Tries, by what was tried and from where; hashed, and gone after a quarter of an hour. A try stands in each bucket
-- that it counts in before the password is looked at, and is taken back when it was right.
create table sign_in_try (
  id uuid not null,
  bucket bytea not null check (octet_length(bucket) = 32),
  at timestamptz not null,
  primary key (id, bucket)
);
create index sign_in_try_bucket on sign_in_try (bucket, at);
grant select, insert, delete on sign_in_try to ratchet_app;

create table workspace (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text not null,
  language text not null check (language in ('en', 'de')),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  time_zone text not null,
  week_start int not null check (week_start between 1 and 7),
  working_days int[] not null,
  is_sample boolean not null default false,
  created_at timestamptz not null
);

create table team (
  workspace_id uuid not null default current_workspace() references workspace (id),
  id uuid not null,
  name text not null,
  department text,
  created_at timestamptz not null,
  primary key (workspace_id, id)
);
create unique index team_name on team (workspace_id, lower(name));
select guard_by_workspace('team');
grant select, insert, update, delete on team to ratchet_app;

create table person (
  workspace_id uuid not null default current_workspace() references workspace (id),
  id uuid not null,
  account_id uuid not null references account (id),
  name text not null,
  role text not null check (role in ('viewer', 'member', 'lead', 'admin', 'owner')),
  team_id uuid,
  joined_at timestamptz not null,
  deactivated_at timestamptz,
  is_hidden boolean not null default false,
  primary key (workspace_id, id),
  unique (workspace_id, account_id),
  foreign key (workspace_id, team_id) references team (workspace_id, id)
);
create index person_account on person (account_id);
-- From outside every workspace a person sees the own memberships: that is how the list of one's workspaces is read.
alter table person enable row level security;
alter table person force row level security;
create policy own_workspace on person using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy own_memberships on person for select using (current_workspace() is null and account_id = current_account());
grant select, insert, update on person to ratchet_app;

alter table workspace enable row level security;
alter table workspace force row level security;
create policy own_workspace on workspace using (id = current_workspace()) with check (id = current_workspace());
create policy own_memberships on workspace for select using (
  current_workspace() is null and exists (select 1 from person where person.workspace_id = workspace.id and person.account_id = current_account())
);
grant select, insert, update on workspace to ratchet_app;

-- In how many workspaces an account is: asked before an admin of one may make a link that opens the account.
create function count_memberships(whose uuid) returns int language plpgsql as $$
declare
  account_before text := coalesce(current_setting('app.account', true), '');
  workspace_before text := coalesce(current_setting('app.workspace', true), '');
  counted int;
begin
  perform set_config('app.account', whose::text, true), set_config('app.workspace', '', true);
  select count(*) into counted from person where account_id = whose and deactivated_at is null;
  perform set_config('app.account', account_before, true), set_config('app.workspace', workspace_before, true);
  return counted;
end $$;

create table notice (
  workspace_id uuid not null default current_workspace() references workspace (id),
  id uuid not null,
  person_id uuid not null,
  message text not null,
  message_values jsonb not null,
  href text not null,
  needs_act boolean not null default false,
  created_at timestamptz not null,
  read_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, person_id) references person (workspace_id, id)
);
create index notice_person on notice (workspace_id, person_id, created_at desc);
select guard_by_workspace('notice');
grant select, insert, update on notice to ratchet_app;

-- The first free address part for a wanted one. It needs to see every workspace's slug and shows none of them:
-- the unique index answers, by trying.
create function free_slug(wanted text) returns text language plpgsql as $$
declare
  before text := coalesce(current_setting('app.workspace', true), '');
  candidate text := wanted;
  attempt int := 1;
  trial_id uuid;
begin
  loop
    begin
      trial_id := gen_random_uuid();
      perform set_config('app.workspace', trial_id::text, true);
      insert into workspace (id, slug, name, language, currency, time_zone, week_start, working_days, created_at)
        values (trial_id, candidate, 'probe', 'en', 'EUR', 'UTC', 1, '{1}', now());
      -- It fits: undo the probe by leaving this block with an error of our own.
      raise exception using errcode = 'RF001';
    exception
      when sqlstate 'RF001' then
        perform set_config('app.workspace', before, true);
        return candidate;
      when unique_violation then
        attempt := attempt + 1;
        candidate := wanted || '-' || attempt;
    end;
  end loop;
end $$;
