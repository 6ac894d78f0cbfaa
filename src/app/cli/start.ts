import { Command } from 'commander'
import { run } from '../run.ts'

export const startCommand = new Command('start')
  .description('start the product, as "npm start" does, with pages that are built already')
  .action(() => run(process.env))
