import { useState } from 'react'
import { Button } from '#design/Button.tsx'
import { Stack } from '#design/Layout.tsx'
import { Notice } from '#design/Notice.tsx'
import { t } from '#platform/browser/language.ts'
import { Link } from '#platform/browser/router.tsx'
import { useMay } from '#platform/browser/signed.ts'
import { useEndpoint } from '#platform/browser/use-endpoint.ts'
import type { DrawId } from '#product/draw/draw.ts'
import { drawApi } from '#product/draw/draw-api.ts'
import { DrawLots } from '#product/draw/ui/DrawLots.tsx'
import { DrawRead } from '#product/draw/ui/DrawRead.tsx'
import type { HistorySource } from '#product/outlook/outlook.ts'
import type { Design } from '#product/trial/trial.ts'

interface DrawHereProps {
  design: Design
  history: HistorySource
  about: string
  drawId: DrawId | null
  onDrawn: (id: DrawId | null) => void
}

const ways = { pilot: 'sites', staggered: 'order', switchback: 'switchback' } as const

/** Lots that are announced and drawn on the page of the plan. */
export function DrawHere({ design, history, about, drawId, onDrawn }: DrawHereProps) {
  const [isOpen, setOpen] = useState(false)
  const may = useMay()
  const draw = useEndpoint(drawApi.find, { id: drawId ?? '' }, { enabled: drawId !== null })
  if (drawId !== null && draw.data)
    return draw.data.outcome ? (
      <Notice tone="good" title={t('plan.own.drawn', { about: draw.data.about })}>
        <p>
          <Link to={`/draws/${drawId}`}>{t('plan.own.to-draw')}</Link>
        </p>
        <Button small onPress={() => onDrawn(null)}>
          {t('plan.own.other-draw')}
        </Button>
      </Notice>
    ) : (
      <DrawRead draw={draw.data} />
    )
  if (!may('draw.make') || !(design in ways)) return <p className="small quiet">{t('plan.own.no-draw')}</p>
  return (
    <Stack gap="2">
      {isOpen ? (
        <DrawLots
          history={history}
          groups={[]}
          about={about}
          by={ways[design as keyof typeof ways]}
          onDraw={({ id }) => onDrawn(id)}
        />
      ) : (
        <div>
          <Button onPress={() => setOpen(true)}>{t('plan.own.draw')}</Button>
        </div>
      )}
    </Stack>
  )
}
