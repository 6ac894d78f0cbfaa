import type { ReactNode } from 'react'
import { Skeleton } from '#design/Loading.tsx'
import { ProblemNotice } from '#design/ProblemNotice.tsx'
import { useEndpoint } from '#platform/browser/use-endpoint.ts'
import { trialApi } from '../trial-api.ts'
import type { ListedTrials } from './filter-in.ts'
import { TrialRows } from './TrialRows.tsx'

interface TrialListProps {
  filter: ListedTrials
  /** What stands here when no trial does. */
  empty: ReactNode
}

export function TrialList({ filter, empty }: TrialListProps) {
  const { data: trials, error } = useEndpoint(trialApi.list, filter, { keepsLast: true })
  if (error) return <ProblemNotice error={error} />
  if (!trials) return <Skeleton lines={6} />
  return trials.length === 0 ? empty : <TrialRows trials={trials} />
}
