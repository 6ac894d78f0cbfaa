import { Plus, X } from 'lucide-react'
import { Button } from '#design/Button.tsx'
import { Checkbox } from '#design/Checkbox.tsx'
import { Field } from '#design/Field.tsx'
import { Input } from '#design/Input.tsx'
import { Row, Stack } from '#design/Layout.tsx'
import { t } from '#platform/browser/language.ts'
import type { Site } from '#product/site/site.ts'
import { type Stretch, stretchesMost } from '../../measured/hand-schedule.ts'
import type { Written } from './who.ts'

interface HandScheduleProps {
  sites: readonly Site[]
  startsOn: string
  written: Written
  onWritten: (written: Written) => void
  errorOf: (place: string) => string | undefined
}

/** When the change is on, stretch by stretch: one schedule for all sites, or one for each. */
export function HandSchedule({ sites, startsOn, written, onWritten, errorOf }: HandScheduleProps) {
  const { untilOn, isShared, shared, each } = written
  const set = (part: Partial<Written>) => onWritten({ ...written, ...part })
  return (
    <Stack gap="2">
      <Field label={t('plan.own.until')} help={t('plan.own.until-help')} error={errorOf('/untilOn')} required>
        <Input
          type="date"
          min={startsOn || undefined}
          value={untilOn}
          onChange={({ target }) => set({ untilOn: target.value })}
        />
      </Field>
      {sites.length > 1 && (
        <Checkbox
          label={t('plan.own.one-schedule')}
          help={t('plan.own.one-schedule-help')}
          checked={isShared}
          onChange={({ target }) => set({ isShared: target.checked })}
        />
      )}
      {isShared ? (
        <Stretches
          title={t('plan.own.on-all', { count: sites.length })}
          stretches={shared}
          onStretches={(next) => set({ shared: next })}
          errorOf={(place) => errorOf(`/schedule/0/on/${place}`)}
        />
      ) : (
        sites.map(({ id, name }, at) => (
          <Stretches
            key={id}
            title={t('plan.own.on-at', { site: name })}
            stretches={each.get(id) ?? []}
            onStretches={(next) => set({ each: new Map(each).set(id, next) })}
            errorOf={(place) => errorOf(`/schedule/${at}/on/${place}`)}
          />
        ))
      )}
    </Stack>
  )
}

interface StretchesProps {
  title: string
  stretches: readonly Stretch[]
  onStretches: (stretches: Stretch[]) => void
  errorOf: (place: string) => string | undefined
}

function Stretches({ title, stretches, onStretches, errorOf }: StretchesProps) {
  return (
    <fieldset className="field">
      <legend>{title}</legend>
      <Stack gap="2">
        {stretches.map((stretch, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a stretch is known by its place alone, as two may be alike while they are typed
          <Row key={at} gap="2" align="start">
            {(['from', 'to'] as const).map((end) => (
              <Field key={end} label={t(`plan.own.on-${end}`)} error={errorOf(`${at}/${end}`)} required>
                <Input
                  type="date"
                  value={stretch[end]}
                  onChange={({ target }) =>
                    onStretches(stretches.map((one, place) => (place === at ? { ...one, [end]: target.value } : one)))
                  }
                />
              </Field>
            ))}
            <Button
              variant="plain"
              small
              icon={X}
              onPress={() => onStretches(stretches.filter((_, place) => place !== at))}
            >
              {t('plan.own.remove-stretch')}
            </Button>
          </Row>
        ))}
        {stretches.length < stretchesMost && (
          <div>
            <Button small icon={Plus} onPress={() => onStretches([...stretches, { from: '', to: '' }])}>
              {t('plan.own.add-stretch')}
            </Button>
          </div>
        )}
      </Stack>
    </fieldset>
  )
}
