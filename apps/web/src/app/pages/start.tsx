/** Addresses that are only beginnings: they lead to the first screen the reader may open, with the panel that they ask for. */
import { Navigate, useLocation } from 'react-router'
import { paths } from '../paths.ts'
import { useRail } from '../use-navigation.ts'

function Onward({ to }: { to: string }) {
  const { search } = useLocation()
  return <Navigate to={to + search} replace />
}

export const Start = () => <Onward to={useRail().start} />

export function SettingsStart() {
  const [first] = useRail().groups
  return <Onward to={first?.items[0]?.to ?? paths.me} />
}
