import { covarianceOfRuns, runOf } from '#lib/stats/planning/autocorrelated-means.ts'
import type { SiteNoise } from '#lib/stats/planning/site-noise.ts'

/**
 * The variance of what one site contributes to a pilot: its mean after less its mean before, or (`adjusted`) its mean after,
 * adjusted for its mean before. In the metric's unit squared.
 * @see Frison & Pocock (1992), Statistics in Medicine 11, 1685-1704; the same as `planPilot` plans with.
 */
export function varianceOfChange(
  { between, within, autocorrelation }: SiteNoise,
  before: number,
  after: number,
  analysis: 'change' | 'adjusted',
): number {
  const [first, second] = [runOf(0, before), runOf(before, after)]
  const ofBefore = within * covarianceOfRuns(first, first, autocorrelation)
  const ofAfter = within * covarianceOfRuns(second, second, autocorrelation)
  const shared = within * covarianceOfRuns(first, second, autocorrelation)
  const change = ofBefore + ofAfter - 2 * shared
  if (analysis === 'change') return change
  return (between * change + ofAfter * ofBefore - shared ** 2) / (between + ofBefore)
}
