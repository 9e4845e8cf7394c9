import { Failed } from '@weft/ui/house-state/house-state.tsx'
import { Component, type ReactNode } from 'react'
import { useWords } from '../words/words-provider.tsx'

/** A screen that breaks leaves the rest standing: bar, help, and whatever was saved. */
export class Problem extends Component<{ children: ReactNode }, { hasBroken: boolean }> {
  override state = { hasBroken: false }

  static getDerivedStateFromError() {
    return { hasBroken: true }
  }

  override render() {
    if (!this.state.hasBroken) return this.props.children
    return <Broken onTryAgain={() => this.setState({ hasBroken: false })} />
  }
}

function Broken({ onTryAgain }: { onTryAgain: () => void }) {
  const words = useWords()
  return <Failed onTryAgain={onTryAgain} words={{ wrong: () => words.problem.wrong, tryAgain: words.app.tryAgain }} />
}
