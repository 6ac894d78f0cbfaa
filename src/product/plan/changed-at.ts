/** A site of any design, as far as it says when it has the change. */
interface Changing {
  treated?: boolean
  start?: number | null
  on?: readonly (boolean | null)[]
}

/** Whether the change is there at a site in a period. `since` counts where all begin together. */
export function isChangedAt({ treated = true, start, on }: Changing, period: number, since: number): boolean {
  if (on) return on[period] === true
  if (start !== undefined) return start !== null && period >= start
  return treated && period >= since
}
