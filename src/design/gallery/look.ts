// Builds the gallery under the product's policy, photographs every page of it, and runs axe over each; to see a change to a part.
// node src/design/gallery/look.ts [page ...]

import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { build } from 'vite'

const built = join(tmpdir(), 'ratchet-gallery')
const shots = join(tmpdir(), 'ratchet-gallery-shots')
const types: Record<string, string> = { html: 'text/html', js: 'text/javascript', css: 'text/css', woff2: 'font/woff2' }
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const pages = process.argv.length > 2 ? process.argv.slice(2) : ['parts', 'charts', 'result', 'gains']

await build({ configFile: join(import.meta.dirname, 'vite.config.ts'), logLevel: 'warn' })

const server = createServer(async (request, response) => {
  const path = new URL(request.url ?? '/', 'http://gallery').pathname
  const name = path === '/' ? 'index.html' : path.slice(1)
  const body = await readFile(join(built, name)).catch(() => null)
  response.writeHead(body ? 200 : 404, { 'content-type': types[name.split('.').at(-1) ?? ''] ?? 'text/plain' })
  response.end(body)
})
await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
const address = server.address()
const origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/`

const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
})
let wrong = 0
try {
  for (const page of pages) {
    for (const [theme, language] of [
      ['light', 'en'],
      ['dark', 'de'],
    ] as const) {
      for (const width of [1440, 390]) await look(page, theme, language, width)
    }
  }
} finally {
  await browser.close()
  server.close()
}
process.stdout.write(wrong === 0 ? `Nothing wrong. Pictures: ${shots}\n` : `${wrong} wrong. Pictures: ${shots}\n`)
process.exitCode = wrong === 0 ? 0 : 1

async function look(name: string, theme: string, language: string, width: number): Promise<void> {
  const context = await browser.newContext({ viewport: { width, height: 900 } })
  const page = await context.newPage()
  page.on('pageerror', (error) => tell(`${name} ${theme} ${width}: ${error.message}`))
  page.on('console', (message) => message.type() === 'error' && tell(`${name} ${theme} ${width}: ${message.text()}`))
  await page.goto(`${origin}?page=${name}&theme=${theme}&lang=${language}`, { waitUntil: 'networkidle' })
  // As tall as its page, so that the bars of a phone stand at the end of the picture.
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  await page.setViewportSize({ width, height: width < 761 ? height : 900 })
  await page.screenshot({ path: join(shots, `${name}-${theme}-${width}.png`), fullPage: true })
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  if (wide > 0) tell(`${name} ${theme} ${width}: ${wide} pixels too wide`)
  // The numbers behind the pictures are checked too.
  for (const summary of await page.locator('summary').all()) await summary.click()
  await check(page, `${name} ${theme} ${width}`)
  await context.close()
}

async function check(page: Page, where: string): Promise<void> {
  // By the debugger, which the policy does not bind.
  const session = await page.context().newCDPSession(page)
  await session.send('Runtime.evaluate', { expression: axe })
  const answer = await session.send('Runtime.evaluate', {
    expression: `axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
      .then(({ violations }) => violations.flatMap((rule) => rule.nodes.map((node) => rule.id + ' ' + node.target + ' ' + (node.any[0]?.message ?? node.all[0]?.message ?? node.none[0]?.message ?? ''))))`,
    awaitPromise: true,
    returnByValue: true,
  })
  const found: unknown = answer.result.value
  if (!Array.isArray(found)) tell(`${where}: axe did not run`)
  else for (const violation of found) tell(`${where}: ${String(violation)}`)
}

function tell(what: string): void {
  wrong += 1
  process.stdout.write(`${what}\n`)
}
