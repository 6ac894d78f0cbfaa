import type { ProblemBody } from '#platform/anywhere/problem-body.ts'
import { ErrorNotice } from './ErrorNotice.tsx'

interface ProblemNoticeProps {
  /** What failed, or null when nothing did. */
  error: { readonly problem: ProblemBody } | null
}

/** What went wrong with a call, in the server's own words. Nothing when nothing did. */
export function ProblemNotice({ error }: ProblemNoticeProps) {
  if (!error) return null
  const { title, detail, code, instance } = error.problem
  const isDefect = code === 'http.defect'
  return <ErrorNotice title={title} detail={detail} reference={isDefect ? instance : undefined} />
}
