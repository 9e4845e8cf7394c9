const source = (...folders: string[]) => folders.map((folder) => String.raw`mobile-pwa\/src\/${folder}`)
const ui = (...pieces: string[]) => String.raw`packages\/ui\/src\/(${pieces.join('|')})\/`
/** The nouns of first screens (words/en.ts), as files. */
const first =
  '(app|carer|connection|conversation|help|idle|invite|join|language|marks|messages|nav|pieces|problem|settings|sign-in|today|welcome)'
const group = (name: string, priority: number, parts: string[]) => ({
  name,
  priority,
  test: new RegExp(parts.join('|')),
})

/**
 * A handful of chunks instead of fifty: on an old phone each round trip costs more than the bytes it saves. `core` is what every first screen
 * needs; `door` is signing up and in; `inside` comes once somebody is signed in; `own` after its first
 * paint, with everything the person owns; `thread` with the first conversation; `words-cy` is what Welsh needs at once, `words-cy-more` the
 * rest of it, kept on the devices that speak it (service-worker-languages.ts). The socket's code stays on
 * its own and comes after the first paint.
 */
export const chunks = {
  groups: [
    group('core', 4, [
      String.raw`node_modules\/(react|react-dom|scheduler|zod|idb)\/`,
      String.raw`packages\/channels\/src\/client\/uuid`,
      String.raw`packages\/contract\/src\/(people|scalars|operation|problem)`,
      ui(
        'announcer',
        'button',
        'dialog',
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
      ...source(
        'app',
        'main',
        String.raw`device\/(?!push|lock\.|passkey|pin\.)`,
        'wire',
        String.raw`words\/(en\.|words|nouns|dates|plural|problem-words)`,
        String.raw`words\/en\/${first}\.`,
        String.raw`shell\/(?!idle-guard|lock-guard|cover|inside|live|own(?!-screen)|help-own|refused-acts|left-to-say|csv|signed-in|unsent|conversations|use-reachable|use-settings|use-saved-at)`,
      ),
    ]),
    // After `core`: what a catalogue shares with English stays there.
    ...['cy', 'fa'].flatMap((language) => [
      group(`words-${language}`, 3, source(String.raw`words\/${language}(\.|\/${first}\.)`)),
      group(`words-${language}-more`, 2, source(String.raw`words\/${language}\/`)),
    ]),
    group('door', 3, [
      ui('text-field', 'field', 'choice', 'error-summary', 'progress-thread'),
      ...source(String.raw`features\/(welcome|join|sign-in)\/`),
    ]),
    group('inside', 2, [
      String.raw`packages\/channels\/src\/`,
      String.raw`packages\/contract\/src\/(access|audit|conversations|organisations)\/`,
      ui('card', 'confirm', 'connection-strip'),
      ...source(
        String.raw`shell\/(?!idle-guard|lock-guard|cover|own(-feed|-loading)?\.|help-own|refused-acts|csv)`,
        String.raw`features\/(today\/(?!own-today|quick-log|next-step|coping-idea)|settings\/sign-out)`,
      ),
    ]),
    group('own', 1, [
      ...source(String.raw`words\/en\/(questions|reminders)\.`),
      String.raw`packages\/contract\/src\/`,
      ...source(String.raw`shell\/(own(?!-screen)|help-own)`, String.raw`features\/(today|questions\/questions-due)`),
    ]),
    group('thread', 1, [
      ui('thread', 'composer', 'reply-promise', 'who-can-see', 'send-mark', 'conversation-row', 'menu'),
      ...source(String.raw`features\/messages\/`),
    ]),
  ],
}
