import type { personEn } from './en.ts'

export const personDe: Record<keyof typeof personEn, string> = {
  'person.none': 'Diese Person gibt es hier nicht.',
  'person.above-you': 'Das kann nur, wer mindestens diese Rolle hat. Nichts wurde geändert.',
  'person.last-owner':
    'Ein Arbeitsbereich braucht jemanden, dem er gehört. Bitte zuerst eine andere Person dazu machen.',
  'person.not-yourself': 'Niemand kann sich selbst sperren. Eine andere Person mit Verwaltungsrechten kann es.',
  'person.no-reset':
    'Für diese Person können Sie keinen Link machen: Sie hat mehr Rechte als Sie, ist gegangen oder gehört auch zu anderen Arbeitsbereichen. Wer den Server betreibt, kann es mit "ratchet owner-link".',
  'person.set-up-gone':
    'Dieser Einrichtungslink wurde benutzt oder ist abgelaufen. Hat noch niemand ein Konto, bitte den Server neu starten: Er zeigt einen neuen.',
  'person.invitation-gone':
    'Diese Einladung wurde benutzt, zurückgenommen oder ist abgelaufen. Bitte um eine neue fragen.',
  'person.joined-already': 'Sie gehören schon zu diesem Arbeitsbereich.',
  'person.name': 'Name',
  'person.your-name': 'Ihr Name',
  'person.role': 'Rolle',
  'person.role.viewer': 'Leserecht',
  'person.role.member': 'Mitglied',
  'person.role.lead': 'Leitung',
  'person.role.admin': 'Verwaltung',
  'person.role.owner': 'Inhaberschaft',
  'person.role-help.viewer': 'Liest und exportiert, was der Arbeitsbereich teilt.',
  'person.role-help.member': 'Schreibt Ideen, stimmt ab, kommentiert und führt eigene Versuche durch.',
  'person.role-help.lead': 'Beantwortet Ideen und entscheidet Versuche des eigenen Teams; setzt Ziele.',
  'person.role-help.admin': 'Dazu Personen, Teams, Rollen und Einstellungen.',
  'person.role-help.owner': 'Alles, auch weitere Inhaberinnen und Inhaber.',
  'person.state': 'Stand',
  'person.has-left': 'Gegangen',
  'person.all': 'Personen',
  'person.change': 'Ändern',
  'person.change-one': '{name} ändern',
  'person.save': 'Speichern',
  'person.my-account': 'Mein Konto',
  'person.signed-in-as': '{name}, angemeldet als {email}',
  'person.go-to': 'Zu {name}',
  'person.invite': 'Jemanden einladen',
  'person.invite-lead':
    'Sie bekommen einen Link zum Weitergeben, auf welchem Weg auch immer. Er gilt einmal und sieben Tage lang.',
  'person.make-link': 'Link machen',
  'person.link': 'Link',
  'person.link-copied': 'Der Link ist kopiert.',
  'person.copy-link': 'Link kopieren',
  'person.invitation-about': 'Er wird nur jetzt gezeigt. Er gilt einmal und sieben Tage lang.',
  'person.make-reset-link': 'Link für neues Passwort machen',
  'person.reset-about': 'Geben Sie ihn an {name} weiter. Er wird nur jetzt gezeigt und gilt einmal, 30 Minuten lang.',
  'person.deactivate': 'Sperren',
  'person.deactivate-help':
    'Wer gesperrt ist, sieht ab diesem Moment nichts mehr von diesem Arbeitsbereich. Was die Person getan hat, bleibt.',
  'person.hide-sample': 'Beispiel ausblenden',
  'person.show-again': '{name} wieder zeigen',
  'person.look-at-sample': 'Einen fertigen Versuch im Beispiel-Arbeitsbereich ansehen',
}
