import { ArrowUp, Download, Ellipsis, Eye, Lock } from 'lucide-react'
import { useState } from 'react'
import { Badge, Tag } from '../Badge.tsx'
import { Button, ButtonLink } from '../Button.tsx'
import { CaptureBox } from '../CaptureBox.tsx'
import { Checkbox } from '../Checkbox.tsx'
import { Choices } from '../Choices.tsx'
import { ConfirmDialog } from '../ConfirmDialog.tsx'
import { IntervalMark } from '../charts/IntervalMark.tsx'
import { Empty } from '../Empty.tsx'
import { ErrorNotice } from '../ErrorNotice.tsx'
import { Facts } from '../Facts.tsx'
import { Field } from '../Field.tsx'
import { FileDrop } from '../FileDrop.tsx'
import { Grade } from '../Grade.tsx'
import { DateInput } from '../Input.tsx'
import { Card, Pair, Row, Split, Stack } from '../Layout.tsx'
import { List, ListItem } from '../List.tsx'
import { Loading, Skeleton, SkeletonBlock } from '../Loading.tsx'
import { Notice } from '../Notice.tsx'
import { NumberInput } from '../NumberInput.tsx'
import { DayText, InstantText, IntervalText, NumberText, RangeText } from '../NumberText.tsx'
import { Page } from '../Page.tsx'
import { ReasonDialog } from '../ReasonDialog.tsx'
import { Section } from '../Section.tsx'
import { Select } from '../Select.tsx'
import { Stat, Stats } from '../Stat.tsx'
import { TextArea } from '../TextArea.tsx'
import { ThemeChoice } from '../ThemeChoice.tsx'
import { Timeline } from '../Timeline.tsx'
import { useToast } from '../Toast.tsx'
import { useSampleWords } from './use-sample-words.ts'

const span = [-2.2, 5.2] as const
const grades = ['A', 'B', 'C', 'D'] as const

export function PartsPage() {
  const say = useSampleWords()
  return (
    <Page tabTitle={say.parts} title={say.parts} lead={say.partsLead}>
      <CaptureBox
        label={say.captureLabel}
        send={say.captureSend}
        note={say.captureNote}
        noteIcon={Eye}
        onSend={() => {}}
      />
      <Lists />
      <Pair>
        <Buttons />
        <Marks />
      </Pair>
      <Pair>
        <Fields />
        <Numbers />
      </Pair>
      <Pair>
        <Notices />
        <Opening />
      </Pair>
      <Pair>
        <Section
          title={say.frozen}
          end={
            <Button small variant="plain">
              {say.more}
            </Button>
          }
        >
          <Facts terms facts={say.terms.map(([term = '', value]) => ({ term, value }))} />
        </Section>
        <Section title={say.loading}>
          <Stack gap="3">
            <Skeleton lines={3} />
            <Loading text={say.loadingText} />
            <SkeletonBlock height={120} />
            <ThemeChoice />
          </Stack>
        </Section>
      </Pair>
    </Page>
  )
}

function Buttons() {
  const say = useSampleWords()
  return (
    <Section title={say.buttons}>
      <Stack gap="2">
        <Row>
          <Button variant="primary">{say.adopt}</Button>
          <Button>{say.draft}</Button>
          <Button variant="plain">{say.cancel}</Button>
          <Button variant="harm">{say.stop}</Button>
        </Row>
        <Row>
          <Button small icon={ArrowUp} pressed={false}>
            {say.vote}
          </Button>
          <Button disabled icon={Lock}>
            {say.freeze}
          </Button>
          <Button busy>{say.draft}</Button>
          <Button variant="primary" busy>
            {say.adopt}
          </Button>
          <ButtonLink href="#export" icon={Download}>
            {say.exportCsv}
          </ButtonLink>
          <Button iconOnly variant="plain" icon={Ellipsis}>
            {say.more}
          </Button>
        </Row>
      </Stack>
    </Section>
  )
}

function Marks() {
  const say = useSampleWords()
  return (
    <Section title={say.marks}>
      <Stack>
        <Row gap="2">
          <Badge tone="good">{say.holding}</Badge>
          <Badge tone="warn">{say.slipped}</Badge>
          <Badge tone="bad">{say.harmed}</Badge>
          <Badge tone="pending">{say.due}</Badge>
          <Badge>{say.notKept}</Badge>
          <Tag>{say.waitingTag}</Tag>
        </Row>
        <Row gap="2">
          {grades.map((grade) => (
            <Grade key={grade} of={grade} />
          ))}
          {grades.map((grade) => (
            <Grade key={grade} of={grade} large />
          ))}
        </Row>
      </Stack>
    </Section>
  )
}

function Fields() {
  const say = useSampleWords()
  const [effect, setEffect] = useState<number | null>(1.5)
  const [who, setWho] = useState<'me' | 'confidential' | 'anonymous'>('me')
  const [file, setFile] = useState<string>()
  return (
    <Section title={say.fields}>
      <Stack gap="3">
        <Field label={say.effect} help={say.effectHelp} required>
          <NumberInput value={effect} onValue={setEffect} unit={say.effectUnit} />
        </Field>
        <Field label={say.decideBy} error={say.decideError}>
          <DateInput defaultValue="2026-11-30" />
        </Field>
        <Field label={say.site} required={false}>
          <Select options={say.siteColumns.map((column) => ({ value: column, label: column }))} />
        </Field>
        <Field label={say.why} help={say.whyHelp}>
          <TextArea defaultValue={say.whyText} />
        </Field>
        <Checkbox label={say.agree} defaultChecked />
        <Choices
          label={say.sendAs}
          value={who}
          onValue={setWho}
          choices={[
            { value: 'me', title: say.asMe, detail: say.asMeDetail },
            { value: 'confidential', title: say.confidential, detail: say.confidentialDetail },
            { value: 'anonymous', title: say.anonymous, detail: say.anonymousDetail, aside: <Grade of="B" /> },
          ]}
        />
        <FileDrop
          label={say.sheet}
          help={say.sheetHelp}
          accept=".csv,text/csv"
          chosen={file}
          onFile={({ name }) => setFile(name)}
        />
      </Stack>
    </Section>
  )
}

