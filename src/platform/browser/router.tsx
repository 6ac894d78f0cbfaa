import { useNavigate, useRouterState } from '@tanstack/react-router'
import type { AnchorHTMLAttributes } from 'react'
import { useHere } from './signed.ts'

/** The address of a page inside the workspace: `/ideas` becomes `/w/acme/ideas`. */
export function useAddress(): (path: string) => string {
  const { slug } = useHere()
  return (path) => `/w/${slug}${path}`
}

/** Goes to a page inside the workspace. */
export function useGo(): (path: string, options?: { replace?: boolean }) => void {
  const go = useGoAnywhere()
  const addressOf = useAddress()
  return (path, options) => go(addressOf(path), options)
}

/** Goes to any page of the product, by its whole address. */
export function useGoAnywhere(): (address: string, options?: { replace?: boolean }) => void {
  const navigate = useNavigate()
  return (address, { replace = false } = {}) => void navigate({ href: address, replace })
}

interface LinkProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> {
  /** A path inside the workspace. */
  to: string
}

/** A link to a page inside the workspace. A plain one: `catchLinks` makes it stay on the page. */
export function Link({ to, ...rest }: LinkProps) {
  const addressOf = useAddress()
  return <a href={addressOf(to)} {...rest} />
}

/** The path inside the workspace that is open now: `/ideas`. */
export function usePath(): string {
  const { slug } = useHere()
  const path = useRouterState({ select: ({ location }) => location.pathname })
  return path.slice(`/w/${slug}`.length) || '/'
}

/** What stands behind the question mark, and how to change it: a list remembers its filter there. */
export function useQueryText(): [URLSearchParams, (next: Record<string, string | undefined>) => void] {
  const go = useGoAnywhere()
  const pathname = useRouterState({ select: ({ location }) => location.pathname })
  const text = useRouterState({ select: ({ location }) => location.searchStr })
  return [
    new URLSearchParams(text),
    (next) => {
      const changed = new URLSearchParams(text)
      for (const [name, value] of Object.entries(next)) {
        if (value === undefined || value === '') changed.delete(name)
        else changed.set(name, value)
      }
      go(changed.size > 0 ? `${pathname}?${changed}` : pathname, { replace: true })
    },
  ]
}
