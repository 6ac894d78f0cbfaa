import { Tabs } from '#design/Tabs.tsx'
import { t } from '#platform/browser/language.ts'
import { useAddress } from '#platform/browser/router.tsx'
import { addressOfList, type ListedIdeas } from './filter-in.ts'

/** Views of the list in the order of an idea's life. Merged ones are found through what they were merged into. */
const states = ['open', 'approved', 'trying', 'adopted', 'parked', 'dropped'] as const

/** All ideas, one's own, or those in one state; a goal that is chosen stays chosen. */
export function IdeaTabs({ filter: { state, goal, mine } }: { filter: ListedIdeas }) {
  const addressOf = useAddress()
  const href = (filter: ListedIdeas) => addressOf(addressOfList('/ideas', { ...filter, goal }))
  return (
    <Tabs
      label={t('idea.views')}
      tabs={[
        { href: href({}), label: t('idea.all'), current: !state && !mine },
        { href: href({ mine: 'yes' }), label: t('idea.mine'), current: mine === 'yes' },
        ...states.map((name) => ({
          href: href({ state: name }),
          label: t(`idea.state.${name}`),
          current: state === name,
        })),
      ]}
    />
  )
}
