import { Tag } from '#design/Badge.tsx'
import { Row } from '#design/Layout.tsx'
import { InstantText } from '#design/NumberText.tsx'
import { Section } from '#design/Section.tsx'
import { type Moment, Timeline } from '#design/Timeline.tsx'
import { t } from '#platform/browser/language.ts'
import type { WholeIdea } from '../idea-api.ts'

/** Everything that was answered, with who, when and why. Nothing before the first answer. */
export function IdeaAnswers({ idea: { answers } }: { idea: WholeIdea }) {
  if (answers.length === 0) return null
  const moments = answers.map(
    ({ id, at, move, byName, reason, isByRule, isSelfJudged }): Moment => ({
      id,
      state: 'done',
      when: (
        <>
          <InstantText at={at} />
          {byName && `, ${byName}`}
        </>
      ),
      title: (
        <Row>
          {t(`idea.answer.${move}`)}
          {isByRule && <Tag>{t('idea.by-rule')}</Tag>}
          {isSelfJudged && <Tag>{t('idea.self-judged')}</Tag>}
        </Row>
      ),
      detail: reason && t('idea.quoted', { reason }),
    }),
  )
  return (
    <Section title={t('idea.answers')}>
      <Timeline moments={moments} />
    </Section>
  )
}
