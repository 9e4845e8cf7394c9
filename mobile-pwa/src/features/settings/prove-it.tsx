import { proveAgain } from '@weft/contract/people/operations.ts'
import { Button } from '@weft/ui/button/button.tsx'
import { ErrorSummary } from '@weft/ui/error-summary/error-summary.tsx'
import { PasswordField } from '@weft/ui/text-field/text-field.tsx'
import { useEffect, useId, useRef, useState } from 'react'
import { useSessions } from '../../shell/session.tsx'
import { useForm } from '../../shell/use-form.ts'
import { CallFailed, call } from '../../wire/call.ts'
import { useWords } from '../../words/words-provider.tsx'

/** Whether a grave act was refused because the sign-in is not fresh: the password is asked for, and the act done again. */
export const needsProof = (error: unknown): boolean => error instanceof CallFailed && error.code === 'prove-again'

/** In place of the screen that asked for the act: the password again, then on with it. */
export function ProveIt({ onProven, onStop }: { onProven: () => void; onStop: () => void }) {
  const words = useWords()
  const say = words.myData.prove
  const { leave } = useSessions()
  const [password, setPassword] = useState('')
  const titleId = useId()
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [])

  const form = useForm({
    check: () => [password === '' && { fieldId: 'password', message: say.empty }],
    async act() {
      await call(proveAgain, { password })
      onProven()
    },
    explain: (error) =>
      error instanceof CallFailed && error.code === 'details-do-not-match'
        ? [{ fieldId: 'password', message: say.wrong }]
        : undefined,
  })
  return (
    <form className="form" aria-labelledby={titleId} onSubmit={form.onSubmit} noValidate>
      <h2 id={titleId} ref={title} tabIndex={-1}>
        {say.title}
      </h2>
      <p className="form__intro">{say.why}</p>
      <ErrorSummary errors={form.errors} words={{ title: words.problem.summary }} />
      <PasswordField
        id="password"
        label={say.password}
        error={form.errorOf('password')}
        value={password}
        onChange={(event) => {
          form.mend('password')
          setPassword(event.target.value)
        }}
      />
      <Button id={form.buttonId} type="submit" kind="primary" block busy={form.isBusy ? say.busy : undefined}>
        {say.act}
      </Button>
      <Button block onClick={onStop}>
        {say.stop}
      </Button>
      <div className="form__more">
        <Button kind="quiet" onClick={() => void leave()}>
          {say.forgot}
        </Button>
      </div>
    </form>
  )
}
