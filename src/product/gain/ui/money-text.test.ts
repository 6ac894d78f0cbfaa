import { expect, test } from 'vitest'
import { moneyTexts } from './money-text.ts'

test.each([
  [{ estimate: 31769n, low: 17872n, high: 46092n }, 'EUR', 'en', ['€317.69', '€178.72', '€460.92']],
  [{ estimate: 212437500n, low: 6991159n, high: 417883841n }, 'EUR', 'en', ['€2,124,375', '€69,912', '€4,178,838']],
  [{ estimate: -212437550n, low: null, high: null }, 'EUR', 'de', ['−2.124.376 €', null, null]],
  [
    { estimate: 10n ** 17n + 1n, low: 0n, high: 10n ** 17n + 51n },
    'EUR',
    'en',
    ['€1,000,000,000,000,000', '€0', '€1,000,000,000,000,001'],
  ],
  [{ estimate: 1500n, low: 900n, high: 2100n }, 'JPY', 'en', ['¥1,500', '¥900', '¥2,100']],
] as const)('%o in %s reads well in %s', (amount, currency, language, [estimate, low, high]) => {
  const texts = moneyTexts(amount, currency, language)
  expect({ ...texts, estimate: texts.estimate.replace('\u00a0', ' ') }).toEqual({ estimate, low, high })
})
