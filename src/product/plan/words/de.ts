import type { planEn } from './en.ts'

export const planDe: Record<keyof typeof planEn, string> = {
  'plan.none': 'Dieser Versuch hat noch keinen festgelegten Plan.',
  'plan.saved-meanwhile':
    'Seit Sie diesen Plan geöffnet haben, hat ihn jemand gespeichert, vielleicht Sie selbst in einem anderen Fenster. Nichts wurde überschrieben; was Sie geschrieben haben, steht noch hier und ist noch nicht gespeichert. Bitte wählen, was von beidem bleibt.',
  'plan.changed-meanwhile':
    'Inzwischen hat jemand eine andere Fassung festgelegt. Nichts wurde geändert; bitte zuerst diese ansehen.',
  'plan.sheet-meanwhile':
    'Im selben Augenblick hat jemand anderes eine Tabelle gebracht. Nichts wurde geändert; bitte senden Sie Ihres noch einmal.',
  'plan.too-many-versions':
    'Dieser Plan hat {limit} Fassungen, mehr gibt es nicht. Nichts wurde geändert; entscheiden Sie nach dem Plan, wie er ist, oder planen Sie einen anderen Versuch.',
  'plan.looser-guardrail':
    'Der Versuch ist vorbei, also bleibt die Grenze „{name}“, und sie wird nicht weiter. Nichts wurde geändert; planen Sie einen anderen Versuch ohne sie.',
  'plan.not-finished':
    'Der Plan ist nicht fertig: {count, plural, one {ein Teil fehlt} other {# Teile fehlen}}. Alles Geschriebene bleibt.',
  'plan.no-comparison':
    'Alle Orte bekommen die Änderung; so bleibt keiner zum Vergleichen. Nichts wurde festgelegt; bitte Orte ohne die Änderung dazunehmen.',
  'plan.no-treated':
    'Kein Ort bekommt die Änderung; so gibt es nichts zu messen. Nichts wurde festgelegt; bitte wählen, welche sie bekommen.',
  'plan.no-starts-yet':
    'In einem vorab gemachten Plan liegen die Starts noch in der Zukunft; eine Spalte mit Ja und Nein kann sie nicht sagen. Nichts wurde eingefroren; bitte eine Spalte wählen, die für jeden Ort sagt, wann er beginnt.',
  'plan.no-start':
    '„{site}“ soll mit „{start}“ beginnen; das ist kein Zeitraum der Tabelle, wie etwa „{example}“. Nichts wurde eingefroren; bitte wie in der Tabelle schreiben und leer lassen, wo die Änderung nicht kommt.',
  'plan.nobody-starts':
    'Nach dieser Spalte beginnt nie ein Ort; so gibt es nichts zu messen. Nichts wurde eingefroren; bitte eine andere Spalte wählen.',
  'plan.same-start':
    'Alle Orte beginnen zugleich ({start}); so zeigt keiner, wie es ohne die Änderung geworden wäre. Nichts wurde eingefroren; bitte manche später beginnen lassen, oder Orte mit der Änderung mit Orten ohne sie vergleichen.',
  'plan.no-schedule':
    'Nach ihrem letzten Wert hat die Tabelle keinen Zeitraum mehr; sie sagt also nicht, wann die Änderung an sein soll. Nichts wurde eingefroren; bitte für jeden künftigen Zeitraum eine Zeile mit Ja oder Nein und noch ohne Wert anfügen.',
  'plan.never-on':
    'Nach dieser Spalte ist die Änderung nie an; so gibt es nichts zu messen. Nichts wurde eingefroren; bitte eine andere Spalte oder andere Werte wählen.',
  'plan.never-off':
    'Nach dieser Spalte ist die Änderung immer an; so gibt es nichts zu vergleichen. Nichts wurde eingefroren; bitte eine andere Spalte oder andere Werte wählen.',
  'plan.window-cut':
    '„{site}“ wechselt mitten in dem Fenster von {length}, das mit {period} beginnt. Nichts wurde eingefroren; bitte sagen, für wie viele Zeiträume die Änderung jeweils an oder aus bleibt.',
  'plan.short-before':
    'Vor der Änderung {count, plural, one {gibt es # Zeitraum} other {gibt es # Zeiträume}} mit einem Wert; eine Linie hindurch braucht mindestens {least}. Nichts wurde eingefroren; bitte eine längere Vorgeschichte bringen, kürzere Zeiträume wählen oder die Jahreszeit weglassen.',
  'plan.short-after':
    'Seit der Änderung {count, plural, one {gibt es # Zeitraum} other {gibt es # Zeiträume}} mit einem Wert; eine Linie hindurch braucht mindestens {least}. Nichts wurde eingefroren; bitte mehr abwarten, kürzere Zeiträume wählen oder die Vorhersage als Verfahren nehmen.',
  'plan.same-arm': 'Beide Gruppen heißen „{arm}“. Nichts wurde eingefroren; bitte eine andere zum Vergleich wählen.',
  'plan.empty-arm':
    'In der Gruppe „{arm}“ ist niemand. Die Spalte sagt: {found}. Nichts wurde eingefroren; bitte eine davon wählen.',
  'plan.silent-arm':
    'In der Gruppe „{arm}“ hat niemand einen Wert; so gibt es nichts zu vergleichen. Nichts wurde eingefroren; bitte eine andere Gruppe oder eine andere Spalte wählen.',
  'plan.units-in-both':
    '{count, plural, one {Einer ist} other {# sind}} in beiden Gruppen, etwa „{unit}“, und andere, etwa „{other}“, nur in einer. Entweder sind alle in einer Gruppe oder alle in beiden. Nichts wurde eingefroren; bitte die Tabelle ausbessern.',
  'plan.paired-kind':
    'Alle sind in beiden Gruppen (etwa „{unit}“) und werden mit sich selbst verglichen; das geht nur mit Mittelwerten. Nichts wurde eingefroren; bitte eine Kennzahl wählen, die ein Mittelwert ist.',
  'plan.no-denominator':
    'Diese Kennzahl ist eine Zahl durch eine andere. Nichts wurde eingefroren; bitte die Spalte wählen, durch die der Wert geteilt wird.',
  'plan.no-quantile':
    'Diese Kennzahl ist ein Quantil. Nichts wurde eingefroren; bitte sagen, welches, etwa 0,5 für den Median.',
  'plan.not-of-design':
    'Ein Plan dieser Art von Versuch hat keinen solchen Teil. Nichts wurde eingefroren; bitte weglassen.',
  'plan.nothing-before':
    'Aus der Zeit vor der Änderung gibt es keinen Wert; so kann niemand sagen, woher die Orte kamen. Nichts wurde festgelegt; bitte einen späteren Beginn wählen oder eine Tabelle mit Vorgeschichte.',
  'plan.other-assignment':
    'Bei dieser Art von Versuch werden die Orte anders genannt. Nichts wurde geschrieben; bitte zuerst die Art des Versuchs wählen, dann die Orte.',
  'plan.not-drawn':
    'Diese Lose sind angekündigt und noch nicht gezogen. Nichts wurde geschrieben; bitte ziehen und dann wiederkommen.',
  'plan.other-draw':
    'Diese Lose wurden für eine andere Art von Versuch gezogen. Nichts wurde geschrieben; bitte die Art wählen, für die sie gezogen wurden, oder andere Lose.',
  'plan.drawn-elsewhere':
    '„{site}“ wurde gelost und ist nicht unter den Orten dieses Arbeitsbereichs. Nichts wurde geschrieben; bitte den Ort anlegen oder ihm den Namen geben, unter dem er gelost wurde.',
  'plan.site-unreadable':
    'Ein Ort namens „{site}“ würde in einer Tabelle für eine Lücke gehalten. Nichts wurde geschrieben; bitte einen anderen Namen geben.',
  'plan.measured-split':
    'Ein Versuch mit zwei Gruppen von Menschen oder Dingen hat keine Werte je Ort. Nichts wurde geschrieben; bitte seine Tabelle bringen oder eine andere Art von Versuch wählen.',
  'plan.nothing-measured':
    '{metric} hat an diesen Orten keinen Wert vor dem {startsOn}; niemand kann sagen, woher sie kamen. Nichts wurde geschrieben; bitte einen späteren Beginn wählen oder die Werte unter „Messgrößen“ bringen.',
  'plan.outcomes-measured':
    '{metric} hat schon Werte bis {on}, aus der Zeit mit der Änderung; das wäre ein Rückblick und kein vorher gemachter Plan. Nichts wurde behalten; bitte einen späteren Beginn wählen oder den Weg „Zurückblicken“.',
  'plan.too-many-measures':
    'Ein Versuch hat höchstens {limit} Messgrößen. Nichts wurde geschrieben; bitte einige weglassen.',
  'plan.measure-twice':
    '{metric} ist zweimal genannt. Nichts wurde geschrieben; bitte jede Messgröße nur einmal nennen.',
  'plan.other-every':
    '{metric} wird nicht so oft gemessen wie {first}. Nichts wurde geschrieben; bitte Messgrößen mit denselben Zeiträumen wählen.',
  'plan.measured-too-large':
    'Orte, Zeiträume und Messgrößen ergeben zusammen {places, number} Werte; {limit, number} lassen sich auf einmal lesen. Nichts wurde geschrieben; bitte weniger Messgrößen oder Orte nehmen.',
  'plan.not-measured':
    'Die Werte dieses Versuchs kommen aus Tabellen, die Menschen bringen. Nichts wurde übernommen; bitte stattdessen die nächste Tabelle hinzufügen.',
  'plan.measured-elsewhere':
    'Dieser Versuch nimmt seine Werte aus den Messgrößen des Arbeitsbereichs. Nichts wurde hinzugefügt; bitte die Tabelle unter „Messgrößen“ bringen, der Versuch übernimmt sie.',
  'plan.outcomes-there':
    'Die Tabelle enthält schon Werte aus der Zeit der Änderung; das wäre ein Rückblick und kein vorher gemachter Plan. Nichts wurde festgelegt; bitte den Weg „Zurückblicken“ wählen oder einen späteren Beginn.',
  'plan.no-outcomes':
    'Die Tabelle enthält ab dem Beginn der Änderung keinen Wert; da gibt es nichts, worauf man zurückblicken könnte. Nichts wurde festgelegt; bitte den Weg „Zuerst planen“ wählen oder einen anderen Beginn.',
  'plan.sites-lost':
    '{count, plural, one {Ein Ort fiele weg: {site}.} other {# Orte fielen weg, darunter {site}.}} Orte fallen nicht stillschweigend weg. Nichts wurde festgelegt; bitte nennen Sie die, die herausgenommen werden.',
  'plan.decided': 'Über diesen Versuch wurde nach seinem Plan schon entschieden. Nichts wurde geändert.',
  'plan.not-running': 'Messwerte kommen, während ein Versuch läuft, und dieser läuft nicht. Nichts wurde hinzugefügt.',
  'plan.too-many-sheets':
    'Ein Versuch nimmt {limit} Tabellen. Nichts wurde hinzugefügt; bitte die Werte mehrerer in einer sammeln.',
  'plan.only-strangers':
    'Keiner ihrer Orte steht im Plan (sie nennt „{site}“, der Plan „{planned}“). Nichts wurde hinzugefügt; sind die Namen anders geschrieben?',
  'plan.other-periods':
    'Ihre Zeiträume sind von anderer Art als die des Plans: Tage, Wochen, Monate und einfache Zahlen lassen sich nicht mischen. Nichts wurde hinzugefügt; bitte schreiben wie in der ersten Tabelle.',
  'plan.too-many-periods':
    'Zusammen hätten die Tabellen mehr als {limit, number} Zeiträume; mehr geht nicht. Nichts wurde hinzugefügt; bitte Tage zu Wochen oder Monaten zusammenfassen.',
  'plan.no-figure': 'Keine Tabelle dieses Versuchs hat eine Zeile für diesen Ort und Zeitraum.',
  'plan.this': 'Plan',
  'plan.step.door': 'Welcher Weg',
  'plan.step.door-lead': 'Beide sind ehrlich. Sie unterscheiden sich darin, was sie beweisen können.',
  'plan.step.sheet': 'Die Tabelle',
  'plan.step.words': 'Was gefragt wird und was zählt',
  'plan.step.guardrails-lead':
    'Etwas anderes, dem die Änderung schaden könnte, etwa Beschwerden oder Fehler. Das Ergebnis sagt, ob sie es tat.',
  'plan.step.design': 'Wer mit wem verglichen wird',
  'plan.step.design-lead':
    'Nehmen Sie, was zum Ort passt. Was Sie geschrieben haben, bleibt, wenn Sie etwas anderes wählen.',
  'plan.step.more': 'Wie lange, und wie es endet',
  'plan.step.more-lead': 'All das darf bleiben, wie es ist.',
  'plan.step.sheet-lead.pilot.plan-first':
    'Was vor der Änderung war: jeder Ort, der mitmacht, mit und ohne, und seine Werte bis jetzt.',
  'plan.step.sheet-lead.pilot.look-back': 'Alles: die Zeit vor der Änderung und danach, die Orte mit ihr und ohne.',
  'plan.step.sheet-lead.staggered.plan-first':
    'Was vorher war: jeder Ort mit seinen Werten bis jetzt und dem Zeitraum, in dem er beginnen soll.',
  'plan.step.sheet-lead.staggered.look-back':
    'Alles: jeder Ort mit seinen Werten und dem Zeitraum, in dem er begonnen hat.',
  'plan.step.sheet-lead.switchback.plan-first':
    'Der Ablauf: für jeden künftigen Zeitraum eine Zeile mit Ja oder Nein und noch ohne Wert. Was vorher war, darf darüber stehen.',
  'plan.step.sheet-lead.switchback.look-back': 'Jeder Zeitraum mit seinem Wert, und ob die Änderung an war.',
  'plan.step.sheet-lead.before-after.plan-first': 'Die Werte bis jetzt, einer für jeden Zeitraum, mindestens acht.',
  'plan.step.sheet-lead.before-after.look-back':
    'Die Werte vor der Änderung und seither, einer für jeden Zeitraum, mindestens acht auf jeder Seite.',
  'plan.step.sheet-lead.split.plan-first':
    'Wer mitmacht und in welcher Gruppe, je eine Zeile. Die Spalte mit dem Wert ist noch leer.',
  'plan.step.sheet-lead.split.look-back': 'Alle mit ihrer Gruppe und ihrem Wert, je eine Zeile oder mehrere.',
  'plan.arm.treated': 'Die Gruppe mit der Änderung',
  'plan.arm.comparison': 'Die Gruppe ohne sie',
  'plan.arm-help': 'Bitte zuerst die Spalte wählen, die die Gruppen nennt.',
  'plan.window': 'Zeiträume am Stück',
  'plan.window-help': 'Für wie viele Zeiträume die Änderung an oder aus bleibt, bevor sie wechseln darf.',
  'plan.carry-over': 'Nach einem Wechsel weggelassen',
  'plan.carry-over-help': 'Zeiträume, in denen das Vorherige noch nachwirkt. 0, wo nichts nachwirkt.',
  'plan.transition': 'Vom Start an weggelassen',
  'plan.transition-help': 'Zeiträume, in denen sich die Änderung einspielt. 0, wo sie sofort wirkt.',
  'plan.season': 'Zeiträume eines vollen Kreislaufs',
  'plan.season-help': 'Etwa 12 für die Monate eines Jahres. Braucht zwei volle davon vorher.',
  'plan.together': 'Mehrere Orte',
  'plan.together-help': 'Wie aus den Werten mehrerer Orte einer wird.',
  'plan.together.add': 'werden zusammengezählt',
  'plan.together.average': 'werden gemittelt',
  'plan.slope': 'Auch der Verlauf darf sich ändern',
  'plan.slope-help': 'Weglassen, wo die Änderung eine Stufe ist und sonst nichts.',
  'plan.runs-for': 'Zeiträume, die er läuft',
  'plan.runs-for-units': 'Menschen oder Dinge, die er braucht',
  'plan.runs-for-help': 'Woran ein Blick zwischendurch gemessen wird. Ohne das gibt es kein frühes Ende.',
  'plan.runs-periods': '{count, plural, one {# Zeitraum} other {# Zeiträume}} mit der Änderung',
  'plan.runs-units': '{count, plural, one {Ein Mensch oder Ding} other {# Menschen oder Dinge}}',
  'plan.chosen-help': 'Wer wegen schlechter Werte ausgewählt wird, wird von selbst besser; die Note weiß das.',
  'plan.chosen.worst': 'Die mit den schlechtesten Werten',
  'plan.chosen.all-worst': 'Allen ging es schlecht, mit der Änderung und ohne',
  'plan.chosen.other': 'Aus anderen Gründen',
  'plan.method-help': 'Das übliche ergibt sich aus den Werten. Ein anderes muss jetzt genannt werden, nicht später.',
  'plan.method-by-rule': 'Das übliche',
  'plan.method.synthetic-control': 'Eine Mischung der anderen Orte',
  'plan.method.synthetic-difference': 'Eine Mischung der anderen Orte und der Zeit vorher',
  'plan.method.group': 'Gemittelt über Wellen',
  'plan.method.simple': 'Gemittelt über alle Werte',
  'plan.method.calendar': 'Gemittelt über Kalenderzeiträume',
  'plan.method.event': 'Gemittelt über die Zeit seit dem Start',
  'plan.method.wedge': 'Stufenweise: eine Wirkung neben Orten und Zeiträumen',
  'plan.method.reml': 'Eine Linie mit nachwirkenden Fehlern (REML)',
  'plan.method.prais-winsten': 'Eine Linie, Prais-Winsten',
  'plan.method.newey-west': 'Eine Linie, Fehler nach Newey-West',
  'plan.method.ols': 'Eine einfache Linie',
  'plan.method.quasi-poisson': 'Zählungen, die mehr streuen als der Zufall',
  'plan.method.poisson': 'Einfache Zählungen',
  'plan.method.local-level': 'Eine Vorhersage aus der Zeit vorher',
  'plan.stop.harm': 'Abbrechen, wenn etwas Schaden nimmt, das nicht schlechter werden darf',
  'plan.stop-help.harm': 'Beliebig oft angesehen, ohne auf den Zufall hereinzufallen.',
  'plan.stop.futility': 'Abbrechen, wenn er nichts Lohnendes mehr zeigen kann',
  'plan.stop-help.futility': 'Spart Zeit und Mühe für die nächste Idee.',
  'plan.stop.success': 'Früh enden, wenn es klar wirkt',
  'plan.stop-help.success': 'Dafür muss die Antwort am Ende etwas sicherer sein als sonst.',
  'plan.waves': 'Wer wann beginnt',
  'plan.waves-say': '{count, plural, one {Eine Welle} other {# Wellen}}, jede ab ihrem Start gefüllt.',
  'plan.waves-drawn': 'Gezeichnet sind die ersten {drawn} Wellen.',
  'plan.wave': 'ab {label}',
  'plan.wave-never': 'nie',
  'plan.wave-header': 'Welle',
  'plan.sites-drawn-of': 'Gezeichnet sind {drawn} von {count} Orten.',
  'plan.on-off-says': '{count, plural, one {Ein Ort} other {# Orte}} mit der Änderung abwechselnd an und aus.',
  'plan.series-says': 'Die Werte von {first} bis {last}.',
  'plan.this-place': 'Dieser Ort',
  'plan.places-together': '{count, plural, one {Ein Ort} other {# Orte, zusammen gezählt}}',
  'plan.arms-read': 'Die beiden Gruppen, wie sie gelesen wurden',
  'plan.units': 'Wie viele',
  'plan.units-filled': 'Mit einem Wert',
  'plan.is-paired': 'Alle sind in beiden Gruppen und werden mit sich selbst verglichen.',
  'plan.other-arms': 'Weggelassen, weil der Plan andere Gruppen vergleicht: {names}.',
  'plan.waves-drawn-by-lot':
    '{count, plural, one {# Ort} other {# Orte}} in {waves, plural, one {einer Welle} other {# Wellen}}. Die Reihenfolge wurde ausgelost.',
  'plan.waves-chosen':
    '{count, plural, one {# Ort} other {# Orte}} in {waves, plural, one {einer Welle} other {# Wellen}}. Die Reihenfolge wurde gewählt.',
  'plan.in-turn-drawn':
    '{count, plural, one {Ein Ort} other {# Orte}}, abwechselnd an und aus. Der Ablauf wurde ausgelost.',
  'plan.in-turn-chosen':
    '{count, plural, one {Ein Ort} other {# Orte}}, abwechselnd an und aus. Der Ablauf wurde gewählt.',
  'plan.arm-of': '{name}: {count, plural, one {einer} other {#}}.',
  'plan.arms-drawn': '„{treated}“ mit der Änderung, „{comparison}“ ohne. Es wurde gelost.',
  'plan.arms-chosen': '„{treated}“ mit der Änderung, „{comparison}“ ohne. Sie wurden gewählt.',
  'plan.part.start': 'Wann jeder Ort beginnt',
  'plan.part.arm': 'Die Spalte mit der Gruppe',
  'plan.part.denominator': 'Die Spalte, durch die der Wert geteilt wird',
  'plan.part.unit': 'Wer oder was ausgelost wurde',
  'plan.part.arms': 'Welche Gruppe die Änderung hat und welche nicht',
  'plan.part.window': 'Wie lange die Änderung an oder aus bleibt',
  'plan.part.transition': 'Wie viele Zeiträume vom Start an weggelassen werden',
  'plan.part.season': 'Wie viele Zeiträume ein voller Kreislauf hat',
  'plan.part.runs-for': 'Wie lange er läuft',
  'plan.part.forecast': 'Was Menschen erwarten, von wenig bis viel',
  'plan.randomised.pilot': 'Es wurde ausgelost, welche Orte die Änderung bekommen',
  'plan.randomised.staggered': 'Die Reihenfolge wurde ausgelost',
  'plan.randomised.switchback': 'Der Ablauf wurde ausgelost',
  'plan.randomised.split': 'Es wurde ausgelost, wer in welcher Gruppe ist',
  'plan.doubt.newcomers':
    '{count, plural, one {Einer ist} other {# sind}} erst nach dem Plan gekommen, etwa „{site}“. Sie zählen in der Gruppe, die ihre Tabelle nennt.',
  'plan.doubt.moved':
    '{count, plural, one {Einer ist} other {# sind}} in einer anderen Gruppe als zuerst, etwa „{site}“. Die erste gilt, denn sie wurde ausgelost.',
  'plan.sheet-holds-units': '{rows} Zeilen, {sites, plural, one {# Mensch oder Ding} other {# Menschen oder Dinge}}',
  'plan.yes': 'ja',
  'plan.no': 'nein',
  'plan.body.design': 'Wer mit wem verglichen wird',
  'plan.body.control': 'Was die Änderung nicht bewegen kann',
  'plan.body.draw': 'Startzahl der Lose',
  'plan.body.chosen': 'Warum gerade diese',
  'plan.body.startsOn': 'Geplanter Beginn',
  'plan.body.endsOn': 'Geplantes Ende',
  'plan.body.runsFor': 'Wie lange',
  'plan.body.stops': 'Wann früh abgebrochen wird',
  'plan.body.forecasts': 'Was Menschen erwarten',
  'plan.body.method': 'Verfahren',
  'plan.body.schedule': 'Ablauf',
  'plan.body.windowLength': 'Zeiträume am Stück',
  'plan.body.blockWindows': 'Zusammen geloste Fenster',
  'plan.body.carryOver': 'Nach einem Wechsel weggelassen',
  'plan.body.together': 'Mehrere Orte',
  'plan.body.transition': 'Vom Start an weggelassen',
  'plan.body.season': 'Zeiträume eines vollen Kreislaufs',
  'plan.body.slope': 'Auch der Verlauf darf sich ändern',
  'plan.body.arms': 'Gruppen',
  'plan.body.shares': 'Geplante Anteile',
  'plan.body.isPaired': 'Jeder in beiden Gruppen',
  'plan.body.quantile': 'Welches Quantil',
  'plan.reading': 'Die Tabelle wird mit diesen Spalten gelesen',
  'plan.sheet': 'Die Tabelle, als Datei',
  'plan.cannot-read': 'So lässt sich die Tabelle nicht lesen',
  'plan.part.question': 'Frage',
  'plan.part.sheet': 'Die Tabelle',
  'plan.part.site': 'Die Spalte, die sagt, wo',
  'plan.part.period': 'Die Spalte, die sagt, wann',
  'plan.part.value': 'Die Spalte mit dem Wert',
  'plan.part.treated': 'Welche Orte die Änderung bekommen',
  'plan.part.since': 'Erster Zeitraum mit der Änderung',
  'plan.part.metric': 'Die Messgröße',
  'plan.part.worth': 'Eine Zahl über 0 für das, was sich lohnt, oder nichts',
  'plan.part.guardrail': 'Name, Spalte und Spielraum dessen, was nicht schlechter werden darf',
  'plan.part.unreadable': '{part}: lässt sich in dieser Tabelle nicht lesen',
  'plan.part.reading': 'Eine Tabelle, die sich mit diesen Spalten lesen lässt',
  'plan.part.no-comparison': 'Orte ohne die Änderung, zum Vergleichen',
  'plan.part.nothing-before': 'Werte von vor der Änderung: ein späterer Beginn oder eine Tabelle mit Vorgeschichte',
  'plan.part.outcomes-there':
    'Der Weg, der zur Tabelle passt: Sie hat Werte mit der Änderung, also zurückblicken oder eine Tabelle ohne sie nehmen',
  'plan.part.no-outcomes':
    'Der Weg, der zur Tabelle passt: Sie hat noch keinen Wert mit der Änderung, also zuerst planen oder eine Tabelle mit Messwerten nehmen',
  'plan.part.other': 'Etwas anderes',
  'plan.question-help':
    'In einem Satz, zum Beispiel: „Verpassen weniger Patienten ihren Termin, wenn die Erinnerung um 18:00 Uhr kommt?“',
  'plan.main-measure': 'Hauptmessgröße',
  'plan.worth-having': 'Lohnt sich ab',
  'plan.worth-having-help':
    'Die kleinste Verbesserung, die die Mühe wert wäre, in derselben Einheit. Das Ergebnis sagt dann, ob sie erreicht wurde.',
  'plan.worth-said': '{amount} oder mehr',
  'plan.worth-open': 'Niemand hat es gesagt; jede Verbesserung zählt.',
  'plan.randomised-help':
    'Nur wenn allein der Zufall entschied. Eine Liste, die jemand ausgesucht hat, aus welchem Grund auch immer, ist kein Los.',
  'plan.guardrails': 'Darf nicht schlechter werden',
  'plan.no-guardrail': 'Nichts wurde genannt.',
  'plan.add-guardrail': 'Nennen, was nicht schlechter werden darf',
  'plan.add-another-guardrail': 'Noch etwas nennen',
  'plan.remove-guardrail': 'Weglassen',
  'plan.guardrail-column': 'Seine Spalte',
  'plan.guardrail-name': 'Wie es heißt',
  'plan.guardrail-better': 'In welche Richtung es besser ist',
  'plan.guardrail-lower': 'Niedriger ist besser',
  'plan.guardrail-higher': 'Höher ist besser',
  'plan.guardrail-said-lower': '{name}: höchstens {margin} mehr (Spalte „{column}“)',
  'plan.guardrail-said-higher': '{name}: höchstens {margin} weniger (Spalte „{column}“)',
  'plan.margin': 'Höchstens um so viel schlechter',
  'plan.margin-help': 'In der Einheit seiner Spalte. 0 heißt: gar nicht.',
  'plan.margin-of': '{name}: höchstens um so viel schlechter',
  'plan.as-frozen': 'Der Plan, wie er festgelegt wird',
  'plan.not-said': 'Noch nicht gesagt',
  'plan.not-readable': 'Noch nicht lesbar',
  'plan.unfinished-guardrails':
    '{count, plural, one {Eines, das noch nicht fertig ist} other {#, die noch nicht fertig sind}}',
  'plan.worth-apart':
    'Was eine Einheit in Geld wert ist, gehört nicht zum Plan. Es steht bei der Messgröße und wird von dort genommen, wenn der Gewinn gebucht wird.',
  'plan.who-is-in': 'Wer dabei ist',
  'plan.sites-chosen':
    '{treated, plural, one {# Ort} other {# Orte}} mit der Änderung, {comparison} ohne. Sie wurden ausgesucht.',
  'plan.sites-drawn':
    '{treated, plural, one {# Ort} other {# Orte}} mit der Änderung, {comparison} ohne. Das Los entschied.',
  'plan.starts': 'Änderung beginnt',
  'plan.starts-said': 'Mit {since}; das zählt schon als geändert.',
  'plan.figures-from': 'Werte aus',
  'plan.written': 'Geschrieben',
  'plan.written-plan-first': 'Bevor es Messwerte mit der Änderung gab.',
  'plan.written-look-back': 'Nach den Daten. Die Überschrift des Ergebnisses sagt es; nie über Note B.',
  'plan.written-after': 'Nach den Daten, oder als jemand sie hätte sehen können. Nie über Note B.',
  'plan.written-too-early': 'Noch nichts zum Zurückblicken: Die Tabelle hat keinen Wert mit der Änderung.',
  'plan.written-open': 'Zeigt sich, sobald die Tabelle sich lesen lässt.',
  'plan.still-missing': 'Es fehlt noch',
  'plan.nothing-missing': 'Nichts fehlt',
  'plan.nothing-missing-help': 'Lesen Sie ihn am Ende dieser Seite noch einmal, und legen Sie ihn dort fest.',
  'plan.missing': '{count, plural, one {Ein Teil fehlt} other {# Teile fehlen}} noch.',
  'plan.freeze.plan-first': 'Plan festlegen',
  'plan.freeze.look-back': 'Festlegen und messen',
  'plan.freeze-about': 'Für immer. Eine spätere Änderung wird Fassung 2, und beide bleiben lesbar.',
  'plan.freeze-ask.plan-first': 'Diesen Plan festlegen?',
  'plan.freeze-ask.look-back': 'Diesen Plan festlegen und zurückblicken?',
  'plan.freeze-help.plan-first':
    'Von da an kann ihn niemand mehr ändern, auch Sie nicht. Der Versuch wartet dann auf seinen Beginn.',
  'plan.freeze-help.look-back':
    'Von da an kann ihn niemand mehr ändern, auch Sie nicht. Das Ergebnis wird sofort berechnet, mit dem Vermerk „nach den Daten geschrieben“.',
  'plan.frozen-now.plan-first': 'Der Plan ist festgelegt.',
  'plan.frozen-now.look-back': 'Der Plan ist festgelegt.',
  'plan.saving': 'Wird gespeichert …',
  'plan.kept': 'Als Entwurf aufgehoben,',
  'plan.overtaken':
    'Inzwischen hat jemand anderes diesen Plan gespeichert. Bitte zuerst wählen, was von beidem bleibt.',
  'plan.conflict': 'Inzwischen hat jemand anderes diesen Plan gespeichert',
  'plan.conflict-differs':
    'Vielleicht waren Sie es selbst in einem anderen Fenster. Ihres ist noch nicht gespeichert. Beide unterscheiden sich in:',
  'plan.conflict-help':
    '„Meines behalten“ speichert alles, wie es hier steht, anstelle des anderen. „Das andere laden“ verwirft, was Sie seit dem letzten Speichern geschrieben haben.',
  'plan.keep-mine': 'Meines behalten',
  'plan.load-theirs': 'Das andere laden',
  'plan.wrong-door.look-back': 'Diese Tabelle enthält schon Werte mit der Änderung',
  'plan.wrong-door.plan-first': 'Diese Tabelle enthält noch keine Werte mit der Änderung',
  'plan.wrong-door-help.look-back':
    'Sie hat Werte aus der Zeit der Änderung; ein Plan von heute ist deshalb ein Rückblick. Oder die Änderung beginnt später: Dann berichtigen Sie bitte den ersten Zeitraum mit der Änderung.',
  'plan.wrong-door-help.plan-first':
    'Ihr letzter Wert stammt von vor der Änderung; es gibt nichts, worauf man zurückblicken könnte. Oder die Änderung begann früher: Dann berichtigen Sie bitte den ersten Zeitraum mit der Änderung.',
  'plan.take-door.look-back': 'Stattdessen zurückblicken',
  'plan.take-door.plan-first': 'Stattdessen zuerst planen',
  'plan.frozen': 'Der Plan, wie er festgelegt wurde',
  'plan.after-data': 'Nach den Daten geschrieben',
  'plan.after-data-look-back': 'Die Messwerte waren da, als dieser Plan geschrieben wurde. Er zählt nie über Note B.',
  'plan.after-data-first':
    'Als diese Fassung geschrieben wurde, waren Messwerte da, oder jemand hätte sie sehen können. Sie zählt nie über Note B.',
  'plan.frozen-by': 'Fassung {version}, festgelegt von {name},',
  'plan.fingerprint': 'Sein Fingerabdruck (SHA-256):',
  'plan.show-sites': '{count, plural, one {Der # Ort mit Namen} other {Die # Orte mit Namen}}',
  'plan.versions': 'Alle Fassungen',
  'plan.version-by': 'Fassung {version}, von {name}',
  'plan.difference': '{part}: aus {before} wurde {after}',
  'plan.nothing': 'nichts',
  'plan.by-lot': 'vom Los bestimmt',
  'plan.by-choice': 'ausgesucht',
  'plan.body.question': 'Frage',
  'plan.body.metric': 'Hauptmessgröße',
  'plan.body.worthHaving': 'Lohnt sich ab',
  'plan.body.also': 'Auch angesehen',
  'plan.body.measured': 'Eigene Messungen',
  'plan.body.guardrails': 'Darf nicht schlechter werden',
  'plan.body.sheetId': 'Tabelle',
  'plan.body.columns': 'Spalten',
  'plan.body.since': 'Änderung beginnt',
  'plan.body.sites': 'Orte',
  'plan.body.isRandomised': 'Wie die Orte gefunden wurden',
  'plan.body.seed': 'Startzahl der Ziehungen',
  'plan.change': 'Neue Fassung festlegen',
  'plan.change-help':
    'Die geltende Fassung bleibt für immer lesbar, neben der neuen und Ihrer Begründung. Einen Plan zu ändern, nachdem Messwerte kamen, schmälert, was er beweisen kann.',
  'plan.take-sites-out':
    '{count, plural, =0 {Orte herausnehmen} one {# Ort wird herausgenommen} other {# Orte werden herausgenommen}}',
  'plan.reason': 'Warum wird er geändert?',
  'plan.reason-help': 'Das steht für immer neben der neuen Fassung.',
  'plan.freeze-version': 'Fassung {version} festlegen',
  'plan.changed': 'Die neue Fassung ist festgelegt.',
  'plan.sheets': 'Seine Tabellen',
  'plan.later-wins': 'Wo zwei für einen Ort und Zeitraum einen Wert haben, gilt der spätere.',
  'plan.sheet-holds': '{rows} Zeilen, {sites, plural, one {# Ort} other {# Orte}}, {first} bis {last}',
  'plan.sheet-outcomes': 'Mit Werten ab der Änderung.',
  'plan.sheet-history': 'Nur Vorgeschichte.',
  'plan.outcomes': 'Die nächste Tabelle, als Datei',
  'plan.add-outcomes': 'Messwerte hinzufügen',
  'plan.add-outcomes-lead':
    'Eine Tabelle mit denselben Spalten. Sie darf nur die neuen Zeiträume enthalten oder alles bis jetzt.',
  'plan.outcomes-added': 'Die Messwerte sind da.',
  'plan.figures': 'Die Werte bis jetzt',
  'plan.does-not-fit': 'Nicht alles passt zum Plan',
  'plan.doubt.strangers':
    '{count, plural, one {Ein Ort steht} other {# Orte stehen}} in einer Tabelle und nicht im Plan, etwa „{site}“. {count, plural, one {Er bleibt} other {Sie bleiben}} weg.',
  'plan.doubt.regrouped':
    '{count, plural, one {Ein Ort ist} other {# Orte sind}} in der anderen Gruppe, als der Plan sagt, etwa „{site}“. Es gilt der Plan.',
  'plan.doubt.silent':
    '{count, plural, one {Ein Ort des Plans hat} other {# Orte des Plans haben}} seit Beginn der Änderung keinen Wert, etwa „{site}“.',
  'plan.to-standing': 'Wie er steht',
  'plan.to-result': 'Zum Ergebnis',
  'plan.told-look-back': '{by} hat darauf zurückgeblickt, was „{title}“ bewirkt hat. Das Ergebnis folgt.',
}
