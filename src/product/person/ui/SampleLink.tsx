import { t } from '#platform/browser/language.ts'
import { useEndpoint } from '#platform/browser/use-endpoint.ts'
import { personApi } from '../person-api.ts'

/** The way to the sample workspace, while there is one in sight. */
export function SampleLink() {
  const memberships = useEndpoint(personApi.memberships, {})
  const sample = memberships.data?.find(({ workspace, isHidden }) => workspace.isSample && !isHidden)
  if (!sample) return null
  return (
    <p className="small">
      <a href={`/w/${sample.workspace.slug}/trials`}>{t('person.look-at-sample')}</a>
    </p>
  )
}
