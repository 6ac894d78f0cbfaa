import { t } from '#platform/browser/language.ts'
import { useEndpoint } from '#platform/browser/use-endpoint.ts'
import { personApi } from '../person-api.ts'
import { useMyself } from './use-myself.ts'

/** The way to the sample workspace, while there is one in sight. */
export function SampleLink() {
  const { workspace: here } = useMyself()
  const memberships = useEndpoint(personApi.memberships, {})
  const sample = memberships.data?.find(({ workspace, isHidden }) => workspace.isSample && !isHidden)
  if (!sample || here.isSample) return null
  return (
    <p className="small">
      <a href={`/w/${sample.workspace.slug}/trials`}>{t('person.look-at-sample')}</a>
    </p>
  )
}
