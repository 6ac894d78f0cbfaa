import { useState } from 'react'

/**
 * The secret of the link that was followed. It stands behind the `#`, which browsers send to no server, and is taken
 * out of the address bar and the history at once.
 */
export function useLinkToken(): string {
  const [token] = useState(() => location.hash.slice(1))
  if (location.hash) history.replaceState(history.state, '', location.pathname + location.search)
  return token
}
