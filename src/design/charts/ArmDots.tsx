import { useLanguage } from '#platform/browser/language.ts'
import { Chart, type ChartProps } from './Chart.tsx'
import { fitText, textWidth, thinOut } from './label.ts'
import { type Paper, Plot } from './Plot.tsx'
import { extent, linear, roundTicks, tickText } from './scale.ts'
import { place } from './series.ts'

export interface ArmDot {
  name: string
  group: 'change' | 'compare'
  mean: number
  low: number | null
  high: number | null
  /** The mean in words, and below the name how many it is of. */
  meanText: string
  detail: string
  /** The interval in words, for the numbers. */
  rangeText: string
}

export interface ArmDotsProps extends ChartProps {
  arms: readonly ArmDot[]
  unitText?: string | undefined
  /** How a tick is written, if not as a plain number. */
  tick?: ((value: number) => string) | undefined
  columns: readonly [name: string, mean: string, range: string]
}

const row = 56
const top = 28

/** The mean of each arm with its own interval, on one scale that holds zero only where it is near. */
export function ArmDots(props: ArmDotsProps) {
  const { title, note, sentence, foot, tools, level, arms, columns } = props
  const numbers = {
    columns: [...columns],
    rows: arms.map(({ name, meanText, rangeText }) => [name, meanText, rangeText]),
  }
  return (
    <Chart title={title} note={note} foot={foot} tools={tools} level={level} numbers={numbers}>
      <Plot sentence={sentence} height={({ narrow }) => top + arms.length * (row + (narrow ? 16 : 0)) + 30}>
        {(paper) => <Drawing {...props} paper={paper} />}
      </Plot>
    </Chart>
  )
}

function Drawing({ arms, unitText, tick, paper }: ArmDotsProps & { paper: Paper }) {
  const language = useLanguage()
  const span = extent(arms.flatMap(({ mean, low, high }) => [mean, low, high])) ?? [0, 1]
  const ticks = roundTicks(span, paper.narrow ? 4 : 8)
  const names = Math.max(...arms.map(({ name, detail }) => Math.max(textWidth(name, true), textWidth(detail))))
  const left = paper.narrow ? 16 : Math.min(paper.width * 0.3, names) + 24
  const right = paper.width - 24
  const x = linear(ticks.domain, [left, right])
  const step = row + (paper.narrow ? 16 : 0)
  const base = top + arms.length * step
  const labels = thinOut(
    ticks.at.map((value) => ({ x: place(x(value)), text: tick ? tick(value) : tickText(value, ticks.step, language) })),
    left,
    paper.width,
  )
  return (
    <>
      {unitText && (
        <text className="t-faint" x={paper.width} y={14} textAnchor="end">
          {unitText}
        </text>
      )}
      {ticks.at.map((value) => (
        <line key={value} className="grid" x1={place(x(value))} x2={place(x(value))} y1={top - 6} y2={base} />
      ))}
      <line className="axis" x1={left} x2={right} y1={base} y2={base} />
      {arms.map(({ name, group, mean, low, high, meanText, detail }, at) => {
        const middle = top + at * step + (paper.narrow ? 46 : 28)
        return (
          <g key={name}>
            <text className={group === 'change' ? 't-change' : 't-strong'} x={0} y={middle - (paper.narrow ? 34 : 2)}>
              {fitText(name, paper.narrow ? paper.width * 0.6 : left - 20, true)}
            </text>
            <text
              className="t-faint"
              x={paper.narrow ? paper.width : 0}
              y={middle + (paper.narrow ? -34 : 14)}
              textAnchor={paper.narrow ? 'end' : 'start'}
            >
              {detail}
            </text>
            {low !== null && high !== null && (
              <rect
                className={group === 'change' ? 'bar-better' : 'bar-unclear'}
                x={place(x(low))}
                y={middle - 7}
                width={Math.max(1, place(x(high) - x(low)))}
                height={14}
                rx={2}
              />
            )}
            <circle className={`dot-${group}`} cx={place(x(mean))} cy={middle} r={6} />
            <text
              className="t-strong t-halo"
              x={place(Math.max(left, Math.min(x(mean), right)))}
              y={middle - 14}
              textAnchor="middle"
            >
              {meanText}
            </text>
          </g>
        )
      })}
      {labels.map((label) => (
        <text key={label.x} className="t-faint" x={label.x} y={base + 18} textAnchor={label.anchor}>
          {label.text}
        </text>
      ))}
    </>
  )
}
