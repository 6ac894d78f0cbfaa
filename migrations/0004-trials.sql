-- From a spreadsheet to a line of the ledger.

create table metric (
  workspace_id uuid not null default current_workspace() references workspace (id),
  id uuid not null,
  name text not null,
  unit text not null,
  better text not null check (better in ('higher', 'lower')),
  worth_minor bigint,
  created_at timestamptz not null,
  primary key (workspace_id, id)
);
create unique index metric_name on metric (workspace_id, lower(name));
select guard_by_workspace('metric');
grant select, insert, update on metric to ratchet_app;

-- A table that somebody pasted or uploaded, as it came: every number can be followed back to it.
create table sheet (
  workspace_id uuid not null default current_workspace() references workspace (id),
  id uuid not null,
  name text not null,
  bytes int not null,
  sha256 text not null,
  description jsonb not null,
  added_by_id uuid not null,
  added_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, added_by_id) references person (workspace_id, id)
);
select guard_by_workspace('sheet');
grant select, insert on sheet to ratchet_app;

create table sheet_chunk (
  workspace_id uuid not null default current_workspace() references workspace (id),
  sheet_id uuid not null,
  position int not null,
  content bytea not null,
  primary key (workspace_id, sheet_id, position),
  -- At commit: the pieces are written while the sheet is read, and what it holds is known only at its end.
  foreign key (workspace_id, sheet_id) references sheet (workspace_id, id) deferrable initially deferred
);
alter table sheet_chunk alter column content set storage external;
select guard_by_workspace('sheet_chunk');
grant select, insert on sheet_chunk to ratchet_app;

create table trial (
  workspace_id uuid not null default current_workspace() references workspace (id),
  id uuid not null,
  idea_id uuid not null,
  title text not null,
  design text not null check (design in ('pilot')),
  door text not null check (door in ('plan-first', 'look-back')),
  state text not null check (state in ('draft', 'frozen', 'running', 'stopped', 'ended', 'decided')),
  owner_id uuid not null,
  team_id uuid,
  created_at timestamptz not null,
  started_at timestamptz,
  ended_at timestamptz,
  stop_reason text,
  primary key (workspace_id, id),
  foreign key (workspace_id, idea_id) references idea (workspace_id, id),
  foreign key (workspace_id, owner_id) references person (workspace_id, id),
  foreign key (workspace_id, team_id) references team (workspace_id, id)
);
create index trial_idea on trial (workspace_id, idea_id);
create index trial_newest on trial (workspace_id, created_at desc);
-- One attempt at a time settles an idea; the idea's own state says so too.
create unique index trial_under_way on trial (workspace_id, idea_id) where state in ('running', 'stopped', 'ended');
select guard_by_workspace('trial');
-- Delete: a draft only, by the rule and by this trigger.
grant select, insert, update, delete on trial to ratchet_app;
create function keep_started_trial() returns trigger language plpgsql as $$
begin
  if old.state <> 'draft' then
    raise exception 'a trial that has started is never deleted' using errcode = 'restrict_violation';
  end if;
  return old;
end $$;
create trigger keep_started before delete on trial for each row execute function keep_started_trial();

-- A plan while it is being written. Its revision counts up, so that nobody overwrites what they have not seen.
create table plan_draft (
  workspace_id uuid not null default current_workspace() references workspace (id),
  trial_id uuid not null,
  revision int not null check (revision >= 1),
  body jsonb not null,
  saved_at timestamptz not null,
  primary key (workspace_id, trial_id),
  foreign key (workspace_id, trial_id) references trial (workspace_id, id) on delete cascade
);
select guard_by_workspace('plan_draft');
grant select, insert, update, delete on plan_draft to ratchet_app;

