import { Stack } from '#design/Layout.tsx'
import { Section } from '#design/Section.tsx'
import { t } from '#platform/browser/language.ts'
import { useEndpoint } from '#platform/browser/use-endpoint.ts'
import { movedLines } from '../moved-lines.ts'
import type { ResultId } from '../result.ts'
import { type ResultShown, resultApi } from '../result-api.ts'
import { useLines } from './use-lines.ts'

/** How a result differs from the one before it, and what changed in between. */
export function ResultMoved({ result, beforeId }: { result: ResultShown; beforeId: ResultId }) {
  const { say } = useLines()
  const { data: before } = useEndpoint(resultApi.find, { id: beforeId })
  if (!before) return null
  return (
    <Section title={t('result.moved')}>
      <Stack gap="half">
        {movedLines(before, result).map((line) => (
          <p key={line.id}>{say(line)}</p>
        ))}
      </Stack>
    </Section>
  )
}
