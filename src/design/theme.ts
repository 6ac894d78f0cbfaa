export const themes = ['light', 'dark', 'system'] as const
export type Theme = (typeof themes)[number]

const key = 'ratchet-theme'

/** What the reader chose on this device. */
export function chosenTheme(): Theme {
  const kept = read()
  return themes.find((theme) => theme === kept) ?? 'system'
}

/** Keeps the choice on this device and shows it. */
export function chooseTheme(theme: Theme): void {
  try {
    localStorage.setItem(key, theme)
  } catch {
    // A browser that keeps nothing still shows what was chosen.
  }
  showTheme(theme)
}

/** Call before the first paint: shows what was chosen before. */
export function showTheme(theme: Theme = chosenTheme()): void {
  if (theme === 'system') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = theme
}

function read(): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}
