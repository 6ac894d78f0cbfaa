-- Draws of lots: what is frozen and promised before anything is drawn, the secret behind the promise, and what was drawn.
create table draw (
  workspace_id uuid not null default current_workspace() references workspace (id),
  id uuid not null,
  about text not null,
  method jsonb not null,
  -- The list in its order: names, groups, pairs, what was measured before.
  sites jsonb not null check (jsonb_array_length(sites) >= 1),
  -- Of the list as a CSV file, and of the secret: public before the draw.
  list_sha256 text not null check (list_sha256 ~ '^[0-9a-f]{64}$'),
  options text not null,
  commitment text not null check (commitment ~ '^[0-9a-f]{64}$'),
  again_reason text,
  announced_by_id uuid not null,
  announced_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, announced_by_id) references person (workspace_id, id)
);
create index draw_announced on draw (workspace_id, announced_at desc);
select guard_by_workspace('draw');
select append_only('draw');
grant select, insert on draw to ratchet_app;

create table draw_secret (
  workspace_id uuid not null default current_workspace() references workspace (id),
  draw_id uuid not null,
  secret text not null check (secret ~ '^[0-9a-f]{64}$'),
  primary key (workspace_id, draw_id),
  foreign key (workspace_id, draw_id) references draw (workspace_id, id)
);
select guard_by_workspace('draw_secret');
select append_only('draw_secret');
grant select, insert on draw_secret to ratchet_app;

-- One for each draw: a second one is a draw of its own, listed beside the first.
create table draw_outcome (
  workspace_id uuid not null default current_workspace() references workspace (id),
  draw_id uuid not null,
  -- What was said at the draw; with the secret, the list and the way it gives the seed.
  word text not null,
  secret text not null,
  seed text not null check (seed ~ '^[0-9]{1,16}$'),
  drawn jsonb not null,
  drawn_by_id uuid not null,
  drawn_at timestamptz not null,
  primary key (workspace_id, draw_id),
  foreign key (workspace_id, draw_id) references draw (workspace_id, id),
  foreign key (workspace_id, drawn_by_id) references person (workspace_id, id)
);
select guard_by_workspace('draw_outcome');
select append_only('draw_outcome');
grant select, insert on draw_outcome to ratchet_app;
