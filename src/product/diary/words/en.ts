export const diaryEn = {
  'diary.not-started': 'This trial has not started, so nothing of it can be written down yet. Nothing was stored.',
  'diary.still-runs': 'This trial still runs, so no site is put back. Stop it first; nothing was stored.',
  'diary.no-site': 'The plan of this trial does not name “{site}”. Nothing was stored; choose one of its sites.',
  'diary.future': 'That day is still to come. Your text is kept; choose today or an earlier day.',
  'diary.before-plan':
    'On that day this trial was not planned yet. Your text is kept; choose the day on which the plan was frozen, or a later one.',
  'diary.rolled-back-already': '“{site}” is put back already. Nothing was changed.',
  'diary.told-incident': '{name} wrote down an incident in your trial “{title}”: {text}',
  'diary.title': 'Diary',
  'diary.lead': 'What people saw while it ran. It stays as it was written.',
  'diary.empty':
    'Nothing was written down yet. A sentence a week is enough: what was odd, what went wrong, who did it.',
  'diary.more': 'Show more',
  'diary.older': 'Older',
  'diary.kind': 'What is it?',
  'diary.kind.note': 'A note',
  'diary.kind.incident': 'Something went wrong',
  'diary.kind.adherence': 'Was it really done?',
  'diary.kind.rolled-back': 'Put back',
  'diary.site': 'Where',
  'diary.whole': 'The whole trial',
  'diary.done': 'Done there?',
  'diary.done.yes': 'Yes',
  'diary.done.partly': 'Partly',
  'diary.done.no': 'No',
  'diary.on': 'Day',
  'diary.text': 'In your words',
  'diary.write': 'Write it down',
  'diary.written': 'Written down.',
  'diary.by': '{name}, {day}',
  'diary.said': '{site}: {done, select, yes {done} partly {partly done} other {not done}}',
  'diary.site-put-back': '{site} is as it was before',
  'diary.adherence': 'Who really did it',
  'diary.adherence-share':
    'By the last word of {known, number} of {sites, plural, one {one site} other {# sites}}: done to {share}.',
  'diary.adherence-none':
    'Nobody has said yet whether it is done at {sites, plural, one {the site} other {the # sites}} with the change.',
  'diary.roll-back': 'Put back how it was',
  'diary.roll-back-lead':
    'The trial was stopped. Tick each site once it is as it was before: {left, plural, =0 {all are} one {one is left} other {# are left}}.',
  'diary.put-back': 'Put back',
  'diary.put-back-by': 'by {name}, {day}',
} as const

declare module '#platform/anywhere/message.ts' {
  interface Messages extends Record<keyof typeof diaryEn, string> {}
}
