import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { findChromium } from './find-chromium.ts'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

export interface Visitor {
  page: Page
  context: BrowserContext
  /** Fails the story when the page broke the content-security policy, logged an error, or had a defect. */
  expectCalm(): void
  /** Runs axe in light and dark, on a desk and a phone, and fails with what it found. */
  expectAccessible(): Promise<void>
}

export interface TestBrowser {
  /** Somebody with a browser of their own: no cookie in common with the others. */
  visitor(options?: { width?: number; height?: number; language?: string; mayFail?: RegExp }): Promise<Visitor>
  /** Saves what every open page shows, as `path-1.png` and so on. */
  picture(path: string): Promise<void>
  close(): Promise<void>
}

export async function openBrowser(): Promise<TestBrowser> {
  const browser = await chromium.launch({
    executablePath: findChromium(),
    // As root there is no sandbox; the rest keeps the browser from calling home.
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
  return {
    async visitor({ width = 1440, height = 900, language = 'en-GB', mayFail } = {}) {
      const context = await browser.newContext({
        viewport: { width, height },
        locale: language,
        timezoneId: 'Europe/Berlin',
        reducedMotion: 'reduce',
      })
      context.setDefaultTimeout(15_000)
      const page = await context.newPage()
      const trouble: string[] = []
      page.on('console', (message) => {
        if (message.type() === 'error' && !isExpected(message.text(), mayFail)) trouble.push(message.text())
      })
      page.on('pageerror', (error) => trouble.push(String(error)))
      await context.addInitScript(() => {
        document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
          console.error(`policy violation: ${violatedDirective} ${blockedURI} ${sample}`)
        })
      })
      return {
        page,
        context,
        expectCalm() {
          if (trouble.length > 0) throw new Error(`The page had trouble:\n${trouble.join('\n')}`)
        },
        expectAccessible: () => expectAccessible(page),
      }
    },
    async picture(path) {
      const pages = browser.contexts().flatMap((context) => context.pages())
      for (const [index, page] of pages.entries())
        await page.screenshot({ path: `${path}-${index + 1}.png`, fullPage: true })
    },
    close: () => browser.close(),
  }
}

/** The browser itself reports refused calls as errors; a story that expects refusals names them. */
function isExpected(text: string, mayFail: RegExp | undefined): boolean {
  const isRefusal = /Failed to load resource: the server responded with a status of (401|403|404|409|413|422|429)/.test(
    text,
  )
  return isRefusal && (mayFail ?? /401/).test(text)
}

async function expectAccessible(page: Page): Promise<void> {
  const size = page.viewportSize()
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  const found: string[] = []
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 900 })
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      const cdp = await page.context().newCDPSession(page)
      // axe goes in by the debugger: a script tag would break the very policy that the story watches.
      await cdp.send('Runtime.evaluate', { expression: axeSource })
      const { result } = await cdp.send('Runtime.evaluate', {
        expression: 'axe.run().then((results) => JSON.stringify(results))',
        awaitPromise: true,
      })
      const { violations } = JSON.parse(String(result.value)) as AxeResults
      for (const { id, help, nodes } of violations)
        found.push(
          `${width} px, ${colorScheme}: ${id} (${help})\n    ${nodes
            .map(({ html, failureSummary }) => `${html}\n      ${failureSummary}`)
            .slice(0, 3)
            .join('\n    ')}`,
        )
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      if (overflow > 1) found.push(`${width} px: the page is ${overflow} px wider than the screen`)
      await cdp.detach()
    }
  }
  await page.emulateMedia({ colorScheme: null })
  if (size) await page.setViewportSize(size)
  if (found.length > 0) throw new Error(`Not accessible at ${page.url()}:\n  ${found.join('\n  ')}`)
}
