import { Field } from '#design/Field.tsx'
import { Select } from '#design/Select.tsx'
import { t } from '#platform/browser/language.ts'
import { useQueryText } from '#platform/browser/router.tsx'
import { type ChartStand, chartStands } from '../chart.ts'
import type { Wall } from '../wall.ts'

/** Which charts of a wall are shown; remembered in the address. */
export function StandFilter({ counts }: { counts: Wall['counts'] }) {
  const [query, setQuery] = useQueryText()
  const options = chartStands.filter((stand) => (counts[stand] ?? 0) > 0)
  return (
    <Field label={t('chart.filter-stand')}>
      <Select
        value={standIn(query) ?? ''}
        onChange={(event) => setQuery({ show: event.target.value, page: undefined })}
        options={[
          { value: '', label: t('chart.filter-all') },
          ...options.map((value) => ({ value, label: `${t(`chart.stand.${value}`)} (${counts[value]})` })),
        ]}
      />
    </Field>
  )
}

/** What the address says of it; anything else is all. */
export function standIn(query: URLSearchParams): ChartStand | undefined {
  return chartStands.find((stand) => stand === query.get('show'))
}

export function pageIn(query: URLSearchParams): number {
  const page = Number(query.get('page') ?? 1)
  return Number.isInteger(page) && page >= 1 && page < 10_000 ? page : 1
}
