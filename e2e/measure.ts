/** Measured inside the page: these functions are sent there whole, so they use nothing from outside. */

/** What reaches beyond the right edge and cannot be scrolled to on purpose: its tag, class, text and edge. */
export function listOverflowing(): string[] {
  const isHidden = (element: Element) => {
    const { clipPath, visibility } = getComputedStyle(element)
    const { width, height } = element.getBoundingClientRect()
    return visibility === 'hidden' || clipPath !== 'none' || width <= 1 || height <= 1
  }
  const scrolls = (element: Element | null): boolean =>
    element !== null &&
    (/auto|scroll/.test(getComputedStyle(element).overflowX) && element.scrollWidth > element.clientWidth
      ? getComputedStyle(element).overflowX !== 'visible'
      : scrolls(element.parentElement))
  const clipped = (element: Element | null): boolean =>
    element !== null && (getComputedStyle(element).textOverflow === 'ellipsis' || clipped(element.parentElement))
  return [...document.querySelectorAll('body *')]
    .filter((element) => element.getBoundingClientRect().right > innerWidth + 1 && !isHidden(element))
    .filter((element) => !scrolls(element.parentElement) && !clipped(element.parentElement))
    .map((element) => `${element.tagName} ${element.className} ${element.textContent?.slice(0, 30)}`)
}

/** Visible controls smaller than 24 × 24 px, links inside a sentence excepted. */
export function listSmallTargets(): string[] {
  const controls =
    'a[href], button, input, select, textarea, summary, [role=tab], [role=option], [role=menuitem], [role=checkbox]'
  const isInText = (element: Element) =>
    element.tagName === 'A' &&
    getComputedStyle(element).display === 'inline' &&
    element.parentElement?.closest('p, li, td, dd')
  return [...document.querySelectorAll(controls)].flatMap((element) => {
    const target = element.matches('input[type=checkbox], input[type=radio]')
      ? (element.closest('label') ?? element)
      : element
    const { width, height } = target.getBoundingClientRect()
    const { visibility, opacity } = getComputedStyle(target)
    if (width <= 1 || height <= 1 || visibility === 'hidden' || opacity === '0' || isInText(element)) return []
    if (element.closest('[inert], [aria-hidden=true]')) return []
    if (width >= 24 && height >= 24) return []
    return [
      `${element.tagName} ${element.getAttribute('aria-label') ?? element.textContent?.slice(0, 30)} ${width.toFixed(0)}×${height.toFixed(0)}`,
    ]
  })
}
