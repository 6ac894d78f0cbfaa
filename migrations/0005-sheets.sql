-- Workbooks, tables read in another way, and rows that are read again without reading the file again.

-- How a file was read: the tab of a workbook, the layout of its rows. Sheets from before were read as they stood.
alter table sheet add column reading jsonb not null default '{"tab": null, "layout": "as-is"}';
alter table sheet alter column reading drop default;
-- Of a sheet that is another reading of a file: the one that keeps its bytes.
alter table sheet add column bytes_of_id uuid;
alter table sheet add foreign key (workspace_id, bytes_of_id) references sheet (workspace_id, id);
create index sheet_bytes_of on sheet (workspace_id, bytes_of_id) where bytes_of_id is not null;
create index sheet_added on sheet (workspace_id, added_at);

-- Row-level security holds for the owner too; for this one statement it must see every workspace.
alter table sheet no force row level security;
update sheet set description = description || '{"tabs": [], "tab": null, "isTurned": false, "hint": "point"}';
alter table sheet force row level security;

-- The rows as they were read, a few thousand in each block, column by column and compressed. Written once with the sheet.
create table sheet_block (
  workspace_id uuid not null default current_workspace() references workspace (id),
  sheet_id uuid not null,
  position int not null,
  -- The number that a spreadsheet shows of its first row.
  first_row int not null,
  content bytea not null,
  primary key (workspace_id, sheet_id, position),
  foreign key (workspace_id, sheet_id) references sheet (workspace_id, id) deferrable initially deferred
);
alter table sheet_block alter column content set storage external;
select guard_by_workspace('sheet_block');
grant select, insert, delete on sheet_block to ratchet_app;

-- A sheet that nothing was measured on is let go after a while; foreign keys hold those that something was.
grant delete on sheet, sheet_chunk to ratchet_app;
