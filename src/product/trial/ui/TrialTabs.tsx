import { Tabs } from '#design/Tabs.tsx'
import { t } from '#platform/browser/language.ts'
import { useAddress } from '#platform/browser/router.tsx'
import { useSigned } from '#platform/browser/signed.ts'
import { Trial } from '../trial.ts'
import type { ListedTrials } from './filter-in.ts'

/** All trials, one's own, or those in one state. */
export function TrialTabs({ filter: { state, owner } }: { filter: ListedTrials }) {
  const addressOf = useAddress()
  const { personId } = useSigned()
  return (
    <Tabs
      label={t('trial.views')}
      tabs={[
        { href: addressOf('/trials'), label: t('trial.all'), current: !state && !owner },
        { href: addressOf(`/trials?owner=${personId}`), label: t('trial.mine'), current: owner === personId && !state },
        ...Trial.shape.state.options.map((name) => ({
          href: addressOf(`/trials?state=${name}`),
          label: t(`trial.state.${name}`),
          current: state === name,
        })),
      ]}
    />
  )
}
