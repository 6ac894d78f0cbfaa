export const drawEn = {
  'draw.none': 'There is no such draw.',
  'draw.already': 'Lots were drawn here already, and what was drawn stays. Nothing was changed.',
  'draw.too-few': 'Lots need at least two sites, and the list has fewer. Nothing was stored.',
  'draw.same-name': 'Two sites on the list are called “{name}”. Nothing was stored; give each a name of its own.',
  'draw.no-name':
    '“{name}” reads as an empty cell, so nobody could draw again from the file. Nothing was stored; write a name or a group in words.',
  'draw.no-stratum':
    '“{name}” belongs to no group, so it cannot be drawn within one. Nothing was stored; give it a group, or draw from all sites together.',
  'draw.no-pair':
    '“{name}” has no pair: pairs are made from what was measured before. Nothing was stored; choose the figures, or draw another way.',
  'draw.no-figures':
    '“{name}” has no figures from before, so nobody can say whether both sides are alike. Nothing was stored; leave it out, or draw another way.',
  'draw.too-few-to-balance':
    'With fewer than {least, number} sites hardly any draw would be left to chance. Nothing was stored; draw pairs, or from all sites.',
  'draw.waves':
    'The waves hold {held, number} sites, and the list has {sites, number}. Nothing was stored; let them add up.',
  'draw.windows':
    'Windows are drawn {block, number} at a time, half of them with the change: that number must be even, and the windows a multiple of it. Nothing was stored.',
  'draw.never-balanced':
    'No draw of 100,000 made both sides alike: one site is too different from all others. Nothing was drawn; announce another draw, in pairs or within groups.',
  'draw.again-needs-reason':
    'These sites were drawn before, for “{about}”. Nothing was stored; say why they are drawn again. Both draws stay listed.',
} as const

declare module '#platform/anywhere/message.ts' {
  interface Messages extends Record<keyof typeof drawEn, string> {}
}
