import { useEffect, useState } from 'react'

/** The value once it has rested for `restMs`: so that nobody asks for every letter. */
export function useSettled<Value>(value: Value, restMs = 500): Value {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), restMs)
    return () => clearTimeout(timer)
  }, [value, restMs])
  return settled
}
