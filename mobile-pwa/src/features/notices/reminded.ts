import type { ReminderTopic } from '@weft/contract/notifications/shapes.ts'

const places: Record<Exclude<ReminderTopic, 'other'>, string> = {
  sleep: '/track',
  mood: '/track',
  problem: '/track',
  diary: '/diary',
  goals: '/goals',
  plan: '/plan',
}

/** Where the thing is that a reminder is about; nowhere for what is in the person's own words alone. */
export const placeReminded = (about: string | undefined): string | undefined =>
  (places as Partial<Record<string, string>>)[about ?? '']
