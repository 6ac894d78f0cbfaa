import { expect, test } from 'vitest'
import { adviseOn } from './advise.ts'
import { templatePlaces, trialTemplates } from './templates.ts'
import { outlookDe } from './words/de.ts'
import { outlookEn } from './words/en.ts'

test('there is one for each place, with all of its words in both languages', () => {
  expect(trialTemplates.map(({ place }) => place)).toEqual([...templatePlaces])
  for (const words of [outlookEn, outlookDe] as Record<string, string>[])
    for (const { place, guardrails } of trialTemplates) {
      const parts = ['title', 'question', 'metric', 'unit', ...guardrails.map((_, at) => `guardrail-${at + 1}`)]
      expect(parts.filter((part) => !words[`outlook.template.${place}.${part}`])).toEqual([])
    }
})

test('each leads to the design that its place is known for', () => {
  const known = {
    shop: { sites: 12, periodsBefore: 26, season: 52 },
    ward: { sites: 6, periodsBefore: 24, season: 12 },
    line: { sites: 1, periodsBefore: 60, season: 7 },
    office: { sites: 1, periodsBefore: 26, season: 52 },
  }
  expect(trialTemplates.map(({ place, situation }) => adviseOn(situation, known[place]).proposed)).toEqual([
    'pilot-randomised',
    'staggered-randomised',
    'switchback',
    'before-after',
  ])
})
