import { useSyncExternalStore } from 'react'

/**
 * Voices that speak on this device. Others send the words to a company's servers to be spoken, and are never used: a diary would go with them
 * (experience.md P24).
 */
const ownVoices = (): SpeechSynthesisVoice[] => speechSynthesis.getVoices().filter((voice) => voice.localService)

export const voiceFor = (language: string): SpeechSynthesisVoice | undefined => {
  const spoken = language.toLowerCase().split('-')[0]
  const fitting = ownVoices().filter((voice) => voice.lang.toLowerCase().split(/[-_]/)[0] === spoken)
  return fitting.find((voice) => voice.default) ?? fitting[0]
}

/** Browsers learn of their voices a moment after they are first asked. */
export const useHasVoice = (language: string): boolean =>
  useSyncExternalStore(
    (tell) => {
      if (!('speechSynthesis' in globalThis)) return () => {}
      speechSynthesis.addEventListener('voiceschanged', tell)
      return () => speechSynthesis.removeEventListener('voiceschanged', tell)
    },
    () => 'speechSynthesis' in globalThis && voiceFor(language) !== undefined,
  )
