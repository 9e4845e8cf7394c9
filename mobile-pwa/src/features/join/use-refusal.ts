import { useEffect } from 'react'
import type { Form } from '../../shell/use-form.ts'
import { useJoin } from './join-answers.ts'

/** Says on this page, once, what the server refused at the end. */
export function useRefusal({ fail }: Form, fieldId: string): void {
  const { refusal, setRefusal } = useJoin()
  useEffect(() => {
    if (!refusal) return
    fail([{ fieldId, message: refusal }])
    setRefusal(undefined)
  }, [refusal, setRefusal, fail, fieldId])
}
