import type { TeamId } from '#platform/anywhere/identity.ts'
import type { Serve } from '#platform/http.ts'
import { teamApi } from './team-api.ts'
import { addTeam, findTeam, listTeams, storeTeam } from './team-store.ts'

export function teamRoutes(serve: Serve): void {
  serve(teamApi.list, (_input, { db }) => listTeams(db))

  serve(teamApi.add, async (asked, { db, newId, now, emit }) => {
    const team = { ...asked, id: newId<TeamId>(), createdAt: now }
    await addTeam(db, team)
    await emit('team.changed', { id: team.id })
    return team
  })

  serve(teamApi.change, async ({ id, name, department }, { db, emit }) => {
    const team = { ...(await findTeam(db, id)), name, department }
    await storeTeam(db, team)
    await emit('team.changed', { id })
    return team
  })
}
