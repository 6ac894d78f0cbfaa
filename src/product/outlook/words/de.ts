export const outlookDe = {
  'outlook.no-history':
    'Es gibt keine Zahlen von vor der Änderung, niemand kann sagen, was ein Versuch sehen würde. Nichts wurde gespeichert; wählen Sie eine frühere Tabelle oder einen späteren Beginn.',
}
