import { acceptInvite } from '@weft/contract/organisations/operations.ts'
import { Button } from '@weft/ui/button/button.tsx'
import { DateInput } from '@weft/ui/date-input/date-input.tsx'
import { type DateParts, readDate } from '@weft/ui/date-input/read-date.ts'
import { ErrorSummary } from '@weft/ui/error-summary/error-summary.tsx'
import { TextField } from '@weft/ui/text-field/text-field.tsx'
import { useState } from 'react'
import { useForm } from '../../shell/use-form.ts'
import { CallFailed, call } from '../../wire/call.ts'
import { useDates, useWords } from '../../words/words-provider.tsx'
import '../../shell/form.css'

interface Props {
  onJoined: (serviceName: string) => void
}

/** The code and a date of birth. Every refusal is one answer. */
export function InviteForm({ onJoined }: Props) {
  const words = useWords()
  const dates = useDates()
  const [code, setCode] = useState('')
  const [born, setBorn] = useState<DateParts>({ day: '', month: '', year: '' })
  const { errors } = words.invite
  const bornOn = () => readDate(born, { notAfter: dates.localDay(new Date().toISOString()), notBefore: '1900-01-01' })

  const form = useForm({
    check: () => [
      code.trim().length < 4 && { fieldId: 'code', message: errors.code },
      !bornOn().ok && { fieldId: 'born', message: errors.born },
    ],
    async act() {
      const read = bornOn()
      if (!read.ok) return
      onJoined((await call(acceptInvite, { code: code.trim(), bornOn: read.date })).serviceName)
    },
    explain: (error) =>
      error instanceof CallFailed && error.code === 'code-not-right'
        ? [{ fieldId: 'code', message: errors.noMatch }]
        : undefined,
  })

  return (
    <form className="form" onSubmit={form.onSubmit} noValidate>
      <ErrorSummary errors={form.errors} words={{ title: words.problem.summary }} />
      <p className="form__intro">{words.invite.intro}</p>
      <TextField
        id="code"
        label={words.invite.code}
        error={form.errorOf('code')}
        autoCapitalize="characters"
        spellCheck={false}
        dir="ltr"
        maxLength={40}
        value={code}
        onChange={(event) => {
          form.mend('code')
          setCode(event.target.value)
        }}
      />
      <DateInput
        id="born"
        legend={words.invite.born}
        hint={words.invite.bornHint}
        error={form.errorOf('born')}
        autoComplete="bday"
        value={born}
        onChange={(value) => {
          form.mend('born')
          setBorn(value)
        }}
      />
      <Button id={form.buttonId} type="submit" kind="primary" block busy={form.isBusy ? words.invite.busy : undefined}>
        {words.invite.submit}
      </Button>
    </form>
  )
}