function Numbers() {
  const say = useSampleWords()
  return (
    <Section title={say.stats}>
      <Stack gap="3">
        <Stats>
          <Stat
            label={say.sooner}
            value={<NumberText value={1.2} unit="h" />}
            range={<RangeText low={0.8} high={1.6} unit="h" />}
          />
          <Stat label={say.missed} value={say.cannotTell} range={<RangeText low={-0.5} high={0.9} />} />
        </Stats>
        <Stack gap="1">
          <IntervalMark span={span} worth={1} width={220} estimate={2.4} low={1.6} high={3.2} label={say.holding} />
          <IntervalMark span={span} worth={1} width={220} estimate={0.8} low={-0.6} high={2.2} label={say.cannotTell} />
          <IntervalMark span={span} worth={1} width={220} estimate={-1} low={-1.8} high={-0.2} label={say.harm} />
          <IntervalMark span={span} worth={1} width={220} estimate={1.4} low={null} high={null} label={say.bare} />
        </Stack>
        <Row gap="2">
          <IntervalText estimate={-27.35} low={null} high={null} />
          <DayText day="2026-11-26" />
          <InstantText at={new Date('2026-11-24T14:05:00Z')} timeZone="Europe/Berlin" />
        </Row>
        <Card>
          <Section small title={say.results}>
            <Facts facts={say.facts.map(([term = '', value]) => ({ term, value }))} />
          </Section>
        </Card>
        <Empty title={say.emptyTitle} action={<Button small>{say.emptyAction}</Button>}>
          {say.emptyText}
        </Empty>
      </Stack>
    </Section>
  )
}

function Notices() {
  const say = useSampleWords()
  return (
    <Section title={say.notices}>
      <Stack gap="1">
        <Notice tone="good" title={say.mayTry}>
          <p>{say.mayTryText}</p>
        </Notice>
        <Notice tone="warn" title={say.gradeFell}>
          <p>{say.gradeFellText}</p>
        </Notice>
        <Notice tone="bad" title={say.stopped}>
          <p>{say.stoppedText}</p>
        </Notice>
        <Notice icon={Eye} title={say.before}>
          <p>{say.beforeText}</p>
        </Notice>
        <ErrorNotice
          title={say.errorTitle}
          detail={say.errorDetail}
          whatToDo={say.errorDo}
          reference={say.errorReference}
        />
      </Stack>
    </Section>
  )
}

function Opening() {
  const say = useSampleWords()
  const toast = useToast()
  const [open, setOpen] = useState<'reason' | 'confirm'>()
  const close = () => setOpen(undefined)
  return (
    <Section title={say.over}>
      <Row>
        <Button onPress={() => setOpen('reason')}>{say.openDialog}</Button>
        <Button onPress={() => setOpen('confirm')}>{say.openConfirm}</Button>
        <Button onPress={() => toast({ text: say.takenBack, onUndo: () => {} })}>{say.takeBack}</Button>
      </Row>
      <ReasonDialog
        open={open === 'reason'}
        onClose={close}
        title={say.dialogTitle}
        text={say.dialogText}
        confirm={say.dialogDo}
        look="harm"
        onReason={close}
      />
      <ConfirmDialog
        open={open === 'confirm'}
        onClose={close}
        title={say.confirmTitle}
        text={say.confirmText}
        confirm={say.confirmDo}
        look="harm"
        onConfirm={close}
      />
    </Section>
  )
}

function Lists() {
  const say = useSampleWords()
  return (
    <Split
      first={
        <Notice tone="good" title={say.mayTry}>
          <p>{say.mayTryText}</p>
        </Notice>
      }
      aside={
        <Section small title={say.behind}>
          <Facts facts={say.facts.map(([term = '', value]) => ({ term, value }))} />
        </Section>
      }
    >
      <Section title={say.needsYou} end={say.nothingLate}>
        <List>
          <ListItem
            title={say.decide}
            href="#decide"
            detail={say.decideDetail}
            picture={
              <>
                <Grade of="A" />
                <IntervalMark
                  span={[-1.3, 2.6]}
                  worth={0.5}
                  width={150}
                  estimate={1.2}
                  low={0.8}
                  high={1.6}
                  label={say.pictureSentence}
                />
                <IntervalText estimate={1.2} low={0.8} high={1.6} unit="h" />
              </>
            }
            meta={say.decideMeta}
            action={
              <ButtonLink variant="primary" href="#decide">
                {say.read}
              </ButtonLink>
            }
          />
          <ListItem
            title={say.plan}
            href="#plan"
            detail={say.planDetail}
            meta={say.planMeta}
            action={<ButtonLink href="#plan">{say.openPlan}</ButtonLink>}
          />
          <ListItem
            title={say.answer}
            href="#answer"
            detail={say.answerDetail}
            meta={say.answerMeta}
            pressing
            action={<ButtonLink href="#answer">{say.reply}</ButtonLink>}
          />
        </List>
      </Section>
      <Section title={say.rounds}>
        <Timeline
          moments={say.moments.map(([when, title, detail], at) => ({
            id: String(at),
            state: at === 0 ? 'done' : at === 1 ? 'now' : 'next',
            when,
            title,
            detail,
          }))}
        />
      </Section>
    </Split>
  )
}
