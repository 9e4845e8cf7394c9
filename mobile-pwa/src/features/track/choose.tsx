import { type Help, helps } from '@weft/contract/own/choices.ts'
import { Switch } from '@weft/ui/choice/choice.tsx'
import { useScreen } from '../../shell/frame.tsx'
import { useOwn } from '../../shell/own.tsx'
import { useWords } from '../../words/words-provider.tsx'
import { AddProblem } from './add-problem.tsx'
import { HeldNames } from './held-names.tsx'
import { ProblemList } from './problem-list.tsx'
import { useTrackers } from './use-trackers.ts'
import './track.css'

/** What is on Track: sleep, mood, and up to five problems of one's own, to add, rename, pause and stop. */
export default function Choose() {
  const { track } = useWords()
  const { slice, push } = useOwn('choices')
  const { trackers } = useTrackers()
  useScreen({ title: track.choosing.title, back: '/track' })

  const wanted = slice.helpWith ?? helps
  const toggle = (help: Help, isOn: boolean) =>
    push('choices.change', { helpWith: isOn ? [...wanted, help] : wanted.filter((one) => one !== help) })

  return (
    <div className="form">
      <section className="track">
        <h2>{track.choosing.shown}</h2>
        <Switch label={track.sleep} isOn={wanted.includes('sleep')} onChange={(isOn) => void toggle('sleep', isOn)} />
        <Switch label={track.mood} isOn={wanted.includes('mood')} onChange={(isOn) => void toggle('mood', isOn)} />
      </section>
      <section className="track">
        <h2>{track.choosing.own}</h2>
        <p className="form__intro">{track.choosing.ownIntro}</p>
        <HeldNames />
        <ProblemList problems={trackers.problems} />
        <AddProblem problems={trackers.problems} />
      </section>
    </div>
  )
}
