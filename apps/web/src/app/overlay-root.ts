/** Where menus and dialogs are drawn: one named region, so that nothing on the page stands outside of a landmark. */
const ID = 'overlays'

/** The region, made when first asked for. */
export function overlayRoot(): HTMLElement {
  const known = document.getElementById(ID)
  if (known) return known
  const made = document.createElement('section')
  made.id = ID
  document.body.append(made)
  return made
}
