import { formatNumber } from '#platform/anywhere/format.ts'
import type { Language } from '#platform/anywhere/message.ts'
import { t, useLanguage } from '#platform/browser/language.ts'
import { Chart, type ChartProps } from './Chart.tsx'
import { textWidth, thinOut } from './label.ts'
import { type Paper, Plot } from './Plot.tsx'
import { decimalsOf, extent, fixedText, linear, roundTicks, type Scale, tickText } from './scale.ts'
import { place } from './series.ts'

export interface TimedEffect {
  /** Periods since the start; below 0: before it. */
  at: number
  estimate: number
  low: number | null
  high: number | null
}

export interface EffectsByTimeProps extends ChartProps {
  effects: readonly TimedEffect[]
  /** On the line of the start: "the change starts". */
  startText: string
  /** Below the axis: "periods since the start". */
  axisText: string
  unitText?: string | undefined
  /** Heads of the numbers. */
  columns: readonly [at: string, estimate: string, low: string, high: string]
}

/** An event study: the effect by time since the start, each with its interval. Before the start there should be none. */
export function EffectsByTime(props: EffectsByTimeProps) {
  const { title, note, sentence, foot, tools, level, effects, columns } = props
  const language = useLanguage()
  const decimals = decimalsOf(effects.flatMap(({ low, high }) => [low, high])) + 1
  const write = (value: number | null) => (value === null ? t('design.no-range') : fixedText(value, decimals, language))
  const numbers = {
    columns: [...columns],
    rows: effects.map(({ at, estimate, low, high }) => [
      formatNumber(at, language),
      write(estimate),
      write(low),
      write(high),
    ]),
  }
  return (
    <Chart title={title} note={note} foot={foot} tools={tools} level={level} numbers={numbers}>
      <Plot sentence={sentence} height={({ narrow }) => (narrow ? 300 : 320)}>
        {(paper) => <Drawing {...props} paper={paper} language={language} />}
      </Plot>
    </Chart>
  )
}

function Drawing(props: EffectsByTimeProps & { paper: Paper; language: Language }) {
  const { effects, startText, axisText, unitText, paper, language } = props
  const [top, base] = [paper.narrow ? 52 : 46, paper.narrow ? 240 : 262]
  const times = effects.map(({ at }) => at)
  const [first, last] = [Math.min(...times, -1), Math.max(...times, 0)]
  const span = extent(effects.flatMap(({ estimate, low, high }) => [0, estimate, low, high])) ?? [0, 1]
  const upright = roundTicks(span, paper.narrow ? 4 : 6)
  const words = upright.at.map((value) => ({ value, text: tickText(value, upright.step, language) }))
  const left = Math.ceil(Math.max(...words.map(({ text }) => textWidth(text)))) + 14
  const right = paper.width - 8
  const y = linear(upright.domain, [base, top])
  const x = linear([first - 0.5, last + 0.5], [left, right])
  const start = place(x(-0.5))
  const half = textWidth(startText, true) / 2
  const labels = thinOut(
    Array.from({ length: last - first + 1 }, (_, at) => ({
      x: place(x(first + at)),
      text: formatNumber(first + at, language),
    })),
    left,
    right,
  )
  return (
    <>
      <rect className="during" x={start} y={top} width={place(right - start)} height={base - top} />
      {words.map(({ value, text }, index) => (
        <g key={value}>
          <text className="t-faint" x={left - 8} y={place(y(value)) + 4} textAnchor="end">
            {text}
          </text>
          <line
            className={index === 0 ? 'axis' : 'grid'}
            x1={left}
            x2={right}
            y1={place(y(value))}
            y2={place(y(value))}
          />
        </g>
      ))}
      {unitText && (
        <text className="t-faint" x={0} y={14}>
          {unitText}
        </text>
      )}
      <line className="zero" x1={left} x2={right} y1={place(y(0))} y2={place(y(0))} />
      <line className="zero" x1={start} x2={start} y1={top - 10} y2={base} />
      <text
        className="t-strong"
        x={place(Math.max(left + half, Math.min(start, right - half)))}
        y={top - 16}
        textAnchor="middle"
      >
        {startText}
      </text>
      {effects.map((effect) => (
        <Effect key={effect.at} effect={effect} x={x} y={y} wide={Math.min(6, (x(1) - x(0)) / 3)} />
      ))}
      {labels.map((label) => (
        <text key={label.x} className="t-faint" x={label.x} y={base + 18} textAnchor={label.anchor}>
          {label.text}
        </text>
      ))}
      <text className="t-faint" x={right} y={base + 38} textAnchor="end">
        {axisText}
      </text>
    </>
  )
}

function Effect({ effect, x, y, wide }: { effect: TimedEffect; x: Scale; y: Scale; wide: number }) {
  const { at, estimate, low, high } = effect
  const group = at < 0 ? 'compare' : 'change'
  return (
    <>
      {low !== null && high !== null && (
        <line
          className={`line${group === 'change' ? ' line-change' : ''}`}
          x1={place(x(at))}
          x2={place(x(at))}
          y1={place(y(low))}
          y2={place(y(high))}
        />
      )}
      <circle
        className={`dot-${group}`}
        cx={place(x(at))}
        cy={place(y(estimate))}
        r={Math.max(2, Math.min(4.5, wide))}
      />
    </>
  )
}
