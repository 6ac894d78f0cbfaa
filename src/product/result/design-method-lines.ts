import type { AnsweredAnalysis } from './analysis.ts'
import { type Line, line, rough } from './line.ts'
import type { MethodTold } from './method-lines.ts'
import type { PilotAnalysis } from './pilot-analysis.ts'

type Designed = Exclude<AnsweredAnalysis, PilotAnalysis>

interface Family {
  readonly name: Line['id']
  readonly steps: readonly Line['id'][]
  readonly sources: readonly string[]
}

/** How designs other than difference in differences are computed. */
export function designMethod(analysis: Designed): MethodTold {
  const { name, steps, sources } = familyOf(analysis.method)
  return {
    name: line(name),
    steps: [
      ...steps.map((step) => line(step, { confidence: { share: analysis.confidence } })),
      ...ratioSteps(analysis),
    ],
    sources,
  }
}

/** The name of a method that stands beside the headline. */
export function methodName(method: string): Line {
  return line(familyOf(method).name)
}

/** The step as published work gives it: so many times what was expected. */
function ratioSteps(analysis: Designed): Line[] {
  if (analysis.design !== 'before-after') return []
  const { rateRatios, dispersion } = analysis
  const level = rateRatios?.level
  return [
    ...(level
      ? [
          line('result.method.step.ratio', {
            ratio: rough(level.estimate, ''),
            low: rough(level.low, ''),
            high: rough(level.high, ''),
          }),
        ]
      : []),
    ...(dispersion === null ? [] : [line('result.method.step.dispersion', { times: { chance: dispersion } })]),
  ]
}

function familyOf(method: string): Family {
  const found = Object.entries(families).find(([start]) => method === start || method.startsWith(`${start}-`))
  return found?.[1] ?? { name: 'result.method.other', steps: [], sources: [] }
}

const callaway = "Callaway & Sant'Anna (2021), Journal of Econometrics 225, 200-230"
const bernal = 'Lopez Bernal, Cummins & Gasparrini (2017), International Journal of Epidemiology 46, 348-355'
const abadie = 'Abadie, Diamond & Hainmueller (2010), Journal of the American Statistical Association 105, 493-505'
const delta = 'Deng, Knoblich & Lu (2018), KDD, 233-242'

