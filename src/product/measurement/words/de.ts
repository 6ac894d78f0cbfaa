import type { measurementEn } from './en.ts'

export const measurementDe: Record<keyof typeof measurementEn, string> = {
  'measurement.none': 'Diesen Wert gibt es nicht.',
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
  'measurement.personal-beside':
    'Spalte „{column}“ enthält offenbar {kind, select, email {E-Mail-Adressen} phone {Telefonnummern} birthdate {Geburtsdaten} other {Namen von Personen}}, und Zahlen von Orten brauchen das nicht. Nichts wurde gelesen, denn die Tabelle bliebe hier für alle sichtbar. Bitte die Spalte aus der Tabelle nehmen und sie noch einmal bringen.',
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

  'measurement.tab.measures': 'Messgrößen',
  'measurement.tab.sites': 'Orte',
  'measurement.tab.enter': 'Eintragen',
  'measurement.came': 'Zuletzt kamen Werte am {at}.',
  'measurement.never-came': 'Noch keine Werte.',
  'measurement.enter': 'Wert eintragen',
  'measurement.viewer': 'Sie dürfen hier lesen. Werte tragen Mitglieder ein.',
  'measurement.week-of': 'Woche vom {day}',
  'measurement.divided': '{figure} ({above} von {below})',

  'measurement.latest': 'Neueste Werte',
  'measurement.empty': 'Noch keine Werte',
  'measurement.empty-help':
    'Tragen Sie einen ein, importieren Sie eine Tabelle mit einer Zeile für jeden Ort und Zeitraum, oder lassen Sie ein Programm sie senden.',
  'measurement.site': 'Ort',
  'measurement.period': 'Zeitraum',
  'measurement.before': 'Davor',
  'measurement.state': 'Wie es steht',
  'measurement.up-to-date': 'Aktuell',
  'measurement.late': '{count, plural, one {Ein Zeitraum fehlt noch} other {# Zeiträume fehlen noch}}',
  'measurement.missing': '{count, plural, one {Ein Wert fehlt: {period}.} other {# Werte fehlen, zuletzt {period}.}}',
  'measurement.outlying':
    '{count, plural, one {Ein Wert liegt weit von den anderen: {figure}, {period}.} other {# Werte liegen weit von den anderen, zuletzt {figure}, {period}.}}',

  'measurement.imports': 'Woher die Werte kamen',
  'measurement.at': 'Wann',
  'measurement.by': 'Wer',
  'measurement.rows': 'Was aus den Zeilen wurde',
  'measurement.by-source': '{name}, {source}',
  'measurement.by-at': '{name}, {at}',
  'measurement.source.sheet': 'eine Tabelle',
  'measurement.source.form': 'eingetippt',
  'measurement.source.key': 'ein Programm',
  'measurement.source.feed': 'nach Plan geholt',
  'measurement.counts':
    '{added, number} neu, {unchanged, number} unverändert, {corrected, number} berichtigt, {refused, number} abgelehnt.',
  'measurement.doubts': '{count, plural, one {Eines ist zu wissen} other {# Dinge sind zu wissen}}',
  'measurement.corrections': 'Berichtigungen',
  'measurement.corrections-lead': 'Was ein Wert war, bleibt für immer lesbar.',
  'measurement.was': 'War',
  'measurement.became': 'Wurde',
  'measurement.taken-away': 'zurückgenommen',
  'measurement.task-waiting':
    'Eine große Tabelle wird gelesen: {done} von {total} Zeilen. Sie können die Seite verlassen.',
  'measurement.task-failed': 'Eine große Tabelle wurde nicht genommen, nichts davon wurde gespeichert',
  'measurement.task-asked': 'Die Tabelle ist groß. Sie wird jetzt gelesen; diese Seite zeigt, wie weit sie ist.',

  'measurement.import': 'Tabelle importieren',
  'measurement.import-lead':
    'Werte von „{name}“, einer für jeden Ort und {every, select, day {jeden Tag} week {jede Woche} month {jeden Monat} quarter {jedes Quartal} other {jedes Jahr}}. Nichts wird gespeichert, bevor Sie gesehen haben, was geschehen würde.',
  'measurement.table': 'Die Tabelle',
  'measurement.shape': 'Wie die Tabelle aufgebaut ist',
  'measurement.shape.long': 'Eine Zeile für jeden Ort und Zeitraum',
  'measurement.shape.wide': 'Eine Spalte für jeden Zeitraum',
  'measurement.column.site': 'Wo',
  'measurement.column.site-help': 'Die Spalte mit Filiale, Station, Team oder einem anderen Ort.',
  'measurement.column.period': 'Wann',
  'measurement.column.period-help': 'Die Spalte mit Tag, Woche, Monat, Quartal oder Jahr.',
  'measurement.column.value': 'Der Wert',
  'measurement.column.value-help': 'Die Spalte mit dem Gemessenen; wo geteilt wird, die Zahl über dem Bruchstrich.',
  'measurement.column.denominator': 'Von, oder in',
  'measurement.column.denominator-help': 'Die Spalte mit der Zahl unter dem Bruchstrich.',
  'measurement.what-happens': 'Was geschehen würde',
  'measurement.choose-first': 'Wählen Sie oben die Spalten.',
  'measurement.cannot-read': 'So lässt sich die Tabelle nicht lesen',
  'measurement.span':
    '{rows, plural, one {Eine Zeile} other {# Zeilen}} über {sites, plural, one {einen Ort} other {# Orte}}, von {first} bis {last}.',
  'measurement.part': 'Das ist eine große Tabelle',
  'measurement.part-help': 'Gezeigt ist, was ihre ersten Zeilen täten. Der Rest wird beim Import gelesen.',
  'measurement.tally.added': 'neue Werte',
  'measurement.tally.unchanged': 'schon da, und gleich',
  'measurement.tally.corrected': 'würden berichtigt; was sie waren, bleibt',
  'measurement.tally.refused': 'Zeilen ausgelassen, Gründe unten',
  'measurement.new-sites':
    '{count, plural, one {Ein Ort ist noch nicht bekannt} other {# Orte sind noch nicht bekannt}}',
  'measurement.and-more': '{names} und {more, number} weitere.',
  'measurement.add-sites': '{count, plural, one {Anlegen} other {Alle # anlegen}}',
  'measurement.ask-for-sites':
    'Ihre Zeilen werden ausgelassen. Bitten Sie eine Leitung, die Orte anzulegen, und importieren Sie noch einmal.',
  'measurement.would-change': 'Werte, die sich ändern würden',
  'measurement.is-now': 'Jetzt',
  'measurement.becomes': 'Wird',
  'measurement.store': '{count, plural, =0 {Importieren} one {Einen Wert importieren} other {# Werte importieren}}',

  'measurement.nothing-to-enter': 'Noch nichts einzutragen',
  'measurement.nothing-help':
    'Ein Wert braucht eine Messgröße und einen Ort. Legen Sie beide unter „Messgrößen“ und „Orte“ an, oder bitten Sie eine Leitung darum.',
  'measurement.what': 'Was',
  'measurement.where': 'Wo',
  'measurement.what-where': '{metric}: {site}',
  'measurement.site-late': '{name} ({count} fehlen noch)',
  'measurement.when': 'Wann',
  'measurement.period-there': '{period} (ist da)',
  'measurement.before-was': 'Davor: {figure} ({period}).',
  'measurement.none-before': 'Der erste.',
  'measurement.above': 'Wie viele',
  'measurement.below': 'Von, oder in',
  'measurement.below-help.proportion': 'Wie viele es insgesamt waren.',
  'measurement.below-help.other': 'Die Zeit oder Menge, durch die geteilt wird.',
  'measurement.number-missing': 'Eine Zahl fehlt.',
  'measurement.is-there': 'Jetzt da: {figure}.',
  'measurement.sure': 'Sicher?',
  'measurement.slip.part':
    '{figure} ist etwa {by, plural, =10 {ein Zehntel} =100 {ein Hundertstel} =1000 {ein Tausendstel} other {1/#}} von dem, was es hier sonst ist ({usual}).',
  'measurement.slip.times': '{figure} ist etwa das {by, number}-Fache von dem, was es hier sonst ist ({usual}).',
  'measurement.slip.off': '{figure} ist weit von dem, was es hier sonst ist ({usual}).',
  'measurement.save': 'Speichern',
  'measurement.save-anyway': 'Ja, speichern',
  'measurement.correct': 'Berichtigen',
  'measurement.saved': 'Gespeichert: {figure} für {period}.',
  'measurement.next-site': 'Weiter: {name}',
  'measurement.offline': 'Keine Verbindung',
  'measurement.offline-help':
    'Der Wert ist noch nicht gespeichert. Dieser Browser kann ihn behalten und senden, wenn die Verbindung wieder da ist.',
  'measurement.not-kept':
    'Dieser Browser behält nichts. Notieren Sie den Wert, und tragen Sie ihn noch einmal ein, wenn die Verbindung wieder da ist.',
  'measurement.keep-here': 'Hier behalten',
  'measurement.waiting':
    '{count, plural, one {Ein Wert wartet} other {# Werte warten}} in diesem Browser auf eine Verbindung',
  'measurement.send-now': 'Jetzt senden',
  'measurement.drop': 'Wegwerfen',
}
