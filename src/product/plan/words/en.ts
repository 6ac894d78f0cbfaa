export const planEn = {
  'plan.none': 'This trial has no frozen plan yet.',
  'plan.no-draft': 'The plan of this trial is not a draft any more. Its versions show it as it was frozen.',
  'plan.saved-meanwhile':
    'Somebody has saved this plan since you opened it, perhaps you in another window. Nothing was overwritten; what you typed is still here. Load theirs and write yours again.',
  'plan.changed-meanwhile': 'Somebody has frozen another version meanwhile. Nothing was changed; look at theirs first.',
  'plan.sheet-meanwhile': 'Somebody else brought a sheet at the same moment. Yours was not added; send it again.',
  'plan.not-finished':
    'The plan is not finished: {count, plural, one {one part is} other {# parts are}} missing. Everything you wrote is kept.',
  'plan.no-comparison':
    'Every site gets the change, so there is none to compare with. Nothing was frozen; take in sites that go without it.',
  'plan.no-treated':
    'No site gets the change, so there is nothing to measure. Nothing was frozen; choose which sites get it.',
  'plan.nothing-before':
    'There is no figure from before the change, so nobody can say where the sites came from. Nothing was frozen; choose a later start, or a sheet with a history.',
  'plan.outcomes-there':
    'The sheet already has figures from the time of the change, so this would be a look back and not a plan made first. Nothing was frozen; take the door “look back”, or a later start.',
  'plan.no-outcomes':
    'The sheet has no figure from the time of the change on, so there is nothing to look back on. Nothing was frozen; take the door “plan first”, or another start.',
  'plan.sites-lost':
    '{count, plural, one {One site would go: {site}.} other {# sites would go, among them {site}.}} Sites do not go silently. Nothing was frozen; name the ones that are taken out.',
  'plan.decided': 'This trial has been decided by its plan as it is. Nothing was changed.',
  'plan.not-running': 'Outcomes come while a trial runs, and this one does not. Nothing was added.',
  'plan.too-many-sheets': 'A trial takes {limit} sheets. Nothing was added; put the figures of several into one.',
  'plan.only-strangers':
    'None of its sites is in the plan (it has “{site}”, the plan “{planned}”). Nothing was added; are the names written differently?',
  'plan.other-periods':
    'Its periods are of another kind than those of the plan: days, weeks, months and plain numbers do not mix. Nothing was added; write them as in the first sheet.',
  'plan.too-many-periods':
    'Together the sheets would have more than {limit, number} periods, which is the most. Nothing was added; add days up to weeks or months.',
  'plan.no-figure': 'No sheet of this trial has a row for this site and period.',
  'plan.told-look-back': '{by} looked back at what “{title}” has done. Its result follows.',
} as const

declare module '#platform/anywhere/message.ts' {
  interface Messages extends Record<keyof typeof planEn, string> {}
}
