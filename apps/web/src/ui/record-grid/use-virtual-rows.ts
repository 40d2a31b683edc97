/** The scrolling element, the rows in it that are worth drawing, and its place in the history. */
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef, useState } from 'react'
import { placeOf, rememberPlace } from './remember-scroll.ts'

const HEAD = 32
const FOOT = 48

/** `height` is that of a row; measured elements may differ from it. */
export function useVirtualRows(count: number, height: number, placeKey: string) {
  const [scroller, setScroller] = useState<HTMLElement | null>(null)
  // The virtualizer keeps its own state; no compiler memoises here.
  // oxlint-disable-next-line react/incompatible-library
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller,
    estimateSize: () => height,
    overscan: 8,
    scrollPaddingStart: HEAD,
    scrollPaddingEnd: FOOT,
    initialOffset: placeOf(placeKey).offset,
  })
  useEffect(() => virtual.measure(), [virtual, height])
  return {
    scroller,
    setScroller,
    items: virtual.getVirtualItems(),
    size: virtual.getTotalSize(),
    scrollTo: (index: number) => virtual.scrollToIndex(index),
    measure: virtual.measureElement,
  }
}

/** Asks for the next page while there are still some rows to scroll. */
export function useMore(last: number, count: number, hasMore = false, onMore?: () => void): void {
  const near = last >= count - 20
  useEffect(() => {
    if (near && hasMore && count > 0) onMore?.()
  }, [near, hasMore, onMore, count])
}

/** Keeps the place under the address, so that Back returns to it. */
export function useRememberedPlace(key: string, scroller: HTMLElement | null, at: number): void {
  const latest = useRef(at)
  useEffect(() => {
    latest.current = at
  }, [at])
  useEffect(() => {
    if (!scroller) return undefined
    let offset = scroller.scrollTop
    const note = () => {
      offset = scroller.scrollTop
    }
    scroller.addEventListener('scroll', note, { passive: true })
    return () => {
      scroller.removeEventListener('scroll', note)
      rememberPlace(key, { offset, at: latest.current })
    }
  }, [key, scroller])
}
