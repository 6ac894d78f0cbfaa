import { existsSync } from 'node:fs'

const places = [
  process.env['CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** @throws {Error} with the command to type when there is none: no story is skipped in silence. */
export function findChromium(): string {
  const found = places.find((place) => place && existsSync(place))
  if (found) return found
  throw new Error(
    'The stories need Chromium, and there is none here. Install it (Debian, Ubuntu: "sudo apt-get install chromium"; macOS: "brew install --cask chromium"), or set CHROMIUM to its program.',
  )
}
