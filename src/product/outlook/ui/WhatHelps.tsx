import { Section } from '#design/Section.tsx'
import { Table } from '#design/Table.tsx'
import { formatShare } from '#platform/anywhere/format.ts'
import { t, useLanguage } from '#platform/browser/language.ts'
import type { Outlook, Remedy } from '../outlook.ts'
import { useOutlookText } from './use-outlook-text.ts'

/** What would bring what is worth having within reach, each worked out. Nothing where it is already. */
export function WhatHelps({ outlook, unit }: { outlook: Outlook; unit: string }) {
  const language = useLanguage()
  const text = useOutlookText(outlook, unit)
  const { remedies, design, periodsAhead, history } = outlook
  if (remedies.length === 0) return null
  const ahead = text.span(periodsAhead)

  function say({ code, design: of, amount, effect }: Remedy): string {
    const words = { effect: text.effect(effect), amount: amount ?? 0, ahead, design: t(`outlook.design.${of}`) }
    switch (code) {
      case 'more-periods':
      case 'longer-history':
        return t(`outlook.remedy.${code}`, {
          ...words,
          span: text.span(amount ?? 0),
          before: text.span(history.periods),
        })
      case 'less-noise':
        return t('outlook.remedy.less-noise', { share: formatShare(amount ?? 0, language) })
      case 'larger-effect':
        return t('outlook.remedy.larger-effect', { effect: text.effect(amount) })
      default:
        return t(`outlook.remedy.${code}`, words)
    }
  }

  return (
    <Section title={t('outlook.help')} lead={t('outlook.help-lead', { design: t(`outlook.design.${design}`), ahead })}>
      <Table
        caption={t('outlook.help')}
        fold
        rows={remedies}
        rowKey={({ code }) => code}
        columns={[
          { id: 'what', header: t('outlook.help'), names: true, fold: 'whole', cell: say },
          {
            id: 'reaches',
            header: t('outlook.reaches'),
            headerHidden: true,
            fold: 'whole',
            cell: ({ reaches }) => (
              <span className={reaches ? 'medium' : 'quiet'}>
                {t(reaches ? 'outlook.reaches' : 'outlook.reaches-not')}
              </span>
            ),
          },
        ]}
      />
    </Section>
  )
}
