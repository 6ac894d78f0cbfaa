import type { trialEn } from './en.ts'

export const trialDe: Record<keyof typeof trialEn, string> = {
  'trial.none': 'Diesen Versuch gibt es nicht.',
  'trial.wrong-state':
    'Dieser Versuch {state, select, draft {ist ein Entwurf} frozen {ist festgelegt und hat nicht begonnen} running {läuft} stopped {wurde abgebrochen} ended {ist zu Ende} other {ist entschieden}}. Nichts wurde geändert; bitte noch einmal ansehen.',
  'trial.moved-meanwhile':
    'Jemand anderes hat diesen Versuch gerade weitergeführt. Nichts wurde geändert; bitte noch einmal ansehen.',
  'trial.frozen-already':
    'Der Plan dieses Versuchs ist festgelegt; an ihm ändert sich nichts mehr. Nichts wurde geändert; eine Änderung ist eine neue Fassung des Plans.',
  'trial.idea-not-approved':
    'Ein Versuch klärt eine Idee, die ausprobiert werden darf. Diese ist nicht freigegeben, deshalb wurde nichts gespeichert; bitte zuerst um eine Antwort bitten.',
  'trial.no-reason': 'Bitte sagen Sie, warum er abgebrochen wird: Die Betroffenen lesen es. Er läuft noch.',
  'trial.no-outcomes':
    'Noch ist keine Tabelle mit Messwerten da, also gibt es nichts zu messen. Er läuft noch; fügen Sie eine hinzu, oder brechen Sie den Versuch mit einer Begründung ab.',
  'trial.sheet-there': 'Dieser Versuch hat diese Tabelle schon. Nichts wurde geändert.',
  'trial.state.draft': 'Entwurf',
  'trial.state.frozen': 'Plan festgelegt',
  'trial.state.running': 'Läuft',
  'trial.state.stopped': 'Abgebrochen',
  'trial.state.ended': 'Wartet auf Entscheidung',
  'trial.state.decided': 'Entschieden',
  'trial.next.draft': 'Als Nächstes: {name} schreibt den Plan fertig und legt ihn fest.',
  'trial.next.frozen': 'Als Nächstes: {name} beginnt ihn.',
  'trial.since': 'Seit {day}.',
  'trial.next.running': 'Seit {day}. Als Nächstes: Messwerte kommen, und {name} beendet ihn.',
  'trial.next.stopped': 'Am {day}: „{reason}“. Als Nächstes: {name} entscheidet.',
  'trial.next.ended': 'Als Nächstes: {name} entscheidet nach dem, was er gezeigt hat.',
  'trial.next.decided': 'Nichts wartet. Plan, Ergebnis und Entscheidung bleiben.',
  'trial.looked-back': 'Rückblick',
  'trial.views': 'Ansichten der Liste',
  'trial.all': 'Alle',
  'trial.mine': 'Meine',
  'trial.of-idea': 'Zur Idee „{idea}“',
  'trial.of-this-idea': 'Versuche',
  'trial.none-yet':
    'Noch hat es niemand ausprobiert. Ein Versuch sagt, was sich dadurch ändert und wie sicher das ist.',
  'trial.plan-one': 'Einen Versuch planen',
  'trial.empty': 'Noch keine Versuche',
  'trial.empty-help':
    'Ein Versuch zeigt, was eine kleine Änderung bewirkt, zum Beispiel: Vier von acht Praxen erinnern um 18:00 Uhr, die anderen um 9:00 Uhr, und nach sieben Wochen sagen es die verpassten Termine. Er beginnt mit einer freigegebenen Idee.',
  'trial.empty-action': 'Eine Idee zum Ausprobieren wählen',
  'trial.empty-filter': 'Kein solcher Versuch',
  'trial.empty-filter-help':
    'In dieser Ansicht steht gerade nichts. Versuche gehen weiter, wenn sie begonnen, beendet und entschieden werden.',
  'trial.show-all': 'Alle Versuche zeigen',
  'trial.title': 'Name des Versuchs',
  'trial.design': 'Wer mit wem verglichen wird',
  'trial.design.pilot': 'Manche Orte bekommen es, andere nicht',
  'trial.design-help.pilot':
    'Läden, Stationen oder Linien mit der Änderung, daneben andere, die weitermachen wie bisher. Alle beginnen zugleich.',
  'trial.design.split': 'Menschen oder Dinge werden ausgelost',
  'trial.design-help.split':
    'Jeder Besucher, Patient oder jedes Paket fällt in eine von zwei Gruppen. Der sicherste Weg, wo er möglich ist.',
  'trial.design.staggered': 'Einer nach dem anderen',
  'trial.design-help.staggered':
    'Am Ende bekommen es alle Orte, in Wellen. Wer noch nicht begonnen hat, zeigt, wie es ohne geworden wäre.',
  'trial.design.switchback': 'An und aus am selben Ort',
  'trial.design-help.switchback':
    'Abwechselnd Tage oder Wochen mit der Änderung und ohne. Für das, was sofort wirkt und keine Spur hinterlässt.',
  'trial.design.before-after': 'Ein Ort, vorher und nachher',
  'trial.design-help.before-after':
    'Wo niemand zum Vergleichen da ist: Die eigene Vergangenheit sagt, wohin es ging. Braucht acht Zeiträume vorher.',
  'trial.door': 'Welcher Weg',
  'trial.door.plan-first': 'Zuerst planen',
  'trial.door.look-back': 'Zurückblicken',
  'trial.door-help.plan-first':
    'Die Tabelle enthält, was vorher war. Sie legen den Plan fest, die Änderung beginnt, Messwerte kommen später. Niemand kann die Frage nach der Antwort richten: Note B, oder A, wo das Los entschied.',
  'trial.door-help.look-back':
    'Die Änderung ist geschehen, und die Tabelle enthält, was daraus wurde. Schnell und nützlich, und in der Überschrift gesagt: Der Plan entstand nach den Daten. Nie über Note B.',
  'trial.grade-at-best': 'Höchstens Note {grade}',
  'trial.move.start': 'Versuch beginnen',
  'trial.move.stop': 'Abbrechen',
  'trial.move.end': 'Beenden und messen',
  'trial.ask.start': 'Den Versuch jetzt beginnen?',
  'trial.ask.stop': 'Warum wird er abgebrochen?',
  'trial.ask.end': 'Den Versuch jetzt beenden?',
  'trial.ask-help.start':
    'Seine Idee wird dann ausprobiert. Von jetzt an dürfen Messwerte kommen; der Plan bleibt, wie er ist.',
  'trial.ask-help.stop': 'Alle hier können die Begründung lesen. Was bisher gemessen wurde, bleibt.',
  'trial.ask-help.end':
    'Danach kommen keine Messwerte mehr. Das Ergebnis wird sofort berechnet, und eine Entscheidung wartet.',
  'trial.done.start': 'Der Versuch läuft.',
  'trial.done.stop': 'Der Versuch ist abgebrochen; die Betroffenen wissen, warum.',
  'trial.done.end': 'Der Versuch ist zu Ende.',
  'trial.discard': 'Entwurf wegwerfen',
  'trial.discard-ask': 'Diesen Entwurf wegwerfen?',
  'trial.discard-help': 'Der Entwurf des Plans ist dann fort. Die Idee und die Tabellen bleiben.',
  'trial.discarded': 'Der Entwurf ist fort.',
  'trial.told-start': '{by} hat den Versuch „{title}“ begonnen',
  'trial.told-stop': '{by} hat den Versuch „{title}“ abgebrochen',
  'trial.told-end': '{by} hat den Versuch „{title}“ beendet. Das Ergebnis folgt.',
}
