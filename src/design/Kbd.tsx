/** A key or a chord as people name it: "Ctrl K". */
export function Kbd({ keys }: { keys: string }) {
  return <kbd>{keys}</kbd>
}
