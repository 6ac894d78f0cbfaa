import { cruise, type ICruiseResult } from 'dependency-cruiser'
import extractOptions from 'dependency-cruiser/config-utl/extract-depcruise-options'
import extractTsConfig from 'dependency-cruiser/config-utl/extract-ts-config'

export interface Imports {
  modules: number
  /** A line for each forbidden import: from, to, and the rule. */
  forbidden: string[]
}

/** Holds the files of `baseDir/src` against the import rules of the house. */
export async function forbiddenImports(baseDir: string): Promise<Imports> {
  const options = await extractOptions('./.dependency-cruiser.cjs')
  const tsConfig = extractTsConfig('./tsconfig.json')
  const { output } = await cruise(['src'], { ...options, validate: true, baseDir }, {}, { tsConfig })
  const { summary } = output as ICruiseResult
  return {
    modules: summary.totalCruised,
    forbidden: summary.violations.map(({ from, to, rule }) => `${from} -> ${to}: ${rule.name}`),
  }
}
