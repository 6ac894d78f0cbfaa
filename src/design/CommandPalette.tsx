import { Search } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { t } from '#platform/browser/language.ts'
import { useModal } from './Dialog.tsx'
import { Icon, type IconShape } from './Icon.tsx'

export interface Command {
  id: string
  label: ReactNode
  icon?: IconShape | undefined
  /** At the end: a grade, a state, a key. */
  aside?: ReactNode | undefined
  onPick: () => void
}

export interface CommandGroup {
  id: string
  title: string
  commands: readonly Command[]
}

export interface CommandPaletteProps {
  open: boolean
  onClose: () => void
  text: string
  onText: (text: string) => void
  /** What fits `text`: the caller filters. */
  groups: readonly CommandGroup[]
  /** Answers are on their way: says nothing about nothing found. */
  busy?: boolean | undefined
  /** What to say when nothing fits. */
  empty?: ReactNode | undefined
}

/** Search, or do: one field over every page and act. Opened by Ctrl/Cmd-K (`useShortcut`). */
export function CommandPalette(props: CommandPaletteProps) {
  return props.open ? <OpenPalette {...props} /> : null
}

function OpenPalette(props: CommandPaletteProps) {
  const dialog = useModal(props.onClose)
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape is the key for it, and the browser's own
    <dialog
      {...dialog}
      className="dialog palette"
      aria-label={t('design.search')}
      onClick={(event) => event.target === event.currentTarget && props.onClose()}
    >
      <Palette {...props} />
    </dialog>
  )
}

function Palette({ onClose, text, onText, groups, busy, empty }: CommandPaletteProps) {
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const commands = groups.flatMap((group) => group.commands)
  const [wanted, setWanted] = useState<string>()
  const at = Math.max(
    0,
    commands.findIndex((command) => command.id === wanted),
  )
  const active = commands[at]

  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when another option becomes the active one
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [active?.id])

  function pick(command: Command): void {
    onClose()
    command.onPick()
  }

  function press(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return
    const next = moveTo(event.key, at, commands.length)
    if (next !== undefined) setWanted(commands[next]?.id)
    else if (event.key === 'Enter' && active) pick(active)
    else return
    event.preventDefault()
  }

  return (
    <>
      <div className="palette-field">
        <Icon of={Search} />
        <input
          className="input"
          role="combobox"
          aria-label={t('design.search')}
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-activedescendant={active && `${id}-${active.id}`}
          aria-autocomplete="list"
          autoComplete="off"
          spellCheck={false}
          placeholder={t('design.search')}
          value={text}
          onChange={(event) => {
            setWanted(undefined)
            onText(event.target.value)
          }}
          onKeyDown={press}
        />
      </div>
      <div className="palette-list" ref={list} id={`${id}-list`} role="listbox" aria-label={t('design.search')}>
        {groups.map((group) => (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset may not stand in a listbox
          <div key={group.id} role="group" aria-label={group.title}>
            <div className="palette-title" aria-hidden="true">
              {group.title}
            </div>
            {group.commands.map((command) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: the field keeps the focus and handles the keys
              <div
                key={command.id}
                id={`${id}-${command.id}`}
                className="palette-option"
                role="option"
                aria-selected={command === active}
                onPointerMove={() => setWanted(command.id)}
                onClick={() => pick(command)}
              >
                {command.icon && <Icon of={command.icon} />}
                <span>{command.label}</span>
                {command.aside && <span className="palette-aside">{command.aside}</span>}
              </div>
            ))}
          </div>
        ))}
      </div>
      {commands.length === 0 && !busy && <p className="palette-empty">{empty ?? t('design.nothing-found')}</p>}
      <p className="sr" role="status">
        {busy ? '' : t('design.results', { count: commands.length })}
      </p>
    </>
  )
}

function moveTo(key: string, at: number, count: number): number | undefined {
  if (count === 0) return undefined
  if (key === 'ArrowDown') return (at + 1) % count
  if (key === 'ArrowUp') return (at - 1 + count) % count
  return undefined
}
