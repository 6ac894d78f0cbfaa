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
  'trial.state.draft': 'Draft',
  'trial.state.frozen': 'Plan frozen',
  'trial.state.running': 'Running',
  'trial.state.stopped': 'Stopped early',
  'trial.state.ended': 'Waits for a decision',
  'trial.state.decided': 'Decided',
  'trial.next.draft': 'Next: {name} finishes the plan and freezes it.',
  'trial.next.frozen': 'Next: {name} starts it.',
  'trial.since': 'Since {day}.',
  'trial.next.running': 'Since {day}. Next: outcomes come in, and {name} ends it.',
  'trial.next.stopped': 'On {day}: “{reason}”. Next: {name} decides.',
  'trial.next.ended': 'Next: {name} decides by what it showed.',
  'trial.next.decided': 'Nothing waits. Plan, result and decision stay.',
  'trial.looked-back': 'Looked back',
  'trial.views': 'Views of the list',
  'trial.all': 'All',
  'trial.mine': 'Mine',
  'trial.of-idea': 'Of the idea “{idea}”',
  'trial.of-this-idea': 'Trials',
  'trial.none-yet': 'Nobody has tried it yet. A trial says what it changes, and how sure that is.',
  'trial.plan-one': 'Plan a trial',
  'trial.empty': 'No trials yet',
  'trial.empty-help':
    'A trial shows what a small change does, for example: four of eight clinics send the reminder at 18:00, the others at 09:00, and after seven weeks the missed visits tell. It begins with an approved idea.',
  'trial.empty-action': 'Choose an idea to try',
  'trial.empty-filter': 'No trial like that',
  'trial.empty-filter-help':
    'Nothing stands in this view right now. Trials move on as they are started, ended and decided.',
  'trial.show-all': 'Show all trials',
  'trial.title': 'Name of the trial',
  'trial.design': 'Who is compared with whom',
  'trial.design.pilot': 'Some sites get it, others do not',
  'trial.design-help.pilot':
    'Shops, wards or lines with the change, beside others that go on as before. All begin together.',
  'trial.design.split': 'People or things are split by lot',
  'trial.design-help.split':
    'Each visitor, patient or parcel falls into one of two groups. The surest way, where it can be done.',
  'trial.design.staggered': 'One after another',
  'trial.design-help.staggered':
    'In the end every site gets it, in waves. Whoever has not started yet shows what would have been.',
  'trial.design.switchback': 'On and off at the same place',
  'trial.design-help.switchback':
    'Days or weeks with the change and without it, in turn. For what works at once and leaves no trace.',
  'trial.design.before-after': 'One place, before and after',
  'trial.design-help.before-after':
    'Where nobody is there to compare with: its own past says where it was heading. Needs eight periods before.',
  'trial.door': 'Which way',
  'trial.door.plan-first': 'Plan first',
  'trial.door.look-back': 'Look back',
  'trial.door-help.plan-first':
    'The table holds what was before. You freeze the plan, the change starts, outcomes come later. Nobody can bend the question to the answer: grade B, or A where lots were drawn.',
  'trial.door-help.look-back':
    'The change has happened, and the table holds what came of it. Quick and useful, and said so in the headline: the plan was written after the data. Never above grade B.',
  'trial.grade-at-best': 'Grade {grade} at best',
  'trial.move.start': 'Start the trial',
  'trial.move.stop': 'Stop early',
  'trial.move.end': 'End and measure',
  'trial.ask.start': 'Start the trial now?',
  'trial.ask.stop': 'Why is it stopped?',
  'trial.ask.end': 'End the trial now?',
  'trial.ask-help.start': 'Its idea is then being tried. From now on outcomes may come in; the plan stays as it is.',
  'trial.ask-help.stop': 'Everyone here can read the reason. What has been measured so far is kept.',
  'trial.ask-help.end': 'No more outcomes come in after that. The result is computed at once, and a decision waits.',
  'trial.done.start': 'The trial runs.',
  'trial.done.stop': 'The trial is stopped, and the people concerned have been told why.',
  'trial.done.end': 'The trial is over.',
  'trial.discard': 'Throw the draft away',
  'trial.discard-ask': 'Throw this draft away?',
  'trial.discard-help': 'The draft of the plan goes for good. The idea and the tables stay.',
  'trial.discarded': 'The draft is gone.',
  'trial.told-start': '{by} started the trial “{title}”',
  'trial.told-stop': '{by} stopped the trial “{title}”',
  'trial.told-end': '{by} ended the trial “{title}”. Its result follows.',
} as const

declare module '#platform/anywhere/message.ts' {
  interface Messages extends Record<keyof typeof trialEn, string> {}
}
