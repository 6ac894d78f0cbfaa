import { formatNumber } from '#platform/anywhere/format.ts'
import { type Line, sayWritten, sidedOf, sidedRangeOf, type Written } from '#product/result/line.ts'
import { facing } from '#product/result/result.ts'
import { intervalSvg } from './pictures.ts'
import { say, type Told } from './told.ts'

/** The effect with its interval, turned so that better is to the right; the words are the metric's own. */
export function effectPicture(
  effect: { readonly estimate: number; readonly low: number | null; readonly high: number | null },
  { better, worth, sentence }: { better: 'higher' | 'lower'; worth: number | null; sentence: string },
): ReturnType<Told['pictures']>[number] {
  const figures = facing(effect, better)
  const { estimate, low, high } = effect
  const isLower = better === 'lower'
  const sided = sidedOf(effect, '')
  const tell = (value: Line | Written) => sayWritten(value, say, 'en')
  const end = (value: number | null) => (value === null ? null : tell(sided(isLower ? -value : value)))
  const svg = intervalSvg(
    figures,
    worth,
    {
      estimate: tell(sided(estimate)),
      low: end(figures.low),
      high: end(figures.high),
      range: low === null || high === null ? '' : tell(sidedRangeOf(effect, '')(low, high)),
      worth: worth === null ? null : say('design.worth-having', { value: formatNumber(worth, 'en') }),
      zero: say('design.no-difference'),
      none: say('design.no-range'),
      worse: isLower ? 'higher (worse)' : 'lower (worse)',
      better: isLower ? 'lower (better)' : 'higher (better)',
    },
    sentence,
  )
  const holds = low === null ? 'There is no interval.' : 'The bar holds every size that fits the data.'
  return { title: 'How large is it?', note: `Better is to the right. ${holds}`, svg }
}
