import { describe, expect, test } from 'vitest'
import { PabulibProblem } from './pabulib-problem.ts'
import { readPabulib } from './read-pabulib.ts'
import { pabulibElections } from './testing/pabulib-files.ts'

const meta = ['META', 'key;value', 'budget;100', 'vote_type;approval']
const projects = ['PROJECTS', 'project_id;cost;votes;name;selected', '1;60;2;"Trees; and ""bees""";1', '2;50;1;Bench;0']
const votes = ['VOTES', 'voter_id;vote', 'x;1,2', 'y;1']
const file = (...parts: string[][]) => parts.flat().join('\n')

describe('a .pb file', () => {
  test('is read with its budget, projects and ballots', () => {
    const election = readPabulib(file(meta, projects, votes))
    expect(election).toMatchObject({ budget: 100, voteType: 'approval', warnings: [], categoryBudgets: {} })
    expect(election.projects[0]).toEqual({
      id: '1',
      cost: 60,
      name: 'Trees; and "bees"',
      category: '',
      votes: 2,
      selected: true,
      line: 7,
    })
    expect(election.voters).toEqual([
      { id: 'x', vote: ['1', '2'], points: null, line: 11 },
      { id: 'y', vote: ['1'], points: null, line: 12 },
    ])
  })
  test('reads the same with other line ends, a byte order mark and cells over several lines', () => {
    const text = file(meta, projects, votes)
    expect(readPabulib(`\uFEFF${text.replaceAll('\n', '\r\n')}\r\n`)).toEqual(readPabulib(text))
    const long = readPabulib(text.replace('Bench', '"Bench\nby the door"'))
    expect(long.projects[1]?.name).toBe('Bench\nby the door')
    expect(long.voters[1]?.line).toBe(13)
  })
  test('keeps points where the ballots have them', () => {
    const scored = file(['META', 'key;value', 'budget;1', 'vote_type;scoring'], projects, [
      'VOTES',
      'voter_id;vote;points',
      'x;2,1;5,3',
    ])
    expect(readPabulib(scored).voters[0]).toMatchObject({ vote: ['2', '1'], points: [5, 3] })
  })
  test('says where its own counts differ, and is read all the same', () => {
    const other = file(
      [...meta, 'num_projects;3', 'num_votes;2'],
      projects.map((row) => row.replace(';2;', ';4;')),
      votes,
    )
    expect(readPabulib(other).warnings).toEqual([
      { code: 'projects-differ', id: null, said: 3, found: 2 },
      { code: 'votes-differ', id: '1', said: 4, found: 2 },
    ])
  })

  test.each<[code: string, text: string, at: object]>([
    ['empty-file', ' \n', {}],
    ['before-section', `key;value\n${file(meta, projects, votes)}`, { line: 1, values: { text: 'key' } }],
    ['no-section', file(meta, projects), { values: { section: 'VOTES' } }],
    ['section-twice', file(meta, projects, projects, votes), { line: 9 }],
    [
      'no-column',
      file(meta, ['PROJECTS', 'project_id;name', '1;a'], votes),
      { line: 6, values: { section: 'PROJECTS', column: 'cost' } },
    ],
    ['column-twice', file(meta, ['PROJECTS', 'project_id;cost;cost', '1;1;1'], votes), { line: 6 }],
    ['long-row', file(meta, projects, [...votes, 'z;1;2']), { line: 13, values: { cells: 3, columns: 2 } }],
    ['quote-not-closed', file(meta, [...projects, '3;1;0;"Trees;0'], votes), { line: 9 }],
    ['no-entry', file(['META', 'key;value', 'vote_type;approval'], projects, votes), { values: { key: 'budget' } }],
    ['entry-twice', file([...meta, 'budget;1'], projects, votes), { line: 5, values: { key: 'budget' } }],
    [
      'not-a-number',
      file(meta, [...projects, '3;a lot;0;c;0'], votes),
      { line: 9, column: 'cost', values: { text: 'a lot' } },
    ],
    ['not-a-number', file(meta, [...projects, '3;-5;0;c;0'], votes), { line: 9, column: 'cost' }],
    ['vote-type', file(['META', 'key;value', 'budget;1', 'vote_type;shouting'], projects, votes), { line: 4 }],
    ['no-id', file(meta, [...projects, ';1;0;c;0'], votes), { line: 9, column: 'project_id' }],
    ['project-twice', file(meta, [...projects, '1;1;0;c;0'], votes), { line: 9, values: { id: '1' } }],
    ['voter-twice', file(meta, projects, [...votes, 'x;1']), { line: 13, values: { id: 'x' } }],
    ['unknown-project', file(meta, projects, [...votes, 'z;9']), { line: 13, column: 'vote', values: { id: '9' } }],
    ['vote-twice', file(meta, projects, [...votes, 'z;1,1']), { line: 13, column: 'vote' }],
    [
      'points-differ',
      file(['META', 'key;value', 'budget;1', 'vote_type;cumulative'], projects, [
        'VOTES',
        'voter_id;vote;points',
        'x;2,1;5',
      ]),
      { line: 11, values: { votes: 2, points: 1 } },
    ],
  ])('is refused with %s where it cannot be read', (code, text, at) => {
    let problem: unknown
    try {
      readPabulib(text)
    } catch (thrown) {
      problem = thrown
    }
    expect(problem).toBeInstanceOf(PabulibProblem)
    expect(problem).toMatchObject({ code, ...at })
  })

  test('all 21 real files are read whole', () => {
    const elections = pabulibElections()
    expect(elections).toHaveLength(21)
    expect(
      elections
        .filter(([name]) => name.startsWith('netherlands'))
        .reduce((sum, [, { projects: own }]) => sum + own.length, 0),
    ).toBe(221)
    expect(elections.reduce((sum, [, { voters }]) => sum + voters.length, 0)).toBe(7_635)
  })
})
