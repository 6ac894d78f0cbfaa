import { designsEn } from './designs-en.ts'
import { forecastsEn } from './forecasts-en.ts'
import { sharedEn } from './shared-en.ts'

export const resultEn = {
  ...designsEn,
  ...forecastsEn,
  ...sharedEn,
  'result.none': 'There is no such result.',
  'result.not-over': 'The trial is not over yet, so there is nothing to measure. End or stop it first.',
  'result.decided': 'The trial is decided. Its results stay as they were.',
  'result.told-measured': 'The result of “{title}” is there. It is yours to decide what becomes of it.',

  'result.beyond-chance':
    '{metric} came out {size} {way, select, up {higher} other {lower}} {design, select, split {with “{treated}” than with “{comparison}”} series {than where it was heading} switchback {with the change on than off} other {with the change than without it}}: {standing, select, better {better} other {worse}}, plausibly by {low} to {high}.',
  'result.unclear':
    'Too close to call: with the change, {metric} could be anything from {worse} worse to {better} better.',
  'result.less-than-worth':
    'Any improvement in {metric} is smaller than what is worth having ({worth}): from {worse} worse to {better} better is still possible.',
  'result.placebo.beyond-chance':
    '{metric} came out {size} {way, select, up {higher} other {lower}} with the change than without it: {standing, select, better {better} other {worse}} (p {p}; the smallest possible is {floor}).',
  'result.placebo.unclear':
    'Cannot tell: {metric} came out {size} {way, select, up {higher} other {lower}} with the change than without it, but chance alone could do that (p {p}; the smallest possible is {floor}).',
  'result.placebo.blind':
    'These sites cannot tell: {metric} came out {size} {way, select, up {higher} other {lower}} with the change than without it, but with so few sites even the clearest effect would have p = {floor}.',
  'result.guardrail-harm': '{guardrail} got worse by {size}, more than the {margin} that was allowed.',
  'result.guardrail-harm-range':
    '{guardrail} got worse by {size} (plausibly {low} to {high}), more than the {margin} that was allowed.',
  'result.looking-back': 'Looking back:',

  'result.worth.yes': 'Even the low end of what is plausible is worth having ({worth}).',
  'result.worth.no': 'That is less than what is worth having ({worth}).',
  'result.worth.unclear': 'Whether it reaches what is worth having ({worth}) is open.',
  'result.compared':
    '{treated, plural, one {One site} other {# sites}} with the change against {comparison, plural, one {one} other {#}} without it, {before, plural, one {one period} other {# periods}} before and {after, plural, one {one} other {#}} with it.',
  'result.compared-some':
    '{treated, number} of {allTreated, plural, one {# site} other {# sites}} with the change against {comparison, number} of {allComparison, number} without it, {before, plural, one {one period} other {# periods}} before and {after, plural, one {one} other {#}} with it; {lost, plural, one {the other one lacks} other {the others lack}} figures from before or after.',
  'result.no-interval.too-few-sites': 'With fewer than four sites on a side there is no interval.',
  'result.no-interval.no-variation': 'Sites do not differ within their group, so there is no interval.',
  'result.no-interval.smallest-p-above-level': 'So few sites rule nothing out, so there is no interval.',
  'result.plan-after': 'The plan was written after the data, so the grade can never be above B.',
  'result.plan-none': 'No plan was frozen before the data, so the grade can never be above B.',

  'result.refused.no-treated-sites': 'There is no answer: no site with the change has figures before and after it.',
  'result.refused.no-comparison-sites':
    'There is no answer: no site without the change has figures before and after it.',
  'result.refused.since-at-first-period':
    'There is no answer: the change is there from the first period, so nothing shows how it was before.',
  'result.refused.since-after-last-period': 'There is no answer yet: the figures end before the change starts.',
  'result.refused.one-site-per-group':
    'There is no answer: with one site on each side, anything else that struck one of them would look the same.',
  'result.refused.no-variation':
    'There is no answer: every site changed by exactly the same, those without the change too.',
  'result.remedy.no-treated-sites':
    'Check which sites are marked as having the change, and add their figures from before and after it.',
  'result.remedy.no-comparison-sites': 'Add sites that did not get the change, with figures for the same periods.',
  'result.remedy.since-at-first-period': 'Add periods from before the change, or correct since when it runs.',
  'result.remedy.since-after-last-period': 'Add the figures from the change on, or correct since when it runs.',
  'result.remedy.one-site-per-group': 'Add at least one more site; from four on each side there is an interval.',
  'result.remedy.no-variation': 'Look at the sheet: the figures may be copies of each other, or of another column.',

  'result.check.other': '{name}: {outcome, select, yes {passed} no {not passed} other {could not be checked}}',
  'result.check.other.detail': 'No more is known about this check.',
  'result.check.pre-trend':
    '{outcome, select, yes {Both groups moved together before} no {The groups moved apart before} other {Whether the groups moved together before is not known}}',
  'result.check.pre-trend.detail': 'Their slopes differ by {slope} a period (p {p}).',
  'result.check.pre-trend.too-few-periods':
    '{periods, plural, one {There is one period} other {There are # periods}} before the change; a trend takes three.',
  'result.check.pre-trend.too-few-sites': 'Too few sites have three figures before the change.',
  'result.check.pre-trend.smallest-p-above-level': 'With so few sites, no drift could be told from chance.',
  'result.check.outweighs-drift':
    '{outcome, select, yes {The effect is more than the drift before} no {A drift from before explains much of it} other {A drift from before cannot be ruled out}}',
  'result.check.outweighs-drift.detail':
    'Had the earlier drift gone on, it alone would have come to {bias}; the effect is {estimate}.',
  'result.check.outweighs-drift.open': 'It takes three periods before the change to see one.',
  'result.check.missing-values':
    '{outcome, select, yes {Little is missing} no {Much is missing, or more in one group} other {What is missing is not known}}',
  'result.check.missing-values.detail':
    '{none, select, yes {Every site has a figure in every period.} other {Missing: {treated} with the change, {comparison} without it.}}{dropped, plural, =0 {} one { One site has none on one side and is left out.} other { # sites have none on one side and are left out.}}',
  'result.check.enough-sites':
    '{outcome, select, yes {There are enough sites to tell} no {There are too few sites to tell} other {Whether there are enough sites is not known}}',
  'result.check.enough-sites.detail': '{treated} with the change, {comparison} without it.',
  'result.check.enough-sites.floor':
    '{treated} with the change, {comparison} without it: the smallest possible p is {floor}.',
  'result.check.variation':
    '{outcome, select, yes {Sites differ, as they do in life} no {Sites of a group all changed by exactly the same} other {Whether sites differ is not known}}',
  'result.check.variation.detail':
    '{outcome, select, yes {How much they differ is what the result is judged by.} other {There is no noise to judge by. Look for copied rows.}}',
  'result.check.no-single-site':
    '{outcome, select, yes {No site carries the result alone} no {One site carries the result} other {Whether one site carries the result is not known}}',
  'result.check.no-single-site.detail': 'Leave out any one site and it still comes out {range}.',
  'result.check.no-single-site.failed': 'Without {site} it would come out {without}.',
  'result.check.no-single-site.alone':
    '{site} alone {group, select, treated {has} other {is without}} the change: it carries the result.',
  'result.check.no-single-site.open': 'No site can be left out: each group has one.',
  'result.check.methods-agree':
    '{outcome, select, yes {A second method agrees} no {A second method disagrees} other {There is no second method to compare with}}',
  'result.check.methods-agree.detail':
    '{method, select, cr2 {The cluster-robust test} other {Rearranging the sites}} gives p {second}; the headline has p {p}.',
  'result.check.methods-agree.too-few-sites': 'For so few sites only the placebo test holds.',
  'result.check.methods-agree.no-variation':
    'Sites do not differ within their group, and without that only the placebo test holds.',
  'result.check.methods-agree.too-many-sites':
    'With so many sites, rearranging them takes too long, and the two methods can hardly differ.',
  'result.check.methods-agree.open': 'It was computed by one method alone.',
  'result.check.guardrail':
    '{outcome, select, yes {{name}: no harm seen} no {{name} got worse than allowed} other {{name}: cannot tell}}',
  'result.check.guardrail.detail':
    'It came out {size} ({range}); {margin} for the worse was allowed.{worse, select, yes { It did get a little worse.} other {}}',
  'result.check.guardrail.no-range': 'It came out {size} (no interval); {margin} for the worse was allowed.',
  'result.check.guardrail.refused': 'Its figures hold no answer.',
  'result.check.plan-unchanged':
    '{outcome, select, yes {The plan did not change} no {The plan was changed after it was frozen} other {Whether the plan changed is not known}}',
  'result.check.plan-unchanged.detail':
    '{versions, plural, one {It has one version.} other {It has # versions; all of them are shown.}}',
  'result.check.plan-tried-once':
    '{outcome, select, yes {No other plan was tried after a result} no {Several plans were tried after a result} other {Whether other plans were tried is not known}}',
  'result.check.plan-tried-once.detail':
    '{tries, plural, one {One version was} other {# versions were}} frozen when a result was there already. Whoever tries often enough finds an answer by chance.',

  'result.grade.pilot-randomised': 'The sites were drawn by lot: A at best.',
  'result.grade.pilot-chosen': 'Compared with other sites, but the sites were chosen, not drawn: B at best.',
  'result.grade.plan-after-data': 'The plan was written after the data: never above B.',
  'result.grade.no-frozen-plan': 'No plan was frozen before the data: never above B.',
  'result.grade.failed': '{check}: one grade down, to {to}.',
  'result.grade.untested': '{check}: nothing taken off, but it could not be checked.',
  'result.grade.other': '{code}: {to}.',

  'result.method.did-cr2': 'Difference in differences, cluster-robust (CR2)',
  'result.method.did-permutation': 'Difference in differences, permutation of sites',
  'result.method.did-placebo': 'Difference in differences, placebo permutation',
  'result.method.step.change': 'For each site, its mean with the change less its mean before: one number a site.',
  'result.method.step.difference':
    'The mean of those numbers with the change less their mean without it is the effect. It holds if both groups would otherwise have moved alike.',
  'result.method.step.did-cr2':
    'The {confidence} interval comes from how much sites differ, with Bell-McCaffrey degrees of freedom.',
  'result.method.step.did-permutation':
    'How unusual it is among {drawn, select, yes {{arrangements, number} random} other {all {arrangements, number}}} ways to choose the sites gives p; the effects it does not rule out make the {confidence} interval.',
  'result.method.step.did-placebo':
    'As if each of the others had been the one that changed: p is its place among {drawn, select, yes {{arrangements, number} random} other {all {arrangements, number}}} ways.',

  'result.how-large': 'How large is it? {metric}',
  'result.how-large-note':
    'In {unit}, for each {by, select, unit {unit} period {period} other {site and period}}. The bar holds every size that fits the data ({confidence}).',
  'result.how-large-bare':
    'In {unit}, for each {by, select, unit {unit} period {period} other {site and period}}. There is no interval.',
  'result.smallest-worth': 'smallest effect worth having: {size}',
  'result.size-up': '{size} higher',
  'result.size-down': '{size} lower',
  'result.range-up': '{low} to {high} higher',
  'result.range-down': '{low} to {high} lower',
  'result.range-both': '{low} lower to {high} higher',
  'result.lower-worse': 'lower (worse)',
  'result.higher-worse': 'higher (worse)',
  'result.higher-better': 'higher (better)',
  'result.lower-better': 'lower (better)',
  'result.no-interval': 'no interval',
  'result.no-range': 'no interval',
  'result.no-answer': 'Its figures hold no answer',
  'result.save-svg': 'Picture (SVG)',
  'result.save-csv': 'Figures (CSV)',
  'result.save-json': 'Everything (JSON)',
  'result.key-figures': 'Key figures',
  'result.all-sites': 'If all {sites} sites did this, {per}',
  'result.all-unclear':
    'What that would come to if all {sites} {by, select, unit {units} other {sites}} did this cannot be told: better and worse both fit the figures.',
  'result.better-by': '{size} better',
  'result.worse-by': '{size} worse',
  'result.range-across': '{worse} worse to {better} better',
  'result.each-day': 'a day',
  'result.each-week': 'a week',
  'result.each-month': 'a month',
  'result.each-quarter': 'a quarter',
  'result.each-year': 'a year',
  'result.each-period': 'a period',
  'result.share': 'Of what would have been without it',
  'result.guardrail-was-safe': 'No harm seen',
  'result.guardrail-was-harm': 'Harmed',
  'result.guardrail-was-unclear': 'Cannot tell',
  'result.guardrail-was-range': '{size} ({range}); {margin} for the worse was allowed',
  'result.guardrail-was-bare': '{size}, no interval; {margin} for the worse was allowed',
  'result.over-time': '{metric} over time',
  'result.over-time-note': 'Means of the sites. Thick lines are the two groups, thin lines single sites.',
  'result.over-time-means': 'Means of the sites: the share with a 1. Single sites say 0 or 1 and are not drawn.',
  'result.over-time-says':
    'Two groups over time: {treated, plural, one {one site} other {# sites}} with the change from {start} on went from {treatedBefore} to {treatedAfter}, {comparison, plural, one {one site} other {# sites}} without it from {comparisonBefore} to {comparisonAfter}.',
  'result.group-detail': '{count, plural, one {one site} other {# sites}}, mean {after}',
  'result.each-point': 'Each point is a mean over sites, from',
  'result.figures-count': '{count, plural, one {one figure} other {# figures}}',
  'result.how-computed': 'How this was computed',
  'result.published-in': 'Published in:',
  'result.made-by': 'By version {planVersion} of the plan, computed by Ratchet {codeVersion}. Plan and sheets:',
  'result.trust': 'Can you trust it?',
  'result.trust-lead': '{passed} of {total} checks passed. The grade is {grade}.',
  'result.why-grade': 'Why grade {grade}',
  'result.every-site': 'Every site, before and with the change',
  'result.every-site-note': 'Open dot: before. Full dot: with the change, or the same time without it.',
  'result.every-site-says':
    '{moved} of {treated, plural, one {one site} other {# sites}} with the change got better from before to after.',
  'result.left-out': '{count, plural, one {One site is} other {# sites are}} left out',
  'result.dropped-no-value': '{site} has no figure',
  'result.dropped-no-value-before': '{site} has none from before',
  'result.dropped-no-value-after': '{site} has none from the change on',
  'result.and-more': 'and {count} more',
  'result.figures': 'The figures',
  'result.figures-table': 'The figures, site by site',
  'result.figures-lead': 'Each with its group and the rows of the sheet it is from.',
  'result.show-figures': 'Show the figures',
  'result.figures-range': '{from, number} to {last, number} of {total, number}',
  'result.figures-before': 'Before',
  'result.figures-next': 'Next',
  'result.time': 'Time',
  'result.during': 'With the change',
  'result.value': 'Value',
  'result.rows': 'From',
  'result.rows-of': '{count, plural, one {row} other {rows}} {rows} of {sheet}',
  'result.no-row': 'no row',
  'result.computing': 'The result is being computed',
  'result.late': 'The result is late',
  'result.late-help':
    'It should have been there by now. Nothing is lost: measure again, and if that fails it says why.',
  'result.measure-now': 'Measure now',
  'result.others': 'Other results of this trial',
  'result.others-lead': 'Measured by other versions of the plan. They stay, so that nobody can choose one.',
  'result.by-plan': 'By version {version} of the plan',
  'result.by-plan-in-force': 'By version {version} of the plan, which is in force',
  'result.not-in-force': 'This result is by an earlier version of the plan',
  'result.to-newest': 'Look at the one that counts',
  'result.go-on-planning': 'Go on planning',
  'result.to-plan': 'The plan',
  'result.this-trial': 'This trial',
} as const

declare module '#platform/anywhere/message.ts' {
  interface Messages extends Record<keyof typeof resultEn, string> {}
}
