import type { metricEn } from './en.ts'

export const metricDe: Record<keyof typeof metricEn, string> = {
  'metric.none': 'Diese Messgröße gibt es nicht.',
  'metric.defined-meanwhile':
    'Gerade hat jemand eine andere Definition geschrieben. Ihre wurde nicht gespeichert; lesen Sie die neue und schreiben Sie Ihre noch einmal.',
  'metric.defined-same': 'Diese Worte gelten schon. Nichts wurde gespeichert.',
  'metric.because-missing':
    'Sagen Sie, warum sich die Definition ändert: Wer ein Diagramm liest, will es wissen. Nichts wurde gespeichert.',
  'metric.defined-before':
    'Die vorige Fassung gilt seit dem {fromOn}; eine neue kann nicht früher beginnen. Nichts wurde gespeichert; wählen Sie diesen oder einen späteren Tag.',
  'metric.arrangement-kept':
    '„{name}“ hat Werte, also bleiben Art und Zeitraum: Die Werte hießen sonst etwas anderes. Nichts wurde gespeichert. Legen Sie für eine andere Art oder einen anderen Zeitraum eine andere Messgröße an.',
  'metric.taken':
    'Es gibt schon eine Messgröße namens „{name}“. Bitte wählen Sie sie aus der Liste, oder nehmen Sie einen anderen Namen. Nichts wurde gespeichert.',
  'metric.unit-kept':
    'Ein festgelegter Plan zählt „{name}“ in {unit}, also bleibt die Einheit: Was gemessen und gebucht ist, hieße sonst etwas anderes. Nichts wurde gespeichert. Legen Sie für eine andere Einheit eine andere Messgröße an; was eine wert ist, darf sich noch ändern.',
  'metric.choose': 'Welche Messgröße?',
  'metric.choose-help':
    'Nehmen Sie nach Möglichkeit eine, die es schon gibt: Gewinne in derselben Messgröße lassen sich zusammenzählen.',
  'metric.another': 'Eine andere, nicht in dieser Liste',
  'metric.name': 'Was gezählt wird',
  'metric.name-help': 'Zum Beispiel „Verpasste Termine“ oder „Zeit bis zur Entlassung“.',
  'metric.unit': 'In welcher Einheit',
  'metric.unit-help': 'Zum Beispiel „Minuten“, „€“ oder „von 100 Terminen“.',
  'metric.better': 'In welche Richtung ist es besser?',
  'metric.better-missing': 'Bitte sagen Sie, welche Richtung besser ist.',
  'metric.higher': 'Höher ist besser',
  'metric.lower': 'Niedriger ist besser',
  'metric.worth': 'Was einmal „{unit}“ wert ist',
  'metric.worth-unit': 'Was eine Einheit wert ist',
  'metric.worth-help': 'Leer lassen, wo Geld nicht passt. Der Gewinn bleibt dann in seiner eigenen Einheit.',
  'metric.worth-later': 'Was eine Einheit in Geld wert ist, sagt ein Admin, jetzt oder später.',
  'metric.add': 'Diese Messgröße nehmen',
  'metric.save': 'Speichern',
  'metric.change': 'Ändern',
  'metric.change-one': '„{name}“ ändern',
  'metric.change-help':
    'Schon gebuchte Gewinne behalten ihren Betrag. Was gezählt wird und welche Richtung besser ist, bleibt, und auch die Einheit, sobald ein festgelegter Plan in ihr zählt: Frühere Messwerte hießen sonst etwas anderes.',
  'metric.said-higher': 'Einheit: {unit}. Höher ist besser.',
  'metric.said-lower': 'Einheit: {unit}. Niedriger ist besser.',
  'metric.said-worth': 'Eine ist {worth} wert.',
}
