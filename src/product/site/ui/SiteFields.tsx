import { Field } from '#design/Field.tsx'
import { Select } from '#design/Select.tsx'
import { t } from '#platform/browser/language.ts'
import { useEndpoint } from '#platform/browser/use-endpoint.ts'
import { teamApi } from '#product/team/team-api.ts'
import { type Site, siteKinds } from '../site.ts'

export function KindField({ value, onValue }: { value: Site['kind']; onValue: (kind: Site['kind']) => void }) {
  return (
    <Field label={t('site.kind')} required>
      <Select
        value={value}
        options={siteKinds.map((kind) => ({ value: kind, label: t(`site.kind.${kind}`) }))}
        onChange={(event) => onValue(event.target.value as Site['kind'])}
      />
    </Field>
  )
}

/** Whose people see its figures asked for first. */
export function TeamField({ value, onValue }: { value: Site['teamId']; onValue: (teamId: Site['teamId']) => void }) {
  const teams = useEndpoint(teamApi.list, {})
  if (!teams.data?.length) return null
  return (
    <Field label={t('site.team')} help={t('site.team-help')} required={false}>
      <Select
        placeholder={t('site.no-team')}
        value={value ?? ''}
        options={teams.data.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(event) => onValue((event.target.value || null) as Site['teamId'])}
      />
    </Field>
  )
}
