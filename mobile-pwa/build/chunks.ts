const source = (...folders: string[]) => folders.map((folder) => String.raw`mobile-pwa\/src\/${folder}`)
const ui = (...pieces: string[]) => String.raw`packages\/ui\/src\/(${pieces.join('|')})\/`
/** The nouns of every first screen (words/en.ts), as files; and those of the doors and of messages, which another language brings with them. */
const first = 'app|carer|connection|help|idle|language|marks|messages|nav|pieces|problem|settings|today|welcome'
const soon = 'conversation|invite|join|sign-in'
const group = (name: string, priority: number, parts: string[]) => ({
  name,
  priority,
  test: new RegExp(parts.join('|')),
})

/**
 * A handful of chunks instead of fifty: on an old phone each round trip costs more than the bytes it saves. `core` is what every first screen
 * needs; `door` is signing up and in, on `forms`; `inside` comes once somebody is signed in; `own` is what shows Today what the person owns,
 * and `acts` what can be done with it, which like the socket's code waits until Today stands (shell/shown.ts); `thread` comes with the first
 * conversation; `words-cy` is what Welsh needs at once, `words-cy-more` the rest of it, kept on the devices that speak it
 * (service-worker-languages.ts). Styles are two files, what Today needs and the rest: alone, small files hardly compress.
 */
export const chunks = {
  groups: [
    group('core', 4, [
      String.raw`node_modules\/(react|react-dom|scheduler|zod|idb)\/`,
      String.raw`packages\/channels\/src\/client\/uuid`,
      String.raw`packages\/contract\/src\/(people\/(session|shapes)|scalars|operation|problem)`,
      ui(
        'announcer',
        'button',
        'choice',
        'dialog',
        'field',
        'help-panel',
        'help-pill',
        'house-state',
        'icon',
        'language',
        'link',
        'notice',
        'people-shell',
        'skeleton',
        'toast',
        'tokens',
      ),
      String.raw`packages\/ui\/src\/(card|connection-strip)\/.*\.css`,
      ...source(
        'app',
        'main',
        String.raw`features\/today\/today\.css`,
        String.raw`device\/(?!push|lock\.|passkey|pin\.|drafts)`,
        'wire',
        String.raw`words\/(en\.|words|nouns|dates|plural|problem-words)`,
        String.raw`words\/en\/(${first})\.`,
        String.raw`shell\/(?!idle-guard|lock-guard|cover|choices-waiting|inside|live|own(?!-screen)|load-own-acts|reads-aloud|help-own|refused-acts|left-to-say|csv|signed-in|unsent|conversations|use-form|use-kept-draft|use-reachable|use-settings|use-saved)`,
      ),
    ]),
    group('screens', 3.5, [String.raw`\.css$`]),
    // After `core`: what a catalogue shares with English stays there.
    ...['cy', 'fa'].flatMap((language) => [
      group(`words-${language}`, 3, source(String.raw`words\/${language}(\.|\/(${first}|${soon})\.)`)),
      group(`words-${language}-more`, 2, source(String.raw`words\/${language}\/`)),
    ]),
    group('forms', 3, [
      ui('text-field', 'error-summary'),
      String.raw`packages\/contract\/src\/people\/`,
      ...source(String.raw`shell\/(use-form|use-kept-draft)`),
    ]),
    group('door', 3, [
      ui('progress-thread'),
      ...source(String.raw`features\/(welcome|join|sign-in)\/`, String.raw`words\/en\/(join|sign-in)\.`),
    ]),
    group('inside', 2, [
      String.raw`packages\/channels\/src\/`,
      String.raw`packages\/contract\/src\/(conversations\/(?!expected-reply|worrying-words)|organisations\/shapes)`,
      ui('card', 'connection-strip'),
      ...source(
        String.raw`shell\/(?!idle-guard|lock-guard|cover|choices-waiting|use-saved-words|own(-feed|-loading)?\.|load-own-acts|help-own|refused-acts|csv|use-form|use-kept-draft)`,
        String.raw`features\/today\/(today|device-notices|part-of-day|waiting-card)`,
      ),
    ]),
    group('own', 2, [
      ...source(String.raw`words\/en\/(questions|reminders)\.`),
      String.raw`packages\/contract\/src\/own\/(slices|told|part|choices|operations)\.`,
      String.raw`packages\/contract\/src\/\w[\w-]*\/(own-slice|slice|shapes|apply)\.`,
      String.raw`packages\/contract\/src\/(plans\/care-plan|tips\/safe-address|trackers\/days|notifications\/(due|occurrences))\.`,
      ...source(
        String.raw`shell\/(own(?!-screen)|load-own-acts|help-own|choices-waiting)`,
        String.raw`features\/(today|questions\/questions-due|notices\/(due-reminders|reminded)|settings\/reminders-words|track\/use-trackers|goals\/use-goals|tips\/saved-tips|privacy\/use-choices-waiting)`,
      ),
    ]),
    group('acts', 1, [
      String.raw`packages\/contract\/src\/\w[\w-]*\/(own|operations|acts|see-comments|\w[\w-]*-acts)\.`,
      String.raw`packages\/contract\/src\/own\/`,
      ...source(String.raw`shell\/use-saved-words`),
    ]),
    group('thread', 1, [
      ui('thread', 'composer', 'reply-promise', 'who-can-see', 'send-mark', 'conversation-row', 'menu'),
      ...source(String.raw`features\/messages\/`, String.raw`words\/(promise|en\/conversation)\.`),
      String.raw`packages\/contract\/src\/(conversations\/(expected-reply|worrying-words)|organisations\/bank-holidays)\.`,
    ]),
  ],
}
