export const trialEn = {
  'trial.none': 'There is no such trial.',
  'trial.wrong-state':
    'This trial is {state, select, draft {a draft} frozen {frozen and has not started} running {running} stopped {stopped} ended {over} other {decided}}. Nothing was changed; look at it again.',
  'trial.moved-meanwhile': 'Somebody else moved this trial just now. Nothing was changed; look at it again.',
  'trial.frozen-already':
    'The plan of this trial is frozen, so nothing of it changes in place. Nothing was changed; a change is a new version of the plan.',
  'trial.idea-not-approved':
    'A trial settles an idea that may be tried. This one is not approved, so nothing was stored; ask for an answer first.',
  'trial.no-reason': 'Say why it is stopped: the people concerned will read it. It still runs.',
  'trial.no-outcomes':
    'No sheet with outcomes has come yet, so there is nothing to measure. It still runs; add one, or stop the trial with a reason.',
  'trial.sheet-there': 'This trial has this sheet already. Nothing was changed.',
  'trial.told-start': '{by} started the trial “{title}”',
  'trial.told-stop': '{by} stopped the trial “{title}”',
  'trial.told-end': '{by} ended the trial “{title}”. Its result follows.',
} as const

declare module '#platform/anywhere/message.ts' {
  interface Messages extends Record<keyof typeof trialEn, string> {}
}
