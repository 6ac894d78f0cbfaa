/** What designs other than two groups of sites say of their results, and what stands beside any result. */
export const designsEn = {
  'result.points': 'percentage points',
  'result.no-winner': 'No winner can be named: the arms do not have the sizes that were planned.',
  'result.against-raw':
    'The bare figure {way, select, up {rose} other {fell}} all the same: it was on its way there already, and came out {way, select, up {lower} other {higher}} than where it was heading.',

  'result.compared.split':
    '{units, number} with “{treated}” ({treatedMean}) against {others, number} with “{comparison}” ({comparisonMean}).',
  'result.compared.paired':
    '{units, number} measured both ways: {treatedMean} with “{treated}”, {comparisonMean} with “{comparison}”.',
  'result.association':
    'Nobody drew lots, so this is an association: whatever else tells the two apart may be behind it.',
  'result.compared.staggered':
    '{sites, plural, one {One site} other {# sites}} in {waves, plural, one {one wave} other {# waves}}; each wave is compared with {with, select, never {the {never} that never start} other {those that have not started yet}}.{dropped, plural, =0 {} one { One site has gaps, or no time before, and is left out.} other { # sites have gaps, or no time before, and are left out.}}',
  'result.compared.wedge':
    '{sites, plural, one {One site} other {# sites}}, {rows, number} figures; each site is compared with itself, beside what all sites did in the same period.',
  'result.compared.switchback':
    '{on, plural, one {One window} other {# windows}} with the change against {off, plural, one {one} other {#}} without it, at {sites, plural, one {one site} other {# sites}}.{carried, plural, =0 {} one { One figure after a switch is left out.} other { # figures after a switch are left out.}}',
  'result.compared.before-after':
    '{before, plural, one {One period} other {# periods}} before against {after, plural, one {one} other {#}} from {since} on, held against where its own course was heading. Nothing shows what else happened at the same time.',
  'result.compared.synthetic':
    '{treated, plural, one {One site} other {The mean of # sites}} with the change against a mixture of {mixed, number} of {donors, number} others.',
  'result.no-interval.mixture':
    'A mixture of other sites gives no interval; p says how unusual the result is among them.',
  'result.no-interval.floor': 'So few units rule nothing out, so there is no interval.',
  'result.plan-after-series': 'The plan was written after the data.',

  'result.refused.no-noise': 'There is no answer: nothing varies, so nothing shows what chance can do.',
  'result.refused.too-few-donors': 'There is no answer: a mixture takes at least five other sites without a gap.',
  'result.refused.too-few-periods-before':
    'There is no answer: a mixture takes at least two periods before the change.',
  'result.refused.no-periods-after': 'There is no answer yet: the figures end before the change starts.',
  'result.refused.empty-arm': 'There is no answer: one of the two arms has no figure.',
  'result.refused.too-few-values': 'There is no answer: so few figures do not show how units differ.',
  'result.refused.no-denominator': 'There is no answer: what the figures are divided by adds up to 0.',
  'result.refused.denominator-near-zero':
    'There is no answer: what the figures are divided by could be 0, so the ratio could be anything.',
  'result.refused.not-resolvable': 'There is no answer: too many figures are the same to tell this quantile apart.',
  'result.refused.not-yes-or-no':
    'There is no answer: a share takes 0 or 1 for each unit, and other figures are there.',
  'result.refused.not-counts': 'There is no answer: a rate counts events, and other figures than whole ones are there.',
  'result.refused.describe-only': 'There is no answer: a series takes at least eight periods before and eight after.',
  'result.refused.no-events': 'There is no answer: on one side nothing was counted at all.',
  'result.refused.not-converged': 'There is no answer: no course fits these figures.',
  'result.refused.nothing-after': 'There is no answer yet: there is no figure from the change on.',
  'result.refused.not-determined': 'There is no answer: the periods before do not tell trend, season and change apart.',
  'result.refused.no-treated-units': 'There is no answer: no site starts within these periods.',
  'result.refused.no-comparison-units':
    'There is no answer: all sites start together, so nobody shows what would have been.',
  'result.refused.too-few-periods': 'There is no answer: a roll-out takes a time before and a time after.',
  'result.refused.no-effect':
    'There is no answer: no site with the change can be compared with one that does not have it yet.',
  'result.refused.one-unit':
    'There is no answer: a single site stands for a whole wave, so nothing shows what chance can do.',
  'result.refused.same-start':
    'There is no answer: all sites start together, so the change cannot be told from the time.',
  'result.refused.no-pair': 'There is no answer: no block has both a window with the change and one without it.',
  'result.refused.one-unit-each': 'There is no answer: one window on each side cannot be told from chance.',
  'result.refused.smallest-p-above-level': 'There is no answer: so few windows can show nothing.',
  'result.refused.single-unit-arm': 'There is no answer: one window on a side cannot be told from chance.',
  'result.remedy.no-noise': 'Look at the sheet: the figures may be copies of each other.',
  'result.remedy.too-few-donors': 'Add sites without the change that have a figure in every period.',
  'result.remedy.too-few-periods-before': 'Add periods from before the change; twelve make a mixture believable.',
  'result.remedy.no-periods-after': 'Add the figures from the change on, or correct since when it runs.',
  'result.remedy.empty-arm': 'Check which column names the arm, and whether its figures have come.',
  'result.remedy.too-few-values': 'Add more units.',
  'result.remedy.no-denominator': 'Check which column the figures are divided by.',
  'result.remedy.denominator-near-zero': 'Compare means instead, or add units whose denominator is not 0.',
  'result.remedy.not-resolvable': 'Compare means or shares instead.',
  'result.remedy.not-yes-or-no': 'Choose a column of 0 and 1, or compare means.',
  'result.remedy.not-counts': 'Choose a column of counts, or compare ratios.',
  'result.remedy.describe-only': 'Add periods; until then a control chart shows what can be seen.',
  'result.remedy.no-events': 'Add periods, or look at a chart of the time between events.',
  'result.remedy.not-converged': 'Try a simpler plan: no season, and a level that changes once.',
  'result.remedy.nothing-after': 'Add the figures from the change on.',
  'result.remedy.not-determined': 'Add periods from before, or leave the season out.',
  'result.remedy.no-treated-units': 'Check the column that says when each site starts, or add later periods.',
  'result.remedy.no-comparison-units': 'Add sites that start later, or never.',
  'result.remedy.too-few-periods': 'Add periods.',
  'result.remedy.no-effect': 'Add sites that start later, or never, with figures for the same periods.',
  'result.remedy.one-unit': 'Add sites to each wave.',
  'result.remedy.same-start': 'Add sites that start at another time, or compare two groups.',
  'result.remedy.no-pair': 'Check how many periods a window has, and how many windows were drawn together.',
  'result.remedy.one-unit-each': 'Add windows with the change and without it.',
  'result.remedy.smallest-p-above-level': 'Add windows with the change and without it.',
  'result.remedy.single-unit-arm': 'Add windows with the change and without it.',

  'result.check.sample-ratio':
    '{outcome, select, yes {The arms have the sizes that were planned} no {The arms do not have the sizes that were planned} other {Whether the arms have their planned sizes is not known}}',
  'result.check.sample-ratio.detail':
    '{treated, number} and {comparison, number} units (p {p}).{outcome, select, no { Something other than chance chose who was counted; find it before anything else.} other {}}',
  'result.check.sample-ratio.open': 'The plan does not say how many were meant for each arm.',
  'result.check.missing-values.share': 'Missing: {share}.',
  'result.check.methods-agree.sides':
    '{outcome, select, yes {Test and interval say the same about “no difference”.} no {Test and interval do not say the same about “no difference”: it is a close call.} other {It was computed by one method alone.}}',
  'result.check.adjusted':
    '{outcome, select, yes {What the past foretells was taken off} no {What the past foretells was not taken off} other {The past could not be used}}',
  'result.check.adjusted.detail': 'That took away {share} of the noise.',
  'result.check.adjusted.open': 'There are too few units, or they did not differ before.',
  'result.check.pre-trend.open': 'There is too little before the start to test it.',
  'result.check.pre-trend.test':
    '{effects, plural, one {One difference} other {# differences}} before the start, tested together: p {p}.',
  'result.check.all-compared':
    '{outcome, select, yes {There was always somebody to compare with} no {Some periods had nobody to compare with} other {Whether there was always somebody to compare with is not known}}',
  'result.check.all-compared.detail':
    '{effects, plural, one {One effect} other {# effects}} of a wave in a period{skipped, plural, =0 {} other {; # could not be computed}}.',
  'result.check.enough-orders':
    '{outcome, select, yes {There are enough orders to tell} no {There are too few orders to tell} other {Whether there are enough orders is not known}}',
  'result.check.floor': 'The smallest possible p is {floor}.',
  'result.check.steady':
    '{outcome, select, yes {The effect is steady} no {The effect changes with time} other {Whether the effect is steady is not known}}',
  'result.check.steady.detail': 'Whether it grows or fades with each period: p {p}.',
  'result.check.steady.open': 'There are too few periods with the change to tell.',
  'result.check.enough-windows':
    '{outcome, select, yes {There are enough windows to tell} no {There are too few windows to tell} other {Whether there are enough windows is not known}}',
  'result.check.enough-windows.detail':
    '{on, number} with the change, {off, number} without it: the smallest possible p is {floor}.',
  'result.check.enough-points':
    '{outcome, select, yes {There are enough periods} no {There are few periods} other {Whether there are enough periods is not known}}',
  'result.check.enough-points.detail':
    '{before, number} before and {after, number} after; to know how it moves by itself takes {least, number} on each side.',
  'result.check.residuals':
    '{outcome, select, yes {What is left over is noise} no {What is left over is more than noise} other {Whether what is left over is noise is not known}}',
  'result.check.residuals.detail':
    'Whether neighbouring periods err alike: p {p}.{outcome, select, no { A season may be missing from the plan.} other {}}',
  'result.check.residuals.open': 'There are too few periods to test it.',
  'result.check.memory-known':
    '{outcome, select, yes {How long a period is remembered is known} no {How long a period is remembered is not known} other {How long a period is remembered could not be checked}}',
  'result.check.memory-known.detail':
    'Neighbouring periods hang together by {size}.{outcome, select, no { So close to 1 the interval is too sure.} other {}}',
  'result.check.all-terms':
    '{outcome, select, yes {Trend, step and season can be told apart} no {Not everything can be told apart} other {Whether everything can be told apart is not known}}',
  'result.check.all-terms.detail':
    '{outcome, select, no {Left out: {left}.} other {Every part is determined by the figures.}}',
  'result.check.fit-before':
    '{outcome, select, yes {The mixture followed the site before} no {The mixture did not follow the site before} other {Whether the mixture followed the site before is not known}}',
  'result.check.fit-before.detail': 'It was off by {own} on average; such mixtures of the other sites by {usual}.',
  'result.check.enough-donors':
    '{outcome, select, yes {There are enough other sites to tell} no {There are too few other sites to tell} other {Whether there are enough other sites is not known}}',
  'result.check.enough-donors.detail':
    '{donors, plural, one {One other site} other {# other sites}}: the smallest possible p is {floor}.',
  'result.check.no-single-donor':
    '{outcome, select, yes {No other site carries the result alone} no {One other site carries the result} other {Whether one other site carries the result is not known}}',
  'result.check.no-single-donor.detail': 'Leave out any one of the mixture and it stays between {low} and {high}.',
  'result.check.no-single-donor.failed': 'Without {donor} in the mixture it would come out {without}.',
  'result.check.no-single-donor.open': 'None can be left out.',
  'result.check.negative-control':
    '{outcome, select, yes {What the change cannot move did not move} no {What the change cannot move has moved} other {Whether what the change cannot move has moved is not known}}',
  'result.check.negative-control.detail': 'The same analysis of it gives p {p}.',

  'result.grade.split-randomised': 'Chance decided who got the change: A at best.',
  'result.grade.split-chosen': 'Nobody drew lots for who got the change: B at best.',
  'result.grade.staggered-randomised': 'The order was drawn by lot: A at best.',
  'result.grade.staggered-chosen': 'Rolled out in waves, but the order was chosen, not drawn: B at best.',
  'result.grade.switchback-randomised': 'The schedule was drawn by lot: A at best.',
  'result.grade.switchback-chosen': 'Switched on and off, but the schedule was chosen, not drawn: B at best.',
  'result.grade.before-after': 'One series before and after, with nobody to compare with: C at best.',
  'result.grade.picked-at-extreme':
    'Picked for its bad figures, with fewer than 12 periods before and no others picked like it: such a place gets better by itself, so D.',

  'result.method.other': 'A method of an earlier version',
  'result.method.welch-windows': 'All windows with the change against all without it (Welch)',
  'result.method.welch': 'Difference of means (Welch)',
  'result.method.cuped': 'Difference of means, less what the past foretells (CUPED)',
  'result.method.winsorised': 'The same, with the highest figures capped',
  'result.method.proportion': 'Difference of shares (score or exact test)',
  'result.method.rate': 'Difference of rates of counts',
  'result.method.ratio': 'Difference of ratios of sums (delta method)',
  'result.method.quantile': 'Difference of quantiles (ranks)',
  'result.method.paired': 'Mean of the differences within units (paired t)',
  'result.method.group-time': 'Group-time effects of a roll-out in waves',
  'result.method.order-permutation': 'Group-time effects, permutation of the order',
  'result.method.wedge-cr2': 'Stepped wedge, cluster-robust (CR2)',
  'result.method.wedge-permutation': 'Stepped wedge, permutation of the order',
  'result.method.schedule-permutation': 'Switchback, permutation of the schedule',
  'result.method.its-quasi-poisson': 'Interrupted time series of counts (quasi-Poisson)',
  'result.method.its-poisson': 'Interrupted time series of counts (Poisson)',
  'result.method.its-reml': 'Interrupted time series with errors that remember (REML)',
  'result.method.its-prais-winsten': 'Interrupted time series (Prais-Winsten)',
  'result.method.its-newey-west': 'Interrupted time series (Newey-West errors)',
  'result.method.its-ols': 'Interrupted time series (least squares)',
  'result.method.local-level': 'Forecast of a level that wanders (state space)',
  'result.method.synthetic-control': 'Synthetic control',
  'result.method.synthetic-difference': 'Synthetic difference in differences',
  'result.method.step.unit': 'One figure for each unit: what was drawn is what is counted, never its rows.',
  'result.method.step.welch':
    'The {confidence} interval comes from how much units differ; the arms may scatter differently.',
  'result.method.step.cuped': 'What a unit’s figure from before foretells is taken off first: that leaves less noise.',
  'result.method.step.proportion':
    'The {confidence} interval is found from the score, so that it holds near 0 and 100 % too; with few events the test is exact.',
  'result.method.step.rate': 'Events over what they were counted over, judged as counts.',
  'result.method.step.ratio-of-sums':
    'Sum over sum in each arm; what belongs to one unit stays together, so that the {confidence} interval knows how both move.',
  'result.method.step.quantile': 'The quantile of each arm, and what the ranks around it allow.',
  'result.method.step.paired':
    'Each unit was measured both ways: one difference a unit, and the {confidence} interval comes from how they scatter.',
  'result.method.step.group-time':
    'For each wave and period: how much more it changed since just before its start than sites that do not have the change.',
  'result.method.step.never-with':
    'The effect is the average of these; sites that have the change already are never a comparison.',
  'result.method.step.sites-differ': 'The {confidence} interval comes from how much sites differ.',
  'result.method.step.orders':
    'How unusual it is among all orders in which these sites could have started gives p; the effects it does not rule out make the {confidence} interval.',
  'result.method.step.wedge': 'One effect beside every site and every period, taken to be the same at all times.',
  'result.method.step.blocks':
    'Within each site and block of windows: the mean with the change on less the mean with it off.',
  'result.method.step.schedules':
    'How unusual the average is among all schedules that could have been drawn gives p; the effects it does not rule out make the {confidence} interval.',
  'result.method.step.drawn-on':
    'The course of the time before is drawn on; the effect is how far the time after lies from it, a period.',
  'result.method.step.memory':
    'Errors of neighbouring periods hang together, and the {confidence} interval reckons with that.',
  'result.method.step.local-level':
    'A level that wanders is forecast from the time before; the effect is how far the time after lies from it.',
  'result.method.step.mixture':
    'Other sites are mixed so that they follow the site before the start; the effect is the gap after it.',
  'result.method.step.mixture-moves':
    'Other sites are mixed so that they move as the site did before the start, whatever their level; the effect is the gap after it.',
  'result.method.step.placebos': 'As if each of the others had been the one that changed: p is its place among them.',
  'result.method.step.ratio': 'At the start the rate became {ratio} times what it was heading for ({low} to {high}).',
  'result.method.step.dispersion': 'Counts scatter {times} times as widely as chance alone.',

  'result.explain': 'What does this mean?',
  'result.explain.estimate':
    'In these figures {metric} came out {size}. Had the same been tried again, chance would have given a somewhat different number.',
  'result.explain.range':
    'That is why there is a range: {range}. It holds every size that fits the figures. Of 100 ranges that are made like this, about {confidence} hold the true size.',
  'result.explain.both':
    '“No difference” lies inside the range. So these figures cannot say whether it helps. That is not the same as “it does nothing”: {better} better is still possible, and so is {worse} worse.',
  'result.explain.excluded':
    '“No difference” lies outside the range. So it is {side, select, better {better} other {worse}}, as far as figures can tell, and chance alone is a poor explanation.',
  'result.explain.chance':
    'There is no range here. Instead we ask how often chance alone would give something at least as large: in about {times, number} of 1,000 cases. With these figures it could never have been fewer than {floor, number}.',
  'result.explain.design.split':
    'Units with the change are compared with units without it. Where chance decided who is where, nothing but the change and chance can make them differ.',
  'result.explain.design.pilot':
    'Sites with the change are compared with sites without it, each with its own time before. What happened to all of them at the same time is taken off.',
  'result.explain.design.synthetic':
    'A mixture of other sites stands for what the site would have done without the change. It is as good as it followed the site before.',
  'result.explain.design.staggered':
    'Sites that have the change already are compared with sites that do not have it yet. What happened to all of them at the same time is taken off.',
  'result.explain.design.switchback':
    'The same sites are compared with themselves, with the change switched on and off. What is lasting about a site is taken off.',
  'result.explain.design.before-after':
    'The time after is compared with where the time before was heading. Whatever else happened at the same time looks like an effect.',
  'result.explain.grade':
    'The grade {grade} says how far to trust the comparison. It does not say whether the effect is large or good.',
  'result.explain.guardrails':
    '{count, plural, one {One other figure was watched} other {# other figures were watched}}, so that a gain here is not bought with harm there.',

  'result.beside': 'How much it takes to overturn it',
  'result.beside-lead': 'Other ways to ask the same. None of them replaces the result.',
  'result.beside.trends':
    '{holds, select, yes {What if the groups had drifted apart anyway? It stands up to {breakdown} times the largest drift before} other {What if the groups had drifted apart anyway?}}',
  'result.beside.trends.detail':
    'Before the start they parted by up to {step} from one period to the next. Had they parted as badly after it, anything would be possible from {range} ({units, plural, one {# site} other {# sites}} without a gap).',
  'result.beside.straight': 'What if the line from before had gone on?',
  'result.beside.straight.detail': 'Then it would come out {size}: {range}.',
  'result.beside.received': 'On those who really took it',
  'result.beside.received.detail':
    'The headline counts everybody as planned, because that is what adopting it gives. {hasShares, select, yes {{treated} took it where it was planned, {comparison} elsewhere. } other {}}On those who took it because of the plan it came out {size} ({range}).{weak, select, yes { The plan hardly moved who took it, so this says little.} other {}}',
  'result.beside.received.open': 'It cannot be told: the plan did not move who took it.',
  'result.beside.reading': 'It comes out {size}: {range}.',
  'result.beside.reading-bare': 'It comes out {size} (p {p}).',
  'result.beside.leave-one-out':
    '{turns, select, yes {One site can turn it round} other {No site carries the result alone}}',
  'result.beside.leave-one-out.detail':
    'Leave out any one site and it comes out {range}. Without {site} it moves most: {without}.',
  'result.also': 'Also looked at',
  'result.also-lead':
    'Exploratory: whoever looks at many measures finds one that moved by chance. Corrected for {count, plural, one {one measure} other {# measures}}. Hints for the next trial; none of them counts in the answer above.',
  'result.also-measure': 'Measure',
  'result.also-says': 'What it shows',
  'result.also.nothing': 'nothing beyond chance',
  'result.also.better': 'got better',
  'result.also.worse': 'got worse',
  'result.also.unread': 'no answer in these figures',
  'result.also-range': '{low} to {high}',
  'result.segments': 'Kinds of unit by themselves',
  'result.segments-lead':
    'Exploratory: whoever looks at many kinds finds a difference by chance. Corrected for {count, number} of them. A hint for the next trial, no finding of this one.',
  'result.segment': 'Kind',
  'result.segment-units': 'Units',
  'result.segment-effect': 'Effect',
  'result.segment-range': 'Range',
  'result.segment-p': 'p, corrected',
  'result.guardrails-together':
    '{held, select, yes {All {count, number} held. Each had to be shown by itself, so there is nothing to correct.} no {Not all held: one that is harmed is enough.} other {Not all could be shown to hold.}}',

  'result.units-all': 'If {units} units got this, all together',
  'result.two-arms': '{metric} in both arms',
  'result.two-arms-note':
    'Dot: the mean of an arm. Bar: what fits its own figures ({confidence}). The difference is judged above: two bars may overlap and still differ.',
  'result.two-arms-says': 'Two arms: “{treated}” at {treatedMean}, “{comparison}” at {comparisonMean}.',
  'result.arm': 'Arm',
  'result.arm-units': '{count, plural, one {# unit} other {# units}}',
  'result.by-time': 'By time since the start',
  'result.by-time-note':
    'Periods since each site started. Before that there should be no effect. Bars hold every size that fits the figures.',
  'result.by-time-says':
    'Effects by time since the start: {before, plural, =0 {none before it} one {one before it} other {# before it}}, {after, plural, one {one} other {#}} from it on; the last is {last}.',
  'result.since-start': 'Periods since the start',
  'result.effect': 'Effect',
  'result.low': 'From',
  'result.high': 'To',
  'result.change-starts': 'the change starts',
  'result.change-from': 'change starts, {period}',
  'result.waves': 'Who had it when',
  'result.waves-note': 'Each strip is a wave of sites; filled where they had the change.',
  'result.waves-says': '{waves, plural, one {One wave} other {# waves}} of sites, starting one after another.',
  'result.wave': '{sites, plural, one {# site} other {# sites}}, from {start}',
  'result.wave-never': '{sites, plural, one {# site} other {# sites}}, never',
  'result.wave-head': 'Wave',
  'result.wave-start': 'First period with the change',
  'result.wave-sites': 'Sites',
  'result.never': 'never',
  'result.on-off': '{metric} with the change on and off',
  'result.on-off-note':
    'Filled ground: the change was on. Lines: the mean of each stretch.{carried, plural, =0 {} other { Pale dots are left out: the window before may still have worked in them.}}',
  'result.on-off-says':
    '{sites, plural, one {One site} other {# sites}} switched on and off: mean {on} with the change, {off} without it.',
  'result.on': 'on',
  'result.off': 'off',
  'result.on-or-off': 'Change',
  'result.more-sites': '{count, plural, one {One more site is} other {# more sites are}} not drawn.',
  'result.what-happened': 'What happened, and what would have been',
  'result.what-happened-note':
    'Green: what happened. Grey: where it was heading, with what is plausible around it.{by, plural, =0 {} =1 {} other { Per {by, number} of what it was counted over.}}',
  'result.what-happened-says':
    'One series: {before, plural, one {# period} other {# periods}} before and {after, plural, one {# period} other {# periods}} with the change. At the end it stands at {last}; it was heading for {expected}.',
  'result.happened': 'what happened',
  'result.expected': 'where it was heading',
  'result.mixture': 'mixture of others',
  'result.against-mixture': '{metric}, and a mixture of other sites',
  'result.against-mixture-note': 'Green: the site with the change. Grey: the mixture that followed it before.',
  'result.against-mixture-says':
    'The site with the change and its mixture: together before, {gap} apart on average after the start.',
  'result.placebos': 'How unusual is the gap?',
  'result.placebos-note':
    'Green: the site less its mixture. Pale: every other site, taken as if it had been the one that changed.',
  'result.placebos-says':
    'The gap to the mixture among those of {count, number} other sites: on average {gap} after the start.',
  'result.gap': 'gap',
  'result.with-change': 'with the change',
  'result.weights': 'The mixture: {weights}.',

  'result.moved': 'What changed since the result before',
  'result.moved-from': 'Before, it came out {before}; now {after}.',
  'result.moved-no-answer-before': 'Before, the figures held no answer; now it comes out {after}.',
  'result.moved-no-answer-now': 'Before, it came out {before}; now the figures hold no answer.',
  'result.moved-still-none': 'Neither then nor now do the figures hold an answer.',
  'result.moved-grade': 'The grade went from {before} to {after}.',
  'result.moved-plan': 'The plan is version {after} instead of {before}.',
  'result.moved-data': 'The figures changed: {before, number} were used then, {after, number} now.',
  'result.moved-data-same': 'The figures are as many as before, and other sheets stand behind them.',
  'result.moved-code': 'Ratchet {after} computed it, {before} then.',
  'result.moved-nothing': 'Nothing that is counted changed.',
} as const
