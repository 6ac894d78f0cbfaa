import { type ReactNode, useEffect, useMemo } from 'react'
import { Loading } from '#design/Loading.tsx'
import { FailurePage } from '#pages/FailurePage.tsx'
import { policyEngine } from '#platform/anywhere/policy.ts'
import { useLanguage } from '#platform/browser/language.ts'
import { noteWorkspace } from '#platform/browser/last-workspace.ts'
import { goAnywhere } from '#platform/browser/router.tsx'
import { HereContext } from '#platform/browser/signed.ts'
import { useEndpoint } from '#platform/browser/use-endpoint.ts'
import { useLive } from '#platform/browser/use-live.ts'
import { type Myself, personApi } from '#product/person/person-api.ts'
import { MyselfContext } from '#product/person/ui/use-myself.ts'
import { policy } from '../policy.ts'
import { Frame } from './Frame.tsx'
import { allWords, switchLanguage } from './switch-language.ts'

const can = policyEngine(policy)

/** Asks who is signed in before anything of a workspace is drawn, and sends a stranger to the sign-in and back. */
export function WorkspaceFrame({ slug, children }: { slug: string; children: ReactNode }) {
  const { data: myself, error } = useEndpoint(personApi.myself, {}, { workspace: slug })
  const isStranger = error?.problem.status === 401

  useEffect(() => {
    if (isStranger)
      goAnywhere(`/sign-in?next=${encodeURIComponent(location.pathname + location.search)}`, { replace: true })
  }, [isStranger])

  if (error && !isStranger) return <FailurePage error={error} />
  if (!myself) return <Loading />
  return (
    <Inside myself={myself} slug={slug}>
      {children}
    </Inside>
  )
}

function Inside({ myself, slug, children }: { myself: Myself; slug: string; children: ReactNode }) {
  useLive(slug)
  const spoken = useLanguage()
  const { language } = myself.workspace
  useEffect(() => void switchLanguage(language).then(allWords), [language])
  useEffect(() => noteWorkspace(slug), [slug])
  const here = useMemo(() => {
    const { accountId, personId, role, teamId, workspace } = myself
    return { signed: { accountId, personId, role, teamId, workspaceId: workspace.id }, slug, can }
  }, [myself, slug])
  return (
    <HereContext value={here}>
      <MyselfContext value={myself}>
        {/* Words are said when a part is drawn: in another language everything is drawn anew. */}
        <Frame key={spoken}>{children}</Frame>
      </MyselfContext>
    </HereContext>
  )
}
