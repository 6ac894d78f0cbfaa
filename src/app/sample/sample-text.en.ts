import type { SampleText } from './sample-text.ts'

export const englishSample: SampleText = {
  workspace: 'Sample: Riverside',
  owner: 'You',
  lead: 'Mara Lindqvist (sample)',
  member: 'Jonas Adler (sample)',
  team: 'Recovery room',
  goals: [
    {
      title: 'Fewer sore throats after an operation',
      unit: 'patients in 100',
      why: 'More than a third of our patients wake up with a sore throat. It is what they complain about most.',
      start: 39,
      target: 20,
    },
    {
      title: 'Parents fetch their children on time',
      unit: 'late pick-ups a week in a centre',
      why: 'Two colleagues stay longer every evening, unpaid.',
      start: 9,
      target: 3,
    },
  ],
  licorice: {
    idea: 'Let patients gargle with licorice water before the tube goes in. It costs cents and takes a minute.',
    approved: 'Cheap, harmless, and over in a minute. Draw lots who gets it, so that we know.',
    question:
      'Do fewer patients have a sore throat half an hour after the operation when they gargle with licorice water before it?',
    metric: 'Sore throats',
    unit: 'sore throats',
    sheet: 'Sore throats half an hour after operations (Ruetzler et al. 2013, 235 patients, published data)',
    decided: 'Half as many sore throats for the price of a sip. We keep it, for the fifty patients we have each week.',
  },
  fines: {
    idea: 'Let parents who come late pay a small fine. Then they will come on time.',
    approved: 'Try it in six of the ten centres, and keep the others as they are.',
    question: 'Do parents come late less often when a late pick-up costs a fine?',
    metric: 'Late pick-ups',
    unit: 'late pick-ups',
    sheet: 'Late pick-ups in ten day-care centres (Gneezy & Rustichini 2000, published data)',
    decided:
      'The fine more than doubled the late pick-ups: it turned a favour into a price. Thanks to Jonas for finding that out in sixteen weeks.',
  },
  infections: {
    site: 'General hospital',
    metric: 'C. difficile infections',
    unit: 'infections in 10,000 patient days',
    says: 'Infections with Clostridioides difficile that began in hospital, of all wards, over the days that patients spent there (Anhøj 2021, published data).',
  },
  open: [
    'Put the list of free beds where the porters can see it.',
    'Label the drip stands by bay, so that nobody has to look for one at night.',
    'Send the reminder the evening before instead of a week before.',
  ],
  parked: {
    idea: 'Give every patient a tablet to order meals.',
    reason: 'Too large for now: it needs a budget that is decided in spring. Could one ward try paper cards first?',
  },
}
