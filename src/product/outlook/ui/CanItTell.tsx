import { ReachCurves } from '#design/charts/ReachCurves.tsx'
import { formatNumber } from '#platform/anywhere/format.ts'
import { t, useLanguage } from '#platform/browser/language.ts'
import type { Outlook, OutlookLine } from '../outlook.ts'
import { useOutlookText } from './use-outlook-text.ts'

interface CanItTellProps {
  outlook: Outlook
  /** The metric's unit: "€", "missed visits in 100". */
  unit: string
  level?: 2 | 3 | undefined
}

/** Lines that a picture bears; the table beneath names all designs. */
const most = 4

/** The smallest change each design could see, as time goes by, against what is worth having. */
export function CanItTell({ outlook, unit, level }: CanItTellProps) {
  const language = useLanguage()
  const text = useOutlookText(outlook, unit)
  const { history, worthHaving } = outlook
  const shown = linesShown(outlook)
  const [first] = shown
  if (!first) return null
  const name = (line: OutlookLine) => t(`outlook.design.${line.design}`)
  const steps = first.effects.length
  const seen = first.effects.filter((effect) => effect !== null)
  const crossing =
    worthHaving === null ? 'none' : first.tellsIn === null || first.tellsIn > steps ? 'never' : text.span(first.tellsIn)
  const sentence =
    seen[0] === undefined
      ? t('outlook.curves-empty', { design: name(first), span: text.span(steps) })
      : t('outlook.curves-says', {
          design: name(first),
          first: text.effect(seen[0]),
          last: text.effect(seen.at(-1) ?? null),
          span: text.span(steps),
          crossing,
        }).trim()
  const foot = [
    t('outlook.foot', {
      values: history.values,
      sites: history.sites,
      span: text.span(history.periods),
      first: history.first,
      last: history.last,
      within: history.within === null ? '–' : formatNumber(history.within, language),
      unit,
      each: text.each,
    }),
    ...(history.missing > 0 ? [t('outlook.foot-missing', { missing: history.missing })] : []),
  ].join(' ')
  return (
    <ReachCurves
      title={t('outlook.curves')}
      note={t('outlook.curves-note')}
      level={level}
      sentence={sentence}
      foot={foot}
      curves={shown.map((line, at) => ({
        key: line.design,
        name: name(line),
        shortName: t(`outlook.design.${line.design}-short`),
        values: line.effects,
        crossing:
          line.tellsIn === null || line.tellsIn > steps
            ? null
            : {
                at: line.tellsIn,
                text: at === 0 ? t('outlook.can-tell', { span: text.span(line.tellsIn) }) : text.span(line.tellsIn),
              },
      }))}
      worth={
        worthHaving === null
          ? null
          : { value: worthHaving, text: t('outlook.worth', { effect: text.amount(worthHaving) }) }
      }
      uprightText={t('outlook.upright', { unit })}
      stepsText={text.periods}
      belowText={t('outlook.below')}
      noneText={t('outlook.none-seen')}
      write={(value) => formatNumber(value, language)}
    />
  )
}

/** The design that the page is about, then the others that see anything, without those that one line would hide. */
function linesShown({ lines, design }: Outlook): OutlookLine[] {
  const own = lines.filter((line) => line.design === design)
  const others = lines.filter((line) => line.design !== design && line.effects.some((effect) => effect !== null))
  const kept: OutlookLine[] = [...own]
  for (const line of others) if (!kept.some((other) => isSame(other, line))) kept.push(line)
  return kept.slice(0, most)
}

/** So close together that one would lie on the other: chosen sites see what drawn ones see, only less surely. */
function isSame(one: OutlookLine, other: OutlookLine): boolean {
  return one.effects.every((effect, at) => {
    const value = other.effects[at] ?? null
    return effect === null || value === null ? effect === value : Math.abs(effect - value) <= 0.04 * effect
  })
}
