import { parentPort, workerData } from 'node:worker_threads'
import type { TrialFigures } from '#product/plan/trial-figures.ts'
import { analyseFigures } from './analyse/analyse-figures.ts'
import type { Asked } from './analyse/asked.ts'

/** The other side of `analyseApart`: one analysis, then this thread is done. */
const { figures, asked } = workerData as { figures: TrialFigures; asked: Asked }
parentPort?.postMessage(analyseFigures(figures, asked))
