import { createContext, type ReactNode, useCallback, useContext, useEffect, useRef, useState } from 'react'
import { usePieceWords } from '../language/language.tsx'
import { type ToastWords, words } from './words.ts'
import './toast.css'

export interface Toast {
  /** “Shared with Health Coaching”. */
  text: string
  /** Never the only way back: the same act stands in a menu. */
  onUndo?: () => void
}

const stayMs = 10_000

const ShowToast = createContext<(toast: Toast) => void>(() => {})

/** Says that something small was done, and takes it back for ten seconds. */
export const useToast = () => useContext(ShowToast)

/** Once per app. One toast at a time: a new one takes the old one's place. */
export function ToastHost({ children, words: given }: { children: ReactNode; words?: Partial<ToastWords> }) {
  const [shown, setShown] = useState<{ toast: Toast; turn: number } | null>(null)
  const show = useCallback((toast: Toast) => setShown((before) => ({ toast, turn: (before?.turn ?? 0) + 1 })), [])
  const end = useCallback(() => setShown(null), [])
  return (
    <ShowToast value={show}>
      {children}
      {/* The region is always there: one that comes with its words is often not read. */}
      <div className="wf-toast-place" role="status">
        {shown && <ToastView key={shown.turn} {...shown.toast} onEnd={end} words={given} />}
      </div>
    </ShowToast>
  )
}

export interface ToastViewProps extends Toast {
  onEnd: () => void
  words?: Partial<ToastWords>
}

/** The clock stops while a pointer or focus is on it. */
export function ToastView({ text, onUndo, onEnd, words: given }: ToastViewProps) {
  const say = usePieceWords('toast', words, given)
  const [isHeld, setHeld] = useState(false)
  const left = useRef(stayMs)
  useEffect(() => {
    if (isHeld) return
    const from = Date.now()
    const timer = setTimeout(onEnd, left.current)
    return () => {
      clearTimeout(timer)
      left.current = Math.max(0, left.current - (Date.now() - from))
    }
  }, [isHeld, onEnd])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: resting on it only stops the clock
    <div
      className="wf-toast"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <p>{text}</p>
      {onUndo && (
        <button
          type="button"
          onClick={() => {
            onUndo()
            onEnd()
          }}
        >
          {say.undo}
        </button>
      )}
    </div>
  )
}
