import type { accountEn } from './en.ts'

export const accountDe: Record<keyof typeof accountEn, string> = {
  'account.none': 'Dieses Konto gibt es nicht.',
  'account.taken': 'Mit dieser E-Mail-Adresse gibt es schon ein Konto. Bitte damit anmelden.',
  'account.wrong-password':
    'E-Mail-Adresse oder Passwort stimmt nicht. Sonst ist nichts passiert; bitte noch einmal versuchen.',
  'account.wrong-current': 'Das ist nicht Ihr jetziges Passwort.',
  'account.too-many-tries':
    'Zu viele falsche Versuche. Zur Sicherheit bitte {minutes} Minuten warten oder eine Administratorin um einen neuen Link bitten.',
  'account.reset-gone':
    'Dieser Link wurde schon benutzt oder ist abgelaufen. Wer den Arbeitsbereich verwaltet, kann einen neuen machen.',
  'account.sign-in': 'Anmelden',
  'account.sign-out': 'Abmelden',
  'account.email': 'E-Mail-Adresse',
  'account.email-help': 'Nur zum Anmelden. Es wird nichts dorthin geschickt.',
  'account.password': 'Passwort',
  'account.password-help': 'Mindestens 12 Zeichen. Ein kurzer Satz ist leicht zu merken und schwer zu erraten.',
  'account.forgotten':
    'Passwort vergessen? Wer Ihren Arbeitsbereich verwaltet, kann Ihnen einen Link für ein neues machen. Wer den Server betreibt, kann einen für eine ausgesperrte Inhaberin machen.',
  'account.new-password': 'Neues Passwort',
  'account.new-password-for': 'Für {email}. Alle anderen Anmeldungen dieses Kontos enden.',
  'account.set-password': 'Passwort setzen und anmelden',
  'account.current-password': 'Jetziges Passwort',
  'account.change-password': 'Passwort ändern',
  'account.change-password-lead': 'Andere Geräte müssen sich neu anmelden.',
  'account.password-changed': 'Das Passwort ist geändert. Andere Geräte sind abgemeldet.',
  'account.everywhere': 'Noch woanders angemeldet?',
  'account.everywhere-lead':
    'Ein verlorenes Handy, ein gemeinsamer Rechner: Das beendet sofort jede Anmeldung, auch diese.',
  'account.sign-out-everywhere': 'Überall abmelden',
}
