import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import type { AccountId, PersonId, Role, TeamId, WorkspaceId } from '#platform/anywhere/identity.ts'
import { type Doors, enter } from '#platform/database/doors.ts'
import { newSecret } from '#platform/tokens.ts'
import { addAccount, addSignIn, endSignIn, findAccountByEmail } from '#product/account/account-store.ts'
import { hashPassword } from '#product/account/password.ts'
import { newPerson } from '#product/person/person.ts'
import { addPerson, listMemberships } from '#product/person/person-store.ts'
import { addTeam } from '#product/team/team-store.ts'
import { newWorkspace, type Workspace } from '#product/workspace/workspace.ts'
import { addWorkspace, freeSlug } from '#product/workspace/workspace-store.ts'
import { type Ask, type Asker, askerOf } from './ask.ts'
import { type SampleText, sampleText } from './sample-text.ts'

const data = new URL('../../../reference/', import.meta.url)

/**
 * Makes the sample workspace beside `beside`: made-up people around two published sets of data, one trial that helped
 * and one that did harm. Everything after the people goes through the product's own endpoints, with idempotency keys:
 * broken off anywhere and run again, it goes on where it was.
 */
export async function makeSample(doors: Doors, ask: Ask, owner: AccountId, beside: Workspace): Promise<void> {
  const text = sampleText[beside.language]
  const { slug, lead, member } = await findOrMakePeople(doors, owner, beside, text)
  const secrets: string[] = []
  async function as(accountId: AccountId): Promise<Asker> {
    const secret = await doors.tx({}, (db) => addSignIn(db, accountId, new Date()))
    secrets.push(secret)
    return askerOf(ask, slug, secret)
  }
  try {
    await tellStory({ owner: await as(owner), lead: await as(lead), member: await as(member) }, text)
  } finally {
    await doors.tx({}, async (db) => {
      for (const secret of secrets) await endSignIn(db, secret)
    })
  }
}

interface Askers {
  owner: Asker
  lead: Asker
  member: Asker
}

async function tellStory(people: Askers, text: SampleText): Promise<void> {
  const { lead, member } = people
  const goals: { id: string }[] = []
  for (const [index, goal] of text.goals.entries())
    goals.push(await lead.post(`goal-${index}`, '/goals', { ...goal, dueOn: inMonths(index + 3) }))

  await runTrial(people, 'licorice', text.licorice, {
    goalId: goals[0]?.id,
    design: 'split',
    file: 'licorice-gargle/half_hour.csv',
    metric: { kind: 'proportion', better: 'lower', worthMinor: '1500' },
    worthHaving: 0.05,
    parts: {
      columns: { unit: 'patient', value: 'sore_throat', arm: 'gargle' },
      arms: { treated: 'licorice', comparison: 'sugar water' },
      shares: { treated: 1, comparison: 1 },
      since: '',
    },
    isRandomised: true,
    decision: { choice: 'adopt', sites: 50, fromOn: inMonths(0), per: 'week' },
  })
  await runTrial(people, 'fines', text.fines, {
    goalId: goals[1]?.id,
    design: 'pilot',
    file: 'daycare-fines/daycare_fines.csv',
    metric: { kind: 'mean', better: 'lower', worthMinor: null },
    worthHaving: 2,
    parts: {
      columns: {
        site: 'center',
        period: 'week',
        value: 'late_pickups',
        treated: { column: 'group', values: ['test'] },
      },
      since: '5',
    },
    isRandomised: false,
    decision: { choice: 'drop' },
  })
  await keepSeries(people, text.infections)
  for (const [index, idea] of text.open.entries()) await member.post(`open-${index}`, '/ideas', { text: idea })
  const parked = await member.post('parked', '/ideas', { text: text.parked.idea })
  await lead.post('park', `/ideas/${parked.id}/moves`, { move: 'park', reason: text.parked.reason })
}

/** A series that nobody has tried to move yet: monthly infections of one hospital. */
async function keepSeries({ owner, lead, member }: Askers, text: SampleText['infections']): Promise<void> {
  const { site, metric, unit, says } = text
  await lead.post('infections-site', '/sites', { sites: [{ name: site, kind: 'other' }] })
  const arranged = { kind: 'rate', every: 'month', better: 'lower', worthMinor: null }
  const { id: metricId } = await owner.post('infections-metric', '/metrics', { name: metric, unit, says, ...arranged })
  const table = await readFile(new URL('spc-qicharts2/cdi.csv', data), 'utf8')
  const [, ...lines] = table.trim().split('\n')
  const rows = lines.map((line) => {
    const [month = '', infections, days] = line.replaceAll('"', '').split(',')
    return { site, period: month.slice(0, 7), value: Number(infections), denominator: Number(days) / 10_000 }
  })
  await member.post('infections-figures', '/measurements', { metricId, rows })
}

