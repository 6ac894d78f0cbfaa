import { readFileSync } from 'node:fs'
import { everyDay, type Works } from '../calendar.ts'
import { dayNumber, dayOf } from '../day.ts'
import type { FinishHistory } from '../finish-history.ts'

/** What was known on a day, and what came of it. */
export interface RealOrigin {
  team: string
  history: FinishHistory
  items: number
  doneOn: string
  calendar: Works
}

/** Weeks of history, and about how many weeks of work lie ahead. */
const SPANS: readonly [weeks: number, ahead: number][] = [
  [8, 4],
  [26, 4],
  [26, 8],
  [52, 13],
]

/**
 * Real series of finished things, each seen from every fourth week: changes of six open-source teams (`reference/flow`), and the
 * operations, readmissions and deaths of a heart ward (`reference/spc-qicharts2`). Only origins whose end is known.
 */
export function rollingOrigins(): RealOrigin[] {
  return [...openSourceTeams(), ...heartWard()].flatMap(([team, counts]) =>
    SPANS.flatMap(([weeks, ahead]) => originsOf(team, counts, weeks, ahead)),
  )
}

/** Things finished by the number of the day. */
type Counts = ReadonlyMap<number, number>

function originsOf(team: string, counts: Counts, weeks: number, ahead: number): RealOrigin[] {
  const [first, last] = [Math.min(...counts.keys()), Math.max(...counts.keys())]
  const origins: RealOrigin[] = []
  // Far enough from the end that slow ones are not left out more often than quick ones.
  for (let today = first + 7 * weeks; today + 7 * ahead * 3 <= last; today += 28) {
    const finishedOn: string[] = []
    for (let day = today - 7 * weeks; day < today; day++)
      for (let count = counts.get(day) ?? 0; count > 0; count--) finishedOn.push(dayOf(day))
    if (finishedOn.length === 0) continue
    const items = Math.max(3, Math.round((finishedOn.length / weeks) * ahead))
    let [left, day] = [items, today - 1]
    while (left > 0 && day <= last) {
      day += 1
      left -= counts.get(day) ?? 0
    }
    if (left > 0) continue
    const history = { from: dayOf(today - 7 * weeks), to: dayOf(today - 1), finishedOn }
    origins.push({ team, history, items, doneOn: dayOf(day), calendar: everyDay })
  }
  return origins
}

function rowsOf(path: string): string[][] {
  const text = readFileSync(new URL(`../../../../reference/${path}`, import.meta.url), 'utf8')
  return text
    .trim()
    .replaceAll('"', '')
    .split('\n')
    .slice(1)
    .map((line) => line.split(','))
}

function openSourceTeams(): Map<string, Counts> {
  const teams = new Map<string, Map<number, number>>()
  for (const [team = '', on = '', changes = ''] of rowsOf('flow/changes.csv')) {
    const counts = teams.get(team) ?? new Map<number, number>()
    counts.set(dayNumber(on), Number(changes))
    teams.set(team, counts)
  }
  return teams
}

function heartWard(): Map<string, Counts> {
  const ward = new Map(['operations', 'deaths', 'readmissions'].map((name) => [name, new Map<number, number>()]))
  for (const [on = '', , , , died, readmitted] of rowsOf('spc-qicharts2/cabg.csv')) {
    const add = (name: string) => {
      const counts = ward.get(name)
      counts?.set(dayNumber(on), (counts.get(dayNumber(on)) ?? 0) + 1)
    }
    add('operations')
    if (died === 'TRUE') add('deaths')
    if (readmitted === 'TRUE') add('readmissions')
  }
  return ward
}
