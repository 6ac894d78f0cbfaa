import { createContext, useContext } from 'react'
import type { Myself } from '../person-api.ts'

export const MyselfContext = createContext<Myself | null>(null)

/** Who is signed in here, with name and the workspace's settings. @throws {Error} outside a workspace. */
export function useMyself(): Myself {
  const myself = useContext(MyselfContext)
  if (!myself) throw new Error('This part belongs inside a workspace.')
  return myself
}
