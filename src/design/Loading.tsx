import { t } from '#platform/browser/language.ts'

/** Grey lines of about the size of what is coming, so that nothing jumps when it arrives. */
export function Skeleton({ lines = 3 }: { lines?: number | undefined }) {
  return (
    <div className="skeleton" role="status">
      <span className="sr">{t('design.loading')}</span>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all alike
        <span key={line} />
      ))}
    </div>
  )
}

/** A grey box of a given height in pixels: for a picture that is coming. */
export function SkeletonBlock({ height }: { height: number }) {
  return (
    <div className="skeleton" data-block role="status" style={{ blockSize: height }}>
      <span>
        <span className="sr">{t('design.loading')}</span>
      </span>
    </div>
  )
}

/** Long work in words. */
export function Loading({ text = t('design.loading') }: { text?: string | undefined }) {
  return (
    <p className="loading small quiet" role="status">
      <span className="spinner" />
      {text}
    </p>
  )
}
