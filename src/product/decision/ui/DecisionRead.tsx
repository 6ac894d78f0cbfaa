import { Badge, Tag } from '#design/Badge.tsx'
import { Row, Stack } from '#design/Layout.tsx'
import { InstantText } from '#design/NumberText.tsx'
import { Section } from '#design/Section.tsx'
import { t } from '#platform/browser/language.ts'
import { useMyself } from '#product/person/ui/use-myself.ts'
import type { Decision } from '../decision.ts'
import type { DecisionShown } from '../decision-api.ts'

/** What was decided, by whom, when and why; and for ever, if it was adopted without proof. */
export function DecisionRead({ decision }: { decision: DecisionShown }) {
  const { timeZone } = useMyself().workspace
  const { choice, reason, isWithoutProof, byName, decidedAt } = decision
  return (
    <Section title={t('decision.decided')}>
      <Stack gap="1">
        <Row gap="1">
          <Badge tone={tones[choice]}>{t(`decision.was-${choice}`)}</Badge>
          {isWithoutProof && <Tag>{t('decision.without-proof')}</Tag>}
          <span className="small quiet">
            {byName}, <InstantText at={decidedAt} timeZone={timeZone} />
          </span>
        </Row>
        <blockquote>{reason}</blockquote>
      </Stack>
    </Section>
  )
}

/** Dropping is no harm: it is grey. */
const tones = { adopt: 'good', adapt: 'pending', drop: undefined } as const satisfies Record<
  Decision['choice'],
  'good' | 'pending' | undefined
>
