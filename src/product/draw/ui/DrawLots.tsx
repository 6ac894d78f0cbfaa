import { useState } from 'react'
import { Button } from '#design/Button.tsx'
import { Choices } from '#design/Choices.tsx'
import { Field } from '#design/Field.tsx'
import { Form } from '#design/Form.tsx'
import { Input } from '#design/Input.tsx'
import { Pair, Stack } from '#design/Layout.tsx'
import { Notice } from '#design/Notice.tsx'
import { NumberInput } from '#design/NumberInput.tsx'
import { ProblemNotice } from '#design/ProblemNotice.tsx'
import { Section } from '#design/Section.tsx'
import { Select } from '#design/Select.tsx'
import { TextArea } from '#design/TextArea.tsx'
import { formatInstant, formatNumber } from '#platform/anywhere/format.ts'
import { t, useLanguage } from '#platform/browser/language.ts'
import { Link } from '#platform/browser/router.tsx'
import { useAction, useEndpoint } from '#platform/browser/use-endpoint.ts'
import type { HistorySource } from '#product/outlook/outlook.ts'
import { type DrawMethod, floorOf } from '../draw.ts'
import { type DrawList, type DrawShown, drawApi, type ListSource } from '../draw-api.ts'
import { DrawSites } from './DrawSites.tsx'

interface DrawLotsProps {
  /** The figures that the sites come from. */
  history: HistorySource
  /** Columns or attributes that may say which group a site belongs to. */
  groups: readonly string[]
  /** What the lots are for, as far as it is known. */
  about?: string | undefined
  /** The way that fits the design. */
  by?: DrawMethod['by'] | undefined
  onDraw: (draw: DrawShown) => void
}

const ways = ['sites', 'strata', 'pairs', 'balanced', 'order', 'switchback'] as const

/** Freezes a list and a way to draw from it. What is drawn follows later, on the page of the draw. */
export function DrawLots({ history, groups, about: given = '', by: proposed = 'sites', onDraw }: DrawLotsProps) {
  const [about, setAbout] = useState(given)
  const [by, setBy] = useState<DrawMethod['by']>(proposed)
  const [group, setGroup] = useState('')
  const [waves, setWaves] = useState(4)
  const [windows, setWindows] = useState(8)
  const [reason, setReason] = useState('')
  const announce = useAction(drawApi.announce)
  const source: ListSource = { by: 'history', history, stratum: group || null, without: [] }
  const plain = useEndpoint(drawApi.look, { source, method: { by: 'sites' } }, { keepsLast: true })
  const count = plain.data?.sites.length ?? 0
  const method = methodOf(by, { hasGroup: group !== '', sites: count, waves, windows })
  const isWaiting = by === 'strata' && group === ''
  const look = useEndpoint(drawApi.look, { source, method }, { keepsLast: true, enabled: count > 0 && !isWaiting })
  const errorOf = (pointer: string) => announce.error?.field(pointer)

  async function send(): Promise<void> {
    const input = { about, againReason: reason.trim() || null, source, method }
    const draw = await announce.run(input)
    if (draw) onDraw(draw)
  }

  return (
    <Form onSubmit={() => void send()}>
      <ProblemNotice error={announce.error} />
      <Field label={t('draw.about')} help={t('draw.about-help')} error={errorOf('#/about')} required>
        <Input value={about} maxLength={200} onChange={(event) => setAbout(event.target.value)} />
      </Field>
      <Choices
        label={t('draw.how')}
        value={by}
        onValue={setBy}
        beside
        choices={ways.map((way) => ({ value: way, title: t(`draw.by.${way}`), detail: t(`draw.by.${way}-says`) }))}
      />
      <Pair>
        {by !== 'sites' && by !== 'pairs' && by !== 'switchback' && groups.length > 0 && (
          <Field label={t('draw.group')} help={t('draw.group-help')} required={by === 'strata'}>
            <Select
              placeholder={by === 'strata' ? t('design.choose') : t('draw.no-group')}
              value={group}
              options={groups.map((name) => ({ value: name, label: name }))}
              onChange={(event) => setGroup(event.target.value)}
            />
          </Field>
        )}
        {by === 'order' && (
          <Field label={t('draw.wave-count')}>
            <NumberInput value={waves} onValue={(value) => setWaves(bounded(value, 2, Math.max(2, count)) ?? waves)} />
          </Field>
        )}
        {by === 'switchback' && (
          <Field label={t('draw.window-count')} help={t('draw.window-help')}>
            <NumberInput
              value={windows}
              onValue={(value) => setWindows(2 * Math.ceil((bounded(value, 2, 400) ?? windows) / 2))}
            />
          </Field>
        )}
      </Pair>
      {look.error && !isWaiting ? (
        <ProblemNotice error={look.error} />
      ) : (
        look.data && !isWaiting && <Listed list={look.data} method={method} />
      )}
      {look.data && look.data.earlier.length > 0 && (
        <Field label={t('draw.again')} help={t('draw.again-help')} error={errorOf('#/againReason')} required>
          <TextArea rows={2} maxLength={2000} value={reason} onChange={(event) => setReason(event.target.value)} />
        </Field>
      )}
      <Stack gap="1">
        <div>
          <Button
            type="submit"
            variant="primary"
            busy={announce.isBusy}
            disabled={!look.data || look.error !== null || isWaiting}
          >
            {t('draw.announce')}
          </Button>
        </div>
        <p className="xs faint">{t('draw.announce-help')}</p>
      </Stack>
    </Form>
  )
}

