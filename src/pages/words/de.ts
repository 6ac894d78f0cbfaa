import type { pagesEn } from './en.ts'

export const pagesDe: Record<keyof typeof pagesEn, string> = {
  'frame.today': 'Heute',
  'frame.ideas': 'Ideen',
  'frame.trials': 'Versuche',
  'frame.measures': 'Messen',
  'frame.gains': 'Gewinne',
  'frame.goals': 'Ziele',
  'frame.people': 'Personen',
  'frame.settings': 'Einstellungen',
  'frame.write': 'Idee aufschreiben',
  'frame.write-short': 'Schreiben',
  'frame.found': 'Gefunden',
  'frame.acts': 'Tun',
  'frame.pages': 'Seiten',
  'page.not-found': 'Hier ist nichts',
  'page.not-found-help':
    'Unter dieser Adresse gibt es nichts, oder es ist nicht für Sie bestimmt. Nichts ist verloren.',
  'page.back-home': 'Zurück zum Anfang',
  'page.no-workspace': 'Sie gehören zu keinem Arbeitsbereich',
  'page.no-workspace-help':
    'Sie sind angemeldet, aber noch hat Sie niemand eingeladen, oder Sie haben Ihre Arbeitsbereiche ausgeblendet. Bitten Sie um einen Einladungslink.',
  'page.set-up': 'Ratchet einrichten',
  'page.set-up-lead':
    'Diese Installation und ihr erster Arbeitsbereich gehören dann Ihnen. Es dauert eine Minute; es wird keine E-Mail verschickt.',
  'page.set-up-send': 'Los geht es',
  'page.set-up-done': 'Ratchet ist schon eingerichtet',
  'page.set-up-invalid': 'Dieser Einrichtungslink gilt nicht',
  'page.set-up-invalid-help':
    'Er steht dort, wo Ratchet gestartet wurde, gilt einmal und einen Tag lang. Ein Neustart gibt einen neuen.',
  'page.join': 'Beitreten',
  'page.join-to': '{name} beitreten',
  'page.join-as': 'Sie sind eingeladen als: {role}.',
  'page.join-signed-in': 'Sie treten als {email} bei, so sind Sie angemeldet.',
  'page.join-have-account':
    'Sie haben hier schon ein Konto? Melden Sie sich zuerst an und öffnen Sie den Link dann noch einmal.',
  'page.trial': 'Versuch',
  'page.api': 'API',
  'page.api-lead': 'Alles, was die Seiten tun, können auch Programme tun.',
  'page.api-open': 'API-Referenz lesen',
  'page.api-about':
    'Ein Vertrag für Seiten, Kommandozeile und Programme. Antworten und Fehler sind JSON; ein Fehler sagt, was geschah, was blieb und was zu tun ist.',
  'page.api-machine': 'OpenAPI 3.1, für Programme',
  'page.api-scope': 'Ein Schlüssel braucht',
  'page.api-takes': 'Nimmt',
  'page.api-gives': 'Gibt',
  'page.with-sample': 'Einen Beispiel-Arbeitsbereich daneben anlegen',
  'page.with-sample-help':
    'Zwei fertige Versuche mit echten, veröffentlichten Daten zum Ansehen. Ein Klick blendet ihn aus.',
  'page.hidden': 'Ausgeblendet',
  'page.hidden-lead': 'Arbeitsbereiche, die Sie ausgeblendet haben. Nichts darin ist weg.',
  'page.set-up-no-link':
    'Öffnen Sie den ganzen Link, der dort steht, wo Ratchet gestartet wurde; hier fehlt sein Ende. Nichts ist verbraucht.',
}
