import type { ReactNode } from 'react'
import { t } from '#platform/browser/language.ts'

export interface Crumb {
  label: string
  href?: string | undefined
}

export interface PageProps {
  /** The way here; the last one is this page and has no address. */
  crumbs?: readonly Crumb[] | undefined
  /** A short name: for pages of lists. */
  title?: ReactNode | undefined
  titleHidden?: boolean | undefined
  tabs?: ReactNode | undefined
  /** The one honest sentence. The page's title when it has no short name. */
  sentence?: ReactNode | undefined
  /** A large grade beside the sentence. */
  grade?: ReactNode | undefined
  /** The second line. */
  lead?: ReactNode | undefined
  /** Where it stands, and what happens next, who does it and by when: a `State`. */
  state?: ReactNode | undefined
  actions?: ReactNode | undefined
  /** The words in the tab of the browser. */
  tabTitle: string
  children?: ReactNode | undefined
}

/** One calm page. A person reads its head and knows. */
export function Page(props: PageProps) {
  const { crumbs, title, titleHidden, tabs, sentence, grade, lead, state, actions, tabTitle, children } = props
  const named = title !== undefined
  return (
    <div className="page">
      <title>{`${tabTitle} - ${t('design.brand')}`}</title>
      {crumbs && <Crumbs crumbs={crumbs} />}
      <header className="page-head">
        {grade}
        {named && (
          <h1 tabIndex={-1} className={titleHidden ? 'sr' : undefined}>
            {title}
          </h1>
        )}
        {tabs}
        {sentence && named && <p className="sentence">{sentence}</p>}
        {sentence && !named && (
          <h1 tabIndex={-1} className="sentence">
            {sentence}
          </h1>
        )}
        {lead && <p className="lead">{lead}</p>}
        {state}
        {actions && (
          <div className="row" data-wrap>
            {actions}
          </div>
        )}
      </header>
      {children && <div className="page-body">{children}</div>}
    </div>
  )
}

function Crumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  return (
    <nav aria-label={t('design.breadcrumbs')}>
      <ol className="crumbs">
        {crumbs.map(({ label, href }) => (
          <li key={label}>{href === undefined ? label : <a href={href}>{label}</a>}</li>
        ))}
      </ol>
    </nav>
  )
}

/** Where it stands (a `Badge`), and what happens next. */
export function State({ badge, children }: { badge: ReactNode; children?: ReactNode | undefined }) {
  return (
    <div className="state">
      {badge}
      {children && <span className="small quiet">{children}</span>}
    </div>
  )
}
