import { Command, CommanderError } from 'commander'
import { analyseCommand } from './cli/analyse/command.ts'
import { backupCommand, restoreCommand } from './cli/backup.ts'
import { configCommand } from './cli/config.ts'
import { ownerLinkCommand } from './cli/owner-link.ts'
import { planCommand } from './cli/plan.ts'
import { randomiseCommand } from './cli/randomise.ts'
import { startCommand } from './cli/start.ts'
import { workspaceCommand } from './cli/workspace.ts'
import { isForPeople } from './run.ts'
import { version } from './version.ts'

const program = new Command('ratchet')
  .description('Small changes, each tried cheaply, measured honestly, kept if it works, and held.')
  .version(version, '-v, --version', 'print the version')
  .helpOption('-h, --help', 'print this')
  .exitOverride()
  .configureOutput({
    // One line, also where commander puts its suggestion on a second.
    outputError: (text, write) => write(`${text.trim().replace(/\s*\n\s*/g, ' ')}\n`),
  })
  .addCommand(startCommand)
  .addCommand(analyseCommand)
  .addCommand(planCommand)
  .addCommand(randomiseCommand)
  .addCommand(workspaceCommand)
  .addCommand(ownerLinkCommand)
  .addCommand(backupCommand)
  .addCommand(restoreCommand)
  .addCommand(configCommand)
for (const command of program.commands) inherit(command, program)

function inherit(command: Command, from: Command): void {
  command.exitOverride().copyInheritedSettings(from)
  for (const below of command.commands) inherit(below, command)
}

// `ratchet config | head` closes our output before we are done: no reason to complain.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

/** Wrong words on the command line end with 2, as is the custom; what failed while it ran ends with 1. */
try {
  await program.parseAsync(process.argv)
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2
  else if (isForPeople(error)) {
    process.stderr.write(`${error.message}\n`)
    process.exitCode = 1
  } else throw error
}
