-- Trials of every design. What a plan of each design settles stands in its body, and is checked before it comes here.

alter table trial drop constraint trial_design_check;
alter table trial add constraint trial_design_check
  check (design in ('split', 'pilot', 'staggered', 'switchback', 'before-after'));

-- A frozen trial keeps its design, its door and its title: they are what the plan was frozen for.
create function keep_frozen_trial() returns trigger language plpgsql as $$
begin
  if old.state <> 'draft' and (new.design, new.door, new.title, new.idea_id) is distinct from (old.design, old.door, old.title, old.idea_id) then
    raise exception 'a trial whose plan is frozen keeps its design' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger keep_frozen before update on trial for each row execute function keep_frozen_trial();
