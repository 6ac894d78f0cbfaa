import { expect, test } from 'vitest'
import { chartIn, chartPath } from './chart.ts'

const metric = 'f3b0c7de-4a55-4f0e-9b8e-0c8f3f4f6a11'
const site = '0d9be8d0-8b0f-4a39-8a0b-2f6d4f1c7e22'

test('the chart that a text links to is found by its address, with its site', () => {
  expect(chartIn(`Order in the evening.\n\nhttps://x.example/w/ward${chartPath(metric, site)}`)).toEqual({
    metricId: metric,
    siteId: site,
  })
  expect(chartIn(`(${chartPath(metric, null)}) and ${chartPath(site, null)}`)).toEqual({
    metricId: metric,
    siteId: null,
  })
})

test('a text without a chart has none', () => {
  for (const text of ['', `/measures/${metric}`, '/measures/charts', `/measures/${metric.slice(1)}/chart`])
    expect(chartIn(text)).toBeNull()
})
