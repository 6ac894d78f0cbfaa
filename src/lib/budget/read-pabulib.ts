import { PabulibProblem } from './pabulib-problem.ts'
import { type PabulibRow, pabulibRows } from './pabulib-rows.ts'

export type PabulibVoteType = 'approval' | 'ordinal' | 'cumulative' | 'scoring'

export interface PabulibProject {
  id: string
  /** In the unit of the budget, above or at 0. */
  cost: number
  /** Empty where the file has none. */
  name: string
  category: string
  /** As the file counts them, which may weigh groups of voters; null where it does not say. */
  votes: number | null
  /** Whether the official rule chose it; null where the file does not say. */
  selected: boolean | null
  line: number
}

export interface PabulibVoter {
  id: string
  /** Ids in the order of the ballot: the best first where the type is `ordinal`. */
  vote: string[]
  /** One for each id where the type is `cumulative` or `scoring`; else null. */
  points: number[] | null
  line: number
}

/** Does not stop reading: the file says another number than it holds. */
export interface PabulibWarning {
  code: 'projects-differ' | 'voters-differ' | 'votes-differ'
  /** Of the project, for `votes-differ`. */
  id: string | null
  said: number
  found: number
}

export interface PabulibElection {
  /** Every entry of the section META. */
  meta: Readonly<Record<string, string>>
  budget: number
  voteType: PabulibVoteType
  /** The most that each category may cost, where META says so (`categories` beside `budget_per_category`). */
  categoryBudgets: Readonly<Record<string, number>>
  projects: PabulibProject[]
  voters: PabulibVoter[]
  warnings: PabulibWarning[]
}

const VOTE_TYPES: readonly string[] = ['approval', 'ordinal', 'cumulative', 'scoring']

/**
 * An election of a participatory budget from a .pb file (META, PROJECTS, VOTES).
 *
 * @throws {PabulibProblem} at the first thing that cannot be read, with its line and column.
 * @see Stolicki, Szufa & Talmon (2020), arXiv 2012.06539 (the format).
 */
export function readPabulib(text: string): PabulibElection {
  const { META, PROJECTS, VOTES } = sectionsOf(pabulibRows(text))
  const meta = readMeta(META)
  const voteType = entry(meta, 'vote_type')
  if (!VOTE_TYPES.includes(voteType.value))
    throw new PabulibProblem('vote-type', { text: voteType.value }, { line: voteType.line })
  const budget = entry(meta, 'budget')
  const projects = readProjects(PROJECTS)
  const voters = readVoters(VOTES, new Set(projects.map(({ id }) => id)), voteType.value as PabulibVoteType)
  return {
    meta: Object.fromEntries([...meta].map(([key, { value }]) => [key, value])),
    budget: numberOf(budget.value, { line: budget.line, column: 'value' }),
    voteType: voteType.value as PabulibVoteType,
    categoryBudgets: categoryBudgetsOf(meta),
    projects,
    voters,
    warnings: warningsOf(meta, projects, voters, voteType.value),
  }
}

type SectionName = 'META' | 'PROJECTS' | 'VOTES'
type Meta = Map<string, { value: string; line: number }>

interface Section {
  name: SectionName
  header: PabulibRow
  rows: PabulibRow[]
}

function sectionsOf(rows: readonly PabulibRow[]): Record<SectionName, Section> {
  if (rows.length === 0) throw new PabulibProblem('empty-file', {})
  const found = new Map<string, PabulibRow[]>()
  let current: PabulibRow[] | null = null
  for (const row of rows) {
    const [first = ''] = row.cells
    const name = row.cells.slice(1).every((cell) => cell === '') ? first.trim() : ''
    if (['META', 'PROJECTS', 'VOTES'].includes(name)) {
      if (found.has(name)) throw new PabulibProblem('section-twice', { section: name }, { line: row.line })
      current = []
      found.set(name, current)
    } else if (current) current.push(row)
    else throw new PabulibProblem('before-section', { text: first }, { line: row.line })
  }
  const section = (name: SectionName): Section => {
    const [header, ...body] = found.get(name) ?? []
    if (!header) throw new PabulibProblem('no-section', { section: name })
    return { name, header, rows: body }
  }
  return { META: section('META'), PROJECTS: section('PROJECTS'), VOTES: section('VOTES') }
}

/** Reads a cell of a row by the name of its column; a row that ends early has empty cells. */
function columnsOf({ name, header, rows }: Section, needed: readonly string[]) {
  const names = header.cells.map((cell) => cell.trim())
  for (const [i, column] of names.entries())
    if (column !== '' && names.indexOf(column) < i)
      throw new PabulibProblem('column-twice', { column }, { line: header.line })
  for (const column of needed)
    if (!names.includes(column)) throw new PabulibProblem('no-column', { section: name, column }, { line: header.line })
  for (const { cells, line } of rows)
    if (cells.slice(names.length).some((cell) => cell !== ''))
      throw new PabulibProblem('long-row', { cells: cells.length, columns: names.length }, { line })
  return {
    has: (column: string) => names.includes(column),
    cell: (row: PabulibRow, column: string) => (row.cells[names.indexOf(column)] ?? '').trim(),
  }
}

