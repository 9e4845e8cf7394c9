import { FILE_MAX_BYTES, type WeftFile } from '@weft/contract/my-data/file.ts'
import { importFile } from '@weft/contract/my-data/operations.ts'
import { Button, LinkButton } from '@weft/ui/button/button.tsx'
import { ErrorSummary } from '@weft/ui/error-summary/error-summary.tsx'
import { Notice } from '@weft/ui/notice/notice.tsx'
import { FileJson } from 'lucide-react'
import { useRef, useState } from 'react'
import { useScreen } from '../../shell/frame.tsx'
import { useOwn } from '../../shell/own.tsx'
import { useForm } from '../../shell/use-form.ts'
import { useReachable } from '../../shell/use-reachable.ts'
import { CallFailed, call } from '../../wire/call.ts'
import { useWords } from '../../words/words-provider.tsx'
import '../../shell/form.css'
import './settings.css'

/** Bringing a file back, whole or not at all. What comes of it shows on each device by itself. */
export default function Import() {
  const words = useWords()
  const say = words.myData.bring
  const isReachable = useReachable()
  const { personId } = useOwn('exports')
  const [file, setFile] = useState<File>()
  const [added, setAdded] = useState<number>()
  const chooser = useRef<HTMLInputElement>(null)

  const form = useForm({
    check: () => [!file && { fieldId: 'file', message: say.errors.none }],
    async act() {
      const chosen = file as File
      if (chosen.size > FILE_MAX_BYTES) throw new Unreadable(say.errors.tooBig)
      const brought = await call(importFile, { personId, file: await read(chosen, say.errors) })
      setAdded(brought.added)
    },
    explain(error) {
      const message = error instanceof Unreadable ? error.message : refusal(error, say.errors)
      return message === undefined ? undefined : [{ fieldId: 'file', message }]
    },
  })
  useScreen({ title: say.title, back: '/settings/export' })

  if (added !== undefined)
    return (
      <div className="form">
        <Notice tone="ok">
          <p role="status">{added > 0 ? say.done(added) : say.nothing}</p>
        </Notice>
        <LinkButton kind="primary" block href="/today">
          {say.look}
        </LinkButton>
      </div>
    )
  return (
    <form className="form" onSubmit={form.onSubmit} noValidate>
      <p className="form__intro">{say.intro}</p>
      <ErrorSummary errors={form.errors} words={{ title: words.problem.summary }} />
      <ul className="settings__facts">
        {[say.how, say.private, say.stays].map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
      {!isReachable && <Notice tone="info">{words.settings.needsInternet}</Notice>}
      <input
        ref={chooser}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label={say.choose}
        onChange={(event) => {
          form.mend('file')
          setFile(event.target.files?.[0])
        }}
      />
      <Button id="file" icon={FileJson} block aria-describedby="file-said" onClick={() => chooser.current?.click()}>
        {say.choose}
      </Button>
      <p id="file-said" role="status" className={form.errorOf('file') && 'settings__wrong'}>
        {form.errorOf('file') ?? (file && say.chosen(file.name))}
      </p>
      <Button id={form.buttonId} type="submit" kind="primary" block busy={form.isBusy ? say.busy : undefined}>
        {say.act}
      </Button>
    </form>
  )
}

class Unreadable extends Error {}

type Errors = ReturnType<typeof useWords>['myData']['bring']['errors']

/** What any phone can tell of a file without asking; the rest is the server's to say. */
async function read(file: File, errors: Errors): Promise<WeftFile> {
  const text = await file.text()
  if (text.startsWith('PK')) throw new Unreadable(errors.zip)
  try {
    const found = JSON.parse(text)
    if (found?.format === 'weft') return found
  } catch {
    // Said below.
  }
  throw new Unreadable(errors.notOurs)
}

function refusal(error: unknown, errors: Errors): string | undefined {
  if (!(error instanceof CallFailed)) return undefined
  if (error.code === 'too-big') return errors.tooBig
  const [field] = error.problem?.fields ?? []
  if (field?.path === 'file') return errors.tooBig
  return field && errors.wrong(field.path.replace(/^file\./, ''))
}
