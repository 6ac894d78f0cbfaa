import type { ReactNode } from 'react'

/** Things that ask or tell, with a line between them. */
export function List({ dense, children }: { dense?: boolean | undefined; children: ReactNode }) {
  return (
    <ul className="list" data-dense={dense || undefined}>
      {children}
    </ul>
  )
}

export interface ListItemProps {
  title: ReactNode
  /** The title leads there. */
  href?: string | undefined
  /** In front: a tag, a number. */
  lead?: ReactNode | undefined
  /** A line of text below the title. */
  detail?: ReactNode | undefined
  /** A grade, a small interval, its number: on one line. */
  picture?: ReactNode | undefined
  /** By when, and who waits. */
  meta?: ReactNode | undefined
  /** The meta line is overdue or promised for today. */
  pressing?: boolean | undefined
  /** At the end; below and as wide as the list on a phone. */
  action?: ReactNode | undefined
}

export function ListItem({ title, href, lead, detail, picture, meta, pressing, action }: ListItemProps) {
  return (
    <li className="item" data-lead={lead ? true : undefined}>
      {lead && <div>{lead}</div>}
      <div>
        {href === undefined ? (
          <div className="medium">{title}</div>
        ) : (
          <a className="title" href={href}>
            {title}
          </a>
        )}
        {detail && <p className="small quiet">{detail}</p>}
        {picture && <div className="item-picture">{picture}</div>}
        {meta && <p className={pressing ? 'xs medium warn' : 'xs faint'}>{meta}</p>}
      </div>
      {action && <div className="item-action">{action}</div>}
    </li>
  )
}
