import type { goalEn } from './en.ts'

export const goalDe: Record<keyof typeof goalEn, string> = {
  'goal.none': 'Dieses Ziel gibt es nicht.',
  'goal.standstill':
    'Ausgangswert und Zielwert sind gleich. Ein Ziel bewegt eine Zahl: Bitte einen der beiden Werte ändern.',
  'goal.due-past': 'Bitte einen Tag nach heute wählen, damit noch Zeit bleibt.',
  'goal.edited-meanwhile':
    'Seit Sie dieses Ziel geöffnet haben, hat es jemand bearbeitet. Nichts wurde geändert; bitte ansehen und noch einmal bearbeiten.',

  'goal.this': 'Dieses Ziel',
  'goal.lead': 'Eine Zahl, die sich bewegen soll, bis wann und warum. Ideen sagen, welchem Ziel sie dienen.',
  'goal.write': 'Ziel aufschreiben',
  'goal.written': 'Das Ziel ist aufgeschrieben.',
  'goal.edit': 'Ziel bearbeiten',
  'goal.save': 'Speichern',
  'goal.title': 'Was soll besser werden?',
  'goal.title-help': 'In wenigen Worten, etwa „Weniger versäumte Termine“.',
  'goal.start': 'Wo steht die Zahl heute?',
  'goal.start-help': 'Leer lassen, wenn es niemand weiß.',
  'goal.target': 'Wohin soll sie kommen?',
  'goal.unit': 'Worin wird gezählt?',
  'goal.unit-help': 'Etwa Stunden, € im Monat oder: von 100 Terminen.',
  'goal.due': 'Bis wann?',
  'goal.why': 'Warum es wichtig ist',
  'goal.why-help': 'Wer eine Idee hat, liest das zuerst.',
  'goal.span-from': 'Von {start} auf {target} {unit} bis {day}',
  'goal.span-to': 'Auf {target} {unit} bis {day}',
  'goal.running': 'Noch Zeit',
  'goal.past': 'Der Tag ist vorbei',
  'goal.owned-by': 'Verantwortlich: {name}.',
  'goal.wanted': 'Was wir bewegen wollen',
  'goal.ideas': 'Ideen dafür',
  'goal.no-ideas': 'Noch dient ihm keine Idee',
  'goal.no-ideas-help':
    'Schreiben Sie oben die erste auf. Eine Idee, die es schon gibt, lässt sich beim Bearbeiten mit diesem Ziel verbinden.',
  'goal.empty': 'Noch keine Ziele',
  'goal.empty-help':
    'Ein Ziel sagt allen, welche kleinen Änderungen gefragt sind, zum Beispiel: „Versäumte Termine: von 9,6 auf 7 von 100 bis Juni, denn jeden hätte jemand anderes gebraucht.“',
}
