import type { feedEn } from './en.ts'

export const feedDe: Record<keyof typeof feedEn, string> = {
  'feed.none': 'Diese Quelle gibt es nicht.',
  'feed.ended': 'Diese Quelle ist beendet. Nichts wurde geändert; legen Sie eine neue an.',
  'feed.too-many':
    'Eine Messgröße hat höchstens {most, number} Quellen. Nichts wurde gespeichert; beenden Sie eine, die niemand mehr braucht.',
  'feed.told-paused': 'Zahlen zu {metric} kommen nicht mehr von selbst: Es ging dreimal hintereinander nicht',

  'feed.problem.no-folder-allowed':
    'Auf dem Server darf kein Ordner gelesen werden. Wer den Server betreibt, muss FEED_FOLDER setzen und ihn neu starten.',
  'feed.problem.no-root':
    'Den Ordner aus FEED_FOLDER gibt es nicht, oder er darf nicht gelesen werden. Wer den Server betreibt, kann das beheben.',
  'feed.problem.not-there':
    'In dem Ordner, der gelesen werden darf, gibt es kein „{name}“. Stimmt die Schreibweise, und liegt es dort?',
  'feed.problem.outside':
    '„{name}“ führt aus dem Ordner hinaus, der gelesen werden darf, und wurde deshalb nicht geöffnet. Legen Sie eine Kopie dorthin.',
  'feed.problem.not-readable': '„{name}“ darf der Server nicht lesen. Geben Sie ihm das Recht dazu.',
  'feed.problem.many-files':
    'In dem Ordner liegen mehr als {most, number} Dateien. Nichts wurde gelesen; bewahren Sie alte woanders auf.',
  'feed.problem.no-file': 'Im Ordner{folder, select, top {} other { {folder}}} heißt keine Datei wie {pattern}.',
  'feed.problem.still-written':
    '„{name}“ wurde gerade noch geschrieben. Nichts wurde gespeichert; beim nächsten Mal wird sie gelesen.',
  'feed.problem.too-large':
    'Es kamen mehr als {limit, number} MB, und das ist das Höchste. Nichts wurde gespeichert; lassen Sie weniger kommen.',
  'feed.problem.host-not-allowed':
    '{host} gehört nicht zu den Rechnern, die gefragt werden dürfen. Wer den Server betreibt, muss ihn in FEED_HOSTS aufnehmen.',
  'feed.problem.own-network':
    'Der Name {host} führt in das eigene Netz des Servers und wurde deshalb nicht gefragt. Ist es so gemeint, setzt, wer den Server betreibt, in FEED_HOSTS private: davor.',
  'feed.problem.password-in-address':
    'In der Adresse steht ein Name oder ein Passwort, das hier alle lesen könnten. Nehmen Sie es heraus und verwenden Sie das Geheimnis.',
  'feed.problem.redirected':
    'Die Adresse leitet weiter zu {host}; dem wurde nicht gefolgt. Verwenden Sie die Adresse, zu der sie führt.',
  'feed.problem.slow': '{host} hatte nach {seconds, number} Sekunden nicht alles geschickt. Nichts wurde gespeichert.',
  'feed.problem.unreachable': '{host} war nicht zu erreichen ({code}).',
  'feed.problem.status':
    '{host} antwortete {status} statt mit der Tabelle. Stimmt die Adresse, und stimmt das Geheimnis?',
  'feed.problem.packed':
    '{host} schickte die Tabelle gepackt, obwohl das nicht verlangt war. Er soll Text oder eine Arbeitsmappe schicken.',
  'feed.problem.secret-in-clear': 'Ein Geheimnis wird nicht über http geschickt. Verwenden Sie eine https-Adresse.',
  'feed.problem.secret-again':
    'Das Geheimnis war für einen anderen Rechner. Geben Sie es noch einmal ein, oder schicken Sie keines.',
  'feed.problem.secret-lost':
    'Das Geheimnis lässt sich nicht mehr öffnen: Der Schlüssel im Datenordner ist ein anderer. Geben Sie es noch einmal ein.',
  'feed.problem.database-not-named':
    'Eine Datenbank namens {database} darf nicht gelesen werden. Wer den Server betreibt, muss sie in FEED_DATABASES nennen.',
  'feed.problem.database-password':
    'Die Datenbank {database} verlangt ein Passwort. Geben Sie es ein, und sehen Sie noch einmal nach.',
  'feed.problem.database-login':
    'Die Datenbank {database} hat die Anmeldung abgelehnt. Stimmt das Passwort, und darf sich ihr Benutzer von diesem Server aus anmelden?',
  'feed.problem.database-missing':
    'Auf dem Server von {database} gibt es diese Datenbank nicht. Wer diesen Server betreibt, muss FEED_DATABASES berichtigen.',
  'feed.problem.database-busy':
    'Die Datenbank {database} ist überlastet oder startet gerade ({code}). Es wird noch einmal versucht.',
  'feed.problem.database-superuser':
    'Der Benutzer von {database} darf dort alles, deshalb wurde sie nicht gefragt. Wer den Server betreibt, nennt in FEED_DATABASES einen, der nur lesen darf.',
  'feed.problem.database-settings':
    'Der Benutzer von {database} nimmt keine Grenzen für eine Abfrage an, deshalb wurde sie nicht gefragt. Geben Sie ihm ein Profil, das readonly nicht setzt, und nur das Recht auf SELECT.',
  'feed.problem.database-plain':
    '{host} verschlüsselt nicht, deshalb wurden weder Passwort noch Abfrage geschickt. Schalten Sie dort die Verschlüsselung ein; im eigenen Netz darf, wer den Server betreibt, in FEED_DATABASES ?sslmode=disable schreiben.',
  'feed.problem.database-certificate':
    '{host} zeigte ein Zertifikat, dem nicht vertraut wird ({code}), deshalb wurde nichts geschickt. Wer den Server betreibt, kann dessen Aussteller in NODE_EXTRA_CA_CERTS nennen.',
  'feed.problem.query-slow':
    'Die Abfrage an {database} war nach {seconds, number} Sekunden nicht fertig und wurde angehalten. Nichts wurde gespeichert; lassen Sie sie weniger lesen.',
  'feed.problem.query-rows':
    'Die Abfrage gibt mehr als {most, number} Zeilen, und das ist das Höchste. Nichts wurde gespeichert; lassen Sie sie zusammenzählen oder nur das Neueste nehmen.',
  'feed.problem.query-empty':
    'Die Abfrage geht, gibt aber gerade keine Zeile. Lassen Sie sie weiter zurückreichen, und sehen Sie noch einmal nach.',
  'feed.problem.query-one':
    'Das ist mehr als eine Anweisung. Lassen Sie ein einziges SELECT stehen und nichts dahinter.',
  'feed.problem.query-writes':
    '{line, plural, =0 {} other {Zeile #: }}Hier lässt sich nur lesen: Schreiben Sie ein einziges SELECT, ohne etwas, das ändert oder einstellt.',
  'feed.problem.query-format': 'Die Abfrage sagt, in welchem Format geantwortet werden soll. Nehmen Sie FORMAT heraus.',
  'feed.problem.query-syntax':
    '{line, plural, =0 {} other {Zeile #: }}Die Abfrage lässt sich {near, select, none {dort} other {bei „{near}“}} nicht lesen.{said, select, none {} other { Die Datenbank sagt: {said}}}',
  'feed.problem.query-column':
    '{line, plural, =0 {} other {Zeile #: }}Eine Spalte {near, select, none {dieses Namens} other {„{near}“}} gibt es nicht.{said, select, none {} other { Die Datenbank sagt: {said}}}',
  'feed.problem.query-table':
    '{line, plural, =0 {} other {Zeile #: }}Eine Tabelle {near, select, none {dieses Namens} other {„{near}“}} gibt es nicht, oder dieser Benutzer sieht sie nicht.{said, select, none {} other { Die Datenbank sagt: {said}}}',
  'feed.problem.query-right':
    '{line, plural, =0 {} other {Zeile #: }}Der Benutzer der Datenbank darf das nicht lesen. Wer die Datenbank betreibt, kann es erlauben.{said, select, none {} other { Die Datenbank sagt: {said}}}',
  'feed.problem.query-refused':
    '{line, plural, =0 {} other {Zeile #: }}Die Datenbank hat die Abfrage{near, select, none {} other { bei „{near}“}} abgelehnt ({code}).{said, select, none {} other { Die Datenbank sagt: {said}}}',
  'feed.problem.defect':
    'Hier ist etwas schiefgegangen. Es steht im Protokoll des Servers; wer ihn betreibt, kann nachsehen.',

  'feed.title': 'Kommt von selbst',
  'feed.add': 'Zahlen von selbst kommen lassen',
  'feed.empty-title': 'Noch kommt nichts von selbst',
  'feed.empty':
    'Was ein System schon weiß, muss niemand abtippen. Nennen Sie einmal einen Ordner, eine Adresse oder eine Abfrage; danach kommen die Zahlen pünktlich.',
  'feed.not-set-up':
    'Wer den Server betreibt, muss zuerst sagen, was gelesen werden darf: FEED_FOLDER für einen Ordner, FEED_HOSTS für Adressen, FEED_DATABASES für Datenbanken. Dann richtet es die Verwaltung hier ein.',
  'feed.from-folder': 'Neueste {pattern} in {folder, select, top {dem Ordner} other {{folder}}}',
  'feed.from-address': '{host}',
  'feed.from-query': '{name}, aus der Datenbank {database}',
  'feed.rhythm': 'Wie oft',
  'feed.rhythm.hour': 'Jede Stunde',
  'feed.rhythm.day': 'Jeden Tag',
  'feed.rhythm.week': 'Jede Woche',
  'feed.said-rhythm.hour': 'jede Stunde',
  'feed.said-rhythm.day': 'jeden Tag um {hour}:00',
  'feed.said-rhythm.week':
    'jeden {day, select, 1 {Montag} 2 {Dienstag} 3 {Mittwoch} 4 {Donnerstag} 5 {Freitag} 6 {Samstag} other {Sonntag}} um {hour}:00',
  'feed.weekday': 'Tag',
  'feed.weekday-name':
    '{day, select, 1 {Montag} 2 {Dienstag} 3 {Mittwoch} 4 {Donnerstag} 5 {Freitag} 6 {Samstag} other {Sonntag}}',
  'feed.hour': 'Stunde',
  'feed.hour-help': 'In der Zeitzone des Arbeitsbereichs.',
  'feed.hour-at': '{hour}:00',
  'feed.where': 'Woher',
  'feed.how': 'Wann es kommt',
  'feed.last': 'Letztes Mal',
  'feed.next': 'Nächstes Mal {at}',
  'feed.state.on': 'Läuft',
  'feed.state.paused': 'Angehalten',
  'feed.state.failing': 'Ging nicht',
  'feed.waits': 'Läuft zum ersten Mal',
  'feed.outcome.unchanged': '{at}: nichts Neues',
  'feed.outcome.stored':
    '{at}: {added, number} neu, {corrected, number} berichtigt, {unchanged, number} wie vorher, {refused, number} ausgelassen',
  'feed.outcome.failed': '{at}: {problem}',
  'feed.runs': 'Alle Läufe',
  'feed.runs-of': 'Läufe: {name}',
  'feed.became': 'Was daraus wurde',
  'feed.file': 'Was gelesen wurde',
  'feed.run': 'Jetzt holen',
  'feed.pause': 'Anhalten',
  'feed.resume': 'Weiter',
  'feed.end': 'Beenden',
  'feed.end-sure': 'Diese Quelle beenden?',
  'feed.end-means':
    'Von hier kommen dann keine Zahlen mehr. Die schon da sind, bleiben, und die Liste der Läufe bleibt auch.',
  'feed.moves': 'Was Sie tun können',
  'feed.edit': 'Ändern',
  'feed.edit-title': 'Ändern, woher Zahlen kommen',
  'feed.kind': 'Woher kommen die Zahlen?',
  'feed.kind.folder': 'Ein Ordner',
  'feed.kind.folder-detail': 'Die neueste passende Datei, sooft sie sich geändert hat.',
  'feed.kind.folder-off': 'Noch nicht erlaubt: Wer den Server betreibt, setzt FEED_FOLDER.',
  'feed.kind.address': 'Eine Adresse',
  'feed.kind.address-detail': 'Eine Tabelle bei {hosts}.',
  'feed.kind.address-off': 'Noch nicht erlaubt: Wer den Server betreibt, setzt FEED_HOSTS.',
  'feed.kind.query': 'Eine Datenbank',
  'feed.kind.query-detail': 'Was eine Abfrage an {databases} gibt.',
  'feed.kind.query-off': 'Noch nicht erlaubt: Wer den Server betreibt, setzt FEED_DATABASES.',
  'feed.database': 'Datenbank',
  'feed.database-kind': '{name} ({kind, select, postgres {PostgreSQL} other {ClickHouse}})',
  'feed.query-name': 'Wie die Abfrage heißt',
  'feed.query-name-help': 'Damit andere wissen, was kommt, etwa Späte Abholungen je Laden und Woche.',
  'feed.sql': 'Abfrage (SQL)',
  'feed.sql-help':
    'Ein einziges SELECT mit einer Spalte für den Ort, einer für den Zeitraum und einer für die Zahl. Es kann nur lesen, bringt höchstens {rows, number} Zeilen und wird nach {seconds, number} Sekunden angehalten.',
  'feed.password': 'Passwort der Datenbank',
  'feed.password-help': 'Es wird versiegelt und nie wieder gezeigt.',
  'feed.folder': 'Ordner',
  'feed.folder-help': 'Unter dem, der gelesen werden darf, etwa verkauf/nord. Leer: dieser selbst.',
  'feed.pattern': 'Dateiname',
  'feed.pattern-help': '* steht für alles Mögliche: verkauf-*.csv. Von mehreren wird die neueste gelesen.',
  'feed.url': 'Adresse',
  'feed.header': 'Kopfzeile für ein Geheimnis',
  'feed.header-help': 'Etwa Authorization. Leer, wo keines nötig ist.',
  'feed.secret': 'Geheimnis',
  'feed.secret-help': 'Der ganze Wert der Kopfzeile, etwa „Bearer abc123“. Es wird versiegelt und nie wieder gezeigt.',
  'feed.secret-kept': 'Es gibt eines. Bleibt das leer, bleibt es.',
  'feed.look': 'Nachsehen, was da ist',
  'feed.looked':
    '{name}: {rows, plural, one {# Zeile} other {# Zeilen}} mit {columns, plural, one {# Spalte} other {# Spalten}}, da nach {seconds} s. Noch ist nichts gespeichert.',
  'feed.looked-rows': '{shown, plural, one {Die erste Zeile} other {Die ersten # Zeilen}} von {rows, number}',
  'feed.looked-next': 'Sagen Sie, in welcher Spalte was steht.',
  'feed.look-first': 'Die Spalten bleiben, wie sie sind. Sehen Sie noch einmal nach, um sie zu ändern.',
  'feed.owner': 'Wer erfährt, wenn es nicht geht',
  'feed.owner-help': 'Nach drei Malen hintereinander erfährt es diese Person, und die Quelle wird angehalten.',
  'feed.new-sites': 'Namen, die noch niemand kennt',
  'feed.new-sites.refuse': 'Ihre Zeilen auslassen',
  'feed.new-sites.add':
    'Aufnehmen als {kind, select, shop {Läden} ward {Stationen} line {Linien} team {Teams} office {Büros} other {andere Orte}}',
  'feed.save': 'Speichern',
}
