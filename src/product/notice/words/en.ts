export const noticeEn = {
  'notice.bell': '{count, plural, =0 {Nothing new} one {# thing you were told} other {# things you were told}}',
  'notice.none': 'Nothing yet. When somebody answers your idea or decides a trial, the reason arrives here.',
  'notice.reason': '“{reason}”',
} as const

declare module '#platform/anywhere/message.ts' {
  interface Messages extends Record<keyof typeof noticeEn, string> {}
}
