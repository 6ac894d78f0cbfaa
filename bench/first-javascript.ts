import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type BrowserContext, chromium } from 'playwright-core'
import { findChromium } from '../e2e/harness/find-chromium.ts'
import { ensureWebBuilt } from '../scripts/build-web.ts'
import { closeAll, setUp } from '../scripts/torture/people.ts'
import { type Product, placeProduct } from '../scripts/torture/product.ts'
import type { Benchmark, Figure } from './benchmark.ts'

const webFolder = fileURLToPath(new URL('../dist/web/', import.meta.url))
const mostBytes = 170_000
const aimBytes = 150_000

/** What a browser really asks for, not what the bundler's list says: a language or a frame that is fetched at once counts. */
export const firstJavascript: Benchmark = {
  name: 'first-javascript',
  says: 'scripts that Chromium loads until a page can be read, compressed',
  async run() {
    await ensureWebBuilt()
    const product = await placeProduct('bench')
    const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox', '--disable-gpu'] })
    try {
      product.launch()
      await product.untilReady(60_000)
      const people = await setUp(product)
      const [, secret = ''] = people.owner.cookie?.split('=') ?? []
      closeAll(people)
      const stranger = await browser.newContext({ locale: 'en-GB' })
      const signed = await browser.newContext({ locale: 'en-GB' })
      await signed.addCookies([
        { name: '__Host-ratchet', value: secret, domain: 'localhost', path: '/', secure: true, httpOnly: true },
      ])
      return [
        await figureOf('entry page, a stranger (/sign-in)', stranger, product, '/sign-in', mostBytes),
        await figureOf('a workspace (/w/:slug)', signed, product, people.at, mostBytes),
        await figureOf('straight to the ideas (/w/:slug/ideas)', signed, product, `${people.at}/ideas`),
        await figureOf('straight to the trials (/w/:slug/trials)', signed, product, `${people.at}/trials`),
        await figureOf('straight to the ledger (/w/:slug/gains)', signed, product, `${people.at}/gains`),
      ]
    } finally {
      await browser.close()
      await product.remove()
    }
  },
}

async function figureOf(
  what: string,
  context: BrowserContext,
  { url }: Product,
  path: string,
  most?: number,
): Promise<Figure> {
  const page = await context.newPage()
  const loaded: string[] = []
  page.on('requestfinished', (request) => {
    const { pathname } = new URL(request.url())
    if (pathname.endsWith('.js') && !loaded.includes(pathname)) loaded.push(pathname)
  })
  await page.goto(`${url}${path}`)
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  const first = loaded.length
  await page.waitForLoadState('networkidle')
  await page.close()
  const files = await Promise.all(loaded.map(sizeOf))
  const [gzip, brotli] = [total(files.slice(0, first), 'gzip'), total(files.slice(0, first), 'brotli')]
  return {
    what,
    measured: `${inKb(gzip)} gzip, ${inKb(brotli)} brotli, ${first} files`,
    ...(most ? { promise: `at most ${inKb(most)} gzip, ${inKb(aimBytes)} the aim`, isKept: gzip <= most } : {}),
    notes: [
      ...largestOf(files.slice(0, first)),
      ...files.slice(first).map((file) => `${lineOf(file)}  later, once the page can be read`),
    ],
  }
}

/** Worth a line of its own, in bytes of gzip. */
const notable = 1_000

function largestOf(files: readonly File[]): string[] {
  const large = files.filter(({ gzip }) => gzip >= notable).toSorted((a, b) => b.gzip - a.gzip)
  const small = files.filter(({ gzip }) => gzip < notable)
  const rest = { name: `and ${small.length} smaller ones`, raw: total(small, 'raw'), gzip: total(small, 'gzip') }
  return [...large, { ...rest, brotli: total(small, 'brotli') }].map(lineOf)
}

interface File {
  name: string
  raw: number
  gzip: number
  brotli: number
}

async function sizeOf(pathname: string): Promise<File> {
  const path = join(webFolder, pathname)
  const [raw, gzip, brotli] = await Promise.all([stat(path), stat(`${path}.gz`), stat(`${path}.br`)])
  return { name: pathname, raw: raw.size, gzip: gzip.size, brotli: brotli.size }
}

function total(files: readonly File[], which: 'raw' | 'gzip' | 'brotli'): number {
  return files.reduce((sum, file) => sum + file[which], 0)
}

function lineOf({ name, raw, gzip, brotli }: File): string {
  return `${name.padEnd(44)} ${inKb(gzip).padStart(9)} gzip ${inKb(brotli).padStart(9)} brotli ${inKb(raw).padStart(9)} raw`
}

function inKb(bytes: number): string {
  return `${(bytes / 1_000).toFixed(1)} kB`
}
