import { Dialog } from '@weft/ui/dialog/dialog.tsx'
import { useWords } from '../../words/words.ts'
import { type Chord, capsOf, isMac, type KeyName, keymap } from './keymap.ts'
import './keys-dialog.css'

/** Every chord, and whom to ask. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  const { keys: words } = useWords()
  const mac = isMac()
  const send: Chord = { code: 'Enter', with: 'command', cap: 'Enter' }
  return (
    <Dialog title={words.title} onClose={onClose}>
      <div className="keys">
        <p>{words.lead}</p>
        <dl className="keys__list">
          {(Object.entries(keymap) as [KeyName, Chord][]).map(([name, chord]) => (
            <Line key={name} act={words.acts[name]} caps={capsOf(chord, mac)} />
          ))}
          <Line act={words.send} caps={capsOf(send, mac)} />
        </dl>
        <p>{words.help}</p>
      </div>
    </Dialog>
  )
}

function Line({ act, caps }: { act: string; caps: string[] }) {
  return (
    <div className="keys__line">
      <dt>{act}</dt>
      <dd>
        {caps.map((cap) => (
          <kbd key={cap}>{cap}</kbd>
        ))}
      </dd>
    </div>
  )
}
