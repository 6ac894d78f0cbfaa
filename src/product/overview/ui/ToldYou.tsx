import { Section } from '#design/Section.tsx'
import { t } from '#platform/browser/language.ts'
import type { Notice } from '#product/notice/notice.ts'
import { NoticeList } from '#product/notice/ui/NoticeList.tsx'

/** What became of one's ideas, with the reason. */
export function ToldYou({ told }: { told: readonly Notice[] }) {
  return (
    <Section title={t('overview.told-you')}>
      <NoticeList notices={told} />
    </Section>
  )
}
