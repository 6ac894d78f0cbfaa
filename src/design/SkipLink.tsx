import { t } from '#platform/browser/language.ts'

/** The first stop of the keyboard: past the navigation. Leads to `#main`, which the `Shell` is. */
export function SkipLink() {
  return (
    <a className="button skip" href="#main">
      {t('design.skip')}
    </a>
  )
}
