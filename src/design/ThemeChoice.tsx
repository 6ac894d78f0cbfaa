import { Monitor, Moon, Sun } from 'lucide-react'
import { useId, useState } from 'react'
import { t } from '#platform/browser/language.ts'
import { Icon } from './Icon.tsx'
import { chooseTheme, chosenTheme, themes } from './theme.ts'

const icons = { light: Sun, dark: Moon, system: Monitor }

/** Light, dark, or as the device: kept on this device. */
export function ThemeChoice() {
  const id = useId()
  const [chosen, setChosen] = useState(chosenTheme)
  return (
    <fieldset className="field">
      <legend>{t('design.theme')}</legend>
      <div className="segments">
        {themes.map((theme) => (
          <label key={theme}>
            <input
              type="radio"
              name={id}
              checked={theme === chosen}
              onChange={() => {
                chooseTheme(theme)
                setChosen(theme)
              }}
            />
            <Icon of={icons[theme]} />
            {t(`design.theme.${theme}`)}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
