import type { SampleText } from './sample-text.ts'

export const germanSample: SampleText = {
  workspace: 'Beispiel: Riverside',
  owner: 'Sie',
  lead: 'Mara Lindqvist (Beispiel)',
  member: 'Jonas Adler (Beispiel)',
  team: 'Aufwachraum',
  goals: [
    {
      title: 'Weniger Halsschmerzen nach Operationen',
      unit: 'von 100 Patienten',
      why: 'Mehr als ein Drittel unserer Patienten wacht mit Halsschmerzen auf. Darüber klagen sie am meisten.',
      start: 39,
      target: 20,
    },
    {
      title: 'Eltern holen ihre Kinder pünktlich ab',
      unit: 'verspätete Abholungen je Woche und Kita',
      why: 'Zwei Kolleginnen bleiben jeden Abend länger, unbezahlt.',
      start: 9,
      target: 3,
    },
  ],
  licorice: {
    idea: 'Patienten vor der Narkose mit Süßholzwasser gurgeln lassen. Das kostet Cent und dauert eine Minute.',
    approved: 'Billig, harmlos und in einer Minute vorbei. Lost aus, wer es bekommt, dann wissen wir es.',
    question:
      'Haben eine halbe Stunde nach der Operation weniger Patienten Halsschmerzen, wenn sie vorher mit Süßholzwasser gurgeln?',
    metric: 'Halsschmerzen',
    unit: 'Halsschmerzen',
    sheet:
      'Halsschmerzen eine halbe Stunde nach Operationen (Ruetzler u. a. 2013, 235 Patienten, veröffentlichte Daten)',
    decided: 'Halb so viele Halsschmerzen für einen Schluck. Wir behalten es, für die fünfzig Patienten jede Woche.',
  },
  fines: {
    idea: 'Eltern, die zu spät kommen, zahlen eine kleine Strafe. Dann kommen sie pünktlich.',
    approved: 'Probiert es in sechs der zehn Kitas aus und lasst die anderen, wie sie sind.',
    question: 'Kommen Eltern seltener zu spät, wenn spätes Abholen eine Strafe kostet?',
    metric: 'Verspätete Abholungen',
    unit: 'verspätete Abholungen',
    sheet: 'Verspätete Abholungen in zehn Kitas (Gneezy & Rustichini 2000, veröffentlichte Daten)',
    decided:
      'Die Strafe hat die Verspätungen mehr als verdoppelt: Aus einem Gefallen wurde ein Preis. Danke an Jonas, dass wir das nach sechzehn Wochen wissen.',
  },
  infections: {
    site: 'Allgemeines Krankenhaus',
    metric: 'C.-difficile-Infektionen',
    unit: 'Infektionen auf 10.000 Patiententage',
    says: 'Infektionen mit Clostridioides difficile, die im Krankenhaus begannen, auf allen Stationen, auf die Tage, die Patienten dort verbrachten (Anhøj 2021, veröffentlichte Daten).',
  },
  open: [
    'Die Liste der freien Betten dorthin hängen, wo der Transportdienst sie sieht.',
    'Infusionsständer nach Bucht beschriften, damit nachts niemand suchen muss.',
    'Die Erinnerung am Abend vorher schicken statt eine Woche vorher.',
  ],
  parked: {
    idea: 'Jedem Patienten ein Tablet für die Essensbestellung geben.',
    reason:
      'Im Moment zu groß: Dafür braucht es Geld, über das im Frühjahr entschieden wird. Könnte eine Station erst Papierkarten probieren?',
  },
}
