export interface Tab {
  href: string
  label: string
  current?: boolean | undefined
  count?: number | undefined
}

/** Views of one page, each with an address. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <nav className="tabs" aria-label={label}>
      <ul>
        {tabs.map((tab) => (
          <li key={tab.href}>
            <a href={tab.href} aria-current={tab.current ? 'page' : undefined}>
              {tab.label}
              {tab.count !== undefined && <span className="faint"> {tab.count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
