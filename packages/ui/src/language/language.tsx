import { createContext, type ReactNode, useContext, useMemo } from 'react'
import type { AnnouncerWords } from '../announcer/words.ts'
import type { ChartWords } from '../chart/words.ts'
import type { ComposerWords } from '../composer/words.ts'
import type { ConnectionStripWords } from '../connection-strip/words.ts'
import type { ConversationRowWords } from '../conversation-row/words.ts'
import type { DateInputWords } from '../date-input/words.ts'
import type { DialogWords } from '../dialog/words.ts'
import type { ErrorSummaryWords } from '../error-summary/words.ts'
import type { FieldWords } from '../field/field.tsx'
import type { HelpPanelWords } from '../help-panel/words.ts'
import type { HelpPillWords } from '../help-pill/words.ts'
import type { HouseStateWords } from '../house-state/words.ts'
import type { LockWords } from '../lock/words.ts'
import type { PeopleShellWords } from '../people-shell/words.ts'
import type { ProgressThreadWords } from '../progress-thread/words.ts'
import type { ReplyPromiseWords } from '../reply-promise/words.ts'
import type { SendMarkWords } from '../send-mark/words.ts'
import type { StepperWords } from '../stepper/words.ts'
import type { TextAreaWords } from '../text-area/words.ts'
import type { PasswordWords } from '../text-field/words.ts'
import type { ThreadWords } from '../thread/words.ts'
import type { ToastWords } from '../toast/words.ts'
import type { WhoCanSeeWords } from '../who-can-see/words.ts'

/** What the pieces of people's screens say themselves, in a language other than the English that they hold. */
export interface PieceWords {
  announcer: AnnouncerWords
  chart: ChartWords
  composer: ComposerWords
  connectionStrip: ConnectionStripWords
  conversationRow: ConversationRowWords
  dateInput: DateInputWords
  dialog: DialogWords
  errorSummary: ErrorSummaryWords
  field: FieldWords
  helpPanel: HelpPanelWords
  helpPill: HelpPillWords
  houseState: HouseStateWords
  lock: LockWords
  password: PasswordWords
  peopleShell: PeopleShellWords
  progressThread: ProgressThreadWords
  replyPromise: ReplyPromiseWords
  sendMark: SendMarkWords
  stepper: StepperWords
  textArea: TextAreaWords
  thread: ThreadWords
  toast: ToastWords
  whoCanSee: WhoCanSeeWords
}

const Spoken = createContext<Partial<PieceWords>>({})

/** Around all pieces, or those of a part that speaks another language than the rest. Whatever `words` leaves out is said in their English. */
export function PieceLanguage({ words, children }: { words?: Partial<PieceWords>; children: ReactNode }) {
  return <Spoken value={words ?? english}>{children}</Spoken>
}
const english: Partial<PieceWords> = {}

/** A piece's words: its English, under those of the language around it, under what its place gives it. */
export function usePieceWords<Piece extends keyof PieceWords>(
  piece: Piece,
  own: PieceWords[Piece],
  given?: Partial<PieceWords[Piece]>,
): PieceWords[Piece] {
  const spoken = useContext(Spoken)[piece]
  return useMemo(() => ({ ...own, ...spoken, ...given }), [own, spoken, given])
}
