import { Button } from '@weft/ui/button/button.tsx'
import { Square, Volume2 } from 'lucide-react'
import { useCallback, useEffect, useState } from 'react'
import { useWords } from '../../words/words-provider.tsx'
import { passagesIn } from './page-text.ts'
import { useHasVoice, voiceFor } from './voices.ts'
import './read-aloud.css'

/**
 * Reads the page that is open, when it is asked to. It falls silent as soon as the page is left, locked or covered: whoever is near then must
 * not hear the rest.
 */
export default function ReadAloud({ path }: { path: string }) {
  const words = useWords()
  const say = words.readAloud
  const hasVoice = useHasVoice(words.language.code)
  const [isReading, setReading] = useState(false)
  const stop = useCallback(() => {
    speechSynthesis.cancel()
    setReading(false)
  }, [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: each page is begun anew
  useEffect(() => {
    addEventListener('pagehide', stop)
    document.addEventListener('visibilitychange', stop)
    return () => {
      removeEventListener('pagehide', stop)
      document.removeEventListener('visibilitychange', stop)
      stop()
    }
  }, [stop, path])
  if (!hasVoice) return null

  const read = () => {
    speechSynthesis.cancel()
    const roots = [...document.querySelectorAll('h1, main')]
    const spoken = passagesIn(roots).flatMap(({ text, language }) => {
      const voice = voiceFor(language)
      if (!voice) return []
      const utterance = new SpeechSynthesisUtterance(text)
      utterance.voice = voice
      utterance.lang = voice.lang
      return [utterance]
    })
    const last = spoken.at(-1)
    if (!last) return
    last.addEventListener('end', () => setReading(false))
    setReading(true)
    for (const utterance of spoken) speechSynthesis.speak(utterance)
  }
  return (
    <div className="read-aloud" data-unread="">
      <Button kind="quiet" icon={isReading ? Square : Volume2} onClick={isReading ? stop : read}>
        {isReading ? say.stop : say.read}
      </Button>
    </div>
  )
}
