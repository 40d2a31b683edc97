/** Addresses that are only beginnings: they lead to the first screen the reader may open. */
import { Navigate } from 'react-router'
import { paths } from '../paths.ts'
import { useRail } from '../use-navigation.ts'

export const Start = () => <Navigate to={useRail().start} replace />

export function SettingsStart() {
  const [first] = useRail().groups
  return <Navigate to={first?.items[0]?.to ?? paths.me} replace />
}
