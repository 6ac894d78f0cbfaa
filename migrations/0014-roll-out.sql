-- An adopted change goes from site to site: what is done there, who sees to it, and how far it has come.
create table roll_out (
  workspace_id uuid not null default current_workspace() references workspace (id),
  id uuid not null,
  trial_id uuid not null,
  -- How the work is now done, as everybody reads it.
  standard_work text not null check (length(trim(standard_work)) > 0),
  begun_by_id uuid not null,
  begun_at timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, trial_id),
  foreign key (workspace_id, trial_id) references trial (workspace_id, id),
  foreign key (workspace_id, begun_by_id) references person (workspace_id, id)
);
select guard_by_workspace('roll_out');
grant select, insert, update on roll_out to ratchet_app;

create table roll_out_site (
  workspace_id uuid not null default current_workspace() references workspace (id),
  id uuid not null,
  roll_out_id uuid not null,
  name text not null,
  owner_id uuid,
  due_on date,
  -- It took part in the trial with the change, and keeps it.
  is_from_trial boolean not null,
  added_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, roll_out_id) references roll_out (workspace_id, id),
  foreign key (workspace_id, owner_id) references person (workspace_id, id)
);
create unique index roll_out_site_name on roll_out_site (workspace_id, roll_out_id, lower(name));
select guard_by_workspace('roll_out_site');
grant select, insert, update on roll_out_site to ratchet_app;

-- Each step at a site, for ever: people trained, the change in use, how much of the work is done so, given up.
create table roll_out_step (
  workspace_id uuid not null default current_workspace() references workspace (id),
  id uuid not null,
  site_id uuid not null,
  step text not null check (step in ('trained', 'live', 'adoption', 'given-up')),
  on_day date not null,
  -- Of the work that is done in the new way: of `adoption` only.
  share double precision check (share between 0 and 1),
  note text,
  by_id uuid not null,
  at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, site_id) references roll_out_site (workspace_id, id),
  foreign key (workspace_id, by_id) references person (workspace_id, id),
  check ((step = 'adoption') = (share is not null))
);
create index roll_out_step_site on roll_out_step (workspace_id, site_id, on_day, at);
select guard_by_workspace('roll_out_step');
select append_only('roll_out_step');
grant select, insert on roll_out_step to ratchet_app;

-- When a booked gain is to be measured again. What it shows then is another row's business.
create table hold_check (
  workspace_id uuid not null default current_workspace() references workspace (id),
  gain_id uuid not null,
  days int not null check (days in (30, 90, 180)),
  due_on date not null,
  primary key (workspace_id, gain_id, days),
  foreign key (workspace_id, gain_id) references gain (workspace_id, id)
);
create index hold_check_due on hold_check (workspace_id, due_on);
select guard_by_workspace('hold_check');
select append_only('hold_check');
grant select, insert on hold_check to ratchet_app;
