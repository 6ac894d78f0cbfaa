import { csvLine } from '#platform/anywhere/csv.ts'
import type { LedgerLine } from './gain-api.ts'

const columns = [
  'line',
  'booked_at',
  'booked_by',
  'trial',
  'idea',
  'metric',
  'unit',
  'outcome',
  'decision',
  'amount',
  'amount_low',
  'amount_high',
  'money_minor',
  'money_minor_low',
  'money_minor_high',
  'currency',
  'per',
  'sites',
  'measured_sites',
  'from_on',
  'grade',
  'counts_as',
  'takes_back_line',
  'reason',
  'effect',
  'effect_low',
  'effect_high',
  'trial_id',
  'result_id',
]

/** The ledger as a CSV file, in pieces. The names of the columns are the same in every language: programs read them. */
export function* ledgerCsv(pages: Iterable<readonly LedgerLine[]>): Generator<string> {
  yield csvLine(columns)
  for (const lines of pages) yield lines.map((line) => csvLine(cellsOf(line))).join('')
}

function cellsOf(line: LedgerLine) {
  const { amount, amountMinor, effect } = line
  return [
    line.sequence,
    line.bookedAt.toISOString(),
    line.bookedByName,
    line.trialTitle,
    line.ideaTitle,
    line.metricName,
    line.unit,
    line.outcome,
    line.choice,
    amount?.estimate ?? null,
    amount?.low ?? null,
    amount?.high ?? null,
    amountMinor?.estimate ?? null,
    amountMinor?.low ?? null,
    amountMinor?.high ?? null,
    line.currency,
    line.per,
    line.sites,
    line.measuredSites,
    line.fromOn,
    line.grade,
    line.countsAs,
    line.reversesId,
    line.reason,
    effect?.estimate ?? null,
    effect?.low ?? null,
    effect?.high ?? null,
    line.trialId,
    line.resultId,
  ]
}
