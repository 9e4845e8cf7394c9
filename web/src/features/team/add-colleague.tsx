import { useMutation } from '@tanstack/react-query'
import { uuidv7 } from '@weft/channels/client'
import { addTeamMember } from '@weft/contract/organisations/operations.ts'
import { TeamRole } from '@weft/contract/organisations/shapes.ts'
import { Button } from '@weft/ui/button/button.tsx'
import { SelectField } from '@weft/ui/select-field/select-field.tsx'
import { TextField } from '@weft/ui/text-field/text-field.tsx'
import { useToast } from '@weft/ui/toast/toast.tsx'
import { type FormEvent, useState } from 'react'
import { call, codeOf } from '../../shell/call.ts'
import { useWords } from '../../words/words.ts'

type Role = (typeof TeamRole.options)[number]
const reference = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** A colleague joins by the staff reference that they find in their own settings: nobody browses a list of staff to find them. */
export function AddColleague({ serviceId, onAdded }: { serviceId: string; onAdded: () => void }) {
  const { team: words, conversation } = useWords()
  const toast = useToast()
  const [staffId, setStaffId] = useState('')
  const [role, setRole] = useState<Role>('member')
  const [teamMemberId, setTeamMemberId] = useState(() => uuidv7())
  const [error, setError] = useState<string>()
  const add = useMutation({
    mutationFn: () => call(addTeamMember, { serviceId, teamMemberId, staffId: staffId.trim().toLowerCase(), role }),
    onSuccess: (member) => {
      toast({ text: words.added(member.name) })
      setStaffId('')
      setTeamMemberId(uuidv7())
      onAdded()
    },
    onError: (problem) => {
      const code = codeOf(problem)
      if (code === 'not-found' || code === 'not-acceptable') setError(words.staffUnknown)
      else if (code === 'wrong-state') setError(words.staffAlready)
      else setError(conversation.problem)
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const isGiven = reference.test(staffId.trim())
    setError(isGiven ? undefined : words.staffMissing)
    if (isGiven && !add.isPending) add.mutate()
  }
  return (
    <form className="team__add" onSubmit={submit} noValidate>
      <h3>{words.addMember}</h3>
      <TextField
        label={words.staffId}
        hint={words.staffIdHint}
        spellCheck={false}
        value={staffId}
        error={error}
        onChange={(event) => setStaffId(event.target.value)}
      />
      <SelectField
        label={words.roleLabel}
        value={role}
        options={TeamRole.options.map((value) => ({ value, label: words.role[value] }))}
        onChange={(event) => setRole(event.target.value as Role)}
      />
      <Button type="submit" busy={add.isPending ? words.adding : undefined}>
        {words.addSubmit}
      </Button>
    </form>
  )
}
