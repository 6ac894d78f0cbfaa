/** Shares of the letter size that Inter's letters take, by sort of letter. Measured in the gallery; a little generous. */
const narrow = /[ilIjtfr.,:;'’|!()[\] ]/
const wide = /[mwMW@%—]/
const capital = /[A-ZÄÖÜ&€]/
const figure = /\d/

/** About how wide a text is, in pixels, without asking the browser: drawings stay pure. */
export function textWidth(text: string, strong = false, size = 12): number {
  let em = 0
  for (const letter of text) {
    if (narrow.test(letter)) em += 0.33
    else if (wide.test(letter)) em += 0.93
    else if (capital.test(letter)) em += 0.67
    else if (figure.test(letter)) em += 0.63
    else em += 0.585
  }
  return em * size * (strong ? 1.05 : 1)
}

/** The text, cut with an ellipsis where it would be wider than `room`. */
export function fitText(text: string, room: number, strong = false): string {
  if (textWidth(text, strong) <= room) return text
  let cut = text
  while (cut.length > 1 && textWidth(`${cut}…`, strong) > room) cut = cut.slice(0, -1)
  return `${cut.trimEnd()}…`
}

/**
 * Places for labels that want to stand at `wanted` but need `gap` between them, inside [low, high]. Neighbours that
 * collide share the shift; the order stays. When all of them do not fit, they keep the gap and leave at `high`.
 */
export function spread(wanted: readonly number[], gap: number, low: number, high: number): number[] {
  const order = wanted.map((place, index) => ({ place, index })).sort((a, b) => a.place - b.place)
  // Clusters of labels that touch, each with its centre; two clusters that touch become one.
  const clusters: { members: number[]; sum: number; at: number }[] = []
  for (const { place, index } of order) {
    clusters.push({ members: [index], sum: place, at: place })
    settle()
  }

  const placed = wanted.slice()
  for (const { members, at } of clusters) {
    members.forEach((member, rank) => {
      placed[member] = at + rank * gap
    })
  }
  return placed

  function settle(): void {
    for (;;) {
      const last = clusters.at(-1)
      const before = clusters.at(-2)
      if (last) last.at = inside(last)
      if (!last || !before || before.at + before.members.length * gap <= last.at) return
      clusters.pop()
      before.members.push(...last.members)
      before.sum += last.sum
      before.at = inside(before)
    }
  }

  /** Where the cluster's first label stands, so that its middle is the mean of what its labels want. */
  function inside({ members, sum }: { members: number[]; sum: number }): number {
    const length = (members.length - 1) * gap
    const start = sum / members.length - length / 2
    return Math.max(low, Math.min(start, high - length))
  }
}

export interface Label {
  x: number
  text: string
  anchor: 'start' | 'middle' | 'end'
}

const numberSteps = [1, 2, 5, 10, 20, 50, 100, 200, 500]
const otherSteps = [1, 2, 3, 4, 6, 12, 24, 60, 120, 240, 480]

/**
 * As many of the labels along a line as do not touch, at one even step: every year, every fifth, every twelfth month.
 * Numbers keep to round ones. The first and the last are held inside the line.
 */
export function thinOut(labels: readonly { x: number; text: string }[], from: number, to: number, air = 12): Label[] {
  const areNumbers = labels.length > 6 && labels.every(({ text }) => /^\d+$/.test(text))
  const steps = areNumbers ? numberSteps : otherSteps
  for (const step of steps) {
    const kept = labels.filter(({ text }, index) => (areNumbers ? Number(text) : index) % step === 0)
    const held = kept.map((label) => hold(label, from, to))
    if (held.every((label, index) => index === 0 || startOf(label) >= endOf(held[index - 1]) + air)) return held
  }
  return labels.slice(0, 1).map((label) => hold(label, from, to))
}

/** Every label along a line that does not touch the one kept before it: for marks at uneven distances. */
export function keepApart(labels: readonly { x: number; text: string }[], from: number, to: number, air = 12): Label[] {
  const kept: Label[] = []
  for (const label of labels) {
    const held = hold(label, from, to)
    if (startOf(held) >= endOf(kept.at(-1)) + air) kept.push(held)
  }
  return kept
}

function hold({ x, text }: { x: number; text: string }, from: number, to: number): Label {
  const half = textWidth(text) / 2
  return { x, text, anchor: x - half < from ? 'start' : x + half > to ? 'end' : 'middle' }
}

function startOf({ x, text, anchor }: Label): number {
  return x - textWidth(text) * shares[anchor]
}

function endOf(label: Label | undefined): number {
  return label ? startOf(label) + textWidth(label.text) : -Infinity
}

const shares = { start: 0, middle: 0.5, end: 1 }

/** The text on at most two lines of a width; what is still too long ends in an ellipsis. */
export function wrapText(text: string, room: number, strong = false): string[] {
  if (textWidth(text, strong) <= room) return [text]
  const words = text.split(' ')
  let first = words.shift() ?? ''
  while (words[0] !== undefined && textWidth(`${first} ${words[0]}`, strong) <= room) first += ` ${words.shift()}`
  return [fitText(first, room, strong), ...(words.length > 0 ? [fitText(words.join(' '), room, strong)] : [])]
}
