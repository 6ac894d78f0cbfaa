/**
 * The import rules of the house (ARCHITECTURE.md). No suppression file: a broken rule is mended or changed by a
 * decision record.
 */
const test = '\\.test\\.ts$|\\.calibration\\.ts$|/testing/|\\.spec\\.ts$'

/** The nouns in the order of the story: each may import only those before it. */
const story = [
  'account',
  'workspace',
  'team',
  'person',
  'notice',
  'key',
  'site',
  'metric',
  'sheet',
  'measurement',
  'feed',
  'chart',
  'outlook',
  'draw',
  'goal',
  'idea',
  'vote',
  'rule',
  'trial',
  'plan',
  'diary',
  'result',
  'look',
  'decision',
  'roll-out',
  'gain',
  'overview',
]

const forward = story.flatMap((noun, place) => {
  const later = story.slice(place + 1)
  if (later.length === 0) return []
  return [
    {
      name: `story-order-${noun}`,
      comment: `${noun} may not know a noun that comes later in the story: emit an event, or compose in pages/.`,
      severity: 'error',
      from: { path: `^src/product/${noun}/`, pathNot: test },
      to: { path: `^src/product/(${later.join('|')})/` },
    },
  ]
})

module.exports = {
  forbidden: [
    ...forward,
    {
      name: 'no-cycle',
      comment: 'No file may import itself through others.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'noun-is-in-the-story',
      comment: 'A new noun needs its place in the story order (this file, and a decision record).',
      severity: 'error',
      from: { path: '^src/product/', pathNot: `^src/product/(${story.join('|')})/` },
      to: {},
    },
    {
      name: 'lib-is-pure',
      comment: 'lib/ imports only its own folder: no packages, no clock, no I/O.',
      severity: 'error',
      from: { path: '^src/lib/([^/]+)/', pathNot: test },
      to: { pathNot: '^src/lib/$1/' },
    },
    {
      name: 'platform-knows-no-product',
      comment: 'platform/ and design/ serve every noun and know none.',
      severity: 'error',
      from: { path: '^src/(platform|design)/', pathNot: test },
      to: { path: '^src/(product|pages|app)/' },
    },
    {
      name: 'nobody-imports-app',
      comment: 'app/ is wiring: it imports everything, nothing imports it.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/app/', test] },
      to: { path: '^src/app/' },
    },
    {
      name: 'only-app-imports-pages',
      comment: 'A page is opened by a route, never by another part.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(app|pages)/' },
      to: { path: '^src/pages/' },
    },
    {
      name: 'routes-jobs-and-policies-are-private',
      comment:
        "From another noun: <noun>.ts, -api.ts, -store.ts and its parts. Routes, jobs and policy rows are the noun's own.",
      severity: 'error',
      from: { path: '^src/product/([^/]+)/', pathNot: test },
      to: { path: '^src/product/[^/]+/[^/]+-(routes|jobs|policy)\\.ts$', pathNot: '^src/product/$1/' },
    },
    {
      name: 'rules-do-no-io',
      comment: '<noun>.ts, -api.ts and -policy.ts run anywhere: from platform/ they use anywhere/ only.',
      severity: 'error',
      from: { path: '^src/product/([^/]+)/\\1(-api|-policy)?\\.ts$' },
      to: {
        path: [
          '^src/platform/(?!anywhere/)',
          '-(store|routes|jobs)\\.ts$',
          '^src/design/',
          '(^|/)node_modules/(kysely|pg|fastify)/',
        ],
      },
    },
    {
      name: 'anywhere-runs-anywhere',
      comment: 'platform/anywhere/ knows neither Node nor the browser.',
      severity: 'error',
      from: { path: '^src/platform/anywhere/', pathNot: test },
      to: { pathNot: ['^src/platform/anywhere/', '(^|/)node_modules/(zod|@lingui|@noble/hashes)'] },
    },
    {
      name: 'no-node-in-rules',
      comment: '<noun>.ts, -api.ts and -policy.ts run in the browser too, which knows nothing of Node.',
      severity: 'error',
      from: { path: '^src/product/([^/]+)/\\1(-api|-policy)?\\.ts$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no-node-in-the-browser',
      comment: 'The browser knows nothing of Node.',
      severity: 'error',
      from: {
        path: '^src/(design/|pages/|platform/(anywhere|browser)/|app/web/|product/[^/]+/ui/)',
        pathNot: ['/gallery/(look|vite\\.config)\\.ts$', test],
      },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'browser-parts-stay-in-the-browser',
      comment:
        'ui/, pages/ and design/ use platform/anywhere and platform/browser, never a store, a route, Kysely or Fastify.',
      severity: 'error',
      from: { path: '^src/(product/[^/]+/ui/|pages/|design/|app/web/)', pathNot: test },
      to: {
        path: [
          '^src/platform/(?!anywhere/|browser/)',
          '-(store|routes|jobs)\\.ts$',
          '(^|/)node_modules/(kysely|pg|fastify|pg-boss)/',
        ],
      },
    },
    {
      name: 'node-imports-no-tsx',
      comment: 'Node does not load .tsx: what it runs may not import one.',
      severity: 'error',
      from: { path: '\\.ts$', pathNot: ['^src/app/web/', '/ui/', '^src/(pages|design|platform/browser)/', test] },
      to: { path: '\\.tsx$' },
    },
    {
      name: 'sql-only-in-stores',
      comment: 'SQL stands in *-store.ts, platform/ and migrations/.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['-store\\.ts$', '^src/platform/', test] },
      to: { path: '(^|/)node_modules/(kysely|pg)/' },
    },
    {
      name: 'web-framework-only-in-http',
      comment: 'Only platform/http and app/ know the web framework.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/platform/http/', '^src/app/', test] },
      to: { path: '(^|/)node_modules/(fastify|@fastify)/' },
    },
    {
      name: 'production-imports-no-test',
      comment: 'Production code never imports a test, a fake or testing/.',
      severity: 'error',
      from: { path: '^src/', pathNot: test },
      to: { path: test },
    },
    {
      name: 'no-unresolved',
      comment: 'Every import leads somewhere.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    moduleSystems: ['es6'],
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['\\.css$', '^node_modules/@types/'] },
  },
}
