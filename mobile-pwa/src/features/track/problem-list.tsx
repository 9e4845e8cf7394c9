import { ACTIVE_PROBLEMS_MAX, type Problem } from '@weft/contract/trackers/shapes.ts'
import { Button } from '@weft/ui/button/button.tsx'
import { Dialog } from '@weft/ui/dialog/dialog.tsx'
import { ListRow, RowList } from '@weft/ui/list-row/list-row.tsx'
import { Menu } from '@weft/ui/menu/menu.tsx'
import { TextField } from '@weft/ui/text-field/text-field.tsx'
import { useToast } from '@weft/ui/toast/toast.tsx'
import { useId, useState } from 'react'
import { useForm } from '../../shell/use-form.ts'
import { useWords } from '../../words/words-provider.tsx'
import { isName } from './add-problem.tsx'
import { useTrackers } from './use-trackers.ts'

/** Those tracked now, then paused ones, then those that were stopped; none is ever taken away with what was rated. */
export function ProblemList({ problems }: { problems: readonly Problem[] }) {
  const { track } = useWords()
  const { choosing } = track
  const { push } = useTrackers()
  const toast = useToast()
  const [renaming, setRenaming] = useState<Problem>()
  if (problems.length === 0) return null

  const isFull = problems.filter((one) => one.state === 'active').length >= ACTIVE_PROBLEMS_MAX
  const back = { active: 'problem.resume', paused: 'problem.pause', retired: 'problem.retire' } as const
  const move = async (problem: Problem, state: Problem['state']) => {
    const { problemId } = problem
    await push(back[state], { problemId })
    toast({ text: choosing.states[state], onUndo: () => void push(back[problem.state], { problemId }) })
  }
  const items = (problem: Problem) => [
    { label: choosing.rename, onPick: () => setRenaming(problem) },
    ...(problem.state === 'active' ? [{ label: choosing.pause, onPick: () => void move(problem, 'paused') }] : []),
    ...(problem.state !== 'active' && !isFull
      ? [{ label: choosing.resume, onPick: () => void move(problem, 'active') }]
      : []),
    ...(problem.state !== 'retired' ? [{ label: choosing.retire, onPick: () => void move(problem, 'retired') }] : []),
  ]
  const order = ['active', 'paused', 'retired']
  const sorted = [...problems].sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state))
  return (
    <>
      <RowList label={choosing.own}>
        {sorted.map((problem) => (
          <ListRow
            key={problem.problemId}
            title={<bdi>{problem.words}</bdi>}
            detail={choosing.states[problem.state]}
            end={<Menu label={choosing.menuFor(problem.words)} items={items(problem)} iconOnly />}
          />
        ))}
      </RowList>
      {renaming && <Rename problem={renaming} onClose={() => setRenaming(undefined)} />}
    </>
  )
}

function Rename({ problem, onClose }: { problem: Problem; onClose: () => void }) {
  const { track, app } = useWords()
  const { choosing } = track
  const { push } = useTrackers()
  const id = useId()
  const [name, setName] = useState(problem.words)
  const form = useForm({
    check: () => [!isName(name) && { fieldId: id, message: choosing.errors.name }],
    act: async () => {
      const { problemId, version } = problem
      if (name.trim() !== problem.words)
        await push('problem.rename', { problemId, words: name.trim(), baseVersion: version })
      onClose()
    },
  })
  return (
    <Dialog title={choosing.renameTitle} onClose={onClose} words={{ close: app.close }}>
      <form className="form" onSubmit={form.onSubmit} noValidate>
        <TextField
          id={id}
          label={choosing.newName}
          value={name}
          error={form.errorOf(id)}
          onChange={(event) => {
            setName(event.target.value)
            form.mend(id)
          }}
        />
        <Button kind="primary" type="submit" id={form.buttonId} block>
          {track.save}
        </Button>
      </form>
    </Dialog>
  )
}
