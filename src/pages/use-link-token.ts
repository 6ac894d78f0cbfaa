import { useState } from 'react'

/**
 * The secret of the link that was followed, or an empty text. It stands behind the `#`, which browsers send to no
 * server, and is taken out of the address bar and the history at once. This tab remembers it, so that a reload in the
 * middle of a form does not need the link again.
 */
export function useLinkToken(): string {
  const [token] = useState(() => location.hash.slice(1) || sessionStorage.getItem(keyHere()) || '')
  if (location.hash) {
    sessionStorage.setItem(keyHere(), token)
    history.replaceState(history.state, '', location.pathname + location.search)
  }
  return token
}

function keyHere(): string {
  return `ratchet-link ${location.pathname}`
}