function Listed({ list, method }: { list: DrawList; method: DrawMethod }) {
  const language = useLanguage()
  const floor = floorOf(list.sites, method)
  return (
    <Section title={t('draw.list')} lead={t('draw.list-lead', { count: list.sites.length })}>
      <Stack gap="2">
        {floor && !floor.canReject && (
          <Notice tone="warn" title={t('draw.floor')}>
            <p>{t('draw.floor-help', { way: method.by, smallest: formatNumber(floor.smallestP, language, 2) })}</p>
          </Notice>
        )}
        {list.leftOver.length > 0 && (
          <Notice title={t('draw.left-over', { names: list.leftOver.join(', ') })}>
            <p>{t('draw.left-over-help')}</p>
          </Notice>
        )}
        {list.earlier.length > 0 && (
          <Notice tone="warn" title={t('draw.drawn-before')}>
            <ul>
              {list.earlier.map(({ id, about, announcedAt, byName }) => (
                <li key={id}>
                  <Link to={`/draws/${id}`}>{about}</Link>{' '}
                  {t('draw.by-on', { name: byName, at: formatInstant(announcedAt, language) })}
                </li>
              ))}
            </ul>
          </Notice>
        )}
        <DrawSites sites={list.sites} drawn={null} />
      </Stack>
    </Section>
  )
}

interface Chosen {
  hasGroup: boolean
  sites: number
  waves: number
  windows: number
}

function methodOf(by: DrawMethod['by'], { hasGroup, sites, waves, windows }: Chosen): DrawMethod {
  const parts = { treated: 1, comparison: 1 }
  switch (by) {
    case 'sites':
    case 'strata':
      return { by, parts }
    case 'pairs':
      return { by }
    case 'balanced':
      return { by, parts, withinStrata: hasGroup }
    case 'order': {
      const count = Math.max(2, Math.min(waves, sites))
      const upTo = (wave: number) => Math.floor((wave * sites) / count)
      const perWave = Array.from({ length: count }, (_, wave) => Math.max(1, upTo(wave + 1) - upTo(wave)))
      return { by, perWave, withinStrata: hasGroup }
    }
    case 'switchback':
      return { by, windows, windowLength: 1, blockWindows: 2 }
  }
}

function bounded(value: number | null, least: number, most: number): number | null {
  return value === null || Number.isNaN(value) ? null : Math.min(most, Math.max(least, Math.round(value)))
}
