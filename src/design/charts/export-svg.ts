/** What a drawing takes from the style sheet and must carry with it when it leaves. */
const carried = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'paint-order',
  'opacity',
  'font-size',
  'font-weight',
] as const

/** What a drawing has anyway and need not be told. */
const usual: Record<string, string> = {
  fill: 'rgb(0, 0, 0)',
  stroke: 'none',
  'stroke-width': '1px',
  'stroke-dasharray': 'none',
  'stroke-linecap': 'butt',
  'stroke-linejoin': 'miter',
  'paint-order': 'normal',
  opacity: '1',
  'font-weight': '400',
}

/**
 * A picture of the page as an SVG file that stands alone: every colour resolved, in the light theme, on paper, with its
 * sentence as the title. What is exported is the drawing that is shown: the wide one on a desk, the narrow on a phone.
 *
 * @returns the text of the file, without an XML declaration.
 */
export function exportSvg(picture: SVGSVGElement): string {
  const twin = picture.cloneNode(true) as SVGSVGElement
  // Beside the original, so that the same styles reach it; the class turns its colours to light.
  const stage = document.createElement('div')
  stage.className = 'plot-twin'
  stage.append(twin)
  picture.parentElement?.append(stage)
  try {
    const paper = readColour(getComputedStyle(stage).backgroundColor)?.hex ?? '#ffffff'
    // All are read before one is written: an element's own look can depend on the class of another.
    const looks = [twin, ...twin.querySelectorAll('*')].map((element) => ({ element, look: lookOf(element) }))
    for (const { element, look } of looks) settle(element, look)
    addTitle(twin, picture.getAttribute('aria-label') ?? '')
    addPaper(twin, paper)
    twin.setAttribute('font-family', 'Inter, system-ui, sans-serif')
    twin.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
    return new XMLSerializer().serializeToString(twin)
  } finally {
    stage.remove()
  }
}

/** What an element looks like, without what it looks like anyway. */
function lookOf(element: Element): [name: string, value: string][] {
  const style = getComputedStyle(element)
  const isText = element.localName === 'text'
  return carried
    .filter((name) => isText || !name.startsWith('font'))
    .map((name): [string, string] => [name, style.getPropertyValue(name)])
    .filter(([name, value]) => value !== '' && value !== usual[name])
}

/** Writes the look of an element into attributes that every program reads. */
function settle(element: Element, look: readonly [name: string, value: string][]): void {
  for (const [name, value] of look) setPaint(element, name, value)
  element.removeAttribute('class')
}

/** Programs that draw SVG know `#rrggbb` and a separate opacity; browsers compute `rgb()` and `color()`. */
function setPaint(element: Element, name: string, value: string): void {
  const colour = name === 'fill' || name === 'stroke' ? readColour(value) : null
  element.setAttribute(name, colour ? colour.hex : value)
  if (colour && colour.alpha < 1) element.setAttribute(`${name}-opacity`, String(colour.alpha))
}

/** `rgb(20, 96, 63)`, `rgba(20, 96, 63, 0.26)` and `color(srgb 0.08 0.38 0.25 / 0.26)`, as the browser computes them. */
export function readColour(value: string): { hex: string; alpha: number } | null {
  const parts = /^(rgba?|color)\((?:srgb )?([^)]+)\)$/.exec(value)
  if (!parts) return null
  const [red = 0, green = 0, blue = 0, alpha = 1] = (parts[2] ?? '').split(/[\s,/]+/).map(Number)
  const scale = parts[1] === 'color' ? 255 : 1
  const hex = [red, green, blue]
    .map((part) =>
      Math.round(part * scale)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')
  return { hex: `#${hex}`, alpha: Math.round(alpha * 1000) / 1000 }
}

function addTitle(twin: SVGSVGElement, sentence: string): void {
  const title = document.createElementNS('http://www.w3.org/2000/svg', 'title')
  title.textContent = sentence
  twin.prepend(title)
}

function addPaper(twin: SVGSVGElement, fill: string): void {
  const paper = document.createElementNS('http://www.w3.org/2000/svg', 'rect')
  paper.setAttribute('width', '100%')
  paper.setAttribute('height', '100%')
  paper.setAttribute('fill', fill)
  twin.querySelector('title')?.after(paper)
}
