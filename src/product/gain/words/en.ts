export const gainEn = {
  'gain.none': 'There is no such line in the ledger.',
  'gain.too-large':
    'The amount is larger than the ledger can hold. Nothing was booked; check the sites and what one unit is worth.',
  'gain.claimed':
    'Nothing was decided: {count, plural, one {one figure is} other {# figures are}} already counted in "{title}" ({site}, {period}). Two gains never claim the same site, metric and period. Take that line back first, or decide without adopting.',
  'gain.booked-already': 'This trial has its line in the ledger already. Nothing was booked twice.',
  'gain.nothing-to-reverse': 'This line books no amount, so there is nothing to take back.',
  'gain.reversed-already': 'Somebody has taken this line back already.',
  'gain.nothing-to-confirm': 'This line needs no second person.',
  'gain.needs-second-person':
    'It takes a second person: neither the author of the idea nor the one who booked the line can confirm it.',
  'gain.confirmed-already': 'Somebody has confirmed this line already.',
  'gain.told-reversed': '{by} has taken the gain of “{title}” back',
} as const

declare module '#platform/anywhere/message.ts' {
  interface Messages extends Record<keyof typeof gainEn, string> {}
}
