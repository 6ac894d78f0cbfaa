import type { gainEn } from './en.ts'

export const gainDe: Record<keyof typeof gainEn, string> = {
  'gain.none': 'Diese Zeile gibt es im Gewinnbuch nicht.',
  'gain.too-large':
    'Der Betrag ist größer, als das Gewinnbuch fassen kann. Nichts wurde gebucht; bitte prüfen Sie die Orte und was eine Einheit wert ist.',
  'gain.claimed':
    'Nichts wurde entschieden: {count, plural, one {Eine Zahl ist} other {# Zahlen sind}} schon in „{title}“ gezählt ({site}, {period}). Zwei Gewinne zählen nie denselben Ort, dieselbe Messgröße und denselben Zeitraum. Nehmen Sie zuerst jene Zeile zurück, oder entscheiden Sie, ohne zu übernehmen.',
  'gain.booked-already': 'Dieser Versuch hat schon seine Zeile im Gewinnbuch. Nichts wurde doppelt gebucht.',
  'gain.nothing-to-reverse': 'Diese Zeile bucht keinen Betrag, also gibt es nichts zurückzunehmen.',
  'gain.reversed-already': 'Jemand hat diese Zeile schon zurückgenommen.',
  'gain.nothing-to-confirm': 'Diese Zeile braucht keine zweite Person.',
  'gain.needs-second-person':
    'Dafür braucht es eine zweite Person: Weder wer die Idee hatte noch wer die Zeile gebucht hat, kann sie bestätigen.',
  'gain.confirmed-already': 'Jemand hat diese Zeile schon bestätigt.',
  'gain.told-reversed': '{by} hat den Gewinn von „{title}“ zurückgenommen',
}
