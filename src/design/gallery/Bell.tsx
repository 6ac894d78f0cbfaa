import { Bell as BellIcon } from 'lucide-react'
import { Popover } from '../Popover.tsx'
import { useSampleWords } from './use-sample-words.ts'

export function Bell() {
  const say = useSampleWords()
  return (
    <Popover label={say.bell} iconOnly icon={BellIcon} count={3} roomy>
      <p>{say.bellEmpty}</p>
    </Popover>
  )
}
