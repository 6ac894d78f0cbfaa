import type { designsEn } from './designs-en.ts'

export const designsDe: Record<keyof typeof designsEn, string> = {
  'result.points': 'Prozentpunkte',
  'result.no-winner': 'Niemand hat gewonnen: Die beiden Arme sind nicht so groß, wie es geplant war.',
  'result.against-raw':
    'Die bloße Zahl ist trotzdem {way, select, up {gestiegen} other {gesunken}}: Dorthin war sie ohnehin unterwegs, und sie liegt {way, select, up {unter} other {über}} dem, was zu erwarten war.',

  'result.compared.split':
    '{units, number} mit „{treated}“ ({treatedMean}) gegen {others, number} mit „{comparison}“ ({comparisonMean}).',
  'result.compared.paired':
    '{units, number} auf beide Arten gemessen: {treatedMean} mit „{treated}“, {comparisonMean} mit „{comparison}“.',
  'result.association':
    'Es wurde nicht ausgelost, also ist das ein Zusammenhang: Was die beiden sonst unterscheidet, kann dahinterstehen.',
  'result.compared.staggered':
    '{sites, plural, one {Ein Ort} other {# Orte}} in {waves, plural, one {einer Welle} other {# Wellen}}; jede Welle wird mit {with, select, never {den {never} verglichen, die nie beginnen} other {denen verglichen, die noch nicht begonnen haben}}.{dropped, plural, =0 {} one { Ein Ort hat Lücken oder keine Zeit davor und bleibt weg.} other { # Orte haben Lücken oder keine Zeit davor und bleiben weg.}}',
  'result.compared.wedge':
    '{sites, plural, one {Ein Ort} other {# Orte}}, {rows, number} Zahlen; jeder Ort wird mit sich selbst verglichen, neben dem, was alle Orte im selben Zeitraum taten.',
  'result.compared.switchback':
    '{on, plural, one {Ein Fenster} other {# Fenster}} mit der Änderung gegen {off, plural, one {eines} other {#}} ohne sie, an {sites, plural, one {einem Ort} other {# Orten}}.{carried, plural, =0 {} one { Eine Zahl nach einem Wechsel bleibt weg.} other { # Zahlen nach einem Wechsel bleiben weg.}}',
  'result.compared.before-after':
    '{before, plural, one {Ein Zeitraum} other {# Zeiträume}} davor gegen {after, plural, one {einen} other {#}} ab {since}, gehalten gegen den eigenen Verlauf davor. Was sonst zur selben Zeit geschah, zeigt nichts.',
  'result.compared.synthetic':
    '{treated, plural, one {Ein Ort} other {Das Mittel von # Orten}} mit der Änderung gegen eine Mischung aus {mixed, number} von {donors, number} anderen.',
  'result.no-interval.mixture':
    'Eine Mischung anderer Orte gibt kein Intervall; p sagt, wie ungewöhnlich das Ergebnis unter ihnen ist.',
  'result.no-interval.floor': 'So wenige schließen nichts aus, deshalb gibt es kein Intervall.',
  'result.plan-after-series': 'Der Plan wurde nach den Daten geschrieben.',

  'result.refused.no-noise': 'Es gibt keine Antwort: Nichts schwankt, also zeigt nichts, was der Zufall kann.',
  'result.refused.too-few-donors':
    'Es gibt keine Antwort: Für eine Mischung braucht es mindestens fünf andere Orte ohne Lücke.',
  'result.refused.too-few-periods-before':
    'Es gibt keine Antwort: Für eine Mischung braucht es mindestens zwei Zeiträume vor der Änderung.',
  'result.refused.no-periods-after': 'Es gibt noch keine Antwort: Die Zahlen enden, bevor die Änderung beginnt.',
  'result.refused.empty-arm': 'Es gibt keine Antwort: Einer der beiden Arme hat keine Zahl.',
  'result.refused.too-few-values':
    'Es gibt keine Antwort: So wenige Zahlen zeigen nicht, wie sehr sie sich unterscheiden.',
  'result.refused.no-denominator': 'Es gibt keine Antwort: Wodurch geteilt wird, ergibt zusammen 0.',
  'result.refused.denominator-near-zero':
    'Es gibt keine Antwort: Wodurch geteilt wird, könnte 0 sein, und dann wäre alles möglich.',
  'result.refused.not-resolvable':
    'Es gibt keine Antwort: Zu viele Zahlen sind gleich, um dieses Quantil auseinanderzuhalten.',
  'result.refused.not-yes-or-no':
    'Es gibt keine Antwort: Ein Anteil braucht 0 oder 1 für jede Einheit, und es gibt andere Zahlen.',
  'result.refused.not-counts':
    'Es gibt keine Antwort: Eine Rate zählt Ereignisse, und es gibt andere als ganze Zahlen.',
  'result.refused.describe-only':
    'Es gibt keine Antwort: Eine Reihe braucht mindestens acht Zeiträume davor und acht danach.',
  'result.refused.no-events': 'Es gibt keine Antwort: Auf einer Seite wurde gar nichts gezählt.',
  'result.refused.not-converged': 'Es gibt keine Antwort: Kein Verlauf passt zu diesen Zahlen.',
  'result.refused.nothing-after': 'Es gibt noch keine Antwort: Ab der Änderung gibt es keine Zahl.',
  'result.refused.not-determined':
    'Es gibt keine Antwort: Die Zeiträume davor halten Verlauf, Jahreszeit und Änderung nicht auseinander.',
  'result.refused.no-treated-units': 'Es gibt keine Antwort: Kein Ort beginnt in diesen Zeiträumen.',
  'result.refused.no-comparison-units':
    'Es gibt keine Antwort: Alle Orte beginnen zugleich, also zeigt niemand, wie es sonst gewesen wäre.',
  'result.refused.too-few-periods':
    'Es gibt keine Antwort: Eine Einführung in Wellen braucht eine Zeit davor und eine danach.',
  'result.refused.no-effect':
    'Es gibt keine Antwort: Kein Ort mit der Änderung lässt sich mit einem vergleichen, der sie noch nicht hat.',
  'result.refused.one-unit':
    'Es gibt keine Antwort: Ein einzelner Ort steht für eine ganze Welle, also zeigt nichts, was der Zufall kann.',
  'result.refused.same-start':
    'Es gibt keine Antwort: Alle Orte beginnen zugleich, also ist die Änderung nicht von der Zeit zu unterscheiden.',
  'result.refused.no-pair': 'Es gibt keine Antwort: Kein Block hat ein Fenster mit der Änderung und eines ohne sie.',
  'result.refused.one-unit-each':
    'Es gibt keine Antwort: Ein Fenster auf jeder Seite ist vom Zufall nicht zu unterscheiden.',
  'result.refused.smallest-p-above-level': 'Es gibt keine Antwort: So wenige Fenster können nichts zeigen.',
  'result.refused.single-unit-arm':
    'Es gibt keine Antwort: Ein Fenster auf einer Seite ist vom Zufall nicht zu unterscheiden.',
  'result.remedy.no-noise': 'Bitte sehen Sie sich die Tabelle an: Die Zahlen sind vielleicht Kopien voneinander.',
  'result.remedy.too-few-donors': 'Bitte ergänzen Sie Orte ohne die Änderung, die in jedem Zeitraum eine Zahl haben.',
  'result.remedy.too-few-periods-before':
    'Bitte ergänzen Sie Zeiträume vor der Änderung; mit zwölf wird eine Mischung glaubhaft.',
  'result.remedy.no-periods-after':
    'Bitte ergänzen Sie die Zahlen ab der Änderung, oder berichtigen Sie, seit wann sie läuft.',
  'result.remedy.empty-arm': 'Bitte prüfen Sie, welche Spalte den Arm nennt und ob seine Zahlen da sind.',
  'result.remedy.too-few-values': 'Bitte ergänzen Sie Einheiten.',
  'result.remedy.no-denominator': 'Bitte prüfen Sie, durch welche Spalte geteilt wird.',
  'result.remedy.denominator-near-zero':
    'Bitte vergleichen Sie stattdessen Mittelwerte, oder ergänzen Sie Einheiten, bei denen nicht durch 0 geteilt wird.',
  'result.remedy.not-resolvable': 'Bitte vergleichen Sie stattdessen Mittelwerte oder Anteile.',
  'result.remedy.not-yes-or-no': 'Bitte wählen Sie eine Spalte mit 0 und 1, oder vergleichen Sie Mittelwerte.',
  'result.remedy.not-counts': 'Bitte wählen Sie eine Spalte mit Anzahlen, oder vergleichen Sie Verhältnisse.',
  'result.remedy.describe-only': 'Bitte ergänzen Sie Zeiträume; bis dahin zeigt eine Regelkarte, was zu sehen ist.',
  'result.remedy.no-events':
    'Bitte ergänzen Sie Zeiträume, oder sehen Sie sich eine Karte der Zeit zwischen Ereignissen an.',
  'result.remedy.not-converged':
    'Bitte versuchen Sie einen einfacheren Plan: ohne Jahreszeit, und mit einer einzigen Stufe.',
  'result.remedy.nothing-after': 'Bitte ergänzen Sie die Zahlen ab der Änderung.',
  'result.remedy.not-determined': 'Bitte ergänzen Sie Zeiträume von davor, oder lassen Sie die Jahreszeit weg.',
  'result.remedy.no-treated-units':
    'Bitte prüfen Sie die Spalte, die sagt, wann jeder Ort beginnt, oder ergänzen Sie spätere Zeiträume.',
  'result.remedy.no-comparison-units': 'Bitte ergänzen Sie Orte, die später beginnen oder nie.',
  'result.remedy.too-few-periods': 'Bitte ergänzen Sie Zeiträume.',
  'result.remedy.no-effect':
    'Bitte ergänzen Sie Orte, die später beginnen oder nie, mit Zahlen für dieselben Zeiträume.',
  'result.remedy.one-unit': 'Bitte ergänzen Sie in jeder Welle Orte.',
  'result.remedy.same-start':
    'Bitte ergänzen Sie Orte, die zu anderer Zeit beginnen, oder vergleichen Sie zwei Gruppen.',
  'result.remedy.no-pair':
    'Bitte prüfen Sie, wie viele Zeiträume ein Fenster hat und wie viele Fenster zusammen ausgelost wurden.',
  'result.remedy.one-unit-each': 'Bitte ergänzen Sie Fenster mit der Änderung und ohne sie.',
  'result.remedy.smallest-p-above-level': 'Bitte ergänzen Sie Fenster mit der Änderung und ohne sie.',
  'result.remedy.single-unit-arm': 'Bitte ergänzen Sie Fenster mit der Änderung und ohne sie.',

  'result.check.sample-ratio':
    '{outcome, select, yes {Die Arme sind so groß wie geplant} no {Die Arme sind nicht so groß wie geplant} other {Ob die Arme so groß sind wie geplant, weiß man nicht}}',
  'result.check.sample-ratio.detail':
    '{treated, number} und {comparison, number} Einheiten (p {p}).{outcome, select, no { Nicht der Zufall hat entschieden, wer gezählt wurde; bitte zuerst das klären.} other {}}',
  'result.check.sample-ratio.open': 'Der Plan sagt nicht, wie viele für jeden Arm gedacht waren.',
  'result.check.missing-values.share': 'Es fehlen {share}.',
  'result.check.methods-agree.sides':
    '{outcome, select, yes {Test und Intervall sagen über „kein Unterschied“ dasselbe.} no {Test und Intervall sagen über „kein Unterschied“ nicht dasselbe: Es ist knapp.} other {Berechnet wurde nur nach einem Verfahren.}}',
  'result.check.adjusted':
    '{outcome, select, yes {Was die Vergangenheit vorhersagt, wurde abgezogen} no {Was die Vergangenheit vorhersagt, wurde nicht abgezogen} other {Die Vergangenheit ließ sich nicht nutzen}}',
  'result.check.adjusted.detail': 'Das nahm {share} des Rauschens weg.',
  'result.check.adjusted.open': 'Es sind zu wenige Einheiten, oder sie unterschieden sich vorher nicht.',
  'result.check.pre-trend.open': 'Vor dem Beginn gibt es zu wenig, um es zu prüfen.',
  'result.check.pre-trend.test':
    '{effects, plural, one {Ein Unterschied} other {# Unterschiede}} vor dem Beginn, zusammen geprüft: p {p}.',
  'result.check.all-compared':
    '{outcome, select, yes {Es gab immer jemanden zum Vergleichen} no {In manchen Zeiträumen gab es niemanden zum Vergleichen} other {Ob es immer jemanden zum Vergleichen gab, weiß man nicht}}',
  'result.check.all-compared.detail':
    '{effects, plural, one {Eine Wirkung} other {# Wirkungen}} einer Welle in einem Zeitraum{skipped, plural, =0 {} other {; # waren nicht zu berechnen}}.',
  'result.check.enough-orders':
    '{outcome, select, yes {Es gibt genug Reihenfolgen, um etwas zu sagen} no {Es gibt zu wenige Reihenfolgen, um etwas zu sagen} other {Ob es genug Reihenfolgen gibt, weiß man nicht}}',
  'result.check.floor': 'Das kleinste mögliche p ist {floor}.',
  'result.check.steady':
    '{outcome, select, yes {Die Wirkung bleibt gleich} no {Die Wirkung ändert sich mit der Zeit} other {Ob die Wirkung gleich bleibt, weiß man nicht}}',
  'result.check.steady.detail': 'Ob sie mit jedem Zeitraum wächst oder nachlässt: p {p}.',
  'result.check.steady.open': 'Für diese Frage gibt es zu wenige Zeiträume mit der Änderung.',
  'result.check.enough-windows':
    '{outcome, select, yes {Es gibt genug Fenster, um etwas zu sagen} no {Es gibt zu wenige Fenster, um etwas zu sagen} other {Ob es genug Fenster gibt, weiß man nicht}}',
  'result.check.enough-windows.detail':
    '{on, number} mit der Änderung, {off, number} ohne sie: Das kleinste mögliche p ist {floor}.',
  'result.check.enough-points':
    '{outcome, select, yes {Es gibt genug Zeiträume} no {Es gibt wenige Zeiträume} other {Ob es genug Zeiträume gibt, weiß man nicht}}',
  'result.check.enough-points.detail':
    '{before, number} davor und {after, number} danach; um zu wissen, wie es sich von selbst bewegt, braucht es {least, number} auf jeder Seite.',
  'result.check.residuals':
    '{outcome, select, yes {Was übrig bleibt, ist Rauschen} no {Was übrig bleibt, ist mehr als Rauschen} other {Ob das Übrige Rauschen ist, weiß man nicht}}',
  'result.check.residuals.detail':
    'Ob benachbarte Zeiträume in dieselbe Richtung abweichen: p {p}.{outcome, select, no { Vielleicht fehlt im Plan eine Jahreszeit.} other {}}',
  'result.check.residuals.open': 'Es sind zu wenige Zeiträume, um es zu prüfen.',
  'result.check.memory-known':
    '{outcome, select, yes {Wie lange ein Zeitraum nachwirkt, ist bekannt} no {Wie lange ein Zeitraum nachwirkt, ist nicht bekannt} other {Wie lange ein Zeitraum nachwirkt, war nicht zu prüfen}}',
  'result.check.memory-known.detail':
    'Benachbarte Zeiträume hängen mit {size} zusammen.{outcome, select, no { So nah an 1 ist das Intervall zu sicher.} other {}}',
  'result.check.all-terms':
    '{outcome, select, yes {Verlauf, Stufe und Jahreszeit lassen sich trennen} no {Nicht alles lässt sich trennen} other {Ob sich alles trennen lässt, weiß man nicht}}',
  'result.check.all-terms.detail':
    '{outcome, select, no {Weggelassen: {left}.} other {Jeder Teil ist durch die Zahlen bestimmt.}}',
  'result.check.fit-before':
    '{outcome, select, yes {Die Mischung folgte dem Ort vorher} no {Die Mischung folgte dem Ort vorher nicht} other {Ob die Mischung dem Ort vorher folgte, weiß man nicht}}',
  'result.check.fit-before.detail':
    'Sie lag im Mittel um {own} daneben; solche Mischungen für die anderen Orte um {usual}.',
  'result.check.enough-donors':
    '{outcome, select, yes {Es gibt genug andere Orte, um etwas zu sagen} no {Es gibt zu wenige andere Orte, um etwas zu sagen} other {Ob es genug andere Orte gibt, weiß man nicht}}',
  'result.check.enough-donors.detail':
    '{donors, plural, one {Ein anderer Ort} other {# andere Orte}}: Das kleinste mögliche p ist {floor}.',
  'result.check.no-single-donor':
    '{outcome, select, yes {Kein anderer Ort trägt das Ergebnis allein} no {Ein anderer Ort trägt das Ergebnis} other {Ob ein anderer Ort das Ergebnis trägt, weiß man nicht}}',
  'result.check.no-single-donor.detail':
    'Lässt man einen beliebigen aus der Mischung weg, bleibt es zwischen {low} und {high}.',
  'result.check.no-single-donor.failed': 'Ohne {donor} in der Mischung wären es {without}.',
  'result.check.no-single-donor.open': 'Keiner kann wegbleiben.',
  'result.check.negative-control':
    '{outcome, select, yes {Was die Änderung nicht bewegen kann, hat sich nicht bewegt} no {Was die Änderung nicht bewegen kann, hat sich bewegt} other {Ob sich bewegt hat, was die Änderung nicht bewegen kann, weiß man nicht}}',
  'result.check.negative-control.detail': 'Dieselbe Auswertung davon ergibt p {p}.',

  'result.grade.split-randomised': 'Der Zufall entschied, wer die Änderung bekam: bestenfalls A.',
  'result.grade.split-chosen': 'Wer die Änderung bekam, wurde nicht ausgelost: bestenfalls B.',
  'result.grade.staggered-randomised': 'Die Reihenfolge wurde ausgelost: bestenfalls A.',
  'result.grade.staggered-chosen':
    'In Wellen eingeführt, aber die Reihenfolge wurde gewählt, nicht ausgelost: bestenfalls B.',
  'result.grade.switchback-randomised': 'Der Zeitplan wurde ausgelost: bestenfalls A.',
  'result.grade.switchback-chosen':
    'Ein- und ausgeschaltet, aber der Zeitplan wurde gewählt, nicht ausgelost: bestenfalls B.',
  'result.grade.before-after': 'Eine Reihe davor und danach, ohne jemanden zum Vergleichen: bestenfalls C.',
  'result.grade.picked-at-extreme':
    'Wegen schlechter Zahlen ausgesucht, mit weniger als 12 Zeiträumen davor und ohne andere, die genauso ausgesucht wurden: So ein Ort wird von selbst besser, deshalb D.',

  'result.method.other': 'Ein Verfahren einer früheren Version',
  'result.method.welch-windows': 'Alle Fenster mit der Änderung gegen alle ohne sie (Welch)',
  'result.method.welch': 'Unterschied der Mittelwerte (Welch)',
  'result.method.cuped': 'Unterschied der Mittelwerte, abzüglich dessen, was die Vergangenheit vorhersagt (CUPED)',
  'result.method.winsorised': 'Dasselbe, mit gekappten höchsten Zahlen',
  'result.method.proportion': 'Unterschied der Anteile (Score-Verfahren oder exakter Test)',
  'result.method.rate': 'Unterschied der Raten von Anzahlen',
  'result.method.ratio': 'Unterschied der Verhältnisse von Summen (Delta-Methode)',
  'result.method.quantile': 'Unterschied der Quantile (Ränge)',
  'result.method.paired': 'Mittel der Unterschiede innerhalb der Einheiten (gepaarter t-Test)',
  'result.method.group-time': 'Wirkungen nach Welle und Zeit bei einer Einführung in Wellen',
  'result.method.order-permutation': 'Wirkungen nach Welle und Zeit, Vertauschen der Reihenfolge',
  'result.method.wedge-cr2': 'Stepped Wedge, cluster-robust (CR2)',
  'result.method.wedge-permutation': 'Stepped Wedge, Vertauschen der Reihenfolge',
  'result.method.schedule-permutation': 'Ein- und Ausschalten, Vertauschen des Zeitplans',
  'result.method.its-quasi-poisson': 'Unterbrochene Zeitreihe von Anzahlen (Quasi-Poisson)',
  'result.method.its-poisson': 'Unterbrochene Zeitreihe von Anzahlen (Poisson)',
  'result.method.its-reml': 'Unterbrochene Zeitreihe mit Fehlern, die nachwirken (REML)',
  'result.method.its-prais-winsten': 'Unterbrochene Zeitreihe (Prais-Winsten)',
  'result.method.its-newey-west': 'Unterbrochene Zeitreihe (Fehler nach Newey-West)',
  'result.method.its-ols': 'Unterbrochene Zeitreihe (kleinste Quadrate)',
  'result.method.local-level': 'Vorhersage eines Niveaus, das wandert (Zustandsraum)',
  'result.method.synthetic-control': 'Synthetische Kontrolle',
  'result.method.synthetic-difference': 'Synthetischer Differenzen-in-Differenzen-Vergleich',
  'result.method.step.unit': 'Eine Zahl je Einheit: Gezählt wird, was ausgelost wurde, nie die Zeilen davon.',
  'result.method.step.welch':
    'Das Intervall ({confidence}) kommt daher, wie sehr sich die Einheiten unterscheiden; die Arme dürfen verschieden streuen.',
  'result.method.step.cuped':
    'Was die Zahl einer Einheit von vorher vorhersagt, wird zuerst abgezogen: So bleibt weniger Rauschen.',
  'result.method.step.proportion':
    'Das Intervall ({confidence}) kommt aus dem Score-Verfahren, damit es auch nahe 0 und 100 % gilt; bei wenigen Ereignissen ist der Test exakt.',
  'result.method.step.rate': 'Ereignisse durch das, worüber gezählt wurde, beurteilt als Anzahlen.',
  'result.method.step.ratio-of-sums':
    'Summe durch Summe in jedem Arm; was zu einer Einheit gehört, bleibt zusammen, damit das Intervall ({confidence}) weiß, wie sich beide bewegen.',
  'result.method.step.quantile': 'Das Quantil jedes Arms, und was die Ränge um es herum zulassen.',
  'result.method.step.paired':
    'Jede Einheit wurde auf beide Arten gemessen: ein Unterschied je Einheit, und das Intervall ({confidence}) kommt daher, wie sie streuen.',
  'result.method.step.group-time':
    'Für jede Welle und jeden Zeitraum: um wie viel mehr sie sich seit kurz vor ihrem Beginn verändert hat als Orte ohne die Änderung.',
  'result.method.step.never-with':
    'Die Wirkung ist das Mittel daraus; Orte, die die Änderung schon haben, dienen nie zum Vergleich.',
  'result.method.step.sites-differ': 'Das Intervall ({confidence}) kommt daher, wie sehr sich die Orte unterscheiden.',
  'result.method.step.orders':
    'Wie ungewöhnlich es unter allen Reihenfolgen ist, in denen diese Orte hätten beginnen können, ergibt p; die Wirkungen, die das nicht ausschließt, bilden das Intervall ({confidence}).',
  'result.method.step.wedge':
    'Eine Wirkung neben jedem Ort und jedem Zeitraum; angenommen wird, dass sie immer gleich groß ist.',
  'result.method.step.blocks':
    'Innerhalb jedes Orts und jedes Blocks von Fenstern: das Mittel mit eingeschalteter Änderung weniger das Mittel ohne sie.',
  'result.method.step.schedules':
    'Wie ungewöhnlich das Mittel unter allen Zeitplänen ist, die hätten ausgelost werden können, ergibt p; die Wirkungen, die das nicht ausschließt, bilden das Intervall ({confidence}).',
  'result.method.step.drawn-on':
    'Der Verlauf davor wird weitergezeichnet; die Wirkung ist, wie weit die Zeit danach je Zeitraum davon entfernt liegt.',
  'result.method.step.memory':
    'Fehler benachbarter Zeiträume hängen zusammen, und das Intervall ({confidence}) rechnet damit.',
  'result.method.step.local-level':
    'Ein Niveau, das wandert, wird aus der Zeit davor vorhergesagt; die Wirkung ist, wie weit die Zeit danach davon entfernt liegt.',
  'result.method.step.mixture':
    'Andere Orte werden so gemischt, dass sie dem Ort vor dem Beginn folgen; die Wirkung ist der Abstand danach.',
  'result.method.step.mixture-moves':
    'Andere Orte werden so gemischt, dass sie sich vor dem Beginn so bewegen wie der Ort, auf welcher Höhe auch immer; die Wirkung ist der Abstand danach.',
  'result.method.step.placebos': 'Als hätte sich jeder der anderen verändert: p ist der Platz unter ihnen.',
  'result.method.step.ratio':
    'Mit dem Beginn wurde die Rate zum {ratio}-Fachen dessen, was zu erwarten war ({low} bis {high}).',
  'result.method.step.dispersion': 'Die Anzahlen streuen {times}-mal so weit wie der Zufall allein.',

  'result.explain': 'Was bedeutet das?',
  'result.explain.estimate':
    '{metric}: In diesen Zahlen sind es {size}. Hätte man dasselbe noch einmal versucht, hätte der Zufall eine etwas andere Zahl ergeben.',
  'result.explain.range':
    'Deshalb gibt es einen Bereich: {range}. Er enthält jede Größe, die zu den Zahlen passt. Von 100 solchen Bereichen enthalten etwa {confidence} die wahre Größe.',
  'result.explain.both':
    '„Kein Unterschied“ liegt im Bereich. Diese Zahlen können also nicht sagen, ob es hilft. Das heißt nicht „es bewirkt nichts“: {better} besser ist weiterhin möglich, {worse} schlechter auch.',
  'result.explain.excluded':
    '„Kein Unterschied“ liegt außerhalb des Bereichs. Es ist also {side, select, better {besser} other {schlechter}}, soweit Zahlen das sagen können, und der Zufall allein erklärt es schlecht.',
  'result.explain.chance':
    'Einen Bereich gibt es hier nicht. Stattdessen fragen wir, wie oft der Zufall allein etwas mindestens so Großes ergäbe: in etwa {times, number} von 1.000 Fällen. Mit diesen Zahlen hätten es nie weniger als {floor, number} sein können.',
  'result.explain.design.split':
    'Einheiten mit der Änderung werden mit Einheiten ohne sie verglichen. Wo der Zufall entschied, wer wo ist, kann sie nichts außer der Änderung und dem Zufall unterscheiden.',
  'result.explain.design.pilot':
    'Orte mit der Änderung werden mit Orten ohne sie verglichen, jeder mit seiner eigenen Zeit davor. Was alle zur selben Zeit traf, ist abgezogen.',
  'result.explain.design.synthetic':
    'Eine Mischung anderer Orte steht für das, was der Ort ohne die Änderung getan hätte. Sie ist so gut, wie sie dem Ort vorher folgte.',
  'result.explain.design.staggered':
    'Orte, die die Änderung schon haben, werden mit Orten verglichen, die sie noch nicht haben. Was alle zur selben Zeit traf, ist abgezogen.',
  'result.explain.design.switchback':
    'Dieselben Orte werden mit sich selbst verglichen, mit eingeschalteter Änderung und ohne sie. Was einen Ort immer ausmacht, ist abgezogen.',
  'result.explain.design.before-after':
    'Die Zeit danach wird mit dem Verlauf verglichen, auf dem die Zeit davor war. Was sonst zur selben Zeit geschah, sieht aus wie eine Wirkung.',
  'result.explain.grade':
    'Die Note {grade} sagt, wie weit man dem Vergleich trauen kann. Sie sagt nicht, ob die Wirkung groß oder gut ist.',
  'result.explain.guardrails':
    '{count, plural, one {Eine andere Zahl wurde beobachtet} other {# andere Zahlen wurden beobachtet}}, damit ein Gewinn hier nicht mit Schaden dort bezahlt wird.',

  'result.beside': 'Was es braucht, um es umzuwerfen',
  'result.beside-lead': 'Andere Wege, dasselbe zu fragen. Keiner ersetzt das Ergebnis.',
  'result.beside.trends':
    '{holds, select, yes {Was, wenn die Gruppen ohnehin auseinandergelaufen wären? Es hält bis zum {breakdown}-Fachen des größten Schritts davor} other {Was, wenn die Gruppen ohnehin auseinandergelaufen wären?}}',
  'result.beside.trends.detail':
    'Vor dem Beginn liefen sie von einem Zeitraum zum nächsten um bis zu {step} auseinander. Wäre es danach ebenso schlimm gewesen, wäre alles möglich von {range} ({units, plural, one {# Ort} other {# Orte}} ohne Lücke).',
  'result.beside.straight': 'Was, wenn die Linie von davor weitergegangen wäre?',
  'result.beside.straight.detail': 'Dann wären es {size}: {range}.',
  'result.beside.received': 'Bei denen, die es wirklich bekamen',
  'result.beside.received.detail':
    'Oben zählen alle so, wie es geplant war, denn das bekommt man, wenn man es übernimmt. {hasShares, select, yes {Bekommen haben es {treated} dort, wo es geplant war, und {comparison} anderswo. } other {}}Bei denen, die es wegen des Plans bekamen, sind es {size} ({range}).{weak, select, yes { Der Plan hat kaum bewegt, wer es bekam, also sagt das wenig.} other {}}',
  'result.beside.received.open': 'Das lässt sich nicht sagen: Der Plan hat nicht bewegt, wer es bekam.',
  'result.beside.reading': 'Danach sind es {size}: {range}.',
  'result.beside.reading-bare': 'Danach sind es {size} (p {p}).',
  'result.beside.leave-one-out':
    '{turns, select, yes {Ein Ort kann es umdrehen} other {Kein Ort trägt das Ergebnis allein}}',
  'result.beside.leave-one-out.detail':
    'Lässt man einen beliebigen Ort weg, sind es {range}. Am meisten bewegt es sich ohne {site}: {without}.',
  'result.also': 'Auch angesehen',
  'result.also-lead':
    'Erkundend: Wer viele Messgrößen ansieht, findet durch Zufall eine, die sich bewegt hat. Berichtigt für {count, plural, one {eine Messgröße} other {# Messgrößen}}. Hinweise für den nächsten Versuch; keine davon zählt in der Antwort oben.',
  'result.also-measure': 'Messgröße',
  'result.also-says': 'Was sie zeigt',
  'result.also.nothing': 'nichts jenseits des Zufalls',
  'result.also.better': 'ist besser geworden',
  'result.also.worse': 'ist schlechter geworden',
  'result.also.unread': 'keine Antwort in diesen Werten',
  'result.also-range': '{low} bis {high}',
  'result.segments': 'Arten von Einheiten für sich',
  'result.segments-lead':
    'Erkundend: Wer viele Arten ansieht, findet durch Zufall einen Unterschied. Berichtigt für {count, number} davon. Ein Hinweis für den nächsten Versuch, kein Befund dieses Versuchs.',
  'result.segment': 'Art',
  'result.segment-units': 'Einheiten',
  'result.segment-effect': 'Wirkung',
  'result.segment-range': 'Bereich',
  'result.segment-p': 'p, berichtigt',
  'result.guardrails-together':
    '{held, select, yes {Alle {count, number} haben gehalten. Jede musste das für sich zeigen, also gibt es nichts zu berichtigen.} no {Nicht alle haben gehalten: Eine geschädigte genügt.} other {Nicht von allen ließ sich zeigen, dass sie gehalten haben.}}',

  'result.units-all': 'Wenn {units} Einheiten das bekämen, alle zusammen',
  'result.two-arms': '{metric} in beiden Armen',
  'result.two-arms-note':
    'Punkt: das Mittel eines Arms. Balken: was zu seinen eigenen Zahlen passt ({confidence}). Über den Unterschied wird oben geurteilt: Zwei Balken können sich überlappen und sich doch unterscheiden.',
  'result.two-arms-says': 'Zwei Arme: „{treated}“ bei {treatedMean}, „{comparison}“ bei {comparisonMean}.',
  'result.arm': 'Arm',
  'result.arm-units': '{count, plural, one {# Einheit} other {# Einheiten}}',
  'result.by-time': 'Nach der Zeit seit dem Beginn',
  'result.by-time-note':
    'Zeiträume seit dem Beginn an jedem Ort. Davor sollte keine Wirkung sein. Die Balken enthalten jede Größe, die zu den Zahlen passt.',
  'result.by-time-says':
    'Wirkungen nach der Zeit seit dem Beginn: {before, plural, =0 {keine davor} one {eine davor} other {# davor}}, {after, plural, one {eine} other {#}} von ihm an; die letzte ist {last}.',
  'result.since-start': 'Zeiträume seit dem Beginn',
  'result.effect': 'Wirkung',
  'result.low': 'Von',
  'result.high': 'Bis',
  'result.change-starts': 'die Änderung beginnt',
  'result.change-from': 'Änderung ab {period}',
  'result.waves': 'Wer sie wann hatte',
  'result.waves-note': 'Jeder Streifen ist eine Welle von Orten; gefüllt, wo sie die Änderung hatten.',
  'result.waves-says': '{waves, plural, one {Eine Welle} other {# Wellen}} von Orten, die nacheinander beginnen.',
  'result.wave': '{sites, plural, one {# Ort} other {# Orte}}, ab {start}',
  'result.wave-never': '{sites, plural, one {# Ort} other {# Orte}}, nie',
  'result.wave-head': 'Welle',
  'result.wave-start': 'Erster Zeitraum mit der Änderung',
  'result.wave-sites': 'Orte',
  'result.never': 'nie',
  'result.on-off': '{metric} mit eingeschalteter Änderung und ohne sie',
  'result.on-off-note':
    'Gefüllter Grund: Die Änderung war an. Linien: das Mittel jedes Abschnitts.{carried, plural, =0 {} other { Blasse Punkte bleiben weg: Das Fenster davor kann in ihnen noch nachwirken.}}',
  'result.on-off-says':
    '{sites, plural, one {Ein Ort} other {# Orte}} im Wechsel: im Mittel {on} mit der Änderung, {off} ohne sie.',
  'result.on': 'an',
  'result.off': 'aus',
  'result.on-or-off': 'Änderung',
  'result.more-sites': '{count, plural, one {Ein weiterer Ort ist} other {# weitere Orte sind}} nicht gezeichnet.',
  'result.what-happened': 'Was geschah, und was sonst gewesen wäre',
  'result.what-happened-note':
    'Grün: was geschah. Grau: wohin es unterwegs war, mit dem, was darum herum plausibel ist.{by, plural, =0 {} =1 {} other { Je {by, number} dessen, worüber gezählt wurde.}}',
  'result.what-happened-says':
    'Eine Reihe: {before, plural, one {# Zeitraum} other {# Zeiträume}} davor und {after, plural, one {# Zeitraum} other {# Zeiträume}} mit der Änderung. Am Ende steht sie bei {last}; unterwegs war sie zu {expected}.',
  'result.happened': 'was geschah',
  'result.expected': 'wohin es unterwegs war',
  'result.mixture': 'Mischung der anderen',
  'result.against-mixture': '{metric}, und eine Mischung anderer Orte',
  'result.against-mixture-note': 'Grün: der Ort mit der Änderung. Grau: die Mischung, die ihm vorher folgte.',
  'result.against-mixture-says':
    'Der Ort mit der Änderung und seine Mischung: vorher zusammen, nach dem Beginn im Mittel {gap} auseinander.',
  'result.placebos': 'Wie ungewöhnlich ist der Abstand?',
  'result.placebos-note': 'Grün: der Ort weniger seine Mischung. Blass: jeder andere Ort, als hätte er sich verändert.',
  'result.placebos-says':
    'Der Abstand zur Mischung neben denen von {count, number} anderen Orten: nach dem Beginn im Mittel {gap}.',
  'result.gap': 'Abstand',
  'result.with-change': 'mit der Änderung',
  'result.weights': 'Die Mischung: {weights}.',

  'result.moved': 'Was sich seit dem Ergebnis davor geändert hat',
  'result.moved-from': 'Vorher waren es {before}; jetzt sind es {after}.',
  'result.moved-no-answer-before': 'Vorher gaben die Zahlen keine Antwort; jetzt sind es {after}.',
  'result.moved-no-answer-now': 'Vorher waren es {before}; jetzt geben die Zahlen keine Antwort.',
  'result.moved-still-none': 'Weder damals noch jetzt geben die Zahlen eine Antwort.',
  'result.moved-grade': 'Die Note ging von {before} auf {after}.',
  'result.moved-plan': 'Der Plan ist Fassung {after} statt {before}.',
  'result.moved-data': 'Die Zahlen haben sich geändert: damals {before, number}, jetzt {after, number}.',
  'result.moved-data-same': 'Es sind so viele Zahlen wie vorher, und andere Tabellen stehen dahinter.',
  'result.moved-code': 'Berechnet hat es Ratchet {after}, damals {before}.',
  'result.moved-nothing': 'Nichts, was zählt, hat sich geändert.',
}
