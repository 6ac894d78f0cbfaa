import { FlaskConical, Lightbulb, Plus } from 'lucide-react'
import { useState } from 'react'
import { type CommandGroup, CommandPalette } from '../CommandPalette.tsx'
import { Grade } from '../Grade.tsx'
import { Kbd } from '../Kbd.tsx'
import { useSampleWords } from './use-sample-words.ts'

export function SamplePalette({ open, onClose }: { open: boolean; onClose: () => void }) {
  const say = useSampleWords()
  const [text, setText] = useState('')
  const found = [
    { id: 'trial', label: say.commandTrial, icon: FlaskConical, aside: <Grade of="A" />, onPick: () => {} },
    { id: 'idea', label: say.commandIdea, icon: Lightbulb, aside: say.open, onPick: () => {} },
  ].filter((command) => command.label.toLowerCase().includes(text.toLowerCase()))
  const groups: CommandGroup[] = [
    ...(found.length > 0 ? [{ id: 'results', title: say.results, commands: found }] : []),
    {
      id: 'do',
      title: say.doIt,
      commands: [{ id: 'write', label: say.commandWrite(text), icon: Plus, aside: <Kbd keys="C" />, onPick: () => {} }],
    },
  ]
  return <CommandPalette open={open} onClose={onClose} text={text} onText={setText} groups={groups} />
}
