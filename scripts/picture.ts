// npm run picture: takes the README's screenshot anew, of the real product with its sample.
import { mkdir } from 'node:fs/promises'
import { openBrowser } from '../e2e/harness/open-browser.ts'
import { setUp } from '../e2e/harness/set-up.ts'
import { startProduct } from '../e2e/harness/start-product.ts'
import { ensureChromium } from './ensure-programs.ts'

const folder = 'docs/guide/pictures'

ensureChromium()
await mkdir(folder, { recursive: true })
const product = await startProduct()
const browser = await openBrowser()
try {
  const { page } = await browser.visitor({ width: 1280, height: 960 })
  await setUp(page, product, { withSample: true })
  await page.goto(`${product.url}/w/sample-riverside/trials`)
  // The sample is made in the background while somebody looks around: both trials are decided when it is there.
  await page.getByText('Decided', { exact: true }).nth(1).waitFor({ timeout: 60_000 })
  await page
    .getByRole('link', { name: /licorice/i })
    .first()
    .click()
  await page.getByRole('heading', { level: 1, name: /Sore throats came out/ }).waitFor()
  await page.screenshot({ path: `${folder}/result.png` })
  console.log(`${folder}/result.png`)
} finally {
  await browser.close()
  await product.stop()
}
