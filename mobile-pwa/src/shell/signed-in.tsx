import { switchHat } from '@weft/contract/people/session.ts'
import type { Hat } from '@weft/contract/people/shapes.ts'
import { Button } from '@weft/ui/button/button.tsx'
import { ConnectionStrip } from '@weft/ui/connection-strip/connection-strip.tsx'
import { useToast } from '@weft/ui/toast/toast.tsx'
import {
  ChartLine,
  Eye,
  HeartHandshake,
  House,
  Lightbulb,
  LogOut,
  MessageCircle,
  MessageSquareText,
  Settings,
  Sprout,
  Target,
  TicketCheck,
  UserRound,
} from 'lucide-react'
import { lazy, type ReactNode, Suspense, useCallback, useEffect, useState } from 'react'
import { useLockOn } from '../device/lock-half.ts'
import { call } from '../wire/call.ts'
import { openingHours } from '../words/opening-hours.ts'
import { problemWords } from '../words/problem-words.ts'
import { useDates, useWords } from '../words/words-provider.tsx'
import { updateNow, useUpdateReady } from './app-update.ts'
import { unreadOf, useConversations } from './conversations.tsx'
import { isLeftToSay } from './left-to-say.ts'
import { dropLive } from './live.tsx'
import { useMaybeOwned } from './own-context.ts'
import { ownScreen } from './own-screen.tsx'
import { useReadsAloud } from './reads-aloud.ts'
import { go, usePlace } from './router.tsx'
import { useSessions, useStay } from './session.tsx'
import { Shell } from './shell.tsx'
import { untilShown, useShown } from './shown.ts'
import { areMessages, placeOf, useUnsent } from './unsent.ts'
import { useReachable } from './use-reachable.ts'
import { useSettingsInStep } from './use-settings.ts'

/** Fetched only where it is needed: on a person's own phone nothing watches the clock. */
const IdleGuard = lazy(() => import('./idle-guard.tsx'))
const LockGuard = lazy(() => import('./lock-guard.tsx'))
const RefusedActs = ownScreen(() => import('./refused-acts.tsx'), ['conversation', 'refused'])
const ReadAloud = ownScreen(() => import('../features/read-aloud/read-aloud.tsx'), ['readAloud'])
const SignOut = lazy(async () => ({ default: (await import('../features/settings/sign-out.tsx')).SignOut }))
const KeepFocus = lazy(() => untilShown.then(() => import('../features/focus/keep-focus.tsx')))
const KeepNotices = ownScreen(() => import('../features/notices/keep-notices.tsx'), ['notices'], untilShown)

