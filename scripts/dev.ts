// npm run dev: the server restarts and the pages reload when a file changes. Open http://localhost:5173.
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { createServer } from 'vite'

const project = fileURLToPath(new URL('..', import.meta.url))
const port = process.env['PORT'] ?? '3000'
process.env['RATCHET_API'] = `http://localhost:${port}`

// Links that the server prints lead to the pages that reload.
const server = spawn(process.execPath, ['--watch', '--watch-preserve-output', 'src/app/cli.ts', 'start'], {
  cwd: project,
  stdio: 'inherit',
  env: { LOG_LEVEL: 'info', PUBLIC_URL: 'http://localhost:5173', ...process.env, PORT: port },
})
const pages = await createServer({ configFile: `${project}vite.config.ts`, server: { port: 5173, strictPort: true } })
await pages.listen()
pages.printUrls()

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    server.kill('SIGTERM')
    server.once('exit', () => void pages.close().then(() => process.exit(0)))
  })
