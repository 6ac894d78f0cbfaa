import { type ComponentType, lazy, Suspense } from 'react'
import { Route, Switch } from 'wouter'
import { Loading } from '#design/Loading.tsx'
import { HomePage } from '#pages/HomePage.tsx'
import { NotFoundPage } from '#pages/NotFoundPage.tsx'
import { SignInPage } from '#pages/SignInPage.tsx'
import { TodayPage } from '#pages/TodayPage.tsx'
import { allWords } from './switch-language.ts'
import { WorkspaceFrame } from './WorkspaceFrame.tsx'

type PageComponent = ComponentType<{ id: string }>

/** The pages in front of the workspaces. */
const outside: Record<string, PageComponent> = {
  '/': HomePage,
  '/sign-in': SignInPage,
  '/set-up': later(() => import('#pages/SetUpPage.tsx'), 'SetUpPage'),
  '/reset-password': later(() => import('#pages/ResetPasswordPage.tsx'), 'ResetPasswordPage'),
  '/join': later(() => import('#pages/JoinPage.tsx'), 'JoinPage'),
  '/shared': later(() => import('#pages/SharedResultPage.tsx'), 'SharedResultPage'),
  '/api-reference': later(() => import('#pages/ApiReferencePage.tsx'), 'ApiReferencePage'),
}

/** Every page of a workspace, in the order of the navigation. */
const inside: Record<string, PageComponent> = {
  '/': TodayPage,
  '/ideas': later(() => import('#pages/IdeasPage.tsx'), 'IdeasPage'),
  '/ideas/:id': later(() => import('#pages/IdeaPage.tsx'), 'IdeaPage'),
  '/goals': later(() => import('#pages/GoalsPage.tsx'), 'GoalsPage'),
  '/goals/:id': later(() => import('#pages/GoalPage.tsx'), 'GoalPage'),
  '/trials': later(() => import('#pages/TrialsPage.tsx'), 'TrialsPage'),
  '/trials/:id': later(() => import('#pages/TrialPage.tsx'), 'TrialPage'),
  '/trials/:id/a3': later(() => import('#pages/A3Page.tsx'), 'A3Page'),
  '/trials/:id/plan': later(() => import('#pages/TrialPlanPage.tsx'), 'TrialPlanPage'),
  '/measures': later(() => import('#pages/MeasuresPage.tsx'), 'MeasuresPage'),
  '/measures/sites': later(() => import('#pages/MeasureSitesPage.tsx'), 'MeasureSitesPage'),
  '/measures/enter': later(() => import('#pages/MeasureEnterPage.tsx'), 'MeasureEnterPage'),
  '/measures/:id': later(() => import('#pages/MeasurePage.tsx'), 'MeasurePage'),
  '/measures/:id/chart': later(() => import('#pages/ChartPage.tsx'), 'ChartPage'),
  '/measures/:id/charts': later(() => import('#pages/MeasureChartsPage.tsx'), 'MeasureChartsPage'),
  '/measures/sites/:id/charts': later(() => import('#pages/SiteChartsPage.tsx'), 'SiteChartsPage'),
  '/measures/:id/import': later(() => import('#pages/MeasureImportPage.tsx'), 'MeasureImportPage'),
  '/outlook': later(() => import('#pages/OutlookPage.tsx'), 'OutlookPage'),
  '/draws': later(() => import('#pages/DrawsPage.tsx'), 'DrawsPage'),
  '/draws/:id': later(() => import('#pages/DrawPage.tsx'), 'DrawPage'),
  '/gains': later(() => import('#pages/GainsPage.tsx'), 'GainsPage'),
  '/people': later(() => import('#pages/PeoplePage.tsx'), 'PeoplePage'),
  '/settings': later(() => import('#pages/SettingsPage.tsx'), 'SettingsPage'),
  '/settings/keys': later(() => import('#pages/KeysPage.tsx'), 'KeysPage'),
  '/account': later(() => import('#pages/AccountPage.tsx'), 'AccountPage'),
}

/** The page of the address that is open. */
export function Pages() {
  return (
    <Suspense fallback={<Loading />}>
      <Switch>
        {Object.entries(outside).map(([path, Page]) => (
          <Route key={path} path={path}>
            <Page id="" />
          </Route>
        ))}
        <Route path="/w/:workspace" nest>
          {({ workspace }) => (
            // Another workspace is another frame: nothing that is shown of one may stay for the other.
            <WorkspaceFrame key={workspace} slug={workspace}>
              <PagesInside />
            </WorkspaceFrame>
          )}
        </Route>
        <Route>
          <NotFoundPage />
        </Route>
      </Switch>
    </Suspense>
  )
}

function PagesInside() {
  return (
    <Suspense fallback={<Loading />}>
      <Switch>
        {Object.entries(inside).map(([path, Page]) => (
          <Route key={path} path={path}>
            {/* Another object is another page: nothing typed for one may stay for the other. */}
            {({ id = '' }: { id?: string }) => <Page key={id} id={id} />}
          </Route>
        ))}
        <Route>
          <NotFoundPage />
        </Route>
      </Switch>
    </Suspense>
  )
}

/** A page that is loaded when somebody goes there, with the words it needs. */
function later<Name extends string>(load: () => Promise<Record<Name, PageComponent>>, name: Name): PageComponent {
  return lazy(async () => {
    const [module] = await Promise.all([load(), allWords()])
    const Page: PageComponent = module[name]
    return { default: Page }
  })
}
