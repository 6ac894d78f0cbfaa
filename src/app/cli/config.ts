import { Command } from 'commander'
import { readConfig, Settings } from '#platform/config.ts'
import { projectFolder } from '../start.ts'

export const configCommand = new Command('config')
  .description('print every setting, what it is for, and what is in force')
  .action(() => {
    readConfig(process.env, projectFolder)
    for (const [name, setting] of Object.entries(Settings.shape)) {
      const value = process.env[name]
      const isSecret = name.endsWith('DATABASE_URL')
      const inForce = value ? (isSecret ? hidden(value) : value) : '(default)'
      process.stdout.write(`${name}=${inForce}\n    ${setting.description ?? ''}\n`)
    }
  })

/** An address without its password. */
function hidden(address: string): string {
  const url = URL.parse(address)
  if (!url) return '(set)'
  if (url.password) url.password = 'hidden'
  return url.toString()
}
