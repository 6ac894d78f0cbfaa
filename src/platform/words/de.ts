import type { platformEn } from './en.ts'

export const platformDe: Record<keyof typeof platformEn, string> = {
  'problem.not-json': 'Das ist kein JSON',
  'problem.not-signed-in': 'Bitte anmelden',
  'problem.not-recognised': 'Das passte nicht',
  'problem.not-allowed': 'Das dürfen Sie nicht',
  'problem.not-found': 'Nicht gefunden',
  'problem.out-of-step': 'Inzwischen hat sich etwas geändert',
  'problem.too-large': 'Das ist zu groß',
  'problem.wrong-type': 'Falsche Art von Inhalt',
  'problem.wrong-host': 'Falsche Adresse',
  'problem.bad-input': 'Etwas braucht einen zweiten Blick',
  'problem.too-many': 'Zu viele Versuche',
  'problem.busy': 'Der Server ist ausgelastet',
  'problem.full': 'Der Datenträger ist voll',
  'problem.defect': 'Bei uns ist etwas kaputtgegangen',

  'http.defect': 'Von dieser Anfrage wurde nichts gespeichert. Im Protokoll des Servers steht sie unter {requestId}.',
  'http.not-json': 'Der Inhalt ist kein gültiges JSON. Nichts wurde gespeichert.',
  'http.too-large':
    'Der Inhalt ist größer als {limit} Bytes. Nichts wurde gespeichert; bitte weniger auf einmal senden.',
  'http.too-deep': 'Der Inhalt ist tiefer als {limit} Ebenen verschachtelt. Nichts wurde gespeichert.',
  'http.broken-text':
    'Der Text enthält ein NUL- oder ein halbes Zeichen, das nicht gespeichert werden kann. Nichts wurde gespeichert; bitte entfernen und noch einmal senden.',
  'http.wrong-type': 'Diese Adresse nimmt {wanted}. Nichts wurde gespeichert.',
  'http.bad-input':
    'Nichts wurde gespeichert. Bitte {count, plural, one {das markierte Feld} other {die markierten Felder}} ansehen und noch einmal senden.',
  'http.none': 'Unter dieser Adresse gibt es nichts.',
  'http.not-signed-in':
    'Sie sind nicht angemeldet, oder die Anmeldung ist abgelaufen. Bitte anmelden und noch einmal versuchen; das Geschriebene bleibt.',
  'http.not-allowed':
    'Ihre Rolle erlaubt das hier nicht. Nichts wurde geändert; eine Administratorin oder ein Administrator kann helfen.',
  'http.foreign-origin': 'Die Anfrage kam von einer anderen Seite und wurde abgewiesen. Nichts wurde gespeichert.',
  'http.wrong-host':
    'Dieser Server antwortet nicht unter diesem Namen. PUBLIC_URL muss die Adresse sein, die die Leute benutzen.',
  'http.too-many': 'Das waren zu viele Anfragen. Bitte {seconds} Sekunden warten und noch einmal versuchen.',
  'http.busy':
    'Der Server hat mehr zu tun, als er schafft. Nichts wurde gespeichert; bitte gleich noch einmal versuchen.',
  'http.full': 'Der Datenträger des Servers ist voll. Lesen geht weiter; nichts wurde gespeichert.',
  'http.key-reused':
    'Dieser Idempotenz-Schlüssel gehört zu einer anderen Anfrage. Bitte einen neuen Schlüssel verwenden.',
  'http.key-running': 'Dieselbe Anfrage wird noch bearbeitet. Bitte gleich noch einmal fragen.',
  'http.key-secret':
    'Diese Anfrage wurde schon ausgeführt; ihre Antwort enthielt ein Geheimnis und wurde nicht aufgehoben.',
  'http.key-form': 'Ein Idempotenz-Schlüssel hat 8 bis 200 sichtbare Zeichen.',

  'http.bearer-malformed':
    'Was hinter „Bearer“ steht, ist kein Schlüssel dieses Programms: Ein Zeichen fehlt oder ist falsch. Kopieren Sie den ganzen Schlüssel und senden Sie ihn noch einmal. Nichts wurde gespeichert.',
  'http.bearer-dead':
    'Dieser Schlüssel öffnet nichts: Er ist hier nicht bekannt, abgelaufen, widerrufen, oder die Person, für die er stand, ist gegangen. Nichts wurde gespeichert. Einen neuen gibt es unter Einstellungen, Schlüssel.',
  'http.bearer-scope':
    'Dieser Schlüssel hat „{scope}“ nicht bekommen. Nichts wurde geändert. Machen Sie einen, der es hat, wenn Sie es selbst haben.',
  'http.bearer-not-here':
    'Ein Schlüssel öffnet, was in seinem Arbeitsbereich ist, und sonst nichts. Nichts wurde geändert; tun Sie das angemeldet, im Browser.',
  'http.bearer-address':
    'Dieser Schlüssel darf nicht von der Adresse verwendet werden, von der er kam. Nichts wurde gespeichert.',
  'http.bearer-in-address':
    'In der Adresse steht ein Schlüssel, und Server unterwegs schreiben Adressen auf. Nichts wurde gespeichert. Widerrufen Sie diesen Schlüssel, machen Sie einen neuen, und senden Sie ihn als „Authorization: Bearer“.',
  'http.bearer-and-sign-in':
    'Ein Schlüssel und eine Anmeldung kamen zusammen. Nichts wurde gespeichert; senden Sie nur eines davon.',
  'http.bearer-rate':
    'Dieser Schlüssel darf {most}-mal in der Minute fragen und hat es getan. Nichts wurde gespeichert; warten Sie {seconds} Sekunden und senden Sie es noch einmal.',

  'browser.unreachable': 'Der Server ist nicht zu erreichen',
  'browser.offline':
    'Nichts wurde gesendet. Das Geschriebene bleibt; bitte noch einmal versuchen, wenn die Verbindung wieder da ist.',
  'browser.no-answer':
    'Der Server gab keine lesbare Antwort. Das Geschriebene bleibt; bitte gleich noch einmal versuchen.',

  'input.required': 'Das fehlt.',
  'input.unknown': 'Unbekanntes Feld: {keys}.',
  'input.wrong-kind': 'Das hat die falsche Form.',
  'input.too-short': 'Mindestens {minimum} Zeichen.',
  'input.too-long': 'Höchstens {maximum} Zeichen.',
  'input.too-small': 'Mindestens {minimum}.',
  'input.too-big': 'Höchstens {maximum}.',
  'input.too-few': 'Mindestens {minimum}.',
  'input.too-many': 'Höchstens {maximum}.',
  'input.not-email': 'Das ist keine E-Mail-Adresse.',
  'input.not-date': 'Dieses Datum gibt es nicht.',
  'input.not-one-of': 'Bitte eines wählen: {options}.',
}
