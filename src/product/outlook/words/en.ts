export const outlookEn = {
  'outlook.no-history':
    'There are no figures from before the change, so nobody can say what a trial would see. Nothing was stored; choose an earlier table, or a later start.',
} as const

declare module '#platform/anywhere/message.ts' {
  interface Messages extends Record<keyof typeof outlookEn, string> {}
}
