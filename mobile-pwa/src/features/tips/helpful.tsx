import { rateTip } from '@weft/contract/tips/operations.ts'
import { Button } from '@weft/ui/button/button.tsx'
import { useState } from 'react'
import { CallFailed, call } from '../../wire/call.ts'
import { problemWords } from '../../words/problem-words.ts'
import { useWords } from '../../words/words-provider.tsx'

/** Counted without saying who. Asked once; it is not kept on the device either. */
export function Helpful({ slug }: { slug: string }) {
  const words = useWords()
  const say = words.tips
  const [said, setSaid] = useState('')
  const [isDone, setDone] = useState(false)
  const rate = async (isHelpful: boolean) => {
    try {
      await call(rateTip, { slug, isHelpful })
      setDone(true)
      setSaid(say.thanks)
    } catch (error) {
      if (error instanceof CallFailed) setSaid(problemWords(error, words))
    }
  }
  return (
    <fieldset className="tips__helpful">
      <legend>{say.helpful}</legend>
      {!isDone && (
        <div className="tips__acts">
          <Button onClick={() => void rate(true)}>{say.yes}</Button>
          <Button onClick={() => void rate(false)}>{say.no}</Button>
        </div>
      )}
      <p role="status">{said}</p>
      {!isDone && <p className="tips__about">{say.countedOnly}</p>}
    </fieldset>
  )
}
