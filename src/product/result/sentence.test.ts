import { describe, expect, test } from 'vitest'
import { analysePilot } from '#lib/stats/pilot/analyse-pilot.ts'
import { sayIn } from '#platform/anywhere/say-in.ts'
import { Analysis } from './analysis.ts'
import { sayLines } from './line.ts'
import type { Question } from './result.ts'
import { sentenceOf } from './sentence.ts'
import { anAnalysis, aPanel, aQuestion } from './testing/an-analysis.ts'
import { resultDe } from './words/de.ts'
import { resultEn } from './words/en.ts'

function told(analysis: Analysis, question: Question = aQuestion(), language: 'en' | 'de' = 'en') {
  const say = sayIn(language, language === 'en' ? resultEn : resultDe)
  const { sentence, lead } = sentenceOf(analysis, question)
  return { sentence: sayLines(sentence, say, language), lead: sayLines(lead, say, language) }
}

const lower = aQuestion({ metric: { name: 'Late pick-ups', unit: '', better: 'lower' } })

describe('the one honest sentence', () => {
  test('an effect beyond chance is said with its interval', () => {
    expect(told(anAnalysis({ effect: 3 })).sentence).toMatch(
      /^Sales came out 3\.\d\d.boxes higher with the change than without it: better, plausibly by 2\.\d\d to 4\.\d\d\.$/u,
    )
  })

  test('where lower is better, less is better and the interval is turned', () => {
    const analysis = anAnalysis({ effect: -3 }, { better: 'lower' })
    expect(told(analysis, lower).sentence).toMatch(
      /^Late pick-ups came out [\d.]+ lower .*: better, plausibly by [\d.]+ to [\d.]+\.$/,
    )
  })

  test('harm is called worse', () => {
    expect(told(anAnalysis({ effect: 3 }, { better: 'lower' }), lower).sentence).toContain('higher with the change')
    expect(told(anAnalysis({ effect: 3 }, { better: 'lower' }), lower).sentence).toContain(': worse, plausibly by ')
  })

  test('a wide interval is never "no effect": it says what is still possible', () => {
    const { sentence } = told(anAnalysis({ effect: 0.2, noise: 3 }))
    expect(sentence).toMatch(
      /^Too close to call: with the change, Sales could be anything from [\d.]+.boxes worse to [\d.]+.boxes better\.$/u,
    )
    expect(sentence).not.toMatch(/no effect/i)
  })

  test('an interval below what is worth having says that it is less', () => {
    const analysis = anAnalysis({ effect: 0, noise: 0.2 }, { worthHaving: 5 })
    expect(told(analysis, aQuestion({ worthHaving: 5 })).sentence).toMatch(
      /^Any improvement in Sales is smaller than what is worth having \(5.boxes\): from /u,
    )
  })

  test('a placebo test says p and the smallest that is possible', () => {
    const analysis = anAnalysis({ treated: 1, comparison: 38, effect: -0.5, noise: 1 })
    const { sentence, lead } = told(analysis)
    expect(sentence).toMatch(
      /^Cannot tell: .* but chance alone could do that \(p.=.[\d.]+; the smallest possible is 0\.026\)\.$/u,
    )
    expect(lead).toContain('there is no interval')
  })

  test('where even the clearest effect could not show, that is said', () => {
    expect(told(anAnalysis({ treated: 1, comparison: 5, effect: 50 })).sentence).toMatch(
      /^These sites cannot tell: .*even the clearest effect would have p.=.0\.17\.$/u,
    )
  })

  test('harm to a guardrail is said first, and the effect after it', () => {
    const guardrail = { name: 'Complaints', panel: aPanel({ effect: 4 }), better: 'lower' as const, margin: 0.5 }
    const { sentence, lead } = told(anAnalysis({ effect: 3 }, { guardrails: [guardrail] }))
    expect(sentence).toMatch(/^Complaints got worse by [\d.]+ \(plausibly [\d.]+ to [\d.]+\), more than the 0\.5 /)
    expect(lead).toMatch(/^Sales came out/)
  })

  test('looking back is said in the headline, and why in the second line', () => {
    const { sentence, lead } = told(anAnalysis(), aQuestion({ planned: 'after' }))
    expect(sentence).toMatch(/^Looking back: Sales came out/)
    expect(lead).toContain('The plan was written after the data')
  })

  test('sites that were left out are counted: the plan knew of them', () => {
    const lead = (made: Parameters<typeof anAnalysis>[0], lost: string[]) => {
      const panel = aPanel(made)
      const sites = panel.sites.map((site) =>
        lost.includes(site.name) ? { ...site, values: site.values.map((value, at) => (at < 4 ? value : null)) } : site,
      )
      const options = { better: 'higher', seed: 1, planned: 'before', randomised: false } as const
      return told(Analysis.parse(analysePilot({ ...panel, sites }, options))).lead
    }
    expect(lead({ treated: 8, comparison: 7 }, ['T1', 'C2'])).toBe(
      '7 of 8 sites with the change against 6 of 7 without it, 4 periods before and 4 with it; the others lack figures from before or after.',
    )
    expect(lead({}, ['C2'])).toContain('6 of 6 sites with the change against 5 of 6 without it')
    expect(lead({}, [])).toContain('6 sites with the change against 6 without it')
  })

  test('no plan at all is said too', () => {
    expect(told(anAnalysis(), aQuestion({ planned: 'none' })).lead).toContain('No plan was frozen before the data')
  })

  test.each([
    'no-treated-sites',
    'no-comparison-sites',
    'since-at-first-period',
    'since-after-last-period',
    'one-site-per-group',
    'no-variation',
  ] as const)('%s is said with what to do', (refused) => {
    const { sentence, lead } = told({ refused, values: {} })
    expect(sentence).toMatch(/^There is no answer/)
    expect(lead.length).toBeGreaterThan(20)
  })

  test('German says the same with its own decimal comma', () => {
    expect(told(anAnalysis({ effect: 3 }), aQuestion(), 'de').sentence).toMatch(
      /^Sales: mit der Änderung 3,\d\d.boxes mehr als ohne sie\. Das ist besser, plausibel sind 2,\d\d bis 4,\d\d\.$/u,
    )
  })
})
