-- What a running trial showed each time somebody, or the calendar, looked: one row for each plan and cut of the figures.
create table look (
  workspace_id uuid not null default current_workspace() references workspace (id),
  id uuid not null,
  trial_id uuid not null,
  plan_id uuid not null,
  cut text not null,
  -- Periods with the change, or units, that have come; of how many that are planned.
  elapsed int not null check (elapsed >= 1),
  runs_for int not null check (runs_for >= 1),
  fraction double precision not null check (fraction > 0 and fraction <= 1),
  -- Of its interval: null while it is too early for one.
  confidence double precision check (confidence > 0 and confidence < 1),
  estimate double precision,
  low double precision,
  high double precision,
  guardrails jsonb not null,
  advice text not null check (advice in ('too-early', 'go-on', 'stop-harm', 'stop-futility', 'stop-success', 'end')),
  seen jsonb not null,
  taken_at timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, plan_id, cut),
  foreign key (workspace_id, trial_id) references trial (workspace_id, id),
  foreign key (workspace_id, plan_id) references plan (workspace_id, id)
);
create index look_trial on look (workspace_id, trial_id, taken_at desc);
select guard_by_workspace('look');
select append_only('look');
grant select, insert on look to ratchet_app;
