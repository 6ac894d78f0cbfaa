export const siteEn = {
  'site.none': 'There is no such site.',
  'site.taken':
    'There is already a site called “{name}”, perhaps in another spelling. Nothing was stored; take that one, or give this one another name.',
  'site.twice':
    'The name “{name}” stands there twice, perhaps in another spelling. Nothing was stored; take one of them away.',
  'site.too-many': 'A workspace has at most {limit, number} sites. Nothing was stored.',
  'site.all': 'Sites',
  'site.lead': 'The shops, wards, lines, teams or offices that figures belong to.',
  'site.name': 'Name',
  'site.kind': 'What it is',
  'site.kind.shop': 'Shop',
  'site.kind.ward': 'Ward',
  'site.kind.line': 'Line',
  'site.kind.team': 'Team',
  'site.kind.office': 'Office',
  'site.kind.other': 'Something else',
  'site.team': 'Its team',
  'site.team-help': 'Its people are asked for the figures of this site first.',
  'site.no-team': 'None',
  'site.attributes': 'Also known',
  'site.attributes-help': 'A line each, with a colon: “Region: North”. At most 20.',
  'site.add': 'Add sites',
  'site.add-count': '{count, plural, =0 {Add} one {Add one site} other {Add # sites}}',
  'site.names': 'Names, one a line',
  'site.names-help':
    'Type or paste them. A table works too: names in the first column, a header above; the other columns are kept beside each name.',
  'site.names-many': 'Add at most {limit, number} in one go.',
  'site.change': 'Change',
  'site.change-one': 'Change “{name}”',
  'site.closed-on': 'Closed since',
  'site.closed-help': 'The first day without it. Its figures stay, and none are asked for any more.',
  'site.closed-since': 'Closed since {day}',
  'site.save': 'Save',
  'site.empty': 'No sites yet',
  'site.empty-help':
    'A site is a place that figures belong to: “Harbour Street shop”, “Ward 7”, “Night shift line 2”. Add them by name, or let a table of figures bring them.',
  'site.empty-ask': 'Ask a lead to add them.',
} as const

declare module '#platform/anywhere/message.ts' {
  interface Messages extends Record<keyof typeof siteEn, string> {}
}