interface SampleTrial {
  goalId: string | undefined
  design: 'split' | 'pilot'
  /** In `reference/`. */
  file: string
  metric: { kind: 'mean' | 'proportion'; better: 'higher' | 'lower'; worthMinor: string | null }
  worthHaving: number
  /** What its design asks of a plan. */
  parts: { columns: Record<string, unknown>; since: string; arms?: object; shares?: object }
  isRandomised: boolean
  decision: { choice: 'adopt'; sites: number; fromOn: string; per: 'week' } | { choice: 'drop' }
}

async function runTrial(
  { owner, lead, member }: Askers,
  key: string,
  text: SampleText['licorice'],
  trial: SampleTrial,
): Promise<void> {
  const idea = await member.post(`${key}-idea`, '/ideas', { text: text.idea })
  const seenEditedAt = idea['editedAt'] ?? null
  if (trial.goalId) await member.patch(`${key}-goal`, `/ideas/${idea.id}`, { goalId: trial.goalId, seenEditedAt })
  await lead.post(`${key}-approve`, `/ideas/${idea.id}/moves`, { move: 'approve', reason: text.approved })
  // What one unit is worth is not for a member to say.
  const metric = await owner.post(`${key}-metric`, '/metrics', { name: text.metric, unit: text.unit, ...trial.metric })
  const sheet = await member.upload(
    `${key}-sheet`,
    `/sheets?name=${encodeURIComponent(text.sheet)}`,
    await readFile(new URL(trial.file, data)),
  )
  const made = await member.post(`${key}-trial`, '/trials', {
    ideaId: idea.id,
    door: 'look-back',
    design: trial.design,
  })
  const saved = await member.put(`${key}-plan`, `/trials/${made.id}/plan`, {
    revision: 0,
    question: text.question,
    metricId: metric.id,
    worthHaving: trial.worthHaving,
    guardrails: [],
    sheetId: sheet.id,
    ...trial.parts,
    columns: { ...trial.parts.columns, dateOrder: null, numberStyle: null },
    isRandomised: trial.isRandomised,
  })
  await member.post(`${key}-freeze`, `/trials/${made.id}/freezings`, { revision: saved['revision'] })
  await untilMeasured(member, made.id)
  await member.post(`${key}-decide`, `/trials/${made.id}/decisions`, { ...trial.decision, reason: text.decided })
}

async function untilMeasured(asker: Asker, trialId: string): Promise<void> {
  for (let tries = 0; tries < 120; tries++) {
    const results = (await asker.get(`/trials/${trialId}/results`)) as unknown[]
    if (results.length > 0) return
    await wait(500)
  }
  throw new Error('The sample trial was not measured within a minute.')
}

interface SamplePeople {
  slug: string
  lead: AccountId
  member: AccountId
}

/** The sample's workspace and people, in one transaction. Who is there already is found by their address. */
async function findOrMakePeople(
  doors: Doors,
  owner: AccountId,
  beside: Workspace,
  text: SampleText,
): Promise<SamplePeople> {
  const address = (role: Role) => `${role}.${beside.id.slice(0, 8)}@sample.invalid`
  // Nobody knows these passwords: the made-up people never sign in.
  const passwordHash = await hashPassword(newSecret())
  return doors.tx({ accountId: owner }, async (db) => {
    const lead = (await findAccountByEmail(db, address('lead')))?.id
    const member = (await findAccountByEmail(db, address('member')))?.id
    const known = (await listMemberships(db, owner)).find(({ workspace }) => workspace.isSample)
    if (lead && member && known) return { slug: known.workspace.slug, lead, member }

    const now = new Date()
    const { language, currency, timeZone } = beside
    const asked = { name: text.workspace, language, currency, timeZone }
    const workspace = newWorkspace(asked, {
      id: randomUUID() as WorkspaceId,
      slug: await freeSlug(db, text.workspace),
      createdAt: now,
      isSample: true,
    })
    const team = { id: randomUUID() as TeamId, name: text.team, department: null, createdAt: now }
    const made = { lead: randomUUID() as AccountId, member: randomUUID() as AccountId }
    await addAccount(db, { id: made.lead, email: address('lead'), passwordHash, createdAt: now })
    await addAccount(db, { id: made.member, email: address('member'), passwordHash, createdAt: now })
    await enter(db, { workspaceId: workspace.id, accountId: owner })
    await addWorkspace(db, workspace)
    await addTeam(db, team)
    const people = [
      { accountId: owner, name: text.owner, role: 'owner' as const, teamId: null },
      { accountId: made.lead, name: text.lead, role: 'lead' as const, teamId: team.id },
      { accountId: made.member, name: text.member, role: 'member' as const, teamId: team.id },
    ]
    for (const person of people)
      await addPerson(db, newPerson({ ...person, id: randomUUID() as PersonId, joinedAt: now }))
    return { slug: workspace.slug, ...made }
  })
}

/** The first of a month from now, `YYYY-MM-DD`. */
function inMonths(months: number): string {
  const now = new Date()
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + months, 1)).toISOString().slice(0, 10)
}
