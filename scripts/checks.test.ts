import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { forbiddenImports } from './forbidden-imports.ts'
import { literalTextIn } from './literal-text.ts'

/** A check that has never caught anything is not trusted: here each gets what it must catch. */
describe('a planted import', () => {
  let home: string
  const files: Record<string, string> = {
    'src/lib/stats/sum.ts': 'export const sum = 1',
    'src/lib/flags/flag.ts': "import { sum } from '../stats/sum.ts'\nexport const flag = sum",
    'src/lib/stats/clock.ts': "import { hrtime } from 'node:process'\nexport const now = hrtime",
    'src/product/goal/goal.ts': "import { trial } from '#product/trial/trial.ts'\nexport const goal = trial",
    'src/product/trial/trial.ts': 'export const trial = 1',
    'src/product/trial/trial-store.ts': "import { sql } from 'kysely'\nexport const store = sql",
    'src/product/trial/ui/Trial.tsx': "import { store } from '../trial-store.ts'\nexport const Trial = () => store",
    'src/product/trial/trial-api.ts': "import { store } from './trial-store.ts'\nexport const api = store",
    'src/platform/live.ts': "import { goal } from '#product/goal/goal.ts'\nexport const live = goal",
    'src/product/gadget/gadget.ts': "import { gain } from '../gain/gain.ts'\nexport const gadget = gain",
    'src/product/goal/goal-api.ts': "import { readFileSync } from 'node:fs'\nexport const api = readFileSync",
    'src/product/gain/gain.ts': "import { sql } from 'kysely'\nexport const gain = sql",
  }

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'ratchet-planted-'))
    for (const [name, text] of Object.entries(files)) {
      await mkdir(dirname(join(home, name)), { recursive: true })
      await writeFile(join(home, name), text)
    }
    for (const name of ['package.json', 'tsconfig.json']) await cp(name, join(home, name))
    await symlink(join(process.cwd(), 'node_modules'), join(home, 'node_modules'))
  })
  afterAll(() => rm(home, { recursive: true, force: true }))

  test('is caught by its rule', async () => {
    const { forbidden } = await forbiddenImports(home)
    const rules = [
      'src/lib/flags/flag.ts -> src/lib/stats/sum.ts: lib-is-pure',
      'story-order-goal',
      'src/platform/live.ts -> src/product/goal/goal.ts: platform-knows-no-product',
      'src/product/trial/ui/Trial.tsx -> src/product/trial/trial-store.ts: browser-parts-stay-in-the-browser',
      'src/product/trial/trial-api.ts -> src/product/trial/trial-store.ts: rules-do-no-io',
      'src/product/gain/gain.ts -> .*kysely.*: sql-only-in-stores',
      'src/lib/stats/clock.ts -> .*process: lib-is-pure',
      'src/product/goal/goal-api.ts -> fs: no-node-in-rules',
      'src/product/gadget/gadget.ts -> .*: noun-is-in-the-story',
    ]
    for (const rule of rules) expect(forbidden.join('\n')).toMatch(new RegExp(rule))
  })
})

describe('literal text in a page', () => {
  test.each([
    ['<p>Hello there</p>', 'Hello there'],
    ['<Button title="Save it" />', 'Save it'],
    ['<Field label={isNew ? "New one" : t("x")} />', 'New one'],
    ['<p>{count > 1 && "Many of them"}</p>', 'Many of them'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: source that is looked at, not run
    ['<img alt={`Picture of ${name}`} />', 'Picture of'],
    ['<Input placeholder="Your name" />', 'Your name'],
  ])('%s is refused', (jsx, text) => {
    expect(literalTextIn('planted.tsx', `export const Planted = () => ${jsx}`).join()).toContain(text)
  })

  test.each(["<p>{t('idea.none')}</p>", '<a href="/ideas" className="wide">{title}</a>', '<Row gap="2">–</Row>'])(
    '%s is fine',
    (jsx) => {
      expect(literalTextIn('fine.tsx', `export const Fine = () => ${jsx}`)).toEqual([])
    },
  )
})
