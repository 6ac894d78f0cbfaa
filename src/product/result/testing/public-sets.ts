import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import type { TrialFigures } from '#product/plan/trial-figures.ts'
import { pilotFigures, seriesFigures, splitFigures, staggeredFigures, switchbackFigures } from './figures-of-a-trial.ts'

type Row = Record<string, string>

/** The rows of a public set that the tests keep, as texts. */
export function rowsOf(path: string): Row[] {
  const text = readFileSync(new URL(`../../../../reference/${path}`, import.meta.url))
  return parse(text, { columns: true, bom: true }) as Row[]
}

const number = (text: string | undefined) => (text === undefined || text === '' || text === 'NA' ? null : Number(text))

/** Values of each site in the order of its periods. */
function panelOf(rows: readonly Row[], site: string, period: string, value: string) {
  const periods = [...new Set(rows.map((row) => row[period] ?? ''))].sort((a, b) =>
    Number.isNaN(Number(a)) ? a.localeCompare(b) : Number(a) - Number(b),
  )
  const sites = [...Map.groupBy(rows, (row) => row[site] ?? '')].map(([name, own]) => ({
    name,
    rows: own,
    values: periods.map((each) => number(own.find((row) => row[period] === each)?.[value])),
  }))
  return { periods, sites }
}

export function dayCareFines(): TrialFigures {
  const { sites } = panelOf(rowsOf('daycare-fines/daycare_fines.csv'), 'center', 'week', 'late_pickups')
  const metric = { name: 'Late pick-ups', unit: 'late pick-ups', better: 'lower' } as const
  return pilotFigures(
    sites.map(({ name, rows: own, values }) => ({ name, treated: own[0]?.['group'] === 'test', values })),
    4,
    { metric, isRandomised: true },
  )
}

export function fastFood(): TrialFigures {
  const { sites } = panelOf(rowsOf('card-krueger-1994/card-krueger.csv'), 'id', 'd', 'fte')
  return pilotFigures(
    sites.map(({ name, rows, values }) => ({ name, treated: rows[0]?.['nj'] === '1', values })),
    1,
    { metric: { name: 'Staff', unit: 'full-time equivalents' } },
    { isAfterData: true },
  )
}

export function tobacco(method: 'synthetic-control' | null): TrialFigures {
  const { periods, sites } = panelOf(rowsOf('prop99-smoking/smoking.csv'), 'state', 'year', 'cigsale')
  return pilotFigures(
    sites.map(({ name, values }) => ({ name, treated: name === 'California', values })),
    periods.indexOf('1989'),
    { metric: { name: 'Cigarette sales', unit: 'packs', better: 'lower' }, method },
    { periods, isAfterData: true },
  )
}

export function minimumWage(): TrialFigures {
  const { periods, sites } = panelOf(rowsOf('mpdta-minimum-wage/mpdta.csv'), 'countyreal', 'year', 'lemp')
  return staggeredFigures(
    sites.map(({ name, rows, values }) => {
      const start = periods.indexOf(rows[0]?.['first.treat'] ?? '')
      return { name, start: start < 0 ? null : start, values }
    }),
    { metric: { name: 'Teen employment', unit: 'log points' } },
    { periods, isAfterData: true },
  )
}

export function contactTracing(): TrialFigures {
  const { periods, sites } = panelOf(rowsOf('cict-stepped-wedge/panel_data.csv'), 'Zip', 'week', 'week')
  return staggeredFigures(
    sites.map(({ name, rows }) => {
      const at = (period: string) => rows.find((row) => row['week'] === period) ?? {}
      const read = periods.map((period) => {
        const row = at(period)
        const [a, m] = [number(row['n_assigned_automated']) ?? 0, number(row['n_assigned_manual']) ?? 0]
        const [fa, fm] = [
          number(row['mean_perc_filled_assigned_automated']),
          number(row['mean_perc_filled_assigned_manual']),
        ]
        // As the trial's notebook: a week that lacks either is left out.
        const value = fa === null || fm === null ? null : (a * fa + m * fm) / (a + m)
        return {
          value,
          weight: a + m || 1,
          share: a + m === 0 ? null : a / (a + m),
          isOn: row['condition'] !== 'Manual CICT',
        }
      })
      const start = read.findIndex(({ isOn }, week) => isOn && at(periods[week] ?? '')['condition'] !== undefined)
      return {
        name,
        start: start < 0 ? null : start,
        values: read.map(({ value }) => value),
        weights: read.map(({ weight }) => weight),
        received: read.map(({ share }) => share),
      }
    }),
    { metric: { name: 'Filled fields', unit: '' }, isRandomised: true, method: 'wedge' },
    { periods },
  )
}

export function scentInTheShop(): TrialFigures {
  const rows = rowsOf('chocolate-scent-store/mcgrath.csv')
  return switchbackFigures(
    [
      {
        name: 'Bookshop café',
        on: rows.map((row) => row['treatment'] === '1'),
        values: rows.map((row) => number(row['grandtotal'])),
      },
    ],
    { metric: { name: 'Sales', unit: 'dollars' }, isRandomised: true, blockWindows: 30 },
  )
}

export function smokingBan(): TrialFigures {
  const rows = rowsOf('sicily-smoking-ban/sicily.csv')
  return seriesFigures(
    {
      name: 'Sicily',
      values: rows.map((row) => number(row['aces'])),
      denominators: rows.map((row) => number(row['stdpop'])),
    },
    36,
    {
      metric: { name: 'Heart attacks', unit: 'cases', better: 'lower', kind: 'rate' },
      ...{ slope: false, method: 'poisson' as const, since: '2005-01' },
    },
    { isAfterData: true, periods: rows.map((row) => `${row['year']}-${String(row['month']).padStart(2, '0')}`) },
  )
}

export function licorice(): TrialFigures {
  const rows = rowsOf('licorice-gargle/throat_pain.csv').filter((row) => row['hours_after'] === '0.5')
  return splitFigures(
    rows.map((row) => {
      const pain = number(row['throat_pain'])
      return { arm: row['gargle'] ?? '', value: pain === null ? null : pain > 0 ? 1 : 0 }
    }),
    { treated: 'licorice', comparison: rows.find((row) => row['gargle'] !== 'licorice')?.['gargle'] ?? '' },
    { metric: { name: 'Sore throats', unit: '', better: 'lower', kind: 'proportion' }, isRandomised: true },
  )
}

export function packPictures(): TrialFigures {
  const rows = rowsOf('packaging-experiments/pack_picture_SE24_S3.csv')
  return splitFigures(
    rows.map((row) => ({ name: row['id'] ?? '', arm: row['lemon'] ?? '', value: number(row['evaluation']) })),
    { treated: 'cut', comparison: 'whole' },
    { metric: { name: 'Evaluation', unit: 'points' }, isRandomised: true, isPaired: true },
  )
}

export function mailing(value: 'spend' | 'visit', segments: string[] = []): TrialFigures {
  const rows = rowsOf('hillstrom-email/hillstrom.csv').filter((row) => row['segment'] !== 'Womens E-Mail')
  return splitFigures(
    rows.map((row) => ({
      arm: row['segment'] ?? '',
      value: number(row[value]),
      segments: segments.map((name) => row[name] ?? null),
    })),
    { treated: 'Mens E-Mail', comparison: 'No E-Mail' },
    {
      metric: {
        name: value === 'spend' ? 'Spend' : 'Visits',
        unit: value === 'spend' ? 'dollars' : '',
        kind: value === 'spend' ? 'mean' : 'proportion',
      },
      ...{ isRandomised: true, shares: { treated: 1, comparison: 1 } },
    },
    { segments },
  )
}
