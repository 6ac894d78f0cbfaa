/** Two teeth, and the pawl that lets them go forward only. */
export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 24 24" aria-hidden="true">
      <path fill="currentColor" d="M2 21.5v-2.3L11 10.700v8.100l9-8.400v11.100z" />
      <path fill="currentColor" d="M13.200 14.600V9.400l4.100-3.900a2.95 2.95 0 1 1 2.100 3.200z" />
    </svg>
  )
}
