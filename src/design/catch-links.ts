/**
 * Lets a router follow plain links: a press on any `<a href>` of this page's own origin calls `go` instead of loading.
 * So every component draws an ordinary link, which can be copied, opened in a new tab, and read without a script.
 *
 * What the browser does better stays with it: other origins, downloads, new windows, held modifier keys, `#fragments`.
 *
 * @param go gets path, query and fragment: `/w/north/ideas?state=open`.
 * @returns a function that stops catching.
 */
export function catchLinks(go: (href: string) => void, isOurs: (url: URL) => boolean = () => true): () => void {
  function press(event: MouseEvent): void {
    if (event.defaultPrevented || event.button !== 0) return
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    const link = event.target instanceof Element ? event.target.closest('a') : null
    if (!link?.href || link.hasAttribute('download') || (link.target && link.target !== '_self')) return
    const url = new URL(link.href)
    if (url.origin !== location.origin || !isOurs(url)) return
    if (url.hash && url.pathname === location.pathname && url.search === location.search) return
    event.preventDefault()
    go(url.pathname + url.search + url.hash)
  }
  document.addEventListener('click', press)
  return () => document.removeEventListener('click', press)
}
