export const goalEn = {
  'goal.none': 'There is no such goal.',
  'goal.standstill': 'Start and target are the same number. A goal moves a number: change one of them.',
  'goal.due-past': 'Choose a day after today, so that there is time to get there.',
  'goal.edited-meanwhile':
    'Somebody has edited this goal since you opened it. Nothing was changed; look at it and edit again.',

  'goal.this': 'This goal',
  'goal.lead': 'A number to move, by when, and why. Ideas say which goal they serve.',
  'goal.write': 'Write a goal',
  'goal.written': 'The goal is written.',
  'goal.edit': 'Edit the goal',
  'goal.save': 'Save',
  'goal.title': 'What should get better?',
  'goal.title-help': 'In a few words, such as “Fewer missed appointments”.',
  'goal.start': 'Where does the number stand today?',
  'goal.start-help': 'Leave it empty if nobody knows.',
  'goal.target': 'Where should it get to?',
  'goal.unit': 'In what is it counted?',
  'goal.unit-help': 'Such as hours, € a month, or: in 100 visits.',
  'goal.due': 'By when?',
  'goal.why': 'Why it matters',
  'goal.why-help': 'Whoever has an idea reads this first.',
  'goal.span-from': 'From {start} to {target} {unit} by {day}',
  'goal.span-to': 'To {target} {unit} by {day}',
  'goal.running': 'Still time',
  'goal.past': 'Its day has passed',
  'goal.owned-by': '{name} answers for it.',
  'goal.wanted': 'What we want to move',
  'goal.ideas': 'Ideas for it',
  'goal.no-ideas': 'No idea serves it yet',
  'goal.no-ideas-help':
    'Write the first one above. An idea that is already written can be linked to this goal when it is edited.',
  'goal.empty': 'No goals yet',
  'goal.empty-help':
    'A goal tells everybody which small changes are wanted, for example: “Missed appointments: from 9.6 to 7 in 100 by June, because each is a visit somebody else needed.”',
} as const

declare module '#platform/anywhere/message.ts' {
  interface Messages extends Record<keyof typeof goalEn, string> {}
}
