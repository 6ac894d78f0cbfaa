import { writeFile } from 'node:fs/promises'
import { afterAll, afterEach, beforeAll } from 'vitest'
import { openBrowser, type TestBrowser } from './open-browser.ts'
import { type Product, startProduct } from './start-product.ts'

/** A product and a browser of its own for each story's file. */
export interface Stage {
  product: Product
  browser: TestBrowser
}

/**
 * Starts both before the first story of a file, and stops both after the last.
 * @param settings Of the product; a `beforeAll` that stands above may still fill them in.
 */
export function useStage(settings: Readonly<Record<string, string>> = {}): Stage {
  const stage = {} as Stage
  beforeAll(async () => {
    stage.product = await startProduct(settings)
    stage.browser = await openBrowser()
  })
  // What the browsers showed and the product said when a story failed: dist/stories, for whoever mends it.
  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail') return
    const path = `dist/stories/${task.name.replace(/\W+/g, '-').slice(0, 80)}`
    await stage.browser.picture(path)
    await writeFile(`${path}.log`, stage.product.output())
  })
  afterAll(async () => {
    await stage.browser?.close()
    await stage.product?.stop()
  })
  return stage
}
