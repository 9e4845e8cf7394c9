import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { InboxPage } from './features/inbox/inbox-page.tsx'
import { Broken } from './shell/broken.tsx'
import { HiddenPage } from './shell/frame/hidden-page.tsx'
import { Start } from './shell/frame/start.tsx'
import { Workspace } from './shell/frame/workspace.tsx'

/** Addresses hold ids that mean nothing outside, never a name. */
export function createAppRouter() {
  const root = createRootRoute({ component: Workspace, notFoundComponent: HiddenPage })
  const at = <const Path extends string>(path: Path) => ({ getParentRoute: () => root, path })

  const routes = root.addChildren([
    createRoute({ ...at('/'), component: Start }),
    createRoute({
      ...at('/sign-in'),
      beforeLoad: () => {
        throw redirect({ to: '/' })
      },
    }),
    createRoute({ ...at('/inbox/{-$folder}/{-$conversationId}'), component: InboxPage }),
    createRoute({
      ...at('/people/$personId/{-$tab}'),
      component: lazyRouteComponent(() => import('./features/person/person-page.tsx'), 'PersonPage'),
    }),
    createRoute({
      ...at('/caseload'),
      component: lazyRouteComponent(() => import('./features/caseload/caseload-page.tsx'), 'CaseloadPage'),
    }),
    createRoute({
      ...at('/team/{-$serviceId}'),
      component: lazyRouteComponent(() => import('./features/team/team-page.tsx'), 'TeamPage'),
    }),
    createRoute({
      ...at('/tips/{-$contentId}'),
      component: lazyRouteComponent(() => import('./features/tips/tips-page.tsx'), 'TipsPage'),
    }),
    createRoute({
      ...at('/feedback'),
      component: lazyRouteComponent(() => import('./features/feedback/feedback-page.tsx'), 'FeedbackPage'),
    }),
    createRoute({ ...at('/me'), component: lazyRouteComponent(() => import('./features/me/me-page.tsx'), 'MePage') }),
  ])
  return createRouter({
    routeTree: routes,
    basepath: '/staff',
    defaultErrorComponent: ({ error, reset }) => <Broken error={error} onTryAgain={reset} />,
    defaultPreload: 'intent',
    scrollRestoration: false,
  })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>
  }
}
