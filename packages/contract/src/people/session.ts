import * as z from 'zod/mini'
import { defineOperation } from '../operation.ts'
import { Nothing } from '../scalars.ts'
import { AccountSettings, AccountSettingsChange, Hat, Session } from './shapes.ts'

// What the app asks at each start; getting in, and what is done now and then, is in operations.ts.

export const signOut = defineOperation({
  name: 'session.close',
  method: 'POST',
  path: '/api/sign-out',
  summary: 'Sign out here.',
  permission: 'self',
  input: z.strictObject({}),
  output: Nothing,
})

export const getSession = defineOperation({
  name: 'session.get',
  method: 'GET',
  path: '/api/me',
  summary: 'Who is signed in here.',
  permission: 'self',
  input: z.strictObject({}),
  output: Session,
})

/** Of this session alone. It opens and shuts nothing here: a browser that was cleared learns from it that there was a lock. */
export const noteAppLock = defineOperation({
  name: 'session.noteLock',
  method: 'PUT',
  path: '/api/me/lock',
  summary: 'Whether an app lock is on this device.',
  permission: 'self',
  input: z.strictObject({ isOn: z.boolean() }),
  output: Nothing,
})

export const switchHat = defineOperation({
  name: 'session.switchHat',
  method: 'PUT',
  path: '/api/me/hat',
  summary: 'Wear another of my hats in this app.',
  permission: 'self',
  input: z.strictObject({ hat: Hat }),
  output: Session,
  problems: ['wrong-state'],
})

export const getSettings = defineOperation({
  name: 'settings.get',
  method: 'GET',
  path: '/api/me/settings',
  summary: 'My own settings.',
  permission: 'self',
  input: z.strictObject({}),
  output: AccountSettings,
})

export const changeSettings = defineOperation({
  name: 'settings.change',
  method: 'PATCH',
  path: '/api/me/settings',
  summary: 'Change some of my own settings.',
  permission: 'self',
  input: AccountSettingsChange,
  output: AccountSettings,
})
