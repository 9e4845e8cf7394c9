import type { OpenInterval } from '@weft/contract/organisations/shapes.ts'
import { ProblemError } from '@weft/contract/problem.ts'
import { MeasureName } from '@weft/contract/questionnaires/answers.ts'
import { listMeasures, setMeasure } from '@weft/contract/questionnaires/operations.ts'
import type { MeasureUse } from '@weft/contract/questionnaires/shapes.ts'
import { type Ctx, handle } from '../../platform/feature.ts'

export const list = handle(listMeasures, async (ctx, { serviceId }) => {
  await ctx.require('service.read', { serviceId })
  return { measures: await loadMeasures(ctx, serviceId) }
})

/** What is left out stays. Switching on takes a reader who is in the team, and hours; sets that were asked keep the reader they have. */
export const set = handle(setMeasure, async (ctx, input) => {
  await ctx.require('service.manage', input)
  const { serviceId, measure, isOn } = input
  const before = (await loadMeasures(ctx, serviceId)).find((one) => one.measure === measure)
  const responder = input.responderStaffId ?? before?.responder?.staffId
  const hours = input.hours ?? before?.hours ?? []
  refuse(
    hours.some(({ open, close }) => close <= open),
    'hours',
    'times that end after they begin',
  )
  refuse(isOn && hours.length === 0, 'hours', 'when the answers are read')
  refuse(isOn && !responder, 'responderStaffId', 'who reads the answers')
  refuse(
    responder !== undefined && !(await isInTeam(ctx, serviceId, responder)),
    'responderStaffId',
    'somebody of this team',
  )
  await ctx.tx.query(
    `insert into service_measure as m (service_id, measure, is_on, responder_id, hours, shows_total) values ($1, $2, $3, $4, $5, $6)
     on conflict (service_id, measure) do update set is_on = excluded.is_on, responder_id = excluded.responder_id, hours = excluded.hours,
       shows_total = excluded.shows_total, version = m.version + 1`,
    [
      serviceId,
      measure,
      isOn,
      responder ?? null,
      JSON.stringify(hours),
      input.showsTotal ?? before?.showsTotal ?? false,
    ],
  )
  return (await loadMeasures(ctx, serviceId)).find((one) => one.measure === measure) as MeasureUse
})

/** Every measure there is; those that the service never touched are off. */
export async function loadMeasures(ctx: Ctx, serviceId: string): Promise<MeasureUse[]> {
  const { rows } = await ctx.tx.asSystem('access', () =>
    ctx.tx.query(
      `select m.*, l.display_name from service_measure m left join staff w on w.id = m.responder_id
       left join account l on l.id = w.account_id where m.service_id = $1`,
      [serviceId],
    ),
  )
  const known = new Map(rows.map((row) => [row.measure as MeasureName, row]))
  return MeasureName.options.map((measure) => {
    const row = known.get(measure)
    return {
      measure,
      isOn: row?.is_on ?? false,
      ...(row?.responder_id && { responder: { staffId: row.responder_id, name: row.display_name } }),
      hours: (row?.hours ?? []) as OpenInterval[],
      showsTotal: row?.shows_total ?? false,
    }
  })
}

async function isInTeam(ctx: Ctx, serviceId: string, staffId: string): Promise<boolean> {
  const { rows } = await ctx.tx.query(
    `select from team_member t join staff w on w.id = t.staff_id where t.service_id = $1 and t.staff_id = $2 and w.state = 'active'
     and t.from_at <= $3 and (t.to_at is null or t.to_at > $3)`,
    [serviceId, staffId, ctx.now],
  )
  return rows.length > 0
}

function refuse(isWrong: boolean, path: string, message: string): void {
  if (isWrong) throw new ProblemError('not-acceptable', { fields: [{ path, message }] })
}
