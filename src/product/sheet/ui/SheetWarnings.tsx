import { Notice } from '#design/Notice.tsx'
import { t } from '#platform/browser/language.ts'
import type { SheetDoubt } from '../sheet.ts'
import { sayDoubt } from './say-doubt.ts'

/** What is doubtful in a sheet, in sentences; in one line that nothing is, once somebody has looked. */
export function SheetWarnings({ doubts }: { doubts: readonly SheetDoubt[] }) {
  if (doubts.length === 0) return <Notice tone="good" title={t('sheet.no-doubts')} />
  return (
    <Notice tone="warn" title={t('sheet.doubts', { count: doubts.length })}>
      <ul>
        {doubts.map((doubt) => (
          <li key={`${doubt.code} ${doubt.places[0]?.column ?? ''}`}>{sayDoubt(doubt)}</li>
        ))}
      </ul>
    </Notice>
  )
}