-- A frozen plan never changes. A change is a new version; all of them stay.
create table plan (
  workspace_id uuid not null default current_workspace() references workspace (id),
  id uuid not null,
  trial_id uuid not null,
  version int not null check (version >= 1),
  body jsonb not null,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  is_after_data boolean not null,
  reason text check ((reason is null) = (version = 1)),
  frozen_at timestamptz not null,
  frozen_by_id uuid not null,
  primary key (workspace_id, id),
  unique (workspace_id, trial_id, version),
  foreign key (workspace_id, trial_id) references trial (workspace_id, id),
  foreign key (workspace_id, frozen_by_id) references person (workspace_id, id)
);
-- Whether any plan counts in the unit of a metric.
create index plan_metric on plan (workspace_id, (body #>> '{metric,id}'));
select guard_by_workspace('plan');
select append_only('plan');
grant select, insert on plan to ratchet_app;

-- The sheets whose rows a trial is measured on, in the order they came; a later one wins where both have a figure.
create table trial_sheet (
  workspace_id uuid not null default current_workspace() references workspace (id),
  trial_id uuid not null,
  sheet_id uuid not null,
  position int not null check (position >= 1),
  rows int not null,
  sites int not null,
  first_period text not null,
  last_period text not null,
  has_outcomes boolean not null,
  added_by_id uuid not null,
  added_at timestamptz not null,
  primary key (workspace_id, trial_id, sheet_id),
  unique (workspace_id, trial_id, position),
  foreign key (workspace_id, trial_id) references trial (workspace_id, id),
  foreign key (workspace_id, sheet_id) references sheet (workspace_id, id),
  foreign key (workspace_id, added_by_id) references person (workspace_id, id)
);
select guard_by_workspace('trial_sheet');
select append_only('trial_sheet');
grant select, insert on trial_sheet to ratchet_app;

-- Written once for each plan and cut of the figures; an earlier one stays. Without a grade the figures hold no answer.
create table result (
  workspace_id uuid not null default current_workspace() references workspace (id),
  id uuid not null,
  trial_id uuid not null,
  plan_id uuid not null,
  cut text not null,
  code_version text not null,
  analysis jsonb not null,
  picture jsonb not null,
  doubts jsonb not null,
  grade text check (grade in ('A', 'B', 'C', 'D')),
  measured_at timestamptz not null,
  -- The ledger shows them for every line: an analysis of a thousand sites is too large to open for three numbers.
  estimate double precision generated always as ((analysis ->> 'estimate')::double precision) stored,
  low double precision generated always as ((analysis ->> 'low')::double precision) stored,
  high double precision generated always as ((analysis ->> 'high')::double precision) stored,
  primary key (workspace_id, id),
  unique (workspace_id, plan_id, cut),
  foreign key (workspace_id, trial_id) references trial (workspace_id, id),
  foreign key (workspace_id, plan_id) references plan (workspace_id, id),
  check ((grade is null) = (analysis ? 'refused'))
);
create index result_trial on result (workspace_id, trial_id, measured_at desc);
select guard_by_workspace('result');
select append_only('result');
grant select, insert on result to ratchet_app;

create table decision (
  workspace_id uuid not null default current_workspace() references workspace (id),
  id uuid not null,
  trial_id uuid not null,
  result_id uuid not null,
  choice text not null check (choice in ('adopt', 'adapt', 'drop')),
  reason text not null check (length(trim(reason)) > 0),
  is_without_proof boolean not null,
  by_id uuid not null,
  decided_at timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, trial_id),
  foreign key (workspace_id, trial_id) references trial (workspace_id, id),
  foreign key (workspace_id, result_id) references result (workspace_id, id),
  foreign key (workspace_id, by_id) references person (workspace_id, id)
);
select guard_by_workspace('decision');
select append_only('decision');
grant select, insert on decision to ratchet_app;

-- The ledger. A mistake is taken back by another line.
create table gain (
  workspace_id uuid not null default current_workspace() references workspace (id),
  id uuid not null,
  sequence bigint generated always as identity,
  trial_id uuid not null,
  decision_id uuid not null,
  metric_id uuid not null,
  outcome text not null check (outcome in ('gain', 'without-proof', 'no-proof', 'harm', 'dropped', 'reversal')),
  amount jsonb,
  amount_minor jsonb,
  per text not null check (per in ('day', 'week', 'month', 'quarter', 'year', 'period')),
  sites int not null check (sites >= 0),
  measured_sites int not null check (measured_sites >= 0),
  -- As they were when it was booked: what a line says never changes.
  unit text not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  from_on date not null,
  grade text not null check (grade in ('A', 'B', 'C', 'D')),
  is_self_judged boolean not null,
  reverses_id uuid,
  reason text,
  booked_by_id uuid not null,
  booked_at timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, reverses_id),
  foreign key (workspace_id, trial_id) references trial (workspace_id, id),
  foreign key (workspace_id, decision_id) references decision (workspace_id, id),
  foreign key (workspace_id, metric_id) references metric (workspace_id, id),
  foreign key (workspace_id, reverses_id) references gain (workspace_id, id),
  foreign key (workspace_id, booked_by_id) references person (workspace_id, id),
  -- Only what was proved, or kept on somebody's word, has an amount; and a line is reversed once at most.
  check (amount is null or outcome in ('gain', 'reversal'))
);
-- A trial books one line; its reversal is another.
create unique index gain_once on gain (workspace_id, trial_id) where reverses_id is null;
select guard_by_workspace('gain');
select append_only('gain');
grant select, insert on gain to ratchet_app;

-- What a booked gain claims: nobody else may claim the same site and time on the same basis. Freed when the gain is
-- reversed. A basis is the metric; and the column of a sheet that the figures stand in, whatever they are called. One row
-- a site and basis: its periods as stretches of a timeline (days since 1970, or the sheet's own numbers).
create type text_range as range (subtype = text, collation = "C");
create function one_place(workspace_id uuid, basis text, timeline text, site text) returns text_range
  language sql immutable parallel safe
  return text_range(workspace_id::text || basis || timeline || chr(31) || site,
                    workspace_id::text || basis || timeline || chr(31) || site, '[]');

create table gain_claim (
  workspace_id uuid not null default current_workspace() references workspace (id),
  gain_id uuid not null,
  -- The id of the metric, or SHA-256 over the sheet's content and the column's name.
  basis text not null check (basis ~ '^[0-9a-f-]{36}$' or basis ~ '^[0-9a-f]{64}$'),
  timeline text not null check (timeline in ('calendar', 'number', 'numbered', 'side')),
  -- As names are compared: one spelling for all.
  site text not null,
  periods nummultirange not null check (not isempty(periods)),
  primary key (workspace_id, gain_id, basis, site),
  foreign key (workspace_id, gain_id) references gain (workspace_id, id),
  -- GiST without extensions knows "overlaps" but not "equals": the same place is the overlap of two ranges of one point.
  exclude using gist (one_place(workspace_id, basis, timeline, site) with &&, periods with &&)
);
select guard_by_workspace('gain_claim');
grant select, insert, delete on gain_claim to ratchet_app;

-- A second person stands behind a self-judged line; until then it counts as grade D.
create table gain_confirmation (
  workspace_id uuid not null default current_workspace() references workspace (id),
  gain_id uuid not null,
  by_id uuid not null,
  confirmed_at timestamptz not null,
  primary key (workspace_id, gain_id),
  foreign key (workspace_id, gain_id) references gain (workspace_id, id),
  foreign key (workspace_id, by_id) references person (workspace_id, id)
);
select guard_by_workspace('gain_confirmation');
select append_only('gain_confirmation');
grant select, insert on gain_confirmation to ratchet_app;
