import { pluralIn } from '../plural.ts'

const plural = pluralIn('en')

export default {
  title: 'Settings',
  contact: 'Contact that is safe',
  again: 'What would help? Choose again',
  reading: 'Reading',
  safety: 'Safety',
  account: 'My account',
  appearance: 'Appearance',
  themes: { device: 'Same as this phone', light: 'Light', dark: 'Dark' },
  textSize: 'Text size',
  sizes: { usual: 'Usual', large: 'Large', largest: 'Largest' },
  language: 'Language',
  languageNote:
    'Welsh and Farsi were translated by a computer, and nobody has checked them yet. Welsh is whole. Farsi is there for sign-in, help, your safety plan and messages. Other pages stay in English.',
  previews: 'Show message previews',
  previewsHint: 'The first words of a message, in the list and on Today.',
  receipts: 'Let my team know I have opened messages',
  receiptsHint: 'They see “Seen”. Turning it off does not change your unread marks.',
  enter: 'Enter key sends messages',
  enterHint: 'On a computer. On a phone, Enter makes a new line.',
  leave: 'Leave quickly button',
  leaveHint: 'Shows a weather page at once. It does not clear your history.',
  leaveKeys: 'You can also press Shift three times.',
  practise: 'Practise now',
  devices: 'Devices signed in',
  thisDevice: 'This one',
  lastUsed: (ago: string) => `Last used ${ago}`,
  endDevice: 'Sign out',
  endDeviceNamed: (label: string) => `Sign out ${label}`,
  endTitle: (label: string) => `Sign out ${label}`,
  endBody: 'It will need to sign in again. What it saved is removed.',
  endNo: 'Leave it signed in',
  ended: (label: string) => `${label} is signed out`,
  installNow: 'Add Weft',
  installIos: 'On iPhone: Share, then Add to Home Screen.',
  needsInternet: 'This needs internet. It will work when you are back online.',
  notSaved: 'That was not saved. It is back as it was.',
  signOut: 'Sign out',
  signOutBody: 'What Weft saved on this phone is removed.',
  signOutUnsent: (count: number) =>
    plural(count, {
      one: '1 message is not sent. It stays locked on this phone until you sign in again.',
      other: `${count} messages are not sent. They stay locked on this phone until you sign in again.`,
    }),
  signOutUnsentThings: (count: number) =>
    plural(count, {
      one: '1 thing is not sent. It stays locked on this phone until you sign in again.',
      other: `${count} things are not sent. They stay locked on this phone until you sign in again.`,
    }),
  stay: 'Stay signed in',
  signOutEverywhere: 'Sign out everywhere',
  signOutEverywhereBody: 'Every phone and computer will need to sign in again.',
  signingOut: 'Signing out…',
}
