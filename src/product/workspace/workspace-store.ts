import { sql } from 'kysely'
import type { WorkspaceId } from '#platform/anywhere/identity.ts'
import { Problem } from '#platform/anywhere/problem.ts'
import type { Database } from '#platform/database.ts'
import { slugOf, type Workspace, type WorkspaceSettings } from './workspace.ts'

declare module '#platform/database.ts' {
  interface Tables {
    workspace: Workspace
  }
}

/** The workspace of this transaction. @throws {Problem} `not-found`. */
export async function findWorkspace(db: Database): Promise<Workspace> {
  const workspace = await db
    .selectFrom('workspace')
    .selectAll()
    .where('id', '=', sql<WorkspaceId>`current_workspace()`)
    .executeTakeFirst()
  if (!workspace) throw new Problem('not-found', 'workspace.none')
  return workspace
}

/** Needs the scope of the new workspace, entered before: its own id is the only one it may be given. */
export async function addWorkspace(db: Database, workspace: Workspace): Promise<void> {
  await db.insertInto('workspace').values(workspace).execute()
}

export async function storeSettings(db: Database, settings: WorkspaceSettings): Promise<void> {
  await db.updateTable('workspace').set(settings).where('id', '=', sql<WorkspaceId>`current_workspace()`).execute()
}

/** A free address part for `name`: "acme", "acme-2", ... Looks across all workspaces without showing any. */
export async function freeSlug(db: Database, name: string): Promise<string> {
  const { rows } = await sql<{ slug: string }>`select free_slug(${slugOf(name)}) as slug`.execute(db)
  const slug = rows[0]?.slug
  if (!slug) throw new Error('free_slug gave no row')
  return slug
}

declare module '#platform/outbox.ts' {
  interface Events {
    'workspace.set': { id: WorkspaceId }
  }
}
