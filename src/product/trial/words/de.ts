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
    'Noch ist keine Tabelle mit Ergebnissen da, also gibt es nichts zu messen. Er läuft noch; fügen Sie eine hinzu, oder brechen Sie den Versuch mit einer Begründung ab.',
  'trial.sheet-there': 'Dieser Versuch hat diese Tabelle schon. Nichts wurde geändert.',
  'trial.told-start': '{by} hat den Versuch „{title}“ begonnen',
  'trial.told-stop': '{by} hat den Versuch „{title}“ abgebrochen',
  'trial.told-end': '{by} hat den Versuch „{title}“ beendet. Das Ergebnis folgt.',
}