function readMeta(section: Section): Meta {
  const { cell } = columnsOf(section, ['key', 'value'])
  const meta: Meta = new Map()
  for (const row of section.rows) {
    const key = cell(row, 'key')
    if (meta.has(key)) throw new PabulibProblem('entry-twice', { key }, { line: row.line })
    meta.set(key, { value: cell(row, 'value'), line: row.line })
  }
  return meta
}

function entry(meta: Meta, key: string): { value: string; line: number } {
  const found = meta.get(key)
  if (!found) throw new PabulibProblem('no-entry', { key })
  return found
}

function readProjects(section: Section): PabulibProject[] {
  const { cell, has } = columnsOf(section, ['project_id', 'cost'])
  const seen = new Set<string>()
  return section.rows.map((row) => {
    const { line } = row
    const id = idOf(cell(row, 'project_id'), 'project_id', line)
    if (seen.has(id)) throw new PabulibProblem('project-twice', { id }, { line, column: 'project_id' })
    seen.add(id)
    const optional = (column: string) => (has(column) && cell(row, column) !== '' ? cell(row, column) : null)
    const [votes, selected] = [optional('votes'), optional('selected')]
    return {
      id,
      cost: numberOf(cell(row, 'cost'), { line, column: 'cost' }),
      name: optional('name') ?? '',
      category: optional('category') ?? '',
      votes: votes === null ? null : numberOf(votes, { line, column: 'votes' }),
      // 2 is chosen in part, with what was left.
      selected: selected === null ? null : numberOf(selected, { line, column: 'selected' }) === 1,
      line,
    }
  })
}

function readVoters(section: Section, projects: ReadonlySet<string>, voteType: PabulibVoteType): PabulibVoter[] {
  const hasPoints = voteType === 'cumulative' || voteType === 'scoring'
  const { cell } = columnsOf(section, ['voter_id', 'vote', ...(hasPoints ? ['points'] : [])])
  const seen = new Set<string>()
  return section.rows.map((row) => {
    const { line } = row
    const id = idOf(cell(row, 'voter_id'), 'voter_id', line)
    if (seen.has(id)) throw new PabulibProblem('voter-twice', { id }, { line, column: 'voter_id' })
    seen.add(id)
    const vote = listOf(cell(row, 'vote'))
    for (const [i, each] of vote.entries()) {
      if (!projects.has(each)) throw new PabulibProblem('unknown-project', { id: each }, { line, column: 'vote' })
      if (vote.indexOf(each) < i) throw new PabulibProblem('vote-twice', { id: each }, { line, column: 'vote' })
    }
    if (!hasPoints) return { id, vote, points: null, line }
    const points = listOf(cell(row, 'points')).map((each) => numberOf(each, { line, column: 'points' }))
    if (points.length !== vote.length)
      throw new PabulibProblem(
        'points-differ',
        { votes: vote.length, points: points.length },
        { line, column: 'points' },
      )
    return { id, vote, points, line }
  })
}

function warningsOf(
  meta: Meta,
  projects: readonly PabulibProject[],
  voters: readonly PabulibVoter[],
  voteType: string,
): PabulibWarning[] {
  const warnings: PabulibWarning[] = []
  const compare = (code: PabulibWarning['code'], id: string | null, said: number | null, found: number) => {
    if (said !== null && said !== found) warnings.push({ code, id, said, found })
  }
  const saidOf = (key: string) => {
    const found = meta.get(key)
    return found && found.value !== '' ? numberOf(found.value, { line: found.line, column: 'value' }) : null
  }
  compare('projects-differ', null, saidOf('num_projects'), projects.length)
  compare('voters-differ', null, saidOf('num_votes'), voters.length)
  if (voteType !== 'approval') return warnings
  const counts = new Map<string, number>()
  for (const { vote } of voters) for (const id of vote) counts.set(id, (counts.get(id) ?? 0) + 1)
  for (const { id, votes } of projects) compare('votes-differ', id, votes, counts.get(id) ?? 0)
  return warnings
}

function categoryBudgetsOf(meta: Meta): Record<string, number> {
  const categories = listOf(meta.get('categories')?.value ?? '')
  const most = meta.get('budget_per_category')
  const budgets = listOf(most?.value ?? '')
  if (!most || categories.length === 0 || categories.length !== budgets.length) return {}
  return Object.fromEntries(
    categories.map((category, i) => [category, numberOf(budgets[i] ?? '', { line: most.line, column: 'value' })]),
  )
}

function listOf(text: string): string[] {
  return text
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '')
}

function idOf(text: string, column: string, line: number): string {
  if (text === '') throw new PabulibProblem('no-id', {}, { line, column })
  return text
}

/** A number at least 0; a comma for the decimal point is what some files have. */
function numberOf(text: string, at: { line: number; column: string }): number {
  if (!/^\d+([.,]\d+)?$/.test(text)) throw new PabulibProblem('not-a-number', { text }, at)
  return Number(text.replace(',', '.'))
}
