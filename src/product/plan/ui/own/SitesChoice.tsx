import { useState } from 'react'
import { Button } from '#design/Button.tsx'
import { Checkbox } from '#design/Checkbox.tsx'
import { Field } from '#design/Field.tsx'
import { Pair, Row, Stack } from '#design/Layout.tsx'
import { Select } from '#design/Select.tsx'
import { t } from '#platform/browser/language.ts'
import { type Site, type SiteId, siteKinds } from '#product/site/site.ts'

interface SitesChoiceProps {
  sites: readonly Site[]
  chosen: ReadonlySet<SiteId>
  onChosen: (chosen: ReadonlySet<SiteId>) => void
  error?: string | undefined
}

/** Which sites take part: all of a kind or of an attribute at one press, and each by itself. */
export function SitesChoice({ sites, chosen, onChosen, error }: SitesChoiceProps) {
  const [kind, setKind] = useState('')
  const [attribute, setAttribute] = useState('')
  const kinds = siteKinds.filter((one) => sites.some((site) => site.kind === one))
  const attributes = [...new Set(sites.flatMap((site) => Object.entries(site.attributes).map(attributeText)))].sort()
  const shown = sites.filter(
    (site) =>
      (kind === '' || site.kind === kind) &&
      (attribute === '' || Object.entries(site.attributes).map(attributeText).includes(attribute)),
  )
  const areAll = shown.length > 0 && shown.every(({ id }) => chosen.has(id))

  function set(ids: readonly SiteId[], isIn: boolean): void {
    const next = new Set(chosen)
    for (const id of ids) {
      if (isIn) next.add(id)
      else next.delete(id)
    }
    onChosen(next)
  }

  return (
    <Stack gap="2">
      {(kinds.length > 1 || attributes.length > 0) && (
        <Pair>
          {kinds.length > 1 && (
            <Field label={t('plan.own.kind')} required={false}>
              <Select
                placeholder={t('plan.own.any')}
                value={kind}
                options={kinds.map((value) => ({ value, label: t(`site.kind.${value}`) }))}
                onChange={({ target }) => setKind(target.value)}
              />
            </Field>
          )}
          {attributes.length > 0 && (
            <Field label={t('plan.own.attribute')} required={false}>
              <Select
                placeholder={t('plan.own.any')}
                value={attribute}
                options={attributes.map((value) => ({ value, label: value }))}
                onChange={({ target }) => setAttribute(target.value)}
              />
            </Field>
          )}
        </Pair>
      )}
      <Row gap="2">
        <Button
          small
          onPress={() =>
            set(
              shown.map(({ id }) => id),
              !areAll,
            )
          }
        >
          {t(areAll ? 'plan.own.none' : 'plan.own.all', { count: shown.length })}
        </Button>
        <span className="small quiet">{t('plan.own.chosen', { count: chosen.size })}</span>
      </Row>
      {error && <p className="small bad">{error}</p>}
      <details className="numbers small" open={sites.length <= 12 || undefined}>
        <summary>{t('plan.own.each')}</summary>
        <Stack gap="1">
          {shown.map(({ id, name }) => (
            <Checkbox
              key={id}
              label={name}
              checked={chosen.has(id)}
              onChange={({ target }) => set([id], target.checked)}
            />
          ))}
        </Stack>
      </details>
    </Stack>
  )
}

function attributeText([name, text]: [string, string]): string {
  return `${name}: ${text}`
}
