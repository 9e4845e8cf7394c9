import { demoId } from './random.ts'

export interface DemoCarer {
  key: string
  linkId: string
  accountId: string
  name: string
  email: string
  hasAccountAlready: boolean
  /** Key of the person they care for; Gary names somebody he is refused. */
  caresFor: string
  relationship: string
  basis: 'consent' | 'listening' | 'parental_responsibility' | 'lpa_health'
  scopes: string[]
  state: 'active' | 'requested' | 'declined' | 'suspended'
}

type Row = [
  key: string,
  name: string,
  caresFor: string,
  relationship: string,
  basis: DemoCarer['basis'],
  state: DemoCarer['state'],
  scopes?: string[],
]

/** Ten: spouse 3, adult child 4, parent 2, friend 1; seven active. */
const rows: readonly Row[] = [
  ['raj-carer', 'Raj Patel', 'meera', 'husband', 'consent', 'active', ['appointments', 'my_team']],
  ['nadia-carer', 'Nadia Karim', 'aisha', 'mother', 'parental_responsibility', 'suspended', ['appointments']],
  ['lee', 'Lee Archer', 'denise', 'son', 'listening', 'active'],
  ['abena', 'Abena Mensah', 'kofi', 'mother', 'listening', 'active'],
  ['gareth', 'Gareth Tolley', 'maureen', 'son', 'consent', 'active', ['my_team']],
  ['joyce', 'Joyce Bell', '19/0', 'wife', 'listening', 'active'],
  ['pam', 'Pam Wright', '1/0', 'daughter', 'lpa_health', 'active', ['appointments', 'my_team']],
  ['kev', 'Kev Mason', 'leanne', 'friend', 'listening', 'active'],
  ['anita', 'Anita Rowe', '2/0', 'daughter', 'listening', 'requested'],
  ['gary', 'Gary Stone', 'leanne', 'husband', 'listening', 'declined'],
]

/** Carers who already use the app for themselves: one account, two hats. */
const accounts: Record<string, string> = { 'nadia-carer': 'aisha-mother' }

export const carers: readonly DemoCarer[] = rows.map(
  ([key, name, caresFor, relationship, basis, state, scopes = []]) => ({
    key,
    linkId: demoId(`carer link ${key}`),
    accountId: demoId(`account ${accounts[key] ?? key}`),
    name,
    email: key === 'raj-carer' ? 'raj@demo.example' : `${key}@demo.example`,
    hasAccountAlready: accounts[key] !== undefined,
    caresFor,
    relationship,
    basis,
    scopes,
    state,
  }),
)
