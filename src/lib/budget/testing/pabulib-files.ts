import { readdirSync, readFileSync } from 'node:fs'
import { type PabulibElection, readPabulib } from '../read-pabulib.ts'

const home = new URL('../../../../reference/pabulib/', import.meta.url)

/** The 21 elections of `reference/pabulib`, by the name of the file. */
export function pabulibElections(): [name: string, election: PabulibElection][] {
  return readdirSync(home)
    .filter((name) => name.endsWith('.pb'))
    .sort()
    .map((name) => [name.replace('_.pb', ''), readPabulib(readFileSync(new URL(name, home), 'utf8'))])
}
