import type { chartEn } from './en.ts'

export const chartDe: Record<keyof typeof chartEn, string> = {
  'chart.no-entry': 'Diesen Eintrag auf einem Diagramm gibt es nicht.',
  'chart.only-baselines-end':
    'Eine festgehaltene Strecke braucht ihren letzten Zeitraum, und nichts anderes hat einen. Nichts wurde gespeichert; bessern Sie es aus und speichern Sie noch einmal.',
  'chart.ends-before': 'Die Strecke endet, bevor sie beginnt. Wählen Sie einen späteren letzten Zeitraum.',
  'chart.effect-of-another':
    'Nur eine Änderung beginnt neue Grenzen, und nur ein Grund lässt einen Zeitraum aus. Nichts wurde gespeichert.',
  'chart.method-unfit':
    'Dieses Diagramm passt nicht zur Art dieser Messgröße. Wählen Sie ein anderes; nichts wurde geändert.',
  'chart.set-meanwhile':
    'Jemand hat geändert, wie diese Diagramme gezeichnet werden, seit Sie sie geöffnet haben. Nichts wurde geändert; sehen Sie sie an und wählen Sie noch einmal.',
  'chart.too-many-entries':
    'Auf den Diagrammen dieser Messgröße stehen {limit} Einträge, so viele wie möglich. Nehmen Sie einen zurück, der nicht mehr gilt.',
  'chart.taken-back': 'Jemand hat das vor Ihnen zurückgenommen. Nichts wurde geändert.',
  'chart.no-funnel':
    '„{name}“ ist weder ein Anteil noch eine Rate; die Größe eines Ortes sagt also nicht, wie weit er schwanken darf. Sehen Sie sich die Wand der Diagramme an.',
  'chart.told-one': '{metric}, {sites}: eine Änderung zum Schlechteren',
  'chart.told-many': '{metric}: eine Änderung zum Schlechteren an {count} Orten: {sites}',

  'chart.signal.outside':
    '{direction, select, above {Über der oberen Grenze} below {Unter der unteren Grenze} other {Außerhalb der Grenzen}}',
  'chart.signal.shift':
    '{count} {every, select, day {Tage} week {Wochen} month {Monate} quarter {Quartale} gap {Abstände} other {Jahre}} nacheinander {direction, select, above {über} other {unter}} dem Üblichen',
  'chart.signal.trend':
    '{count} {every, select, day {Tage} week {Wochen} month {Monate} quarter {Quartale} gap {Abstände} other {Jahre}} nacheinander {direction, select, rising {steigend} other {fallend}}',
  'chart.signal.two-of-three':
    'Zwei von drei nahe der {direction, select, above {oberen} other {unteren}} Grenze oder jenseits davon',
  'chart.signal.four-of-five': 'Vier von fünf deutlich {direction, select, above {über} other {unter}} dem Üblichen',
  'chart.signal.alternating':
    '{count} {every, select, day {Tage} week {Wochen} month {Monate} quarter {Quartale} gap {Abstände} other {Jahre}} abwechselnd auf und ab',
  'chart.signal.hugging':
    '{count} {every, select, day {Tage} week {Wochen} month {Monate} quarter {Quartale} gap {Abstände} other {Jahre}} ungewöhnlich nah an der Mitte',
  'chart.signal.avoiding':
    '{count} {every, select, day {Tage} week {Wochen} month {Monate} quarter {Quartale} gap {Abstände} other {Jahre}} nacheinander fern der Mitte',
  'chart.signal.long-run':
    'Ein ungewöhnlich langer Lauf: {count} {every, select, day {Tage} week {Wochen} month {Monate} quarter {Quartale} gap {Abstände} other {Jahre}} nacheinander {direction, select, above {über} other {unter}} dem Üblichen',
  'chart.signal.few-crossings': 'Die Zahlen wechseln zu selten die Seite: etwas driftet oder hat sich verschoben',

  'chart.wall': 'Regelkarten',
  'chart.all-sites': 'alle Orte zusammen',
  'chart.since': '{every, select, day {seit dem {when}} week {seit der Woche vom {when}} other {seit {when}}}',
  'chart.in':
    '{every, select, day {am {when}} week {in der Woche vom {when}} month {im {when}} quarter {in {when}} other {{when}}}',
  'chart.period': '{every, select, week {Woche vom {when}} other {{when}}}',
  'chart.from-to': '{from} bis {to}',
  'chart.sentence.steady-again':
    '{metric}, {place}: üblicherweise {low} bis {high}; was früher auffiel, ist unten markiert.',
  'chart.sentence.steady': '{metric}, {place}: nichts als die übliche Schwankung, {low} bis {high}.',
  'chart.sentence.run': '{metric}, {place}: nichts als die übliche Schwankung um {centre}.',
  'chart.sentence.shifted':
    '{metric}, {place}: üblich sind {low} bis {high}; {since} hat sich etwas {side, select, better {zum Besseren} worse {zum Schlechteren} other {im Muster}} geändert.',
  'chart.sentence.shifted-bare':
    '{metric}, {place}: {since} hat sich etwas {side, select, better {zum Besseren} worse {zum Schlechteren} other {im Muster}} geändert.',
  'chart.sentence.once':
    '{metric}, {place}: üblich sind {low} bis {high}; {in} waren es {figure}, {side, select, better {besser, als Zufall erklärt} other {schlechter, als Zufall erklärt}}.',
  'chart.sentence.provisional':
    '{metric}, {place}: bisher {count, plural, one {# Zahl} other {# Zahlen}}. Ab 12 gibt es feste Grenzen.',
  'chart.sentence.no-limits': '{metric}, {place}: diese Zahlen ergeben keine Grenzen.',
  'chart.sentence.empty': '{metric}, {place}: noch keine Zahlen.',
  'chart.next.worse':
    'Als Nächstes: Wer dabei war, schreibt, warum. {name, select, none {Noch kümmert sich niemand um diese Messgröße.} other {Gefragt: {name}.}}',
  'chart.next.better':
    'Als Nächstes: Sagen Sie, was anders gemacht wurde, damit es bleibt und andere es auch tun können.',
  'chart.next.pattern': 'Als Nächstes: Sehen Sie nach, wie die Zahlen entstehen, bevor Sie nach einer Ursache suchen.',
  'chart.next.steady':
    'Eine einzelne Zahl höher oder tiefer bedeutet hier nichts. Um vom Üblichen wegzukommen, ändern Sie etwas und probieren Sie es aus.',
  'chart.next.provisional': 'Warten Sie auf mehr Zahlen, bevor Sie aus einzelnen etwas lesen.',
  'chart.next.no-limits':
    '{reason, select, no_events {Nichts wurde gezählt. Die Abstände zwischen seltenen Ereignissen würden mehr sagen.} all_events {Alles wurde gezählt. Zeichnen Sie, was nicht geschah.} no_variation {Alle Zahlen sind gleich; jede Grenze wäre geraten.} other {Es sind zu wenige Zahlen.}}',
  'chart.next.empty': 'Bringen Sie Zahlen, und das Diagramm zeichnet sich selbst.',

  'chart.picture-title': '{place}',
  'chart.picture-note':
    'Ein Punkt für {every, select, day {jeden Tag} week {jede Woche} month {jeden Monat} quarter {jedes Quartal} other {jedes Jahr}}. Die durchgezogene Linie ist das Übliche, zwischen den gepunkteten liegt, was Zufall erklärt. Nummerierte Zeichen werden darunter erklärt.',
  'chart.picture-note-run':
    'Ein Punkt für {every, select, day {jeden Tag} week {jede Woche} month {jeden Monat} quarter {jedes Quartal} other {jedes Jahr}}, um den Median. Nummerierte Zeichen werden darunter erklärt.',
  'chart.picture-note-gaps':
    'Ein Punkt für jedes Ereignis: je höher er liegt, desto länger seit dem vorigen, {better, select, lower {und das ist gut} other {und das ist schlecht}}. Die durchgezogene Linie ist das Übliche, zwischen den gepunkteten liegt, was Zufall erklärt. Nummerierte Zeichen werden darunter erklärt.',
  'chart.picture-note-open': 'Der letzte Punkt ist der Abstand seit dem letzten Ereignis; er ist noch nicht zu Ende.',
  'chart.gap.periods':
    '{every, select, day {Tage} week {Wochen} month {Monate} quarter {Quartale} other {Jahre}} zwischen zweien',
  'chart.gap.cases': 'Fälle zwischen zweien',
  'chart.gap.exposure': 'zwischen zweien',
  'chart.usual': 'üblich {value}',
  'chart.limit': 'Grenze {value}',
  'chart.latest': 'zuletzt {value}',
  'chart.so-far': 'bisher {value}',
  'chart.limits-learnt': 'Grenzen aus diesen {count}',
  'chart.limits-frozen': 'Grenzen aus diesen {count} festgehalten',
  'chart.defined-anew': 'Bedeutung geändert',
  'chart.begun': '{kind}: {text}',
  'chart.going-on': '{from}, und es läuft noch',
  'chart.method.xmr': 'Karte einzelner Werte (XmR)',
  'chart.method.p': 'Karte von Anteilen (p)',
  'chart.method.p-prime': 'Karte von Anteilen, die mehr als zufällig streuen (p′)',
  'chart.method.u': 'Karte von Raten (u)',
  'chart.method.u-prime': 'Karte von Raten, die mehr als zufällig streuen (u′)',
  'chart.method.c': 'Karte von Anzahlen (c)',
  'chart.method.g': 'Seltene Fälle: wie viele zwischen zweien liegen (g)',
  'chart.method.t': 'Seltene Ereignisse: wie viel Zeit zwischen zweien liegt (t)',
  'chart.method.run': 'Verlauf um den Median, ohne Grenzen',
  'chart.rules.nhs': 'NHS',
  'chart.rules.western-electric': 'Western Electric',
  'chart.rules.nelson': 'Nelson',
  'chart.rules.anhoej': 'Anhøj: nur Läufe',
  'chart.rules.outside': 'Nur die Grenzen',
  'chart.foot':
    '{method}; Regeln: {rules}. Grenzen gelernt aus {count, plural, one {# Zahl} other {# Zahlen}}, {span}.',
  'chart.foot-provisional': 'Weniger als 12: sie bewegen sich noch.',
  'chart.foot-scatter':
    'Die Zahlen streuen {times}-mal so stark, wie Zufall allein es täte; um so viel weiter sind die Grenzen.',
  'chart.foot-negative': 'Eine Anzahl unter 0 gibt es nicht; darum sind einzelne Werte gezeichnet.',
  'chart.foot-rare-gaps':
    'In den meisten Zeiträumen gab es kein Ereignis: Ihre Anzahl läge auf 0, darum ist der Abstand von einem Ereignis zum nächsten gezeichnet.',
  'chart.foot-gaps-exposure': 'Abstände sind in dem gezählt, wodurch die Rate geteilt wird ({unit}).',
  'chart.foot-no-gaps':
    'Zwischen weniger als zwei, zwischen nicht ganzen oder sehr vielen Ereignissen gibt es keine Abstände zu zeichnen; darum sind die Zahlen selbst gezeichnet.',
  'chart.foot-missing': '{count, plural, one {# Zeitraum hat} other {# Zeiträume haben}} keine Zahl: {which}.',
  'chart.foot-late': 'Überfällig: {which}.',
  'chart.foot-earlier':
    '{count, plural, one {# früherer Punkt zählt mit und ist} other {# frühere Punkte zählen mit und sind}} nicht zu sehen.',
  'chart.foot-rare':
    'So wenige Ereignisse in einem Zeitraum, dass die meisten Zufall sind. Längere Zeiträume oder die Abstände zwischen zwei Ereignissen (zu wählen unter „Wie es gezeichnet wird“) würden mehr sagen.',
  'chart.foot-alone': 'Ein Diagramm allein sagt nicht, warum: das sagt ein Versuch.',
  'chart.aria':
    'Regelkarte von {metric}, {place}: {points} Zahlen von {from} bis {to}. {said} {marks, plural, =0 {Keine Signale.} one {# Signal.} other {# Signale.}}',

  'chart.column.period': 'Zeitraum',
  'chart.column.figure': 'Zahl',
  'chart.column.parts': 'Woraus',
  'chart.column.centre': 'Üblich',
  'chart.column.low': 'Untere Grenze',
  'chart.column.high': 'Obere Grenze',
  'chart.column.begins': 'Beginnt hier',
  'chart.column.signal': 'Signal',
  'chart.none': 'keine',

  'chart.marks': 'Was auffällt',
  'chart.marks-none': 'Nichts fällt auf: Sie sehen das übliche Auf und Ab.',
  'chart.marks-earlier': '{count, plural, one {# früheres} other {# frühere}} zeigen',
  'chart.no-reason': 'Noch kein Grund.',
  'chart.asked': 'Gefragt: {name}.',
  'chart.written-by': '{name}, {day}.',
  'chart.left-out': 'Zählt nicht für die Grenzen.',
  'chart.new-limits': 'Neue Grenzen ab hier.',
  'chart.why': 'Schreiben, warum',
  'chart.why-title': 'Warum {in}?',
  'chart.why-label': 'Was war anders?',
  'chart.why-help': 'Zum Beispiel: „Der Aufzug war vier Tage außer Betrieb.“ Wer dieses Diagramm sieht, liest es.',
  'chart.why-leave-out': 'Die Ursache ist bekannt und kommt nicht wieder: nicht in die Grenzen rechnen',
  'chart.why-saved': 'Danke. Der Grund steht auf dem Diagramm.',
  'chart.save': 'Speichern',

  'chart.log': 'Was hier geschah',
  'chart.log-empty':
    'Noch ist nichts festgehalten. Halten Sie fest, was anders gemacht wird und seit wann: so kann das Diagramm zeigen, ob es geholfen hat.',
  'chart.log-on-all': 'An allen Orten',
  'chart.kind.note': 'Grund',
  'chart.kind.change': 'Änderung',
  'chart.kind.baseline': 'Grenzen festgehalten',
  'chart.definition': 'Bedeutung geändert, Fassung {version}',
  'chart.taken': 'Von {name} zurückgenommen: „{reason}“',
  'chart.take-back': 'Zurücknehmen',
  'chart.take-back-title': 'Das zurücknehmen?',
  'chart.take-back-text': 'Es gilt nicht mehr. Im Verlauf bleibt es stehen, mit Ihrem Grund.',
  'chart.taken-now': 'Zurückgenommen. Das Diagramm ist ohne das gezeichnet.',

  'chart.record': 'Änderung festhalten',
  'chart.record-what': 'Was wird anders gemacht?',
  'chart.record-what-help': 'Zum Beispiel: „Medikamente werden am Vorabend bestellt.“',
  'chart.record-when': 'Seit wann?',
  'chart.record-where': 'Wo?',
  'chart.record-new-limits': 'Ab hier neue Grenzen beginnen',
  'chart.record-new-limits-help':
    'Erst wenn die Änderung bleibt. Bis dahin zeigen die alten Grenzen, ob sie etwas bewegt hat.',
  'chart.recorded': 'Die Änderung steht auf dem Diagramm.',
  'chart.freeze': 'Grenzen festhalten',
  'chart.freeze-lead':
    'Grenzen werden aus dieser Strecke gelernt und bleiben dann, damit sich eine Änderung nicht in ihnen verstecken kann. Mindestens zwölf Zeiträume, zwanzig sind gut.',
  'chart.freeze-from': 'Von',
  'chart.freeze-to': 'Bis',
  'chart.freeze-why': 'Warum diese Strecke?',
  'chart.freeze-why-help': 'Zum Beispiel: „Das Jahr, bevor wir den Schalter verlegt haben.“',
  'chart.frozen': 'Die Grenzen sind auf dieser Strecke festgehalten.',

  'chart.site': 'Ort',
  'chart.choose-site': 'Alle Orte zusammen',
  'chart.rules': 'Regeln',
  'chart.method': 'Diagramm',
  'chart.method-fitting': 'Das passende',
  'chart.method-help.usual': 'Ratchet sieht auf die Art der Messgröße und darauf, wie ihre Zahlen streuen.',
  'chart.method-help.rare':
    'Für das, was selten geschieht, etwa ein Sturz oder ein Leck. In den meisten Zeiträumen geschieht es nicht; ihre Anzahl sagt also wenig. Hier ist jeder Punkt ein Ereignis, so hoch, wie lange das vorige her war: wird es seltener, steigen die Punkte.',
  'chart.look-only': 'Sie sehen es mit anderen Regeln an. Alle anderen sehen: {rules}.',
  'chart.set': 'Wie es gezeichnet wird',
  'chart.set-lead': 'Für alle und für jeden Ort dieser Messgröße, ab jetzt. Frühere Entscheidungen bleiben im Verlauf.',
  'chart.set-saved': 'Alle Diagramme dieser Messgröße werden jetzt so gezeichnet.',
  'chart.together': 'Alle Orte zusammen sind',
  'chart.together.average': 'der Durchschnitt der Orte',
  'chart.together.sum': 'die Summe der Orte',
  'chart.start-idea': 'Daraus eine Idee machen',
  'chart.plan-trial': 'Versuch planen',
  'chart.see-wall': 'Alle Orte',
  'chart.see-site-wall': 'Alles, was hier gemessen wird: {place}',

  'chart.stand.worse': 'Schlechter',
  'chart.stand.pattern': 'Seltsames Muster',
  'chart.stand.no-limits': 'Keine Grenzen',
  'chart.stand.provisional': 'Zu wenige Zahlen',
  'chart.stand.better': 'Besser',
  'chart.stand.steady': 'Stabil',
  'chart.stand.empty': 'Keine Zahlen',
  'chart.wall-sentence':
    '{metric}: {worse, plural, =0 {kein Ort wurde schlechter} one {# Ort wurde schlechter} other {# Orte wurden schlechter}}, {better, plural, =0 {keiner wurde besser} one {# wurde besser} other {# wurden besser}}, {steady, plural, =0 {keiner ist stabil} one {# ist stabil} other {# sind stabil}}.',
  'chart.site-sentence':
    '{place}: {worse, plural, =0 {nichts wurde schlechter} one {# Messgröße wurde schlechter} other {# Messgrößen wurden schlechter}}, {better, plural, =0 {keine wurde besser} one {# wurde besser} other {# wurden besser}}, {steady, plural, =0 {keine ist stabil} one {# ist stabil} other {# sind stabil}}.',
  'chart.wall-lead':
    'Ein kleines Diagramm für jeden Ort, alle auf einer Skala. Was Aufmerksamkeit braucht, steht vorn; das ist keine Rangliste, und was stabil ist, unterscheidet sich durch Zufall.',
  'chart.site-lead':
    'Ein kleines Diagramm für jede Messgröße. Was Aufmerksamkeit braucht, steht vorn; jedes hat seine eigene Skala.',
  'chart.wall-heading': '{count, plural, one {# Diagramm} other {# Diagramme}}',
  'chart.wall-empty': 'Noch nichts zu zeichnen',
  'chart.wall-empty-help': 'Sobald Zahlen dieser Messgröße da sind, bekommt hier jeder Ort sein Diagramm.',
  'chart.wall-unit': 'Einheit: {unit}.',
  'chart.wall-gaps': 'Wo Ereignisse selten sind, sind die Abstände zwischen ihnen gezeichnet, auf einer eigenen Skala.',
  'chart.site-empty-help': 'Sobald Zahlen dieses Ortes da sind, bekommt hier jede Messgröße ihr Diagramm.',
  'chart.wall-none-left': 'Kein Diagramm passt zu dieser Auswahl.',
  'chart.key-change': 'Änderung beginnt',
  'chart.key-better': 'Signal, besser',
  'chart.key-worse': 'Signal, schlechter',
  'chart.no-reason-yet': 'noch kein Grund',
  'chart.small-aria': '{name}: {said}. Letzte Zahl {figure}.',
  'chart.filter-stand': 'Zeigen',
  'chart.filter-all': 'Alle',
  'chart.filter-kind': 'Art des Ortes',
  'chart.pages': 'Seiten der Wand',
  'chart.page-of': 'Seite {page} von {pages}',
  'chart.page-before': 'Zurück',
  'chart.page-next': 'Weiter',
  'chart.funnel': 'Kleine Orte schwanken mehr',
  'chart.funnel-note':
    '{metric}, {from} bis {to}, nach Größe. Grau: wo 95 von 100 Orten lägen, wenn alle gleich wären; gepunktet: 998 von 1.000.',
  'chart.funnel-wide': 'Die Grenzen sind weiter, weil sich Orte um mehr als Zufall unterscheiden.',
  'chart.funnel-foot':
    'Wer außerhalb liegt, wird gefragt, nicht beschuldigt. Keine Rangliste: die Reihenfolge der anderen ist Zufall.',
  'chart.funnel-all': 'alle Orte {value}',
  'chart.funnel-size': 'gezählt aus',
  'chart.funnel-aria':
    'Trichterdiagramm von {count} Orten. {far, plural, =0 {Alle liegen innerhalb der Grenzen.} one {Einer liegt außerhalb: {names}.} other {# liegen außerhalb: {names}.}}',
  'chart.funnel-outside.far': 'außerhalb von 998 von 1.000',
  'chart.funnel-outside.near': 'außerhalb von 95 von 100: einer von zwanzig ist Zufall',
  'chart.funnel-outside.none': 'innerhalb',
  'chart.column.site': 'Ort',
  'chart.column.size': 'Gezählt aus',
  'chart.column.where': 'Wo er liegt',
}
