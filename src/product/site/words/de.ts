import type { siteEn } from './en.ts'

export const siteDe: Record<keyof typeof siteEn, string> = {
  'site.none': 'Diesen Ort gibt es nicht.',
  'site.taken':
    'Es gibt schon einen Ort namens „{name}“, vielleicht anders geschrieben. Nichts wurde gespeichert; nehmen Sie jenen, oder geben Sie diesem einen anderen Namen.',
  'site.twice':
    'Der Name „{name}“ steht zweimal da, vielleicht anders geschrieben. Nichts wurde gespeichert; nehmen Sie einen davon weg.',
  'site.too-many': 'Ein Arbeitsbereich hat höchstens {limit, number} Orte. Nichts wurde gespeichert.',
}
