import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  type RouteComponent,
} from '@tanstack/react-router'
import type { ComponentType } from 'react'
import { HomePage } from '#pages/HomePage.tsx'
import { NotFoundPage } from '#pages/NotFoundPage.tsx'
import { SignInPage } from '#pages/SignInPage.tsx'
import { TodayPage } from '#pages/TodayPage.tsx'
import { WorkspaceFrame } from './WorkspaceFrame.tsx'

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFoundPage })

const outside = [
  page('/', HomePage),
  page('/sign-in', SignInPage),
  page(
    '/set-up',
    later(() => import('#pages/SetUpPage.tsx'), 'SetUpPage'),
  ),
  page(
    '/reset-password',
    later(() => import('#pages/ResetPasswordPage.tsx'), 'ResetPasswordPage'),
  ),
  page(
    '/join',
    later(() => import('#pages/JoinPage.tsx'), 'JoinPage'),
  ),
  page(
    '/api-reference',
    later(() => import('#pages/ApiReferencePage.tsx'), 'ApiReferencePage'),
  ),
]

const frame = createRoute({
  getParentRoute: () => root,
  path: '/w/$workspace',
  component: function Frame() {
    const { workspace } = frame.useParams()
    return (
      // Another workspace is another frame: nothing that is shown of one may stay for the other.
      <WorkspaceFrame key={workspace} slug={workspace}>
        <Outlet />
      </WorkspaceFrame>
    )
  },
  notFoundComponent: NotFoundPage,
})

/** Every page of a workspace, in the order of the navigation. */
const inside = [
  inFrame('/', TodayPage),
  inFrame(
    '/ideas',
    later(() => import('#pages/IdeasPage.tsx'), 'IdeasPage'),
  ),
  inFrame(
    '/ideas/$id',
    later(() => import('#pages/IdeaPage.tsx'), 'IdeaPage'),
  ),
  inFrame(
    '/goals',
    later(() => import('#pages/GoalsPage.tsx'), 'GoalsPage'),
  ),
  inFrame(
    '/goals/$id',
    later(() => import('#pages/GoalPage.tsx'), 'GoalPage'),
  ),
  inFrame(
    '/trials',
    later(() => import('#pages/TrialsPage.tsx'), 'TrialsPage'),
  ),
  inFrame(
    '/trials/$id',
    later(() => import('#pages/TrialPage.tsx'), 'TrialPage'),
  ),
  inFrame(
    '/trials/$id/plan',
    later(() => import('#pages/TrialPlanPage.tsx'), 'TrialPlanPage'),
  ),
  inFrame(
    '/gains',
    later(() => import('#pages/GainsPage.tsx'), 'GainsPage'),
  ),
  inFrame(
    '/people',
    later(() => import('#pages/PeoplePage.tsx'), 'PeoplePage'),
  ),
  inFrame(
    '/settings',
    later(() => import('#pages/SettingsPage.tsx'), 'SettingsPage'),
  ),
  inFrame(
    '/account',
    later(() => import('#pages/AccountPage.tsx'), 'AccountPage'),
  ),
]

export const router = createRouter({
  routeTree: root.addChildren([...outside, frame.addChildren(inside)]),
  defaultPreload: 'intent',
  scrollRestoration: true,
})

function page(path: string, component: RouteComponent) {
  return createRoute({ getParentRoute: () => root, path, component })
}

/** A page whose one parameter, an id, becomes its prop. */
function inFrame(path: string, Component: unknown) {
  const Page = Component as ComponentType<{ id: string }>
  const route = createRoute({
    getParentRoute: () => frame,
    path,
    component: function Page_() {
      const { id = '' } = route.useParams() as { id?: string }
      return <Page key={id} id={id} />
    },
  })
  return route
}

/** A page that is loaded when somebody goes there. */
function later<Name extends string, Module extends Record<Name, unknown>>(
  load: () => Promise<Module>,
  name: Name,
): RouteComponent {
  return lazyRouteComponent(load as () => Promise<Record<string, unknown>>, name) as RouteComponent
}
