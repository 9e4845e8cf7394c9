import { createContext, useContext } from 'react'

/** What somebody has answered so far on the three pages. The password is only ever in memory. */
export interface JoinAnswers {
  signUpId?: string
  calledName: string
  email: string
  isPrivateAddress?: boolean
  /** The code was right: this device may finish. */
  isProved: boolean
  password: string
  /** When the last code was sent, by this device's clock. */
  sentAt: number
}

export const noAnswers: JoinAnswers = { calledName: '', email: '', isProved: false, password: '', sentAt: 0 }

const keptAt = 'weft.join'

/** Kept for this tab alone, so that Back and a reload lose nothing; never the password. */
export function keepAnswers({ password: _unkept, ...answers }: JoinAnswers): void {
  try {
    sessionStorage.setItem(keptAt, JSON.stringify(answers))
  } catch {
    // A browser that keeps nothing still goes through all three pages.
  }
}

export function keptAnswers(): JoinAnswers {
  try {
    return { ...noAnswers, ...JSON.parse(sessionStorage.getItem(keptAt) ?? '{}') }
  } catch {
    return noAnswers
  }
}

export function forgetAnswers(): void {
  try {
    sessionStorage.removeItem(keptAt)
  } catch {
    // Nothing was kept.
  }
}

export interface JoinForm {
  answers: JoinAnswers
  change(change: Partial<JoinAnswers>): void
  /** Said on the page that opens next: the server refused something that was asked for there. */
  refusal?: string
  setRefusal(words: string | undefined): void
}

export const Joining = createContext<JoinForm | undefined>(undefined)

export function useJoin(): JoinForm {
  const join = useContext(Joining)
  if (!join) throw new Error('useJoin outside the sign-up pages')
  return join
}
