-- What people would like to see tried. A vote is out while its idea waits for an answer, and comes back with it.

-- Votes that one person may have out at a time; 0: nobody votes here. The default is for workspaces that were there before.
alter table workspace add column votes_out int not null default 3 check (votes_out between 0 and 20);

create table vote (
  workspace_id uuid not null default current_workspace() references workspace (id),
  idea_id uuid not null,
  person_id uuid not null,
  voted_at timestamptz not null,
  -- The order that votes are counted in, idea by idea.
  primary key (workspace_id, idea_id, person_id),
  -- An idea that its author takes back takes its votes along.
  foreign key (workspace_id, idea_id) references idea (workspace_id, id) on delete cascade,
  foreign key (workspace_id, person_id) references person (workspace_id, id)
);
create index vote_person on vote (workspace_id, person_id, voted_at desc);
select guard_by_workspace('vote');
grant select, insert, delete on vote to ratchet_app;
