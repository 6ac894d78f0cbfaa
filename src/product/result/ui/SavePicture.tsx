import { Download } from 'lucide-react'
import type { MouseEvent } from 'react'
import { Button } from '#design/Button.tsx'
import { exportSvg } from '#design/charts/export-svg.ts'
import { t } from '#platform/browser/language.ts'

/** Saves the picture that it stands under as an SVG file. */
export function SavePicture({ name }: { name: string }) {
  function save(event: MouseEvent<HTMLButtonElement>): void {
    const picture = event.currentTarget.closest('figure')?.querySelector('svg.plot')
    if (!(picture instanceof SVGSVGElement)) return
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob([exportSvg(picture)], { type: 'image/svg+xml' }))
    link.download = `${name}.svg`
    link.click()
    URL.revokeObjectURL(link.href)
  }
  return (
    <Button small variant="plain" icon={Download} onPress={save}>
      {t('result.save-svg')}
    </Button>
  )
}
