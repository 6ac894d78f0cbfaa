export const teamEn = {
  'team.none': 'There is no such team.',
  'team.taken': 'There is already a team with this name.',
  'team.one': 'Team',
  'team.all': 'Teams',
  'team.add': 'Add a team',
  'team.name': 'Name',
  'team.department': 'Department',
  'team.department-help': 'Several teams can share one.',
  'team.none-chosen': 'No team',
  'team.empty': 'No teams yet',
  'team.empty-help':
    'With teams, an idea goes to the lead of its author’s team. “Night shift, ward 3” is a team. Without any, every lead answers every idea.',
} as const

declare module '#platform/anywhere/message.ts' {
  interface Messages extends Record<keyof typeof teamEn, string> {}
}
