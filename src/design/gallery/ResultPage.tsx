import { Download } from 'lucide-react'
import { useRef } from 'react'
import { formatNumber } from '#platform/anywhere/format.ts'
import { useLanguage } from '#platform/browser/language.ts'
import { Badge } from '../Badge.tsx'
import { Button } from '../Button.tsx'
import { Checks } from '../Checks.tsx'
import { exportSvg } from '../charts/export-svg.ts'
import { IntervalPicture } from '../charts/IntervalPicture.tsx'
import { SiteDots } from '../charts/SiteDots.tsx'
import { TwoGroupSeries } from '../charts/TwoGroupSeries.tsx'
import { Field } from '../Field.tsx'
import { Grade } from '../Grade.tsx'
import { Card, Pair, Row, Stack } from '../Layout.tsx'
import { Page, State } from '../Page.tsx'
import { Section } from '../Section.tsx'
import { Stat, Stats } from '../Stat.tsx'
import { Text } from '../Text.tsx'
import { TextArea } from '../TextArea.tsx'
import { wards } from './sample-numbers.ts'
import { useSampleWords } from './use-sample-words.ts'

const sample = wards()
const passed = [true, true, false, null]

export function ResultPage() {
  const say = useSampleWords()
  const language = useLanguage()
  const picture = useRef<HTMLDivElement>(null)
  const last = (means: readonly number[]) => {
    const value = formatNumber(means.at(-1) ?? 0, language, 2)
    return { detail: say.sixWards(value), value: `${value} h` }
  }

  function save(): void {
    const svg = picture.current?.querySelector('svg.plot')
    if (svg instanceof SVGSVGElement) download(exportSvg(svg))
  }

  return (
    <Page
      tabTitle={say.crumb}
      crumbs={[{ label: say.nav.trials, href: '#trials' }, { label: say.crumb }]}
      grade={<Grade of="A" large />}
      sentence={say.sentence}
      lead={say.lead}
      state={
        <State badge={<Badge tone="warn">{say.ended}</Badge>}>
          {say.next} <strong>{say.nextWho}</strong>
          {say.nextBy}
        </State>
      }
    >
      <div ref={picture}>
        <IntervalPicture
          title={say.pictureTitle}
          note={say.pictureNote}
          sentence={say.pictureSentence}
          estimate={1.2}
          low={0.8}
          high={1.6}
          worth={0.5}
          worthText={say.pictureWorth}
          valueText={say.pictureValue}
          worseText={say.pictureWorse}
          betterText={say.pictureBetter}
          tools={
            <Button small variant="plain" icon={Download} onPress={save}>
              {say.saveSvg}
            </Button>
          }
        />
      </div>
      <Section title={say.stats} titleHidden>
        <Stats ruled>
          {say.factsRuled.map(([label, value, range]) => (
            <Stat key={label} label={label} value={value} range={range} />
          ))}
        </Stats>
      </Section>
      <TwoGroupSeries
        title={say.seriesTitle}
        note={say.seriesNote}
        sentence={say.seriesSentence}
        foot={say.seriesFoot}
        periodHeader={say.week}
        periods={sample.periods}
        changed={{
          name: say.evening,
          ...last(sample.changedMeans),
          means: sample.changedMeans,
          sites: sample.changed,
        }}
        compared={{
          name: say.asBefore,
          ...last(sample.comparedMeans),
          means: sample.comparedMeans,
          sites: sample.compared,
        }}
        change={{ from: 12, text: say.changeStarts, beforeText: say.weeksBefore }}
      />
      <div className="section">
        <Pair>
          <Section title={say.trust} lead={say.trustLead}>
            <Checks
              checks={say.checks.map(([title, detail], at) => ({
                id: String(at),
                title,
                detail,
                passed: passed[at] ?? null,
              }))}
            />
          </Section>
          <SiteDots
            title={say.dotsTitle}
            note={say.dotsNote}
            sentence={say.dotsSentence}
            sites={sample.rows}
            changedName={say.evening}
            comparedName={say.asBefore}
            siteHeader={say.ward}
            better="lower"
            unit="h"
          />
        </Pair>
      </div>
      <Section title={say.doIt}>
        <Card>
          <Pair>
            <Stack>
              <p>
                <strong>{say.adopt}.</strong>{' '}
                <Text as="span" tone="quiet">
                  {say.lead}
                </Text>
              </p>
            </Stack>
            <Stack>
              <Field label={say.why} help={say.whyHelp}>
                <TextArea defaultValue={say.whyText} />
              </Field>
              <Row>
                <Button variant="primary">{say.adopt}</Button>
                <Button>{say.draft}</Button>
              </Row>
            </Stack>
          </Pair>
        </Card>
      </Section>
    </Page>
  )
}

function download(svg: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
  link.download = 'picture.svg'
  link.click()
  URL.revokeObjectURL(link.href)
}
