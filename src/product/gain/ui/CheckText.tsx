import { formatDay } from '#platform/anywhere/format.ts'
import { t, useLanguage } from '#platform/browser/language.ts'
import type { NextCheck } from './use-next-checks.ts'

/** When a gain is measured again, and on whom that waits. */
export function CheckText({ check }: { check: NextCheck }) {
  const day = formatDay(check.dueOn, useLanguage())
  return (
    <span className={check.isDue ? 'xs medium warn' : 'xs faint'}>
      {t(check.isDue ? 'gain.check-due' : 'gain.check-comes', { day, name: check.ownerName })}
    </span>
  )
}
