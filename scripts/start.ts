// npm start: builds the pages if the source has changed since, then starts the product.
import { ensureWebBuilt } from './build-web.ts'

await ensureWebBuilt()
const { run } = await import('../src/app/run.ts')
await run(process.env)
