import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { compiledWords } from './scripts/compiled-words.ts'

export default defineConfig({
  root: fileURLToPath(new URL('src/app/web', import.meta.url)),
  plugins: [react(), compiledWords()],
  build: {
    outDir: fileURLToPath(new URL('dist/web', import.meta.url)),
    emptyOutDir: true,
    target: 'es2022',
    // `light-dark()` stays as it is: the export of a chart reads the light colours through it.
    cssTarget: ['chrome123', 'edge123', 'firefox121', 'safari17.5'],
    // Vite's helper for preloading would be inline script, which the content-security policy refuses.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 600,
  },
  server: { proxy: { '/api': { target: process.env['RATCHET_API'] ?? 'http://localhost:3000', ws: false } } },
})
