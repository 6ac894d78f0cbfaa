import type { overviewEn } from './en.ts'

export const overviewDe: Record<keyof typeof overviewEn, string> = {
  'overview.needs-you': 'Wartet auf Sie',
  'overview.or-more': '{count} oder mehr',
  'overview.nothing-needs-you': 'Nichts wartet auf Sie.',
  'overview.need.answer-idea': 'Beantworten: „{title}“',
  'overview.do.answer-idea': 'Lesen und antworten',
  'overview.by': 'Von {name}.',
  'overview.waits-since': 'Wartet seit',
  'overview.told-you': 'Ihnen mitgeteilt',
  'overview.newest': 'Neu',
  'overview.everything': 'Alles',
  'overview.first-steps': 'Ihr erstes gemessenes Beispiel',
  'overview.first-steps-lead':
    'Fünf Minuten, allein, ohne E-Mail. Diese Liste verschwindet, sobald der erste Versuch entschieden ist.',
  'overview.step.idea-when': 'Eine Minute',
  'overview.step.idea': 'Eine kleine Idee aufschreiben',
  'overview.step.idea-detail': 'Ein Satz über eine Sache, die Sie ändern würden.',
  'overview.step.trial-when': 'Zwei Minuten',
  'overview.step.trial': 'Mit vorhandenen Zahlen erproben',
  'overview.step.trial-detail':
    'Öffnen Sie Ihre Idee und planen Sie einen Versuch: eine Tabelle mit Orten, Zeiträumen und Werten einfügen. Der „Rückblick“ nimmt Zahlen aus der Vergangenheit.',
  'overview.step.decision-when': 'Eine Minute',
  'overview.step.decision': 'Das Ergebnis lesen und entscheiden',
  'overview.step.decision-detail':
    'Ein ehrlicher Satz, ein Bild und eine Güte. Ihre Entscheidung bucht die erste Zeile der Gewinne.',
  'overview.step.goal-when': 'Danach',
  'overview.step.goal': 'Sagen, welche Zahl sich bewegen soll',
  'overview.step.goal-detail': 'Ein Ziel sagt allen, welche kleinen Änderungen gefragt sind.',
  'overview.step.person-when': 'Danach',
  'overview.step.person': 'Eine zweite Person einladen',
  'overview.step.person-detail': 'Dann muss niemand mehr die eigenen Ideen beantworten.',
}
