export const planEn = {
  'plan.none': 'This trial has no frozen plan yet.',
  'plan.saved-meanwhile':
    'Somebody has saved this plan since you opened it, perhaps you in another window. Nothing was overwritten; what you typed is still here and not saved yet. Choose which of the two stays.',
  'plan.changed-meanwhile': 'Somebody has frozen another version meanwhile. Nothing was changed; look at theirs first.',
  'plan.sheet-meanwhile': 'Somebody else brought a sheet at the same moment. Nothing was changed; send yours again.',
  'plan.too-many-versions':
    'This plan has {limit} versions, which is the most. Nothing was changed; decide by the plan as it is, or plan another trial.',
  'plan.looser-guardrail':
    'The trial is over, so the guardrail “{name}” stays, with a margin that is no wider. Nothing was changed; plan another trial without it.',
  'plan.not-finished':
    'The plan is not finished: {count, plural, one {one part is} other {# parts are}} missing. Everything you wrote is kept.',
  'plan.no-comparison':
    'Every site gets the change, so there is none to compare with. Nothing was frozen; take in sites that go without it.',
  'plan.no-treated':
    'No site gets the change, so there is nothing to measure. Nothing was frozen; choose which sites get it.',
  'plan.no-starts-yet':
    'In a plan made first the starts are still to come, so a column of yes and no cannot tell them. Nothing was frozen; choose a column that says for each site when it starts.',
  'plan.no-start':
    '“{site}” is to start with “{start}”, which is no period of the sheet, such as “{example}”. Nothing was frozen; write it as the sheet does, and leave it empty where the change does not come.',
  'plan.nobody-starts':
    'By this column no site ever starts, so there is nothing to measure. Nothing was frozen; choose another column.',
  'plan.same-start':
    'All sites start together ({start}), so nobody shows what would have been without it. Nothing was frozen; let some start later, or compare sites that get it with others that do not.',
  'plan.no-schedule':
    'The sheet has no period after its last figure, so it does not say when the change is to be on. Nothing was frozen; add a row for each period to come, with yes or no and no figure yet.',
  'plan.never-on':
    'By this column the change is never on, so there is nothing to measure. Nothing was frozen; choose another column or other values.',
  'plan.never-off':
    'By this column the change is always on, so there is nothing to compare with. Nothing was frozen; choose another column or other values.',
  'plan.window-cut':
    '“{site}” switches inside the window of {length} that begins with {period}. Nothing was frozen; say how many periods the change stays on or off at a time.',
  'plan.short-before':
    'There {count, plural, one {is # period} other {are # periods}} with a figure before the change, and a line through them needs {least} at least. Nothing was frozen; bring a longer history, choose shorter periods, or leave the season out.',
  'plan.short-after':
    'There {count, plural, one {is # period} other {are # periods}} with a figure since the change, and a line through them needs {least} at least. Nothing was frozen; wait for more, choose shorter periods, or take the forecast as the method.',
  'plan.same-arm': 'Both groups are called “{arm}”. Nothing was frozen; choose another one to compare with.',
  'plan.empty-arm':
    'Nobody is in the group “{arm}”. The column says: {found}. Nothing was frozen; choose one of these.',
  'plan.silent-arm':
    'Nobody in the group “{arm}” has a figure, so there is nothing to compare. Nothing was frozen; choose another group or another column.',
  'plan.units-in-both':
    '{count, plural, one {One is} other {# are}} in both groups, such as “{unit}”, and others, such as “{other}”, in one only. Either everyone is in one group, or everyone in both. Nothing was frozen; mend the table.',
  'plan.paired-kind':
    'Everyone is in both groups (such as “{unit}”), and is compared with themselves; that can be done with means only. Nothing was frozen; choose a measure that is a mean.',
  'plan.no-denominator':
    'This measure is one number over another. Nothing was frozen; choose the column that the figure is divided by.',
  'plan.no-quantile': 'This measure is a quantile. Nothing was frozen; say which, such as 0.5 for the median.',
  'plan.not-of-design': 'A plan of this kind of trial has no such part. Nothing was frozen; leave it out.',
  'plan.nothing-before':
    'There is no figure from before the change, so nobody can say where the sites came from. Nothing was frozen; choose a later start, or a sheet with a history.',
  'plan.outcomes-there':
    'The sheet already has figures from the time of the change, so this would be a look back and not a plan made first. Nothing was frozen; take the door “look back”, or a later start.',
  'plan.no-outcomes':
    'The sheet has no figure from the time of the change on, so there is nothing to look back on. Nothing was frozen; take the door “plan first”, or another start.',
  'plan.sites-lost':
    '{count, plural, one {One site would go: {site}.} other {# sites would go, among them {site}.}} Sites do not go silently. Nothing was frozen; name the ones that are taken out.',
  'plan.decided': 'This trial has been decided by its plan as it is. Nothing was changed.',
  'plan.not-running': 'Outcomes come while a trial runs, and this one does not. Nothing was added.',
  'plan.too-many-sheets': 'A trial takes {limit} sheets. Nothing was added; put the figures of several into one.',
  'plan.only-strangers':
    'None of its sites is in the plan (it has “{site}”, the plan “{planned}”). Nothing was added; are the names written differently?',
  'plan.other-periods':
    'Its periods are of another kind than those of the plan: days, weeks, months and plain numbers do not mix. Nothing was added; write them as in the first sheet.',
  'plan.too-many-periods':
    'Together the sheets would have more than {limit, number} periods, which is the most. Nothing was added; add days up to weeks or months.',
  'plan.no-figure': 'No sheet of this trial has a row for this site and period.',
  'plan.this': 'Plan',
  'plan.step.door': 'Which way',
  'plan.step.door-lead': 'Both are honest. They differ in what they can prove.',
  'plan.step.sheet': 'The table',
  'plan.step.sheet-lead.plan-first':
    'What was before the change: every site that takes part, with and without, and its figures up to now.',
  'plan.step.sheet-lead.look-back':
    'Everything: the time before the change and after it, the sites with it and without.',
  'plan.step.words': 'What is asked, and what counts',
  'plan.step.guardrails-lead':
    'Something else that the change could harm, such as complaints or errors. A result says whether it did.',
  'plan.reading': 'Reading the table with these columns',
  'plan.sheet': 'The table, as a file',
  'plan.cannot-read': 'The table cannot be read like that',
  'plan.part.question': 'Question',
  'plan.part.sheet': 'The table',
  'plan.part.site': 'The column that says where',
  'plan.part.period': 'The column that says when',
  'plan.part.value': 'The column with the figure',
  'plan.part.treated': 'Which sites get the change',
  'plan.part.since': 'First period with the change',
  'plan.part.metric': 'The measure',
  'plan.part.worth': 'A number above 0 for what is worth having, or nothing',
  'plan.part.guardrail': 'Name, column and margin of what must not get worse',
  'plan.part.unreadable': '{part}: it cannot be read in this table',
  'plan.part.reading': 'A table that can be read with these columns',
  'plan.part.no-comparison': 'Sites that go without the change, to compare with',
  'plan.part.nothing-before': 'Figures from before the change: a later start, or a table with a history',
  'plan.part.outcomes-there':
    'The way that fits the table: it has figures with the change, so look back, or take a table without them',
  'plan.part.no-outcomes':
    'The way that fits the table: it has no figure with the change yet, so plan first, or take a table with outcomes',
  'plan.part.other': 'Something else',
  'plan.question-help':
    'In one sentence, for example: “Do fewer patients miss their visit when the reminder comes at 18:00?”',
  'plan.main-measure': 'Main measure',
  'plan.worth-having': 'Worth having',
  'plan.worth-having-help':
    'The smallest improvement that would be worth the trouble, in the same unit. A result then says whether it was reached.',
  'plan.worth-said': '{amount} or more',
  'plan.worth-open': 'Nobody said; any improvement counts.',
  'plan.randomised': 'Lots were drawn for which sites get the change',
  'plan.randomised-help':
    'Only if chance alone decided. A list that somebody chose, for whatever reason, is not a draw.',
  'plan.guardrails': 'Must not get worse',
  'plan.no-guardrail': 'Nothing was named.',
  'plan.add-guardrail': 'Add what must not get worse',
  'plan.add-another-guardrail': 'Add another',
  'plan.remove-guardrail': 'Leave it out',
  'plan.guardrail-column': 'Its column',
  'plan.guardrail-name': 'What it is called',
  'plan.guardrail-better': 'Which way is better',
  'plan.guardrail-lower': 'Lower is better',
  'plan.guardrail-higher': 'Higher is better',
  'plan.guardrail-said-lower': '{name}: at most {margin} more (column “{column}”)',
  'plan.guardrail-said-higher': '{name}: at most {margin} less (column “{column}”)',
  'plan.margin': 'Worse by this much at most',
  'plan.margin-help': 'In the unit of its column. 0 means: not at all.',
  'plan.margin-of': '{name}: worse by this much at most',
  'plan.as-frozen': 'The plan, as it will be frozen',
  'plan.not-said': 'Not said yet',
  'plan.not-readable': 'Not readable yet',
  'plan.unfinished-guardrails': '{count, plural, one {One that is} other {# that are}} not finished yet',
  'plan.worth-apart':
    'What one unit is worth in money is no part of the plan. It stands with the measure and is taken from there when the gain is booked.',
  'plan.who-is-in': 'Who is in',
  'plan.sites-chosen':
    '{treated, plural, one {# site} other {# sites}} with the change, {comparison} without. They were chosen.',
  'plan.sites-drawn':
    '{treated, plural, one {# site} other {# sites}} with the change, {comparison} without. Lots were drawn.',
  'plan.starts': 'Change starts',
  'plan.starts-said': 'With {since}, which counts as changed.',
  'plan.figures-from': 'Figures from',
  'plan.written': 'Written',
  'plan.written-plan-first': 'Before the outcomes.',
  'plan.written-look-back': 'After the data. The headline of the result says so; never above grade B.',
  'plan.written-after': 'After the data, or when somebody could have seen them. Never above grade B.',
  'plan.written-too-early': 'Nothing to look back on yet: the table has no figure with the change.',
  'plan.written-open': 'Shows once the table can be read.',
  'plan.still-missing': 'Still missing',
  'plan.nothing-missing': 'Nothing is missing',
  'plan.nothing-missing-help': 'Read it once more at the end of this page, and freeze it there.',
  'plan.missing': '{count, plural, one {One part is} other {# parts are}} still missing.',
  'plan.freeze.plan-first': 'Freeze the plan',
  'plan.freeze.look-back': 'Freeze and measure',
  'plan.freeze-about': 'Frozen for good. A later change becomes version 2, and both stay readable.',
  'plan.freeze-ask.plan-first': 'Freeze this plan?',
  'plan.freeze-ask.look-back': 'Freeze this plan and look back?',
  'plan.freeze-help.plan-first':
    'Nobody can change it in place from then on, not even you. The trial then waits for its start.',
  'plan.freeze-help.look-back':
    'Nobody can change it in place from then on, not even you. The result is computed at once, stamped “written after the data”.',
  'plan.frozen-now.plan-first': 'The plan is frozen.',
  'plan.frozen-now.look-back': 'The plan is frozen.',
  'plan.saving': 'Saving …',
  'plan.kept': 'Kept as a draft,',
  'plan.overtaken': 'Somebody else has saved this plan meanwhile. First choose which of the two stays.',
  'plan.conflict': 'Somebody else has saved this plan meanwhile',
  'plan.conflict-differs': 'Perhaps it was you in another window. Yours is not saved yet. The two differ in:',
  'plan.conflict-help':
    '“Keep mine” saves everything as it stands here, in place of theirs. “Load theirs” drops what you typed since your last save.',
  'plan.keep-mine': 'Keep mine',
  'plan.load-theirs': 'Load theirs',
  'plan.wrong-door.look-back': 'This table holds outcomes already',
  'plan.wrong-door.plan-first': 'This table holds no outcomes yet',
  'plan.wrong-door-help.look-back':
    'It has figures from the time of the change, so a plan made now is a look back. Or the change starts later: then mend the first period with the change.',
  'plan.wrong-door-help.plan-first':
    'Its last figure is from before the change, so there is nothing to look back on. Or the change started earlier: then mend the first period with the change.',
  'plan.take-door.look-back': 'Look back instead',
  'plan.take-door.plan-first': 'Plan first instead',
  'plan.frozen': 'The plan, as it was frozen',
  'plan.after-data': 'Written after the data',
  'plan.after-data-look-back': 'The outcomes were there when this plan was written. It never counts above grade B.',
  'plan.after-data-first':
    'When this version was written, outcomes were there or could have been seen. It never counts above grade B.',
  'plan.frozen-by': 'Version {version}, frozen by {name},',
  'plan.fingerprint': 'Its fingerprint (SHA-256):',
  'plan.show-sites': '{count, plural, one {The # site by name} other {The # sites by name}}',
  'plan.versions': 'Every version',
  'plan.version-by': 'Version {version}, by {name}',
  'plan.difference': '{part}: {before} became {after}',
  'plan.nothing': 'nothing',
  'plan.by-lot': 'drawn by lot',
  'plan.by-choice': 'chosen',
  'plan.body.question': 'Question',
  'plan.body.metric': 'Main measure',
  'plan.body.worthHaving': 'Worth having',
  'plan.body.guardrails': 'Must not get worse',
  'plan.body.sheetId': 'Table',
  'plan.body.columns': 'Columns',
  'plan.body.since': 'Change starts',
  'plan.body.sites': 'Sites',
  'plan.body.isRandomised': 'How sites were found',
  'plan.body.seed': 'Seed of the draws',
  'plan.change': 'Freeze a new version',
  'plan.change-help':
    'The version in force stays readable for ever, beside the new one and your reason. Changing a plan after outcomes came lowers what it can prove.',
  'plan.take-sites-out': '{count, plural, =0 {Take sites out} one {# site is taken out} other {# sites are taken out}}',
  'plan.reason': 'Why is it changed?',
  'plan.reason-help': 'It stands beside the new version for ever.',
  'plan.freeze-version': 'Freeze version {version}',
  'plan.changed': 'The new version is frozen.',
  'plan.sheets': 'Its tables',
  'plan.later-wins': 'Where two have a figure for a site and period, the later one counts.',
  'plan.sheet-holds': '{rows} rows, {sites, plural, one {# site} other {# sites}}, {first} to {last}',
  'plan.sheet-outcomes': 'With outcomes.',
  'plan.sheet-history': 'History only.',
  'plan.outcomes': 'The next table, as a file',
  'plan.add-outcomes': 'Add outcomes',
  'plan.add-outcomes-lead': 'A table with the same columns. It may hold the new periods only, or everything up to now.',
  'plan.outcomes-added': 'The outcomes are in.',
  'plan.figures': 'The figures so far',
  'plan.does-not-fit': 'Not everything fits the plan',
  'plan.doubt.strangers':
    '{count, plural, one {One site is} other {# sites are}} in a table and not in the plan, such as “{site}”. {count, plural, one {It is} other {They are}} left out.',
  'plan.doubt.regrouped':
    '{count, plural, one {One site is} other {# sites are}} in the other group than the plan says, such as “{site}”. The plan counts.',
  'plan.doubt.silent':
    '{count, plural, one {One site of the plan has} other {# sites of the plan have}} no figure since the change started, such as “{site}”.',
  'plan.to-result': 'To the result',
  'plan.told-look-back': '{by} looked back at what “{title}” has done. Its result follows.',
} as const

declare module '#platform/anywhere/message.ts' {
  interface Messages extends Record<keyof typeof planEn, string> {}
}
