import { Choices } from '#design/Choices.tsx'
import { Stack } from '#design/Layout.tsx'
import { ProblemNotice } from '#design/ProblemNotice.tsx'
import { t } from '#platform/browser/language.ts'
import { designs } from '../trial.ts'
import type { DesignTaken } from './use-design.ts'

/** Who is compared with whom, in plain words; the usual one first. */
export function DesignChoice({ design: { design, take, error } }: { design: DesignTaken }) {
  const order = ['pilot', ...designs.filter((one) => one !== 'pilot')] as const
  return (
    <Stack gap="2">
      <Choices
        label={t('trial.design')}
        labelHidden
        value={design}
        onValue={(next) => take(next as DesignTaken['design'])}
        choices={order.map((one) => ({
          value: one,
          title: t(`trial.design.${one}`),
          detail: t(`trial.design-help.${one}`),
        }))}
      />
      <ProblemNotice error={error} />
    </Stack>
  )
}
