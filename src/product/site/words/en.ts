export const siteEn = {
  'site.none': 'There is no such site.',
  'site.taken':
    'There is already a site called “{name}”, perhaps in another spelling. Nothing was stored; take that one, or give this one another name.',
  'site.twice':
    'The name “{name}” stands there twice, perhaps in another spelling. Nothing was stored; take one of them away.',
  'site.too-many': 'A workspace has at most {limit, number} sites. Nothing was stored.',
} as const

declare module '#platform/anywhere/message.ts' {
  interface Messages extends Record<keyof typeof siteEn, string> {}
}
