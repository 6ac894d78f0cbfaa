import type { decisionEn } from './en.ts'

export const decisionDe: Record<keyof typeof decisionEn, string> = {
  'decision.none': 'Über diesen Versuch ist noch nichts entschieden.',
  'decision.no-result':
    'Es gibt noch kein Ergebnis, über das Sie entscheiden könnten. Es wird berechnet, wenn der Versuch zu Ende ist; nichts wurde entschieden.',
  'decision.newer-result':
    'Während Sie gelesen haben, kam ein neueres Ergebnis. Nichts wurde entschieden; bitte sehen Sie es sich an und entscheiden Sie dann noch einmal.',
  'decision.taken-already':
    'Jemand hat über diesen Versuch schon entschieden. Nichts wurde geändert; laden Sie neu, um es zu sehen.',
  'decision.needs-adoption':
    'Bitte sagen Sie, an wie vielen Orten die Änderung übernommen wird, ab welchem Tag, und wie oft die Zahlen kommen.',
  'decision.told-adopt': '{by} hat „{title}“ übernommen',
  'decision.told-adapt': '{by} möchte „{title}“ anpassen und noch einmal versuchen',
  'decision.told-drop': '{by} hat „{title}“ verworfen',
}
