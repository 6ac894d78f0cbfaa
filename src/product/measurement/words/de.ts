import type { measurementEn } from './en.ts'

export const measurementDe: Record<keyof typeof measurementEn, string> = {
  'measurement.no-task': 'Diesen Import gibt es nicht.',
  'measurement.series-long':
    'Das sind mehr als {most, number} Werte, so viele passen in eine Antwort. Fragen Sie nach weniger Orten oder einer kürzeren Zeit.',
  'measurement.site-name-long':
    'Zeile {row}: „{name}“ ist zu lang für den Namen eines Ortes. Nichts wurde gespeichert; kürzen Sie ihn, oder wählen Sie die Spalte, in der wirklich die Orte stehen.',

  'measurement.no-column':
    'Die Tabelle hat keine Spalte „{column}“. Sie hat: {found}. Die Tabelle und Ihre Auswahl sind noch da; wählen Sie eine andere Spalte.',
  'measurement.column-twice':
    'Die Spalte „{column}“ ist für zwei Dinge gewählt. Ihre Auswahl ist noch da; ändern Sie eines davon.',
  'measurement.period-missing': 'Wählen Sie die Spalte, die sagt, wann. Ihre übrige Auswahl ist noch da.',
  'measurement.value-missing': 'Wählen Sie die Spalte mit dem Wert. Ihre übrige Auswahl ist noch da.',
  'measurement.denominator-missing':
    'Diese Messgröße teilt eine Zahl durch eine andere. Wählen Sie die Spalte mit der Zahl unter dem Bruchstrich; Ihre übrige Auswahl ist noch da.',
  'measurement.denominator-unwanted':
    'Werte dieser Messgröße haben keine Zahl unter dem Bruchstrich. Wählen Sie dort nichts; Ihre übrige Auswahl ist noch da.',
  'measurement.wide-divided':
    'Eine Tabelle mit einer Spalte je Zeitraum hat keinen Platz für die Zahl unter dem Bruchstrich. Bringen Sie eine Zeile für jeden Ort und Zeitraum. Die Tabelle ist noch da.',
  'measurement.no-wide':
    'Keine Spalte heißt nach {every, select, day {einem Tag} week {einer Woche} month {einem Monat} quarter {einem Quartal} other {einem Jahr}}. Es gibt: {found}. Wählen Sie die Spalten, die sagen, wann und wie viel, oder benennen Sie die Spalten wie {every, select, day {2026-11-24} week {2026-W48} month {2026-11} quarter {2026 Q4} other {2026}}.',
  'measurement.too-many-sites':
    'Zeile {row}: In der Spalte „{column}“ stehen mehr als {limit, number} Orte, mehr gehen nicht. Ist das wirklich die Spalte der Orte? Ihre Auswahl ist noch da.',
  'measurement.too-many-periods':
    'Zeile {row}: In der Spalte „{column}“ stehen mehr als {limit, number} Zeiträume, mehr gehen nicht. Sagt diese Spalte wirklich, wann? Ihre Auswahl ist noch da.',
  'measurement.no-period-at-all':
    'Zeile {row}: „{text}“ ist kein Zeitraum, den wir lesen können, und in keiner anderen Zeile steht einer. Schreiben Sie {every, select, day {Tage wie 2026-11-24} week {Wochen wie 2026-W48} month {Monate wie 2026-11} quarter {Quartale wie 2026 Q4} other {Jahre wie 2026}}. Die Tabelle und Ihre Auswahl sind noch da.',
  'measurement.other-period-at-all':
    'Zeile {row}: „{text}“ ist ein Zeitraum anderer Art: Diese Messgröße hat einen Wert für {every, select, day {jeden Tag} week {jede Woche} month {jeden Monat} quarter {jedes Quartal} other {jedes Jahr}}. Zählen Sie die Werte so zusammen und bringen Sie sie noch einmal, oder legen Sie eine Messgröße mit diesem Zeitraum an. Die Tabelle und Ihre Auswahl sind noch da.',
  'measurement.personal-e-mail':
    'In der Spalte „{column}“ stehen anscheinend E-Mail-Adressen. Werte handeln hier von Orten, nicht von einzelnen Menschen, also wurde nichts gelesen. Nehmen Sie eine andere Spalte, oder ersetzen Sie sie durch ein Kürzel.',
  'measurement.personal-phone':
    'In der Spalte „{column}“ stehen anscheinend Telefonnummern. Werte handeln hier von Orten, nicht von einzelnen Menschen, also wurde nichts gelesen. Nehmen Sie eine andere Spalte, oder ersetzen Sie sie durch ein Kürzel.',
  'measurement.personal-birth-date':
    'In der Spalte „{column}“ stehen anscheinend Geburtsdaten. Werte handeln hier von Orten, nicht von einzelnen Menschen, also wurde nichts gelesen. Nehmen Sie eine andere Spalte, oder bringen Sie Summen je Ort.',
  'measurement.personal-name':
    'In der Spalte „{column}“ stehen anscheinend Namen von Menschen. Werte handeln hier von Orten, nicht von einzelnen Menschen, also wurde nichts gelesen. Nehmen Sie eine andere Spalte, oder ersetzen Sie sie durch ein Kürzel.',

  'measurement.fault.no-denominator': 'Die Zahl unter dem Bruchstrich fehlt: von wie vielen?',
  'measurement.fault.denominator-unwanted': 'Werte dieser Messgröße haben keine Zahl unter dem Bruchstrich.',
  'measurement.fault.denominator-not-above-0': 'Die Zahl unter dem Bruchstrich muss über 0 liegen.',
  'measurement.fault.not-whole': 'So viele von so vielen: Beide müssen ganze Zahlen sein.',
  'measurement.fault.negative': 'Die Zahl kann nicht unter 0 liegen.',
  'measurement.fault.more-than-all': 'Das sind mehr als alle. Sind die beiden Zahlen vertauscht?',
  'measurement.fault.not-begun': 'Dieser Zeitraum hat noch nicht begonnen.',

  'measurement.doubt.no-site':
    '{count, plural, one {Eine Zeile nennt} other {# Zeilen nennen}} keinen Ort. Ausgelassen; die erste ist Zeile {row}.',
  'measurement.doubt.unknown-site':
    '{count, plural, one {Eine Zeile nennt} other {# Zeilen nennen}} einen Ort, den noch niemand kennt, zuerst „{text}“ in Zeile {row}. Ausgelassen; legen Sie die Orte an, um sie zu nehmen.',
  'measurement.doubt.no-period':
    '{count, plural, one {Eine Zeile nennt} other {# Zeilen nennen}} keinen lesbaren Zeitraum, zuerst „{text}“ in Zeile {row}. Ausgelassen; schreiben Sie ihn wie die anderen.',
  'measurement.doubt.other-period':
    '{count, plural, one {Eine Zeile nennt} other {# Zeilen nennen}} einen Zeitraum anderer Art als diese Messgröße, zuerst „{text}“ in Zeile {row}. Ausgelassen; zählen Sie solche Werte erst zusammen.',
  'measurement.doubt.not-begun':
    '{count, plural, one {Eine Zeile handelt} other {# Zeilen handeln}} von einem Zeitraum, der noch nicht begonnen hat, zuerst „{text}“ in Zeile {row}. Ausgelassen; prüfen Sie das Datum.',
  'measurement.doubt.no-value':
    '{count, plural, one {Eine Zelle ist} other {# Zellen sind}} leer, zuerst in Zeile {row}. Dafür wird nichts gespeichert; es gilt als fehlend, nie als 0.',
  'measurement.doubt.not-a-number':
    'In {count, plural, one {einer Zelle} other {# Zellen}} steht keine Zahl, zuerst „{text}“ in Zeile {row}, Spalte „{column}“. Ausgelassen.',
  'measurement.doubt.no-denominator':
    '{count, plural, one {Eine Zeile hat} other {# Zeilen haben}} nichts unter dem Bruchstrich, zuerst Zeile {row}. Ausgelassen.',
  'measurement.doubt.denominator-unwanted':
    '{count, plural, one {Eine Zeile hat} other {# Zeilen haben}} eine Zahl unter dem Bruchstrich, mit der diese Messgröße nichts anfangen kann, zuerst Zeile {row}. Ausgelassen.',
  'measurement.doubt.denominator-not-above-0':
    '{count, plural, one {Eine Zeile hat} other {# Zeilen haben}} 0 oder weniger unter dem Bruchstrich, zuerst Zeile {row}. Ausgelassen.',
  'measurement.doubt.not-whole':
    '{count, plural, one {Ein Wert ist} other {# Werte sind}} keine ganze Zahl, zuerst „{text}“ in Zeile {row}. Ausgelassen: So viele von so vielen sind ganze Zahlen.',
  'measurement.doubt.negative':
    '{count, plural, one {Ein Wert liegt} other {# Werte liegen}} unter 0, zuerst „{text}“ in Zeile {row}. Ausgelassen.',
  'measurement.doubt.more-than-all':
    '{count, plural, one {Eine Zeile hat} other {# Zeilen haben}} mehr über als unter dem Bruchstrich, zuerst Zeile {row}. Ausgelassen; sind die Spalten vertauscht?',
  'measurement.doubt.twice':
    '{count, plural, one {Eine Zeile nennt} other {# Zeilen nennen}} einen Ort und Zeitraum, den schon eine frühere nennt, zuerst „{text}“ in Zeile {row}. Genommen wurde die frühere; gehören sie zusammen, zählen Sie sie erst zusammen.',
  'measurement.doubt.outlying':
    '{count, plural, one {Ein Wert liegt} other {# Werte liegen}} weit von dem, was {count, plural, one {sein Ort} other {ihre Orte}} sonst {count, plural, one {hat} other {haben}}, zuerst {text} in Zeile {row}. Genommen, wie {count, plural, one {er dasteht} other {sie dastehen}}; sehen Sie einmal hin.',
}
