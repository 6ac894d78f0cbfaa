import type { diaryEn } from './en.ts'

export const diaryDe: Record<keyof typeof diaryEn, string> = {
  'diary.not-started':
    'Dieser Versuch hat nicht begonnen, also lässt sich noch nichts dazu aufschreiben. Es wurde nichts gespeichert.',
  'diary.still-runs':
    'Dieser Versuch läuft noch, also wird noch nichts rückgängig gemacht. Bitte erst stoppen; es wurde nichts gespeichert.',
  'diary.no-site':
    'Der Plan dieses Versuchs nennt „{site}“ nicht. Es wurde nichts gespeichert; bitte wählen Sie einen seiner Orte.',
  'diary.future': 'Dieser Tag kommt erst noch. Ihr Text ist da; bitte wählen Sie heute oder einen früheren Tag.',
  'diary.before-plan':
    'An diesem Tag war der Versuch noch nicht geplant. Ihr Text ist da; bitte wählen Sie den Tag, an dem der Plan eingefroren wurde, oder einen späteren.',
  'diary.rolled-back-already': '„{site}“ ist schon wieder wie vorher. Es wurde nichts geändert.',
  'diary.told-incident': '{name} hat in Ihrem Versuch „{title}“ einen Vorfall aufgeschrieben: {text}',
  'diary.title': 'Tagebuch',
  'diary.lead': 'Was man sah, während er lief. Es bleibt, wie es geschrieben wurde.',
  'diary.empty':
    'Noch ist nichts aufgeschrieben. Ein Satz in der Woche reicht: was seltsam war, was schiefging, wer es gemacht hat.',
  'diary.more': 'Mehr zeigen',
  'diary.older': 'Ältere',
  'diary.kind': 'Was ist es?',
  'diary.kind.note': 'Eine Notiz',
  'diary.kind.incident': 'Etwas ging schief',
  'diary.kind.adherence': 'Wurde es wirklich gemacht?',
  'diary.kind.rolled-back': 'Rückgängig gemacht',
  'diary.site': 'Wo',
  'diary.whole': 'Der ganze Versuch',
  'diary.done': 'Dort gemacht?',
  'diary.done.yes': 'Ja',
  'diary.done.partly': 'Teilweise',
  'diary.done.no': 'Nein',
  'diary.on': 'Tag',
  'diary.text': 'In Ihren Worten',
  'diary.write': 'Aufschreiben',
  'diary.written': 'Aufgeschrieben.',
  'diary.by': '{name}, {day}',
  'diary.said': '{site}: {done, select, yes {gemacht} partly {teilweise gemacht} other {nicht gemacht}}',
  'diary.site-put-back': '{site} ist wieder wie vorher',
  'diary.adherence': 'Wer es wirklich gemacht hat',
  'diary.adherence-share':
    'Nach dem letzten Wort von {known, number} von {sites, plural, one {einem Ort} other {# Orten}}: zu {share} gemacht.',
  'diary.adherence-none':
    'Noch hat niemand gesagt, ob es {sites, plural, one {an dem Ort} other {an den # Orten}} mit der Änderung gemacht wird.',
  'diary.roll-back': 'Rückgängig machen',
  'diary.roll-back-lead':
    'Der Versuch wurde gestoppt. Haken Sie jeden Ort ab, sobald dort alles wie vorher ist: {left, plural, =0 {alle sind es} one {einer fehlt noch} other {# fehlen noch}}.',
  'diary.put-back': 'Ist wieder wie vorher',
  'diary.put-back-by': 'von {name}, {day}',
}
