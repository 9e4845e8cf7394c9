import * as z from 'zod/mini'
import { defineOperation } from '../operation.ts'
import { Id, Instant, Nothing } from '../scalars.ts'
import { BroughtFile, FILE_MAX_BYTES } from './file.ts'
import { CLOSE_WORD, MyAccount } from './shapes.ts'

const exports = '/api/people/:personId/exports'

/**
 * Asks for a file of everything that is mine: JSON, CSV and a readable page in one archive. Told on `own:{personId}` when it is ready. The
 * same id again asks for nothing more. Problems: `prove-again` where the sign-in is not fresh, `too-many` after three in a day.
 */
export const askForExport = defineOperation({
  name: 'export.ask',
  method: 'POST',
  path: exports,
  summary: 'Ask for a file of everything that is mine.',
  permission: 'own.write',
  input: z.strictObject({ personId: Id, exportId: Id }),
  output: Nothing,
  problems: ['prove-again', 'id-taken'],
  status: 202,
})

/** The file itself, for the account that asked, for a day. */
export const openExport = defineOperation({
  name: 'export.open',
  method: 'GET',
  path: `${exports}/:exportId`,
  summary: 'Open a file of everything that is mine.',
  permission: 'own.read',
  input: z.strictObject({ personId: Id, exportId: Id }),
  output: z.object({ fileName: z.string(), readyAt: Instant, /** A zip archive, base64. */ archive: z.string() }),
  problems: ['prove-again'],
})

/**
 * Brings `weft.json` of such a file back: into this account, private, under new ids, all of it or nothing. What is here already stays as it
 * is, so the same file twice adds nothing. Problems: `too-big` also where more would be here than one person may have, `too-many` after a
 * few in a day.
 */
export const importFile = defineOperation({
  name: 'import.bring',
  method: 'POST',
  path: '/api/people/:personId/import',
  summary: 'Bring back what a file of mine holds.',
  permission: 'own.write',
  input: z.strictObject({ personId: Id, file: BroughtFile }),
  output: z.object({
    /** Things that are new here, each goal with its steps counted once. */
    added: z.number(),
    /** Things that were here already. */
    known: z.number(),
  }),
  problems: ['too-big'],
  maxBytes: FILE_MAX_BYTES,
})

/** In the people's app alone: at work there is nothing of one's own to close. */
export const getMyAccount = defineOperation({
  name: 'account.get',
  method: 'GET',
  path: '/api/me/account',
  summary: 'Who keeps notes about me and until when, and whether my account is being closed.',
  permission: 'self',
  input: z.strictObject({}),
  output: MyAccount,
})

/**
 * From its commit nothing is shared any more, every other device is signed out, and this one shows nothing but how to keep the account. After
 * 14 days what is personal is erased. Repeating is safe.
 */
export const closeAccount = defineOperation({
  name: 'account.close',
  method: 'POST',
  path: '/api/me/account/close',
  summary: 'Close my account in 14 days.',
  permission: 'self',
  input: z.strictObject({ word: z.literal(CLOSE_WORD) }),
  output: MyAccount,
  problems: ['prove-again'],
})

/** Everything is as it was, but for what was shared: that is shared anew, one thing at a time. */
export const keepAccount = defineOperation({
  name: 'account.keep',
  method: 'POST',
  path: '/api/me/account/keep',
  summary: 'Keep my account after all.',
  permission: 'self',
  input: z.strictObject({}),
  output: Nothing,
  problems: ['prove-again'],
})
