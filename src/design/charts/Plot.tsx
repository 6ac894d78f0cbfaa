import type { ReactNode } from 'react'
import { narrowBelow, useWidth } from './use-width.ts'

export interface Paper {
  width: number
  /** Draw it the narrow way: labels above the lines, fewer ticks. */
  narrow: boolean
}

export interface PlotProps {
  sentence: string
  height: (paper: Paper) => number
  children: (paper: Paper) => ReactNode
}

/** A drawing as wide as its place, redrawn when the place changes, so that its letters never shrink. */
export function Plot({ sentence, height, children }: PlotProps) {
  const [ref, width] = useWidth()
  const narrow = width < narrowBelow
  const paper = { width, narrow }
  const high = height(paper)
  return (
    <div ref={ref}>
      <svg
        className={narrow ? 'plot narrow' : 'plot wide'}
        viewBox={`0 0 ${width} ${high}`}
        width={width}
        height={high}
        role="img"
        aria-label={sentence}
      >
        {children(paper)}
      </svg>
    </div>
  )
}
