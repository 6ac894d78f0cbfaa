export function Palette(_: unknown) {
  return null
}
