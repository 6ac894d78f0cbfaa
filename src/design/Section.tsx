import { type ReactNode, useId } from 'react'

export interface SectionProps {
  title: ReactNode
  /** Small words as a title: in an aside. */
  small?: boolean | undefined
  titleHidden?: boolean | undefined
  /** At the end of the title's line: a link, a count, one small button. */
  end?: ReactNode | undefined
  lead?: ReactNode | undefined
  children: ReactNode
}

/** A part of a page with a name. */
export function Section({ title, small, titleHidden, end, lead, children }: SectionProps) {
  const id = useId()
  const heading = (
    <h2 id={id} className={titleHidden ? 'sr' : small ? 'label' : undefined}>
      {title}
    </h2>
  )
  return (
    <section className={small ? undefined : 'section'} aria-labelledby={id}>
      {titleHidden || small ? (
        heading
      ) : (
        <div className="section-head">
          {heading}
          {end && <div className="small quiet">{end}</div>}
        </div>
      )}
      {lead && <p className="section-lead small quiet">{lead}</p>}
      {children}
    </section>
  )
}
