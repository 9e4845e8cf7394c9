import { Button } from '@weft/ui/button/button.tsx'
import { Failed } from '@weft/ui/house-state/house-state.tsx'
import { Component, type ReactNode } from 'react'
import { useWords } from '../words/words.ts'
import { isCodeMissing } from './frame/use-stale-code.ts'

interface BoundaryState {
  error?: unknown
  turn: number
}

/** Never a blank page: what could not be drawn says so, and can be tried again. */
export class Unbroken extends Component<{ children: ReactNode }, BoundaryState> {
  override state: BoundaryState = { turn: 0 }

  static getDerivedStateFromError(error: unknown): Partial<BoundaryState> {
    return { error }
  }

  override render() {
    const { error, turn } = this.state
    if (error === undefined)
      return (
        <div key={turn} style={{ display: 'contents' }}>
          {this.props.children}
        </div>
      )
    return <Broken error={error} onTryAgain={() => this.setState({ error: undefined, turn: turn + 1 })} />
  }
}

export function Broken({ error, onTryAgain }: { error: unknown; onTryAgain: () => void }) {
  const { shell } = useWords()
  if (!isMissingCode(error)) return <Failed onTryAgain={onTryAgain} />
  return (
    <div className="page" role="alert">
      <p>{shell.newVersion}</p>
      <Button kind="primary" onClick={() => location.reload()}>
        {shell.updateNow}
      </Button>
    </div>
  )
}

/** A piece of this page is gone from the server: a newer version has taken its place. Offline it is only out of reach. */
const isMissingCode = (error: unknown) =>
  navigator.onLine && error instanceof Error && (isCodeMissing() || /import|preload|module script/i.test(error.message))
