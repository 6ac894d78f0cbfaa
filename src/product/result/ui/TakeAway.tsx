import { Download } from 'lucide-react'
import { ButtonLink } from '#design/Button.tsx'
import { Row } from '#design/Layout.tsx'
import { addressOf } from '#platform/browser/call.ts'
import { t } from '#platform/browser/language.ts'
import { useHere } from '#platform/browser/signed.ts'
import type { ResultId } from '../result.ts'
import { resultApi } from '../result-api.ts'

/** The result as files: the figures as CSV, everything as JSON. */
export function TakeAway({ id }: { id: ResultId }) {
  const { slug } = useHere()
  const href = (format: 'csv' | 'json') => addressOf(resultApi.export, { id, format }, slug)
  return (
    <Row as="span" gap="1">
      <ButtonLink small variant="plain" icon={Download} href={href('csv')} download>
        {t('result.save-csv')}
      </ButtonLink>
      <ButtonLink small variant="plain" icon={Download} href={href('json')} download>
        {t('result.save-json')}
      </ButtonLink>
    </Row>
  )
}
