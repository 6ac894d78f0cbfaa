import { useId } from 'react'
import { Tag } from '#design/Badge.tsx'
import { Grade } from '#design/Grade.tsx'
import { Row } from '#design/Layout.tsx'
import { Section } from '#design/Section.tsx'
import { Table } from '#design/Table.tsx'
import { t } from '#platform/browser/language.ts'
import type { Design, DesignChoice, Outlook } from '../outlook.ts'
import { useOutlookText } from './use-outlook-text.ts'

interface DesignAdviceProps {
  outlook: Outlook
  unit: string
  /** Called with a design that can be done. Without it nothing can be chosen here. */
  onChoose?: ((design: Design) => void) | undefined
}

/** Every way to try it: how sure it makes, how long it takes, and why, or why not. */
export function DesignAdvice({ outlook, unit, onChoose }: DesignAdviceProps) {
  const group = useId()
  const text = useOutlookText(outlook, unit)
  const { advice, lines, design: chosen, worthHaving, periodsAhead } = outlook
  const rows = [...advice.designs].sort((a, b) => Number(a.needs.length > 0) - Number(b.needs.length > 0))

  function time({ design, needs }: DesignChoice): string {
    if (needs.length > 0) return t('outlook.not-possible')
    const line = lines.find((each) => each.design === design)
    if (!line || worthHaving === null) return '–'
    return line.tellsIn === null ? t('outlook.never') : text.span(line.tellsIn)
  }

  function why({ design, needs }: DesignChoice): string {
    if (needs.length > 0)
      return needs
        .map(({ code, needed, available }) =>
          t(`outlook.need.${code}`, { needed: needed ?? 0, available: available ?? 0, periods: text.periods }),
        )
        .join(' ')
    const line = lines.find((each) => each.design === design)
    const effect = line?.effects[Math.min(periodsAhead, line.effects.length) - 1] ?? null
    const seen =
      effect !== null
        ? t('outlook.ends-at', {
            effect: text.effect(effect),
            span: text.span(Math.min(periodsAhead, line?.effects.length ?? 0)),
          })
        : line?.shortfall
          ? t(`outlook.shortfall.${line.shortfall}`, { periods: text.periods })
          : ''
    return `${t(`outlook.ground.${design}`)} ${seen}`.trim()
  }

  return (
    <Section title={t('outlook.which')} lead={t('outlook.which-lead')}>
      <Table
        caption={t('outlook.which')}
        fold
        rows={rows}
        rowKey={({ design }) => design}
        isQuiet={({ needs }) => needs.length > 0}
        columns={[
          {
            id: 'design',
            header: t('outlook.design'),
            names: true,
            fold: 'title',
            cell: (row) => (
              <DesignName
                group={group}
                row={row}
                isChosen={row.design === chosen}
                isProposed={row.design === advice.proposed}
                onChoose={onChoose}
              />
            ),
          },
          { id: 'grade', header: t('outlook.grade'), fold: 'corner', cell: ({ grade }) => <Grade of={grade} /> },
          {
            id: 'time',
            header: t('outlook.time'),
            num: true,
            fold: 'whole',
            cell: (row) => <span className="medium">{time(row)}</span>,
          },
          {
            id: 'why',
            header: t('outlook.why'),
            fold: 'whole',
            cell: (row) => <span className="quiet">{why(row)}</span>,
          },
        ]}
      />
    </Section>
  )
}

interface DesignNameProps {
  group: string
  row: DesignChoice
  isChosen: boolean
  isProposed: boolean
  onChoose: ((design: Design) => void) | undefined
}

function DesignName({ group, row: { design, needs }, isChosen, isProposed, onChoose }: DesignNameProps) {
  const words = (
    <span>
      <span className="medium">{t(`outlook.design.${design}`)}</span> {isProposed && <Tag>{t('outlook.proposed')}</Tag>}
      <br />
      <span className="quiet">{t(`outlook.design.${design}-says`)}</span>
    </span>
  )
  if (!onChoose) return words
  return (
    <label>
      <Row gap="1h" wrap={false} align="start">
        <input
          type="radio"
          name={group}
          checked={isChosen}
          disabled={needs.length > 0}
          onChange={() => onChoose(design)}
        />
        {words}
      </Row>
    </label>
  )
}
