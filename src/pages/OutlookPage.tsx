import { useState } from 'react'
import { Button } from '#design/Button.tsx'
import { Empty } from '#design/Empty.tsx'
import { Field } from '#design/Field.tsx'
import { Input } from '#design/Input.tsx'
import { Pair, Split } from '#design/Layout.tsx'
import { Loading } from '#design/Loading.tsx'
import { NumberInput } from '#design/NumberInput.tsx'
import { Page } from '#design/Page.tsx'
import { ProblemNotice } from '#design/ProblemNotice.tsx'
import { Section } from '#design/Section.tsx'
import { Select } from '#design/Select.tsx'
import { t } from '#platform/browser/language.ts'
import { useAddress, useGo } from '#platform/browser/router.tsx'
import { useMay } from '#platform/browser/signed.ts'
import { DrawLots } from '#product/draw/ui/DrawLots.tsx'
import type { Design, Outlook, Situation } from '#product/outlook/outlook.ts'
import type { TemplatePlace, TrialTemplate } from '#product/outlook/templates.ts'
import { CanItTell } from '#product/outlook/ui/CanItTell.tsx'
import { CostOfLooking } from '#product/outlook/ui/CostOfLooking.tsx'
import { DesignAdvice } from '#product/outlook/ui/DesignAdvice.tsx'
import { type HistoryChoice, HistoryStep, sourceOf } from '#product/outlook/ui/HistoryStep.tsx'
import { IfWeAreWrong } from '#product/outlook/ui/IfWeAreWrong.tsx'
import { SituationQuestions } from '#product/outlook/ui/SituationQuestions.tsx'
import { TemplateChoice } from '#product/outlook/ui/TemplateChoice.tsx'
import { useOutlook } from '#product/outlook/ui/use-outlook.ts'
import { useOutlookHead } from '#product/outlook/ui/use-outlook-head.ts'
import { WhatHelps } from '#product/outlook/ui/WhatHelps.tsx'
import { useMyself } from '#product/person/ui/use-myself.ts'

const start: Situation = {
  unitsPerPeriod: null,
  spillover: false,
  mayDraw: true,
  canSwitch: false,
  carryOver: 0,
  allInTheEnd: false,
  sitesTreatable: null,
  pickedAtWorst: false,
  periodsAhead: 8,
}

/** Before there is an idea or a plan: what would a trial see in these figures? */
export function OutlookPage() {
  const [choice, setChoice] = useState<HistoryChoice | null>(null)
  const [situation, setSituation] = useState(start)
  const [unit, setUnit] = useState('')
  const [better, setBetter] = useState<'higher' | 'lower'>('higher')
  const [worth, setWorth] = useState<number | null>(null)
  const [place, setPlace] = useState<TemplatePlace | null>(null)
  const [design, setDesign] = useState<Design | null>(null)
  const source = sourceOf(choice)
  const worthHaving = worth !== null && worth > 0 ? worth : null
  const { data, error, isLoading } = useOutlook(source && { history: source, situation, better, worthHaving, design })
  const outlook = source && data ? data : null
  const rhythm = outlook?.history.rhythm ?? 'week'

  function begin(template: TrialTemplate): void {
    setPlace(template.place)
    setSituation(template.situation)
    setBetter(template.metric.better)
    setUnit(t(`outlook.template.${template.place}.unit`))
    setDesign(null)
  }

  const questions = (
    <>
      {!choice && <TemplateChoice place={place} onTemplate={begin} />}
      <Section title={t('outlook.history')}>
        <HistoryStep choice={choice} onChoice={setChoice} errorOf={(pointer) => error?.field(pointer)} />
      </Section>
      {choice && (
        <Section title={t('outlook.questions')}>
          <SituationQuestions
            situation={situation}
            rhythm={rhythm}
            onSituation={(next) => {
              setSituation(next)
              // Another situation may propose another way; a choice for the old one would stand in its light.
              setDesign(null)
            }}
          />
          <Pair>
            <Field label={t('outlook.question.worth')} help={t('outlook.question.worth-help')}>
              <NumberInput value={worth} unit={unit || undefined} onValue={setWorth} />
            </Field>
            <Field label={t('outlook.unit')} required={false}>
              <Input value={unit} maxLength={40} onChange={(event) => setUnit(event.target.value)} />
            </Field>
            <Field label={t('outlook.question.better')}>
              <Select
                value={better}
                options={(['higher', 'lower'] as const).map((value) => ({
                  value,
                  label: t(`outlook.better.${value}`),
                }))}
                onChange={(event) => setBetter(event.target.value === 'lower' ? 'lower' : 'higher')}
              />
            </Field>
          </Pair>
        </Section>
      )}
    </>
  )

  if (!outlook)
    return (
      <Page title={t('outlook.page')} tabTitle={t('outlook.page')} lead={t('outlook.page-lead')}>
        {questions}
        <ProblemNotice error={error} />
        {isLoading && source ? (
          <Loading text={t('outlook.reading')} />
        ) : (
          <Empty title={t('outlook.empty')}>{t('outlook.empty-help')}</Empty>
        )}
      </Page>
    )
  return (
    <Told outlook={outlook} unit={unit} onChoose={setDesign} error={<ProblemNotice error={error} />} choice={choice}>
      {questions}
    </Told>
  )
}

interface ToldProps {
  outlook: Outlook
  unit: string
  choice: HistoryChoice | null
  onChoose: (design: Design) => void
  error: React.ReactNode
  children: React.ReactNode
}

function Told({ outlook, unit, choice, onChoose, error, children }: ToldProps) {
  const { sentence, lead } = useOutlookHead(outlook, unit)
  const { currency } = useMyself().workspace
  const addressOf = useAddress()
  return (
    <Page
      crumbs={[{ label: t('frame.trials'), href: addressOf('/trials') }, { label: t('outlook.page') }]}
      tabTitle={t('outlook.page')}
      sentence={sentence}
      lead={lead}
    >
      {error}
      <CanItTell outlook={outlook} unit={unit} />
      <DesignAdvice outlook={outlook} unit={unit} onChoose={onChoose} />
      <Split
        aside={
          <>
            <IfWeAreWrong outlook={outlook} unit={unit} currency={currency} />
            <CostOfLooking outlook={outlook} unit={unit} />
          </>
        }
      >
        <WhatHelps outlook={outlook} unit={unit} />
        <Lots outlook={outlook} choice={choice} />
        {children}
      </Split>
    </Page>
  )
}

const wayOf = {
  'pilot-randomised': 'sites',
  'staggered-randomised': 'order',
  switchback: 'switchback',
} as const

/** Lots for the design that is looked at, where it has any. */
function Lots({ outlook: { design }, choice }: { outlook: Outlook; choice: HistoryChoice | null }) {
  const [open, setOpen] = useState(false)
  const may = useMay()
  const go = useGo()
  const source = sourceOf(choice)
  if (!source || !choice || !(design in wayOf) || !may('draw.make')) return null
  const used = [choice.site, choice.period, choice.value]
  const groups = choice.sheet.description.columns.filter(({ name, kind }) => kind === 'text' && !used.includes(name))
  return (
    <Section title={t('outlook.draw-lots')}>
      {open ? (
        <DrawLots
          history={source}
          groups={groups.map(({ name }) => name)}
          by={wayOf[design as keyof typeof wayOf]}
          onDraw={({ id }) => go(`/draws/${id}`)}
        />
      ) : (
        <Button onPress={() => setOpen(true)}>{t('outlook.draw-lots')}</Button>
      )}
    </Section>
  )
}
