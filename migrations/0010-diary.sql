-- What people write down while a trial runs: a note of the day, an incident, whether it was really done, what was undone.
create table diary_entry (
  workspace_id uuid not null default current_workspace() references workspace (id),
  id uuid not null,
  trial_id uuid not null,
  kind text not null check (kind in ('note', 'incident', 'adherence', 'rolled-back')),
  on_day date not null,
  -- A site of the plan, by its name there; null for the trial as a whole.
  site text,
  done text check (done in ('yes', 'partly', 'no')),
  text text,
  by_id uuid not null,
  written_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, trial_id) references trial (workspace_id, id),
  foreign key (workspace_id, by_id) references person (workspace_id, id),
  check ((kind = 'adherence') = (done is not null)),
  check (kind not in ('adherence', 'rolled-back') or site is not null),
  check (kind not in ('note', 'incident') or coalesce(length(trim(text)), 0) > 0)
);
create index diary_entry_trial on diary_entry (workspace_id, trial_id, written_at desc);
-- A site is put back once.
create unique index diary_entry_rolled_back on diary_entry (workspace_id, trial_id, site) where kind = 'rolled-back';
select guard_by_workspace('diary_entry');
select append_only('diary_entry');
grant select, insert on diary_entry to ratchet_app;
