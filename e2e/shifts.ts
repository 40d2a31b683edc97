/** What moves by itself in a page. Both functions are sent there whole, so they use nothing from outside. */

/** The sum of layout shifts from which a page is bad; the goal is a fifth of it. https://web.dev/articles/cls */
export const UNSTEADY = 0.1

/** What a page that is only opened keeps to, whatever comes late [B12]. */
export const STEADY = 0.02

type Shift = PerformanceEntry & { value: number; hadRecentInput: boolean }

/** Keeps what moves without a hand having caused it, from the first paint on. */
export function watchShifts(): void {
  const seen: number[] = []
  Object.assign(window, { layoutShifts: seen })
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as Shift[]) if (!entry.hadRecentInput) seen.push(entry.value)
  }).observe({ type: 'layout-shift', buffered: true })
}

export function sumShifts(): number {
  const { layoutShifts = [] } = window as { layoutShifts?: number[] }
  return layoutShifts.reduce((total, one) => total + one, 0)
}
