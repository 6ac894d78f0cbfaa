import { Checkbox } from '#design/Checkbox.tsx'
import { Choices } from '#design/Choices.tsx'
import { Field } from '#design/Field.tsx'
import { Input } from '#design/Input.tsx'
import { Pair, Stack } from '#design/Layout.tsx'
import { NumberInput } from '#design/NumberInput.tsx'
import { t } from '#platform/browser/language.ts'
import type { HistorySource } from '#product/outlook/outlook.ts'
import type { Site } from '#product/site/site.ts'
import type { Design } from '#product/trial/trial.ts'
import { DrawHere } from './DrawHere.tsx'
import { HandSchedule } from './HandSchedule.tsx'
import type { Who } from './who.ts'

interface WhoGetsItProps {
  design: Design
  sites: readonly Site[]
  who: Who
  onWho: (who: Who) => void
  history: HistorySource
  about: string
  startsOn: string
  /** What is wrong with a part of the assignment, such as `/untilOn`. */
  errorOf: (place: string) => string | undefined
}

/** Lots, which nobody can steer, or a choice. */
export function WhoGetsIt({ design, sites, who, onWho, history, about, startsOn, errorOf }: WhoGetsItProps) {
  if (design === 'before-after') return <p className="small quiet">{t('plan.own.all-get-it')}</p>
  const set = (part: Partial<Who>) => onWho({ ...who, ...part })
  return (
    <Stack gap="2">
      <Choices
        label={t(design === 'switchback' ? 'plan.own.when-on' : 'plan.own.who')}
        beside
        value={who.by}
        onValue={(by) => set({ by })}
        choices={(['draw', 'choice'] as const).map((value) => {
          const said = value === 'choice' && design === 'switchback' ? 'schedule' : value
          return { value, title: t(`plan.own.by-${said}`), detail: t(`plan.own.by-${said}-says`) }
        })}
      />
      {who.by === 'draw' ? (
        <>
          <DrawHere {...{ design, history, about }} drawId={who.drawId} onDrawn={(drawId) => set({ drawId })} />
          {design === 'staggered' && (
            <Field label={t('plan.own.wave-periods')}>
              <NumberInput
                value={who.wavePeriods}
                onValue={(value) => set({ wavePeriods: Math.max(1, Math.round(value || 1)) })}
              />
            </Field>
          )}
        </>
      ) : design === 'switchback' ? (
        <HandSchedule
          {...{ sites, startsOn, errorOf }}
          written={who.written}
          onWritten={(written) => set({ written })}
        />
      ) : design === 'pilot' ? (
        <fieldset className="field">
          <legend>{t('plan.own.treated', { count: who.treated.size, all: sites.length })}</legend>
          <Stack gap="1">
            {sites.map(({ id, name }) => (
              <Checkbox
                key={id}
                label={name}
                checked={who.treated.has(id)}
                onChange={({ target }) => {
                  const treated = new Set(who.treated)
                  if (target.checked) treated.add(id)
                  else treated.delete(id)
                  set({ treated })
                }}
              />
            ))}
          </Stack>
        </fieldset>
      ) : (
        <Pair>
          {sites.map(({ id, name }) => (
            <Field key={id} label={t('plan.own.start-of', { site: name })} required={false}>
              <Input
                type="date"
                value={who.starts.get(id) ?? ''}
                onChange={({ target }) => set({ starts: new Map(who.starts).set(id, target.value) })}
              />
            </Field>
          ))}
        </Pair>
      )}
    </Stack>
  )
}
