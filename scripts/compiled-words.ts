import { compileMessage } from '@lingui/message-utils/compileMessage'
import type { Plugin } from 'vite'

/** Compiles the messages of every words/en.ts and words/de.ts at build time: the pages need no message parser. */
export function compiledWords(): Plugin {
  return {
    name: 'compiled-words',
    enforce: 'pre',
    async transform(_code, id) {
      const [path = ''] = id.split('?')
      if (!/\/words\/(en|de)\.ts$/.test(path) || path.includes('/app/words/')) return null
      const catalogues = (await import(`${path}?${Date.now()}`)) as Record<string, Record<string, string>>
      const code = Object.entries(catalogues).map(([name, words]) => {
        const compiled = Object.entries(words).map(([message, text]) => [message, compileMessage(text)])
        return `export const ${name} = ${JSON.stringify(Object.fromEntries(compiled))}`
      })
      return { code: code.join('\n'), map: null }
    },
  }
}
