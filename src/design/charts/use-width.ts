import { type RefObject, useLayoutEffect, useRef, useState } from 'react'

/** The width of a picture on a desk; on a phone it is 358. In between it is drawn for the room there is. */
const wideWidth = 1104
/** Below this a picture is drawn the narrow way: labels above lines, fewer ticks. */
export const narrowBelow = 600

/** The width of a box, at most `wideWidth`, measured before the first paint and whenever it changes. */
export function useWidth(): [ref: RefObject<HTMLDivElement | null>, width: number] {
  const ref = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(wideWidth)

  useLayoutEffect(() => {
    const box = ref.current
    if (!box) return
    const measure = () => {
      const room = Math.floor(box.clientWidth)
      // A box that is not shown has no room; its picture waits for one that has.
      if (room > 0) setWidth(Math.min(room, wideWidth))
    }
    measure()
    const watch = new ResizeObserver(measure)
    watch.observe(box)
    return () => watch.disconnect()
  }, [])

  return [ref, width]
}
