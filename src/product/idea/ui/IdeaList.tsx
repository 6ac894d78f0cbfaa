import type { ReactNode } from 'react'
import { z } from 'zod'
import { Row, Stack } from '#design/Layout.tsx'
import { Skeleton } from '#design/Loading.tsx'
import { ProblemNotice } from '#design/ProblemNotice.tsx'
import { t } from '#platform/browser/language.ts'
import { Link, usePath } from '#platform/browser/router.tsx'
import { useEndpoint } from '#platform/browser/use-endpoint.ts'
import { type IdeaRow, ideaApi } from '../idea-api.ts'
import { Place } from '../place.ts'
import { addressOfList, type ListedIdeas } from './filter-in.ts'
import { IdeaRows } from './IdeaRows.tsx'

interface IdeaListProps {
  filter: ListedIdeas
  /** What stands here when no idea does. */
  empty: ReactNode
  /** At the end of each line: what a later noun knows of the idea. `all` are those on the page. */
  end?: ((idea: IdeaRow, all: readonly IdeaRow[]) => ReactNode) | undefined
}

/** One page of ideas. Older ones have an address of their own, so that they can be linked and gone back to. */
export function IdeaList({ filter, empty, end }: IdeaListProps) {
  const path = usePath()
  const { data, error } = useEndpoint(ideaApi.list, filter, { keepsLast: true })
  if (error) return <ProblemNotice error={error} />
  if (!data) return <Skeleton lines={6} />
  if (data.ideas.length === 0) return empty
  const { before, ...rest } = filter
  const older = data.next && z.encode(Place, data.next)
  return (
    <Stack gap="2">
      <IdeaRows ideas={data.ideas} hidesGoal={filter.goal !== undefined} end={end} />
      {(before || older) && (
        <Row between>
          {before ? <Link to={addressOfList(path, rest)}>{t('idea.newest')}</Link> : <span />}
          {older && <Link to={addressOfList(path, { ...rest, before: older })}>{t('idea.older')}</Link>}
        </Row>
      )}
    </Stack>
  )
}
