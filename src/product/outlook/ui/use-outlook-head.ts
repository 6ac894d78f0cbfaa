import { t } from '#platform/browser/language.ts'
import type { Outlook } from '../outlook.ts'
import { useOutlookText } from './use-outlook-text.ts'

/** The first two lines of a page: whether a trial could tell, and what to do about it. */
export function useOutlookHead(outlook: Outlook, unit: string): { sentence: string; lead: string } {
  const text = useOutlookText(outlook, unit)
  const { verdict, worthHaving, effect, periodsAhead, design, lines, history } = outlook
  const tells = lines.find((line) => line.design === design)?.tellsIn ?? null
  const ahead = text.span(periodsAhead)
  const worth = text.effect(worthHaving)
  const doubt = history.doubt && t(`outlook.doubt.${history.doubt}`, { periods: text.periods })
  const lead = (said: string) => (doubt ? `${said} ${doubt}` : said)
  switch (verdict) {
    case 'tells':
      return {
        sentence: t('outlook.verdict.tells', { span: text.span(tells ?? periodsAhead), effect: worth }),
        lead: lead(t('outlook.lead.tells', { design: t(`outlook.design.${design}`) })),
      }
    case 'later':
      return {
        sentence: t('outlook.verdict.later', { ahead, effect: worth, span: text.span(tells ?? periodsAhead) }),
        lead: lead(t('outlook.lead.later')),
      }
    case 'cannot':
      return {
        sentence: worthHaving === null ? t('outlook.verdict.nothing') : t('outlook.verdict.cannot', { effect: worth }),
        lead: lead(t('outlook.lead.later')),
      }
    case 'unasked':
      return effect === null
        ? { sentence: t('outlook.verdict.nothing'), lead: lead(t('outlook.lead.unasked')) }
        : {
            sentence: t('outlook.verdict.unasked', { ahead, effect: text.effect(effect) }),
            lead: lead(t('outlook.lead.unasked')),
          }
    case 'unknown':
      return { sentence: t('outlook.verdict.unknown'), lead: doubt ?? t('outlook.lead.unknown') }
  }
}
