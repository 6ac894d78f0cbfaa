import { Notice } from '#design/Notice.tsx'
import { t } from '#platform/browser/language.ts'
import type { SheetDoubt } from '../sheet.ts'
import { type Holes, holesIn } from './holes-in.ts'
import { sayDoubt, sayRows } from './say-doubt.ts'

interface SheetWarningsProps {
  doubts: readonly SheetDoubt[]
  /** The figures that the doubts are about, where they are shown: what is not there is then counted as under the picture. */
  holes?: Holes | undefined
}

/** What is doubtful in a sheet, in sentences; in one line that nothing is, once somebody has looked. */
export function SheetWarnings({ doubts, holes }: SheetWarningsProps) {
  const found = holes ? holesIn(doubts, holes) : { missing: null, others: doubts }
  const { missing, others } = found
  const count = others.length + (missing ? 1 : 0)
  if (count === 0) return <Notice tone="good" title={t('sheet.no-doubts')} />
  return (
    <Notice tone="warn" title={t('sheet.doubts', { count })}>
      <ul>
        {missing && (
          <li>
            {t('sheet.holes', missing)}
            {missing.noRow > 0 && ` ${t('sheet.hole-row', missing)}`}
            {missing.cell > 0 &&
              missing.row > 0 &&
              ` ${t(missing.text ? 'sheet.hole-text' : 'sheet.hole-cell', missing)}`}
          </li>
        )}
        {others.map((doubt) => (
          <li key={`${doubt.code} ${doubt.places[0]?.column ?? ''}`}>
            {sayDoubt(doubt)} <span className="small quiet">{sayRows(doubt)}</span>
          </li>
        ))}
      </ul>
    </Notice>
  )
}
