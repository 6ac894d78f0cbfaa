import { useState } from 'react'
import { Button } from '#design/Button.tsx'
import { Stack } from '#design/Layout.tsx'
import { List, ListItem } from '#design/List.tsx'
import { Section } from '#design/Section.tsx'
import { t } from '#platform/browser/language.ts'
import { useAddress } from '#platform/browser/router.tsx'
import { CheckText } from './CheckText.tsx'
import { useNextChecks } from './use-next-checks.ts'

/** Shown before somebody asks for all of them. */
const few = 4

/** Which gains are to be measured again, on whom it waits, and what that person does. Nothing while no gain is booked. */
export function MeasureAgain() {
  const checks = useNextChecks()
  const addressOf = useAddress()
  const [isAll, setIsAll] = useState(false)
  if (checks.length === 0) return null
  const due = checks.filter(({ isDue }) => isDue).length
  return (
    <Section
      title={t('gain.measure-again')}
      lead={`${t('gain.checks-due', { count: due })} ${t('gain.check-by-hand')}`}
    >
      <Stack gap="1h">
        <List dense>
          {checks.slice(0, isAll ? checks.length : few).map((check) => (
            <ListItem
              key={check.gainId}
              title={check.trialTitle}
              href={addressOf(`/trials/${check.trialId}`)}
              detail={t('gain.check-of', { metric: check.metricName, days: check.days })}
              picture={<CheckText check={check} />}
            />
          ))}
        </List>
        {!isAll && checks.length > few && (
          <div>
            <Button small onPress={() => setIsAll(true)}>
              {t('gain.all-checks', { count: checks.length })}
            </Button>
          </div>
        )}
      </Stack>
    </Section>
  )
}
