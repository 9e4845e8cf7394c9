import { Button } from '@weft/ui/button/button.tsx'
import { ErrorSummary } from '@weft/ui/error-summary/error-summary.tsx'
import type { ReactNode } from 'react'
import { useWords } from '../../words/words.ts'
import type { HelpForm as Form } from './use-help-form.ts'

interface Props {
  form: Form
  submit: string
  busy: string
  children: ReactNode
}

/** What is wrong, the fields, and one button. */
export function HelpForm({ form, submit, busy, children }: Props) {
  const { signIn } = useWords()
  return (
    <form className="sign-in" onSubmit={form.onSubmit} noValidate>
      <ErrorSummary errors={form.errors} words={{ title: signIn.problem }} />
      {children}
      <Button id={form.idOf('submit')} kind="primary" type="submit" block busy={form.isBusy ? busy : undefined}>
        {submit}
      </Button>
    </form>
  )
}
