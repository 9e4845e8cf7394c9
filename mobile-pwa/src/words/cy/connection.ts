import type en from '../en/connection.ts'

const connection: typeof en = {
  offline: 'Dim rhyngrwyd. Daliwch ati, byddwn yn ei gadw.',
  back: 'Ar-lein eto.',
  backSent: (count) => `Ar-lein eto. ${count} wedi mynd.`,
  update: 'Mae diweddariad yn barod',
  updateNow: 'Diweddaru nawr',
}

export default connection
