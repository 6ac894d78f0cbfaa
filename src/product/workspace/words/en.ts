export const workspaceEn = {
  'workspace.none': 'There is no such workspace, or you are not in it.',
  'workspace.name': 'Name of your organisation',
  'workspace.name-help': 'A shop, a ward, a company: whoever tries things together.',
  'workspace.language': 'Language',
  'workspace.currency': 'Currency',
  'workspace.currency-help': 'For gains in money. Amounts already booked stay as they are.',
  'workspace.time-zone': 'Time zone',
  'workspace.week-start': 'The week starts on',
  'workspace.working-days': 'Working days',
  'workspace.votes-out': 'Votes that one person may have out at a time',
  'workspace.votes-out-help': 'Each comes back when its idea is answered. 0: nobody votes.',
  'workspace.about': 'This workspace',
  'workspace.save': 'Save',
  'workspace.saved': 'The settings are saved.',
  'workspace.sample': 'This is the sample workspace',
  'workspace.sample-about':
    'Made-up people around real, published data. Try anything; nothing here touches your own workspace.',
} as const

declare module '#platform/anywhere/message.ts' {
  interface Messages extends Record<keyof typeof workspaceEn, string> {}
}
