import type { Language } from '#platform/anywhere/message.ts'
import { t, useLanguage } from '#platform/browser/language.ts'
import { Chart, type ChartProps } from './Chart.tsx'
import { textWidth, thinOut } from './label.ts'
import { onOffStretches, type Stretch } from './on-off.ts'
import { type Paper, Plot } from './Plot.tsx'
import { periodText, periodTicks } from './period.ts'
import { decimalsOf, extent, fixedText, linear, roundTicks, type Scale, type Span, tickText } from './scale.ts'
import { place, type Values } from './series.ts'

export interface OnOffSite {
  name: string
  /** Whether the change was on; null outside of the schedule. */
  on: readonly (boolean | null)[]
  values: Values
}

export interface OnOffStripsProps extends ChartProps {
  sites: readonly OnOffSite[]
  periods: readonly string[]
  /** Periods a window, and those left out at the beginning of each. */
  windowLength: number
  carryOver: number
  onText: string
  offText: string
  unitText?: string | undefined
  columns: readonly [period: string, site: string, on: string, value: string]
}

const strip = { wide: 116, narrow: 124, alone: 236 }
const head = 34

/** Sites that switch a change on and off: a strip each, filled while it was on, with the mean of each stretch. */
export function OnOffStrips(props: OnOffStripsProps) {
  const { title, note, sentence, foot, tools, level, sites, periods, columns, onText, offText } = props
  const language = useLanguage()
  const decimals = decimalsOf(sites.flatMap(({ values }) => [...values])) + 1
  const numbers = {
    columns: [...columns],
    rows: sites.flatMap(({ name, on, values }) =>
      periods.map((period, at) => {
        const value = values[at] ?? null
        return [
          periodText(period, language),
          name,
          on[at] === null || on[at] === undefined ? t('design.missing') : on[at] ? onText : offText,
          value === null ? t('design.missing') : fixedText(value, decimals, language),
        ]
      }),
    ),
  }
  return (
    <Chart title={title} note={note} foot={foot} tools={tools} level={level} numbers={numbers}>
      <Plot sentence={sentence} height={(paper) => head + sites.length * heightOf(paper, sites.length) + 26}>
        {(paper) => <Drawing {...props} paper={paper} language={language} />}
      </Plot>
    </Chart>
  )
}

/** One site by itself has the room of a picture. */
function heightOf({ narrow }: Paper, sites: number): number {
  if (sites === 1) return strip.alone
  return narrow ? strip.narrow : strip.wide
}

function Drawing(props: OnOffStripsProps & { paper: Paper; language: Language }) {
  const { sites, periods, unitText, paper, language, onText, offText } = props
  // One scale for all, so that strips can be compared.
  const span = extent(sites.flatMap(({ values }) => [...values])) ?? [0, 1]
  const upright = roundTicks(span, sites.length === 1 ? 5 : 3)
  const left =
    Math.ceil(Math.max(...upright.at.map((value) => textWidth(tickText(value, upright.step, language))))) + 14
  const x = linear([0, Math.max(1, periods.length)], [left, paper.width])
  const height = heightOf(paper, sites.length)
  const base = head + sites.length * height
  const ticks = periodTicks(periods, language).map(({ index, text }) => ({ x: place(x(index + 0.5)), text }))
  return (
    <>
      <rect className="on" x={left} y={6} width={12} height={12} />
      <text x={left + 18} y={16}>
        {onText}
      </text>
      <rect className="off" x={left + 34 + textWidth(onText)} y={6} width={12} height={12} />
      <text x={left + 52 + textWidth(onText)} y={16}>
        {offText}
      </text>
      {unitText && (
        <text className="t-faint" x={paper.width} y={16} textAnchor="end">
          {unitText}
        </text>
      )}
      {sites.map((site, at) => (
        <Strip
          key={site.name}
          site={site}
          hasName={sites.length > 1}
          {...{ x, left, right: paper.width, ticks: upright.at, step: upright.step, domain: upright.domain, language }}
          top={head + at * height + 16}
          base={head + (at + 1) * height - 8}
          windowLength={props.windowLength}
          carryOver={props.carryOver}
        />
      ))}
      {thinOut(ticks, left, paper.width).map((label) => (
        <text key={label.x} className="t-faint" x={label.x} y={base + 14} textAnchor={label.anchor}>
          {label.text}
        </text>
      ))}
    </>
  )
}

interface StripProps {
  site: OnOffSite
  hasName: boolean
  x: Scale
  left: number
  right: number
  top: number
  base: number
  ticks: readonly number[]
  step: number
  domain: Span
  language: Language
  windowLength: number
  carryOver: number
}

function Strip(props: StripProps) {
  const { site, hasName, x, left, right, top, base, ticks, step, domain, language, windowLength, carryOver } = props
  const y = linear(domain, [base, top])
  const stretches = onOffStretches(site, { windowLength, carryOver })
  return (
    <>
      {stretches.map(({ from, to, isOn }) => (
        <rect
          key={from}
          className={isOn ? 'on' : 'off'}
          x={place(x(from))}
          y={top}
          width={place(x(to) - x(from))}
          height={base - top}
        />
      ))}
      {ticks.map((value) => (
        <g key={value}>
          <text className="t-faint" x={left - 8} y={place(y(value)) + 4} textAnchor="end">
            {tickText(value, step, language)}
          </text>
          <line className="grid" x1={left} x2={right} y1={place(y(value))} y2={place(y(value))} />
        </g>
      ))}
      {site.values.map((value, at) =>
        value === null ? null : (
          <circle
            // biome-ignore lint/suspicious/noArrayIndexKey: periods never change places
            key={at}
            className={`dot-ink${isLeftOut(stretches, at) ? ' pale' : ''}`}
            cx={place(x(at + 0.5))}
            cy={place(y(value))}
            r={2.5}
          />
        ),
      )}
      {stretches.map(
        ({ from, to, mean, isOn }) =>
          mean !== null && (
            <line
              key={from}
              className={isOn ? 'line line-change' : 'line'}
              x1={place(x(from))}
              x2={place(x(to))}
              y1={place(y(mean))}
              y2={place(y(mean))}
            />
          ),
      )}
      {hasName && (
        <text className="t-strong t-halo" x={left} y={top - 4}>
          {site.name}
        </text>
      )}
    </>
  )
}

function isLeftOut(stretches: readonly Stretch[], period: number): boolean {
  return stretches.some(({ leftOut }) => leftOut.includes(period))
}
