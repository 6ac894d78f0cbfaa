import { type Generator, shuffled } from '../numeric/seeded-generator.ts'

/** One arm of a trial and its part of the units: parts 2 and 1 are two thirds and one third. */
export interface Arm {
  name: string
  /** Whole number, at least 1. */
  parts: number
}

/** Half and half; the first is the one that gets the change. */
export const EVEN_ARMS: readonly Arm[] = [
  { name: 'treated', parts: 1 },
  { name: 'comparison', parts: 1 },
]

/** @throws {RangeError} when there are fewer than two arms, two of one name, or parts that are not whole and positive. */
export function checkArms(arms: readonly Arm[]): void {
  if (arms.length < 2) throw new RangeError(`a trial needs at least two arms, got ${arms.length}`)
  if (new Set(arms.map(({ name }) => name)).size < arms.length) throw new RangeError('two arms have one name')
  const wrong = arms.find(({ parts }) => !(Number.isInteger(parts) && parts >= 1))
  if (wrong) throw new RangeError(`parts must be a whole number of at least 1, got ${wrong.parts}`)
}

/** One block: each arm's name as often as it has parts. */
export function blockOf(arms: readonly Arm[]): string[] {
  return arms.flatMap(({ name, parts }) => Array<string>(parts).fill(name))
}

/**
 * Arms for `count` units in random order: as many of each as its parts say. What does not come out even is drawn from one
 * more block, so that each unit's chance of each arm is exactly its part.
 */
export function evenArms(count: number, arms: readonly Arm[], generator: Generator): string[] {
  const block = blockOf(arms)
  const whole = Math.floor(count / block.length)
  const labels = Array.from({ length: whole }, () => block).flat()
  const rest = shuffled(block, generator).slice(0, count - labels.length)
  return shuffled([...labels, ...rest], generator)
}
