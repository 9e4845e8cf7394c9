import type { Feature } from '../../platform/feature.ts'

export const feature: Feature = {
  name: 'people',
  tables: [
    'person',
    'account',
    'account_hat',
    'account_address',
    'session',
    'sign_up',
    'one_time_code',
    'mail',
    'attempt',
  ],
}