/** The shell of somebody signed in: where they can go, what has not been sent, and for whom they act. */
export function SignedIn({ children }: { children: ReactNode }) {
  const words = useWords()
  const { path } = usePlace()
  const { session } = useStay()
  const { lock } = useSessions()
  const isLockOn = useLockOn()
  const { rows, heads } = useConversations()
  const dates = useDates()
  const wear = useWear()
  const [isLeaving, setLeaving] = useState(false)
  const unread = unreadOf(rows)
  const owned = useMaybeOwned()
  const ownHelp = owned?.help
  const isRefusedHere = owned?.refused.some((item) => isLeftToSay(item) && placeOf(item) === path)
  const readsAloud = useReadsAloud()
  const hasOwn = session.hat === 'patient' && session.personId !== undefined
  useShown(rows !== undefined && (owned?.state !== undefined || !hasOwn))
  useSettingsInStep()
  useLastingStorage()
  useAppBadge(unread)

  const isCarer = session.hat === 'carer'
  const people = [...new Set(rows?.map((row) => row.personName))]
  const isAt = (place: string) => path === place || path.startsWith(`${place}/`)
  const menu = [
    { href: '/today', label: words.nav.today, icon: House },
    { href: '/messages', label: words.nav.messages, icon: MessageCircle },
    ...(isCarer ? [] : [{ href: '/plan', label: words.nav.plan, icon: Sprout }]),
    ...(isCarer ? [] : [{ href: '/invite', label: words.nav.invite, icon: TicketCheck }]),
    ...(isCarer
      ? []
      : [
          {
            href: '/privacy',
            label: words.nav.privacy,
            icon: Eye,
            note: owned?.choicesWaiting ? words.nav.choices(owned.choicesWaiting) : undefined,
          },
        ]),
    { href: '/tips', label: words.nav.tips, icon: Lightbulb },
    { href: '/settings', label: words.nav.settings, icon: Settings },
    { href: '/feedback', label: words.nav.feedback, icon: MessageSquareText },
  ]
  const otherHat: Hat = isCarer ? 'patient' : 'carer'
  const leave = useCallback(() => {
    dropLive()
    lock()
  }, [lock])

  return (
    <Shell
      onLeave={leave}
      help={{
        ...ownHelp,
        teams: heads
          .filter((head) => head.state === 'open')
          .map(({ serviceName, phone, hours }) => ({
            name: serviceName,
            phone,
            hours: openingHours(hours.hours, dates, words),
          })),
      }}
      nav={[
        { href: '/today', label: words.nav.today, icon: House, isCurrent: isAt('/today') },
        {
          href: '/messages',
          label: words.nav.messages,
          icon: MessageCircle,
          isCurrent: isAt('/messages'),
          count: unread,
        },
        ...(isCarer
          ? []
          : [
              { href: '/track', label: words.nav.track, icon: ChartLine, isCurrent: isAt('/track') },
              { href: '/goals', label: words.nav.goals, icon: Target, isCurrent: isAt('/goals') },
            ]),
      ]}
      menu={menu}
      menuFoot={
        <>
          {session.hats.includes(otherHat) && (
            <Button icon={isCarer ? UserRound : HeartHandshake} onClick={() => void wear(otherHat)}>
              {isCarer ? words.carer.myself : words.carer.supporting}
            </Button>
          )}
          <Button icon={LogOut} onClick={() => setLeaving(true)}>
            {words.nav.signOut}
          </Button>
        </>
      }
      supporting={
        isCarer && people.length > 0
          ? { name: words.language.list(people), onMyself: () => void wear('patient') }
          : undefined
      }
      strip={<Strip path={path} />}
    >
      {isRefusedHere && (
        <Suspense>
          <RefusedActs path={path} />
        </Suspense>
      )}
      {readsAloud && (
        <Suspense>
          <ReadAloud path={path} />
        </Suspense>
      )}
      {children}
      <Suspense>
        <KeepNotices />
        <KeepFocus />
      </Suspense>
      {isLockOn && <Guarded />}
      {session.sharedDevice && (
        <Suspense>
          <IdleGuard />
        </Suspense>
      )}
      {isLeaving && (
        <Suspense>
          <SignOut onStay={() => setLeaving(false)} />
        </Suspense>
      )}
    </Shell>
  )
}

/** The time counts from when there is a lock to guard, not from when the guard's code is here. */
function Guarded() {
  const [since] = useState(() => Date.now())
  return (
    <Suspense>
      <LockGuard since={since} />
    </Suspense>
  )
}

function Strip({ path }: { path: string }) {
  const isReachable = useReachable()
  const isUpdateReady = useUpdateReady()
  const words = useWords()
  const { waiting, stuck, sentSince } = useUnsent()
  const unsent = [...waiting, ...stuck]
  const place = placeOf(unsent[0])
  return (
    <ConnectionStrip
      isOnline={isReachable}
      sent={sentSince}
      // In its own conversation the bubble says so itself.
      unsent={place === path ? undefined : { count: unsent.length, href: place }}
      update={isUpdateReady && !path.startsWith('/messages/') ? { onUpdate: updateNow } : undefined}
      words={{
        lost: words.connection.offline,
        back: words.connection.back,
        backSent: words.connection.backSent,
        unsent: areMessages(unsent) ? words.today.unsent : words.today.unsentThings,
        look: words.today.look,
        update: words.connection.update,
        updateNow: words.connection.updateNow,
      }}
    />
  )
}

/** Changes the hat; everything on screen then belongs to the other one. */
function useWear() {
  const words = useWords()
  const toast = useToast()
  const { accept } = useSessions()
  return async (hat: Hat) => {
    try {
      await accept(await call(switchHat, { hat }))
      go('/today')
    } catch (error) {
      toast({ text: problemWords(error, words) })
    }
  }
}

function useAppBadge(count: number) {
  useEffect(() => {
    const done = count > 0 ? navigator.setAppBadge?.(count) : navigator.clearAppBadge?.()
    done?.catch(() => {})
  }, [count])
  // Signed out, or signed out from elsewhere, the icon tells whoever holds the phone nothing.
  useEffect(() => () => void navigator.clearAppBadge?.().catch(() => {}), [])
}

/** Asks the browser not to clear what is kept, where it decides that without interrupting anybody. */
function useLastingStorage() {
  useEffect(() => {
    if (!/Firefox/.test(navigator.userAgent)) void navigator.storage?.persist?.()
  }, [])
}
