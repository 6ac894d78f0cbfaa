export const decisionEn = {
  'decision.none': 'Nothing has been decided about this trial yet.',
  'decision.no-result':
    'There is no result to decide on yet. It is computed when the trial has ended; nothing was decided.',
  'decision.newer-result':
    'A newer result came while you were reading. Nothing was decided; look at it, then decide again.',
  'decision.taken-already': 'Somebody has decided about this trial already. Nothing was changed; reload to see it.',
  'decision.needs-adoption': 'Say at how many sites it is adopted, from which day, and how often the figures come.',
  'decision.told-adopt': '{by} has adopted “{title}”',
  'decision.told-adapt': '{by} wants “{title}” adapted and tried again',
  'decision.told-drop': '{by} has dropped “{title}”',
} as const

declare module '#platform/anywhere/message.ts' {
  interface Messages extends Record<keyof typeof decisionEn, string> {}
}
