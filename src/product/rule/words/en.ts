export const ruleEn = {
  'rule.sentence':
    'Small bet: it can be undone, costs at most {most}, and touches no other team and no personal data. So it may simply be tried.',
  'rule.not-author': 'Only its author can simply try an idea. A lead can approve it with a reason.',
  'rule.refused':
    'The rule does not cover this: {count, plural, one {one answer asks} other {# answers ask}} for a second opinion. Nothing is lost; the idea stays open and a lead can answer it instead.',
  'rule.not-reversible': 'It cannot be undone within a day. A lead can approve it.',
  'rule.too-dear': 'It costs more than the rule allows. A lead can approve it, or try it smaller first.',
  'rule.other-teams': 'It touches another team. A lead can approve it and talk to them.',
  'rule.personal-data': 'It touches personal data. A lead can approve it.',
  'rule.told-use': '{by} tries “{title}” under the rule for small bets',

  'rule.may-try': 'You may simply try this.',
  'rule.may-try-if':
    'If it can be undone within a day, costs at most {most}, and touches no other team and no personal data, nobody needs to approve it.',
  'rule.just-try': 'Just try it',
  'rule.questions': 'Tick what is true. Nobody has to agree first; a lead is told and can read it.',
  'rule.is-reversible': 'It can be undone within a day',
  'rule.is-ours-alone': 'It touches no other team',
  'rule.is-impersonal': 'It touches no personal data',
  'rule.cost': 'What does trying it cost?',
  'rule.cost-help': 'Everything that is paid for it. 0 if nothing is.',
  'rule.cost-missing': 'Write an amount, 0 if it costs nothing.',
  'rule.ask-a-lead': 'For this one, wait for a lead. Your idea stays open, nothing is lost.',
  'rule.start': 'I try it',
  'rule.used': 'It is yours to try.',
  'rule.used-and-told': 'It is yours to try. Your lead has been told.',
  'rule.small-bet': 'Small bet',
  'rule.cost-short': 'Cost',
  'rule.reversible-short': 'Can be undone',
  'rule.teams-short': 'Touches other teams',
  'rule.data-short': 'Touches personal data',
  'rule.yes': 'yes',
  'rule.no': 'no',
} as const

declare module '#platform/anywhere/message.ts' {
  interface Messages extends Record<keyof typeof ruleEn, string> {}
}
