import { z } from 'zod'
import { MetricId } from '#product/metric/metric.ts'
import { Figure } from '../measurement.ts'

/** A figure that could not be sent yet. */
export const WaitingFigure = Figure.extend({ metricId: MetricId })
export type WaitingFigure = z.output<typeof WaitingFigure>

const most = 200
const listeners = new Set<() => void>()

/** Calls `tell` whenever what waits has changed, here or in another tab. */
export function listenToWaiting(tell: () => void): () => void {
  listeners.add(tell)
  window.addEventListener('storage', tell)
  return () => {
    listeners.delete(tell)
    window.removeEventListener('storage', tell)
  }
}

/** What waits of one person in one workspace, as it is kept: the same text as long as it is the same. */
export function waitingText(owner: string): string {
  try {
    return localStorage.getItem(placeOf(owner)) ?? '[]'
  } catch {
    return '[]'
  }
}

export function readWaiting(text: string): WaitingFigure[] {
  try {
    const read = z.array(WaitingFigure).safeParse(JSON.parse(text))
    return read.success ? read.data : []
  } catch {
    // Something else in that place.
    return []
  }
}

/**
 * Keeps a figure in this browser; the last word on a site and a period is the one to send.
 * @returns Whether it is kept: a full or forbidden store keeps nothing, and the page must say so.
 */
export function keepFigure(owner: string, figure: WaitingFigure): boolean {
  return keep(owner, [...without(readWaiting(waitingText(owner)), figure), figure])
}

export function dropFigure(owner: string, figure: WaitingFigure): void {
  keep(owner, without(readWaiting(waitingText(owner)), figure))
}

function without(figures: readonly WaitingFigure[], { metricId, siteId, on }: WaitingFigure): WaitingFigure[] {
  return figures.filter((one) => one.metricId !== metricId || one.siteId !== siteId || one.on !== on)
}

function keep(owner: string, figures: readonly WaitingFigure[]): boolean {
  try {
    if (figures.length === 0) localStorage.removeItem(placeOf(owner))
    else localStorage.setItem(placeOf(owner), JSON.stringify(figures.slice(-most)))
  } catch {
    return false
  }
  for (const tell of listeners) tell()
  return true
}

function placeOf(owner: string): string {
  return `ratchet.figures.${owner}`
}
