import { z } from 'zod'
import { endpoint } from '#platform/anywhere/endpoint.ts'
import { Workspace, WorkspaceSettings } from './workspace.ts'

export const workspaceApi = {
  find: endpoint({
    method: 'GET',
    path: '/settings',
    policy: 'workspace.read',
    input: z.strictObject({}),
    output: Workspace,
    says: 'The workspace: name, language, currency, time zone, week start, working days.',
  }),
  set: endpoint({
    method: 'PUT',
    path: '/settings',
    policy: 'workspace.set',
    input: WorkspaceSettings,
    output: Workspace,
    says: 'Change the settings of the workspace.',
  }),
}
