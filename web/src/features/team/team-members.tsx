import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { changeTeamRole, listTeam, removeTeamMember } from '@weft/contract/organisations/operations.ts'
import { type Service, type TeamMember, TeamRole } from '@weft/contract/organisations/shapes.ts'
import { Button } from '@weft/ui/button/button.tsx'
import { Confirm } from '@weft/ui/confirm/confirm.tsx'
import { Failed, Loading } from '@weft/ui/house-state/house-state.tsx'
import { Table } from '@weft/ui/table/table.tsx'
import { useToast } from '@weft/ui/toast/toast.tsx'
import { useState } from 'react'
import { call, referenceOf } from '../../shell/call.ts'
import { useSession } from '../../shell/session/session-context.ts'
import { deviceZone, localDay } from '../../words/calendar.ts'
import { useWords } from '../../words/words.ts'
import { AddColleague } from './add-colleague.tsx'

export const teamKey = (serviceId: string) => ['team', serviceId] as const

/** Who is in the team. Removing somebody closes the team's conversations on all their screens at once. */
export function TeamMembers({ service }: { service: Service }) {
  const { team: words, time, conversation } = useWords()
  const { staffId } = useSession()
  const { serviceId } = service
  const queries = useQueryClient()
  const toast = useToast()
  const [leaving, setLeaving] = useState<TeamMember>()
  const query = useQuery({
    queryKey: teamKey(serviceId),
    queryFn: ({ signal }) => call(listTeam, { serviceId }, { signal }),
  })
  const again = () => queries.invalidateQueries({ queryKey: teamKey(serviceId) })
  const remove = useMutation({
    mutationFn: (member: TeamMember) => call(removeTeamMember, { serviceId, teamMemberId: member.teamMemberId }),
    onSuccess: (_, member) => toast({ text: words.removed(member.name) }),
    onError: () => toast({ text: conversation.problem }),
    onSettled: () => {
      setLeaving(undefined)
      return again()
    },
  })
  const changeRole = useMutation({
    mutationFn: ({ member, role }: { member: TeamMember; role: TeamMember['role'] }) =>
      call(changeTeamRole, { serviceId, teamMemberId: member.teamMemberId, role }),
    onSuccess: () => toast({ text: words.saved }),
    onError: () => toast({ text: conversation.problem }),
    onSettled: again,
  })

  if (query.isPending) return <Loading shape="rows" onTryAgain={() => void query.refetch()} />
  if (query.isError && !query.data)
    return <Failed onTryAgain={() => void query.refetch()} reference={referenceOf(query.error)} />

  return (
    <section className="team__part">
      <h2>{words.members}</h2>
      <Table
        caption={words.members}
        isCaptionHidden
        rows={query.data.members}
        rowKey={(member) => member.teamMemberId}
        columns={[
          { key: 'name', header: words.columns.name, cell: (member) => <bdi>{member.name}</bdi> },
          { key: 'job', header: words.columns.job, cell: (member) => member.jobTitle },
          {
            key: 'role',
            header: words.columns.role,
            cell: (member) =>
              member.staffId === staffId ? (
                words.role[member.role]
              ) : (
                <select
                  className="wf-field__box team__role"
                  aria-label={words.roleOf(member.name)}
                  value={member.role}
                  onChange={(event) => changeRole.mutate({ member, role: event.target.value as TeamMember['role'] })}
                >
                  {TeamRole.options.map((role) => (
                    <option key={role} value={role}>
                      {words.role[role]}
                    </option>
                  ))}
                </select>
              ),
          },
          {
            key: 'since',
            header: words.columns.since,
            cell: (member) => time.date(localDay(member.from, deviceZone())),
          },
          {
            key: 'remove',
            header: words.columns.acts,
            align: 'end',
            cell: (member) =>
              member.staffId !== staffId && (
                <Button kind="quiet" aria-label={words.removeTitle(member.name)} onClick={() => setLeaving(member)}>
                  {words.remove}
                </Button>
              ),
          },
        ]}
      />
      <AddColleague serviceId={serviceId} onAdded={again} />
      {leaving && (
        <Confirm
          title={words.removeTitle(leaving.name)}
          act={words.removeYes(leaving.name)}
          stay={words.removeNo}
          isDanger
          busy={remove.isPending ? words.removing : undefined}
          onAct={() => remove.mutate(leaving)}
          onStay={() => setLeaving(undefined)}
        >
          <p>{words.removeBody(leaving.name, service.name)}</p>
        </Confirm>
      )}
    </section>
  )
}
