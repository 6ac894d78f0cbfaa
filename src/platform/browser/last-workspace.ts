const key = 'ratchet-workspace'

/** Notes in which workspace this browser was last, for the bare address. Only its part of the address; no secret. */
export function noteWorkspace(slug: string): void {
  try {
    localStorage.setItem(key, slug)
  } catch {
    // A browser that keeps nothing starts at the first one.
  }
}

/** The one noted, or null. It may be gone, or somebody else's who used this browser. */
export function lastWorkspace(): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}
