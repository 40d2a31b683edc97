/** The bars of won value by month. Decimals become numbers here and nowhere else: the height of a bar needs no cents. */
import { useNavigate } from 'react-router'
import { Bar, BarChart, CartesianGrid, Cell, LabelList, ResponsiveContainer, XAxis, YAxis } from 'recharts'
import { useFormat } from '../../lib/use-format.ts'
import { useIsPhone } from '../../lib/use-is-phone.ts'
import { drillPath, type SalesRow } from './reports.queries.ts'

type Props = { rows: SalesRow[]; currency: string; label: string }

const tick = { fontSize: 12, fill: 'var(--rp-text-2)' }
const axis = { tickLine: false, axisLine: false, tick }
const margin = { top: 24, right: 0, bottom: 0, left: 0 }

function useBars(rows: SalesRow[], currency: string) {
  const format = useFormat()
  return rows.map(({ key, wonValue, drill }) => ({
    key,
    month: rows.length > 12 ? format.monthName(key ?? '') : format.monthTick(key ?? ''),
    height: Number.parseFloat(wonValue ?? '0'),
    words: format.money(wonValue ?? '0', currency, 'compact'),
    drill: drill.won,
    fill: key?.slice(0, 7) === format.today().slice(0, 7) ? 'var(--rp-stage-8)' : 'var(--rp-stage-5)',
  }))
}

export default function MonthBars({ rows, currency, label }: Props) {
  const format = useFormat()
  const navigate = useNavigate()
  const isPhone = useIsPhone()
  const bars = useBars(rows, currency)
  const words = (value: number) => format.money(String(value), currency, 'compact')
  const open = (_: unknown, at: number) => void navigate(drillPath(bars[at]?.drill))
  return (
    <ResponsiveContainer width="100%" height={260}>
      <BarChart data={bars} accessibilityLayer aria-label={label} margin={margin}>
        <CartesianGrid vertical={false} stroke="var(--rp-grid)" />
        <XAxis dataKey="month" interval="preserveStartEnd" minTickGap={2} {...axis} />
        <YAxis width={64} tickCount={5} tickFormatter={words} {...axis} />
        <Bar
          dataKey="height"
          radius={[3, 3, 0, 0]}
          maxBarSize={32}
          isAnimationActive={false}
          onClick={open}
          cursor="pointer"
        >
          {bars.map((one) => (
            <Cell key={one.key} fill={one.fill} />
          ))}
          {/* Twelve amounts side by side do not fit a phone; the axis and the table say them there. */}
          {!isPhone && <LabelList dataKey="words" position="top" fontSize={12} fill="var(--rp-text)" />}
        </Bar>
      </BarChart>
    </ResponsiveContainer>
  )
}
