import type { noticeEn } from './en.ts'

export const noticeDe: Record<keyof typeof noticeEn, string> = {
  'notice.bell': '{count, plural, =0 {Nichts Neues} one {# neue Nachricht} other {# neue Nachrichten}}',
  'notice.none':
    'Noch nichts. Wenn jemand Ihre Idee beantwortet oder über einen Versuch entscheidet, kommt die Begründung hier an.',
  'notice.reason': '„{reason}“',
}
