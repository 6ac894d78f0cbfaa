-- Trials that are measured on the workspace's own measurements.

-- The table that is taken over anew while the trial runs: one of its sheets, always in the same place.
alter table trial_sheet add column is_taken boolean not null default false;
create unique index trial_sheet_taken on trial_sheet (workspace_id, trial_id) where is_taken;

-- Sheets that people brought stay for ever. The one that is taken over changes places with the next, until there is a
-- result: what that was measured on stays too.
create function keep_brought_sheet() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or not old.is_taken or not new.is_taken
    or (old.workspace_id, old.trial_id, old.position) is distinct from (new.workspace_id, new.trial_id, new.position) then
    raise exception 'a sheet that somebody brought is never changed' using errcode = 'restrict_violation';
  end if;
  if exists (select from result where workspace_id = old.workspace_id and trial_id = old.trial_id) then
    raise exception 'what a result was measured on is never changed' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
drop trigger append_only_rows on trial_sheet;
create trigger keep_brought before update or delete on trial_sheet for each row execute function keep_brought_sheet();
grant update on trial_sheet to ratchet_app;

-- Every time that figures were taken over, and what the table of that time was: the table itself goes with the next one.
create table plan_takeover (
  workspace_id uuid not null default current_workspace() references workspace (id),
  trial_id uuid not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  figures int not null check (figures >= 0),
  last_on date not null,
  by_id uuid,
  taken_at timestamptz not null,
  primary key (workspace_id, trial_id, taken_at),
  foreign key (workspace_id, trial_id) references trial (workspace_id, id),
  foreign key (workspace_id, by_id) references person (workspace_id, id)
);
select guard_by_workspace('plan_takeover');
select append_only('plan_takeover');
grant select, insert on plan_takeover to ratchet_app;
