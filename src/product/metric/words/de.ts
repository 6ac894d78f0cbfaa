import type { metricEn } from './en.ts'

export const metricDe: Record<keyof typeof metricEn, string> = {
  'metric.none': 'Diese Messgröße gibt es nicht.',
  'metric.taken':
    'Es gibt schon eine Messgröße namens „{name}“. Bitte wählen Sie sie aus der Liste, oder nehmen Sie einen anderen Namen. Nichts wurde gespeichert.',
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
  'metric.add': 'Diese Messgröße nehmen',
  'metric.save': 'Speichern',
  'metric.change': 'Ändern',
  'metric.change-one': '„{name}“ ändern',
  'metric.change-help':
    'Schon gebuchte Gewinne behalten ihren Betrag. Was gezählt wird und welche Richtung besser ist, bleibt: Frühere Messwerte hießen sonst etwas anderes.',
  'metric.said-higher': 'Einheit: {unit}. Höher ist besser.',
  'metric.said-lower': 'Einheit: {unit}. Niedriger ist besser.',
  'metric.said-worth': 'Eine ist {worth} wert.',
}
