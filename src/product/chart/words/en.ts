export const chartEn = {
  'chart.no-entry': 'There is no such entry on a chart.',
  'chart.only-baselines-end':
    'A frozen stretch needs its last period, and nothing else has one. Nothing was stored; mend it and save again.',
  'chart.ends-before': 'The stretch ends before it has begun. Choose a later last period.',
  'chart.effect-of-another':
    'Only a change starts new limits, and only a reason leaves a period out. Nothing was stored.',
  'chart.method-unfit': 'This chart does not fit the kind of this measure. Choose another one; nothing was changed.',
  'chart.set-meanwhile':
    'Somebody has changed how these charts are drawn since you opened them. Nothing was changed; look at them and choose again.',
  'chart.too-many-entries':
    'There are {limit} entries on the charts of this measure, as many as there may be. Take one back that counts no longer.',
  'chart.taken-back': 'Somebody has taken this back before you. Nothing was changed.',
  'chart.no-funnel':
    '“{name}” is neither a share nor a rate, so the size of a site says nothing about how far it may swing. Look at its wall of charts instead.',
  'chart.told-one': '{metric} at {sites} shows a change for the worse',
  'chart.told-many': '{metric} shows a change for the worse at {count} sites: {sites}',

  'chart.signal.outside':
    '{direction, select, above {Above the upper limit} below {Below the lower limit} other {Outside the limits}}',
  'chart.signal.shift':
    '{count} {every, select, day {days} week {weeks} month {months} quarter {quarters} gap {gaps} other {years}} in a row {direction, select, above {above} other {below}} the usual',
  'chart.signal.trend':
    '{count} {every, select, day {days} week {weeks} month {months} quarter {quarters} gap {gaps} other {years}} in a row {direction, select, rising {rising} other {falling}}',
  'chart.signal.two-of-three':
    'Two of three close to the {direction, select, above {upper} other {lower}} limit or beyond',
  'chart.signal.four-of-five': 'Four of five well {direction, select, above {above} other {below}} the usual',
  'chart.signal.alternating':
    '{count} {every, select, day {days} week {weeks} month {months} quarter {quarters} gap {gaps} other {years}} up and down in turn',
  'chart.signal.hugging':
    '{count} {every, select, day {days} week {weeks} month {months} quarter {quarters} gap {gaps} other {years}} unusually close to the middle',
  'chart.signal.avoiding':
    '{count} {every, select, day {days} week {weeks} month {months} quarter {quarters} gap {gaps} other {years}} in a row away from the middle',
  'chart.signal.long-run':
    'An unusually long run: {count} {every, select, day {days} week {weeks} month {months} quarter {quarters} gap {gaps} other {years}} in a row {direction, select, above {above} other {below}} the usual',
  'chart.signal.few-crossings': 'The figures change sides too seldom: something drifts or has shifted',

  'chart.wall': 'Control charts',
  'chart.all-sites': 'all sites together',
  'chart.since': '{every, select, day {since {when}} week {since the week of {when}} other {since {when}}}',
  'chart.in': '{every, select, day {on {when}} week {in the week of {when}} other {in {when}}}',
  'chart.period': '{every, select, week {Week of {when}} other {{when}}}',
  'chart.from-to': '{from} to {to}',
  'chart.sentence.steady-again': '{metric}, {place}: usually {low} to {high}; what stood out before is marked below.',
  'chart.sentence.steady': '{metric}, {place}: nothing but the usual variation, {low} to {high}.',
  'chart.sentence.run': '{metric}, {place}: nothing but the usual variation around {centre}.',
  'chart.sentence.shifted':
    '{metric}, {place}: usually {low} to {high}; {since} something changed {side, select, better {for the better} worse {for the worse} other {in its pattern}}.',
  'chart.sentence.shifted-bare':
    '{metric}, {place}: {since} something changed {side, select, better {for the better} worse {for the worse} other {in its pattern}}.',
  'chart.sentence.once':
    '{metric}, {place}: usually {low} to {high}; {in} it was {figure}, {side, select, better {better than chance explains} other {worse than chance explains}}.',
  'chart.sentence.provisional':
    '{metric}, {place}: {count, plural, one {# figure} other {# figures}} so far. From 12 on there are firm limits.',
  'chart.sentence.no-limits': '{metric}, {place}: these figures give no limits.',
  'chart.sentence.empty': '{metric}, {place}: no figures yet.',
  'chart.next.worse':
    'Next: whoever was there writes why. {name, select, none {Nobody looks after this measure yet.} other {{name} was asked.}}',
  'chart.next.better': 'Next: say what was done differently, so that it lasts and others can do it too.',
  'chart.next.pattern': 'Next: look at how the figures come about before you look for a cause.',
  'chart.next.steady':
    'A single figure up or down means nothing here. To get away from the usual, change something and try it out.',
  'chart.next.provisional': 'Wait for more figures before you read anything into single ones.',
  'chart.next.no-limits':
    '{reason, select, no_events {Nothing was counted. The gaps between rare events would say more.} all_events {Everything was counted. Chart what did not happen.} no_variation {All figures are the same, so any limit would be a guess.} other {There are too few figures.}}',
  'chart.next.empty': 'Bring figures, and the chart draws itself.',

  'chart.picture-title': '{place}',
  'chart.picture-note':
    'One dot for each {every, select, day {day} week {week} month {month} quarter {quarter} other {year}}. The solid line is the usual, the dotted ones hold what chance explains. Numbered marks are explained below.',
  'chart.picture-note-run':
    'One dot for each {every, select, day {day} week {week} month {month} quarter {quarter} other {year}}, around the median. Numbered marks are explained below.',
  'chart.picture-note-gaps':
    'One dot for each event: the higher it lies, the longer since the one before, {better, select, lower {and that is good} other {and that is bad}}. The solid line is the usual, the dotted ones hold what chance explains. Numbered marks are explained below.',
  'chart.picture-note-open': 'The last dot is the gap since the last event, which is not over yet.',
  'chart.gap.periods':
    '{every, select, day {days} week {weeks} month {months} quarter {quarters} other {years}} between two',
  'chart.gap.cases': 'cases between two',
  'chart.gap.exposure': 'between two',
  'chart.usual': 'usual {value}',
  'chart.limit': 'limit {value}',
  'chart.latest': 'last {value}',
  'chart.so-far': '{value} so far',
  'chart.limits-learnt': 'limits from these {count}',
  'chart.limits-frozen': 'limits frozen on these {count}',
  'chart.defined-anew': 'meaning changed',
  'chart.begun': '{kind}: {text}',
  'chart.going-on': '{from}, and it goes on',
  'chart.method.xmr': 'Chart of single values (XmR)',
  'chart.method.p': 'Chart of shares (p)',
  'chart.method.p-prime': 'Chart of shares that scatter more than chance (p′)',
  'chart.method.u': 'Chart of rates (u)',
  'chart.method.u-prime': 'Chart of rates that scatter more than chance (u′)',
  'chart.method.c': 'Chart of counts (c)',
  'chart.method.g': 'Rare cases: how many between two (g)',
  'chart.method.t': 'Rare events: how long between two (t)',
  'chart.method.run': 'Run chart: a median, no limits',
  'chart.rules.nhs': 'NHS',
  'chart.rules.western-electric': 'Western Electric',
  'chart.rules.nelson': 'Nelson',
  'chart.rules.anhoej': 'Anhøj: runs only',
  'chart.rules.outside': 'The limits alone',
  'chart.foot':
    '{method}; rules: {rules}. Limits learnt from {count, plural, one {# figure} other {# figures}}, {span}.',
  'chart.foot-provisional': 'Fewer than 12: they will still move.',
  'chart.foot-scatter':
    'The figures scatter {times} times as much as chance alone would make them, so the limits are that much wider.',
  'chart.foot-negative': 'A count below 0 is none, so single values are drawn.',
  'chart.foot-rare-gaps':
    'Most periods have no event at all: their number would lie on 0, so the gap from one event to the next is drawn.',
  'chart.foot-gaps-exposure': 'Gaps are counted in what the rate is divided by ({unit}).',
  'chart.foot-no-gaps':
    'There are no gaps to draw between events that are fewer than two, not whole or very many, so the figures themselves are drawn.',
  'chart.foot-missing': '{count, plural, one {# period has} other {# periods have}} no figure: {which}.',
  'chart.foot-late': 'Late: {which}.',
  'chart.foot-earlier':
    '{count, plural, one {# earlier dot counts} other {# earlier dots count}} and {count, plural, one {is} other {are}} not shown.',
  'chart.foot-rare':
    'So few events in a period that most of them are chance. Figures over longer periods, or the gaps between two events (choose them under “How it is drawn”), would say more.',
  'chart.foot-alone': 'A chart alone does not say why: a trial does.',
  'chart.aria':
    'Control chart of {metric}, {place}: {points} figures {from} to {to}. {said} {marks, plural, =0 {No signals.} one {# signal.} other {# signals.}}',

  'chart.column.period': 'Period',
  'chart.column.figure': 'Figure',
  'chart.column.parts': 'Made of',
  'chart.column.centre': 'Usual',
  'chart.column.low': 'Lower limit',
  'chart.column.high': 'Upper limit',
  'chart.column.begins': 'Begins here',
  'chart.column.signal': 'Signal',
  'chart.none': 'none',

  'chart.marks': 'What stands out',
  'chart.marks-none': 'Nothing stands out: what you see is the usual up and down.',
  'chart.marks-earlier': 'Show {count, plural, one {# earlier one} other {# earlier ones}}',
  'chart.no-reason': 'No reason yet.',
  'chart.asked': 'Asked: {name}.',
  'chart.written-by': '{name}, {day}.',
  'chart.left-out': 'Left out of the limits.',
  'chart.new-limits': 'New limits from here.',
  'chart.why': 'Write why',
  'chart.why-title': 'Why {in}?',
  'chart.why-label': 'What was different?',
  'chart.why-help': 'For example: “The lift was out of order for four days.” Everybody who sees this chart reads it.',
  'chart.why-leave-out': 'The cause is known and will not come again: leave it out of the limits',
  'chart.why-saved': 'Thank you. The reason stands on the chart.',
  'chart.save': 'Save',

  'chart.log': 'What happened here',
  'chart.log-empty':
    'Nothing is recorded yet. Record what is done differently, and when: so the chart can show whether it helped.',
  'chart.log-on-all': 'On all sites',
  'chart.kind.note': 'Reason',
  'chart.kind.change': 'Change',
  'chart.kind.baseline': 'Limits frozen',
  'chart.definition': 'Meaning changed, version {version}',
  'chart.taken': 'Taken back by {name}: “{reason}”',
  'chart.take-back': 'Take back',
  'chart.take-back-title': 'Take this back?',
  'chart.take-back-text': 'It counts no longer. It stays in the log together with your reason.',
  'chart.taken-now': 'Taken back. The chart is drawn without it.',

  'chart.record': 'Record a change',
  'chart.record-what': 'What is done differently?',
  'chart.record-what-help': 'For example: “Medicines are ordered the evening before.”',
  'chart.record-when': 'Since when?',
  'chart.record-where': 'Where?',
  'chart.record-new-limits': 'Start new limits from here',
  'chart.record-new-limits-help':
    'Only once the change is there to stay. Until then the old limits show whether it moved anything.',
  'chart.recorded': 'The change stands on the chart.',
  'chart.freeze': 'Freeze limits',
  'chart.freeze-lead':
    'Limits are learnt from this stretch and then stay, so that a change cannot hide in them. Twelve periods at least, twenty are good.',
  'chart.freeze-from': 'From',
  'chart.freeze-to': 'To',
  'chart.freeze-why': 'Why this stretch?',
  'chart.freeze-why-help': 'For example: “The year before we moved the desk.”',
  'chart.frozen': 'The limits are frozen on this stretch.',

  'chart.site': 'Site',
  'chart.choose-site': 'All sites together',
  'chart.rules': 'Rules',
  'chart.method': 'Chart',
  'chart.method-fitting': 'The one that fits',
  'chart.method-help.usual': 'Ratchet looks at the kind of the measure and at how its figures scatter.',
  'chart.method-help.rare':
    'For what seldom happens, such as a fall or a leak. In most periods there is none, so their number says little. Here each dot is one event, as high as it was long since the one before: when it becomes rarer, the dots rise.',
  'chart.look-only': 'You are looking at it with other rules. Everybody else sees: {rules}.',
  'chart.set': 'How it is drawn',
  'chart.set-lead': 'For everybody and every site of this measure, from now on. Earlier choices stay in the log.',
  'chart.set-saved': 'All charts of this measure are drawn like this now.',
  'chart.together': 'All sites together are',
  'chart.together.average': 'the average of the sites',
  'chart.together.sum': 'the sum of the sites',
  'chart.start-idea': 'Start an idea from this',
  'chart.plan-trial': 'Plan a trial',
  'chart.see-wall': 'All sites',
  'chart.see-site-wall': 'Everything measured at {place}',

  'chart.stand.worse': 'Worse',
  'chart.stand.pattern': 'Odd pattern',
  'chart.stand.no-limits': 'No limits',
  'chart.stand.provisional': 'Too few figures',
  'chart.stand.better': 'Better',
  'chart.stand.steady': 'Steady',
  'chart.stand.empty': 'No figures',
  'chart.wall-sentence':
    '{metric}: {worse, plural, =0 {no site got worse} one {# site got worse} other {# sites got worse}}, {better, plural, =0 {none got better} one {# got better} other {# got better}}, {steady, plural, =0 {none is steady} one {# is steady} other {# are steady}}.',
  'chart.site-sentence':
    '{place}: {worse, plural, =0 {nothing got worse} one {# measure got worse} other {# measures got worse}}, {better, plural, =0 {none got better} one {# got better} other {# got better}}, {steady, plural, =0 {none is steady} one {# is steady} other {# are steady}}.',
  'chart.wall-lead':
    'One small chart for each site, all on one scale. What needs attention comes first; this is no ranking, and what is steady differs by chance.',
  'chart.site-lead': 'One small chart for each measure. What needs attention comes first; each has a scale of its own.',
  'chart.wall-heading': '{count, plural, one {# chart} other {# charts}}',
  'chart.wall-empty': 'Nothing to draw yet',
  'chart.wall-empty-help': 'Once figures of this measure are in, each site gets its chart here.',
  'chart.wall-unit': 'Unit: {unit}.',
  'chart.wall-gaps': 'Where events are rare, the gaps between them are drawn, on a scale of their own.',
  'chart.site-empty-help': 'Once figures of this site are in, each measure gets its chart here.',
  'chart.wall-none-left': 'No chart fits this choice.',
  'chart.key-change': 'change starts',
  'chart.key-better': 'signal, better',
  'chart.key-worse': 'signal, worse',
  'chart.no-reason-yet': 'no reason yet',
  'chart.small-aria': '{name}: {said}. Last figure {figure}.',
  'chart.filter-stand': 'Show',
  'chart.filter-all': 'All',
  'chart.filter-kind': 'Kind of site',
  'chart.pages': 'Pages of the wall',
  'chart.page-of': 'Page {page} of {pages}',
  'chart.page-before': 'Before',
  'chart.page-next': 'Next',
  'chart.funnel': 'Small sites swing more',
  'chart.funnel-note':
    '{metric}, {from} to {to}, by size. Grey: where 95 in 100 sites would lie if all were alike; dotted: 998 in 1,000.',
  'chart.funnel-wide': 'The limits are widened because sites differ by more than chance.',
  'chart.funnel-foot': 'Whoever lies outside is asked, not blamed. Not a ranking: the order of the others is chance.',
  'chart.funnel-all': 'all sites {value}',
  'chart.funnel-size': 'counted from',
  'chart.funnel-aria':
    'Funnel plot of {count} sites. {far, plural, =0 {All of them lie inside the limits.} one {One lies outside: {names}.} other {# lie outside: {names}.}}',
  'chart.funnel-outside.far': 'outside 998 in 1,000',
  'chart.funnel-outside.near': 'outside 95 in 100: one in twenty is by chance',
  'chart.funnel-outside.none': 'inside',
  'chart.column.site': 'Site',
  'chart.column.size': 'Counted from',
  'chart.column.where': 'Where it lies',
} as const

declare module '#platform/anywhere/message.ts' {
  interface Messages extends Record<keyof typeof chartEn, string> {}
}
