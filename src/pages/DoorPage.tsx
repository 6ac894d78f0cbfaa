import { type ReactNode, useContext } from 'react'
import { Mark } from '#design/Mark.tsx'
import { Page } from '#design/Page.tsx'
import { t } from '#platform/browser/language.ts'
import { HereContext } from '#platform/browser/signed.ts'

interface DoorPageProps {
  title: string
  lead?: ReactNode
  children?: ReactNode
}

/** A page in front of the workspaces: signing in, setting up, a link that was followed. Inside one it keeps the frame. */
export function DoorPage({ title, lead, children }: DoorPageProps) {
  const isInside = useContext(HereContext) !== null
  if (isInside)
    return (
      <Page title={title} lead={lead} tabTitle={title}>
        {children}
      </Page>
    )
  return (
    <main className="door" id="main">
      <title>{`${title} - ${t('design.brand')}`}</title>
      <p className="brand">
        <Mark />
        <span>{t('design.brand')}</span>
      </p>
      <h1>{title}</h1>
      {lead && <p className="lead">{lead}</p>}
      {children}
    </main>
  )
}
