import { t, useLanguage } from '#platform/browser/language.ts'
import { Chart, type ChartProps } from './Chart.tsx'
import { fitText, textWidth, thinOut } from './label.ts'
import { type Paper, Plot } from './Plot.tsx'
import { periodText, periodTicks } from './period.ts'
import { linear } from './scale.ts'
import { place } from './series.ts'

export interface Wave {
  name: string
  /** How many sites are in it. */
  sites: number
  /** Its first period with the change, by its place; null: it does not get it. */
  since: number | null
}

export interface WaveStripsProps extends ChartProps {
  waves: readonly Wave[]
  periods: readonly string[]
  /** Heads of the numbers; what stands where a wave never starts. */
  columns: readonly [name: string, start: string, sites: string]
  neverText: string
}

const row = 22
const top = 8

/** Who had a change when: a strip for each wave, filled from its start on. */
export function WaveStrips(props: WaveStripsProps) {
  const { title, note, sentence, foot, tools, level, waves, periods, columns, neverText } = props
  const language = useLanguage()
  const numbers = {
    columns: [...columns],
    rows: waves.map(({ name, sites, since }) => [
      name,
      since === null ? neverText : periodText(periods[since] ?? t('design.missing'), language),
      String(sites),
    ]),
  }
  return (
    <Chart title={title} note={note} foot={foot} tools={tools} level={level} numbers={numbers}>
      <Plot sentence={sentence} height={() => top + waves.length * row + 30}>
        {(paper) => <Drawing {...props} paper={paper} />}
      </Plot>
    </Chart>
  )
}

function Drawing({ waves, periods, paper }: WaveStripsProps & { paper: Paper }) {
  const language = useLanguage()
  const room = paper.width * (paper.narrow ? 0.42 : 0.25)
  const left = Math.ceil(Math.min(room, Math.max(...waves.map(({ name }) => textWidth(name))))) + 14
  const x = linear([0, Math.max(1, periods.length)], [left, paper.width])
  const base = top + waves.length * row
  const ticks = periodTicks(periods, language).map(({ index, text }) => ({ x: place(x(index + 0.5)), text }))
  return (
    <>
      {waves.map(({ name, since }, at) => {
        const y = top + at * row
        const start = since === null ? paper.width : place(x(since))
        return (
          <g key={name}>
            <text x={left - 14} y={y + 13} textAnchor="end">
              {fitText(name, left - 14)}
            </text>
            <rect className="off" x={left} y={y} width={place(start - left)} height={row - 6} />
            <rect className="on" x={start} y={y} width={place(paper.width - start)} height={row - 6} />
          </g>
        )
      })}
      <line className="axis" x1={left} x2={paper.width} y1={base} y2={base} />
      {thinOut(ticks, left, paper.width).map((label) => (
        <text key={label.x} className="t-faint" x={label.x} y={base + 18} textAnchor={label.anchor}>
          {label.text}
        </text>
      ))}
    </>
  )
}
