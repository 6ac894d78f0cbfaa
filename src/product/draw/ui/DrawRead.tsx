import { useState } from 'react'
import { Button, ButtonLink } from '#design/Button.tsx'
import { Facts } from '#design/Facts.tsx'
import { Field } from '#design/Field.tsx'
import { Form } from '#design/Form.tsx'
import { Input } from '#design/Input.tsx'
import { Card, Split, Stack } from '#design/Layout.tsx'
import { ProblemNotice } from '#design/ProblemNotice.tsx'
import { Section } from '#design/Section.tsx'
import { formatInstant, formatNumber } from '#platform/anywhere/format.ts'
import { addressOf } from '#platform/browser/call.ts'
import { t, useLanguage } from '#platform/browser/language.ts'
import { useHere, useMay } from '#platform/browser/signed.ts'
import { useAction } from '#platform/browser/use-endpoint.ts'
import { balanceOf } from '../draw.ts'
import { type DrawShown, drawApi } from '../draw-api.ts'
import { DrawSites } from './DrawSites.tsx'

interface DrawReadProps {
  draw: DrawShown
}

/** A draw: the frozen list and its promise; then who gets it, how alike both sides were before, and how to check. */
export function DrawRead({ draw }: DrawReadProps) {
  const { slug } = useHere()
  const { outcome } = draw
  return (
    <Split
      aside={
        <>
          <WhatStands draw={draw} />
          <ButtonLink href={addressOf(drawApi.file, { id: draw.id }, slug)} download wide>
            {t('draw.file')}
          </ButtonLink>
        </>
      }
      first={outcome ? undefined : <Throw draw={draw} />}
    >
      <Section title={t(outcome ? 'draw.who' : 'draw.list')}>
        <DrawSites sites={draw.sites} drawn={outcome?.drawn ?? null} />
      </Section>
      {outcome && <BalanceBefore draw={draw} />}
      {outcome && <HowToCheck draw={draw} outcome={outcome} />}
    </Split>
  )
}

/** The moment itself: any word, said now, so that not even the server could have chosen. */
function Throw({ draw }: { draw: DrawShown }) {
  const may = useMay()
  const [word, setWord] = useState('')
  const make = useAction(drawApi.make)
  if (!may('draw.make')) return null
  return (
    <Form onSubmit={() => void make.run({ id: draw.id, word })}>
      <ProblemNotice error={make.error} />
      <Field label={t('draw.word')} help={t('draw.word-help')} required={false}>
        <Input value={word} maxLength={200} autoComplete="off" onChange={(event) => setWord(event.target.value)} />
      </Field>
      <div>
        <Button type="submit" variant="primary" busy={make.isBusy}>
          {t('draw.make')}
        </Button>
      </div>
    </Form>
  )
}

function WhatStands({ draw }: { draw: DrawShown }) {
  const language = useLanguage()
  const { outcome } = draw
  const facts = [
    { term: t('draw.how'), value: t(`draw.by.${draw.method.by}`) },
    {
      term: t('draw.announced'),
      value: t('draw.by-on', { name: draw.byName, at: formatInstant(draw.announcedAt, language) }),
    },
    ...(outcome
      ? [
          {
            term: t('draw.drawn'),
            value: t('draw.by-on', { name: outcome.byName, at: formatInstant(outcome.drawnAt, language) }),
          },
        ]
      : []),
    ...(outcome ? [{ term: t('draw.seed'), value: outcome.seed }] : []),
    ...(draw.againReason === null ? [] : [{ term: t('draw.again-because'), value: draw.againReason }]),
  ]
  return (
    <Card>
      <Section small title={t('draw.promise')}>
        <Stack gap="1">
          <Facts facts={facts} />
          <p className="xs faint">{t('draw.promise-says')}</p>
          <p className="xs faint">{t('draw.seal-list')}</p>
          <pre className="code">{draw.listSha256}</pre>
          <p className="xs faint">{t('draw.seal-secret')}</p>
          <pre className="code">{draw.commitment}</pre>
        </Stack>
      </Section>
    </Card>
  )
}

function BalanceBefore({ draw }: { draw: DrawShown }) {
  const language = useLanguage()
  const drawn = draw.outcome?.drawn
  if (drawn?.by !== 'arms') return null
  const treated = new Set(drawn.assigned.filter((each) => each.treated).map(({ site }) => site))
  const balance = balanceOf(draw.sites, treated)
  const write = (value: number | null) => (value === null ? '–' : formatNumber(value, language, 4))
  if (balance.difference === null) return null
  return (
    <Section title={t('draw.balance')} lead={t('draw.balance-lead')}>
      <Facts
        facts={[
          { term: t('draw.balance-with', { sites: balance.treated.sites }), value: write(balance.treated.mean) },
          {
            term: t('draw.balance-without', { sites: balance.comparison.sites }),
            value: write(balance.comparison.mean),
          },
          {
            term: t('draw.balance-difference'),
            value: t('draw.balance-apart', {
              difference: write(balance.difference),
              deviations:
                balance.inDeviations === null ? '0' : formatNumber(Math.abs(balance.inDeviations), language, 2),
            }),
          },
        ]}
      />
    </Section>
  )
}

function HowToCheck({ draw, outcome }: { draw: DrawShown; outcome: NonNullable<DrawShown['outcome']> }) {
  const command = `ratchet randomise list.csv ${draw.options} --seed ${outcome.seed}`
  const seed = `printf '%s\\n%s\\n%s\\n%s' ${outcome.secret} ${draw.listSha256} '${draw.options}' '${outcome.word.replaceAll("'", "'\\''")}' | sha256sum`
  const steps = [
    { key: 'list', code: `sha256sum list.csv`, says: draw.listSha256 },
    { key: 'secret', code: `printf %s ${outcome.secret} | sha256sum`, says: draw.commitment },
    { key: 'seed', code: seed, says: outcome.seed },
    { key: 'again', code: command, says: '' },
  ] as const
  return (
    <Section title={t('draw.check')} lead={t('draw.check-lead')}>
      <ol className="stack" data-gap="2">
        {steps.map(({ key, code, says }) => (
          <li key={key}>
            <p className="small">{t(`draw.check.${key}`, { says })}</p>
            <pre className="code">{code}</pre>
          </li>
        ))}
      </ol>
    </Section>
  )
}
