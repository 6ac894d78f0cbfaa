import { createContext, useContext } from 'react'
import type { Signed } from '../anywhere/identity.ts'
import type { Can, Subject } from '../anywhere/policy.ts'

/** What every page inside a workspace knows before it is drawn. */
export interface Here {
  readonly signed: Signed
  /** The workspace's part of the address. */
  readonly slug: string
  /** The same rights table that the server asks: a button that it would refuse is not drawn. */
  readonly can: Can
}

export const HereContext = createContext<Here | null>(null)

/** @throws {Error} outside a workspace: a defect of the page. */
export function useHere(): Here {
  const here = useContext(HereContext)
  if (!here) throw new Error('This part belongs inside a workspace.')
  return here
}

/** Who is signed in, in this workspace. */
export function useSigned(): Signed {
  return useHere().signed
}

/** Whether the person may do `action` to `subject`, as the server will judge it. */
export function useMay(): (action: string, subject?: Subject) => boolean {
  const { signed, can } = useHere()
  return (action, subject) => can(signed, action, subject)
}
