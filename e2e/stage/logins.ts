import { ask } from './control.ts'

/** The password of one of the named logins, made anew for each town. */
export async function passwordOf(email: string): Promise<string> {
  return (await ask('logins')).find((login) => login.email === email)?.password ?? ''
}
