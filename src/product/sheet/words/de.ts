import type { sheetEn } from './en.ts'

export const sheetDe: Record<keyof typeof sheetEn, string> = {
  'sheet.none': 'Diese Tabelle gibt es nicht.',
  'sheet.full':
    'Der Arbeitsbereich hebt schon so viele Tabellen auf, wie er darf ({limit, number} Bytes). Nichts wurde aufgehoben. Tabellen, die kein Versuch braucht, werden nach 30 Tagen gelöscht; wer den Server betreibt, kann mehr erlauben.',
  'sheet.no-mark': 'kein Zeichen',

  'sheet.file-help':
    'Eine Arbeitsmappe aus Excel (.xlsx) oder LibreOffice (.ods), oder CSV: eine Zeile für jeden Ort und Zeitraum, oder eine Spalte für jeden Zeitraum.',
  'sheet.paste': 'Oder die Zellen hier einfügen',
  'sheet.paste-another': 'Oder eine andere Tabelle einfügen',
  'sheet.paste-help': 'In der Tabellenkalkulation kopieren, mit Kopfzeile. Sie werden sofort gelesen.',
  'sheet.pasted': 'Eingefügte Tabelle',
  'sheet.read-text': 'Lesen, was im Feld steht',
  'sheet.reading': 'Die Tabelle wird gelesen',
  'sheet.sending': 'Die Tabelle wird gesendet',
  'sheet.reading-share': 'Die Tabelle wird gelesen: {percent, number} %',
  'sheet.tab': 'Blatt der Arbeitsmappe',
  'sheet.tab-hidden': '{name} (ausgeblendet)',
  'sheet.is-wide': 'Sind einige dieser Spalten Zeiträume?',
  'sheet.is-wide-help':
    'Dann kann jede davon zur Zeile werden: eine für jeden Ort und Zeitraum, mit den Spalten „Period“ und „Value“.',
  'sheet.turn': 'Diese Spalten zu Zeilen machen',
  'sheet.as-is': 'Stattdessen so lesen, wie sie dasteht',
  'sheet.put-right': 'Wieder zurechtrücken',
  'sheet.came': '{name}: {rows} Zeilen, {columns, plural, one {# Spalte} other {# Spalten}}.',
  'sheet.first-rows': 'Die ersten Zeilen von {name}',
  'sheet.row': 'Zeile',
  'sheet.examples': 'Etwa {examples}',
  'sheet.column.site': 'Wo',
  'sheet.column.site-help': 'Die Spalte mit Filiale, Station, Team oder einem anderen Ort.',
  'sheet.column.period': 'Wann',
  'sheet.column.period-help': 'Die Spalte mit Tag, Woche, Monat oder Nummer des Zeitraums.',
  'sheet.column.value': 'Der Wert',
  'sheet.column.value-help': 'Die Spalte mit dem, was gemessen wurde.',
  'sheet.more-columns': 'Weitere Spalten, wo die Tabelle sie hat',
  'sheet.column.none': 'Nicht in dieser Tabelle',
  'sheet.column.place': 'Wo',
  'sheet.column.place-help': 'Nur wenn die Tabelle mehrere Orte enthält. Bei einem offen lassen.',
  'sheet.column.on': 'Mit der Änderung oder ohne',
  'sheet.column.on-help': 'Sagt für jeden Zeitraum, ob die Änderung da war.',
  'sheet.column.start': 'Wann jeder Ort beginnt',
  'sheet.column.start-help':
    'Der erste Zeitraum mit der Änderung, in jeder Zeile eines Orts derselbe. Leer, wo sie nie kommt.',
  'sheet.column.denominator': 'Geteilt durch',
  'sheet.column.denominator-help': 'Worüber gezählt wird, etwa Patiententage. Offen lassen, wo es nichts gibt.',
  'sheet.column.weight': 'Wie viele hinter jedem Wert stehen',
  'sheet.column.weight-help': 'Etwa die Fälle, aus denen ein Mittelwert wurde. Offen lassen, wo alle gleich zählen.',
  'sheet.column.received': 'Wer es wirklich gemacht hat',
  'sheet.column.received-help': 'Ja, Nein oder ein Anteil zwischen 0 und 1. Offen lassen, wo das niemand aufschreibt.',
  'sheet.column.arm': 'Die Gruppe',
  'sheet.column.arm-help': 'In welche Gruppe jeder Mensch oder jedes Ding gelost wurde.',
  'sheet.column.unit': 'Wer oder was ausgelost wurde',
  'sheet.column.unit-help':
    'Eine Nummer oder ein Name für jeden, damit aus mehreren Zeilen eine wird. Offen lassen, wo jede Zeile einer ist.',
  'sheet.column.pre': 'Derselbe Wert von vorher',
  'sheet.column.pre-help': 'Nimmt weg, was von Anfang an verschieden war. Offen lassen, wo es keinen gibt.',
  'sheet.column.treated': 'Welche Orte die Änderung bekommen',
  'sheet.column.treated-help': 'Die Spalte, die Ja oder Nein sagt oder die Gruppe nennt.',
  'sheet.treated-values': 'Was in „{column}“ heißt, dass ein Ort die Änderung bekommt?',
  'sheet.treated-values-help': 'Jeder andere Text, auch eine leere Zelle, heißt, dass er sie nicht bekommt.',
  'sheet.since': 'Erster Zeitraum mit der Änderung',
  'sheet.since-help':
    'Wie er in der Tabelle steht, oder ein Datum wie 2026-11-30. Er darf nach der letzten Zeile liegen.',
  'sheet.since-help-like': 'Wie in der Tabelle, etwa {example}, oder als Datum. Er darf nach der letzten Zeile liegen.',
  'sheet.date-order': 'Wie Daten wie 01/02/2024 gemeint sind',
  'sheet.date-order.day-first': 'Tag zuerst: 1. Februar',
  'sheet.date-order.month-first': 'Monat zuerst: 2. Januar',
  'sheet.number-style': 'Wie Zahlen wie 1.234 gemeint sind',
  'sheet.number-style.point': 'Der Punkt trennt die Nachkommastellen',
  'sheet.number-style.comma': 'Das Komma trennt die Nachkommastellen',
  'sheet.as-found': 'Wie die Tabelle aussieht',
  'sheet.no-doubts': 'In der Tabelle ist nichts Zweifelhaftes aufgefallen.',
  'sheet.rows': 'Zeilen {rows}.',
  'sheet.rows-more': 'Zeilen {rows} und mehr.',
  'sheet.doubts':
    '{count, plural, one {Eines sollten Sie über diese Tabelle wissen} other {# Dinge sollten Sie über diese Tabelle wissen}}',
  'sheet.series-note':
    'Dick: der Mittelwert jeder Gruppe. Dünn: einzelne Orte. Wie sie in der Tabelle stehen, noch nichts gerechnet.',
  'sheet.series-says':
    '{title} von {first} bis {last}: {treated, plural, one {# Ort} other {# Orte}} mit der Änderung, die in {start} beginnt, und {comparison} ohne.',
  'sheet.series-before':
    '{title} von {first} bis {last}: {treated, plural, one {# Ort} other {# Orte}}, die die Änderung bekommen werden, und {comparison}, die sie nicht bekommen. Sie hat noch nicht begonnen.',
  'sheet.filled': '{filled, number} von {places, number} Paaren aus Ort und Zeitraum haben einen Wert.',
  'sheet.not-drawn':
    '{count, plural, one {Ein Zeitraum ohne einen einzigen Wert ist nicht gezeichnet: {period}.} other {# Zeiträume ohne einen einzigen Wert sind nicht gezeichnet, etwa {period}.}}',
  'sheet.holes':
    '{count, number} von {places, number} Werten {count, plural, one {fehlt} other {fehlen}}. Sie bleiben weg und gelten nie als 0.',
  'sheet.hole-row':
    '{noRow, plural, one {Ein Paar aus Ort und Zeitraum hat} other {# Paare aus Ort und Zeitraum haben}} keine Zeile, zuerst {site}, {period}.',
  'sheet.hole-text':
    '{cell, plural, one {Eines hat} other {# haben}} eine Zeile ohne Zahl, zuerst „{text}“ in Zeile {row}.',
  'sheet.hole-cell':
    '{cell, plural, one {Eines hat} other {# haben}} eine Zeile ohne Zahl, zuerst eine leere Zelle (oder NA, -) in Zeile {row}.',
  'sheet.with-change': 'Mit der Änderung',
  'sheet.without-change': 'Ohne',
  'sheet.sites': '{count, plural, one {# Ort} other {# Orte}}',
  'sheet.change-starts': 'Änderung beginnt, {period}',

  'sheet.problem.empty-file':
    'Da steht nichts drin. Nichts wurde aufgehoben; bitte eine Datei mit Kopfzeile und mindestens einer Zeile wählen.',
  'sheet.problem.no-rows':
    'Unter der Kopfzeile steht keine Zeile. Nichts wurde aufgehoben; bitte die Zeilen ergänzen und noch einmal senden.',
  'sheet.problem.too-many-bytes':
    'Sie ist größer als {limit, number} Bytes. Nichts wurde aufgehoben; bitte Spalten weglassen, die hier niemand braucht, oder die Datei teilen.',
  'sheet.problem.too-many-columns':
    'Sie hat {count, number} Spalten; {limit, number} sind das Höchste. Nichts wurde aufgehoben; bitte Spalten weglassen, die hier niemand braucht.',
  'sheet.problem.line-too-long':
    'Zeile {row} hat mehr als {limit, number} Zeichen: wahrscheinlich ist das keine Tabelle. Nichts wurde aufgehoben; bitte als CSV speichern und noch einmal senden.',
  'sheet.problem.cell-too-long':
    'Zeile {row}, Spalte „{column}“: eine Zelle mit {length, number} Zeichen; {limit, number} sind das Höchste. Bitte kürzen und die Tabelle noch einmal senden.',
  'sheet.problem.long-row':
    'Zeile {row} hat {cells, number} Zellen, die Kopfzeile {columns, number}: So kann niemand sagen, welche Zelle wohin gehört. Nichts wurde aufgehoben; bitte die Zeile berichtigen, oft ist es ein Komma in einem Text ohne Anführungszeichen.',
  'sheet.problem.quote-not-closed':
    'In Textzeile {line} (Zeile {row}, Spalte „{column}“) öffnet ein Anführungszeichen und schließt nie. Nichts wurde aufgehoben; bitte schließen und die Tabelle noch einmal senden.',
  'sheet.problem.quote-misplaced':
    'In Textzeile {line} (Zeile {row}, Spalte „{column}“) folgt Text auf ein schließendes Anführungszeichen. Nichts wurde aufgehoben; ein Anführungszeichen in einem Text bitte doppelt schreiben.',
  'sheet.problem.nul-character':
    'Zeile {row}, Spalte „{column}“: ein Zeichen, das in keinem Text vorkommt. Nichts wurde aufgehoben; bitte die Tabelle neu als CSV speichern und diese senden.',
  'sheet.problem.bad-encoding':
    'Zeile {row}, Spalte „{column}“: Buchstaben, die sich nicht als {encoding} lesen lassen. Nichts wurde aufgehoben; bitte als „CSV UTF-8“ speichern und diese Datei senden.',
  'sheet.problem.is-xlsx':
    'Das ist eine Arbeitsmappe, die hier nicht gelesen wird (.{type}). Nichts wurde aufgehoben; bitte in der Tabellenkalkulation „Speichern unter“ und dann „.xlsx“ oder „CSV UTF-8“ wählen. Oder die Zellen kopieren und hier einfügen.',
  'sheet.problem.is-protected':
    'Diese Arbeitsmappe hat ein Kennwort, darum lässt sich nichts darin lesen. Nichts wurde aufgehoben; bitte eine Kopie ohne Kennwort speichern und die senden, oder die Zellen kopieren und hier einfügen.',
  'sheet.problem.is-broken':
    'Diese Arbeitsmappe ist beschädigt oder kam nur zum Teil an. Nichts wurde aufgehoben; bitte in der Tabellenkalkulation öffnen, neu speichern und noch einmal senden.',
  'sheet.problem.unpacks-too-large':
    'Entpackt ist diese Arbeitsmappe viel größer, als eine Tabelle es ist. Nichts wurde aufgehoben; bitte Blätter und leere formatierte Zeilen löschen, die hier niemand braucht, oder das eine Blatt als CSV speichern.',
  'sheet.problem.no-tab':
    'Die Arbeitsmappe hat kein Blatt „{tab}“. Sie hat: {found}. Die Tabelle ist aufgehoben; bitte ein anderes Blatt wählen.',
  'sheet.problem.is-pdf':
    'Das ist ein PDF. Nichts wurde aufgehoben; bitte die Tabelle, aus der es entstand, als .xlsx oder CSV senden.',
  'sheet.problem.is-html':
    'Das ist eine Webseite, wie immer sie heißt: vielleicht die Anmeldeseite des Systems, aus dem sie kommt, oder eine als Seite gespeicherte Tabelle. Nichts wurde aufgehoben; bitte noch einmal als CSV herunterladen, oder in der Tabellenkalkulation öffnen und als .xlsx speichern.',
  'sheet.problem.is-archive':
    'Das ist ein Archiv ({type}). Nichts wurde aufgehoben; bitte auspacken und die CSV-Datei darin senden.',
  'sheet.problem.is-binary':
    'Das ist keine Textdatei. Nichts wurde aufgehoben; bitte die Tabelle als CSV speichern und diese senden.',

  'sheet.problem.no-column':
    'Die Tabelle hat keine Spalte „{column}“. Sie hat: {found}. Tabelle und Auswahl bleiben; bitte eine andere Spalte wählen.',
  'sheet.problem.column-twice':
    'Spalte „{column}“ ist für zweierlei gewählt. Ihre Auswahl bleibt; bitte eines davon ändern.',
  'sheet.problem.no-period':
    'Zeile {row}, Spalte „{column}“: „{text}“ ist kein Zeitraum, den wir lesen können. Bitte Tage als 2024-05-31, Monate als 2024-05, Wochen als 2024-W22 oder einfache Zahlen schreiben. Tabelle und Auswahl bleiben.',
  'sheet.problem.mixed-periods':
    'Zeile {row}, Spalte „{column}“: „{text}“ ist eine andere Art von Zeitraum als „{otherText}“ darüber. Bitte alle gleich schreiben. Tabelle und Auswahl bleiben.',
  'sheet.problem.no-since':
    '„{since}“ ist kein Zeitraum dieser Tabelle. Bitte wie in der Tabelle schreiben, etwa „{example}“, oder als Datum. Alles andere bleibt.',
  'sheet.problem.not-a-flag':
    'Zeile {row}: Spalte „{column}“ sollte Ja oder Nein sagen (1/0, ja/nein, wahr/falsch) und sagt: {found}. Bitte wählen, was davon heißt, dass ein Ort die Änderung bekam. Ihre Auswahl bleibt.',
  'sheet.problem.no-treated-value':
    'In Spalte „{column}“ kommt „{value}“ nicht vor. Es gibt dort: {found}. Bitte neu wählen; die übrige Auswahl bleibt.',
  'sheet.problem.no-treated-site':
    'Nach Spalte „{column}“ bekam kein Ort die Änderung; so gibt es nichts zu vergleichen. Bitte eine andere Spalte oder andere Werte wählen; das Übrige bleibt.',
  'sheet.problem.several-starts':
    'Zeile {row}: „{site}“ beginnt mit {other}, in einer früheren Zeile mit {start}; ein Ort beginnt einmal. Ihre Auswahl bleibt; bitte die Tabelle ausbessern oder eine andere Spalte wählen.',
  'sheet.problem.start-ends':
    '„{site}“ ist in {period} wieder ohne die Änderung. Bei dieser Art von Versuch bleibt dabei, wer begonnen hat. Ihre Auswahl bleibt; bitte „am selben Ort an und aus“ wählen oder die Tabelle ausbessern.',
  'sheet.problem.both-states':
    'Für {period} sagt eine Zeile mit der Änderung und eine andere ohne. Ihre Auswahl bleibt; bitte die Tabelle ausbessern oder kürzere Zeiträume wählen.',
  'sheet.problem.no-numbers':
    'Zeile {row}: Spalte „{column}“ enthält Text („{text}“) und keine einzige Zahl. Bitte die Spalte mit den Werten wählen; die übrige Auswahl bleibt.',
  'sheet.problem.too-many-sites':
    'Zeile {row}: Spalte „{column}“ nennt mehr als {limit, number} Orte; mehr geht nicht. Ist es wirklich die Spalte der Orte? Ihre Auswahl bleibt.',
  'sheet.problem.too-many-units':
    'Die Tabelle nennt mehr als {limit, number} Personen oder Dinge, das ist die Obergrenze. Ihre Auswahl bleibt; enthält die Spalte wirklich Namen?',
  'sheet.problem.too-many-arms':
    'Zeile {row}: Spalte „{column}“ hat mehr als {limit} verschiedene Texte und sagt wohl nicht, wer in welcher Gruppe war. Ihre Auswahl bleibt; bitte eine andere Spalte wählen.',
  'sheet.problem.too-many-periods':
    'Zeile {row}: Spalte „{column}“ nennt mehr als {limit, number} Zeiträume; mehr geht nicht. Bitte Tage zu Wochen oder Monaten zusammenfassen oder eine andere Spalte wählen. Ihre Auswahl bleibt.',

  'sheet.warning.windows-text':
    'Sie wurde in einer älteren Windows-Kodierung gespeichert. Bitte prüfen, ob Buchstaben wie ä und é stimmen.',
  'sheet.warning.damaged-text':
    '{count, plural, one {Eine Zelle enthält} other {# Zellen enthalten}} ein Ersatzzeichen (�): Buchstaben gingen verloren, bevor die Datei hier ankam. Die erste steht in Zeile {row}, Spalte „{column}“.',
  'sheet.warning.other-tabs':
    'Die Arbeitsmappe hat {others, plural, one {noch ein Blatt} other {noch # Blätter}}. Gelesen wurde „{tab}“; ein anderes lässt sich oben wählen.',
  'sheet.warning.merged-cells':
    '{count, plural, one {Eine Zeile bekam} other {# Zeilen bekamen}} den Text einer verbundenen Zelle darüber. Die erste ist Zeile {row}.',
  'sheet.warning.hidden-rows':
    '{count, plural, one {Eine Zeile ist} other {# Zeilen sind}} in der Arbeitsmappe ausgeblendet (oft durch einen Filter) und {count, plural, one {wurde} other {wurden}} trotzdem gelesen. Die erste ist Zeile {row}.',
  'sheet.warning.uncomputed-cells':
    '{count, plural, one {Eine Formel hat} other {# Formeln haben}} in der Datei kein Ergebnis und {count, plural, one {gilt} other {gelten}} als fehlend. Die erste steht in Zeile {row}. Bitte in der Tabellenkalkulation öffnen, speichern und noch einmal senden.',
  'sheet.warning.title-rows':
    '{rows, plural, one {Eine Zeile} other {# Zeilen}} über der Kopfzeile {rows, plural, one {gilt} other {gelten}} als Überschrift und {rows, plural, one {bleibt} other {bleiben}} weg.',
  'sheet.warning.no-header':
    'Schon die erste Zeile enthält Werte; die Spalten heißen deshalb „Column 1“ und so weiter.',
  'sheet.warning.one-column':
    'Es gibt nur eine Spalte. Vielleicht sind die Spalten durch ein Zeichen getrennt, das wir nicht kennen.',
  'sheet.warning.short-rows':
    '{count, plural, one {Eine Zeile hat} other {# Zeilen haben}} weniger Zellen, als die Kopfzeile Spalten hat ({columns, number}). Was nicht da ist, gilt als fehlend. Die erste ist Zeile {row}.',
  'sheet.warning.turned':
    'Sie hat eine Spalte für jeden Zeitraum, {first} bis {last} ({columns, number} Spalten). Aus jeder wurde eine eigene Zeile, mit den Spalten „Period“ und „Value“.',
  'sheet.warning.filled-down':
    'Spalte „{column}“ nennt jeden Ort einmal, über seinen Zeilen: {count, plural, one {eine Zeile bekam} other {# Zeilen bekamen}} den Namen darüber. Die erste ist Zeile {row}.',
  'sheet.warning.serial-dates':
    'Spalte „{column}“ enthält Tage als bloße Zahlen einer Tabellenkalkulation: „{text}“ in Zeile {row} wurde als {date} gelesen.',
  'sheet.warning.total-rows':
    '{count, plural, one {Eine Zeile, die andere zusammenzählt, wurde} other {# Zeilen, die andere zusammenzählen, wurden}} weggelassen: „{text}“, Zeile {row}.',
  'sheet.warning.no-key':
    '{role, select, site {{count, plural, one {Eine Zeile nennt keinen Ort} other {# Zeilen nennen keinen Ort}}} other {{count, plural, one {Eine Zeile nennt keinen Zeitraum} other {# Zeilen nennen keinen Zeitraum}}}} und {count, plural, one {bleibt} other {bleiben}} weg. Die erste ist Zeile {row}.',
  'sheet.warning.rows-without':
    'Spalte „{column}“: {count, plural, one {eine Zeile sagt dort nichts und bleibt} other {# Zeilen sagen dort nichts und bleiben}} weg. Die erste ist Zeile {row}.',
  'sheet.warning.missing-values':
    'Spalte „{column}“: {count, plural, one {ein Wert fehlt} other {# Werte fehlen}} (leer, NA, -). Der erste in Zeile {row}. Fehlende Werte bleiben weg und gelten nie als 0.',
  'sheet.warning.text-in-numbers':
    'Spalte „{column}“: {count, plural, one {eine Zelle enthält} other {# Zellen enthalten}} Text statt einer Zahl und {count, plural, one {bleibt} other {bleiben}} weg. Die erste ist „{text}“ in Zeile {row}.',
  'sheet.warning.other-decimals':
    'Spalte „{column}“: {count, plural, one {eine Zelle schreibt} other {# Zellen schreiben}} das Dezimalzeichen anders als die übrigen und {count, plural, one {wurde} other {wurden}} weggelassen. Die erste ist „{text}“ in Zeile {row}. Bitte wie die übrigen schreiben.',
  'sheet.warning.unsure-numbers':
    'Spalte „{column}“: „{text}“ in Zeile {row} wurde als {readAs, number} gelesen. Meint der Punkt oder das Komma etwas anderes, sagen Sie es bitte unten.',
  'sheet.warning.mixed-marks':
    'Spalte „{column}“ mischt „{mark}“ und „{other}“, zuerst in Zeile {row}. Die Zahlen gelten, wie sie dastehen; bitte prüfen, ob alle dieselbe Einheit haben.',
  'sheet.warning.unsure-dates':
    'Zeile {row}: „{text}“ wurde mit dem {order, select, day_first {Tag} other {Monat}} zuerst gelesen. Ist es umgekehrt, sagen Sie es bitte unten.',
  'sheet.warning.duplicate-rows':
    '{places, plural, one {Ein Ort und Zeitraum hat} other {# Paare aus Ort und Zeitraum haben}} mehr als eine Zeile (zusammen {rows, number} Zeilen). Es gilt ihr Mittelwert. Das erste: {site}, {period}, Zeile {row}.',
  'sheet.warning.repeated-periods':
    '{periods, plural, one {Ein Zeitraum hat} other {# Zeiträume haben}} mehr als eine Zeile (zusammen {rows, number} Zeilen). Sie werden so zusammengelegt, wie Sie gewählt haben. Der erste: {period}, Zeile {row}.',
  'sheet.warning.units-repeated':
    '{units, plural, one {Ein Name hat} other {# Namen haben}} mehr als eine Zeile (zusammen {rows, number} Zeilen). Daraus wurde je ein Wert, denn wer ausgelost wurde, zählt einmal. Der erste: {unit}, Zeile {row}.',
  'sheet.warning.gaps':
    '{places, plural, one {Ein Wert ist} other {# Werte sind}} nicht da: {sites, plural, one {einem Ort fehlt} other {# Orten fehlt}} für manche Zeiträume die Zeile. Der erste: {site}, {period}.',
  'sheet.warning.since-moved': '„{since}“ ist kein Zeitraum der Tabelle; die Änderung zählt ab dem nächsten, {period}.',
  'sheet.warning.since-before-all':
    'Die Änderung beginnt mit „{since}“, beim ersten Zeitraum ({first}) oder davor: Vor der Änderung gibt es nichts zum Vergleichen.',
  'sheet.warning.since-after-all':
    'Die Änderung beginnt mit „{since}“, nach dem letzten Zeitraum ({last}): Die Tabelle enthält noch keine Werte mit der Änderung.',
  'sheet.warning.empty-side':
    '{group, select, treated {Die Orte mit der Änderung haben} other {Die Orte ohne die Änderung haben}} {side, select, before {vor ihrem Beginn} other {nach ihrem Beginn}} keinen einzigen Wert.',
  'sheet.warning.one-site': 'Es gibt nur einen Ort ({site}). Ohne andere zum Vergleichen lässt sich nichts sagen.',
  'sheet.warning.one-treated-site':
    'Nur ein Ort bekommt die Änderung ({site}). Was dort sonst noch geschieht, wird wie die Änderung aussehen.',
  'sheet.warning.one-comparison-site':
    'Nur ein Ort bleibt ohne die Änderung ({site}). Was dort sonst noch geschieht, wird wie die Änderung aussehen.',
  'sheet.warning.no-comparison-site': 'Alle Orte bekommen die Änderung; so bleibt keiner zum Vergleichen.',
  'sheet.warning.unknown-treated':
    '{sites, plural, one {Ein Ort bleibt} other {# Orte bleiben}} weg, weil die Tabelle nicht sagt, ob {sites, plural, one {er} other {sie}} die Änderung {sites, plural, one {bekam} other {bekamen}}. Der erste: {site}.',
  'sheet.warning.treated-changes':
    '{sites, plural, one {Ein Ort ist} other {# Orte sind}} in manchen Zeilen mit und in anderen ohne Änderung eingetragen, etwa {site}. Ein Ort gilt als geändert, wenn es irgendeine Zeile sagt.',
  'sheet.warning.treated-elsewhere':
    '{sites, plural, one {Ein Ort bekam} other {# Orte bekamen}} die Änderung zu einer anderen Zeit als {since}, etwa {site} in {period}. Der Vergleich nimmt {since} für alle.',
  'sheet.warning.similar-sites':
    '{pairs, plural, one {Zwei Namen sehen} other {# Paare von Namen sehen}} aus wie derselbe Ort, verschieden geschrieben, etwa „{site}“ und „{other}“. Sie gelten als verschiedene Orte.',
  'sheet.warning.long-names':
    '{count, plural, one {Eine Zeile hat} other {# Zeilen haben}} einen Ortsnamen mit bis zu {length, number} Zeichen. Ist „{column}“ wirklich die Spalte der Orte?',
}
