import { Button } from '../button/button.tsx'
import type { Fixture } from '../fixtures-page/fixture.ts'
import { Empty, Failed, Hidden, LoadingView, Updated } from './house-state.tsx'

const none = () => {}

export const fixtures: Fixture[] = [
  {
    state: 'empty',
    app: 'people',
    show: <Empty action={<Button kind="primary">Log sleep</Button>}>Log a few days and they will appear here.</Empty>,
  },
  { state: 'empty inbox', app: 'staff', show: <Empty>Nothing waiting. Next check-in 2pm.</Empty> },
  { state: 'loading, first 300 ms', show: <LoadingView stage="blank" shape="rows" /> },
  { state: 'loading', show: <LoadingView stage="shape" shape="rows" /> },
  { state: 'still loading', show: <LoadingView stage="slow" shape="lines" onTryAgain={none} /> },
  { state: 'from this device', show: <Updated when="2 hours ago" at="2026-04-22T07:00:00Z" /> },
  { state: 'something went wrong', show: <Failed onTryAgain={none} reference="req-7f3a" /> },
  { state: 'hidden', show: <Hidden homeHref="#home" /> },
]
