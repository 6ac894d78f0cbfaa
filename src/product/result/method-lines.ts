import { type AnsweredAnalysis, isPilot } from './analysis.ts'
import { designMethod } from './design-method-lines.ts'
import { type Line, line } from './line.ts'
import type { PilotAnalysis } from './pilot-analysis.ts'

/** How a result was computed: the method's name, the steps in plain words, and where it is published. */
export interface MethodTold {
  readonly name: Line
  readonly steps: readonly Line[]
  /** Author, year, place: the same in every language. */
  readonly sources: readonly string[]
}

export function methodLines(analysis: AnsweredAnalysis): MethodTold {
  return isPilot(analysis) ? pilotMethod(analysis) : designMethod(analysis)
}

function pilotMethod({ method, arrangements, pValueMethod, confidence }: PilotAnalysis): MethodTold {
  const drawn = pValueMethod === 'permutation-drawn' ? 'yes' : 'no'
  return {
    name: line(`result.method.${method}`),
    steps: [
      line('result.method.step.change'),
      line('result.method.step.difference'),
      line(`result.method.step.${method}`, {
        arrangements: arrangements ?? 0,
        drawn,
        confidence: { share: confidence },
      }),
    ],
    sources: [...differenceInDifferences, ...inference[method]],
  }
}

const differenceInDifferences = [
  'Card & Krueger (1994), American Economic Review 84, 772-793',
  'Bertrand, Duflo & Mullainathan (2004), Quarterly Journal of Economics 119, 249-275',
]

const inference: Record<PilotAnalysis['method'], readonly string[]> = {
  'did-cr2': [
    'Bell & McCaffrey (2002), Survey Methodology 28, 169-181',
    'Pustejovsky & Tipton (2018), Journal of Business & Economic Statistics 36, 672-683',
  ],
  'did-permutation': [
    'Chung & Romano (2013), Annals of Statistics 41, 484-507',
    'Garthwaite (1996), Biometrics 52, 1387-1393',
  ],
  'did-placebo': [
    'Abadie, Diamond & Hainmueller (2010), Journal of the American Statistical Association 105, 493-505',
    'Phipson & Smyth (2010), Statistical Applications in Genetics and Molecular Biology 9(1), 39',
  ],
}
