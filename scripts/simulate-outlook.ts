// Simulates how often the effect that an outlook promises to see is found by the analysis of each design; run it after a
// change to the planners or the analyses: node scripts/simulate-outlook.ts [runs]
import { foundShare, simulatedDesigns } from '../src/product/outlook/testing/found-share.ts'

const runs = Number(process.argv[2] ?? 1_000)
for (const simulated of simulatedDesigns) {
  const { design, sites, before, periods } = simulated
  const found = foundShare(simulated, runs, 20_261_124)
  const none = foundShare(simulated, runs, 20_261_125, 0)
  const say = (share: number) => `${(100 * share).toFixed(1)} %`
  process.stdout.write(
    `${design}, ${sites} sites, ${before} + ${periods} periods: ${say(found)} found of 80, ${say(none)} of 5\n`,
  )
}
