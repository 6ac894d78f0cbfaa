import { setTimeout as pause } from 'node:timers/promises'
import type { Actor } from './act.ts'
import type { Caller } from './caller.ts'
import type { Oracle } from './oracle.ts'
import type { People } from './people.ts'
import type { Random } from './random.ts'
import { decide, isMeasured, planTrial, type ReadyTrial } from './trials.ts'

/** Eight clients at work at once. */
export interface Storm {
  start(): void
  /** Begins nothing new and waits until every write has its answer. */
  calm(): Promise<void>
  /** Prepares trials until so many wait for a decision. */
  stock(wanted: number): Promise<void>
}

/** How long somebody waits for a result before they go on with something else and look again later. */
const patienceMs = 2_000

export function stormOf(actor: Actor, oracle: Oracle, people: People, newMark: () => string, random: Random): Storm {
  const { at, leads, members } = people
  const ready: ReadyTrial[] = []
  /** Trials that are over and not measured yet. */
  const due = new Set<ReadyTrial>()
  /** Ideas that nobody has answered yet. */
  const open: string[] = []
  let isStormy = false
  let working: Promise<unknown> = Promise.resolve()

  async function writeIdea(by: Caller, random: Random): Promise<void> {
    const mark = newMark()
    const text = `Put the scanner on the left side of the till ${mark}. ${'It saves a step. '.repeat(random.below(20))}`
    const written = await actor.perform({
      kind: 'idea',
      mark,
      by,
      method: 'POST',
      path: `${at}/ideas`,
      body: { text },
      idOf: ({ id }) => id,
    })
    if (!written) return
    // Nobody answers their own idea, and only leads answer.
    if (!leads.includes(by) && random.chance(0.3)) open.push(written.body.id)
    if (random.chance(0.1)) await lookFor(by, written.body.id, mark)
  }

  /** What was acknowledged is there for whoever asks next. */
  async function lookFor(by: Caller, id: string, mark: string): Promise<void> {
    const found = await by.call({ method: 'GET', path: `${at}/ideas/${id}` }).catch(() => null)
    if (found && found.status < 500 && !String(found.body?.text).includes(mark))
      oracle.blame('unseen', `idea ${mark} was acknowledged, and asking for it gave ${found.status}`)
  }

  async function answerIdea(by: Caller, random: Random): Promise<void> {
    const id = open.shift()
    if (id === undefined) return writeIdea(by, random)
    const mark = newMark()
    const body = { move: random.pick(['approve', 'park', 'decline']), reason: `Thank you for it ${mark}` }
    const path = `${at}/ideas/${id}/moves`
    await actor.perform({ kind: 'answer', mark, by, method: 'POST', path, body, idOf: (idea) => idea.id })
  }

  async function prepareTrial(random: Random): Promise<void> {
    const trial = await planTrial(actor, people, newMark, random)
    if (!trial) return
    if (await isMeasured(trial, people, patienceMs)) ready.push(trial)
    else due.add(trial)
  }

  async function decideTrial(by: Caller, random: Random): Promise<void> {
    const trial = ready.shift()
    await (trial ? decide(actor, trial, people, newMark, random) : writeIdea(by, random))
  }

  /** One client: the same kind of work again and again, with short breaks, while it storms. */
  async function client(work: (random: Random) => Promise<void>, breakMs: number): Promise<void> {
    const own = random.branch()
    while (isStormy) {
      await work(own)
      await pause(own.between(0, breakMs))
    }
  }

  return {
    start() {
      isStormy = true
      const [lead] = leads
      working = Promise.all([
        ...members.map((member) => client((random) => writeIdea(member, random), 20)),
        client((random) => answerIdea(lead, random), 20),
        client((random) => answerIdea(leads[1] ?? lead, random), 20),
        client((random) => decideTrial(members[0], random), 150),
        client((random) => decideTrial(members[1] ?? members[0], random), 150),
        client(prepareTrial, 50),
      ])
    },
    async calm() {
      isStormy = false
      await working
    },
    async stock(wanted) {
      for (const trial of due) {
        if (!(await isMeasured(trial, people, 0))) continue
        due.delete(trial)
        ready.push(trial)
      }
      const missing = Math.max(0, wanted - ready.length)
      await Promise.all(Array.from({ length: missing }, () => prepareTrial(random.branch())))
    },
  }
}
