-- Where, what and how much: sites, what a metric means, and its measurements.

-- A shop, a ward, a line, a team, an office: a place that figures belong to.
create table site (
  workspace_id uuid not null default current_workspace() references workspace (id),
  id uuid not null,
  name text not null,
  -- The name in one spelling: "Ward  7" and "ward 7" are one place.
  key text not null,
  kind text not null check (kind in ('shop', 'ward', 'line', 'team', 'office', 'other')),
  team_id uuid,
  attributes jsonb not null default '{}',
  closed_on date,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, key),
  foreign key (workspace_id, team_id) references team (workspace_id, id)
);
create index site_team on site (workspace_id, team_id) where team_id is not null;
select guard_by_workspace('site');
grant select, insert, update on site to ratchet_app;

-- What was there before counted means by the week; the defaults are for those rows only.
alter table metric
  add column kind text not null default 'mean' check (kind in ('mean', 'proportion', 'rate', 'ratio', 'quantile')),
  add column every text not null default 'week' check (every in ('day', 'week', 'month', 'quarter', 'year')),
  add column owner_id uuid,
  add foreign key (workspace_id, owner_id) references person (workspace_id, id);
alter table metric alter column kind drop default, alter column every drop default;

-- What a metric means, in words, from which day on. A new version changes every chart, and none is taken back.
create table metric_definition (
  workspace_id uuid not null default current_workspace() references workspace (id),
  metric_id uuid not null,
  version int not null check (version > 0),
  says text not null,
  because text,
  kind text not null,
  from_on date not null,
  by_id uuid not null,
  at timestamptz not null,
  primary key (workspace_id, metric_id, version),
  foreign key (workspace_id, metric_id) references metric (workspace_id, id),
  foreign key (workspace_id, by_id) references person (workspace_id, id)
);
select guard_by_workspace('metric_definition');
select append_only('metric_definition');
grant select, insert on metric_definition to ratchet_app;

-- One go at bringing figures: a sheet, a form, a program. Written before its figures; what became of them, after.
create table measurement_import (
  workspace_id uuid not null default current_workspace() references workspace (id),
  id uuid not null,
  metric_id uuid not null,
  source text not null check (source in ('sheet', 'form', 'key', 'feed')),
  sheet_id uuid,
  columns jsonb,
  by_id uuid not null,
  at timestamptz not null,
  primary key (workspace_id, id),
  -- So that one reference of a figure holds its import and its metric.
  unique (workspace_id, id, metric_id),
  foreign key (workspace_id, metric_id) references metric (workspace_id, id),
  foreign key (workspace_id, sheet_id) references sheet (workspace_id, id),
  foreign key (workspace_id, by_id) references person (workspace_id, id),
  check (source <> 'sheet' or sheet_id is not null)
);
create index measurement_import_metric on measurement_import (workspace_id, metric_id, at desc);
select guard_by_workspace('measurement_import');
select append_only('measurement_import');
grant select, insert on measurement_import to ratchet_app;

create table measurement_outcome (
  workspace_id uuid not null default current_workspace() references workspace (id),
  import_id uuid not null,
  added int not null check (added >= 0),
  unchanged int not null check (unchanged >= 0),
  corrected int not null check (corrected >= 0),
  refused int not null check (refused >= 0),
  doubts jsonb not null,
  primary key (workspace_id, import_id),
  foreign key (workspace_id, import_id) references measurement_import (workspace_id, id)
);
select guard_by_workspace('measurement_outcome');
select append_only('measurement_outcome');
grant select, insert on measurement_outcome to ratchet_app;

-- The value of a metric at a site in a period, which its first day names. Where the kind divides, `value` is the number
-- above the line and `denominator` the one below it. The key is the order that a chart reads in.
create table measurement (
  workspace_id uuid not null default current_workspace() references workspace (id),
  metric_id uuid not null,
  site_id uuid not null,
  "on" date not null,
  value double precision not null,
  denominator double precision check (denominator > 0),
  -- The import that it has its value from.
  import_id uuid not null,
  primary key (workspace_id, metric_id, site_id, "on"),
  foreign key (workspace_id, site_id) references site (workspace_id, id),
  foreign key (workspace_id, import_id, metric_id) references measurement_import (workspace_id, id, metric_id)
);
select guard_by_workspace('measurement');
grant select, insert, update, delete on measurement to ratchet_app;

-- What a figure was before an import corrected it, or took it away: it stays here when the figure is gone.
create table measurement_correction (
  workspace_id uuid not null default current_workspace() references workspace (id),
  metric_id uuid not null,
  site_id uuid not null,
  "on" date not null,
  import_id uuid not null,
  before_value double precision not null,
  before_denominator double precision,
  before_import_id uuid not null,
  after_value double precision,
  after_denominator double precision,
  primary key (workspace_id, import_id, site_id, "on"),
  foreign key (workspace_id, site_id) references site (workspace_id, id),
  foreign key (workspace_id, import_id, metric_id) references measurement_import (workspace_id, id, metric_id),
  foreign key (workspace_id, before_import_id, metric_id) references measurement_import (workspace_id, id, metric_id)
);
create index measurement_correction_figure on measurement_correction (workspace_id, metric_id, site_id, "on");
select guard_by_workspace('measurement_correction');
select append_only('measurement_correction');
grant select, insert on measurement_correction to ratchet_app;

-- A large import is worked off later, in one transaction; how far it is stands here. Its import has the same id.
create table measurement_task (
  workspace_id uuid not null default current_workspace() references workspace (id),
  id uuid not null,
  metric_id uuid not null,
  sheet_id uuid not null,
  columns jsonb not null,
  -- The kind of the sites that are added under names not known yet; null when such rows are refused.
  new_sites text,
  by_id uuid not null,
  asked_at timestamptz not null,
  state text not null check (state in ('waiting', 'done', 'failed')),
  rows_done int not null,
  rows_total int not null,
  problem jsonb,
  primary key (workspace_id, id),
  foreign key (workspace_id, metric_id) references metric (workspace_id, id),
  foreign key (workspace_id, sheet_id) references sheet (workspace_id, id),
  foreign key (workspace_id, by_id) references person (workspace_id, id)
);
create index measurement_task_metric on measurement_task (workspace_id, metric_id, asked_at desc);
select guard_by_workspace('measurement_task');
grant select, insert, update on measurement_task to ratchet_app;
