import { z } from 'zod'
import { TeamId } from '#platform/anywhere/identity.ts'
import { instant } from '#platform/anywhere/time.ts'

/** People who work together; a department is the name that several teams share. */
export const Team = z.strictObject({
  id: TeamId,
  name: z.string().trim().min(1).max(80),
  department: z.string().trim().min(1).max(80).nullable(),
  createdAt: instant,
})
export type Team = z.output<typeof Team>

export const NewTeam = Team.pick({ name: true, department: true })
