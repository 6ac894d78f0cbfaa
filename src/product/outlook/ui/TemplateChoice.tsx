import { Choices } from '#design/Choices.tsx'
import { Grade } from '#design/Grade.tsx'
import { t } from '#platform/browser/language.ts'
import { adviseOn } from '../advise.ts'
import { type TemplatePlace, type TrialTemplate, trialTemplates } from '../templates.ts'

interface TemplateChoiceProps {
  place: TemplatePlace | null
  onTemplate: (template: TrialTemplate) => void
}

/** Where it will be tried: what is usually asked, measured and possible there. */
export function TemplateChoice({ place, onTemplate }: TemplateChoiceProps) {
  return (
    <Choices
      label={t('outlook.template')}
      help={t('outlook.template-help')}
      beside
      value={place}
      onValue={(chosen) => {
        const template = trialTemplates.find((each) => each.place === chosen)
        if (template) onTemplate(template)
      }}
      choices={trialTemplates.map(({ place: value, situation, metric }) => ({
        value,
        title: t(`outlook.template.${value}.title`),
        detail: t('outlook.template-says', {
          metric: t(`outlook.template.${value}.metric`),
          each: t('outlook.each', { rhythm: metric.every }),
          design: t(`outlook.design.${adviseOn(situation, usualIn(value)).proposed}`),
        }),
        aside: <Grade of={adviseOn(situation, usualIn(value)).grade} />,
      }))}
    />
  )
}

/** As many places and as much history as is usual there: a line and an office are one of a kind. */
function usualIn(place: TemplatePlace) {
  return { sites: place === 'line' || place === 'office' ? 1 : 12, periodsBefore: 26, season: null }
}
