// Builds the pages with Vite into dist/web, unless they are built from exactly this source.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const project = fileURLToPath(new URL('..', import.meta.url))
const out = join(project, 'dist/web')
const stamp = join(project, 'dist/web-built-from')

/** Builds when something changed. Compares names, sizes and times: a second start must not read every file. */
export async function ensureWebBuilt(): Promise<void> {
  const source = await fingerprint()
  if (existsSync(join(out, 'index.html')) && (await readText(stamp)) === source) return
  process.stderr.write('Building the pages ...\n')
  await buildPages()
  await compressAll(out)
  await writeFile(stamp, source)
}

/** In a process of its own: inside a test run NODE_ENV is "test", and React would be built for developers. */
async function buildPages(): Promise<void> {
  const args = ['node_modules/vite/bin/vite.js', 'build', '--config', 'vite.config.ts', '--logLevel', 'warn']
  const child = spawn(process.execPath, args, {
    cwd: project,
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 2, 2],
  })
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new Error('The pages could not be built; what is wrong stands above.')
}

async function fingerprint(): Promise<string> {
  const hash = createHash('sha256')
  hash.update((await readText(join(project, 'package-lock.json'))) ?? '')
  for (const path of ['vite.config.ts', ...(await filesIn('src'))]) {
    const { size, mtimeMs } = await stat(join(project, path))
    hash.update(`${path} ${size} ${mtimeMs}\n`)
  }
  return hash.digest('hex')
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(join(project, folder), { recursive: true, withFileTypes: true })
  return entries
    .filter(
      (entry) => entry.isFile() && /\.(tsx?|css|html|svg|json)$/.test(entry.name) && !/\.test\.ts$/.test(entry.name),
    )
    .map((entry) => join(entry.parentPath, entry.name).slice(project.length))
    .sort()
}

/** Beside each text file its `.br` and `.gz`, so that the server compresses nothing while people wait. */
async function compressAll(folder: string): Promise<void> {
  for (const name of await readdir(folder, { recursive: true })) {
    if (!/\.(js|css|html|svg)$/.test(name)) continue
    const content = await readFile(join(folder, name))
    await writeFile(join(folder, `${name}.gz`), await promisify(gzip)(content, { level: 9 }))
    await writeFile(
      join(folder, `${name}.br`),
      await promisify(brotliCompress)(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } }),
    )
  }
}

async function readText(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8')
  } catch {
    return null
  }
}
