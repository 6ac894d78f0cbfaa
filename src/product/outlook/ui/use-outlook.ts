import type { z } from 'zod'
import { type Asked as Answer, useEndpoint } from '#platform/browser/use-endpoint.ts'
import { useSettled } from '#product/sheet/ui/use-settled.ts'
import type { Asked, Outlook } from '../outlook.ts'
import { outlookApi } from '../outlook-api.ts'

type Question = z.input<typeof Asked>

/** What a trial could tell, asked anew once the answers rest. Null waits. */
export function useOutlook(question: Question | null): Answer<Outlook> {
  const settled = useSettled(JSON.stringify(question))
  const asked = JSON.parse(settled) as Question | null
  return useEndpoint(outlookApi.tell, asked as Question, { enabled: asked !== null, keepsLast: true })
}
