import { Check as CheckIcon, CircleHelp, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { t } from '#platform/browser/language.ts'
import { Icon } from './Icon.tsx'

export interface Check {
  id: string
  /** Null when nobody can say. A check that failed is never hidden. */
  passed: boolean | null
  title: ReactNode
  detail?: ReactNode | undefined
}

/** What was checked, in words. */
export function Checks({ checks }: { checks: readonly Check[] }) {
  return (
    <ul className="checks">
      {checks.map(({ id, passed, title, detail }) => (
        <li key={id} data-passed={passed ?? undefined}>
          <Icon of={passed === null ? CircleHelp : passed ? CheckIcon : TriangleAlert} />
          <div>
            <span className="sr">{verdict(passed)}: </span>
            <strong>{title}</strong>
            {detail && <p>{detail}</p>}
          </div>
        </li>
      ))}
    </ul>
  )
}

function verdict(passed: boolean | null): string {
  if (passed === null) return t('design.not-checked')
  return passed ? t('design.passed') : t('design.not-passed')
}
