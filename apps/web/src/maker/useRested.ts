import { useEffect, useState } from 'react'

const REST_MS = 450

/** A value once it has come to rest: typing asks for no season at every letter. */
export const useRested = <Value>(value: Value): Value => {
  const [rested, setRested] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), REST_MS)
    return () => clearTimeout(timer)
  }, [value])
  return rested
}
