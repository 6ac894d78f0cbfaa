-- Control charts: how a metric is charted, and the log that stands beside its figures.

-- Which chart and which rules, from when on. A new version changes every chart of the metric; the latest counts.
create table chart_setting (
  workspace_id uuid not null default current_workspace() references workspace (id),
  metric_id uuid not null,
  version int not null check (version > 0),
  -- Null: the chart that fits the kind of the metric.
  method text,
  rules text not null,
  together text not null check (together in ('average', 'sum')),
  by_id uuid not null,
  at timestamptz not null,
  primary key (workspace_id, metric_id, version),
  foreign key (workspace_id, metric_id) references metric (workspace_id, id),
  foreign key (workspace_id, by_id) references person (workspace_id, id)
);
select guard_by_workspace('chart_setting');
select append_only('chart_setting');
grant select, insert on chart_setting to ratchet_app;

-- What people wrote on a chart: why a period is odd, what was changed, which stretch the limits are learnt from.
create table chart_entry (
  workspace_id uuid not null default current_workspace() references workspace (id),
  id uuid not null,
  metric_id uuid not null,
  -- Null: on the charts of all sites.
  site_id uuid,
  kind text not null check (kind in ('note', 'change', 'baseline')),
  "on" date not null,
  to_on date,
  effect text check (effect in ('new-limits', 'left-out')),
  says text not null,
  by_id uuid not null,
  at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, metric_id) references metric (workspace_id, id),
  foreign key (workspace_id, site_id) references site (workspace_id, id),
  foreign key (workspace_id, by_id) references person (workspace_id, id),
  check ((kind = 'baseline') = (to_on is not null)),
  check (effect is null or (kind = 'change' and effect = 'new-limits') or (kind = 'note' and effect = 'left-out'))
);
create index chart_entry_metric on chart_entry (workspace_id, metric_id, at desc);
select guard_by_workspace('chart_entry');
select append_only('chart_entry');
grant select, insert on chart_entry to ratchet_app;

-- An entry that counts no longer. It stays, and so does why it was taken back.
create table chart_withdrawal (
  workspace_id uuid not null default current_workspace() references workspace (id),
  entry_id uuid not null,
  reason text not null,
  by_id uuid not null,
  at timestamptz not null,
  primary key (workspace_id, entry_id),
  foreign key (workspace_id, entry_id) references chart_entry (workspace_id, id),
  foreign key (workspace_id, by_id) references person (workspace_id, id)
);
select guard_by_workspace('chart_withdrawal');
select append_only('chart_withdrawal');
grant select, insert on chart_withdrawal to ratchet_app;

-- The signals for the worse that somebody was told of: each is told once. A run that goes on is the same signal.
create table chart_told (
  workspace_id uuid not null default current_workspace() references workspace (id),
  metric_id uuid not null,
  site_id uuid not null,
  rule text not null,
  from_on date not null,
  person_id uuid not null,
  at timestamptz not null,
  primary key (workspace_id, metric_id, site_id, rule, from_on),
  foreign key (workspace_id, metric_id) references metric (workspace_id, id),
  foreign key (workspace_id, site_id) references site (workspace_id, id),
  foreign key (workspace_id, person_id) references person (workspace_id, id)
);
select guard_by_workspace('chart_told');
select append_only('chart_told');
grant select, insert on chart_told to ratchet_app;
