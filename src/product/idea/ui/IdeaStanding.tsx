import { State } from '#design/Page.tsx'
import { formatDay } from '#platform/anywhere/format.ts'
import { localeOf } from '#platform/anywhere/message.ts'
import { dayOf } from '#platform/anywhere/time.ts'
import { t, useLanguage } from '#platform/browser/language.ts'
import { useSigned } from '#platform/browser/signed.ts'
import { useMyself } from '#product/person/ui/use-myself.ts'
import { isAuthor } from '../idea.ts'
import type { WholeIdea } from '../idea-api.ts'
import { IdeaBadge } from './IdeaBadge.tsx'

/** Where the idea stands, and what happens next and by whom. */
export function IdeaStanding({ idea }: { idea: WholeIdea }) {
  return (
    <State badge={<IdeaBadge state={idea.state} />}>
      <NextStep idea={idea} />
    </State>
  )
}

function NextStep({ idea }: { idea: WholeIdea }) {
  const language = useLanguage()
  const signed = useSigned()
  const { workspace } = useMyself()
  if (idea.state === 'approved')
    return idea.authorName === null
      ? t('idea.next.approved-anonymous')
      : t('idea.next.approved', { name: idea.authorName })
  if (idea.state !== 'open') return t(`idea.next.${idea.state}`)
  if (idea.isOnlyJudge) return isAuthor(idea, signed) ? t('idea.next.only-you') : t('idea.next.only-author')
  const names = idea.asked.map(({ id, name }) => (id === signed.personId ? t('idea.you') : name))
  const first = names.length > few + 1 ? names.slice(0, few) : names
  const said =
    first.length < names.length ? [...first, t('idea.others', { count: names.length - first.length })] : first
  // An idea that was taken up again waits since then.
  const since = idea.answers.at(-1)?.at ?? idea.createdAt
  return t('idea.next.open', {
    day: formatDay(dayOf(since, workspace.timeZone), language),
    // "or": one of them is enough.
    names: new Intl.ListFormat(localeOf(language), { type: 'disjunction' }).format(said),
  })
}

/** Names that fit a line; the rest are counted. */
const few = 2
