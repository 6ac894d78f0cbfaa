import type { voteEn } from './en.ts'

export const voteDe: Record<keyof typeof voteEn, string> = {
  'vote.answered': 'Diese Idee ist beantwortet und nimmt keine Stimmen mehr an. Nichts wurde geändert.',
  'vote.own': 'Diese Idee ist von Ihnen; alle wissen, dass Sie dafür sind. Nichts wurde geändert.',
  'vote.none-left':
    '{most, plural, =0 {In diesem Arbeitsbereich wird nicht abgestimmt.} other {Alle Ihre {most} Stimmen sind vergeben.}} Nichts wurde geändert; jede kommt zurück, sobald ihre Idee beantwortet ist. Oder nehmen Sie jetzt eine zurück.',
  'vote.kept': 'Diese Idee ist beantwortet, und Ihre Stimme ist schon zurückgekommen. Nichts wurde geändert.',

  'vote.told-approve': 'Eine Idee, für die Sie gestimmt haben, wurde freigegeben: „{title}“',
  'vote.told-park': 'Eine Idee, für die Sie gestimmt haben, wurde zurückgestellt: „{title}“',
  'vote.told-resume': 'Eine Idee, für die Sie gestimmt haben, wurde wieder aufgenommen: „{title}“',
  'vote.told-decline': 'Eine Idee, für die Sie gestimmt haben, wurde abgelehnt: „{title}“',
  'vote.told-reopen': 'Eine Idee, für die Sie gestimmt haben, wurde wieder geöffnet: „{title}“',
  'vote.told-try': 'Eine Idee, für die Sie gestimmt haben, wird erprobt: „{title}“',
  'vote.told-adopt': 'Eine Idee, für die Sie gestimmt haben, wurde übernommen: „{title}“',
  'vote.told-adapt': 'Eine Idee, für die Sie gestimmt haben, soll geändert und noch einmal erprobt werden: „{title}“',
  'vote.told-drop': 'Eine Idee, für die Sie gestimmt haben, wurde nach dem Versuch verworfen: „{title}“',

  'vote.count': '{votes, plural, =0 {Keine Stimmen} one {# Stimme} other {# Stimmen}}',
  'vote.cast': 'Stimmen',
  'vote.cast-for': 'Für „{title}“ stimmen',
  'vote.withdraw': 'Gestimmt',
  'vote.withdraw-for': 'Ihre Stimme für „{title}“ zurücknehmen',
  'vote.left':
    '{left, plural, =0 {Keine Stimme} one {Eine Stimme} other {# Stimmen}} von {most} übrig. Jede kommt mit der Antwort zurück.',
}
