export const overviewEn = {
  'overview.needs-you': 'Needs you',
  'overview.or-more': '{count} or more',
  'overview.nothing-needs-you': 'Nothing waits for you.',
  'overview.need.answer-idea': 'Answer: “{title}”',
  'overview.do.answer-idea': 'Read and answer',
  'overview.by': '{name} wrote it.',
  'overview.waits-since': 'Waits since',
  'overview.told-you': 'Told you',
  'overview.newest': 'New',
  'overview.everything': 'All ideas',
  'overview.first-steps': 'Your first measured example',
  'overview.first-steps-lead': 'Five minutes, alone, without e-mail. This list goes when the first trial is decided.',
  'overview.step.idea-when': 'One minute',
  'overview.step.idea': 'Write one small idea down',
  'overview.step.idea-detail': 'One sentence about one thing you would change.',
  'overview.step.trial-when': 'Two minutes',
  'overview.step.trial': 'Try it on figures that you have',
  'overview.step.trial-detail':
    'Open your idea and plan a trial: paste a spreadsheet with places, periods and values. “Look back” takes figures from the past.',
  'overview.step.decision-when': 'One minute',
  'overview.step.decision': 'Read the result and decide',
  'overview.step.decision-detail':
    'One honest sentence, a picture and a grade. Your decision books the first line of the gains.',
  'overview.step.goal-when': 'Then',
  'overview.step.goal': 'Say which number should move',
  'overview.step.goal-detail': 'A goal tells everybody which small changes are wanted.',
  'overview.step.person-when': 'Then',
  'overview.step.person': 'Invite a second person',
  'overview.step.person-detail': 'From then on nobody has to answer their own ideas.',
  'overview.need.plan-trial': 'Finish the plan: “{title}”',
  'overview.need.start-trial': 'Start the trial: “{title}”',
  'overview.need.end-trial': 'Bring the outcomes: “{title}”',
  'overview.need.decide-trial': 'Decide: “{title}”',
  'overview.do.plan-trial': 'Open the plan',
  'overview.do.start-trial': 'Open the trial',
  'overview.do.end-trial': 'Open the trial',
  'overview.do.decide-trial': 'Read and decide',
} as const

declare module '#platform/anywhere/message.ts' {
  interface Messages extends Record<keyof typeof overviewEn, string> {}
}
