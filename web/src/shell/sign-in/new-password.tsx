import { completeReset } from '@weft/contract/people/operations.ts'
import { Password } from '@weft/contract/people/shapes.ts'
import { Button } from '@weft/ui/button/button.tsx'
import { PasswordField } from '@weft/ui/text-field/text-field.tsx'
import { useState } from 'react'
import type { Words } from '../../words/words.ts'
import { useWords } from '../../words/words.ts'
import { CallProblem, call } from '../call.ts'
import { CodeField, checkCode } from './code-field.tsx'
import { HelpForm } from './help-form.tsx'
import { HelpPage } from './help-page.tsx'
import { type Mistakes, useHelpForm } from './use-help-form.ts'

interface Props {
  email: string
  onAskAgain: () => void
  onDone: () => void
  onBack: () => void
}

/** The code that was sent, and the password to have from now on. */
export function NewPassword({ email, onAskAgain, onDone, onBack }: Props) {
  const { signIn } = useWords()
  const [code, setCode] = useState('')
  const [password, setPassword] = useState('')
  const form = useHelpForm({
    check: () => ({
      ...checkCode(code, signIn),
      ...(Password.safeParse(password).success ? {} : { password: signIn.newPasswordMissing }),
    }),
    async act() {
      await call(completeReset, { email, app: 'staff', code, password })
      onDone()
    },
    explain: (error) => mistakesOf(error, signIn),
  })
  return (
    <HelpPage title={signIn.newPasswordTitle} onBack={onBack}>
      <HelpForm form={form} submit={signIn.setNewPassword} busy={signIn.setting}>
        {/* For password managers: whose password this is. */}
        <input type="email" autoComplete="username" value={email} readOnly hidden />
        <CodeField form={form} email={email} value={code} onChange={setCode} />
        <PasswordField
          id={form.idOf('password')}
          label={signIn.newPassword}
          hint={signIn.newPasswordHint}
          autoComplete="new-password"
          value={password}
          onChange={(event) => setPassword(event.target.value)}
          error={form.errorOf('password')}
        />
      </HelpForm>
      <Button kind="quiet" block onClick={onAskAgain}>
        {signIn.askAgain}
      </Button>
    </HelpPage>
  )
}

function mistakesOf(error: unknown, words: Words['signIn']): Mistakes | undefined {
  if (!(error instanceof CallProblem)) return undefined
  if (error.code === 'code-not-right') return { code: words.codeWrong }
  const isAboutPassword = error.problem.fields?.some(({ path }) => path === 'password')
  return isAboutPassword ? { password: words.newPasswordCommon } : undefined
}
