import { writeFile } from 'node:fs/promises'
import { Command, Option } from 'commander'
import { WrongInput } from '../wrong-input.ts'
import { numberOf } from './columns.ts'
import { nameOf, readFigures } from './figures.ts'
import { writeJson } from './json.ts'
import { pilotTold } from './pilot.ts'
import { reportOf } from './report.ts'
import { textOf } from './text.ts'
import type { Told } from './told.ts'

export interface AnalyseOptions {
  design: 'pilot'
  site: string
  period: string
  value: string
  treated: string
  since: string
  guardrail: string[]
  better: 'higher' | 'lower'
  worth?: string
  json?: true
  report?: string
}

export const analyseCommand = new Command('analyse')
  .description('measure a change from a spreadsheet, with no server and no database')
  .argument('<file>', 'a CSV file, or - for standard input')
  .addOption(new Option('--design <design>', 'how it was tried').choices(['pilot']))
  .option('--site <column>', 'the column that names the site: a shop, a ward, a team')
  .option('--period <column>', 'the column that names the day, week, month or year')
  .option('--value <column>', 'the column of figures to compare')
  .option(
    '--treated <column[=value,...]>',
    'which sites got the change: a column of yes and no, or its values that mean yes; "quotes" around a value with a comma',
  )
  .option('--since <period>', 'the first period with the change, included, as the sheet writes it or as a date')
  .option(
    '--guardrail <column:lower|higher:margin>',
    'a column that must not get worse by more than a margin, and which way is better; can be given again',
    (text: string, before: string[]) => [...before, text],
    [],
  )
  .addOption(
    new Option('--better <way>', 'which way of the value is better').choices(['higher', 'lower']).default('higher'),
  )
  .option('--worth <number>', 'the smallest effect worth having, in the unit of the value')
  .option('--json', 'print JSON for programs')
  .option('--report <file>', 'also write a page for people, without scripts, to look at or print')
  .action(async (file: string, options: Partial<AnalyseOptions>, command: Command) => {
    try {
      // Not left to commander: it names one at a time, and before it has looked for words that it does not know.
      checkComplete(options)
      await analyse(file, options)
    } catch (error) {
      if (!(error instanceof WrongInput)) throw error
      command.error(`error: ${error.message}`, { exitCode: 2 })
    }
  })

const required = ['design', 'site', 'period', 'value', 'treated', 'since'] as const
type Required = (typeof required)[number]

const example =
  'ratchet analyse shops.csv --design pilot --site shop --period week --value sales --treated changed --since 2026-03-02'

/** @throws {WrongInput} naming every option that is missing, with an example. */
function checkComplete(
  options: Partial<AnalyseOptions>,
): asserts options is Partial<AnalyseOptions> & Pick<AnalyseOptions, Required | 'guardrail' | 'better'> {
  const missing = required.filter((name) => options[name] === undefined).map((name) => `--${name}`)
  if (missing.length > 0) throw new WrongInput(`required and not given: ${missing.join(', ')}. For example: ${example}`)
}

/** What the command does, once its words are read. @throws {WrongInput} */
export async function analyse(file: string, options: AnalyseOptions): Promise<void> {
  const { value, since, better } = options
  const worth = options.worth === undefined ? null : numberOf('--worth', options.worth)
  if (worth !== null && worth <= 0) throw new WrongInput('--worth: an effect worth having is more than 0.')
  const { panel, guardrails } = await readFigures(file, options)
  await print(pilotTold(panel, guardrails, { value, since, better, worth }), file, options)
}

async function print(told: Told, file: string, { report, json }: AnalyseOptions): Promise<void> {
  if (report !== undefined) await writeReport(report, reportOf(told, nameOf(file)))
  if (json) {
    // The doubts are for people: beside the JSON, not in it.
    for (const warning of told.warnings) process.stderr.write(`${warning}\n`)
    process.stdout.write(`${writeJson(told.json)}\n`)
  } else process.stdout.write(textOf(told))
}

async function writeReport(path: string, page: string): Promise<void> {
  try {
    await writeFile(path, page)
  } catch (error) {
    throw new WrongInput(`--report: ${path} cannot be written (${(error as NodeJS.ErrnoException).code}).`)
  }
}
