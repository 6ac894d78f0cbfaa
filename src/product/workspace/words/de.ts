import type { workspaceEn } from './en.ts'

export const workspaceDe: Record<keyof typeof workspaceEn, string> = {
  'workspace.none': 'Diesen Arbeitsbereich gibt es nicht, oder Sie gehören nicht dazu.',
  'workspace.name': 'Name Ihrer Organisation',
  'workspace.name-help': 'Ein Laden, eine Station, eine Firma: wer gemeinsam etwas ausprobiert.',
  'workspace.language': 'Sprache',
  'workspace.currency': 'Währung',
  'workspace.currency-help': 'Für Gewinne in Geld. Schon gebuchte Beträge bleiben, wie sie sind.',
  'workspace.time-zone': 'Zeitzone',
  'workspace.week-start': 'Die Woche beginnt am',
  'workspace.working-days': 'Arbeitstage',
  'workspace.votes-out': 'Stimmen, die jemand zugleich vergeben haben kann',
  'workspace.votes-out-help': 'Jede kommt zurück, sobald ihre Idee beantwortet ist. 0: Niemand stimmt ab.',
  'workspace.about': 'Dieser Arbeitsbereich',
  'workspace.save': 'Speichern',
  'workspace.saved': 'Die Einstellungen sind gespeichert.',
  'workspace.sample': 'Das ist der Beispiel-Arbeitsbereich',
  'workspace.sample-about':
    'Erfundene Personen um echte, veröffentlichte Daten. Probieren Sie alles aus; nichts davon berührt Ihren eigenen Arbeitsbereich.',
}
