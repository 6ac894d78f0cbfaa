import type { Serve } from '#platform/http.ts'
import { workspaceApi } from './workspace-api.ts'
import { findWorkspace, storeSettings } from './workspace-store.ts'

export function workspaceRoutes(serve: Serve): void {
  serve(workspaceApi.find, (_input, { db }) => findWorkspace(db))

  serve(workspaceApi.set, async (settings, { db, emit }) => {
    await storeSettings(db, settings)
    const workspace = await findWorkspace(db)
    await emit('workspace.set', { id: workspace.id })
    return workspace
  })
}
