export const siteEn = {
  'site.none': 'There is no such site.',
  'site.taken':
    'There is already a site called “{name}”, perhaps in another spelling. Nothing was stored; take that one, or give this one another name.',
} as const

declare module '#platform/anywhere/message.ts' {
  interface Messages extends Record<keyof typeof siteEn, string> {}
}
