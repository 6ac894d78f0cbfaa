export const lookEn = {
  'look.of-schedule':
    '{elapsed, number} of {runsFor, plural, one {one planned} other {# planned}} {units, select, units {units} other {periods}}',
  'look.open':
    'The plan does not say how long it runs, so nothing can be said before its end without errors from looking often. The figures below are as they came.',
  'look.nothing-yet': 'Nothing to look at yet: no figure with the change has come.',
  'look.too-early': 'Too early to tell: {share} have come.',
  'look.too-early-lead': 'That is no bad sign. The first looks need a very large effect; each further one needs less.',
  'look.so-far': 'So far {metric} is {size}: {standing, select, better {better} worse {worse} other {no difference}}.',
  'look.so-far-range': 'Anything from {worse} worse to {better} better still fits.',
  'look.clear': 'Beyond chance already: {metric} is {size}, {standing, select, better {and better} other {and worse}}.',
  'look.clear-range': 'Plausible are {low} to {high}.',
  'look.stop-harm': 'Stop it: {metric} got worse by {size}, plausibly by {low} to {high}.',
  'look.stop-guardrail': 'Stop it: {guardrail} got worse by {size}, more than the {margin} that is bearable.',
  'look.harm-no-stop': 'The plan does not stop it for harm; you still can, with a reason.',
  'look.stop-futility': 'It may be stopped: going on will hardly show an effect that is worth having.',
  'look.stop-success': 'It may be ended: what was hoped for is beyond chance.',
  'look.goes-on': 'The plan goes on to its end, so that the size is known better.',
  'look.end': 'The planned time is over: end it, and it is measured.',
  'look.at-end': 'At the end the interval will probably be give or take {reach}.',
  'look.valid':
    'Safe to look at every day: until the end the interval is wider than usual, so that all looks together err in at most one of twenty trials.',
  'look.next':
    '{does, select, stop {Next: {name} stops it, and whoever has the change undoes it.} maystop {Next: {name} stops it, or lets it go on.} mayend {Next: {name} ends it, or lets it go on.} end {Next: {name} ends it, and it is measured.} open {Next: figures come in, and {name} ends it.} other {Next: {left, plural, one {one more {units, select, units {unit} other {period}}} other {# more {units, select, units {units} other {periods}}}} until the answer{on, select, open {} other {, about {on}}}.}}',
  'look.title': 'How it stands',
  'look.history': 'Every look so far',
  'look.history-note': 'Newest first. Better is to the right; the intervals narrow as figures come.',
  'look.come': 'Come',
  'look.effect': 'Effect, with what fits',
  'look.picture': 'Picture',
  'look.on': 'On',
  'look.none-yet': 'too early',
  'look.guardrails': 'Must not get worse',
  'look.guardrail': '{name}: {verdict, select, safe {within its margin} harm {harmed} other {not clear yet}}',
  'look.now': 'Look now',
  'look.same': 'No new figures since the last look.',
  'look.now-stop': 'Every day longer does more of it',
  'look.may-stop': 'It need not go on',
  'look.stop-it': 'Stop it now',
  'look.reason-harm': 'Stopped for harm: {metric} got worse by {size}, plausibly by {low} to {high}.',
  'look.reason-guardrail':
    'Stopped for harm: {guardrail} got worse by {size}, more than the {margin} that is bearable.',
  'look.reason-futility': 'Stopped because going on would hardly show an effect worth having.',
  'look.reason-success': 'Stopped because the effect is beyond chance.',
  'look.saved':
    'Stopped {periods, number} of {runsFor, number} planned {units, select, units {units} other {periods}} before its end.{sites, plural, =0 {} other { # times a site did not have to go through a period with the change.}}',
  'look.saved-money': 'At what one unit is worth, the harm of that time would have cost {money}.',
  'look.saved-title': 'What stopping saved',
  'look.told-harm': 'Your trial “{title}” should be stopped: it does harm.',
  'look.told-futility': 'Your trial “{title}” may be stopped: going on will hardly show an effect worth having.',
  'look.told-success': 'Your trial “{title}” may be ended: what was hoped for is beyond chance.',
  'look.told-end': 'Your trial “{title}” has run its planned time. End it, and it is measured.',
} as const

declare module '#platform/anywhere/message.ts' {
  interface Messages extends Record<keyof typeof lookEn, string> {}
}
