import { tmpdir } from 'node:os'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { compiledWords } from '../../../scripts/compiled-words.ts'

/** The policy of the product. The gallery is built under it, so that a part that breaks it is seen here first. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "require-trusted-types-for 'script'",
].join('; ')

// biome-ignore lint/style/noDefaultExport: Vite reads its configuration from the default export
export default defineConfig({
  root: import.meta.dirname,
  plugins: [
    react(),
    compiledWords(),
    {
      name: 'policy',
      apply: 'build',
      transformIndexHtml: () => [
        { tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', content: policy }, injectTo: 'head-prepend' },
      ],
    },
  ],
  build: {
    outDir: join(tmpdir(), 'ratchet-gallery'),
    emptyOutDir: true,
    // light-dark() must reach the browser as it stands; all of these know it since spring 2024.
    cssTarget: ['chrome123', 'firefox121', 'safari17.5'],
  },
})
