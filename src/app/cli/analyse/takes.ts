import { flagOf } from '../in-options.ts'
import { WrongInput } from '../wrong-input.ts'
import { type AnalyseOptions, type DesignName, designs } from './options.ts'

type Name = keyof AnalyseOptions

const effect = ['value', 'better', 'worth', 'method'] as const satisfies readonly Name[]
const panel = ['site', 'period'] as const satisfies readonly Name[]

/** What each design makes use of, beside what tells it to print. */
const takes: Record<DesignName, readonly Name[]> = {
  split: [
    ...effect,
    ...(['arm', 'control', 'unit', 'denominator', 'pre', 'shares', 'kind', 'quantile', 'randomised'] as const),
    ...(['planned', 'looks', 'prior', 'cap'] as const),
  ],
  pilot: [...effect, ...panel, 'treated', 'since', 'guardrail', 'chosen', 'randomised'],
  staggered: [...effect, ...panel, 'first', 'weight', 'covariate', 'randomised'],
  switchback: [...effect, ...panel, 'treated', 'window', 'block', 'carryOver', 'randomised'],
  'before-after': [
    ...effect,
    'period',
    'since',
    'denominator',
    'offset',
    'season',
    'step',
    'trend',
    'transition',
    'chosen',
  ],
  chart: ['value', 'site', 'kind', 'period', 'denominator', 'chart', 'rules', 'baseline', 'changes'],
}
const always: readonly Name[] = ['design', 'json', 'report']

/** @throws {WrongInput} naming an option that would do nothing, and the designs that it belongs to. */
export function refuseIdle(options: AnalyseOptions, design: DesignName): void {
  for (const [name, value] of Object.entries(options) as [Name, AnalyseOptions[Name]][]) {
    if (!isGiven(value) || always.includes(name) || takes[design].includes(name)) continue
    const owners = designs.filter((each) => takes[each].includes(name))
    const instead = name === 'method' ? ' What is drawn is chosen by --chart.' : ''
    throw new WrongInput(
      `${flagOf(name)}: does nothing with --design ${design}; it is for ${owners.join(', ')}.${instead}`,
    )
  }
}

/** Options that hang on another one's choice. @throws {WrongInput} when it would do nothing without. */
export function refuseWithout(options: AnalyseOptions, name: Name, chosen: string, isChosen: boolean): void {
  if (isGiven(options[name]) && !isChosen) throw new WrongInput(`${flagOf(name)}: does nothing without ${chosen}.`)
}

function isGiven(value: AnalyseOptions[Name]): boolean {
  return Array.isArray(value) ? value.length > 0 : value !== undefined
}
