import type { ReactNode } from 'react'
import { Mark } from '#design/Mark.tsx'
import { t } from '#platform/browser/language.ts'

interface DoorPageProps {
  title: string
  lead?: ReactNode
  children?: ReactNode
}

/** A page in front of the workspaces: signing in, setting up, a link that was followed. */
export function DoorPage({ title, lead, children }: DoorPageProps) {
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
