import type { Fixture } from '../fixtures-page/fixture.ts'
import { TextField } from '../text-field/text-field.tsx'
import { ErrorSummary } from './error-summary.tsx'

const message = 'Enter the 6 numbers we sent you'

export const fixtures: Fixture[] = [
  {
    state: 'one error, with its field',
    show: (
      <div style={{ display: 'grid', gap: 24 }}>
        <ErrorSummary errors={[{ fieldId: 'code', message }]} />
        <TextField id="code" label="Enter the code we sent" error={message} />
      </div>
    ),
  },
]
