import type { LucideIcon } from 'lucide-react'

/** The drawing of an icon: any single import from `lucide-react`. */
export type IconShape = LucideIcon

/** An icon beside its word. It never says anything alone, so ears skip it. */
export function Icon({ of: Shape }: { of: IconShape }) {
  return <Shape className="icon" aria-hidden="true" />
}
