import * as z from 'zod/mini'
import { defineOperation } from '../operation.ts'
import { Id } from '../scalars.ts'
import { OwnState } from './slices.ts'

export const getOwn = defineOperation({
  name: 'own.get',
  method: 'GET',
  path: '/api/people/:personId/own',
  summary: 'Everything of mine that the app keeps at hand. Only I can read it.',
  permission: 'own.read',
  input: z.strictObject({ personId: Id }),
  output: OwnState,
})
