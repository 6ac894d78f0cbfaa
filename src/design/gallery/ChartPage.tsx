import { IntervalPicture } from '../charts/IntervalPicture.tsx'
import { RawSeries } from '../charts/RawSeries.tsx'
import { SiteDots } from '../charts/SiteDots.tsx'
import { TwoGroupSeries } from '../charts/TwoGroupSeries.tsx'
import { Page } from '../Page.tsx'
import { centres, months, restaurants, states } from './sample-numbers.ts'
import { useSampleWords } from './use-sample-words.ts'

const smoking = states()
const daycare = centres()
const monthly = months()
const shops = restaurants()

export function ChartPage() {
  const say = useSampleWords()
  return (
    <Page tabTitle={say.charts} title={say.charts} lead={say.chartsLead}>
      <Intervals />
      <TwoGroupSeries
        title={say.smoking}
        sentence={say.smokingSentence}
        periods={smoking.periods}
        changed={{ name: say.california, means: smoking.california }}
        compared={{ name: say.others, means: smoking.othersMeans, sites: smoking.others }}
        change={{ from: 19, text: say.lawStarts }}
      />
      <TwoGroupSeries
        title={say.wage}
        sentence={say.wageSentence}
        periods={say.waves}
        changed={{ name: say.newJersey, means: [20.4, 21], sites: wavesOf('change') }}
        compared={{ name: say.pennsylvania, means: [23.3, 21.2], sites: wavesOf('compare') }}
        change={{ from: 1, text: say.changeStarts }}
      />
      <RawSeries
        title={say.late}
        sentence={say.lateSentence}
        periods={daycare.periods}
        sites={daycare.sites}
        meanText={say.meanOf}
        change={{ from: 4, to: 15, text: say.fineStarts }}
      />
      <TwoGroupSeries
        title={say.month}
        sentence={say.monthSentence}
        periods={monthly.periods}
        changed={{ name: say.evening, means: monthly.means }}
        compared={null}
        change={{ from: 80, text: say.changeStarts }}
        unitText="h"
      />
      <SiteDots
        title={say.manyDots}
        note={say.manyDotsNote}
        sentence={say.manyDotsSentence}
        sites={shops}
        changedName={say.newJersey}
        comparedName={say.pennsylvania}
        siteHeader={say.restaurant}
        better="higher"
      />
    </Page>
  )
}

function wavesOf(group: 'change' | 'compare') {
  return shops.filter((shop) => shop.group === group).map((shop) => [shop.before, shop.after])
}

function Intervals() {
  const say = useSampleWords()
  return (
    <>
      <IntervalPicture
        title={say.unclear}
        sentence={say.unclearSentence}
        estimate={0.2}
        low={-0.5}
        high={0.9}
        worth={1}
        valueText={say.unclearValue}
        worseText={say.moreOf}
        betterText={say.fewer}
      />
      <IntervalPicture
        title={say.harm}
        sentence={say.harmSentence}
        estimate={-9}
        low={-14}
        high={-4}
        worth={1}
        valueText={say.harmValue}
        worseText={say.moreOf}
        betterText={say.fewer}
      />
      <IntervalPicture
        title={say.bare}
        sentence={say.bareSentence}
        estimate={27.35}
        low={null}
        high={null}
        valueText={say.bareValue}
        noIntervalText={say.bareWhy}
        worseText={say.moreOf}
        betterText={say.fewer}
      />
    </>
  )
}
