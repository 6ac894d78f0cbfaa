import { Checkbox } from '#design/Checkbox.tsx'
import { Choices } from '#design/Choices.tsx'
import { Stack } from '#design/Layout.tsx'
import { t } from '#platform/browser/language.ts'
import { useMay } from '#platform/browser/signed.ts'
import { allScopes, figureScopes, type KeyScope, readScopes, type ScopeGroup, scopeGroups } from '../scope.ts'

export type Purpose = 'figures' | 'read' | 'choose'

const groups = Object.keys(scopeGroups) as ScopeGroup[]

/** What a key for this purpose is given: never what its maker may not do. */
export function scopesFor(purpose: Purpose, chosen: readonly KeyScope[], may: (scope: string) => boolean): KeyScope[] {
  const wanted = { figures: figureScopes, read: readScopes, choose: chosen }[purpose]
  return allScopes.filter((scope) => wanted.includes(scope) && may(scope))
}

interface ScopeChoiceProps {
  purpose: Purpose
  onPurpose: (purpose: Purpose) => void
  chosen: readonly KeyScope[]
  onChosen: (chosen: KeyScope[]) => void
  error?: string | undefined
}

/** What a key may do: one of the two usual things, or each thing by itself. */
export function ScopeChoice({ purpose, onPurpose, chosen, onChosen, error }: ScopeChoiceProps) {
  const may = useMay()
  const toggle = (scope: KeyScope, isOn: boolean) =>
    onChosen(isOn ? [...chosen, scope] : chosen.filter((other) => other !== scope))

  return (
    <>
      <Choices
        label={t('key.purpose')}
        error={error}
        value={purpose}
        onValue={onPurpose}
        choices={(['figures', 'read', 'choose'] as const).map((value) => ({
          value,
          title: t(`key.purpose.${value}`),
          detail: t(`key.purpose.${value}-help`),
        }))}
      />
      {purpose === 'choose' &&
        groups.map((group) => (
          <fieldset key={group} className="field">
            <legend>{t(`key.group.${group}`)}</legend>
            <Stack gap="1">
              {scopeGroups[group]
                .filter((scope) => may(scope))
                .map((scope) => (
                  <Checkbox
                    key={scope}
                    label={t(`key.scope.${scope}`)}
                    checked={chosen.includes(scope)}
                    onChange={({ target }) => toggle(scope, target.checked)}
                  />
                ))}
            </Stack>
          </fieldset>
        ))}
    </>
  )
}
