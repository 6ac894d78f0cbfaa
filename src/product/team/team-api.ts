import { z } from 'zod'
import { endpoint } from '#platform/anywhere/endpoint.ts'
import { TeamId } from '#platform/anywhere/identity.ts'
import { NewTeam, Team } from './team.ts'

export const teamApi = {
  list: endpoint({
    method: 'GET',
    path: '/teams',
    policy: 'team.read',
    input: z.strictObject({}),
    output: z.array(Team),
    says: 'Every team, by name.',
  }),
  add: endpoint({
    method: 'POST',
    path: '/teams',
    policy: 'team.manage',
    input: NewTeam,
    output: Team,
    says: 'Add a team.',
  }),
  change: endpoint({
    method: 'PUT',
    path: '/teams/:id',
    policy: 'team.manage',
    input: NewTeam.extend({ id: TeamId }),
    output: Team,
    says: 'Rename a team or move it to another department.',
  }),
}
