import { describe, expect, test } from 'vitest'
import type { MetricId } from '#product/metric/metric.ts'
import { type Known, proposedBy } from './proposals.ts'
import { trialTemplates } from './templates.ts'

const shop = trialTemplates[0] ?? { metric: { kind: 'mean', every: 'week', better: 'higher' }, guardrails: [] }
const names = { metric: 'Sales', guardrails: ['Complaints per 1,000 customers', 'Waiting time at the till, minutes'] }
const measure = (name: string, part: Partial<Known> = {}): Known => ({
  ...{ id: name as MetricId, name, kind: 'mean', every: 'week', better: 'higher' },
  ...part,
})
const sales = measure('Bread sales')
const visits = measure('Visits')
const complaints = measure('Complaints', { kind: 'rate', better: 'lower' })
const waiting = measure('Minutes at the till', { better: 'lower' })

describe('what a template proposes', () => {
  test('is what bears its name, and goes the same way as often', () => {
    expect(proposedBy(shop, names, [visits, sales, complaints, waiting])).toEqual({
      metricId: sales.id,
      guardrailIds: [complaints.id, waiting.id],
      missing: [],
    })
    const daily = measure('Sales', { every: 'day' })
    expect(proposedBy(shop, names, [daily, visits]).metricId).toBe(visits.id)
  })

  test('is the only one of its kind; among several nobody guesses', () => {
    expect(proposedBy(shop, names, [visits]).metricId).toBe(visits.id)
    expect(proposedBy(shop, names, [visits, measure('Baskets')])).toMatchObject({
      metricId: null,
      missing: ['Sales', ...names.guardrails],
    })
  })

  test('leaves what somebody has chosen, and takes guardrails that come as often', () => {
    const daily = measure('Rolls', { every: 'day' })
    const dailyComplaints = { ...complaints, id: 'daily' as MetricId, every: 'day' as const }
    expect(proposedBy(shop, names, [daily, sales, complaints, dailyComplaints], daily.id)).toEqual({
      metricId: daily.id,
      guardrailIds: [dailyComplaints.id],
      missing: [names.guardrails[1]],
    })
  })

  test('is not what shares a small word with it', () => {
    const office = trialTemplates[3] ?? shop
    const known = [measure('Sick days', { better: 'lower' }), measure('Days open', { better: 'lower' })]
    expect(proposedBy(office, { metric: 'Days until a case is done', guardrails: [] }, known).metricId).toBeNull()
  })

  test('names what is missing where nothing is measured yet', () => {
    expect(proposedBy(shop, names, [])).toEqual({
      metricId: null,
      guardrailIds: [],
      missing: ['Sales', ...names.guardrails],
    })
  })
})
