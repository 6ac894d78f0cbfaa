import type { MouseEvent, ReactNode } from 'react'
import { t } from '#platform/browser/language.ts'
import { Icon, type IconShape } from './Icon.tsx'

interface Look {
  /** One filled button per page: the act that the page is for. `harm` is for what hurts somebody, not for "no". */
  variant?: 'default' | 'primary' | 'plain' | 'harm' | undefined
  small?: boolean | undefined
  wide?: boolean | undefined
  icon?: IconShape | undefined
  /** Shows the icon alone; the children are its name for ears. */
  iconOnly?: boolean | undefined
  children: ReactNode
}

export interface ButtonProps extends Look {
  type?: 'button' | 'submit' | undefined
  onPress?: ((event: MouseEvent<HTMLButtonElement>) => void) | undefined
  /** At work: keeps its word and its place, and takes no second press. */
  busy?: boolean | undefined
  /** Stays reachable by keyboard, so that what explains it can be heard. */
  disabled?: boolean | undefined
  /** The id of the text that says why it is disabled, or what it will do. */
  describedBy?: string | undefined
  pressed?: boolean | undefined
  form?: string | undefined
}

export function Button({
  type = 'button',
  onPress,
  busy,
  disabled,
  describedBy,
  pressed,
  form,
  children,
  ...look
}: ButtonProps) {
  const stopped = busy || disabled
  return (
    <button
      type={type}
      {...marks(look)}
      form={form}
      aria-pressed={pressed}
      aria-busy={busy || undefined}
      aria-disabled={stopped || undefined}
      aria-describedby={describedBy}
      onClick={(event) => {
        if (stopped) event.preventDefault()
        else onPress?.(event)
      }}
    >
      <Inside {...look}>{children}</Inside>
      {busy && <Spinner />}
    </button>
  )
}

export interface ButtonLinkProps extends Look {
  href: string
  download?: string | true | undefined
}

/** A link that looks like a button: it leads somewhere and changes nothing. */
export function ButtonLink({ href, download, children, ...look }: ButtonLinkProps) {
  return (
    <a href={href} download={download} {...marks(look)}>
      <Inside {...look}>{children}</Inside>
    </a>
  )
}

function Inside({ icon, iconOnly, children }: Pick<Look, 'icon' | 'iconOnly' | 'children'>) {
  return (
    <>
      {icon && <Icon of={icon} />}
      <span className={iconOnly ? 'sr' : undefined}>{children}</span>
    </>
  )
}

function Spinner() {
  return (
    <span className="spinner">
      <span className="sr">{t('design.busy')}</span>
    </span>
  )
}

function marks({ variant, small, wide, iconOnly }: Omit<Look, 'children'>) {
  return {
    className: 'button',
    'data-look': variant === 'default' ? undefined : variant,
    'data-small': small || undefined,
    'data-wide': wide || undefined,
    'data-icon-only': iconOnly || undefined,
  }
}
