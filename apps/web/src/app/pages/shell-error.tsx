import { Card } from '../../ui/card.tsx'
import { RouteError } from './route-error.tsx'

/** The same where there is no shell yet, because the session could not be asked for. */
export const ShellError = () => (
  <Card>
    <RouteError />
  </Card>
)
