import type { planEn } from './en.ts'

export const planDe: Record<keyof typeof planEn, string> = {
  'plan.none': 'Dieser Versuch hat noch keinen festgelegten Plan.',
  'plan.no-draft': 'Der Plan dieses Versuchs ist kein Entwurf mehr. Seine Fassungen zeigen, wie er festgelegt wurde.',
  'plan.saved-meanwhile':
    'Seit Sie diesen Plan geöffnet haben, hat ihn jemand gespeichert, vielleicht Sie selbst in einem anderen Fenster. Nichts wurde überschrieben; was Sie geschrieben haben, steht noch hier. Bitte den anderen laden und das Ihre noch einmal schreiben.',
  'plan.changed-meanwhile':
    'Inzwischen hat jemand eine andere Fassung festgelegt. Nichts wurde geändert; bitte zuerst diese ansehen.',
  'plan.sheet-meanwhile':
    'Im selben Augenblick hat jemand anderes eine Tabelle gebracht. Ihre wurde nicht hinzugefügt; bitte noch einmal senden.',
  'plan.not-finished':
    'Der Plan ist nicht fertig: {count, plural, one {ein Teil fehlt} other {# Teile fehlen}}. Alles Geschriebene bleibt.',
  'plan.no-comparison':
    'Alle Standorte bekommen die Änderung; so bleibt keiner zum Vergleichen. Nichts wurde festgelegt; bitte Standorte ohne die Änderung dazunehmen.',
  'plan.no-treated':
    'Kein Standort bekommt die Änderung; so gibt es nichts zu messen. Nichts wurde festgelegt; bitte wählen, welche sie bekommen.',
  'plan.nothing-before':
    'Aus der Zeit vor der Änderung gibt es keinen Wert; so kann niemand sagen, woher die Standorte kamen. Nichts wurde festgelegt; bitte einen späteren Beginn wählen oder eine Tabelle mit Vorgeschichte.',
  'plan.outcomes-there':
    'Die Tabelle enthält schon Werte aus der Zeit der Änderung; das wäre ein Rückblick und kein vorher gemachter Plan. Nichts wurde festgelegt; bitte den Weg „Zurückblicken“ wählen oder einen späteren Beginn.',
  'plan.no-outcomes':
    'Die Tabelle enthält ab dem Beginn der Änderung keinen Wert; da gibt es nichts, worauf man zurückblicken könnte. Nichts wurde festgelegt; bitte den Weg „Zuerst planen“ wählen oder einen anderen Beginn.',
  'plan.sites-lost':
    '{count, plural, one {Ein Standort fiele weg: {site}.} other {# Standorte fielen weg, darunter {site}.}} Standorte fallen nicht stillschweigend weg. Nichts wurde festgelegt; bitte nennen Sie die, die herausgenommen werden.',
  'plan.decided': 'Über diesen Versuch wurde nach seinem Plan schon entschieden. Nichts wurde geändert.',
  'plan.not-running': 'Ergebnisse kommen, während ein Versuch läuft, und dieser läuft nicht. Nichts wurde hinzugefügt.',
  'plan.too-many-sheets':
    'Ein Versuch nimmt {limit} Tabellen. Nichts wurde hinzugefügt; bitte die Werte mehrerer in einer sammeln.',
  'plan.only-strangers':
    'Keiner ihrer Standorte steht im Plan (sie nennt „{site}“, der Plan „{planned}“). Nichts wurde hinzugefügt; sind die Namen anders geschrieben?',
  'plan.other-periods':
    'Ihre Zeiträume sind von anderer Art als die des Plans: Tage, Wochen, Monate und einfache Zahlen lassen sich nicht mischen. Nichts wurde hinzugefügt; bitte schreiben wie in der ersten Tabelle.',
  'plan.too-many-periods':
    'Zusammen hätten die Tabellen mehr als {limit, number} Zeiträume; mehr geht nicht. Nichts wurde hinzugefügt; bitte Tage zu Wochen oder Monaten zusammenfassen.',
  'plan.no-figure': 'Keine Tabelle dieses Versuchs hat eine Zeile für diesen Standort und Zeitraum.',
  'plan.told-look-back': '{by} hat darauf zurückgeblickt, was „{title}“ bewirkt hat. Das Ergebnis folgt.',
}
