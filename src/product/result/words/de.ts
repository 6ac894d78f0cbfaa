import { designsDe } from './designs-de.ts'
import type { resultEn } from './en.ts'
import { forecastsDe } from './forecasts-de.ts'
import { sharedDe } from './shared-de.ts'

export const resultDe: Record<keyof typeof resultEn, string> = {
  ...designsDe,
  ...forecastsDe,
  ...sharedDe,
  'result.none': 'Dieses Ergebnis gibt es nicht.',
  'result.not-over':
    'Der Versuch ist noch nicht zu Ende, also gibt es nichts zu messen. Bitte beenden oder stoppen Sie ihn zuerst.',
  'result.decided': 'Über den Versuch ist entschieden. Seine Ergebnisse bleiben, wie sie waren.',
  'result.told-measured': 'Das Ergebnis von „{title}“ ist da. Sie entscheiden, was daraus wird.',

  'result.beyond-chance':
    '{metric}: {design, select, split {mit „{treated}“} series {seit der Änderung} switchback {mit eingeschalteter Änderung} other {mit der Änderung}} {size} {way, select, up {mehr} other {weniger}} {design, select, split {als mit „{comparison}“} series {als der Verlauf davor erwarten ließ} other {als ohne sie}}. Das ist {standing, select, better {besser} other {schlechter}}, plausibel sind {low} bis {high}.',
  'result.unclear':
    'Zu knapp, um etwas zu sagen: {metric} kann mit der Änderung zwischen {worse} schlechter und {better} besser liegen.',
  'result.less-than-worth':
    'Wenn {metric} besser wird, dann um weniger, als sich lohnt ({worth}): Möglich ist alles von {worse} schlechter bis {better} besser.',
  'result.placebo.beyond-chance':
    '{metric}: mit der Änderung {size} {way, select, up {mehr} other {weniger}} als ohne sie. Das ist {standing, select, better {besser} other {schlechter}} (p {p}; das kleinste mögliche ist {floor}).',
  'result.placebo.unclear':
    'Das lässt sich nicht sagen. {metric}: mit der Änderung {size} {way, select, up {mehr} other {weniger}} als ohne sie, aber das kann auch Zufall sein (p {p}; das kleinste mögliche ist {floor}).',
  'result.placebo.blind':
    'Diese Orte können es nicht zeigen. {metric}: mit der Änderung {size} {way, select, up {mehr} other {weniger}} als ohne sie, aber bei so wenigen Orten hätte selbst die klarste Wirkung p = {floor}.',
  'result.guardrail-harm': '{guardrail} wurde um {size} schlechter, mehr als die erlaubten {margin}.',
  'result.guardrail-harm-range':
    '{guardrail} wurde um {size} schlechter (plausibel {low} bis {high}), mehr als die erlaubten {margin}.',
  'result.looking-back': 'Im Rückblick:',

  'result.worth.yes': 'Selbst das untere Ende des Plausiblen lohnt sich ({worth}).',
  'result.worth.no': 'Das ist weniger, als sich lohnt ({worth}).',
  'result.worth.unclear': 'Ob es erreicht, was sich lohnt ({worth}), ist offen.',
  'result.compared':
    '{treated, plural, one {Ein Ort} other {# Orte}} mit der Änderung gegen {comparison, plural, one {einen} other {#}} ohne sie, {before, plural, one {ein Zeitraum} other {# Zeiträume}} davor und {after, plural, one {einer} other {#}} damit.',
  'result.compared-some':
    '{treated, number} von {allTreated, plural, one {# Ort} other {# Orten}} mit der Änderung gegen {comparison, number} von {allComparison, number} ohne sie, {before, plural, one {ein Zeitraum} other {# Zeiträume}} davor und {after, plural, one {einer} other {#}} damit; {lost, plural, one {dem übrigen fehlen} other {den übrigen fehlen}} Zahlen von davor oder danach.',
  'result.no-interval.too-few-sites': 'Bei weniger als vier Orten auf einer Seite gibt es kein Intervall.',
  'result.no-interval.no-variation':
    'Innerhalb ihrer Gruppe unterscheiden sich die Orte nicht, deshalb gibt es kein Intervall.',
  'result.no-interval.smallest-p-above-level': 'So wenige Orte schließen nichts aus, deshalb gibt es kein Intervall.',
  'result.plan-after': 'Der Plan wurde nach den Daten geschrieben, deshalb kann die Note nie über B liegen.',
  'result.plan-none': 'Vor den Daten wurde kein Plan festgelegt, deshalb kann die Note nie über B liegen.',

  'result.refused.no-treated-sites':
    'Es gibt keine Antwort: Kein Ort mit der Änderung hat Zahlen von davor und danach.',
  'result.refused.no-comparison-sites':
    'Es gibt keine Antwort: Kein Ort ohne die Änderung hat Zahlen von davor und danach.',
  'result.refused.since-at-first-period':
    'Es gibt keine Antwort: Die Änderung ist vom ersten Zeitraum an da, also zeigt nichts, wie es vorher war.',
  'result.refused.since-after-last-period': 'Es gibt noch keine Antwort: Die Zahlen enden, bevor die Änderung beginnt.',
  'result.refused.one-site-per-group':
    'Es gibt keine Antwort: Bei einem Ort auf jeder Seite sähe alles andere, was einen davon trifft, genauso aus.',
  'result.refused.no-variation':
    'Es gibt keine Antwort: Alle Orte haben sich um genau gleich viel verändert, auch die ohne die Änderung.',
  'result.remedy.no-treated-sites':
    'Bitte prüfen Sie, welche Orte die Änderung haben, und ergänzen Sie deren Zahlen von davor und danach.',
  'result.remedy.no-comparison-sites': 'Bitte ergänzen Sie Orte ohne die Änderung, mit Zahlen für dieselben Zeiträume.',
  'result.remedy.since-at-first-period':
    'Bitte ergänzen Sie Zeiträume vor der Änderung, oder berichtigen Sie, seit wann sie läuft.',
  'result.remedy.since-after-last-period':
    'Bitte ergänzen Sie die Zahlen ab der Änderung, oder berichtigen Sie, seit wann sie läuft.',
  'result.remedy.one-site-per-group':
    'Bitte ergänzen Sie mindestens einen Ort; ab vier auf jeder Seite gibt es ein Intervall.',
  'result.remedy.no-variation':
    'Bitte sehen Sie sich die Tabelle an: Die Zahlen sind vielleicht Kopien voneinander oder von einer anderen Spalte.',

  'result.check.other': '{name}: {outcome, select, yes {bestanden} no {nicht bestanden} other {nicht prüfbar}}',
  'result.check.other.detail': 'Mehr ist über diese Prüfung nicht bekannt.',
  'result.check.pre-trend':
    '{outcome, select, yes {Beide Gruppen liefen vorher gleich} no {Die Gruppen liefen schon vorher auseinander} other {Ob die Gruppen vorher gleich liefen, weiß man nicht}}',
  'result.check.pre-trend.detail': 'Ihre Steigungen unterscheiden sich um {slope} je Zeitraum (p {p}).',
  'result.check.pre-trend.too-few-periods':
    '{periods, plural, one {Vor der Änderung gibt es einen Zeitraum} other {Vor der Änderung gibt es # Zeiträume}}; für einen Verlauf braucht es drei.',
  'result.check.pre-trend.too-few-sites': 'Zu wenige Orte haben drei Zahlen vor der Änderung.',
  'result.check.pre-trend.smallest-p-above-level':
    'Bei so wenigen Orten wäre kein Auseinanderlaufen vom Zufall zu unterscheiden.',
  'result.check.outweighs-drift':
    '{outcome, select, yes {Die Wirkung ist mehr als das Auseinanderlaufen vorher} no {Ein Auseinanderlaufen von vorher erklärt viel davon} other {Ein Auseinanderlaufen von vorher ist nicht auszuschließen}}',
  'result.check.outweighs-drift.detail':
    'Wäre es so weitergegangen wie vorher, kämen allein dadurch {bias} zustande; die Wirkung ist {estimate}.',
  'result.check.outweighs-drift.open': 'Um das zu sehen, braucht es drei Zeiträume vor der Änderung.',
  'result.check.missing-values':
    '{outcome, select, yes {Es fehlt wenig} no {Es fehlt viel, oder in einer Gruppe mehr} other {Was fehlt, weiß man nicht}}',
  'result.check.missing-values.detail':
    '{none, select, yes {Jeder Ort hat in jedem Zeitraum eine Zahl.} other {Es fehlen {treated} mit der Änderung und {comparison} ohne sie.}}{dropped, plural, =0 {} one { Ein Ort hat auf einer Seite gar keine und bleibt weg.} other { # Orte haben auf einer Seite gar keine und bleiben weg.}}',
  'result.check.enough-sites':
    '{outcome, select, yes {Es sind genug Orte, um etwas zu sagen} no {Es sind zu wenige Orte, um etwas zu sagen} other {Ob es genug Orte sind, weiß man nicht}}',
  'result.check.enough-sites.detail': '{treated} mit der Änderung, {comparison} ohne sie.',
  'result.check.enough-sites.floor':
    '{treated} mit der Änderung, {comparison} ohne sie: Das kleinste mögliche p ist {floor}.',
  'result.check.variation':
    '{outcome, select, yes {Die Orte unterscheiden sich, wie im Leben} no {Die Orte einer Gruppe haben sich alle genau gleich verändert} other {Ob sich die Orte unterscheiden, weiß man nicht}}',
  'result.check.variation.detail':
    '{outcome, select, yes {Daran, wie sehr sie sich unterscheiden, wird das Ergebnis gemessen.} other {Es gibt nichts, woran man es messen könnte. Bitte nach kopierten Zeilen sehen.}}',
  'result.check.no-single-site':
    '{outcome, select, yes {Kein Ort trägt das Ergebnis allein} no {Ein Ort trägt das Ergebnis} other {Ob ein Ort das Ergebnis trägt, weiß man nicht}}',
  'result.check.no-single-site.detail': 'Lässt man einen beliebigen Ort weg, sind es immer noch {range}.',
  'result.check.no-single-site.failed': 'Ohne {site} wären es {without}.',
  'result.check.no-single-site.alone':
    'Nur {site} {group, select, treated {hat} other {ist ohne}} die Änderung: Dieser Ort trägt das Ergebnis.',
  'result.check.no-single-site.open': 'Keiner kann wegbleiben: Jede Gruppe hat nur einen.',
  'result.check.methods-agree':
    '{outcome, select, yes {Ein zweites Verfahren kommt zum selben Schluss} no {Ein zweites Verfahren kommt zu einem anderen Schluss} other {Es gibt kein zweites Verfahren zum Vergleichen}}',
  'result.check.methods-agree.detail':
    '{method, select, cr2 {Der cluster-robuste Test} other {Das Vertauschen der Orte}} ergibt p {second}; oben steht p {p}.',
  'result.check.methods-agree.too-few-sites': 'Bei so wenigen Orten gilt nur der Placebo-Test.',
  'result.check.methods-agree.no-variation':
    'Innerhalb ihrer Gruppe unterscheiden sich die Orte nicht, und dann gilt nur der Placebo-Test.',
  'result.check.methods-agree.too-many-sites':
    'So viele Orte zu vertauschen dauert zu lange, und beide Verfahren können sich kaum unterscheiden.',
  'result.check.methods-agree.open': 'Berechnet wurde nur nach einem Verfahren.',
  'result.check.guardrail':
    '{outcome, select, yes {{name}: kein Schaden zu sehen} no {{name} wurde schlechter als erlaubt} other {{name}: nicht zu sagen}}',
  'result.check.guardrail.detail':
    'Ergebnis: {size} ({range}); {margin} zum Schlechteren waren erlaubt.{worse, select, yes { Ein wenig schlechter wurde es.} other {}}',
  'result.check.guardrail.no-range': 'Ergebnis: {size} (kein Intervall); {margin} zum Schlechteren waren erlaubt.',
  'result.check.guardrail.refused': 'Die Zahlen dazu geben keine Antwort.',
  'result.check.plan-unchanged':
    '{outcome, select, yes {Der Plan blieb, wie er war} no {Der Plan wurde nach dem Festlegen geändert} other {Ob der Plan geändert wurde, weiß man nicht}}',
  'result.check.plan-unchanged.detail':
    '{versions, plural, one {Es gibt eine Fassung.} other {Es gibt # Fassungen; alle werden gezeigt.}}',
  'result.check.plan-tried-once':
    '{outcome, select, yes {Nach einem Ergebnis wurde kein anderer Plan versucht} no {Nach einem Ergebnis wurden mehrere Pläne versucht} other {Ob andere Pläne versucht wurden, weiß man nicht}}',
  'result.check.plan-tried-once.detail':
    '{tries, plural, one {Eine Fassung wurde} other {# Fassungen wurden}} festgelegt, als es schon ein Ergebnis gab. Wer oft genug versucht, findet durch Zufall eine Antwort.',

  'result.grade.pilot-randomised': 'Die Orte wurden ausgelost: bestenfalls A.',
  'result.grade.pilot-chosen': 'Verglichen mit anderen Orten, aber ausgesucht und nicht ausgelost: bestenfalls B.',
  'result.grade.plan-after-data': 'Der Plan wurde nach den Daten geschrieben: nie über B.',
  'result.grade.no-frozen-plan': 'Vor den Daten wurde kein Plan festgelegt: nie über B.',
  'result.grade.failed': '{check}: eine Note tiefer, auf {to}.',
  'result.grade.untested': '{check}: kein Abzug, aber nicht zu prüfen.',
  'result.grade.other': '{code}: {to}.',

  'result.method.did-cr2': 'Differenz der Differenzen, cluster-robust (CR2)',
  'result.method.did-permutation': 'Differenz der Differenzen, Permutation der Orte',
  'result.method.did-placebo': 'Differenz der Differenzen, Placebo-Permutation',
  'result.method.step.change': 'Für jeden Ort das Mittel mit der Änderung minus das Mittel davor: eine Zahl je Ort.',
  'result.method.step.difference':
    'Das Mittel dieser Zahlen mit der Änderung minus das Mittel ohne sie ist die Wirkung. Das gilt, wenn beide Gruppen sonst gleich gelaufen wären.',
  'result.method.step.did-cr2':
    'Das {confidence}-Intervall kommt daher, wie sehr sich die Orte unterscheiden, mit Freiheitsgraden nach Bell und McCaffrey.',
  'result.method.step.did-permutation':
    'Wie ungewöhnlich das unter {drawn, select, yes {{arrangements, number} zufälligen} other {allen {arrangements, number}}} Arten ist, die Orte zu wählen, ergibt p; die Wirkungen, die es nicht ausschließt, bilden das {confidence}-Intervall.',
  'result.method.step.did-placebo':
    'Als hätte jeweils ein anderer Ort die Änderung gehabt: p ist der Platz unter {drawn, select, yes {{arrangements, number} zufälligen} other {allen {arrangements, number}}} Arten.',
  'result.how-large': 'Wie groß ist die Wirkung? {metric}',
  'result.how-large-note':
    'In {unit}, je {by, select, unit {Einheit} period {Zeitraum} other {Ort und Zeitraum}}. Der Balken enthält jede Größe, die zu den Daten passt ({confidence}).',
  'result.how-large-bare':
    'In {unit}, je {by, select, unit {Einheit} period {Zeitraum} other {Ort und Zeitraum}}. Ein Intervall gibt es nicht.',
  'result.smallest-worth': 'kleinste Wirkung, die sich lohnt: {size}',
  'result.size-up': '{size} mehr',
  'result.size-down': '{size} weniger',
  'result.range-up': '{low} bis {high} mehr',
  'result.range-down': '{low} bis {high} weniger',
  'result.range-both': '{low} weniger bis {high} mehr',
  'result.lower-worse': 'weniger (schlechter)',
  'result.higher-worse': 'mehr (schlechter)',
  'result.higher-better': 'mehr (besser)',
  'result.lower-better': 'weniger (besser)',
  'result.no-interval': 'kein Intervall',
  'result.no-range': 'kein Intervall',
  'result.no-answer': 'Die Zahlen dazu geben keine Antwort',
  'result.save-svg': 'Bild (SVG)',
  'result.save-csv': 'Zahlen (CSV)',
  'result.save-json': 'Alles (JSON)',
  'result.key-figures': 'Wichtigste Zahlen',
  'result.all-sites': 'Wenn alle {sites} Orte das machten, {per}',
  'result.all-unclear':
    'Was das ausmachen würde, wenn alle {sites} {by, select, unit {Einheiten} other {Orte}} es machten, lässt sich nicht sagen: Zu den Zahlen passt besser wie schlechter.',
  'result.better-by': '{size} besser',
  'result.worse-by': '{size} schlechter',
  'result.range-across': '{worse} schlechter bis {better} besser',
  'result.each-day': 'am Tag',
  'result.each-week': 'in der Woche',
  'result.each-month': 'im Monat',
  'result.each-quarter': 'im Quartal',
  'result.each-year': 'im Jahr',
  'result.each-period': 'je Zeitraum',
  'result.share': 'Gemessen an dem, was ohne sie gewesen wäre',
  'result.guardrail-was-safe': 'Kein Schaden zu sehen',
  'result.guardrail-was-harm': 'Geschadet',
  'result.guardrail-was-unclear': 'Nicht zu sagen',
  'result.guardrail-was-range': '{size} ({range}); {margin} zum Schlechteren waren erlaubt',
  'result.guardrail-was-bare': '{size}, kein Intervall; {margin} zum Schlechteren waren erlaubt',
  'result.over-time': '{metric} im Lauf der Zeit',
  'result.over-time-note': 'Mittel der Orte. Dicke Linien sind die beiden Gruppen, dünne einzelne Orte.',
  'result.over-time-means':
    'Mittel der Orte: der Anteil mit einer 1. Einzelne Orte sagen 0 oder 1 und sind nicht gezeichnet.',
  'result.over-time-says':
    'Zwei Gruppen im Lauf der Zeit: {treated, plural, one {ein Ort} other {# Orte}} mit der Änderung ab {start} von {treatedBefore} auf {treatedAfter}, {comparison, plural, one {ein Ort} other {# Orte}} ohne sie von {comparisonBefore} auf {comparisonAfter}.',
  'result.group-detail': '{count, plural, one {ein Ort} other {# Orte}}, Mittel {after}',
  'result.each-point': 'Jeder Punkt ist ein Mittel über Orte, aus',
  'result.figures-count': '{count, plural, one {einer Zahl} other {# Zahlen}}',
  'result.how-computed': 'Wie das berechnet wurde',
  'result.published-in': 'Veröffentlicht in:',
  'result.made-by': 'Nach Fassung {planVersion} des Plans, berechnet von Ratchet {codeVersion}. Plan und Tabellen:',
  'result.trust': 'Kann man dem trauen?',
  'result.trust-lead': '{passed} von {total} Prüfungen bestanden. Die Note ist {grade}.',
  'result.why-grade': 'Warum Note {grade}',
  'result.every-site': 'Jeder Ort, vorher und mit der Änderung',
  'result.every-site-note': 'Offener Punkt: vorher. Voller Punkt: mit der Änderung, oder zur selben Zeit ohne sie.',
  'result.every-site-says':
    '{moved} von {treated, plural, one {einem Ort} other {# Orten}} mit der Änderung sind danach besser als vorher.',
  'result.left-out': '{count, plural, one {Ein Ort bleibt} other {# Orte bleiben}} weg',
  'result.dropped-no-value': '{site} hat keine Zahl',
  'result.dropped-no-value-before': '{site} hat keine von vorher',
  'result.dropped-no-value-after': '{site} hat keine ab der Änderung',
  'result.and-more': 'und {count} weitere',
  'result.figures': 'Die Zahlen',
  'result.figures-table': 'Die Zahlen, Ort für Ort',
  'result.figures-lead': 'Jede mit ihrer Gruppe und den Zeilen der Tabelle, aus der sie stammt.',
  'result.show-figures': 'Zahlen zeigen',
  'result.figures-range': '{from, number} bis {last, number} von {total, number}',
  'result.figures-before': 'Zurück',
  'result.figures-next': 'Weiter',
  'result.time': 'Zeit',
  'result.during': 'Mit der Änderung',
  'result.value': 'Wert',
  'result.rows': 'Aus',
  'result.rows-of': '{count, plural, one {Zeile} other {Zeilen}} {rows} von {sheet}',
  'result.no-row': 'keine Zeile',
  'result.computing': 'Das Ergebnis wird berechnet',
  'result.late': 'Das Ergebnis lässt auf sich warten',
  'result.late-help':
    'Es sollte längst da sein. Nichts ist verloren: Bitte messen Sie noch einmal; wenn das nicht geht, steht da, warum.',
  'result.measure-now': 'Jetzt messen',
  'result.others': 'Andere Ergebnisse dieses Versuchs',
  'result.others-lead':
    'Nach anderen Fassungen des Plans gemessen. Sie bleiben, damit sich niemand eines aussuchen kann.',
  'result.by-plan': 'Nach Fassung {version} des Plans',
  'result.by-plan-in-force': 'Nach Fassung {version} des Plans, der gültigen',
  'result.not-in-force': 'Dieses Ergebnis gehört zu einer früheren Fassung des Plans',
  'result.to-newest': 'Das gültige ansehen',
  'result.go-on-planning': 'Weiterplanen',
  'result.to-plan': 'Der Plan',
  'result.this-trial': 'Dieser Versuch',
}
