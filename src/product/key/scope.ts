import { z } from 'zod'

/**
 * What a key can be given: rows of the rights table, in groups as people choose them. Written by hand and reviewed, as
 * a promise to programs; a test in `app/` holds it against the table. Not among them, on purpose: the rows of keys,
 * `person.manage`, which makes links, and `feed.manage`, which makes feeds, that would outlive a revoked key.
 */
export const scopeGroups = {
  figures: [
    'site.read',
    'metric.read',
    'measurement.read',
    'feed.read',
    'chart.read',
    'sheet.read',
    'measurement.add',
    'sheet.add',
    'site.manage',
    'metric.add',
    'metric.change',
    'metric.arrange',
    'metric.define',
    'chart.write',
    'chart.arrange',
  ],
  ideas: [
    'goal.read',
    'idea.read',
    'vote.read',
    'rule.read',
    'idea.write',
    'idea.edit',
    'idea.remove',
    'vote.cast',
    'idea.answer',
    'rule.use',
    'goal.write',
    'goal.edit',
  ],
  trials: [
    'trial.read',
    'plan.read',
    'diary.read',
    'look.read',
    'result.read',
    'decision.read',
    'roll-out.read',
    'outlook.read',
    'draw.read',
    'draw.make',
    'trial.plan',
    'diary.write',
    'result.measure',
    'result.share',
    'decision.take',
    'roll-out.run',
    'roll-out.report',
  ],
  gains: ['gain.read', 'gain.reverse', 'gain.confirm'],
  workspace: [
    'workspace.read',
    'person.read',
    'person.live',
    'team.read',
    'overview.read',
    'notice.own',
    'team.manage',
    'workspace.set',
  ],
} as const

export type ScopeGroup = keyof typeof scopeGroups
export type KeyScope = (typeof scopeGroups)[ScopeGroup][number]

export const allScopes: readonly KeyScope[] = Object.values(scopeGroups).flat()

export const KeyScope = z.enum(allScopes)

/** What most programs are for: enough to bring figures, and to look whether they have arrived. */
export const figureScopes: readonly KeyScope[] = ['site.read', 'metric.read', 'measurement.read', 'measurement.add']

/** Everything that only reads. */
export const readScopes: readonly KeyScope[] = allScopes.filter((scope) => scope.endsWith('.read'))
