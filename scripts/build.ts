// npm run build: builds the pages, for a start that must not (a container, a service).
import { ensureWebBuilt } from './build-web.ts'

await ensureWebBuilt()
