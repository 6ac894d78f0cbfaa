export const voteEn = {
  'vote.answered': 'This idea has been answered, so it takes no votes any more. Nothing was changed.',
  'vote.own': 'You wrote this idea; everybody knows that you are for it. Nothing was changed.',
  'vote.none-left':
    '{most, plural, =0 {Nobody votes in this workspace.} other {All of your {most} votes are out.}} Nothing was changed; each comes back when its idea is answered, or take one back now.',
  'vote.kept': 'This idea has been answered, and your vote for it has come back already. Nothing was changed.',

  'vote.told-approve': 'An idea you voted for was approved: “{title}”',
  'vote.told-park': 'An idea you voted for was parked: “{title}”',
  'vote.told-resume': 'An idea you voted for was taken up again: “{title}”',
  'vote.told-decline': 'An idea you voted for was declined: “{title}”',
  'vote.told-reopen': 'An idea you voted for was opened again: “{title}”',
  'vote.told-try': 'An idea you voted for is being tried: “{title}”',
  'vote.told-adopt': 'An idea you voted for was adopted: “{title}”',
  'vote.told-adapt': 'An idea you voted for is to be adapted and tried again: “{title}”',
  'vote.told-drop': 'An idea you voted for was dropped after its trial: “{title}”',

  'vote.count': '{votes, plural, =0 {No votes} one {# vote} other {# votes}}',
  'vote.cast': 'Vote',
  'vote.cast-for': 'Vote for “{title}”',
  'vote.withdraw': 'Voted',
  'vote.withdraw-for': 'Take back your vote for “{title}”',
  'vote.left':
    '{left, plural, =0 {No votes left} one {One vote left} other {# votes left}} of {most}. Each comes back with the answer.',
} as const

declare module '#platform/anywhere/message.ts' {
  interface Messages extends Record<keyof typeof voteEn, string> {}
}