/** By how the method's name begins; the first that fits. */
const families: Record<string, Family> = {
  // Pilots have lines of their own; here they are named where they stand beside a mixture of other sites.
  'did-cr2': { name: 'result.method.did-cr2', steps: [], sources: [] },
  'did-permutation': { name: 'result.method.did-permutation', steps: [], sources: [] },
  'did-placebo': { name: 'result.method.did-placebo', steps: [], sources: [] },
  'welch-windows': { name: 'result.method.welch-windows', steps: [], sources: [] },
  welch: {
    name: 'result.method.welch',
    steps: ['result.method.step.unit', 'result.method.step.welch'],
    sources: ['Welch (1947), Biometrika 34, 28-35'],
  },
  cuped: {
    name: 'result.method.cuped',
    steps: ['result.method.step.unit', 'result.method.step.cuped', 'result.method.step.welch'],
    sources: ['Deng, Xu, Kohavi & Walker (2013), WSDM, 123-132', 'Lin (2013), Annals of Applied Statistics 7, 295-318'],
  },
  winsorised: { name: 'result.method.winsorised', steps: [], sources: [] },
  proportion: {
    name: 'result.method.proportion',
    steps: ['result.method.step.unit', 'result.method.step.proportion'],
    sources: [
      'Miettinen & Nurminen (1985), Statistics in Medicine 4, 213-226',
      'Boschloo (1970), Statistica Neerlandica 24, 1-35',
    ],
  },
  rate: {
    name: 'result.method.rate',
    steps: ['result.method.step.rate'],
    sources: ['Gu, Ng, Tang & Schucany (2008), Biometrical Journal 50, 283-298'],
  },
  ratio: { name: 'result.method.ratio', steps: ['result.method.step.ratio-of-sums'], sources: [delta] },
  quantile: {
    name: 'result.method.quantile',
    steps: ['result.method.step.quantile'],
    sources: ['Hutson (1999), Journal of Applied Statistics 26, 343-353'],
  },
  'paired-t': {
    name: 'result.method.paired',
    steps: ['result.method.step.paired'],
    sources: ['Student (1908), Biometrika 6, 1-25'],
  },
  'group-time': {
    name: 'result.method.group-time',
    steps: ['result.method.step.group-time', 'result.method.step.never-with', 'result.method.step.sites-differ'],
    sources: [callaway],
  },
  'order-permutation': {
    name: 'result.method.order-permutation',
    steps: ['result.method.step.group-time', 'result.method.step.never-with', 'result.method.step.orders'],
    sources: [callaway, 'Fisher (1935), The Design of Experiments'],
  },
  'wedge-cr2': {
    name: 'result.method.wedge-cr2',
    steps: ['result.method.step.wedge', 'result.method.step.sites-differ'],
    sources: ['Hussey & Hughes (2007), Contemporary Clinical Trials 28, 182-191'],
  },
  'wedge-permutation': {
    name: 'result.method.wedge-permutation',
    steps: ['result.method.step.wedge', 'result.method.step.orders'],
    sources: [
      'Hussey & Hughes (2007), Contemporary Clinical Trials 28, 182-191',
      'Fisher (1935), The Design of Experiments',
    ],
  },
  'schedule-permutation': {
    name: 'result.method.schedule-permutation',
    steps: ['result.method.step.blocks', 'result.method.step.schedules'],
    sources: ['Bojinov, Simchi-Levi & Zhao (2023), Management Science 69, 3759-3777'],
  },
  'its-quasi-poisson': {
    name: 'result.method.its-quasi-poisson',
    steps: ['result.method.step.drawn-on'],
    sources: [bernal, 'McCullagh & Nelder (1989), Generalized Linear Models, section 9.2'],
  },
  'its-poisson': {
    name: 'result.method.its-poisson',
    steps: ['result.method.step.drawn-on'],
    sources: [bernal],
  },
  'its-reml': {
    name: 'result.method.its-reml',
    steps: ['result.method.step.drawn-on', 'result.method.step.memory'],
    sources: [bernal, 'Turner et al. (2021), BMC Medical Research Methodology 21, 181'],
  },
  'its-prais-winsten': {
    name: 'result.method.its-prais-winsten',
    steps: ['result.method.step.drawn-on', 'result.method.step.memory'],
    sources: [bernal, 'Prais & Winsten (1954), Cowles Commission Discussion Paper 383'],
  },
  'its-newey-west': {
    name: 'result.method.its-newey-west',
    steps: ['result.method.step.drawn-on', 'result.method.step.memory'],
    sources: [bernal, 'Newey & West (1987), Econometrica 55, 703-708'],
  },
  'its-ols': { name: 'result.method.its-ols', steps: ['result.method.step.drawn-on'], sources: [bernal] },
  'local-level': {
    name: 'result.method.local-level',
    steps: ['result.method.step.local-level'],
    sources: ['Brodersen et al. (2015), Annals of Applied Statistics 9, 247-274'],
  },
  'synthetic-control': {
    name: 'result.method.synthetic-control',
    steps: ['result.method.step.mixture', 'result.method.step.placebos'],
    sources: [abadie, 'Doudchenko & Imbens (2016), NBER working paper 22791'],
  },
  'synthetic-difference': {
    name: 'result.method.synthetic-difference',
    steps: ['result.method.step.mixture-moves', 'result.method.step.placebos'],
    sources: ['Arkhangelsky, Athey, Hirshberg, Imbens & Wager (2021), American Economic Review 111, 4088-4118'],
  },
}
