// One core of npm run simulate: runs the trials it is asked for, each from its own seed, and answers how they went.
import { parentPort } from 'node:worker_threads'
import { seededGenerator } from '../../src/lib/stats/numeric/seeded-generator.ts'
import { drawOrganisation, drawTrial } from './organisation.ts'
import { runTrial } from './run-trial.ts'

/** Trials of one organisation. */
const perOrganisation = 100

parentPort?.on('message', async ({ seed, trial }: { seed: number; trial: number }) => {
  const organisation = drawOrganisation(seededGenerator(seed + Math.floor(trial / perOrganisation)))
  parentPort?.postMessage(await runTrial(drawTrial(seededGenerator(1_000_000 + seed * 100_000 + trial), organisation)))
})
