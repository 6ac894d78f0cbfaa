interface Started {
  address: string
  /** The one-time set-up link, until it was used. */
  link: string | null
  place: string
  kind: 'embedded' | 'server'
}

/** What a person reads when it has started: where it is, what to do first, where the data lies, how to stop. */
export function welcome({ address, link, place, kind }: Started): string {
  const rows: [string, string][] = [
    ['Open', link ?? address],
    ...(link
      ? ([['', 'This link sets up the first account. It works once and lasts a day.']] as [string, string][])
      : []),
    ['Data', kind === 'embedded' ? `${place} (embedded PostgreSQL)` : place],
    ['Stop', 'Ctrl-C; nothing is lost'],
    ['Port', 'taken or not liked? PORT=3001 npm start'],
  ]
  const lines = rows.map(([name, text]) => `  ${name.padEnd(6)}${text}`)
  return `\n  Ratchet is running.\n\n${lines.join('\n')}\n\n`
}
