import { t } from '#platform/browser/language.ts'

export type GradeLetter = 'A' | 'B' | 'C' | 'D'

export interface GradeProps {
  of: GradeLetter
  large?: boolean | undefined
  /** Instead of the grade's usual meaning. */
  label?: string | undefined
}

/** How sure, never how good. */
export function Grade({ of, large, label = t(`design.grade.${of}`) }: GradeProps) {
  return (
    <span className="grade" data-grade={of} data-large={large || undefined} role="img" aria-label={label} title={label}>
      {of}
    </span>
  )
}
