import { Field } from '#design/Field.tsx'
import { Pair } from '#design/Layout.tsx'
import { Select } from '#design/Select.tsx'
import { t } from '#platform/browser/language.ts'
import type { Rhythm } from '../rhythm.ts'

/** How often, and at which hour of which day. */
export function RhythmFields({ rhythm, onRhythm }: { rhythm: Rhythm; onRhythm: (rhythm: Rhythm) => void }) {
  const atHour = rhythm.every === 'hour' ? 6 : rhythm.atHour

  function choose(every: string): void {
    if (every === 'hour') onRhythm({ every })
    else onRhythm(every === 'week' ? { every, on: 1, atHour } : { every: 'day', atHour })
  }

  return (
    <Pair>
      <Field label={t('feed.rhythm')} required>
        <Select
          value={rhythm.every}
          options={(['hour', 'day', 'week'] as const).map((value) => ({ value, label: t(`feed.rhythm.${value}`) }))}
          onChange={({ target }) => choose(target.value)}
        />
      </Field>
      {rhythm.every === 'week' && (
        <Field label={t('feed.weekday')} required>
          <Select
            value={rhythm.on}
            options={[1, 2, 3, 4, 5, 6, 7].map((day) => ({
              value: String(day),
              label: t('feed.weekday-name', { day }),
            }))}
            onChange={({ target }) => onRhythm({ ...rhythm, on: Number(target.value) })}
          />
        </Field>
      )}
      {rhythm.every !== 'hour' && (
        <Field label={t('feed.hour')} help={t('feed.hour-help')} required>
          <Select
            value={rhythm.atHour}
            options={Array.from({ length: 24 }, (_, hour) => ({
              value: String(hour),
              label: t('feed.hour-at', { hour }),
            }))}
            onChange={({ target }) => onRhythm({ ...rhythm, atHour: Number(target.value) })}
          />
        </Field>
      )}
    </Pair>
  )
}
