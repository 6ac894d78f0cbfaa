import type { AnchorHTMLAttributes } from 'react'
import { navigate, usePathname, useSearch } from 'wouter/use-browser-location'
import { useHere } from './signed.ts'

interface GoOptions {
  /** Takes the place of the page that is open now in the history. */
  readonly replace?: boolean
}

/** The address of a page inside the workspace: `/ideas` becomes `/w/acme/ideas`. */
export function useAddress(): (path: string) => string {
  const { slug } = useHere()
  return (path) => `/w/${slug}${path}`
}

/** Goes to a page inside the workspace. */
export function useGo(): (path: string, options?: GoOptions) => void {
  const addressOf = useAddress()
  return (path, options) => goAnywhere(addressOf(path), options)
}

/** Goes to any page of the product, by its whole address. */
export function goAnywhere(address: string, { replace = false }: GoOptions = {}): void {
  const before = location.pathname
  navigate(address, { replace })
  // A new page begins at its top; a filter of the same one stays where it is. Going back is the browser's.
  if (location.pathname !== before) scrollTo(0, 0)
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
  return usePathname().slice(`/w/${slug}`.length) || '/'
}

/** What stands behind the question mark, and how to change it: a list remembers its filter there. */
export function useQueryText(): [URLSearchParams, (next: Record<string, string | undefined>) => void] {
  const pathname = usePathname()
  const text = useSearch()
  return [
    new URLSearchParams(text),
    (next) => {
      const changed = new URLSearchParams(text)
      for (const [name, value] of Object.entries(next)) {
        if (value === undefined || value === '') changed.delete(name)
        else changed.set(name, value)
      }
      goAnywhere(changed.size > 0 ? `${pathname}?${changed}` : pathname, { replace: true })
    },
  ]
}
