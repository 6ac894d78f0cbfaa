import { useState } from 'react'
import { Button } from '#design/Button.tsx'
import { Notice } from '#design/Notice.tsx'
import { formatMoney } from '#platform/anywhere/format.ts'
import { t, useLanguage } from '#platform/browser/language.ts'
import type { WholeIdea } from '#product/idea/idea-api.ts'
import { useMyself } from '#product/person/ui/use-myself.ts'
import { mostMinorOf } from '../rule.ts'
import { SmallBetDialog } from './SmallBetDialog.tsx'

/** Tells authors that they may simply try, under which conditions, and lets them. The page shows it where `mayUseRule`. */
export function JustTryIt({ idea }: { idea: WholeIdea }) {
  const language = useLanguage()
  const { currency } = useMyself().workspace
  const [isOpen, setOpen] = useState(false)
  const most = formatMoney(mostMinorOf(currency), currency, language)
  return (
    <Notice tone="good" title={t('rule.may-try')}>
      <p>{t('rule.may-try-if', { most })}</p>
      <Button variant="primary" wide onPress={() => setOpen(true)}>
        {t('rule.just-try')}
      </Button>
      {isOpen && <SmallBetDialog idea={idea} onClose={() => setOpen(false)} />}
    </Notice>
  )
}
