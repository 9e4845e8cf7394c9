import { getPersonHeader } from '@weft/contract/people/operations.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { device } from '../../../test/device.ts'
import { makeWorld, type World } from '../../../test/world.ts'

let world: World
let personId: string
beforeEach(async () => {
  world = await makeWorld()
  personId = world.cast.people.kofi.personId as string
  await world.sql(
    `update person set pronouns = 'he/him', nhs_number = '9990001006', communication_needs = '{"interpreter": true, "language": "Twi"}',
       safe_contact = '{"doNotText": true}' where id = $1`,
    [personId],
  )
})
afterEach(() => world.close())

test('the team sees who somebody is, and how to reach them safely', async () => {
  const sam = await world.as('sam')
  expect(await sam.call(getPersonHeader, { personId })).toEqual({
    personId,
    knownAs: 'Kofi',
    fullName: 'Kofi Mensah',
    pronouns: 'he/him',
    bornOn: '1990-06-15',
    nhsNumber: '9990001006',
    communicationNeeds: { interpreter: true, language: 'Twi' },
    safeContact: 'Do not text.',
    leadWorker: 'Sam Okafor',
    enrolments: [
      {
        enrolmentId: world.cast.enrolments.kofi,
        serviceId: world.cast.services.wellbeing,
        serviceName: 'Lichfield Wellbeing',
        state: 'active',
        startedOn: '2026-04-01',
      },
    ],
  })
})

test('that somebody is with another service does not show', async () => {
  await world.sql(
    `insert into enrolment (id, person_id, service_id, contract_id, state, started_on, controller_id, legal_basis, retention_class)
     values (gen_random_uuid(), $1, $2, $3, 'active', '2026-04-02', $4, '', 'adult_care')`,
    [personId, world.cast.services.coaching, world.cast.contracts.coaching, world.cast.orgs.coaching],
  )
  const header = await (await world.as('sam')).call(getPersonHeader, { personId })
  expect(header.enrolments.map((one) => one.serviceName)).toEqual(['Lichfield Wellbeing'])
})

test('somebody of no team of theirs is told what is told of nobody', async () => {
  for (const name of ['priya', 'gary'] as const) {
    const stranger = await world.as(name)
    expect(await stranger.try(getPersonHeader, { personId })).toMatchObject({
      status: 404,
      problem: { code: 'not-found' },
    })
  }
  expect((await device(world, 'staff').try(getPersonHeader, { personId })).status).toBe(401)
})
