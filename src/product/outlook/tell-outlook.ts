import { costOfBeingWrong } from '#lib/stats/planning/cost-of-being-wrong.ts'
import { planScheduled } from '#lib/stats/planning/plan-scheduled.ts'
import { planSequential } from '#lib/stats/planning/plan-sequential.ts'
import { adviseOn } from './advise.ts'
import { detectable, type Prospect, tellsIn, treatedOf } from './detectable.ts'
import {
  type Amount,
  type Asked,
  type Design,
  type Outlook,
  type OutlookLine,
  shownPeriods,
  wantedPower,
} from './outlook.ts'
import { remediesFor } from './remedies.ts'
import { type Reading, readingOf, type SiteHistory } from './site-history.ts'

type Question = Omit<Asked, 'history'>

/** Of harmful or useless changes, so many are adopted: a two-sided 95 % interval that must lie on the good side. */
const falseAlarm = 0.025

/**
 * What a trial here could tell: for each design that can be done, the smallest effect it sees as the weeks go by, whether what
 * is worth having is among it in time, what being wrong costs, and what would help. Pure.
 */
export function tellOutlook(history: SiteHistory, question: Question): Outlook {
  const { situation, worthHaving } = question
  const reading = readingOf(history)
  const { sites, periods, season } = reading
  const advice = adviseOn(situation, { sites, periodsBefore: periods, season })
  const possible = advice.designs.filter(({ design, needs }) => design !== 'word' && needs.length === 0)
  const prospect = prospectOf(history, reading, question)
  const lines = possible.map(({ design }) => lineOf(design, prospect, worthHaving))
  const design = question.design ?? advice.proposed
  const { periodsAhead } = situation
  const { effect } = detectable(design, periodsAhead, prospect)
  const line = lines.find((each) => each.design === design)
  const inTime = line?.tellsIn ?? (worthHaving === null ? null : tellsIn(design, worthHaving, prospect))
  return {
    history: historyOf(history, reading),
    advice,
    design,
    verdict: verdictOf(worthHaving, lines, design, inTime, periodsAhead),
    periodsAhead,
    worthHaving,
    effect,
    lines,
    looks: looksOf(design, effect, prospect, question),
    cost: worthHaving === null ? null : costOf(worthHaving, history, prospect, question),
    remedies:
      worthHaving === null || design === 'word' || (effect !== null && effect <= worthHaving)
        ? []
        : remediesFor(
            design,
            {
              periods: periodsAhead,
              worth: worthHaving,
              possible: possible.map((each) => each.design),
              values: history.values,
            },
            prospect,
          ),
  }
}

function prospectOf(history: SiteHistory, reading: Reading, question: Question): Prospect {
  const { situation, better, unitDeviation } = question
  const { season: _, doubt: __, ...plain } = reading
  const share = history.areShares && reading.mean !== null ? { share: reading.mean } : null
  return {
    ...plain,
    treated: treatedOf(reading.sites, situation.sitesTreatable ?? reading.sites),
    carryOver: situation.carryOver,
    better,
    unitsPerPeriod: situation.unitsPerPeriod,
    unit: unitDeviation === null ? share : { deviation: unitDeviation },
  }
}

function lineOf(design: Design, prospect: Prospect, worth: number | null): OutlookLine {
  const all = Array.from({ length: shownPeriods }, (_, at) => detectable(design, at + 1, prospect))
  const effects = all.map(({ effect }) => effect)
  const last = all.findLast(({ shortfall }) => shortfall !== null)
  const at = worth === null ? -1 : effects.findIndex((effect) => effect !== null && effect <= worth * (1 + 1e-9))
  const later = worth === null || at >= 0 || all.at(-1)?.shortfall === 'floor'
  return {
    design,
    effects,
    shortfall: last?.shortfall ?? null,
    tellsIn: at >= 0 ? at + 1 : later || worth === null ? null : tellsIn(design, worth, prospect),
  }
}

function verdictOf(
  worth: number | null,
  lines: readonly OutlookLine[],
  design: Design,
  inTime: number | null,
  periodsAhead: number,
): Outlook['verdict'] {
  const own = lines.find((line) => line.design === design)
  if (!own || own.effects.every((effect) => effect === null)) return own?.shortfall === 'noise' ? 'unknown' : 'cannot'
  if (worth === null) return 'unasked'
  if (inTime === null) return 'cannot'
  return inTime <= periodsAhead ? 'tells' : 'later'
}

function looksOf(design: Design, effect: number | null, prospect: Prospect, { situation, worthHaving }: Question) {
  const { periodsAhead } = situation
  // The inflation is the same for every size; the size asked about only has to be large enough to need no rounding.
  const anytime = planSequential({ fixedSize: 1e6 }).inflation
  const scheduled = planScheduled({ fixedSize: 1e6, looks: Math.min(50, Math.max(1, periodsAhead)) }).inflation
  // As many times the variance that can be afforded, so its root in the effect.
  const cost = (inflation: number) => ({
    inflation,
    effect: effect === null ? null : effect * Math.sqrt(inflation),
    tellsIn: worthHaving === null ? null : tellsIn(design, worthHaving / Math.sqrt(inflation), prospect),
  })
  return { anytime: cost(anytime), scheduled: cost(scheduled) }
}

const perYear: Record<SiteHistory['rhythm'], number> = {
  day: 365,
  week: 52,
  month: 12,
  quarter: 4,
  year: 1,
  period: 52,
}

/** If it harms by as much as would be worth having: at the sites that try it, and a year at all of them. */
function costOf(
  worth: number,
  history: SiteHistory,
  prospect: Prospect,
  { situation, worthMinor }: Question,
): Outlook['cost'] {
  const sitesInTrial = prospect.treated
  const periodsAfter = perYear[history.rhythm]
  const cost = costOfBeingWrong({
    gainPerUnit: worth,
    lossPerUnit: worth,
    unitsInTrial: sitesInTrial * situation.periodsAhead,
    unitsAfter: Math.max(1, prospect.sites) * periodsAfter,
    power: wantedPower,
    falseAlarm,
  })
  const amount = (units: number): Amount => ({
    units,
    // Through a number: the amounts are estimates, and cents beyond 2^53 say nothing.
    minor: worthMinor === null ? null : BigInt(Math.round(Math.min(1e17, units * Number(worthMinor)))),
  })
  return {
    sitesInTrial,
    periodsAfter,
    duringTrial: amount(cost.duringTrial),
    adoptedInError: amount(cost.adoptedInError),
    missed: amount(cost.missed),
    withoutTrial: amount(cost.withoutTrial),
    falseAlarm,
    missChance: 1 - wantedPower,
  }
}

function historyOf(
  history: SiteHistory,
  { shared, alone, doubt, mean, season, sites, periods }: Reading,
): Outlook['history'] {
  const values = history.values.reduce((sum, row) => sum + row.filter((value) => value !== null).length, 0)
  const noise = shared ?? alone
  return {
    sites,
    periods,
    first: history.periods[0] ?? '',
    last: history.periods.at(-1) ?? '',
    rhythm: history.rhythm,
    season,
    values,
    missing: sites * periods - values,
    mean,
    within: noise === null ? null : Math.sqrt(noise.within),
    between: shared === null ? null : Math.sqrt(shared.between),
    autocorrelation: noise?.autocorrelation ?? null,
    intraclusterCorrelation: shared?.intraclusterCorrelation ?? null,
    doubt,
  }
}
