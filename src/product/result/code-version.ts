import { readFileSync } from 'node:fs'

/** The version of the product that computes a result: kept with it, so that a later one can be told apart. */
export const codeVersion: string = (
  JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as { version: string }
).version
