import { useEffect } from 'react'
import { Loading } from '#design/Loading.tsx'
import { t } from '#platform/browser/language.ts'
import { lastWorkspace } from '#platform/browser/last-workspace.ts'
import { goAnywhere } from '#platform/browser/router.tsx'
import { useEndpoint } from '#platform/browser/use-endpoint.ts'
import { personApi } from '#product/person/person-api.ts'
import { DoorPage } from './DoorPage.tsx'
import { FailurePage } from './FailurePage.tsx'

/** The bare address: straight on to the workspace that one was in last, or to the sign-in. */
export function HomePage() {
  const memberships = useEndpoint(personApi.memberships, {})
  const visible = memberships.data?.filter(({ isHidden }) => !isHidden)
  // Where one was last; else the organisation's own workspace before the sample.
  const last = lastWorkspace()
  const first =
    visible?.find(({ workspace }) => workspace.slug === last) ??
    visible?.find(({ workspace }) => !workspace.isSample) ??
    visible?.[0]
  const isStranger = memberships.error?.problem.status === 401

  useEffect(() => {
    if (first) goAnywhere(`/w/${first.workspace.slug}`, { replace: true })
    else if (isStranger) goAnywhere('/sign-in', { replace: true })
  }, [first, isStranger])

  if (memberships.error && !isStranger) return <FailurePage error={memberships.error} />
  if (visible?.length === 0) return <DoorPage title={t('page.no-workspace')} lead={t('page.no-workspace-help')} />
  return <Loading />
}
