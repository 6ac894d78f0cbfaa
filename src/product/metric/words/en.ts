export const metricEn = {
  'metric.none': 'There is no such metric.',
  'metric.defined-meanwhile':
    'Somebody has just written another definition. Nothing of yours was stored; read theirs, then write yours again.',
  'metric.defined-same': 'These are the words that are in force already. Nothing was stored.',
  'metric.because-missing':
    'Say why the definition changes: whoever reads a chart will want to know. Nothing was stored.',
  'metric.defined-before':
    'The version before is in force from {fromOn}; a new one cannot begin earlier. Nothing was stored; choose that day or a later one.',
  'metric.arrangement-kept':
    '“{name}” has figures, so its kind and its period stay: the figures would mean something else. Nothing was stored. Make another metric for another kind or period.',
  'metric.taken':
    'There is already a metric called “{name}”. Choose it from the list, or give this one another name. Nothing was stored.',
  'metric.unit-kept':
    'A frozen plan counts “{name}” in {unit}, so the unit stays: what was measured and booked would mean something else. Nothing was stored. Make another metric for another unit; what one is worth may still change.',
  'metric.choose': 'Which measure?',
  'metric.choose-help': 'Take one that is there already where you can: gains in the same measure add up.',
  'metric.another': 'Another one, not in this list',
  'metric.name': 'What is counted',
  'metric.name-help': 'For example “Missed visits” or “Time to discharge”.',
  'metric.unit': 'In which unit',
  'metric.unit-help': 'For example “minutes”, “€”, or “in 100 visits”.',
  'metric.better': 'Which way is better?',
  'metric.better-missing': 'Say which way is better.',
  'metric.higher': 'Higher is better',
  'metric.lower': 'Lower is better',
  'metric.worth': 'What one of “{unit}” is worth',
  'metric.worth-unit': 'What one unit is worth',
  'metric.worth-help': 'Leave it empty where money does not fit. The gain then stays in its own unit.',
  'metric.worth-later': 'What one unit is worth in money is for an admin to say, now or later.',
  'metric.add': 'Use this measure',
  'metric.save': 'Save',
  'metric.change': 'Change',
  'metric.change-one': 'Change “{name}”',
  'metric.change-help':
    'Gains that are booked already keep their amount. What is counted and which way is better stay as they are, and so does the unit once a frozen plan counts in it: past results would mean something else.',
  'metric.said-higher': 'In {unit}. Higher is better.',
  'metric.said-lower': 'In {unit}. Lower is better.',
  'metric.said-worth': 'One is worth {worth}.',
} as const

declare module '#platform/anywhere/message.ts' {
  interface Messages extends Record<keyof typeof metricEn, string> {}
}
