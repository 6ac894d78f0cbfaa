import { ensureWebBuilt } from '../../scripts/build-web.ts'
import { findChromium } from './find-chromium.ts'

/** Before the first story: the pages are built, and there is a browser. */
export async function setup(): Promise<void> {
  findChromium()
  await ensureWebBuilt()
}
