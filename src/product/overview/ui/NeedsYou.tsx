import { ButtonLink } from '#design/Button.tsx'
import { List, ListItem } from '#design/List.tsx'
import { DayText } from '#design/NumberText.tsx'
import { Section } from '#design/Section.tsx'
import { dayOf } from '#platform/anywhere/time.ts'
import { t } from '#platform/browser/language.ts'
import { useAddress } from '#platform/browser/router.tsx'
import { useMyself } from '#product/person/ui/use-myself.ts'
import { mostNeeds, type Need, type Today } from '../overview.ts'

/** The page where each need is met. */
const pageOf = {
  'answer-idea': (id) => `/ideas/${id}`,
  'plan-trial': (id) => `/trials/${id}/plan`,
  'start-trial': (id) => `/trials/${id}`,
  'end-trial': (id) => `/trials/${id}`,
  'decide-trial': (id) => `/trials/${id}`,
  'measure-again': (id) => `/trials/${id}`,
} as const satisfies Record<Need['kind'], (id: string) => string>

/** What waits for the reader, longest first; the first one is the act that the page is for. */
export function NeedsYou({ needs, needsCount }: Pick<Today, 'needs' | 'needsCount'>) {
  const addressOf = useAddress()
  const { timeZone } = useMyself().workspace
  return (
    <Section
      title={
        <>
          {t('overview.needs-you')} <span className="faint">{needsCount > 0 && countOf(needsCount)}</span>
        </>
      }
    >
      {needs.length === 0 && <p className="small quiet">{t('overview.nothing-needs-you')}</p>}
      {needs.length > 0 && (
        <List>
          {needs.map(({ kind, id, title, byName, since }, place) => (
            <ListItem
              key={id}
              title={t(`overview.need.${kind}`, { title })}
              href={addressOf(pageOf[kind](id))}
              meta={
                <>
                  {byName && `${t('overview.by', { name: byName })} `}
                  {t('overview.waits-since')} <DayText day={dayOf(since, timeZone)} />
                </>
              }
              action={
                <ButtonLink variant={place === 0 ? 'primary' : 'default'} href={addressOf(pageOf[kind](id))}>
                  {t(`overview.do.${kind}`)}
                </ButtonLink>
              }
            />
          ))}
        </List>
      )}
    </Section>
  )
}

function countOf(count: number): string {
  return count < mostNeeds ? String(count) : t('overview.or-more', { count })
}
