-- What people want to move, and the small changes they think would move it.

create table goal (
  workspace_id uuid not null default current_workspace() references workspace (id),
  id uuid not null,
  title text not null,
  unit text not null,
  start double precision,
  target double precision not null,
  due_on date not null,
  why text not null,
  owner_id uuid not null,
  created_at timestamptz not null,
  edited_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, owner_id) references person (workspace_id, id)
);
select guard_by_workspace('goal');
grant select, insert, update on goal to ratchet_app;

-- The words to search in. The parser takes an address or a decimal for one word; apart, each half is found.
create function searchable(words text) returns tsvector language sql immutable parallel safe
  return to_tsvector('simple', translate(words, '-_./:@+&#=~|', '            '));

create table idea (
  workspace_id uuid not null default current_workspace() references workspace (id),
  id uuid not null,
  text text not null,
  title text not null,
  state text not null check (state in ('open', 'approved', 'trying', 'adopted', 'dropped', 'parked', 'merged')),
  version int not null,
  author_id uuid,
  team_id uuid,
  goal_id uuid,
  -- In the milliseconds that a JavaScript date keeps: the list goes on from a row's own moment.
  created_at timestamptz(3) not null,
  edited_at timestamptz,
  search tsvector generated always as (searchable(title || ' ' || text)) stored,
  primary key (workspace_id, id),
  foreign key (workspace_id, author_id) references person (workspace_id, id),
  foreign key (workspace_id, team_id) references team (workspace_id, id),
  foreign key (workspace_id, goal_id) references goal (workspace_id, id)
);
-- Each list that people open walks one of these, newest first, and stops when its page is full.
create index idea_newest on idea (workspace_id, created_at desc, id desc);
create index idea_state on idea (workspace_id, state, created_at desc, id desc);
create index idea_goal on idea (workspace_id, goal_id, created_at desc, id desc);
create index idea_author on idea (workspace_id, author_id, created_at desc, id desc);
-- No index on "search": its operator is not leakproof, so row-level security keeps PostgreSQL from using one.
-- A search walks idea_newest instead: at once for a common word, 0.2 s for a word that is nowhere in 100,000 ideas.
select guard_by_workspace('idea');
grant select, insert, update, delete on idea to ratchet_app;

-- Every move of an idea with its reason, for ever.
create table idea_answer (
  workspace_id uuid not null default current_workspace() references workspace (id),
  id uuid not null,
  idea_id uuid not null,
  move text not null,
  "from" text not null,
  "to" text not null,
  -- The start of a trial needs none: its plan says why. Without one nothing else moves.
  reason text check (move = 'try' or coalesce(length(trim(reason)), 0) > 0),
  by_id uuid,
  is_by_rule boolean not null,
  is_self_judged boolean not null,
  at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, idea_id) references idea (workspace_id, id),
  foreign key (workspace_id, by_id) references person (workspace_id, id)
);
create index idea_answer_idea on idea_answer (workspace_id, idea_id, at);
select guard_by_workspace('idea_answer');
select append_only('idea_answer');
grant select, insert on idea_answer to ratchet_app;

-- Each time the default autonomy rule let somebody try: what they said of the bet, and the sentence that allowed it.
create table rule_use (
  workspace_id uuid not null default current_workspace() references workspace (id),
  id uuid not null,
  idea_id uuid not null,
  person_id uuid not null,
  bet jsonb not null,
  used_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, idea_id) references idea (workspace_id, id),
  foreign key (workspace_id, person_id) references person (workspace_id, id)
);
create index rule_use_idea on rule_use (workspace_id, idea_id);
select guard_by_workspace('rule_use');
select append_only('rule_use');
grant select, insert on rule_use to ratchet_app;
