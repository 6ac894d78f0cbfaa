export const decisionEn = {
  'decision.none': 'Nothing has been decided about this trial yet.',
  'decision.no-result':
    'There is no result to decide on yet. It is computed when the trial has ended; nothing was decided.',
  'decision.newer-result':
    'A newer result came while you were reading. Nothing was decided; look at it, then decide again.',
  'decision.taken-already': 'Somebody has decided about this trial already. Nothing was changed; reload to see it.',
  'decision.needs-adoption': 'Say at how many sites it is adopted, from which day, and how often the figures come.',
  'decision.other-cadence':
    'The figures of this trial come {every, select, day {daily} week {weekly} month {monthly} quarter {quarterly} other {yearly}}, so the gain is counted that way. Nothing was decided.',
  'decision.too-many-sites':
    'It was measured at {count, plural, one {one site} other {# sites}} and can be booked for {limit, number} at most: beyond that, nobody knows whether it helps. Nothing was decided; say fewer sites.',
  'decision.other-time':
    'This trial can speak for a change adopted between {from} and {to}. Nothing was decided; choose a day from then.',
  'decision.told-adopt': '{by} has adopted “{title}”',
  'decision.told-adapt': '{by} wants “{title}” adapted and tried again',
  'decision.told-drop': '{by} has dropped “{title}”',
  'decision.what-to-do': 'What to do',
  'decision.advice-proved': 'The figures speak for adopting it.',
  'decision.advice-small': 'It helps, but by less than you said is worth having.',
  'decision.advice-unclear': 'The figures cannot tell. Adapt it and try with more sites or longer, or drop it.',
  'decision.advice-harm': 'It made things worse. The figures speak for dropping it.',
  'decision.advice-help-proved':
    'Better beyond chance, and no guardrail was harmed. Where it stays, the gain is booked in the ledger.',
  'decision.advice-help-unclear':
    'No amount is booked. Finding out cheaply that something does not help counts as work well done.',
  'decision.advice-help-harm':
    'No amount is booked. The harm stands in the ledger beside the gains, so that nobody tries it again.',
  'decision.who-decides': '{name} decides.',
  'decision.why': 'Why? The people concerned will read it.',
  'decision.who-reads':
    'It goes to the author of the idea, the owner of its goal, the owner of the trial and everybody who answered.',
  'decision.adopt': 'Adopt',
  'decision.adapt': 'Adapt and try again',
  'decision.drop': 'Drop',
  'decision.adopting-unclear':
    'Adopting it all the same is marked “adopted without proof” for ever, and books no amount.',
  'decision.adopting-harm': 'Adopting it all the same is marked “adopted without proof” for ever, and books no amount.',
  'decision.if-adopted': 'If you adopt it',
  'decision.sites': 'At how many sites',
  'decision.units': 'For how many units, each time',
  'decision.from': 'From',
  'decision.per': 'The figures come',
  'decision.per-day': 'daily',
  'decision.per-week': 'weekly',
  'decision.per-month': 'monthly',
  'decision.per-quarter': 'quarterly',
  'decision.per-year': 'yearly',
  'decision.per-period': 'each period',
  'decision.books': 'Books {amount} {per} ({low} to {high}), positive is better.',
  'decision.books-bare': 'Books {amount} {per}, without an interval, positive is better.',
  'decision.books-open': 'Say at how many sites, to see what is booked.',
  'decision.rolls-out-units':
    'It was measured on {count, plural, one {one unit} other {# units}}; the ledger will say that it goes to {sites}.',
  'decision.rolls-out':
    'It was measured at {count, plural, one {one site} other {# sites}}; the ledger will say that it is adopted at {sites, number}.',
  'decision.books-nothing': 'Books a line without an amount: nothing was proved.',
  'decision.adopt-harm': 'Adopt what made things worse?',
  'decision.lost': 'Somebody else decided first. What you chose ({choice}) was not stored.',
  'decision.lost-reason': 'You had written: {reason}',
  'decision.done-adopt': 'Adopted. The people concerned have been told why.',
  'decision.done-adapt': 'The idea has a new version and may be tried again. The people concerned have been told why.',
  'decision.done-drop': 'Dropped. The people concerned have been told why.',
  'decision.decided': 'What was decided',
  'decision.was-adopt': 'Adopted',
  'decision.was-adapt': 'Adapted, to be tried again',
  'decision.was-drop': 'Dropped',
  'decision.without-proof': 'without proof',
} as const

declare module '#platform/anywhere/message.ts' {
  interface Messages extends Record<keyof typeof decisionEn, string> {}
}
